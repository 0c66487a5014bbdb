//! The conditions that several rules or many places share.

use super::{Case, Failure, Outcome, Spot};
use crate::form::Cell;

/// Every total against its terms, along each axis. A computed total holds along the axis it was computed on.
pub(super) fn totals(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    form.totals
        .iter()
        .map(|total| compare(case, || form.name(total.cell), &[total.cell], &total.terms))
        .collect()
}

/// The rows on both sides of a table, column by column.
///
/// A column of nothing but computed totals fails only where another column does, so that is not said again.
pub(super) fn balance(case: &Case, table: &str, left: &[&str], right: &[&str]) -> Vec<Outcome> {
    let Some(table) = case.report.form.table(table) else {
        return Vec::new();
    };
    let rows = |paths: &[&str]| {
        paths
            .iter()
            .map(|path| table.row(path))
            .collect::<Option<Vec<_>>>()
    };
    let (Some(left), Some(right)) = (rows(left), rows(right)) else {
        return Vec::new();
    };
    let column_outcome = |column_idx: usize| {
        let cells = |rows: &[usize]| {
            rows.iter()
                .map(|&row| table.cell(row, column_idx))
                .collect::<Vec<_>>()
        };
        let (left, right) = (cells(&left), cells(&right));
        let name = || table.columns[column_idx].name.clone();
        let outcome = compare(case, name, &left, &right);
        let is_repeated = matches!(outcome, Outcome::Fails(_))
            && left
                .iter()
                .chain(&right)
                .all(|&cell| case.report.is_computed(cell));
        (!is_repeated).then_some(outcome)
    };
    (0..table.columns.len())
        .filter_map(column_outcome)
        .collect()
}

/// Compares two sums of cells; the numbers are spelled out where they differ.
fn compare(case: &Case, place: impl FnOnce() -> String, left: &[Cell], right: &[Cell]) -> Outcome {
    let sum = |cells: &[Cell]| {
        cells
            .iter()
            .map(|&cell| case.number_at(cell))
            .sum::<Option<i64>>()
    };
    let (Some(left_sum), Some(right_sum)) = (sum(left), sum(right)) else {
        let has_no_number = |cell: &Cell| case.number_at(*cell).is_none();
        return Outcome::CannotTell(
            left.iter()
                .chain(right)
                .copied()
                .filter(has_no_number)
                .collect(),
        );
    };
    if left_sum == right_sum {
        return Outcome::Holds;
    }
    let statement = format!(
        "{}：{} ≠ {}，相差 {}",
        place(),
        spelled_out(case, left, left_sum),
        spelled_out(case, right, right_sum),
        (left_sum - right_sum).abs(),
    );
    Failure::new(
        statement,
        left.iter().chain(right).map(|&cell| Spot::Cell(cell)),
    )
    .into()
}

/// `3 + 0 = 3`; a long sum leaves its zeros out.
fn spelled_out(case: &Case, cells: &[Cell], sum: i64) -> String {
    const LONG: usize = 6;
    let numbers = cells.iter().filter_map(|&cell| case.number_at(cell));
    let terms: Vec<_> = numbers
        .filter(|&n| cells.len() <= LONG || n != 0)
        .map(|n| n.to_string())
        .collect();
    if terms.len() > 1 {
        format!("{} = {sum}", terms.join(" + "))
    } else {
        sum.to_string()
    }
}
