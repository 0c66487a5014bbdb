//! Ends of paragraphs, cells and rows, and the cells that rows define.

use super::{MAX_CELLS, Walk};
use crate::ReadError;
use crate::containers::rows::{Edges, RowDefinition};
use crate::containers::rtf::group::Place;
use crate::docx::table::Merge;

impl Walk<'_> {
    /// How many tables the paragraph is in.
    pub(super) fn depth(&self) -> usize {
        match (self.paragraph.depth, self.paragraph.is_in_table) {
            // A text box is where its anchor is.
            _ if !self.around.is_empty() => self.rows.depth(),
            (Some(depth), _) => depth,
            (None, true) => 1,
            // A paragraph between two cells of a row is in the row, whatever it says.
            (None, false) if self.rows.is_in_row() => self.rows.depth(),
            (None, false) => 0,
        }
    }

    pub(super) fn end_paragraph(&mut self) -> Result<(), ReadError> {
        if self.group.place == Place::Styles {
            return Ok(());
        }
        if self.is_beside() {
            return self.rows.push_beside(&mut self.written);
        }
        let depth = self.depth();
        self.rows.set_depth(depth)?;
        let style = self.paragraph.style;
        match style != 0 && self.contents_styles.contains(&style) {
            true => self.rows.push_beside(&mut self.written),
            false => self.rows.push_paragraph(&mut self.written),
        }
    }

    /// The end of a cell or row of a table beside the text, of which only the words matter.
    pub(super) fn end_beside(&mut self, word: &str) -> Result<(), ReadError> {
        match word {
            "cell" | "nestcell" | "row" | "nestrow" => self.end_paragraph(),
            _ => Ok(()),
        }
    }

    pub(super) fn end_cell(&mut self, depth: usize) -> Result<(), ReadError> {
        self.rows.set_depth(depth)?;
        self.rows.push_paragraph(&mut self.written)?;
        self.rows.end_cell()
    }

    pub(super) fn definition(&mut self) -> &mut RowDefinition {
        match self.group.is_of_inner_row {
            true => &mut self.inner_row,
            false => &mut self.row,
        }
    }

    pub(super) fn define_cell(&mut self, right: i32) -> Result<(), ReadError> {
        let next = std::mem::take(&mut self.next);
        self.next.left = right;
        let cells = &mut self.definition().cells;
        cells.push(Edges {
            left: next.left,
            right,
            vertical: match (next.is_begin, next.is_continued) {
                (true, _) => Merge::Restart,
                (_, true) => Merge::Continue,
                _ => Merge::None,
            },
            continues_left: next.continues_left,
        });
        match cells.len() > MAX_CELLS {
            true => Err(ReadError::TooLarge),
            false => Ok(()),
        }
    }
}
