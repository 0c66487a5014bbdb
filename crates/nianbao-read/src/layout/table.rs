//! Tables with their cells by position, so that pieces parted by a page break fit together again.

use crate::ReadError;
use crate::budget::Budget;
use crate::page::{Aside, PageCell};

/// How far the same line may be apart on two pages.
const NEAR: f64 = 4.0;

/// A table or a piece of one.
pub(super) struct Table {
    pub(super) top: f64,
    pub(super) rows: Vec<Vec<TableCell>>,
}

/// One merged cell.
pub(super) struct TableCell {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Rows covered.
    pub(super) height: usize,
    pub(super) text: String,
    pub(super) asides: Vec<Aside>,
}

impl Table {
    fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.rows.iter().flatten()
    }

    fn sides(&self) -> (f64, f64) {
        self.cells()
            .fold((f64::MAX, f64::MIN), |(left, right), cell| {
                (left.min(cell.left), right.max(cell.right))
            })
    }

    pub(super) fn is_as_wide_as(&self, other: &Table) -> bool {
        let ((left, right), (other_left, other_right)) = (self.sides(), other.sides());
        (left - other_left).abs() < NEAR && (right - other_right).abs() < NEAR
    }

    pub(super) fn followed_by(mut self, rest: Table) -> Table {
        self.rows.extend(rest.rows);
        self
    }

    /// The rows with columns counted over all pieces.
    pub(super) fn into_rows(self, budget: &mut Budget) -> Result<Vec<Vec<PageCell>>, ReadError> {
        let mut lefts: Vec<f64> = self.cells().map(|cell| cell.left).collect();
        lefts.sort_by(f64::total_cmp);
        lefts.dedup_by(|b, a| *b - *a < NEAR);
        budget.take_blocks(self.cells().count())?;
        budget.take_area(self.rows.len(), lefts.len())?;
        let column = |x: f64| lefts.partition_point(|left| left + NEAR <= x + NEAR / 2.0);
        let cell = |cell: TableCell| {
            let first = column(cell.left + NEAR).saturating_sub(1);
            PageCell {
                column: first,
                width: column(cell.right - NEAR).saturating_sub(first).max(1),
                height: cell.height,
                text: cell.text,
                asides: cell.asides,
            }
        };
        let row = |mut row: Vec<TableCell>| {
            row.sort_by(|a, b| a.left.total_cmp(&b.left));
            row.into_iter().map(cell).collect()
        };
        Ok(self.rows.into_iter().map(row).collect())
    }
}
