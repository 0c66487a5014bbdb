//! The equations of the form, as a spreadsheet goes on computing them.

use nianbao_core::form::{Axis, Cell, Form};
use nianbao_core::report::Report;
use nianbao_core::rule::Check;
use nianbao_core::rules::REQUESTS_BALANCE;

use super::places::Places;

/// Two sums of figures that must be equal.
pub(super) struct Equation {
    /// What is equal to what, in the words of the form.
    pub(super) name: String,
    pub(super) left: Vec<Cell>,
    pub(super) right: Vec<Cell>,
    /// The figures that turn red where the sums differ.
    pub(super) suspects: Vec<Cell>,
}

/// Every total and every 勾稽关系 of a form.
pub(super) fn all(form: &Form) -> Vec<Equation> {
    let totals = form.totals.iter().map(|total| Equation {
        name: match total.axis {
            Axis::Row => format!("{}：等于本行各项之和", form.name(total.cell)),
            Axis::Column => format!("{}：等于本列各项之和", form.name(total.cell)),
        },
        left: vec![total.cell],
        right: total.terms.clone(),
        suspects: vec![total.cell],
    });
    totals.chain(balances(form)).collect()
}

fn balances(form: &Form) -> Vec<Equation> {
    let Check::Balance { table, left, right } = REQUESTS_BALANCE.check else {
        return Vec::new();
    };
    let Some(table) = form.table(table) else {
        return Vec::new();
    };
    let rows = |paths: &[&str]| -> Vec<usize> {
        paths.iter().filter_map(|path| table.row(path)).collect()
    };
    let (left, right) = (rows(left), rows(right));
    let side = |rows: &[usize]| {
        let labels: Vec<_> = rows.iter().map(|&row| table.rows[row].label()).collect();
        labels.join(" ＋ ")
    };
    let relation = format!("{} ＝ {}", side(&left), side(&right));
    let equation = |column: usize| {
        let cells = |rows: &[usize]| -> Vec<Cell> {
            rows.iter().map(|&row| table.cell(row, column)).collect()
        };
        let (left, right) = (cells(&left), cells(&right));
        Equation {
            name: format!("{}：{relation}", table.columns[column].name),
            suspects: [&left[..], &right].concat(),
            left,
            right,
        }
    };
    (0..table.columns.len()).map(equation).collect()
}

impl Equation {
    /// A formula that is true where all figures are numbers and the sums differ.
    pub(super) fn is_wrong(&self, places: &Places) -> String {
        let (left, right) = (places.here(&self.left), places.here(&self.right));
        format!(
            "AND(COUNT({left})={},COUNT({right})={},SUM({left})<>SUM({right}))",
            self.left.len(),
            self.right.len()
        )
    }
}

/// The formula of a sum that is blank while a term has no number.
pub(super) fn sum(ranges: &str, n_terms: usize, otherwise: &str) -> String {
    format!("IF(COUNT({ranges})={n_terms},SUM({ranges}),{otherwise})")
}

/// What such a formula comes to.
pub(super) fn value(report: &Report, cells: &[Cell]) -> Option<i64> {
    cells.iter().map(|&cell| report.number(cell)).sum()
}
