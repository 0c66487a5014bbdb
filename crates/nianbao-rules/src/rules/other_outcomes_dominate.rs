//! The last line of the outcomes is for what fits no other; where it holds most requests, a reader wants to know why.
//! Silent below ten requests, and where the text explains it.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{
    ALL_REQUESTERS, HANDLED_TOTAL, NATURAL_PERSON, NEWLY_RECEIVED, OTHERWISE_CONCLUDED, REQUESTS,
};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// A residual class that holds most requests wants an explanation.
pub(super) static RULE: Rule = Rule {
    id: "other-outcomes-dominate",
    title: "“其他”占办理结果的多数而正文没有说明",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3, &law::PRACTICE],
    check: Check::Custom {
        formula: "办理结果总计 10 件以上时，（六）3.其他不超过一半，或者正文说明其中的情形",
        find,
    },
    explanation: "“其他”是兜底的一行，占到多数时，读者看不出申请是怎样办理的。请核对能否归入前面各行，并在正文中说明撤回、转办等情形各有多少件。",
    examples: &[
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "12"),
                Given::Figure(REQUESTS, OTHERWISE_CONCLUDED, NATURAL_PERSON, "10"),
            ],
            finds: &["（六）其他处理 3.其他，总计 10 件，超过 （七）总计，总计 12 件的一半"],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "12"),
                Given::Figure(REQUESTS, OTHERWISE_CONCLUDED, NATURAL_PERSON, "10"),
                Given::Text("overview/on-request", "其中10件由申请人自行撤回。"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "12"),
                Given::Figure(REQUESTS, "handled/granted", NATURAL_PERSON, "6"),
                Given::Figure(REQUESTS, OTHERWISE_CONCLUDED, NATURAL_PERSON, "6"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("requests", "newly-received", NATURAL_PERSON, "12"),
                Given::Figure("requests", "handled/other/other", NATURAL_PERSON, "10"),
                Given::Text(
                    "overview/on-request",
                    "其他处理的10件，均为申请人主动撤回。",
                ),
            ],
            finds: &[],
        },
    ],
};

/// Words of a text that says what became of such requests.
const EXPLAINING: &[&str] = &[
    "撤回",
    "撤销",
    "转办",
    "转送",
    "其他处理",
    "合并办理",
    "并案",
];

fn find(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    let cell = |row| case.cell(REQUESTS, row, ALL_REQUESTERS);
    let (Some(other), Some(all)) = (cell(OTHERWISE_CONCLUDED), cell(HANDLED_TOTAL)) else {
        return Vec::new();
    };
    let (Some(n_other), Some(n_all)) = (case.number_at(other), case.number_at(all)) else {
        return vec![Outcome::CannotTell(cells::without_number(
            case.report,
            [other, all],
        ))];
    };
    if n_all < 10 || 2 * n_other <= n_all || case.mentions(EXPLAINING) {
        return vec![Outcome::Holds];
    }
    let statement = format!(
        "{} {n_other} 件，超过 {} {n_all} 件的一半",
        form.name(other),
        form.name(all)
    );
    vec![Failure::new(statement, cells::spots(&[other, all])).into()]
}
