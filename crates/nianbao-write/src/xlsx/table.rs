//! The tables of a section as printed: merged labels, numbers as numbers, totals as formulas.

use nianbao_core::figure::Figure;
use nianbao_core::form::Cell;
use nianbao_core::grid::{Grid, GridCell, GridContent};
use nianbao_core::report::Report;

use super::equation::{self, Equation};
use super::places::Places;
use super::sheet::{Sheet, TABLE_SIZE, Value, n_lines, row_height, style};
use crate::document::cell_text;
use crate::paper::Setting;

/// Twentieths of a point in a column that is one digit wide.
const TWIPS_PER_DIGIT: usize = 80;

/// Digits that fit a column of figures at least; what is longer shrinks.
const MIN_WIDTH: usize = 9;

/// Digits that a spreadsheet keeps of a number, its point included.
const MAX_DIGITS: usize = 15;

/// Appends a grid below the section's heading.
pub(super) fn push(sheet: &mut Sheet, report: &Report, grid: &Grid, places: &Places) {
    let mut widths = Setting::of(report, grid).widths;
    for (column, width) in widths.iter_mut().enumerate() {
        let least = if column < grid.n_label_columns {
            0
        } else {
            MIN_WIDTH
        };
        *width = (*width / TWIPS_PER_DIGIT).max(least);
    }
    // For each column: how many rows a cell from above still covers, and how it is drawn.
    let mut covered = vec![(0, style::LABEL); grid.n_columns];
    for cells in &grid.rows {
        let height = height(report, cells, &widths);
        let mut row = Vec::with_capacity(grid.n_columns);
        let mut cells = cells.iter().peekable();
        while row.len() < grid.n_columns {
            let column = row.len();
            let Some(cell) = cells.next_if(|cell| cell.column == column) else {
                covered[column].0 -= 1;
                row.push((covered[column].1, Value::Blank));
                continue;
            };
            let (style, value) = content(report, grid, cell.content, places);
            let end = column + cell.width;
            covered[column..end].fill((cell.height - 1, style));
            row.push((style, value));
            row.extend((1..cell.width).map(|_| (style, Value::Blank)));
            if cell.width * cell.height > 1 {
                let first_row = sheet.n_rows();
                sheet.merge((first_row, column), (first_row + cell.height - 1, end - 1));
            }
        }
        sheet.row(height, row);
    }
    sheet.set_widths(widths);
}

/// Turns figures red where an equation of the form does not hold.
pub(super) fn warn(sheets: &mut [Sheet], equations: &[Equation], places: &Places) {
    for equation in equations {
        let formula = equation.is_wrong(places);
        for &cell in &equation.suspects {
            sheets[places.section(cell)].warn(&places.reference(cell), &formula);
        }
    }
}

fn content(report: &Report, grid: &Grid, content: GridContent, places: &Places) -> (usize, Value) {
    match content {
        GridContent::Figure(cell) => figure(report, cell, places),
        content => {
            let is_nested =
                matches!(content, GridContent::RowHeading(_)) && grid.n_label_columns > 1;
            let style = if is_nested {
                style::LEFT_LABEL
            } else {
                style::LABEL
            };
            (style, Value::Text(cell_text(report, content)))
        }
    }
}

fn figure(report: &Report, cell: Cell, places: &Places) -> (usize, Value) {
    if report.is_computed(cell) {
        let formula = total(report, cell, places);
        return (
            style::FIGURE,
            Value::Formula(
                formula,
                report.number(cell).map(|number| number.to_string()),
            ),
        );
    }
    let figure = report.figure(cell);
    let shown = figure.to_string();
    match figure {
        Figure::Blank => (style::FIGURE, Value::Blank),
        Figure::Count(_) | Figure::Amount(_) if shown.len() <= MAX_DIGITS => {
            let n_decimals = shown.split_once('.').map_or(0, |(_, rest)| rest.len());
            (style::FIGURE + n_decimals, Value::Number(shown))
        }
        _ => (style::TEXT_FIGURE, Value::Text(shown)),
    }
}

/// A computed total: the first of its sums of which all terms are numbers.
fn total(report: &Report, cell: Cell, places: &Places) -> String {
    let totals: Vec<_> = report.form.totals_at(cell).collect();
    let formula = |otherwise: String, total: &&nianbao_core::form::Total| {
        equation::sum(&places.here(&total.terms), total.terms.len(), &otherwise)
    };
    totals.iter().rev().fold("\"\"".to_owned(), formula)
}

/// Points that the labels of a row take.
fn height(report: &Report, cells: &[GridCell], widths: &[usize]) -> usize {
    let lines = |cell: &GridCell| {
        let width = widths[cell.column..cell.column + cell.width].iter().sum();
        n_lines(&cell_text(report, cell.content), width)
    };
    let single = cells.iter().filter(|cell| cell.height == 1);
    row_height(single.map(lines).max().unwrap_or(1), TABLE_SIZE)
}
