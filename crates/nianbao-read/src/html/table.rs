//! One table that is being read: rows of cells in the columns that earlier rows leave free.

use super::super::page::{Block, PageCell};
use super::flow::Flow;

/// The largest span that is honored, as in browsers.
pub(super) const MAX_SPAN: usize = 1000;

/// Columns of one table; the form has 15.
const MAX_COLUMNS: usize = 1000;

/// A table with at least as many cells in tables inside of it lays out a page.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
    /// For each column, how many more rows a cell from above covers.
    covered: Vec<usize>,
    is_row_open: bool,
    open: Option<Cell>,
}

struct Cell {
    column: usize,
    width: usize,
    height: usize,
    flow: Flow,
}

impl Table {
    /// A row group: no cell reaches into it from above.
    pub(super) fn begin_group(&mut self) {
        self.end_row();
        self.covered.clear();
    }

    pub(super) fn begin_row(&mut self) {
        self.end_row();
        self.rows.push(Vec::new());
        self.is_row_open = true;
    }

    pub(super) fn begin_cell(&mut self, width: usize, height: usize) {
        self.end_cell();
        if !self.is_row_open {
            self.begin_row();
        }
        let n_placed = self
            .rows
            .last()
            .and_then(|row| row.last())
            .map_or(0, |cell| cell.column + cell.width);
        let is_free = |column: &usize| self.covered.get(*column).is_none_or(|rows| *rows == 0);
        let column = (n_placed..).find(is_free).unwrap_or(n_placed);
        let width = width.min(MAX_COLUMNS.saturating_sub(column)).max(1);
        self.open = Some(Cell {
            column,
            width,
            height,
            flow: Flow::default(),
        });
    }

    pub(super) fn end_cell(&mut self) {
        if let (Some(cell), Some(row)) = (self.open.take(), self.rows.last_mut())
            && cell.column < MAX_COLUMNS
        {
            row.push(cell);
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if !self.is_row_open {
            return;
        }
        self.is_row_open = false;
        for rows in &mut self.covered {
            *rows = rows.saturating_sub(1);
        }
        for cell in self
            .rows
            .last()
            .into_iter()
            .flatten()
            .filter(|cell| cell.height > 1)
        {
            let end = cell.column + cell.width;
            if self.covered.len() < end {
                self.covered.resize(end, 0);
            }
            for rows in &mut self.covered[cell.column..end] {
                *rows = (*rows).max(cell.height - 1);
            }
        }
    }

    pub(super) fn n_rows(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn n_columns(&self) -> usize {
        let ends = self.rows.iter().filter_map(|row| row.last());
        ends.map(|cell| cell.column + cell.width).max().unwrap_or(0)
    }

    /// The text of the open cell, if one is open.
    pub(super) fn open_cell(&mut self) -> Option<&mut Flow> {
        self.open.as_mut().map(|cell| &mut cell.flow)
    }

    /// The table as one block, or its contents where it only lays out a page.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_row();
        let cells = || self.rows.iter().flatten();
        let n_nested: usize = cells().map(|cell| cell.flow.n_nested).sum();
        if n_nested > 0 && n_nested >= cells().count() {
            let cells = self.rows.into_iter().flatten();
            return cells.flat_map(|cell| cell.flow.finish()).collect();
        }
        let page_cell = |cell: Cell| {
            let (text, asides) = cell.flow.into_text();
            PageCell {
                column: cell.column,
                width: cell.width,
                height: cell.height,
                text,
                asides,
            }
        };
        let rows = self.rows.into_iter();
        vec![Block::Table(
            rows.map(|row| row.into_iter().map(page_cell).collect())
                .collect(),
        )]
    }
}
