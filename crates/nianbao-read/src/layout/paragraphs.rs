//! From lines of text to paragraphs: one ends with a short line and begins with an indented one.

use super::lines::Line;
use crate::page::Block;

/// A line that ends this far from the margin, in sizes of its characters, is the last of its paragraph.
const SHORT: f64 = 2.0;

/// A line that begins this far from the margin is the first of its paragraph, or centered.
const INDENT: f64 = 0.8;

/// A line this much further from the last one than that line is high begins a paragraph.
const APART: f64 = 2.6;

/// Where the text of a document begins and ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    left: f64,
    right: f64,
}

/// The margins of the text: the left side of its long lines and their right side.
pub(super) fn margins<'a>(lines: impl Iterator<Item = &'a Line>) -> Margins {
    let lines: Vec<_> = lines.collect();
    let longest = lines
        .iter()
        .map(|line| line.right - line.left)
        .fold(0.0, f64::max);
    let long = || {
        lines
            .iter()
            .filter(|line| line.right - line.left > 0.8 * longest)
    };
    Margins {
        left: long().map(|line| line.left).fold(f64::MAX, f64::min),
        right: long().map(|line| line.right).fold(f64::MIN, f64::max),
    }
}

/// Joins lines as they come.
pub(super) struct Paragraphs {
    margins: Margins,
    text: String,
    last: Option<Line>,
}

impl Paragraphs {
    pub(super) fn new(margins: Margins) -> Paragraphs {
        Paragraphs {
            margins,
            text: String::new(),
            last: None,
        }
    }

    /// Takes a line, and gives the paragraph that ended before it.
    pub(super) fn push(&mut self, line: Line, begins_page: bool) -> Option<Block> {
        let continues = self.last.as_ref().is_some_and(|last| {
            let is_full = self.margins.right - last.right < SHORT * last.size;
            let is_indented = line.left - self.margins.left > INDENT * line.size;
            let is_near = begins_page || last.middle - line.middle < APART * line.size;
            let is_alike = (last.size - line.size).abs() < 0.2 * line.size;
            is_full && !is_indented && is_near && is_alike
        });
        let ended = if continues { None } else { self.end() };
        let ends_word = self.text.ends_with(|c: char| c.is_ascii_alphabetic());
        if ends_word && line.text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.text.push(' ');
        }
        self.text += &line.text;
        self.last = Some(line);
        ended
    }

    /// The paragraph so far.
    pub(super) fn end(&mut self) -> Option<Block> {
        self.last = None;
        let text = std::mem::take(&mut self.text);
        (!text.is_empty()).then_some(Block::Paragraph(text))
    }
}
