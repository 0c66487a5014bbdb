//! Text and tables one after the other, with white space as browsers show it.

use std::mem;

use super::super::page::{Aside, Block, Look, PageCell, joined};
use super::style::Style;
use crate::raised::raised;

/// What has been read of a page or of one cell.
#[derive(Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    line: String,
    /// White space that shows only if text follows; whether the source has a line end in it.
    space: Option<bool>,
    has_no_break_space: bool,
    /// What is to be known of the text since the last block.
    asides: Vec<Aside>,
    is_aside_ended: bool,
    /// Cells of the tables in it.
    pub(super) n_nested: usize,
}

impl Flow {
    /// Adds text as it stands in the source.
    pub(super) fn push(&mut self, text: &str) {
        let is_space = |byte: u8| byte.is_ascii_whitespace();
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.trim_ascii_start();
            let gap = &rest[..rest.len() - word.len()];
            if !gap.is_empty() {
                self.space = Some(self.space.unwrap_or(false) || gap.contains('\n'));
            }
            let end = word.bytes().position(is_space).unwrap_or(word.len());
            let (word, after) = word.split_at(end);
            rest = after;
            let Some(c) = word.chars().next() else { break };
            // It shows only in a cell of nothing but white space.
            self.has_no_break_space |= c.is_whitespace() && word.contains('\u{a0}');
            if let (Some(has_line_end), Some(before)) =
                (self.space.take(), self.line.chars().last())
            {
                // Programs wrap their source between any two characters; between Chinese ones that is no space.
                let is_wrapped = has_line_end && is_wide(before) && is_wide(c);
                if !is_wrapped && before != '\n' {
                    self.line.push(' ');
                }
            }
            // Most lines are one word in one piece, which is quicker to copy than to add.
            match self.line.is_empty() {
                true => self.line = word.to_owned(),
                false => self.line += word,
            }
        }
    }

    /// Adds text of elements that change how it looks.
    pub(super) fn push_styled(&mut self, text: &str, style: Style) {
        match style.look {
            Some(look) if look.is_left_out() => {
                self.push_aside(Aside {
                    look,
                    text: text.to_owned(),
                });
                return;
            }
            Some(look) => self.note(look, text),
            None => {}
        }
        match style.is_raised {
            true => self.push(&raised(text)),
            false => self.push(text),
        }
    }

    /// Adds what stands in a field of a form.
    pub(super) fn push_field(&mut self, text: &str) {
        self.asides.push(Aside {
            look: Look::Field,
            text: String::new(),
        });
        self.push(text);
    }

    /// Adds what is left out; pieces of one kind side by side are one.
    pub(super) fn push_aside(&mut self, aside: Aside) {
        let text = aside.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        match self.asides.last_mut() {
            Some(last) if last.look == aside.look && !self.is_aside_ended => last.text += &text,
            _ => self.asides.push(Aside { text, ..aside }),
        }
        self.is_aside_ended = false;
    }

    /// What is left out next is none of the piece before.
    pub(super) fn end_aside(&mut self) {
        self.is_aside_ended = true;
    }

    fn note(&mut self, look: Look, text: &str) {
        let is_noted = self.asides.last().is_some_and(|last| last.look == look);
        if !is_noted && !text.trim().is_empty() {
            self.asides.push(Aside {
                look,
                text: String::new(),
            });
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
        if text.is_empty() {
            self.line.clear();
        } else if text.len() < self.line.len() {
            self.blocks.push(Block::Paragraph(text.to_owned()));
            self.line.clear();
        } else {
            self.blocks
                .push(Block::Paragraph(mem::take(&mut self.line)));
        }
        self.blocks.extend(self.asides.drain(..).map(Block::Aside));
    }

    pub(super) fn extend(&mut self, blocks: Vec<Block>) {
        self.end_line();
        self.n_nested += blocks.iter().map(n_cells_of).sum::<usize>();
        self.blocks.extend(blocks);
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_line();
        self.blocks
    }

    /// All of it as the text of a cell, with what is to be known of it; blank cells have a no-break space.
    pub(super) fn into_text(mut self) -> (String, Vec<Aside>) {
        let is_kept = self.has_no_break_space;
        // Most cells are a single line without elements.
        if self.blocks.is_empty()
            && self.line.trim().len() == self.line.len()
            && !self.line.is_empty()
        {
            return (mem::take(&mut self.line), self.asides);
        }
        let mut text: Option<String> = None;
        let mut asides = Vec::new();
        for block in self.finish() {
            if let Block::Aside(aside) = block {
                asides.push(aside);
                continue;
            }
            let more = text_of(block, &mut asides);
            match &mut text {
                Some(text) => {
                    text.push('\n');
                    *text += &more;
                }
                None => text = Some(more),
            }
        }
        let blank = if is_kept { "\u{a0}" } else { "" };
        (text.unwrap_or_else(|| blank.to_owned()), asides)
    }
}

fn n_cells_of(block: &Block) -> usize {
    match block {
        Block::Table(rows) => rows.iter().map(Vec::len).sum(),
        Block::Paragraph(_) | Block::Cells(_) | Block::Aside(_) => 0,
    }
}

/// A block as text, where a small table stands in a cell of a larger one.
fn text_of(block: Block, asides: &mut Vec<Aside>) -> String {
    match block {
        Block::Paragraph(text) => text,
        Block::Cells(cells) => joined(&cells, " "),
        Block::Aside(_) => String::new(),
        Block::Table(rows) => {
            let mut row = |row: Vec<PageCell>| {
                let text = |cell: PageCell| {
                    asides.extend(cell.asides);
                    cell.text
                };
                let texts: Vec<_> = row.into_iter().map(text).collect();
                texts.join(" ")
            };
            rows.into_iter()
                .map(&mut row)
                .collect::<Vec<_>>()
                .join("\n")
        }
    }
}

/// Characters of the Chinese script and its punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '—' | '…')
}
