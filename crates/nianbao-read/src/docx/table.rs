//! Tables of a Word document: grid spans and vertical merges become merged cells.

use std::collections::BTreeMap;

use crate::ReadError;
use crate::budget::{Budget, MAX_COLUMNS};
use crate::page::{Aside, Block, Look, PageCell, joined};
use crate::written::left_out;

/// A table as it is being read.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
    /// What stood in rows that a tracked change has taken away.
    deleted: Vec<Block>,
}

/// A row as it is being read.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// The first grid column of the next cell.
    pub(crate) column: usize,
    /// A tracked change has taken it away.
    pub(crate) is_deleted: bool,
}

/// A cell as it is being read.
pub(crate) struct Cell {
    column: usize,
    pub(crate) width: usize,
    pub(crate) vertical: Merge,
    /// It belongs to the cell on its left, as old versions of Word merge them.
    pub(crate) continues_left: bool,
    blocks: Vec<Block>,
}

/// How a cell is merged with the cell above.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Merge {
    None,
    Restart,
    Continue,
}

impl Table {
    pub(crate) fn begin_row(&mut self) {
        self.rows.push(Row::default());
    }

    pub(crate) fn begin_cell(&mut self) -> Result<(), ReadError> {
        let row = self.row();
        if row.column > MAX_COLUMNS {
            return Err(ReadError::TooLarge);
        }
        row.cells.push(Cell {
            column: row.column,
            width: 1,
            vertical: Merge::None,
            continues_left: false,
            blocks: Vec::new(),
        });
        Ok(())
    }

    pub(crate) fn end_cell(&mut self, blocks: Vec<Block>) {
        let row = self.row();
        let cell = row.cells.last_mut().expect("a cell that ends was begun");
        cell.width = cell.width.clamp(1, MAX_COLUMNS);
        cell.blocks = blocks;
        row.column = cell.column + cell.width;
    }

    pub(crate) fn end_row(&mut self) {
        if self.row().is_deleted
            && let Some(row) = self.rows.pop()
        {
            let blocks = row.cells.into_iter().flat_map(|cell| cell.blocks);
            self.deleted
                .extend(left_out(blocks.collect(), Look::Deleted));
        }
    }

    pub(crate) fn row(&mut self) -> &mut Row {
        self.rows.last_mut().expect("a cell is in a row")
    }

    /// The table as one block, or as several where it only holds other tables in their places.
    pub(crate) fn into_blocks(self, budget: &mut Budget) -> Result<Vec<Block>, ReadError> {
        let mut blocks = Vec::new();
        let mut merged = Merged::default();
        for row in self.rows {
            if row.cells.iter().any(Cell::holds_table) {
                blocks.extend(merged.take(budget)?);
                blocks.extend(row.cells.into_iter().flat_map(|cell| cell.blocks));
            } else {
                merged.push(row);
            }
        }
        blocks.extend(merged.take(budget)?);
        blocks.extend(self.deleted);
        Ok(blocks)
    }
}

impl PageCell {
    /// What a cell merged into this one holds is not shown.
    fn take(&mut self, merged: Cell) {
        let (text, asides) = merged.into_text();
        self.asides.extend(asides);
        if !text.trim().is_empty() {
            self.asides.push(Aside {
                look: Look::Hidden,
                text,
            });
        }
    }
}

impl Cell {
    fn holds_table(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, Block::Table(_)))
    }

    fn into_text(self) -> (String, Vec<Aside>) {
        let mut asides = Vec::new();
        let mut paragraphs = self.blocks.into_iter().filter_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            Block::Aside(aside) => {
                asides.push(aside);
                None
            }
            Block::Cells(cells) => {
                let text = joined(&cells, " ");
                asides.extend(cells.into_iter().flat_map(|cell| cell.asides));
                Some(text)
            }
            // A cell with a table in it is none of a table of figures.
            Block::Table(_) => None,
        });
        let mut text = paragraphs.next().unwrap_or_default();
        for more in paragraphs {
            text.push('\n');
            text += &more;
        }
        (text, asides)
    }
}

/// Rows with their cells merged.
#[derive(Default)]
struct Merged {
    rows: Vec<Vec<PageCell>>,
    /// Cells that the next row may continue: first column to row and place in it.
    open: BTreeMap<usize, (usize, usize)>,
    n_columns: usize,
}

impl Merged {
    fn push(&mut self, row: Row) {
        let row_idx = self.rows.len();
        let mut cells: Vec<PageCell> = Vec::new();
        let mut open = BTreeMap::new();
        for cell in row.cells {
            self.n_columns = self.n_columns.max(cell.column + cell.width);
            if cell.continues_left
                && let Some(left) = cells.last_mut()
            {
                left.width = cell.column + cell.width - left.column;
                left.take(cell);
                continue;
            }
            if cell.vertical == Merge::Continue
                && let Some(&(above_row, above)) = self.open.get(&cell.column)
            {
                let merged = &mut self.rows[above_row][above];
                merged.height = row_idx + 1 - above_row;
                let column = cell.column;
                merged.take(cell);
                open.insert(column, (above_row, above));
                continue;
            }
            if cell.vertical != Merge::None {
                open.insert(cell.column, (row_idx, cells.len()));
            }
            let (column, width) = (cell.column, cell.width);
            let (text, asides) = cell.into_text();
            cells.push(PageCell {
                column,
                width,
                height: 1,
                text,
                asides,
            });
        }
        self.rows.push(cells);
        self.open = open;
    }

    fn take(&mut self, budget: &mut Budget) -> Result<Option<Block>, ReadError> {
        let merged = std::mem::take(self);
        budget.take_area(merged.rows.len(), merged.n_columns)?;
        Ok((!merged.rows.is_empty()).then_some(Block::Table(merged.rows)))
    }
}
