//! The period that a report states is the year that it is on.
//! Silent where none is stated, and as soon as the right one is stated anywhere.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law;
use nianbao_core::spot::Field;

use super::period_stated::ABOUT_FIGURES;
use super::periods::periods;

/// The period that a report states is the year it reports on.
pub(super) static RULE: Rule = Rule {
    id: "period-is-the-year",
    title: "统计期限不是本年度的 1 月 1 日至 12 月 31 日",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_49, &law::PRACTICE],
    check: Check::Custom {
        formula: "写明的统计期限自本年度 1 月 1 日起至 12 月 31 日止",
        find,
    },
    explanation: "年报报告的是整个年度，期限不符常见于沿用上年的文字，读者会怀疑数据也是上年的。请更正起止日期。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告数据的统计期限自2024年1月1日起至2024年12月31日止。",
            )],
            finds: &[
                "写的是“本报告数据的统计期限自2024年1月1日起至2024年12月31日止”，本年度为 2025 年",
            ],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "所列数据的统计期限为2025年1月1日至11月30日。",
            )],
            finds: &["写的是“所列数据的统计期限为2025年1月1日至11月30日”，本年度为 2025 年"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "2025年3月1日至3月31日开展宣传月活动。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "2024年1月1日至12月31日的数据见上年年报。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "统计期限为2025年1月1日至12月31日，2024年1月1日至12月31日的数据见上年年报。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let Some(year) = case.report.year else {
        return vec![Outcome::NotKnown(Fact::Year)];
    };
    let is_stated = |text: &str| periods(text).iter().any(|period| period.is_year(year));
    if case.writing().any(|(_, text)| is_stated(text)) {
        return vec![Outcome::Holds];
    }
    let sentences = case
        .writing()
        .flat_map(|(spot, text)| prose::sentences(text).map(move |sentence| (spot, sentence)));
    let mut others = sentences.filter(|(_, sentence)| {
        prose::mentions(sentence, ABOUT_FIGURES) && !periods(sentence).is_empty()
    });
    let failure = others.next().map(|(spot, sentence)| {
        let statement = format!("写的是{}，本年度为 {year} 年", prose::quote(sentence));
        Failure::new(statement, [spot]).into()
    });
    failure.into_iter().collect()
}
