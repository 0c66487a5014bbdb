//! A row of figures without geometry: its values go to the form's columns in order, if there are exactly as many.

use super::super::page::Aside;
use super::figures::{Doubt, Figures};
use super::grid::Kind;
use super::labels::{Labels, RowAt};
use super::{Found, glued};

/// One text behind a row's label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    pub(super) asides: &'a [Aside],
    pub(super) kind: Kind,
    /// Nothing, which may be a blank cell or no cell at all.
    pub(super) is_weak: bool,
    /// Whether it is a line of its own, so that a weak one may be no more than an empty line.
    pub(super) is_line: bool,
}

impl<'a> Value<'a> {
    /// A number among words of one line.
    pub(super) fn of_word(text: &'a str) -> Value<'a> {
        Value {
            text,
            asides: &[],
            kind: Kind::Value,
            is_weak: false,
            is_line: false,
        }
    }
}

/// Which values are the row's, if they are exactly `n`: never filled up, never cut off where it could matter.
pub(super) fn exactly<'a>(
    n: usize,
    values: &[Value<'a>],
) -> Option<(Vec<Value<'a>>, Option<Doubt>)> {
    let strong: Vec<_> = values
        .iter()
        .copied()
        .filter(|value| !value.is_weak)
        .collect();
    if strong.len() == n {
        return Some((strong, None));
    }
    if values.len() == n {
        let is_guess = values.iter().any(|value| value.is_weak && value.is_line);
        return Some((values.to_vec(), is_guess.then_some(Doubt::EmptyLine)));
    }
    let (first, rest) = values.split_at_checked(n)?;
    let is_filled_up = rest.iter().all(|value| value.kind == Kind::Blank)
        && first.iter().all(|value| value.kind != Kind::Blank);
    is_filled_up.then(|| (first.to_vec(), Some(Doubt::Padded)))
}

/// Where a row of figures was found.
pub(super) struct FoundRow<'a> {
    pub(super) at: RowAt,
    /// What is doubtful about its label or its cells.
    pub(super) doubts: Vec<Doubt>,
    /// All of it as found.
    pub(super) snippet: &'a str,
    pub(super) place: &'a str,
}

/// Assigns values to a row's columns in order, or marks the row as one that cannot be told; whether it could.
pub(super) fn assign(
    found: &mut Found,
    labels: &Labels,
    row: &FoundRow,
    values: &[Value],
    are_headings_known: bool,
) -> bool {
    let table = &labels.form.tables[row.at.table];
    let n = table.columns.len();
    let (parted, glued) = parted(labels, row.at, values).unzip();
    let values = parted.as_deref().unwrap_or(values);
    let Some((exact, padded)) = exactly(n, values) else {
        let n_values = values.iter().filter(|value| !value.is_weak).count();
        let reason = format!("这一行有{n_values}个数，应为{n}个");
        for column in 0..n {
            found.figures.leave_untold(
                table.cell(row.at.row, column),
                &reason,
                row.snippet,
                row.place,
            );
        }
        return false;
    };
    for (column, value) in exact.iter().enumerate() {
        let doubts = row.doubts.iter().cloned().chain(padded.clone());
        let doubts = doubts.chain(glued.clone());
        let doubts = doubts.chain((!are_headings_known).then_some(Doubt::NoHeadings));
        let place = match n {
            1 => row.place.to_owned(),
            _ => format!("{}第{}个数", row.place, column + 1),
        };
        let cell = table.cell(row.at.row, column);
        found.figures.put(
            cell,
            value.text,
            doubts.chain(Figures::doubts_of(value.asides)).collect(),
            place,
        );
    }
    true
}

/// The figures of a row that are run together in one value, where they can be told apart, and that value as a doubt.
fn parted<'a>(labels: &Labels, at: RowAt, values: &[Value<'a>]) -> Option<(Vec<Value<'a>>, Doubt)> {
    let mut strong = values.iter().filter(|value| !value.is_weak);
    let (only, None) = (strong.next()?, strong.next()) else {
        return None;
    };
    let is_several = labels.form.tables[at.table].columns.len() > 1;
    let digits = only.text.trim();
    let texts = glued::split(labels.form, at, digits).filter(|_| is_several)?;
    let parted = texts.into_iter().map(|text| Value { text, ..*only });
    Some((parted.collect(), Doubt::Glued(digits.to_owned())))
}

/// Whether the column headings of a table stand among these bare texts, all of them and in the printed order.
///
/// Printed row by row, a table's headings come level by level; some sources print them column by column.
pub(super) fn are_headings_in_order<'a>(
    texts: impl Iterator<Item = &'a str>,
    labels: &Labels,
    table: usize,
) -> bool {
    let seen: Vec<_> = texts
        .filter_map(|text| labels.heading(table, text))
        .collect();
    labels
        .heading_orders(table)
        .iter()
        .any(|order| seen.ends_with(order))
}
