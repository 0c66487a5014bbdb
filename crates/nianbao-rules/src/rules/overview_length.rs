//! Some places limit section one; the national notice does not.
//! Silent where nobody typed a local limit.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::OVERVIEW;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Section one is no longer than a local notice asks for.
pub(super) static RULE: Rule = Rule {
    id: "overview-length",
    title: "总体情况超过本地要求的字数",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "第一部分的字数（含标点）≤ 本地要求的字数；没有填写本地要求的不核对",
        find,
    },
    explanation: "一些地方要求总体情况简明扼要，并限定字数，全国没有这样的规定。请删去与五个方面无关的内容，或者核对填写的本地要求。",
    examples: &[
        Example {
            given: &[Given::Local("", "150字")],
            finds: &["第一部分 285 字，本地要求不超过 150 字"],
        },
        Example {
            given: &[Given::Local("", "1000")],
            finds: &[],
        },
        Example {
            given: &[Given::Local("", "")],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let (Some(most), Some(section), Some(spot)) = (
        report.local.most_characters(),
        report.form.section(OVERVIEW),
        case.text_spot(OVERVIEW),
    ) else {
        return Vec::new();
    };
    let texts = report.form.texts_of(section);
    match texts.map(|text| prose::length(report.text(text))).sum() {
        0 => Vec::new(),
        length if length <= most => vec![Outcome::Holds],
        length => {
            let statement = format!("第一部分 {length} 字，本地要求不超过 {most} 字");
            vec![Failure::new(statement, [spot]).into()]
        }
    }
}
