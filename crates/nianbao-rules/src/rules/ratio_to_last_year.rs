//! The main figures of two years are of one magnitude, or there is a story to tell.
//! Silent without last year's report, and on small numbers.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Cell;
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// The main figures of two years are of one magnitude, or there is a story to tell.
pub(super) static RULE: Rule = Rule {
    id: "ratio-to-last-year",
    title: "主要数据与上年相差五倍以上",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::PRACTICE],
    check: Check::Custom {
        formula: "两年中较大的数在 10 以上时，制发和废止件数、处理决定数量、申请总数、复议和诉讼总数在上年的五分之一到五倍之间",
        find,
    },
    explanation: "数据突然增减，读者会问为什么，也可能是统计口径变了或者填错了位置。请核对这些数，确实如此的在正文中说明原因。",
    examples: &[
        Example {
            given: &[
                Given::Figure(PENALTIES, PENALTY, DECIDED, "120"),
                Given::Previous(PENALTIES, PENALTY, DECIDED, "12"),
                Given::Previous(LICENSES, LICENSE, DECIDED, "30"),
            ],
            finds: &[
                "行政许可，本年处理决定数量 由 30 变为 0；行政处罚，本年处理决定数量 由 12 变为 120",
            ],
        },
        Example {
            given: &[
                Given::Figure(PENALTIES, PENALTY, DECIDED, "49"),
                Given::Previous(PENALTIES, PENALTY, DECIDED, "10"),
                Given::Previous(LICENSES, LICENSE, DECIDED, "9"),
            ],
            finds: &[],
        },
    ],
};

/// 现行有效, 上年结转 and the fee have rules of their own.
const MAIN: &[(&str, &str, &str)] = &[
    (DOCUMENTS, RULES, ISSUED),
    (DOCUMENTS, RULES, REPEALED),
    (DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED),
    (DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED),
    (LICENSES, LICENSE, DECIDED),
    (PENALTIES, PENALTY, DECIDED),
    (PENALTIES, COMPULSION, DECIDED),
    (REQUESTS, NEWLY_RECEIVED, ALL_REQUESTERS),
    (REQUESTS, HANDLED_TOTAL, ALL_REQUESTERS),
    (REQUESTS, CARRIED_FORWARD, ALL_REQUESTERS),
    (DISPUTES, CASES, RECONSIDERATIONS),
    (DISPUTES, CASES, DIRECT_SUITS),
    (DISPUTES, CASES, LATER_SUITS),
];

const WORTH_COMPARING: i64 = 10;
const TIMES: i64 = 5;

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let Some(previous) = case.previous() else {
        return Vec::new();
    };
    let compared = MAIN.iter().filter_map(|(table, row, column)| {
        let cell = case.cell(table, row, column)?;
        form.same_cell(cell, previous.form).map(|_| cell)
    });
    let compared: Vec<Cell> = compared.collect();
    let differs = |cell: &Cell| {
        let (this, last) = (case.number_at(*cell)?, case.number_before(*cell)?);
        let (less, more) = (this.min(last), this.max(last));
        let is_far = more >= WORTH_COMPARING && more >= TIMES * less;
        is_far.then(|| (*cell, format!("{} 由 {last} 变为 {this}", form.name(*cell))))
    };
    let (different, changes): (Vec<_>, Vec<_>) = compared.iter().filter_map(differs).unzip();
    if !different.is_empty() {
        let failure = Failure::new(changes.join("；"), cells::spots(&different));
        return vec![failure.into()];
    }
    let unknown = |cell: &Cell| case.number_before(*cell).is_none();
    if compared.iter().any(unknown) {
        return vec![Outcome::CannotTell(cells::without_number(report, compared))];
    }
    vec![cells::cannot_tell(report, compared).unwrap_or(Outcome::Holds)]
}
