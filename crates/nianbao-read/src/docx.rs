//! Reads Word documents: the body's paragraphs and tables as a reader of the printed page sees them.

mod beside;
mod look;
pub(crate) mod numbering;
pub(crate) mod table;

use std::mem;

use super::ReadError;
use super::archive::Archive;
use super::budget::Budget;
use super::page::{Aside, Block, Look, Page};
use super::written::{Style, Written, left_out};
use super::xml::{Element, Node, Xml};
use crate::container::{Container, Content};
use crate::kinds;
use numbering::Numbering;
use table::{Merge, Table};

/// Fields within fields; Word makes three at most.
const MAX_OPEN_FIELDS: usize = 32;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::DOCX,
    is: |sample| {
        sample.has_part("word/")
            || sample.parts.is_some() && !sample.has_part("xl/") && sample.has_ending("docx")
    },
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Reads a `.docx`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let mut archive = Archive::open(bytes, budget)?;
    let part = archive
        .related("", "officeDocument")?
        .unwrap_or_else(|| "word/document.xml".to_owned());
    let links = archive.relationships(&part)?;
    let numbering = Numbering::read(&mut archive, &links)?;
    let text = archive.required(&part)?;
    let mut walk = Walk::new(numbering, archive.budget);
    walk.part(&mut Xml::new(&part, &text))?;
    let (mut blocks, numbering) = walk.finish();
    blocks.extend(beside::read(&mut archive, &links, numbering)?);
    Ok(Page {
        blocks,
        unprinted: archive.unprinted(&links)?,
        ..Page::default()
    })
}

/// What an open element is to the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Body, cell or text box: whatever holds paragraphs and tables.
    Flow,
    Table,
    Row,
    Paragraph,
    /// The characters of a run.
    Text,
    /// What a tracked change has taken away.
    Deleted,
    /// Content controls, links, insertions and whatever else changes nothing.
    Wrapper,
}

/// A walk through the body, with what is open on the way.
struct Walk<'b> {
    budget: &'b mut Budget,
    numbering: Numbering,
    elements: Vec<Open>,
    /// The elements that are no wrappers.
    structure: Vec<Open>,
    flows: Vec<Vec<Block>>,
    tables: Vec<Table>,
    paragraphs: Vec<Paragraph>,
    /// Fields begun and not ended; whether their result has begun, which is what is printed.
    fields: Vec<bool>,
    /// How the open run looks.
    run: Style,
    /// Deletions that are open.
    n_deleted: usize,
}

#[derive(Default)]
struct Paragraph {
    /// What automatic numbering prints before the text.
    number: String,
    written: Written,
    /// What the text boxes anchored here hold.
    boxes: Vec<Block>,
    is_contents_entry: bool,
}

