//! The columns of table three are those of the form; many requests of rare requesters and none of a natural person look like a shift.
//! Silent below five requests, and as soon as one natural person has asked.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{
    ALL_REQUESTERS, LEGAL_SERVICES, NATURAL_PERSON, NEWLY_RECEIVED, PUBLIC_INTEREST, REQUESTS,
    RESEARCH,
};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Requests of rare requesters only, and none of a natural person, look like figures in the wrong column.
pub(super) static RULE: Rule = Rule {
    id: "column-shift",
    title: "申请人类别疑似错列",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "本年新收 5 件以上、自然人为 0 时，科研机构、社会公益组织、法律服务机构均为 0",
        find,
    },
    explanation: "申请绝大多数来自自然人；自然人为 0 而较少见的类别有数的，常见的原因是整行错了列。请对照台账核对申请人类别，无误的予以保留。",
    examples: &[
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(REQUESTS, NEWLY_RECEIVED, RESEARCH, "6"),
            ],
            finds: &[
                "一、本年新收政府信息公开申请数量：自然人 0，法人或其他组织 科研机构 6，总计 6",
            ],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(
                    REQUESTS,
                    NEWLY_RECEIVED,
                    "requester/organization/enterprise",
                    "6",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "0"),
                Given::Figure(REQUESTS, NEWLY_RECEIVED, RESEARCH, "2"),
            ],
            finds: &[],
        },
    ],
};

const RARE: [&str; 3] = [RESEARCH, PUBLIC_INTEREST, LEGAL_SERVICES];

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let cell = |column| case.cell(REQUESTS, NEWLY_RECEIVED, column);
    let (Some(person), Some(all)) = (cell(NATURAL_PERSON), cell(ALL_REQUESTERS)) else {
        return Vec::new();
    };
    let rare: Vec<_> = RARE.into_iter().filter_map(cell).collect();
    let involved = [&[person], &rare[..], &[all]].concat();
    if let Some(outcome) = cells::cannot_tell(report, involved.iter().copied()) {
        return vec![outcome];
    }
    let number = |cell: &_| case.number_at(*cell).unwrap_or(0);
    if number(&person) > 0 || number(&all) < 5 || rare.iter().all(|cell| number(cell) == 0) {
        return vec![Outcome::Holds];
    }
    let is_shown = |cell: &_| *cell == person || number(cell) > 0;
    let shown: Vec<_> = involved.into_iter().filter(is_shown).collect();
    let table = &form.tables[form.place(person).table];
    let figure = |cell: &_| {
        format!(
            "{} {}",
            table.columns[form.place(*cell).column].name,
            number(cell)
        )
    };
    let figures: Vec<_> = shown.iter().map(figure).collect();
    let row = &table.rows[form.place(person).row].name;
    vec![
        Failure::new(
            format!("{row}：{}", figures.join("，")),
            cells::spots(&shown),
        )
        .into(),
    ]
}
