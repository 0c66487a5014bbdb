//! Only what was decided can be reconsidered.
//! Silent without last year's report, and where there was no request in two years.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;
use super::disputes_without_requests::requests_in_two_years;

/// There are not more reconsiderations than outcomes to reconsider.
pub(super) static RULE: Rule = Rule {
    id: "reconsiderations-plausible",
    title: "行政复议多于两年办结的申请",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_4, &law::PRACTICE],
    check: Check::Custom {
        formula: "行政复议总计 ≤ 本年办理结果总计 + 上年办理结果总计",
        find,
    },
    explanation: "每件复议通常对应一件已经办结的申请，多出来的可能不是因政府信息公开而起。请核对复议案件的统计范围。",
    examples: &[
        Example {
            given: &[
                Given::Previous(REQUESTS, HANDLED_TOTAL, ALL_REQUESTERS, "1"),
                Given::Figure(DISPUTES, CASES, "reconsideration/upheld", "4"),
            ],
            finds: &["行政复议 总计 4 件 > 本年 （七）总计 2 件 + 上年 1 件"],
        },
        Example {
            given: &[
                Given::Previous(REQUESTS, HANDLED_TOTAL, ALL_REQUESTERS, "2"),
                Given::Figure(DISPUTES, CASES, "reconsideration/upheld", "4"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let handled = case.cell(REQUESTS, HANDLED_TOTAL, ALL_REQUESTERS);
    let disputed = case.cell(DISPUTES, CASES, RECONSIDERATIONS);
    let (Some(_), Some(handled), Some(disputed)) = (case.previous(), handled, disputed) else {
        return Vec::new();
    };
    let numbers = (
        case.number_at(disputed),
        case.number_at(handled),
        case.number_before(handled),
    );
    let (Some(n_disputed), Some(n_handled), Some(n_before)) = numbers else {
        let missing = cells::without_number(report, [disputed, handled]);
        return vec![Outcome::CannotTell(missing)];
    };
    // No request at all: that is the business of disputes-without-requests.
    if n_disputed <= n_handled + n_before || requests_in_two_years(case) == Some(0) {
        return vec![Outcome::Holds];
    }
    let place = form.place(handled);
    let statement = format!(
        "{} {n_disputed} 件 > 本年 {} {n_handled} 件 + 上年 {n_before} 件",
        form.name(disputed),
        form.tables[place.table].rows[place.row].name,
    );
    vec![Failure::new(statement, cells::spots(&[disputed, handled])).into()]
}
