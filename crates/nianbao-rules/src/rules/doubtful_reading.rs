//! What was read with a guess has to be compared with the document before anybody relies on it.
//! Silent once somebody has looked or typed, and on text that is no number, of which other rules speak.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::figure::Figure;
use nianbao_core::form::Cell;
use nianbao_core::form::keys::{GRANTED, NATURAL_PERSON, PARTIAL, RESEARCH};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// What was taken over from a document with a guess has to be compared with the document; one finding for each row and reason.
pub(super) static RULE: Rule = Rule {
    id: "doubtful-reading",
    title: "读入时没有把握的数",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "从文件或粘贴内容读入的数，没有把握的都已对照原文核对",
        find,
    },
    explanation: "原文的数字粘连、断开或者位置不清楚，程序只能推测。请对照原文，改正这一格，或者点进去后按“核对无误”。",
    examples: &[
        Example {
            given: &[Given::Doubt(
                "requests",
                "handled/granted",
                NATURAL_PERSON,
                "数字和文字粘连",
            )],
            finds: &["（一）予以公开，自然人 读作“2”：数字和文字粘连"],
        },
        Example {
            given: &[
                Given::Doubt(
                    "requests",
                    "handled/granted",
                    NATURAL_PERSON,
                    "数字和文字粘连",
                ),
                Given::Figure("requests", "handled/granted", NATURAL_PERSON, "2"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Doubt("requests", GRANTED, NATURAL_PERSON, "格子与列名对不齐"),
                Given::Doubt("requests", GRANTED, RESEARCH, "格子与列名对不齐"),
                Given::Doubt("requests", PARTIAL, RESEARCH, "格子与列名对不齐"),
            ],
            finds: &[
                "（一）予以公开，自然人 等 2 格读作“2”“0”：格子与列名对不齐",
                "（二）部分公开（区分处理的，只计这一情形，不计其他情形），法人或其他组织 科研机构 读作“0”：格子与列名对不齐",
            ],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    // What is no number is told by whole-number and fee-amount.
    let doubts = report.doubts.iter();
    let doubts = doubts.filter(|(cell, _)| !matches!(report.figure(**cell), Figure::Unreadable(_)));
    let doubts: Vec<_> = doubts.map(|(&cell, reason)| (cell, reason)).collect();
    let row = |cell| {
        let place = form.place(cell);
        (place.table, place.row)
    };
    // A row that was read with a guess is one finding.
    let rows = doubts.chunk_by(|a, b| row(a.0) == row(b.0) && a.1 == b.1);
    let outcome = |doubts: &[(Cell, &String)]| {
        let cells: Vec<_> = doubts.iter().map(|(cell, _)| *cell).collect();
        let (named, read_as) = (cells::named(form, &cells), cells::typed(report, &cells));
        let read_as = read_as.replace("“”", "空白");
        let statement = format!("{named}读作{read_as}：{}", doubts[0].1);
        Failure::new(statement, cells::spots(&cells)).into()
    };
    rows.map(outcome).collect()
}
