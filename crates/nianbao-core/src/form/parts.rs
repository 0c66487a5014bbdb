//! The parts of a form whose lines are numbered: cells, tables, texts, and what adds up in a table.

use super::line::Line;
use super::{Table, Topic};

/// A figure's place in its form: cells are numbered in printed order.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Cell(pub(super) u16);

impl Cell {
    /// Position among all cells of the form, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Position of a text among all texts of the form, from 0.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct TextId(pub(super) usize);

impl TextId {
    /// Position among all texts of the form, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A table with its lines numbered.
#[derive(Debug)]
pub struct TableForm {
    /// The declaration.
    pub table: &'static Table,
    /// Index of the section in the edition.
    pub section: usize,
    /// Lines down the left.
    pub rows: Vec<Line>,
    /// Lines along the top.
    pub columns: Vec<Line>,
    pub(super) first: u16,
}

/// A place for prose: a section's own text or one of its topics.
#[derive(Debug)]
pub struct TextForm {
    /// `section` or `section/topic`: the text's name in saved reports.
    pub key: String,
    /// Index of the section in the edition.
    pub section: usize,
    /// The topic, or none for the section's own text.
    pub topic: Option<&'static Topic>,
    /// What the notice asks to be written here.
    pub prompt: &'static str,
}

/// Direction in which a total adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// Along its row.
    Row,
    /// Down its column.
    Column,
}

/// One 总计 and what it adds up along one axis.
#[derive(Debug)]
pub struct Total {
    /// Where the total is printed.
    pub cell: Cell,
    /// Direction of the sum.
    pub axis: Axis,
    /// The terms, in printed order; some may be totals themselves.
    pub terms: Vec<Cell>,
}

/// A 勾稽关系 in one column: two sums of figures that are equal.
#[derive(Debug)]
pub struct ColumnBalance {
    /// What comes in.
    pub left: Vec<Cell>,
    /// What becomes of it.
    pub right: Vec<Cell>,
}

/// Where a cell is: indices into `Form::tables` and the table's lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Index into [`Form::tables`](super::Form::tables).
    pub table: usize,
    /// Index into [`TableForm::rows`].
    pub row: usize,
    /// Index into [`TableForm::columns`].
    pub column: usize,
}

impl TableForm {
    /// The cell where a row and a column cross, by position.
    pub fn cell(&self, row: usize, column: usize) -> Cell {
        debug_assert!(row < self.rows.len() && column < self.columns.len());
        Cell(
            self.first
                + u16::try_from(row * self.columns.len() + column)
                    .expect("a form has a few hundred cells"),
        )
    }

    /// Position of the row with this path.
    pub fn row(&self, path: &str) -> Option<usize> {
        self.rows.iter().position(|line| line.path == path)
    }

    /// Position of the column with this path.
    pub fn column(&self, path: &str) -> Option<usize> {
        self.columns.iter().position(|line| line.path == path)
    }

    /// All cells in printed order.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let n_cells = u16::try_from(self.rows.len() * self.columns.len())
            .expect("a form has a few hundred cells");
        (self.first..self.first + n_cells).map(Cell)
    }
}

/// The balances of a table in each of its columns.
pub(super) fn balances(table: &TableForm) -> impl Iterator<Item = ColumnBalance> + '_ {
    let declared = table.table.balances.iter();
    declared.flat_map(move |balance| {
        (0..table.columns.len()).map(move |column| {
            let cells = |rows: &[&str]| {
                let row = |path: &&str| table.row(path).expect("a balance names rows of its table");
                rows.iter()
                    .map(|path| table.cell(row(path), column))
                    .collect()
            };
            ColumnBalance {
                left: cells(balance.left),
                right: cells(balance.right),
            }
        })
    })
}

/// Every total of a table along each axis.
pub(super) fn totals(table: &TableForm) -> Vec<Total> {
    let mut totals = Vec::new();
    for (row_idx, row) in table.rows.iter().enumerate() {
        for (column_idx, column) in table.columns.iter().enumerate() {
            let cell = table.cell(row_idx, column_idx);
            if column.is_total() {
                let terms = column
                    .terms
                    .iter()
                    .map(|&term| table.cell(row_idx, term))
                    .collect();
                totals.push(Total {
                    cell,
                    axis: Axis::Row,
                    terms,
                });
            }
            if row.is_total() {
                let terms = row
                    .terms
                    .iter()
                    .map(|&term| table.cell(term, column_idx))
                    .collect();
                totals.push(Total {
                    cell,
                    axis: Axis::Column,
                    terms,
                });
            }
        }
    }
    totals
}
