//! Many files: folders, archives and lists of them, in the order they were named.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Run, folder, nianbao, report, run, source};

/// A folder of reports with things beside them, and an archive of one.
fn reports(name: &str) -> String {
    let folder = folder(name);
    let copy = |from: &str, to: &str| {
        let to = folder.join(to);
        fs::create_dir_all(to.parent().expect("a folder"))
            .and_then(|()| fs::copy(from, to))
            .expect("the folder for tests can be written");
    };
    copy(&report("busy-department"), "乙.json");
    copy(&report("quiet-bureau"), "甲/一.json");
    copy(&source("amount-with-unit/source.html"), "甲/二.HTML");
    copy(&report("quiet-bureau"), "甲/~$一.json");
    copy(&report("quiet-bureau"), ".hidden.json");
    copy(&report("quiet-bureau"), "photo.png");
    let json = fs::read(report("quiet-bureau")).expect("the report is there");
    pack(
        &folder.join("丙.zip"),
        &[("b/年报.json", &json), ("a.json", b"{"), ("a.exe", b"MZ")],
    );
    folder.to_str().expect("text").to_owned()
}

fn pack(path: &Path, parts: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(fs::File::create(path).expect("the folder can be written"));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .and_then(|()| Ok(zip.write_all(bytes)?))
            .expect("the folder can be written");
    }
    zip.finish().expect("the folder can be written");
}

const FOUND: [&str; 5] = [
    "丙.zip/a.json",
    "丙.zip/b/年报.json",
    "乙.json",
    "甲/一.json",
    "甲/二.HTML",
];

/// The names of the files that were told of, without their folder.
fn told(lines: &str, folder: &str) -> Vec<String> {
    let objects = lines.lines().map(|line| {
        let object: Value = serde_json::from_str(line).expect("each line is JSON");
        object["file"].as_str().expect("a name").to_owned()
    });
    objects
        .map(|file| file.strip_prefix(folder).expect("in the folder")[1..].to_owned())
        .collect()
}

#[test]
fn a_folder_is_gone_through_by_name_with_its_archives() {
    let folder = reports("gone-through");
    for command in ["check", "read"] {
        let Run { status, out, err } = nianbao(&[command, &folder, "--format", "jsonl"]);
        assert_eq!(status, 2, "one of them is torn: {err}");
        assert_eq!(told(&out, &folder), FOUND);
        assert_eq!(err.matches("a.json: 文件内容不完整").count(), 1, "{err}");
    }
    let run = nianbao(&["read", &folder]);
    let files: Value = serde_json::from_str(&run.out).expect("a JSON array");
    assert_eq!(files.as_array().map(Vec::len), Some(FOUND.len()));
}

#[test]
fn names_come_from_a_list_or_from_standard_input() {
    let folder = reports("listed");
    let list = format!("{folder}/甲\r\n\n{folder}/乙.json\n");
    let path = format!("{folder}/list.lst");
    fs::write(&path, &list).expect("the folder for tests can be written");
    let args = ["check", "--format", "jsonl", "--files-from"];
    let from_file = nianbao(&[&args[..], &[&path]].concat());
    assert_eq!(
        told(&from_file.out, &folder),
        ["甲/一.json", "甲/二.HTML", "乙.json"]
    );
    let mut child = Command::new(env!("CARGO_BIN_EXE_nianbao"))
        .args(args)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(list.as_bytes()).expect("it listens");
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.stdout, from_file.out.into_bytes());
    let missing = nianbao(&["check", "--files-from", "/nowhere/list"]);
    assert_eq!(missing.status, 2);
    assert!(
        missing.err.contains("/nowhere/list: 没有这个文件"),
        "{}",
        missing.err
    );
}

#[test]
fn threads_change_neither_order_nor_content() {
    let folder = reports("threads");
    let files: Vec<_> = (0..100)
        .map(|n| format!("{folder}/{}", FOUND[2 + n % 3]))
        .collect();
    let told = |threads: &str, command: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_nianbao"));
        let args = [
            command,
            "--format",
            "jsonl",
            "--threads",
            threads,
            "--today",
            "2026-01-31",
        ];
        program
            .args(&args[..if command == "check" { 7 } else { 5 }])
            .args(&files);
        run(&mut program).out
    };
    for command in ["check", "read"] {
        let one = told("1", command);
        assert_eq!(one.lines().count(), files.len());
        assert!(one == told("4", command), "{command}");
    }
}

#[test]
fn where_nothing_can_be_read_that_is_said() {
    let folder = folder("nothing");
    let path = folder.to_str().expect("text");
    let run = nianbao(&["check", path]);
    assert_eq!((run.status, &*run.out), (2, ""));
    assert_eq!(run.err, "没有找到可以读取的文件。\n");
    fs::write(folder.join("坏.zip"), "PK").expect("the folder can be written");
    let run = nianbao(&["check", path]);
    assert_eq!((run.status, &*run.out), (2, ""));
    assert!(
        run.err.contains("坏.zip: 压缩包不完整或已损坏"),
        "{}",
        run.err
    );
}
