//! Reads `OpenDocument` texts and spreadsheets, packed or as one XML file.

mod sheets;
mod styles;
mod table;
mod text;

use crate::ReadError;
use crate::archive::Archive;
use crate::budget::Budget;
use crate::container::{Container, Content, Sample, contains};
use crate::decode::decoded;
use crate::kinds;
use crate::page::{Look, Page};
use crate::written::left_out;
use crate::xml::{Node, Xml};
use styles::Styles;

/// How texts are known.
pub(crate) const TEXT: Container = Container {
    kind: kinds::ODT,
    is: |sample| is_one(sample, b"opendocument.text"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// How spreadsheets are known.
pub(crate) const SHEETS: Container = Container {
    kind: kinds::ODS,
    is: |sample| is_one(sample, b"opendocument.spreadsheet"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// What holds the document in a package.
const PART: &str = "content.xml";
const STYLES: &str = "styles.xml";

/// Whether a package or a flat document says that it is one of these, as each must near its beginning.
fn is_one(sample: &Sample, kind: &[u8]) -> bool {
    let is_flat = sample.begins_with(b"<") && sample.holds(b"office:document");
    (sample.has_part(PART) || is_flat) && contains(sample.head, kind)
}

/// Reads either kind.
fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    if !bytes.starts_with(b"PK") {
        return document("XML", &decoded(bytes), budget);
    }
    let mut archive = Archive::open(bytes, budget)?;
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let text = archive.required(PART)?;
    let mut page = document(PART, &text, archive.budget)?;
    // Headers and footers are with the styles.
    if let Some(text) = archive.text(STYLES)? {
        page.blocks
            .extend(document(STYLES, &text, archive.budget)?.blocks);
    }
    Ok(page)
}

/// The visible sheets of a spreadsheet as they are, for the books of the year.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<nianbao_core::sheet::Sheet>, ReadError> {
    let budget = &mut Budget::of_book();
    if !bytes.starts_with(b"PK") {
        return sheets_of(&decoded(bytes), budget);
    }
    let mut archive = Archive::open(bytes, budget)?;
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let text = archive.required(PART)?;
    sheets_of(&text, archive.budget)
}

fn sheets_of(
    text: &str,
    budget: &mut Budget,
) -> Result<Vec<nianbao_core::sheet::Sheet>, ReadError> {
    let mut xml = Xml::new(PART, text);
    let mut styles = Styles::default();
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        match element.name() {
            "automatic-styles" | "styles" => styles.read(&mut xml)?,
            "spreadsheet" => return sheets::as_they_are(&mut xml, &styles, budget),
            "meta" | "settings" | "scripts" | "master-styles" => xml.skip()?,
            _ => {}
        }
    }
    Err(ReadError::Empty)
}

fn document(part: &str, text: &str, budget: &mut Budget) -> Result<Page, ReadError> {
    let mut xml = Xml::new(part, text);
    let mut styles = Styles::default();
    let mut page = Page::default();
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        match element.name() {
            "automatic-styles" | "styles" => styles.read(&mut xml)?,
            "spreadsheet" => page
                .blocks
                .extend(sheets::read(&mut xml, &styles, budget)?.blocks),
            "text" => page
                .blocks
                .extend(text::read(&mut xml, &styles, budget)?.blocks),
            "master-styles" => {
                let blocks = text::read(&mut xml, &styles, budget)?.blocks;
                for block in left_out(blocks, Look::Beside) {
                    // Left and right pages have headers of their own, and most say the same.
                    if !page.blocks.contains(&block) {
                        page.blocks.push(block);
                    }
                }
            }
            "meta" | "settings" | "scripts" => xml.skip()?,
            _ => {}
        }
    }
    Ok(page)
}

#[cfg(test)]
mod tests;
