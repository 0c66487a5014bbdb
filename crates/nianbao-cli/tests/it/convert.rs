//! `nianbao convert`

use std::fs;

use crate::support::{nianbao, report, source, temporary, written};

#[test]
fn convert_writes_the_format_of_the_file_name() {
    for (name, first_bytes) in [
        ("out.docx", &b"PK"[..]),
        ("out.HTML", b"<!DOCTYPE html>"),
        ("out.xlsx", b"PK"),
        ("out.ofd", b"PK"),
        ("out.svg", b"<svg "),
        ("out.csv", b"\xEF\xBB\xBForgan,year,"),
        ("out.txt", "示例市".as_bytes()),
        ("out.md", b"# "),
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
    assert!(
        run.err
            .contains(".docx、.html、.xlsx、.ofd、.svg、.csv、.txt、.md、.json"),
        "{}",
        run.err
    );
    let nowhere = temporary("no-such-folder/report.docx");
    let run = nianbao(&["convert", &report("quiet-bureau"), "-o", &nowhere]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("没有这个文件或文件夹"), "{}", run.err);
}

#[test]
fn a_published_report_becomes_a_draft() {
    let output = temporary("published.json");
    let glued = source("figures-glued-to-labels/source.txt");
    let run = nianbao(&["convert", &glued, "-o", &output]);
    assert_eq!(run.status, 0);
    assert!(
        run.err.contains("没有把握"),
        "what is doubtful is said: {}",
        run.err
    );
    let draft = fs::read_to_string(&output).expect("the file is written");
    let kept = fs::read_to_string(source("figures-glued-to-labels/report.json"));
    assert_eq!(draft, kept.expect("the expectation is there"));
}

#[test]
fn last_years_report_stays_in_a_draft() {
    let json = fs::read_to_string(report("quiet-bureau")).expect("the report is there");
    let end = json.rfind('}').expect("an object");
    let with_previous = format!("{}, \"previous\": {json}}}", &json[..end]);
    let draft = written("with-previous.json", &with_previous);
    let output = temporary("with-previous-again.json");
    let run = nianbao(&["convert", &draft, "-o", &output]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let written = fs::read_to_string(&output).expect("the file is written");
    assert_eq!(written.matches("\"year\": 2023").count(), 2, "{written}");
}

#[test]
fn an_edition_is_chosen_and_what_has_no_place_in_it_is_said() {
    let output = temporary("older.json");
    let quiet = report("quiet-bureau");
    let run = nianbao(&["convert", &quiet, "-o", &output, "--edition", "2019"]);
    assert_eq!(run.status, 0);
    assert!(
        run.err
            .contains("现行有效件数 0”在 2019 年版格式中没有对应的格"),
        "{}",
        run.err
    );
    let written = fs::read_to_string(&output).expect("the file is written");
    assert!(written.contains("\"edition\": 2019"));
    let run = nianbao(&["convert", &quiet, "-o", &output, "--edition", "2020"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("可以写成 2019、2021"), "{}", run.err);
}
