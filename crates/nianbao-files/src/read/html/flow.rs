//! Text and tables one after the other, with white space as browsers show it.

use std::mem;

use super::super::page::Block;

/// What has been read of a page or of one cell.
#[derive(Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    line: String,
    /// White space that shows only if text follows; whether the source has a line end in it.
    space: Option<bool>,
    has_no_break_space: bool,
}

impl Flow {
    /// Adds text as it stands in the source.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = Some(self.space.unwrap_or(false) || c == '\n');
                continue;
            }
            self.has_no_break_space |= c == '\u{a0}';
            if let (Some(has_line_end), Some(before)) =
                (self.space.take(), self.line.chars().last())
            {
                // Programs wrap their source between any two characters; between Chinese ones that is no space.
                let is_wrapped = has_line_end && is_wide(before) && is_wide(c);
                if !is_wrapped && before != '\n' {
                    self.line.push(' ');
                }
            }
            self.line.push(c);
        }
    }

    /// A line break within the paragraph.
    pub(super) fn break_line(&mut self) {
        self.space = None;
        self.line.push('\n');
    }

    /// Ends the paragraph.
    pub(super) fn end_line(&mut self) {
        self.space = None;
        let text = self.line.trim();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text.to_owned()));
        }
        self.line.clear();
    }

    pub(super) fn extend(&mut self, blocks: Vec<Block>) {
        self.end_line();
        self.blocks.extend(blocks);
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_line();
        self.blocks
    }

    /// The blocks of a cell, and whether it has a no-break space, as blank cells do.
    pub(super) fn finish_cell(&mut self) -> (Vec<Block>, bool) {
        self.end_line();
        (mem::take(&mut self.blocks), self.has_no_break_space)
    }
}

/// Characters of the Chinese script and its punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '—' | '…')
}
