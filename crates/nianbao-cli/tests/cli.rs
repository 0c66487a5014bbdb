//! The program as a shell sees it: what it prints, where, and its exit status.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// What one run of the program came to.
struct Run {
    status: i32,
    out: String,
    err: String,
}

fn nianbao(args: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_nianbao"))
        .args(args)
        .output()
        .expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run {
        status: output.status.code().expect("the program ends by itself"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A report kept for tests.
fn report(name: &str) -> String {
    format!(
        "{}/../../tests/data/reports/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    )
}

/// A file made for one test.
fn written(name: &str, content: &str) -> String {
    let path = temporary(name);
    fs::write(&path, content).expect("the folder for tests can be written");
    path
}

fn temporary(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    path.to_str().expect("the path is text").to_owned()
}

/// A report with one request too many on one side.
fn unbalanced() -> String {
    let json = fs::read_to_string(report("busy-department")).expect("the report is there");
    let mut saved: Value = serde_json::from_str(&json).expect("JSON");
    saved["figures"]["requests"]["carried-over"]["requester/natural-person"] = 10.into();
    written("unbalanced.json", &saved.to_string())
}

const TODAY: [&str; 2] = ["--today", "2026-01-31"];

#[test]
fn a_sound_report_gives_status_0_and_a_summary() {
    let run = nianbao(&["check", &report("busy-department"), TODAY[0], TODAY[1]]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(
        run.out.contains("示例市自然资源和规划局2025年"),
        "{}",
        run.out
    );
    assert!(run.out.contains("错误 0 处"), "{}", run.out);
}

#[test]
fn an_error_gives_status_1_with_its_numbers_advice_and_rule() {
    let run = nianbao(&["check", &unbalanced(), TODAY[0], TODAY[1]]);
    assert_eq!(run.status, 1);
    for words in ["错误", "相差 1", "请核对", "requests-balance", "不成立"] {
        assert!(run.out.contains(words), "{words} in {}", run.out);
    }
}

#[test]
fn one_bad_file_never_stops_the_rest_and_2_wins_over_1() {
    let torn = written("torn.json", "{\"format\": ");
    let missing = temporary("missing.json");
    let good = report("busy-department");
    let run = nianbao(&[
        "check",
        &torn,
        &unbalanced(),
        &missing,
        &good,
        TODAY[0],
        TODAY[1],
    ]);
    assert_eq!(run.status, 2);
    assert_eq!(run.out.matches("条件成立").count(), 2, "{}", run.out);
    assert!(
        run.err.contains("torn.json: 文件内容不完整或已损坏"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("missing.json: 没有这个文件"),
        "{}",
        run.err
    );
}

#[test]
fn json_output_is_one_array_with_an_object_for_each_file() {
    let missing = temporary("missing.json");
    let run = nianbao(&[
        "check",
        "--format",
        "json",
        &unbalanced(),
        &missing,
        TODAY[0],
        TODAY[1],
    ]);
    let files: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(run.status, 2);
    assert_eq!(files[0]["organ"], "示例市自然资源和规划局");
    assert_eq!(files[0]["findings"][0]["severity"], "error");
    assert_eq!(files[0]["findings"][0]["rule"], "requests-balance");
    let spots = files[0]["findings"][0]["spots"].as_array().expect("spots");
    assert!(
        spots.iter().any(|spot| spot["row"] == "carried-over"),
        "{spots:?}"
    );
    assert_eq!(
        files[0]["outcomes"]["fails"].as_u64(),
        files[0]["findings"].as_array().map(|all| all.len() as u64)
    );
    assert_eq!(files[1]["error"], "没有这个文件或文件夹。");
}

#[test]
fn what_a_saved_report_has_no_place_for_is_said() {
    let odd = written(
        "odd.json",
        r#"{"format": "nianbao-report", "version": 2, "edition": 2021, "year": 2025, "narratives": {"seventh": "多出来的文字"}}"#,
    );
    let run = nianbao(&["check", &odd]);
    assert!(run.out.contains("没有读入：多出来的文字"), "{}", run.out);
}

#[test]
fn convert_writes_the_format_of_the_file_name() {
    for (name, first_bytes) in [
        ("out.docx", &b"PK"[..]),
        ("out.HTML", b"<!DOCTYPE html>"),
        ("out.json", b"{"),
    ] {
        let output = temporary(name);
        let run = nianbao(&["convert", &report("quiet-bureau"), "-o", &output]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let bytes = fs::read(&output).expect("the file is written");
        assert!(bytes.starts_with(first_bytes), "{name}");
    }
    let json = fs::read(temporary("out.json")).expect("the file is written");
    let saved = fs::read(report("quiet-bureau")).expect("the report is there");
    assert!(json == saved, "a saved report stays what it is");
}

#[test]
fn convert_says_which_formats_there_are_and_what_could_not_be_written() {
    let run = nianbao(&["convert", &report("quiet-bureau"), "-o", "report.pdf"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains(".docx、.html、.json"), "{}", run.err);
    let nowhere = temporary("no-such-folder/report.docx");
    let run = nianbao(&["convert", &report("quiet-bureau"), "-o", &nowhere]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("没有这个文件或文件夹"), "{}", run.err);
}

#[test]
fn rules_are_listed_and_explained() {
    let list = nianbao(&["rules"]);
    assert!(
        list.out
            .lines()
            .any(|line| line.starts_with("requests-balance")),
        "{}",
        list.out
    );
    let rule = nianbao(&["rules", "requests-balance"]);
    for words in [
        "级别：错误",
        "条件：每一列",
        "依据：",
        "勾稽关系",
        "请核对",
        "例如：",
    ] {
        assert!(rule.out.contains(words), "{words} in {}", rule.out);
    }
    let unknown = nianbao(&["rules", "no-such-rule"]);
    assert_eq!(unknown.status, 2);
    assert!(
        unknown.err.contains("没有编号为“no-such-rule”的规则"),
        "{}",
        unknown.err
    );
}

#[test]
fn a_command_written_wrongly_gives_status_2_and_a_sentence() {
    for args in [
        &["chek"][..],
        &["check"],
        &["check", "a.json", "--today", "2026-02-30"],
    ] {
        let run = nianbao(args);
        assert_eq!(run.status, 2);
        assert!(run.err.starts_with("命令没有写对"), "{}", run.err);
    }
    assert_eq!(nianbao(&["--help"]).status, 0);
}
