//! Disputes over disclosure follow requests.
//! Silent without last year's report, since a request of last year can be disputed in this one.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Cell;
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Where nobody asked in two years, there is little to dispute.
pub(super) static RULE: Rule = Rule {
    id: "disputes-without-requests",
    title: "两年都没有申请，却有复议或诉讼",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_4, &law::PRACTICE],
    check: Check::Custom {
        formula: "本年和上年的第一项、第二项总计都为 0 时，第四部分的各个总计为 0",
        find,
    },
    explanation: "复议和诉讼多因申请的办理而起；因主动公开或更早的申请而起的也有，但少见。请核对是否计入了与政府信息公开无关的案件，确实如此的在正文中说明。",
    examples: &[
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(REQUESTS, "handled/granted", NATURAL_PERSON, "0"),
                Given::Previous(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(DISPUTES, CASES, "reconsideration/upheld", "1"),
            ],
            finds: &["本年和上年都没有申请，而 行政复议 总计 1 件"],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Previous(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "2"),
                Given::Figure(DISPUTES, CASES, "reconsideration/upheld", "1"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    if case.previous().is_none() {
        return Vec::new();
    }
    let totals = [RECONSIDERATIONS, DIRECT_SUITS, LATER_SUITS];
    let totals: Vec<_> = totals
        .iter()
        .filter_map(|column| case.cell(DISPUTES, CASES, column))
        .collect();
    let number = |&cell: &Cell| Some((cell, case.number_at(cell)?));
    let disputes: Vec<_> = totals
        .iter()
        .filter_map(number)
        .filter(|(_, number)| *number > 0)
        .collect();
    if disputes.is_empty() {
        return vec![cells::cannot_tell(report, totals).unwrap_or(Outcome::Holds)];
    }
    match requests_in_two_years(case) {
        None => {
            let missing = cells::without_number(report, incoming(case));
            vec![Outcome::CannotTell(missing)]
        }
        Some(0) => {
            let (disputed, named): (Vec<_>, Vec<_>) = disputes
                .into_iter()
                .map(|(cell, number)| (cell, format!("{} {number} 件", form.name(cell))))
                .unzip();
            let statement = format!("本年和上年都没有申请，而 {}", named.join("、"));
            vec![Failure::new(statement, cells::spots(&disputed)).into()]
        }
        Some(_) => vec![Outcome::Holds],
    }
}

/// Requests received and carried over, this year and last.
pub(super) fn requests_in_two_years(case: &Case) -> Option<i64> {
    let of_both = |cell| Some(case.number_at(cell)? + case.number_before(cell)?);
    incoming(case).map(of_both).sum()
}

fn incoming(case: &Case) -> impl Iterator<Item = Cell> {
    [NEWLY_RECEIVED, CARRIED_OVER]
        .into_iter()
        .filter_map(|row| case.cell(REQUESTS, row, ALL_REQUESTERS))
}
