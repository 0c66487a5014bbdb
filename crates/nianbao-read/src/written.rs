//! Text as it is read piece by piece, each in its own look.

use std::mem;

use crate::page::{Aside, Block, Look};
use crate::raised::raised;

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) look: Option<Look>,
    pub(crate) is_raised: bool,
}

impl Style {
    /// What is left out for this reason.
    pub(crate) fn of(look: Look) -> Style {
        Style {
            look: Some(look),
            is_raised: false,
        }
    }

    /// This style with one within it, of which what leaves text out counts first.
    pub(crate) fn and(self, inner: Style) -> Style {
        let left_out = |style: Style| style.look.filter(|look| look.is_left_out());
        Style {
            look: left_out(self).or(inner.look).or(self.look),
            is_raised: self.is_raised || inner.is_raised,
        }
    }
}

/// The text of a paragraph or a cell, and what is to be known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) asides: Vec<Aside>,
}

impl Written {
    /// Adds text; pieces of one look side by side are one.
    pub(crate) fn push(&mut self, text: &str, style: Style) {
        let is_blank = text.trim().is_empty();
        if let Some(look) = style.look {
            let left_out = if look.is_left_out() { text } else { "" };
            match self.asides.last_mut().filter(|last| last.look == look) {
                Some(last) => last.text += left_out,
                None if is_blank => {}
                None => self.asides.push(Aside {
                    look,
                    text: left_out.to_owned(),
                }),
            }
            if look.is_left_out() {
                return;
            }
        }
        match style.is_raised {
            true => self.text += &raised(text),
            // Most paragraphs of a table are one text, which is quicker to copy than to add.
            false if self.text.is_empty() => self.text = text.to_owned(),
            false => self.text += text,
        }
    }

    /// Whether there is nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.asides.is_empty()
    }

    /// What was read, as blocks, leaving nothing.
    pub(crate) fn take_blocks(&mut self) -> impl Iterator<Item = Block> + use<> {
        let text = Some(mem::take(&mut self.text)).filter(|text| !text.is_empty());
        let asides = mem::take(&mut self.asides).into_iter().map(Block::Aside);
        text.map(Block::Paragraph).into_iter().chain(asides)
    }
}

/// The texts of blocks, each as one that is left out.
pub(crate) fn left_out(blocks: Vec<Block>, look: Look) -> Vec<Block> {
    let mut asides = Vec::new();
    let mut push = |text: String| {
        if !text.trim().is_empty() {
            asides.push(Block::Aside(Aside { look, text }));
        }
    };
    for block in blocks {
        match block {
            Block::Paragraph(text) => push(text),
            Block::Aside(aside) => push(aside.text),
            Block::Cells(cells) => {
                for cell in cells {
                    push(cell.text);
                    cell.asides.into_iter().for_each(|aside| push(aside.text));
                }
            }
            Block::Table(rows) => {
                for row in rows {
                    let texts = row.iter().map(|cell| cell.text.trim());
                    let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
                    push(texts.join(" | "));
                    let asides = row.into_iter().flat_map(|cell| cell.asides);
                    asides.for_each(|aside| push(aside.text));
                }
            }
        }
    }
    asides
}
