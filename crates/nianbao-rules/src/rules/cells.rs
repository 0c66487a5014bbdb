//! How findings speak of cells.

use crate::rule::Outcome;
use nianbao_core::form::{Cell, Form};
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

/// The cells by name, with a space behind: one alone, several as the first and their number (“… 等 4 格”).
pub(super) fn named(form: &Form, cells: &[Cell]) -> String {
    let Some(&first) = cells.first() else {
        return String::new();
    };
    let name = form.name(first);
    let name = match form.tables[form.place(first).table].table.banner {
        "" => name,
        banner => format!("{banner}：{name}"),
    };
    match cells.len() {
        1 => format!("{name} "),
        n_cells => format!("{name} 等 {n_cells} 格"),
    }
}

/// What is typed in the cells, each wording once and at most three of them: “/”“-”.
pub(super) fn typed(report: &Report, cells: &[Cell]) -> String {
    const SHOWN: usize = 3;
    let mut wordings: Vec<String> = Vec::new();
    for &cell in cells {
        let wording = format!("“{}”", report.figure(cell));
        if !wordings.contains(&wording) {
            wordings.push(wording);
        }
    }
    let rest = if wordings.len() > SHOWN { "等" } else { "" };
    wordings.truncate(SHOWN);
    wordings.concat() + rest
}

/// The jumps to cells.
pub(super) fn spots(cells: &[Cell]) -> impl Iterator<Item = Spot> {
    cells.iter().copied().map(Spot::Cell)
}

/// That nothing can be told for want of numbers, if any of the cells has none.
pub(super) fn cannot_tell(
    report: &Report,
    cells: impl IntoIterator<Item = Cell>,
) -> Option<Outcome> {
    let cells = without_number(report, cells);
    (!cells.is_empty()).then_some(Outcome::CannotTell(cells))
}

/// Those of the cells that have no number.
pub(super) fn without_number(report: &Report, cells: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    cells
        .into_iter()
        .filter(|&cell| report.number(cell).is_none())
        .collect()
}
