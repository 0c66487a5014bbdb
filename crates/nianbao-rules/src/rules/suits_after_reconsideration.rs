//! Who sues after a reconsideration has had one.
//! Silent without last year's report, since the reconsideration may be of last year.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Who sues after a reconsideration has had one.
pub(super) static RULE: Rule = Rule {
    id: "suits-after-reconsideration",
    title: "有复议后起诉，而两年都没有行政复议",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_4, &law::PRACTICE],
    check: Check::Custom {
        formula: "复议后起诉总计大于 0 时，本年或上年的行政复议总计大于 0",
        find,
    },
    explanation: "复议后起诉的案件先经过行政复议，两年都没有复议的，可能填错了列，也可能漏报了复议。请核对是否应填入未经复议直接起诉。",
    examples: &[
        Example {
            given: &[
                Given::PreviousYear(2024),
                Given::Figure(
                    DISPUTES,
                    CASES,
                    "litigation/after-reconsideration/upheld",
                    "1",
                ),
            ],
            finds: &["复议后起诉 总计 1 件，而 行政复议 总计 本年和上年都是 0 件"],
        },
        Example {
            given: &[
                Given::Previous(DISPUTES, CASES, "reconsideration/upheld", "1"),
                Given::Figure(
                    DISPUTES,
                    CASES,
                    "litigation/after-reconsideration/upheld",
                    "1",
                ),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let suits = case.cell(DISPUTES, CASES, LATER_SUITS);
    let disputed = case.cell(DISPUTES, CASES, RECONSIDERATIONS);
    let (Some(_), Some(suits), Some(disputed)) = (case.previous(), suits, disputed) else {
        return Vec::new();
    };
    let numbers = (
        case.number_at(suits),
        case.number_at(disputed),
        case.number_before(disputed),
    );
    let (Some(n_suits), Some(n_disputed), Some(n_before)) = numbers else {
        let missing = cells::without_number(report, [suits, disputed]);
        return vec![Outcome::CannotTell(missing)];
    };
    if n_suits == 0 || n_disputed + n_before > 0 {
        return vec![Outcome::Holds];
    }
    let statement = format!(
        "{} {n_suits} 件，而 {} 本年和上年都是 0 件",
        form.name(suits),
        form.name(disputed)
    );
    vec![Failure::new(statement, cells::spots(&[suits, disputed])).into()]
}
