//! Texts: paragraphs, lists and tables as a reader of the printed page sees them.

use super::styles::{Styles, style, times};
use super::table::Spanned;
use crate::ReadError;
use crate::budget::{MAX_BLOCKS, MAX_COLUMNS};
use crate::page::{Aside, Block, Look, Page};
use crate::xml::{Element, Node, Xml};

/// White space that one element stands for.
const MAX_SPACES: usize = 200;

/// Elements that print nothing of their own: what changes tell of earlier text, notes, tables of contents, settings.
const SKIPPED: &[&str] = &[
    "alphabetical-index",
    "annotation",
    "bibliography",
    "bibliography-mark",
    "forms",
    "illustration-index",
    "note",
    "object-index",
    "ruby-text",
    "sequence-decls",
    "shapes",
    "table-index",
    "table-of-content",
    "tracked-changes",
    "user-index",
];

/// Reads the element begun last.
pub(super) fn read(xml: &mut Xml, styles: &Styles) -> Result<Page, ReadError> {
    let mut flow = Flow {
        styles,
        n_blocks: 0,
    };
    Ok(Page {
        blocks: flow.blocks(xml)?,
        ..Page::default()
    })
}

/// A walk through what holds paragraphs and tables.
pub(super) struct Flow<'s> {
    pub(super) styles: &'s Styles,
    n_blocks: usize,
}

impl<'s> Flow<'s> {
    pub(super) fn new(styles: &'s Styles) -> Flow<'s> {
        Flow {
            styles,
            n_blocks: 0,
        }
    }

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
                    _ => depth += 1,
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
        let mut text = String::new();
        let mut asides = Vec::new();
        let mut boxes = Vec::new();
        // The looks of the elements that are open, of which the last one counts.
        let mut looks = vec![self.look(element)];
        while let Some(&look) = looks.last() {
            let mut push = |pushed: &str| match look {
                Some(look) => asides.push(Aside {
                    look,
                    text: pushed.to_owned(),
                }),
                None => text += pushed,
            };
            match xml.next()? {
                Some(Node::Start(element)) => {
                    match element.name() {
                        "s" => push(&" ".repeat(times(&element, "c", MAX_SPACES))),
                        "tab" => push("\t"),
                        "line-break" => push("\n"),
                        "text-box" => {
                            boxes.extend(self.blocks(xml)?);
                            continue;
                        }
                        name if SKIPPED.contains(&name) => {
                            xml.skip()?;
                            continue;
                        }
                        _ => {}
                    }
                    looks.push(look.or(self.look(&element)));
                }
                Some(Node::End) => _ = looks.pop(),
                Some(Node::Text(shown)) => push(&collapsed(&shown)),
                None => break,
            }
        }
        if !text.is_empty() {
            blocks.push(Block::Paragraph(text));
        }
        let joined = |asides: Vec<Aside>| {
            let mut joined: Vec<Aside> = Vec::new();
            for aside in asides {
                match joined.last_mut().filter(|last| last.look == aside.look) {
                    Some(last) => last.text += &aside.text,
                    None => joined.push(aside),
                }
            }
            joined
        };
        blocks.extend(joined(asides).into_iter().map(Block::Aside));
        blocks.extend(boxes);
        Ok(())
    }

    /// Why text of this element's style is left out.
    fn look(&self, element: &Element) -> Option<Look> {
        let style = style(element);
        match () {
            () if self.styles.hidden.contains(&style) => Some(Look::Hidden),
            () if self.styles.struck.contains(&style) => Some(Look::Struck),
            () => None,
        }
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
                        xml.skip()?;
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
        table.into_blocks()
    }

    fn take_block(&mut self) -> Result<(), ReadError> {
        self.n_blocks += 1;
        match self.n_blocks > MAX_BLOCKS {
            true => Err(ReadError::TooLarge),
            false => Ok(()),
        }
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