impl<'b> Walk<'b> {
    fn new(numbering: Numbering, budget: &'b mut Budget) -> Walk<'b> {
        Walk {
            budget,
            numbering,
            elements: Vec::new(),
            structure: vec![Open::Flow],
            flows: vec![Vec::new()],
            tables: Vec::new(),
            paragraphs: Vec::new(),
            fields: Vec::new(),
            run: Style::default(),
            n_deleted: 0,
        }
    }

    /// What was read, and the numbering as far as it was counted.
    fn finish(mut self) -> (Vec<Block>, Numbering) {
        (self.flows.pop().unwrap_or_default(), self.numbering)
    }

    fn part(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => self.begin(&element, xml)?,
                Node::End => self.end()?,
                Node::Text(text) => {
                    if self.elements.last() == Some(&Open::Text) {
                        self.push(&text);
                    }
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element, xml: &mut Xml) -> Result<(), ReadError> {
        let inside = *self.structure.last().expect("the body stays open");
        let open = match (element.name(), inside) {
            ("p", Open::Flow) => {
                self.paragraphs.push(Paragraph::default());
                Open::Paragraph
            }
            ("tbl", Open::Flow) => {
                self.tables.push(Table::default());
                Open::Table
            }
            ("tr", Open::Table) => {
                self.budget.take_blocks(1)?;
                self.table().begin_row();
                Open::Row
            }
            ("tc", Open::Row) => {
                self.budget.take_blocks(1)?;
                self.table().begin_cell()?;
                self.flows.push(Vec::new());
                Open::Flow
            }
            ("txbxContent", Open::Paragraph) => {
                self.flows.push(Vec::new());
                Open::Flow
            }
            ("t" | "delText", Open::Paragraph) => Open::Text,
            ("del", _) => {
                self.n_deleted += 1;
                Open::Deleted
            }
            // It stands over the text.
            ("rt", Open::Paragraph) => {
                let text = xml.text(&[])?;
                self.paragraph()
                    .written
                    .push(&text, Style::of(Look::Beside));
                return Ok(());
            }
            ("r", Open::Paragraph) => {
                self.run = Style::default();
                Open::Wrapper
            }
            ("rPr", Open::Paragraph) => return self.run_properties(xml),
            ("ddList", Open::Paragraph) => return self.chosen(xml),
            ("tab" | "ptab", Open::Paragraph) => {
                self.push("\t");
                Open::Wrapper
            }
            ("br" | "cr", Open::Paragraph) => {
                self.budget.take_blocks(1)?;
                self.push("\n");
                Open::Wrapper
            }
            ("noBreakHyphen", Open::Paragraph) => {
                self.push("-");
                Open::Wrapper
            }
            ("fldChar", Open::Paragraph) => {
                self.field(&element.attribute("fldCharType").unwrap_or_default());
                Open::Wrapper
            }
            ("pPr", Open::Paragraph) => return self.paragraph_properties(xml),
            ("trPr", Open::Row) => return self.row_properties(xml),
            ("tcPr", Open::Flow) => return self.cell_properties(xml),
            // Moved away, an older picture of what was read already, or settings.
            ("moveFrom" | "Fallback" | "sectPr" | "rPr" | "tblPr" | "sdtPr", _) => {
                return xml.skip();
            }
            _ => Open::Wrapper,
        };
        if !matches!(open, Open::Wrapper | Open::Deleted) {
            self.structure.push(open);
        }
        self.elements.push(open);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadError> {
        let ended = self.elements.pop().unwrap_or(Open::Wrapper);
        match ended {
            Open::Wrapper => return Ok(()),
            Open::Deleted => {
                self.n_deleted -= 1;
                return Ok(());
            }
            _ => {}
        }
        self.structure.pop();
        match ended {
            Open::Paragraph => self.end_paragraph()?,
            Open::Row => self.table().end_row(),
            Open::Table => {
                let table = self.tables.pop().expect("a table that ends was begun");
                let blocks = table.into_blocks(self.budget)?;
                self.flow().extend(blocks);
            }
            Open::Flow => {
                let blocks = self.flows.pop().expect("a flow that ends was begun");
                match self.structure.last() {
                    Some(Open::Row) => self.table().end_cell(blocks),
                    _ => self.paragraph().boxes.extend(blocks),
                }
            }
            Open::Text | Open::Deleted | Open::Wrapper => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), ReadError> {
        let mut paragraph = mem::take(self.paragraph());
        self.paragraphs.pop();
        let written = &mut paragraph.written;
        if !paragraph.number.is_empty() {
            written.text.insert_str(0, &paragraph.number);
        }
        if !written.is_empty() {
            self.budget.take_blocks(1)?;
            let blocks = written.take_blocks();
            match paragraph.is_contents_entry {
                true => self.flow().extend(left_out(blocks.collect(), Look::Beside)),
                false => self.flow().extend(blocks),
            }
        }
        self.flow().extend(paragraph.boxes);
        // A field whose result never begins would swallow the rest of the document.
        if self.paragraphs.is_empty() {
            self.fields.retain(|in_result| *in_result);
        }
        Ok(())
    }

    fn paragraph_properties(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        let (mut style, mut list, mut level, mut is_deleted) = (None, None, None, false);
        xml.properties(|property| match property.name() {
            "del" => is_deleted = true,
            "pStyle" => style = Some(property.val()),
            "numId" => list = Some(property.val()),
            "ilvl" => level = property.val().parse().ok(),
            _ => {}
        })?;
        let number = match is_deleted {
            true => String::new(),
            false => self.numbering.next(style.as_deref(), list, level),
        };
        let is_contents_entry = style.is_some_and(|style| self.numbering.is_contents(&style));
        let paragraph = self.paragraph();
        paragraph.number = number;
        paragraph.is_contents_entry = is_contents_entry;
        Ok(())
    }

    fn run_properties(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        let mut run = Style::default();
        let mut is_shaded = false;
        let mut styled = Style::default();
        let styles = &self.numbering;
        xml.properties(|property| match property.name() {
            "rStyle" => styled = styles.run_of(&property.val()),
            "highlight" | "shd" => is_shaded = true,
            _ => run.set(property),
        })?;
        run.is_raised |= styled.is_raised;
        run.look = run.look.or(styled.look);
        // White letters on a dark ground are seen.
        run.look = run.look.filter(|look| *look != Look::Faint || !is_shaded);
        self.run = run;
        Ok(())
    }

    /// A field with a list to choose from, which holds no text but the list.
    fn chosen(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        let (mut entries, mut chosen) = (Vec::new(), 0);
        xml.properties(|property| match property.name() {
            "listEntry" => entries.push(property.val()),
            "default" | "result" => chosen = property.val().parse().unwrap_or(0),
            _ => {}
        })?;
        let paragraph = self.paragraph();
        paragraph.written.asides.push(Aside {
            look: Look::Field,
            text: String::new(),
        });
        paragraph.written.text += entries.get::<usize>(chosen).map_or("", String::as_str);
        Ok(())
    }

    fn row_properties(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        let row = self.table().row();
        xml.properties(|property| match property.name() {
            "gridBefore" => row.column = property.val().parse().unwrap_or(0),
            "del" => row.is_deleted = true,
            _ => {}
        })
    }

    fn cell_properties(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        // The body and a text box have no such properties; where they do, the file lies.
        if self.structure.len() < 2 || self.structure[self.structure.len() - 2] != Open::Row {
            return xml.skip();
        }
        let row = self.table().row();
        let cell = row.cells.last_mut().expect("a cell was begun");
        xml.properties(|property| match property.name() {
            "gridSpan" => cell.width = property.val().parse().unwrap_or(1),
            "vMerge" if property.val() == "restart" => cell.vertical = Merge::Restart,
            "vMerge" => cell.vertical = Merge::Continue,
            "hMerge" if property.val() != "restart" => cell.continues_left = true,
            _ => {}
        })
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" if self.fields.len() < MAX_OPEN_FIELDS => self.fields.push(false),
            "separate" => {
                if let Some(in_result) = self.fields.last_mut() {
                    *in_result = true;
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.fields.iter().all(|in_result| *in_result) {
            let style = match self.n_deleted {
                0 => self.run,
                _ => Style::of(Look::Deleted),
            };
            self.paragraph().written.push(text, style);
        }
    }

    fn flow(&mut self) -> &mut Vec<Block> {
        self.flows.last_mut().expect("the body stays open")
    }

    fn table(&mut self) -> &mut Table {
        self.tables.last_mut().expect("a row is in a table")
    }

    fn paragraph(&mut self) -> &mut Paragraph {
        self.paragraphs.last_mut().expect("text is in a paragraph")
    }
}

#[cfg(test)]
mod tests;
