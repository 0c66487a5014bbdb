//! The verbs the tests are written in.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use nianbao_core::report::Report;
use nianbao_core::saved;

/// The top of the source tree.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("this package has a folder in the workspace")
        .to_owned()
}

/// The content of a file of the source tree.
pub(crate) fn file(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every report in tests/data/reports with its name, by name.
pub(crate) fn reports() -> Vec<(String, Report)> {
    let folder = root().join("tests/data/reports");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("there are reports")
        .map(|entry| entry.expect("a file").file_name())
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned()))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let report = report(&name);
            (name, report)
        })
        .collect()
}

/// A report in tests/data/reports.
pub(crate) fn report(name: &str) -> Report {
    let opened = saved::read(&file(&format!("tests/data/reports/{name}.json")));
    let opened = opened.unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(opened.remarks, Vec::<String>::new(), "{name}");
    opened.report
}

/// Compares with a file that people read; `UPDATE_EXPECT=1` rewrites it.
pub(crate) fn golden(path: &str, actual: &str) {
    let expected = root().join(path);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(expected.parent().expect("a file has a folder"))
            .and_then(|()| fs::write(&expected, actual))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let expected = fs::read_to_string(&expected).unwrap_or_default();
    if expected != actual {
        let differs = |(expected, actual): &(&str, &str)| expected != actual;
        let line = expected
            .lines()
            .zip(actual.lines())
            .position(|pair| differs(&pair));
        let line_idx = line.unwrap_or(expected.lines().count().min(actual.lines().count()));
        panic!(
            "{path} differs in line {}:\n- {}\n+ {}\nUPDATE_EXPECT=1 rewrites it; read the diff.",
            line_idx + 1,
            expected.lines().nth(line_idx).unwrap_or("(end)"),
            actual.lines().nth(line_idx).unwrap_or("(end)"),
        );
    }
}

/// One part of a Word document, unzipped.
pub(crate) fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    let mut part = archive.by_name(name).expect("the part is there");
    let mut text = String::new();
    part.read_to_string(&mut text).expect("the part is UTF-8");
    text
}
