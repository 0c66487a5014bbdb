//! `nianbao read`

use serde_json::Value;

use crate::support::{nianbao, report, source, temporary};

#[test]
fn a_report_is_printed_in_the_saved_format_with_the_source_of_each_figure() {
    let run = nianbao(&["read", &source("amount-with-unit/source.html")]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let reading: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(reading["kind"], "report");
    assert_eq!(reading["report"]["format"], "nianbao-report");
    let sources = reading["sources"].as_array().expect("sources");
    assert_eq!(sources.len(), 200);
    assert!(
        sources
            .iter()
            .all(|source| source["confidence"].is_string())
    );
}

#[test]
fn as_a_table_every_figure_has_a_line_in_printed_order() {
    let run = nianbao(&["read", "--format", "csv", &report("quiet-bureau")]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(
        lines[0],
        "edition,table,row,row_label,column,column_label,value,state,confidence,source"
    );
    assert_eq!(
        lines[1],
        "2021,二,rules,规章,issued,本年制发件数,0,count,read,草稿文件“0”"
    );
    assert!(
        lines[10].starts_with("2021,二,administrative-fees,行政事业性收费,amount,本年收费金额（单位：万元）,,blank,read"),
        "{}",
        lines[10]
    );
    let (figures, about) = lines[1..].split_at(200);
    assert!(figures.iter().all(|line| line.starts_with("2021,")));
    let about: Vec<_> = about
        .iter()
        .filter_map(|line| line.strip_prefix("# "))
        .collect();
    assert_eq!(
        about.len(),
        lines.len() - 201,
        "nothing but comments follows"
    );
    for start in [
        "file: ",
        "organ: 示例",
        "year: 2023",
        "title: 示例",
        "edition: 2021",
    ] {
        assert!(
            about.iter().any(|line| line.starts_with(start)),
            "{about:?}"
        );
    }
}

#[test]
fn a_total_that_is_left_to_be_added_up_is_printed_all_the_same() {
    let run = nianbao(&["read", "--format", "csv", &report("busy-department")]);
    let is_total =
        |line: &&str| line.contains(",newly-received,") && line.contains("requester/total");
    let total = run
        .out
        .lines()
        .find(is_total)
        .expect("a line for each figure");
    assert!(
        total.contains(",总计,") && total.contains(",count,read,"),
        "{total}"
    );
}

#[test]
fn doubtful_and_missing_figures_are_told_apart() {
    let run = nianbao(&[
        "read",
        "--format",
        "csv",
        &source("figures-glued-to-labels/source.txt"),
    ]);
    assert_eq!(run.status, 0);
    assert!(run.out.contains(",guessed,"), "{}", run.out);
    let run = nianbao(&[
        "read",
        "--format",
        "csv",
        &source("tables-are-pictures/source.html"),
    ]);
    let absent = run
        .out
        .lines()
        .filter(|line| line.contains(",,absent,not-found,"));
    assert_eq!(absent.count(), 200);
    assert!(run.out.contains("# remark: 没有读到"), "{}", run.out);
}

#[test]
fn what_is_no_annual_report_gives_status_2_and_a_sentence() {
    let run = nianbao(&["read", &source("something-else/source.txt")]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("没有在里面找到政府信息公开工作年度报告"),
        "{}",
        run.err
    );
    let run = nianbao(&["read", &source("half-a-year/source.html")]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("不是全年的年度报告"), "{}", run.err);
    let reading: Value = serde_json::from_str(&run.out).expect("it is shown all the same");
    assert_eq!(reading["kind"], "other-period");
}

#[test]
fn one_bad_file_never_stops_the_rest() {
    let missing = temporary("nowhere.pdf");
    let (quiet, busy) = (report("quiet-bureau"), report("busy-department"));
    let files = ["read", &quiet, &missing, &busy];
    let run = nianbao(&files);
    assert_eq!(run.status, 2);
    let read: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(read[0]["report"]["organ"]["name"], "示例市信访局");
    assert_eq!(read[1]["error"], "没有这个文件或文件夹。");
    assert_eq!(read[2]["file"], busy.as_str());
    let run = nianbao(&[&files[..], &["--format", "csv"]].concat());
    assert_eq!(run.status, 2);
    assert_eq!(run.out.matches("edition,table").count(), 2);
    assert!(run.out.contains("\n\nedition,table"), "{}", run.out);
}

#[test]
fn a_total_that_the_source_leaves_blank_is_not_added_up() {
    let run = nianbao(&[
        "read",
        "--format",
        "csv",
        &source("totals-left-blank/source.html"),
    ]);
    let total = run
        .out
        .lines()
        .find(|line| line.contains(",newly-received,") && line.contains(",requester/total,"));
    assert!(
        total.is_some_and(|line| line.contains(",总计,,blank,guessed,")),
        "{total:?}"
    );
}
