//! A case that was pending last year is counted again this year, pending or decided.
//! Silent without last year's report.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Cases that were pending last year are somewhere this year.
pub(super) static RULE: Rule = Rule {
    id: "pending-disputes",
    title: "上年尚未审结的案件在本年没有着落",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_4, &law::PRACTICE],
    check: Check::Custom {
        formula: "行政复议、两类行政诉讼：上年的尚未审结 ≤ 本年的总计",
        find,
    },
    explanation: "上年年底没有审结的案件，今年或者审结，或者仍未审结，通常再计一次；是否再计没有全国性规定。请核对这些案件的结果是否漏报。",
    examples: &[
        Example {
            given: &[Given::Previous(
                DISPUTES,
                CASES,
                PENDING_RECONSIDERATIONS,
                "2",
            )],
            finds: &["行政复议 尚未审结 上年 2 件，而本年 行政复议 总计 0 件"],
        },
        Example {
            given: &[
                Given::Previous(DISPUTES, CASES, PENDING_RECONSIDERATIONS, "2"),
                Given::Figure(DISPUTES, CASES, "reconsideration/upheld", "2"),
            ],
            finds: &[],
        },
    ],
};

const GROUPS: [(&str, &str); 3] = [
    (PENDING_RECONSIDERATIONS, RECONSIDERATIONS),
    (PENDING_DIRECT_SUITS, DIRECT_SUITS),
    (PENDING_LATER_SUITS, LATER_SUITS),
];

fn find(case: &Case) -> Vec<Outcome> {
    if case.previous().is_none() {
        return Vec::new();
    }
    let judge = |(pending, total)| judge(case, pending, total);
    GROUPS.into_iter().filter_map(judge).collect()
}

fn judge(case: &Case, pending: &str, total: &str) -> Option<Outcome> {
    let form = case.report.form;
    let pending = case.cell(DISPUTES, CASES, pending)?;
    let total = case.cell(DISPUTES, CASES, total)?;
    let (Some(before), Some(now)) = (case.number_before(pending), case.number_at(total)) else {
        let missing = cells::without_number(case.report, [total]);
        return Some(Outcome::CannotTell(missing));
    };
    if before <= now {
        return Some(Outcome::Holds);
    }
    let statement = format!(
        "{} 上年 {before} 件，而本年 {} {now} 件",
        form.name(pending),
        form.name(total)
    );
    Some(Failure::new(statement, cells::spots(&[total])).into())
}
