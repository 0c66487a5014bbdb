//! Texts: paragraphs, lists and tables as a reader of the printed page sees them.

use super::styles::{Styles, times};
use super::table::Spanned;
use crate::ReadError;
use crate::budget::{Budget, MAX_BLOCKS, MAX_COLUMNS};
use crate::page::{Block, Look, Page};
use crate::written::{Style, Written, left_out};
use crate::xml::{Element, Node, Xml};

/// White space that one element stands for.
const MAX_SPACES: usize = 200;

/// Elements that print nothing of their own.
const SKIPPED: &[&str] = &["bibliography-mark", "forms", "sequence-decls"];

/// Elements whose text stands beside the text: notes, comments, lists of what is where.
const BESIDE: &[&str] = &[
    "alphabetical-index",
    "annotation",
    "bibliography",
    "illustration-index",
    "note",
    "object-index",
    "ruby-text",
    "shapes",
    "table-index",
    "table-of-content",
    "user-index",
];

/// Why the text of an element is left out; none where it is not.
fn left_out_of(name: &str) -> Option<Look> {
    match name {
        "tracked-changes" => Some(Look::Deleted),
        name if BESIDE.contains(&name) => Some(Look::Beside),
        _ => None,
    }
}

/// Reads the element begun last.
pub(super) fn read(xml: &mut Xml, styles: &Styles, budget: &mut Budget) -> Result<Page, ReadError> {
    let mut flow = Flow { styles, budget };
    Ok(Page {
        blocks: flow.blocks(xml)?,
        ..Page::default()
    })
}

/// A walk through what holds paragraphs and tables.
pub(super) struct Flow<'s> {
    pub(super) styles: &'s Styles,
    pub(super) budget: &'s mut Budget,
}

impl Flow<'_> {
    /// The paragraphs and tables in the element begun last, up to its end.
    pub(super) fn blocks(&mut self, xml: &mut Xml) -> Result<Vec<Block>, ReadError> {
        let mut blocks = Vec::new();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Some(Node::Start(element)) => match element.name() {
                    "p" | "h" => self.paragraph(&element, xml, &mut blocks)?,
                    "table" => blocks.extend(self.table(xml)?),
                    name if SKIPPED.contains(&name) => xml.skip()?,
                    name => match left_out_of(name) {
                        Some(look) => blocks.extend(left_out(self.blocks(xml)?, look)),
                        None => depth += 1,
                    },
                },
                Some(Node::End) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => break,
            }
        }
        Ok(blocks)
    }

    /// The paragraph begun last, and what text boxes in it hold.
    fn paragraph(
        &mut self,
        element: &Element,
        xml: &mut Xml,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        self.take_block()?;
        let mut written = Written::default();
        let mut boxes = Vec::new();
        // The looks of the elements that are open, of which the last one counts.
        let mut looks = vec![self.styles.look(element)];
        while let Some(&look) = looks.last() {
            match xml.next()? {
                Some(Node::Start(element)) => {
                    match element.name() {
                        "s" => written.push(&" ".repeat(times(&element, "c", MAX_SPACES)), look),
                        "tab" => written.push("\t", look),
                        "line-break" => written.push("\n", look),
                        "text-box" => {
                            boxes.extend(self.blocks(xml)?);
                            continue;
                        }
                        name if SKIPPED.contains(&name) => {
                            xml.skip()?;
                            continue;
                        }
                        "ruby-text" => {
                            written.push(&xml.text(&[])?, Style::of(Look::Beside));
                            continue;
                        }
                        name => {
                            if let Some(look) = left_out_of(name) {
                                boxes.extend(left_out(self.blocks(xml)?, look));
                                continue;
                            }
                        }
                    }
                    looks.push(look.and(self.styles.look(&element)));
                }
                Some(Node::End) => _ = looks.pop(),
                Some(Node::Text(shown)) => written.push(&collapsed(&shown), look),
                None => break,
            }
        }
        blocks.extend(written.take_blocks());
        blocks.extend(boxes);
        Ok(())
    }

    /// The table begun last.
    fn table(&mut self, xml: &mut Xml) -> Result<Vec<Block>, ReadError> {
        let mut table = Spanned::default();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Some(Node::Start(element)) => match element.name() {
                    "table-row" => {
                        self.take_block()?;
                        table.begin_row();
                        depth += 1;
                    }
                    "table-cell" => {
                        let width = times(&element, "number-columns-spanned", MAX_COLUMNS);
                        let height = times(&element, "number-rows-spanned", MAX_BLOCKS);
                        let repeated = times(&element, "number-columns-repeated", MAX_COLUMNS);
                        let blocks = self.blocks(xml)?;
                        for _ in 0..repeated {
                            self.take_block()?;
                            table.push_cell(width, height, blocks.clone())?;
                        }
                    }
                    "covered-table-cell" => {
                        let repeated = times(&element, "number-columns-repeated", MAX_COLUMNS);
                        // What is covered is not shown.
                        table.push_hidden(left_out(self.blocks(xml)?, Look::Hidden));
                        table.push_covered(repeated)?;
                    }
                    name if SKIPPED.contains(&name) => xml.skip()?,
                    _ => depth += 1,
                },
                Some(Node::End) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => break,
            }
        }
        table.into_blocks(self.budget)
    }

    fn take_block(&mut self) -> Result<(), ReadError> {
        self.budget.take_blocks(1)
    }
}

/// Text with its white space as it is shown: one space for any run of it.
fn collapsed(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' if collapsed.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => collapsed.push(' '),
            c => collapsed.push(c),
        }
    }
    collapsed
}
