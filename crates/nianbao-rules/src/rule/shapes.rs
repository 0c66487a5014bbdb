//! The conditions that several rules or many places share.

use nianbao_core::form::{Balance, Cell, ColumnBalance, Form, TableForm};
use nianbao_core::spot::Spot;

use super::{Case, Failure, Outcome};

/// Every total against its terms, along each axis. A computed total holds along the axis it was computed on.
pub(super) fn totals(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    form.totals
        .iter()
        .map(|total| compare(case, || form.name(total.cell), &[total.cell], &total.terms))
        .collect()
}

/// Every 勾稽关系 of the form, column by column.
///
/// A column of nothing but computed totals fails only where another column does, so that is not said again.
pub(super) fn balances(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    let outcome = |balance: &ColumnBalance| {
        let column = || {
            let place = form.place(balance.left[0]);
            form.tables[place.table].columns[place.column].name.clone()
        };
        let outcome = compare(case, column, &balance.left, &balance.right);
        let mut cells = balance.left.iter().chain(&balance.right);
        let is_repeated = matches!(outcome, Outcome::Fails(_))
            && cells.all(|&cell| case.report.is_computed(cell));
        (!is_repeated).then_some(outcome)
    };
    form.balances.iter().filter_map(outcome).collect()
}

/// The 勾稽关系 of a form as people read them, in its wording.
pub(super) fn relations(form: &Form) -> String {
    let relation = |table: &TableForm, balance: &Balance| {
        let side = |rows: &[&str]| {
            let name = |path: &&str| Some(table.rows[table.row(path)?].name.as_str());
            rows.iter().filter_map(name).collect::<Vec<_>>().join(" + ")
        };
        format!("{} = {}", side(balance.left), side(balance.right))
    };
    let relations = form.tables.iter().flat_map(|table| {
        let declared = table.table.balances.iter();
        declared.map(move |balance| relation(table, balance))
    });
    format!("每一列：{}", relations.collect::<Vec<_>>().join("；"))
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
