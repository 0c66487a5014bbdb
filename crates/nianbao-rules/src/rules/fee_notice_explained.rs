//! Who did not pay in time was sent a notice, and section six reports on processing fees.
//! Silent where there were none, and where section six speaks of notices or of payment.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{
    ALL_REQUESTERS, FEE_UNPAID, NATURAL_PERSON, OTHER_MATTERS, REQUESTS,
};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

/// Who did not pay in time was asked to pay: section six says so.
pub(super) static RULE: Rule = Rule {
    id: "fee-notice-explained",
    title: "有逾期未缴费的申请而第六部分没有写到收费通知",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_OTHER_MATTERS, &law::ARTICLE_42],
    check: Check::Custom {
        formula: "（六）2.申请人逾期未按收费通知要求缴纳费用 > 0 时，第六部分写到收费通知",
        find,
    },
    explanation: "申请人逾期未缴费，说明本机关发过收费通知，虽未收到费用也属于收取信息处理费情况。请在第六部分写明发出收费通知的件数、金额和缴纳情况。",
    examples: &[
        Example {
            given: &[Given::Figure(REQUESTS, FEE_UNPAID, NATURAL_PERSON, "1")],
            finds: &[
                "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，总计 1 件，而“六、其他需要报告的事项”没有写到收费通知",
            ],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, FEE_UNPAID, NATURAL_PERSON, "1"),
                Given::Text(
                    "other-matters",
                    "发出信息处理费收费通知1件、金额200元，申请人未缴纳。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, FEE_UNPAID, NATURAL_PERSON, "1"),
                Given::Text("other-matters", ""),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, FEE_UNPAID, NATURAL_PERSON, "1"),
                Given::Text(
                    "other-matters",
                    "申请人逾期未缴费的1件不再处理，未收取信息处理费。",
                ),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let Some(cell) = case.cell(REQUESTS, FEE_UNPAID, ALL_REQUESTERS) else {
        return Vec::new();
    };
    let Some(n_requests) = case.number_at(cell) else {
        return vec![Outcome::CannotTell(vec![cell])];
    };
    let Some(section) = case.written(OTHER_MATTERS) else {
        return Vec::new();
    };
    if n_requests == 0 || prose::mentions(&section.prose, &["通知", "缴纳", "缴费"]) {
        return vec![Outcome::Holds];
    }
    let statement = format!(
        "{} {n_requests} 件，而“{}”没有写到收费通知",
        report.form.name(cell),
        section.title
    );
    vec![Failure::new(statement, [section.spot, Spot::Cell(cell)]).into()]
}
