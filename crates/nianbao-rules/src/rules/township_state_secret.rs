//! A township seldom classifies; who withholds a state secret needs a classification to rest on.
//! Silent on all other organs.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{ALL_REQUESTERS, NATURAL_PERSON, REQUESTS, STATE_SECRET};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, OrganKind};

use super::cells;

/// A township that withholds a state secret needs somebody's classification to rest on.
pub(super) static RULE: Rule = Rule {
    id: "township-state-secret",
    title: "乡镇、街道以国家秘密为由不予公开",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "乡镇、街道：（三）1.属于国家秘密 = 0",
        find,
    },
    explanation: "乡镇、街道一般没有定密权，以国家秘密为由不予公开须有上级的定密依据，常见的原因是归错了行。请核对这几件的答复依据，有定密依据的予以保留。",
    examples: &[
        Example {
            given: &[
                Given::Organ("示例县示例镇人民政府", OrganKind::Township, Level::Township),
                Given::Figure(REQUESTS, STATE_SECRET, NATURAL_PERSON, "1"),
            ],
            finds: &["（三）不予公开 1.属于国家秘密，总计 1 件，而本机关为乡镇、街道"],
        },
        Example {
            given: &[Given::Figure(REQUESTS, STATE_SECRET, NATURAL_PERSON, "1")],
            finds: &[],
        },
    ],
};

const TOWNSHIP: OrganKind = OrganKind::Township;

fn find(case: &Case) -> Vec<Outcome> {
    let kind = case.report.organ.known_kind();
    let cell = case.cell(REQUESTS, STATE_SECRET, ALL_REQUESTERS);
    let Some(cell) = cell.filter(|_| kind == Some(TOWNSHIP)) else {
        return Vec::new();
    };
    match case.number_at(cell) {
        None => vec![Outcome::CannotTell(vec![cell])],
        Some(0) => vec![Outcome::Holds],
        Some(n_requests) => {
            let name = case.report.form.name(cell);
            let statement = format!("{name} {n_requests} 件，而本机关为{}", TOWNSHIP.name());
            vec![Failure::new(statement, cells::spots(&[cell])).into()]
        }
    }
}
