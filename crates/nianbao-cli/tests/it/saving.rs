//! What is written, and what is left when it cannot be.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Run, folder, nianbao, report, run};

/// A shell that says this before it becomes the program.
fn shell(before: &str, args: &[&str]) -> Command {
    let mut shell = Command::new("sh");
    let script = format!("{before} exec \"$0\" \"$@\"");
    shell
        .args(["-c", &script, env!("CARGO_BIN_EXE_nianbao")])
        .args(args);
    shell
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn where_a_file_cannot_grow_the_old_one_stays() {
    let folder = folder("cannot-grow");
    let output = folder.join("年报.docx");
    fs::write(&output, "the old one").expect("the folder for tests can be written");
    let output = output.to_str().expect("text");
    for command in ["convert", "review"] {
        let args = [command, &report("busy-department"), "-o", output];
        let Run { status, err, .. } = run(&mut shell("ulimit -f 1;", &args));
        assert_eq!(status, 2, "{err}");
        assert!(err.contains("年报.docx: 文件超过了允许的大小。"), "{err}");
        let kept = fs::read_to_string(output).expect("the old one is there");
        assert_eq!(kept, "the old one");
        assert_eq!(names(&folder), ["年报.docx"], "nothing is left behind");
    }
}

#[test]
fn on_a_disk_that_fills_up_the_old_file_stays_whole() {
    // A disk of 64 KB that only this shell and what it starts can see.
    let folder = folder("small-disk");
    let shown = folder.display();
    let mount = format!("mount -t tmpfs -o size=64k small {shown}");
    let on_small_disk = |script: &str| {
        let mut shell = Command::new("unshare");
        shell.args(["--user", "--map-root-user", "--mount", "sh", "-c"]);
        let output = shell.arg(format!("{mount} && {{ {script} }}")).output();
        output.ok()
    };
    if !on_small_disk(":;").is_some_and(|it| it.status.success()) {
        eprintln!("skipped: this user may not mount a small disk to fill up");
        return;
    }
    let draft = report("busy-department");
    let program = env!("CARGO_BIN_EXE_nianbao");
    for command in ["convert", "review"] {
        let out = format!("{shown}/年报.docx");
        let fill = format!("head -c 60000 /dev/zero >{shown}/full; echo old >{out}");
        let show = format!("status=$?; ls {shown}; cat {out}; exit $status");
        let script = format!("{fill}; {program} {command} {draft} -o {out}; {show};");
        let output = on_small_disk(&script).expect("it was started before");
        let (out, err) = (&output.stdout, String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(2), "{command}: {err}");
        assert!(err.contains("年报.docx: 磁盘已满。"), "{command}: {err}");
        assert_eq!(String::from_utf8_lossy(out), "full\n年报.docx\nold\n");
    }
}

#[test]
fn a_full_disk_is_told() {
    let folder = folder("full-disk");
    let full = folder.join("满.html");
    symlink("/dev/full", &full).expect("the folder for tests can be written");
    for command in ["convert", "review"] {
        let full = full.to_str().expect("text");
        let run = nianbao(&[command, &report("busy-department"), "-o", full]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("满.html: 磁盘已满。"), "{}", run.err);
    }
}

#[test]
fn a_replaced_file_keeps_its_rights_and_a_link_what_it_links_to() {
    let folder = folder("replaced");
    let (real, link) = (folder.join("real.html"), folder.join("link.html"));
    fs::write(&real, "the old one").expect("the folder for tests can be written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("it is ours");
    symlink("real.html", &link).expect("the folder for tests can be written");
    let args = ["convert", &report("busy-department"), "-o"];
    let run = nianbao(&[&args[..], &[link.to_str().expect("text")]].concat());
    assert_eq!((run.status, &*run.err), (0, ""));
    let written = fs::read_to_string(&real).expect("the new one is there");
    assert!(written.starts_with("<!DOCTYPE html>"));
    assert!(
        fs::symlink_metadata(&link)
            .expect("it is there")
            .is_symlink()
    );
    let rights = fs::metadata(&real).expect("it is there").permissions();
    assert_eq!(rights.mode() & 0o777, 0o640);
    let new = folder.join("new.html");
    let path = new.to_str().expect("text");
    let mut usual = shell("umask 022;", &[&args[..], &[path]].concat());
    assert_eq!(self::run(&mut usual).status, 0);
    let rights = fs::metadata(&new).expect("it is there").permissions();
    assert_eq!(rights.mode() & 0o777, 0o644);
}

#[test]
fn output_that_cannot_be_written_is_told_and_a_closed_pipe_is_not() {
    let draft = report("busy-department");
    for args in [&["check", &draft][..], &["read", &draft], &["rules"]] {
        let full = fs::File::create("/dev/full").expect("it is a device");
        let mut to_full = Command::new(env!("CARGO_BIN_EXE_nianbao"));
        let output = to_full.args(args).stdout(full).output();
        let output = output.expect("the program starts");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert_eq!(err, "不能输出：磁盘已满。\n");
        let mut to_nobody = Command::new(env!("CARGO_BIN_EXE_nianbao"));
        let mut child = to_nobody
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*err), (Some(0), ""), "{args:?}");
    }
}
