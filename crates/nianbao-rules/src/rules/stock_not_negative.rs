//! What is in force is at least what was added, or last year's stock would be negative.
//! Silent while one of the three numbers is missing.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Cell;
use nianbao_core::form::keys::{DOCUMENTS, IN_FORCE, ISSUED, NORMATIVE_DOCUMENTS, REPEALED};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::Report;

use super::cells;

/// What is in force is at least what was added; otherwise last year's stock would be negative.
pub(super) static RULE: Rule = Rule {
    id: "stock-not-negative",
    title: "现行有效件数少于本年净增件数",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2],
    check: Check::Custom {
        formula: "规章、行政规范性文件：现行有效件数 ≥ 本年制发件数 − 本年废止件数",
        find,
    },
    explanation: "现行有效件数是年底仍有效的全部件数，少于本年制发减去废止的，等于上年底的件数为负。请核对三个数的统计范围是否一致。",
    examples: &[
        Example {
            given: &[
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED, "5"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED, "2"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "1"),
            ],
            finds: &["行政规范性文件：现行有效件数 1 < 本年制发件数 5 − 本年废止件数 2 = 3"],
        },
        Example {
            given: &[Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED, "1")],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let judge = |stock: Stock| match stock.numbers(case.report) {
        None => Outcome::CannotTell(cells::without_number(case.report, stock.cells)),
        Some([issued, repealed, in_force]) if in_force < issued - repealed => {
            let [issued_name, repealed_name, in_force_name] = stock.columns;
            let statement = format!(
                "{}：{in_force_name} {in_force} < {issued_name} {issued} − {repealed_name} {repealed} = {}",
                stock.row,
                issued - repealed
            );
            let [issued, repealed, in_force] = stock.cells;
            Failure::new(statement, cells::spots(&[in_force, issued, repealed])).into()
        }
        Some(_) => Outcome::Holds,
    };
    stocks(case).map(judge).collect()
}

/// Issued, repealed and in force, for one kind of documents.
pub(super) struct Stock<'a> {
    /// Name of the row.
    pub(super) row: &'a str,
    /// Names of the three columns.
    pub(super) columns: [&'a str; 3],
    /// The three cells.
    pub(super) cells: [Cell; 3],
}

impl Stock<'_> {
    /// The three numbers, if each cell has one.
    pub(super) fn numbers(&self, report: &Report) -> Option<[i64; 3]> {
        let [issued, repealed, in_force] = self.cells.map(|cell| report.number(cell));
        Some([issued?, repealed?, in_force?])
    }
}

/// The rows of a form that state a stock of documents.
pub(super) fn stocks<'a>(case: &Case<'a>) -> impl Iterator<Item = Stock<'a>> + use<'a> {
    let table = case.report.form.table(DOCUMENTS);
    let columns = table.and_then(|table| {
        Some((
            table,
            [
                table.column(ISSUED)?,
                table.column(REPEALED)?,
                table.column(IN_FORCE)?,
            ],
        ))
    });
    columns.into_iter().flat_map(|(table, columns)| {
        (0..table.rows.len()).map(move |row| Stock {
            row: &table.rows[row].name,
            columns: columns.map(|column| table.columns[column].name.as_str()),
            cells: columns.map(|column| table.cell(row, column)),
        })
    })
}
