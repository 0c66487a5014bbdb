//! The form prints it: what came in and what was carried over is what was concluded and what is carried forward.
//! Silent on columns of nothing but computed totals, which repeat the others.

use crate::rule::{Check, Example, Given, Rule};
use nianbao_core::form::keys::{CARRIED_FORWARD, NEWLY_RECEIVED};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Every request that came in was either concluded or carried forward.
pub(super) static RULE: Rule = Rule {
    id: "requests-balance",
    title: "申请的来路与去向不相等",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3],
    check: Check::Balances,
    explanation: "本年新收与上年结转的申请，年底要么办结，要么结转下年度，两边必须相等。请核对漏计、重复计入或归错申请人类别的一行。",
    examples: &[
        Example {
            given: &[Given::Figure(
                "requests",
                NEWLY_RECEIVED,
                "requester/natural-person",
                "3",
            )],
            finds: &["自然人：3 + 0 = 3 ≠ 2 + 0 = 2，相差 1"],
        },
        Example {
            given: &[
                Given::Figure("requests", NEWLY_RECEIVED, "requester/natural-person", "3"),
                Given::Figure("requests", NEWLY_RECEIVED, "requester/total", "3"),
            ],
            finds: &[
                "自然人：3 + 0 = 3 ≠ 2 + 0 = 2，相差 1",
                "总计：3 + 0 = 3 ≠ 2 + 0 = 2，相差 1",
            ],
        },
        Example {
            given: &[
                Given::Figure("requests", NEWLY_RECEIVED, "requester/natural-person", "3"),
                Given::Figure("requests", CARRIED_FORWARD, "requester/natural-person", "1"),
            ],
            finds: &[],
        },
    ],
};
