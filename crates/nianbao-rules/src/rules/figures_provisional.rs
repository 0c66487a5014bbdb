//! A report is on a whole year, so its figures are not final before the year is over.
//! Silent where nobody told which day it is.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::date::{self, Date};
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

/// Before the year is over, its figures are not final.
pub(super) static RULE: Rule = Rule {
    id: "figures-provisional",
    title: "年度尚未结束，数据还会变动",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_49, &law::PRACTICE],
    check: Check::Custom {
        formula: "填报之日晚于统计年度的 12 月 31 日",
        find,
    },
    explanation: "统计期限到 12 月 31 日，在此之前填写的只是阶段性数据。请核对年度；提前准备的，年度结束后再核对一次各项数据。",
    examples: &[
        Example {
            given: &[Given::Today(2025, 12, 31)],
            finds: &["今天 2025年12月31日，统计期限到 2025年12月31日才结束"],
        },
        Example {
            given: &[Given::Today(2026, 1, 1)],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let Some(today) = case.context.today else {
        return Vec::new();
    };
    let Some(year) = case.report.year else {
        return vec![Outcome::NotKnown(Fact::Year)];
    };
    let year_end = i16::try_from(year).map(|year| Date::new(year, 12, 31));
    let Ok(Ok(year_end)) = year_end else {
        return Vec::new();
    };
    if today > year_end {
        return vec![Outcome::Holds];
    }
    let (today, year_end) = (date::written(today), date::written(year_end));
    let statement = format!("今天 {today}，统计期限到 {year_end}才结束");
    vec![Failure::new(statement, [Spot::Field(Field::Year)]).into()]
}
