//! A total of the form is the sum of what it totals.
//! Silent on computed totals, and while a term has no number.

use crate::rule::{Check, Example, Given, Rule};
use nianbao_core::form::keys::{ALL_REQUESTERS, NEWLY_RECEIVED};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// A typed total equals the sum of what it totals.
pub(super) static RULE: Rule = Rule {
    id: "totals-add-up",
    title: "总计不等于各项之和",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3, &law::FORM_TABLE_4],
    check: Check::Totals,
    explanation: "总计与它的各项互相印证，对不上就有一处填错。请核对各项；各项无误的，清除手填的总计，由程序自动合计。",
    examples: &[
        Example {
            given: &[Given::Figure(
                "requests",
                NEWLY_RECEIVED,
                ALL_REQUESTERS,
                "5",
            )],
            finds: &[
                "一、本年新收政府信息公开申请数量，总计：5 ≠ 2 + 0 + 0 + 0 + 0 + 0 = 2，相差 3",
            ],
        },
        Example {
            given: &[Given::Figure(
                "requests",
                NEWLY_RECEIVED,
                ALL_REQUESTERS,
                "2",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Figure(
                "disputes",
                "cases",
                "reconsideration/total",
                "1",
            )],
            finds: &["行政复议 总计：1 ≠ 0 + 0 + 0 + 0 = 0，相差 1"],
        },
    ],
};
