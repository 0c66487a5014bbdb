//! `nianbao check`

use std::fs;

use serde_json::Value;

use crate::support::{Run, nianbao, report, source, temporary, written};

const TODAY: [&str; 2] = ["--today", "2026-01-31"];

/// A report with one request too many on one side.
fn unbalanced() -> String {
    let json = fs::read_to_string(report("busy-department")).expect("the report is there");
    let mut saved: Value = serde_json::from_str(&json).expect("JSON");
    saved["figures"]["requests"]["carried-over"]["requester/natural-person"] = 10.into();
    written("unbalanced.json", &saved.to_string())
}

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

/// What the program says of the findings in a file.
fn findings(path: &str, more: &[&str]) -> Value {
    let args = [&["check", "--format", "json", path][..], &TODAY, more].concat();
    let run = nianbao(&args);
    let files: Value = serde_json::from_str(&run.out).expect("JSON");
    files[0]["findings"].clone()
}

#[test]
fn a_document_is_judged_like_the_draft_it_was_made_from() {
    let draft = report("busy-department");
    for name in ["judged.docx", "judged.html"] {
        let document = temporary(name);
        nianbao(&["convert", &draft, "-o", &document]);
        assert_eq!(findings(&document, &[]), findings(&draft, &[]), "{name}");
    }
}

#[test]
fn doubtful_figures_are_named_before_the_findings() {
    let glued = source("figures-glued-to-labels/source.txt");
    let run = nianbao(&["check", &glued]);
    assert!(run.out.contains("没有把握"), "{}", run.out);
    let run = nianbao(&["check", "--format", "json", &glued]);
    let files: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(files[0]["doubtful"][0]["confidence"], "guessed");
}

#[test]
fn what_is_no_annual_report_is_not_judged() {
    for (file, sentence) in [
        ("half-a-year/source.html", "半年"),
        ("blank-form/source.html", "空白的格式"),
        ("something-else/source.txt", "没有在里面找到"),
    ] {
        let run = nianbao(&["check", &source(file)]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{file}");
        assert!(run.err.contains(sentence), "{}", run.err);
    }
}

/// Last year's report of the same department, which carried one request more forward.
fn last_year() -> String {
    let json = fs::read_to_string(report("busy-department")).expect("the report is there");
    let mut saved: Value = serde_json::from_str(&json).expect("JSON");
    saved["year"] = 2024.into();
    saved["narratives"] = serde_json::json!({});
    let over = saved["figures"]["requests"]["carried-over"]["requester/natural-person"].as_i64();
    saved["figures"]["requests"]["carried-forward"]["requester/natural-person"] =
        (over.expect("a count") + 1).into();
    written("last-year.json", &saved.to_string())
}

fn names(findings: &Value, rule: &str) -> bool {
    let findings = findings.as_array().expect("findings");
    findings.iter().any(|finding| finding["rule"] == rule)
}

#[test]
fn last_years_report_is_compared_where_it_is_named_or_in_the_draft() {
    const RULE: &str = "carried-over-matches";
    let draft = report("busy-department");
    assert!(!names(&findings(&draft, &[]), RULE));
    assert!(names(
        &findings(&draft, &["--previous", &last_year()]),
        RULE
    ));
    let read = |path: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("JSON")
    };
    let mut both = read(&draft);
    both["previous"] = read(&last_year());
    let both = written("both-years.json", &both.to_string());
    assert!(names(&findings(&both, &[]), RULE));
}

#[test]
fn without_the_last_years_report_that_was_asked_for_nothing_is_judged() {
    let missing = temporary("missing.docx");
    let run = nianbao(&["check", &report("busy-department"), "--previous", &missing]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("missing.docx: 没有这个文件"),
        "{}",
        run.err
    );
}

#[test]
fn many_files_are_told_of_in_the_order_they_were_named() {
    let (good, bad) = (report("busy-department"), unbalanced());
    let files: Vec<_> = (0..60)
        .map(|n| if n % 7 == 3 { &bad } else { &good })
        .collect();
    let args: Vec<_> = ["check", "--format", "json"]
        .into_iter()
        .chain(files.iter().map(|file| file.as_str()))
        .collect();
    let Run { status, out, err } = nianbao(&args);
    assert_eq!(
        (status, err.as_str()),
        (1, ""),
        "no progress bar outside a terminal"
    );
    let told: Value = serde_json::from_str(&out).expect("JSON");
    let told = told.as_array().expect("an array").iter();
    let told: Vec<_> = told.map(|object| object["file"].as_str()).collect();
    let named: Vec<_> = files.iter().map(|file| Some(file.as_str())).collect();
    assert_eq!(told, named);
}
