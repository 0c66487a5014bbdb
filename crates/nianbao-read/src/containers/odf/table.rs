//! Tables whose cells say how many rows and columns they cover, with places for what is covered.

use crate::budget::Budget;
use std::collections::BTreeMap;

use crate::ReadError;
use crate::docx::table::{Merge, Table};
use crate::page::Block;

/// A table as it is being read.
#[derive(Default)]
pub(super) struct Spanned {
    table: Table,
    has_row: bool,
    column: usize,
    /// Columns that are covered from above: the first one to how many they are and for how many rows more.
    covered: BTreeMap<usize, (usize, usize)>,
    /// What stands in cells that are covered.
    hidden: Vec<Block>,
}

impl Spanned {
    pub(super) fn begin_row(&mut self) {
        if self.has_row {
            self.covered.retain(|_, (_, n_rows)| *n_rows > 1);
            self.covered
                .values_mut()
                .for_each(|(_, n_rows)| *n_rows -= 1);
        }
        self.has_row = true;
        self.column = 0;
        self.table.begin_row();
    }

    pub(super) fn push_cell(
        &mut self,
        width: usize,
        height: usize,
        blocks: Vec<Block>,
    ) -> Result<(), ReadError> {
        if !self.has_row {
            self.begin_row();
        }
        let vertical = if height > 1 {
            Merge::Restart
        } else {
            Merge::None
        };
        if height > 1 {
            self.covered.insert(self.column, (width, height));
        }
        self.put(width, vertical, blocks)?;
        // What it covers beside it has places of its own.
        self.column += 1;
        Ok(())
    }

    /// Passes places that are covered from above or from the left.
    pub(super) fn push_covered(&mut self, n_columns: usize) -> Result<(), ReadError> {
        for _ in 0..n_columns {
            let is_from_above = self.covered.get(&self.column).copied();
            if let Some((width, _)) = is_from_above {
                self.put(width, Merge::Continue, Vec::new())?;
            }
            self.column += 1;
        }
        Ok(())
    }

    fn put(&mut self, width: usize, vertical: Merge, blocks: Vec<Block>) -> Result<(), ReadError> {
        self.table.row().column = self.column;
        self.table.begin_cell()?;
        if let Some(cell) = self.table.row().cells.last_mut() {
            cell.width = width;
            cell.vertical = vertical;
        }
        self.table.end_cell(blocks);
        Ok(())
    }

    /// Notes what stands in a cell that is covered.
    pub(super) fn push_hidden(&mut self, blocks: Vec<Block>) {
        self.hidden.extend(blocks);
    }

    pub(super) fn into_blocks(self, budget: &mut Budget) -> Result<Vec<Block>, ReadError> {
        let mut blocks = self.table.into_blocks(budget)?;
        blocks.extend(self.hidden);
        Ok(blocks)
    }
}
