//! The equations of the form, as a spreadsheet goes on computing them.

use nianbao_core::form::{Axis, Cell, Form};
use nianbao_core::report::Report;

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
    let balances = form.balances.iter().map(|balance| {
        let place = form.place(balance.left[0]);
        let column = &form.tables[place.table].columns[place.column].name;
        let label = |&cell: &Cell| {
            let place = form.place(cell);
            form.tables[place.table].rows[place.row].label()
        };
        let side = |cells: &[Cell]| cells.iter().map(label).collect::<Vec<_>>().join(" ＋ ");
        let (left, right) = (&balance.left, &balance.right);
        Equation {
            name: format!("{column}：{} ＝ {}", side(left), side(right)),
            suspects: [&left[..], right].concat(),
            left: left.clone(),
            right: right.clone(),
        }
    });
    totals.chain(balances).collect()
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
