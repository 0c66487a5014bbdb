//! `nianbao review`

use std::fs;

use crate::support::{nianbao, report, source, temporary};

#[test]
fn a_leader_gets_a_sheet_of_what_was_found() {
    let output = temporary("sheet.html");
    let shifted = source("row-shifted-by-a-cell/source.html");
    let run = nianbao(&["review", &shifted, "-o", &output]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let page = fs::read_to_string(&output).expect("the file is written");
    for words in [
        "审核单</h1>",
        "错误 5 处，",
        "<td>错误：",
        "可能的原因：",
        "<th scope=\"col\">签字</th>",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_sheet_is_a_document_or_a_page() {
    let output = temporary("sheet.docx");
    let run = nianbao(&["review", &report("quiet-bureau"), "-o", &output]);
    assert_eq!(run.status, 0);
    assert!(
        fs::read(&output)
            .expect("the file is written")
            .starts_with(b"PK")
    );
    let run = nianbao(&["review", &report("quiet-bureau"), "-o", "sheet.csv"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("审核单只能写成 .docx 或 .html"),
        "{}",
        run.err
    );
}
