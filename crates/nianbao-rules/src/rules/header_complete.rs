//! A report says who reports, who signs and when.
//! Milder where a report was read from a web page, which often leaves signature and date out.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

/// Organ, signature and date are there.
pub(super) static RULE: Rule = Rule {
    id: "header-complete",
    title: "机关名称、落款或成文日期没有填写",
    severity: Severity::Warning,
    concerns: Concern::Missing,
    source: &[&law::OFFICIAL_DOCUMENTS, &law::PRACTICE],
    check: Check::Custom {
        formula: "机关名称、落款、成文日期均已填写（机关名称空白为错误；读入的年报没有落款、日期为提示）",
        find,
    },
    explanation: "标题和文件名由机关名称组成，落款和成文日期说明由谁、在何时报告。请补填；读入的网页版年报原文没有落款和日期的，可以不补。",
    examples: &[
        Example {
            given: &[
                Given::Field(Field::Organ, " "),
                Given::Field(Field::Signature, ""),
                Given::Field(Field::Date, ""),
            ],
            finds: &["机关名称没有填写", "落款没有填写", "成文日期没有填写"],
        },
        Example {
            given: &[
                Given::Field(Field::Title, ""),
                Given::Field(Field::Preamble, ""),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    // Web pages often leave them out below the text.
    let below = if report.headings.is_empty() {
        Severity::Warning
    } else {
        Severity::Hint
    };
    let fields = [
        (Field::Organ, &report.organ.name, Severity::Error),
        (Field::Signature, &report.signature, below),
        (Field::Date, &report.date, below),
    ];
    let judge = |(field, content, severity): (Field, &String, Severity)| match content.trim() {
        "" => Failure::new(format!("{}没有填写", field.name()), [Spot::Field(field)])
            .with_severity(severity)
            .into(),
        _ => Outcome::Holds,
    };
    fields.map(judge).into()
}
