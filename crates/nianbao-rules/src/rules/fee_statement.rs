//! The form of 2021 asks section six whether a processing fee was charged, even if none was.
//! Silent on the form of 2019, and as soon as the section says so in any words.

use crate::prose::{self, Quantity};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::OTHER_MATTERS;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Section six says whether a processing fee was charged, even if none was.
pub(super) static RULE: Rule = Rule {
    id: "fee-statement",
    title: "没有报告收取信息处理费情况",
    severity: Severity::Error,
    concerns: Concern::Missing,
    source: &[&law::FORM_OTHER_MATTERS],
    check: Check::Custom {
        formula: "第六部分写到信息处理费：没有收取，或者收取的件数和金额（写到而不明确的为提醒）",
        find,
    },
    explanation: "格式规定收取信息处理费情况在第六部分报告，没有收取的也要写明。请补写一句，例如“本年度未收取信息处理费”。",
    examples: &[
        Example {
            given: &[Given::Text("other-matters", "没有其他需要报告的事项。")],
            finds: &["“六、其他需要报告的事项”没有写到信息处理费"],
        },
        Example {
            given: &[Given::Text("other-matters", "全年行政事业性收费0万元。")],
            finds: &["“六、其他需要报告的事项”没有写到信息处理费"],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "本机关依照规定收取信息处理费。",
            )],
            finds: &["“六、其他需要报告的事项”写到信息处理费，没有写明是否收取、件数和金额"],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "本年度没有向申请人收取任何费用。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text("other-matters", "收取信息处理费3件、1200元。")],
            finds: &[],
        },
        Example {
            given: &[
                Given::Edition(2019),
                Given::Text("other-matters", "没有其他需要报告的事项。"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    // The fee came with the rules of November 2020, its report with the 2021 edition.
    if case.report.form.edition.year < 2021 {
        return Vec::new();
    }
    let Some(section) = case.written(OTHER_MATTERS) else {
        return Vec::new();
    };
    let written = section.prose.replace("行政事业性收费", "");
    let fails = |what: &str| Failure::new(format!("“{}”{what}", section.title), [section.spot]);
    if !prose::mentions(&written, &["处理费", "收费", "费用"]) {
        return vec![fails("没有写到信息处理费").into()];
    }
    let is_definite = prose::mentions(&written, &["未", "没有", "无", "不", "零", "免"])
        || prose::quantities(&written).iter().any(is_told);
    if is_definite {
        return vec![Outcome::Holds];
    }
    let failure = fails("写到信息处理费，没有写明是否收取、件数和金额");
    vec![failure.with_severity(Severity::Warning).into()]
}

/// Whether a quantity is an exact number of cases or pages, or an exact amount.
fn is_told(quantity: &Quantity) -> bool {
    quantity.count().or(quantity.fen()).is_some()
}
