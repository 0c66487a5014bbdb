//! Where nothing came in and nothing was carried over, nothing can be concluded: the plainest case of the 勾稽关系.
//! Silent as soon as one request came in.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{
    ALL_REQUESTERS, CARRIED_OVER, NATURAL_PERSON, NEWLY_RECEIVED, REQUESTS,
};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Nothing received, nothing concluded: the plainest case of the 勾稽关系.
pub(super) static RULE: Rule = Rule {
    id: "no-requests-no-outcomes",
    title: "没有申请却有办理结果",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3],
    check: Check::Custom {
        formula: "第一项、第二项各列均为 0 时，第三项、第四项各格为 0",
        find,
    },
    explanation: "本年没有新收、也没有上年结转的申请，就没有可以办理或结转的申请。请补填收到的申请，或者把办理结果改为 0。",
    examples: &[
        Example {
            given: &[Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0")],
            finds: &[
                "一、本年新收政府信息公开申请数量 与 二、上年结转政府信息公开申请数量 均为 0，而 （一）予以公开，自然人 不为 0",
            ],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(REQUESTS, CARRIED_OVER, NATURAL_PERSON, "2"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(REQUESTS, "handled/granted", NATURAL_PERSON, "0"),
            ],
            finds: &[],
        },
    ],
};

const INCOMING: [&str; 2] = [NEWLY_RECEIVED, CARRIED_OVER];

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let Some(table) = form.table(REQUESTS) else {
        return Vec::new();
    };
    let (incoming, outgoing): (Vec<_>, Vec<_>) = table.cells().partition(|&cell| {
        let row = &table.rows[form.place(cell).row].path;
        INCOMING.contains(&row.as_str())
    });
    if incoming
        .iter()
        .any(|&cell| case.number_at(cell).is_some_and(|number| number > 0))
    {
        return Vec::new();
    }
    let totals = INCOMING
        .iter()
        .filter_map(|row| case.cell(REQUESTS, row, ALL_REQUESTERS));
    if let Some(outcome) = cells::cannot_tell(report, totals) {
        return vec![outcome];
    }
    // A computed total repeats its terms; a typed one speaks for itself.
    let has_outcome = |&cell: &_| {
        !report.is_computed(cell) && case.number_at(cell).is_some_and(|number| number > 0)
    };
    let wrong: Vec<_> = outgoing.iter().copied().filter(has_outcome).collect();
    if wrong.is_empty() {
        return vec![cells::cannot_tell(report, outgoing).unwrap_or(Outcome::Holds)];
    }
    let names = INCOMING
        .iter()
        .filter_map(|row| Some(table.rows[table.row(row)?].name.as_str()));
    let names: Vec<_> = names.collect();
    let statement = format!(
        "{} 均为 0，而 {}不为 0",
        names.join(" 与 "),
        cells::named(form, &wrong)
    );
    vec![Failure::new(statement, cells::spots(&wrong)).into()]
}
