//! The form asks for a number in every cell; a blank one leaves open whether there was none or it was forgotten.
//! Silent on totals, which are computed, and on “/” and unreadable text, of which other rules speak.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{
    ALL_REQUESTERS, CARRIED_FORWARD, CARRIED_OVER, NEWLY_RECEIVED, REQUESTS,
};
use nianbao_core::form::{Cell, TableForm};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::Report;

use super::cells;

/// Every cell has a figure; one finding for each table, graver where the 勾稽关系 hangs on the cell.
pub(super) static RULE: Rule = Rule {
    id: "blank-figure",
    title: "表中有空白格",
    severity: Severity::Warning,
    concerns: Concern::Missing,
    source: &[&law::FORM, &law::FORM_TABLE_3],
    check: Check::Custom {
        formula: "每一格都填有数字，没有的填 0（表三的总计列和第一、二、四项空白为错误，其余为提醒）",
        find,
    },
    explanation: "空白不等于 0：读者分不清是没有还是漏填，相关的勾稽关系也无法核对。请填写数字，确实没有的填 0。",
    examples: &[
        Example {
            given: &[Given::Figure("fees", "administrative-fees", "amount", "")],
            finds: &["第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 空白"],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/organization/research",
                    "",
                ),
                Given::Figure("requests", CARRIED_OVER, "requester/natural-person", ""),
            ],
            finds: &[
                "二、上年结转政府信息公开申请数量，自然人 空白",
                "（一）予以公开，法人或其他组织 科研机构 空白",
            ],
        },
        Example {
            given: &[Given::Figure(
                "requests",
                CARRIED_OVER,
                "requester/natural-person",
                "/",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let tables = case.report.form.tables.iter();
    tables.flat_map(|table| judge(case.report, table)).collect()
}

/// One failure for the cells of a table that the printed 勾稽关系 and the totals hang on, one for the others.
fn judge(report: &Report, table: &TableForm) -> Vec<Outcome> {
    let is_key = |cell: &Cell| {
        let place = report.form.place(*cell);
        let (row, column) = (
            &table.rows[place.row].path,
            &table.columns[place.column].path,
        );
        table.table.key == REQUESTS
            && ([NEWLY_RECEIVED, CARRIED_OVER, CARRIED_FORWARD].contains(&row.as_str())
                || column == ALL_REQUESTERS)
    };
    let is_blank = |cell: &Cell| report.figure(*cell).is_blank() && !report.form.is_total(*cell);
    let (key_cells, others): (Vec<_>, Vec<_>) = table.cells().filter(is_blank).partition(is_key);
    let failure = |cells: Vec<Cell>, severity| {
        let statement = cells::named(report.form, &cells) + "空白";
        let failure = Failure::new(statement, cells::spots(&cells)).with_severity(severity);
        (!cells.is_empty()).then_some(failure.into())
    };
    let failures: Vec<_> = failure(key_cells, Severity::Error)
        .into_iter()
        .chain(failure(others, Severity::Warning))
        .collect();
    if !failures.is_empty() {
        return failures;
    }
    let filled_in = table.cells().filter(|&cell| !report.is_computed(cell));
    vec![cells::cannot_tell(report, filled_in).unwrap_or(Outcome::Holds)]
}
