//! A whole government issues documents, decides and collects within a year; a table of nothing but zeros was hardly filled in.
//! Silent on departments and townships, and while a cell is blank.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{DECIDED, DOCUMENTS, LICENSE, LICENSES};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, OrganKind};

use super::cells;

/// A whole government without a document, a decision or a fee in a year is hard to believe.
pub(super) static RULE: Rule = Rule {
    id: "empty-government",
    title: "人民政府的主动公开数据全部为零",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2, &law::PRACTICE],
    check: Check::Custom {
        formula: "县级以上人民政府：第二部分至少一格 > 0",
        find,
    },
    explanation: "人民政府的年报汇总所属部门的数据，全年没有一件许可、处罚或收费的情形极少见。请核对所属部门的数据是否已经汇总。",
    examples: &[
        Example {
            given: &[Given::Organ(
                "示例县人民政府",
                OrganKind::Government,
                Level::County,
            )],
            finds: &["二、主动公开政府信息情况：10 格均为 0"],
        },
        Example {
            given: &[
                Given::Organ("示例县人民政府", OrganKind::Government, Level::County),
                Given::Figure(LICENSES, LICENSE, DECIDED, "3120"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Organ(
                "示例县示例镇人民政府",
                OrganKind::Township,
                Level::Township,
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let Some(section) = form.table(DOCUMENTS).map(|table| table.section) else {
        return Vec::new();
    };
    if report.organ.known_kind() != Some(OrganKind::Government) {
        return Vec::new();
    }
    let figures: Vec<_> = form
        .tables_of(section)
        .flat_map(|table| table.cells())
        .collect();
    if figures
        .iter()
        .any(|&cell| case.number_at(cell).is_some_and(|number| number != 0))
    {
        return vec![Outcome::Holds];
    }
    if let Some(outcome) = cells::cannot_tell(report, figures.iter().copied()) {
        return vec![outcome];
    }
    let statement = format!(
        "{}：{} 格均为 0",
        form.edition.sections[section].title,
        figures.len()
    );
    vec![Failure::new(statement, cells::spots(&figures)).into()]
}
