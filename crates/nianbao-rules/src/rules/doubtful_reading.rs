//! domain.md C.3: a figure that was read with a guess stays doubtful until a person has looked

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::NATURAL_PERSON;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

/// What was taken over from a document with a guess has to be compared with the document.
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
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let doubts = report.doubts.iter().map(|(&cell, reason)| {
        let read_as = match report.figure(cell).to_string() {
            text if text.is_empty() => "空白".to_owned(),
            text => format!("“{text}”"),
        };
        let name = report.form.name(cell);
        Failure::new(
            format!("{name} 读作{read_as}：{reason}"),
            [Spot::Cell(cell)],
        )
        .into()
    });
    doubts.collect()
}
