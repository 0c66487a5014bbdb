//! Years are compared one with the next, or not at all.
//! Silent without a report of another year.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

/// Years are compared one with the next, or not at all.
pub(super) static RULE: Rule = Rule {
    id: "previous-is-last-years",
    title: "所附的上年年报不是上一年度的",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "上年年报的年度 = 本年度 − 1",
        find,
    },
    explanation: "只有相邻两个年度的数据才能互相核对，现在凡要与上年比较的规则都没有执行。请换成上一年度的年报，或者核对两份年报的年度。",
    examples: &[
        Example {
            given: &[Given::PreviousYear(2022)],
            finds: &["上年年报为 2022 年度，本年报为 2025 年度，没有比较"],
        },
        Example {
            given: &[Given::PreviousYear(2024)],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let Some(previous) = case.context.previous else {
        return Vec::new();
    };
    if case.previous().is_some() {
        return vec![Outcome::Holds];
    }
    let Some((before, year)) = previous.year.zip(case.report.year) else {
        return vec![Outcome::NotKnown(Fact::Year)];
    };
    let statement = format!("上年年报为 {before} 年度，本年报为 {year} 年度，没有比较");
    vec![Failure::new(statement, [Spot::Field(Field::Year)]).into()]
}
