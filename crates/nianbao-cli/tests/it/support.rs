//! The verbs the stories are told in.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What one run of the program came to.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn nianbao(args: &[&str]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_nianbao")).args(args))
}

pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run {
        status: output.status.code().expect("the program ends by itself"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A report kept for tests.
pub(crate) fn report(name: &str) -> String {
    format!(
        "{}/../../tests/data/reports/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    )
}

/// A file that somebody made to do harm.
pub(crate) fn hostile(name: &str) -> String {
    format!(
        "{}/../../tests/data/hostile/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

/// A published report kept for tests, or what was taken for one.
pub(crate) fn source(name: &str) -> String {
    format!(
        "{}/../../tests/data/readings/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

/// A file made for tests; it is never seen half written by another test that makes the same.
pub(crate) fn written(name: &str, content: &str) -> String {
    let path = temporary(name);
    let draft = format!("{path}.{:?}", std::thread::current().id());
    fs::write(&draft, content)
        .and_then(|()| fs::rename(&draft, &path))
        .expect("the folder for tests can be written");
    path
}

/// An empty folder made for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(temporary(name));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("the folder for tests can be written");
    path
}

pub(crate) fn temporary(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    path.to_str().expect("the path is text").to_owned()
}
