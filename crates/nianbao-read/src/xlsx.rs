//! Reads spreadsheets: the visible sheets in their order, text above and below the tables as paragraphs.

mod layout;
pub(crate) mod number;
mod rich;
mod sheet;
mod styles;

use std::collections::BTreeMap;

use super::ReadError;
use super::archive::Archive;
use super::containers::{Container, Content, FileKind};
use super::limits::{MAX_BLOCKS, MAX_TABLE_AREA, MAX_UNPACKED_BYTES};
use super::page::Page;
use super::xml::{Node, Xml};
pub(crate) use layout::push_blocks;
use nianbao_core::unprinted;
pub(crate) use rich::Text;
pub(crate) use sheet::{Row, Sheet};
use styles::Styles;
pub(crate) use styles::{is_date, shows_date};

/// Texts that cells refer to, and what may still be read of cells.
struct Workbook {
    strings: Vec<Text>,
    styles: Styles,
    limits: Limits,
}

/// What is left of the limits: one shared text may stand in every cell, and one far cell makes a wide table.
pub(crate) struct Limits {
    n_cells: usize,
    n_bytes: usize,
    area: usize,
}

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: FileKind {
        name: "Excel 表格",
        endings: &["xlsx"],
    },
    is: |sample| sample.has_part("xl/") || sample.parts.is_some() && sample.has_ending("xlsx"),
    read: |bytes| read(bytes).map(Content::Page),
};

/// Reads an `.xlsx`.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, ReadError> {
    let limits = Limits::default();
    let mut blocks = Vec::new();
    let archive = Archive::open(bytes)?;
    let unprinted = each_sheet(archive, limits, |_, mut sheet, limits| {
        sheet.hide();
        push_blocks(&sheet, &mut blocks, limits)
    })?;
    Ok(Page {
        blocks,
        unprinted,
        ..Page::default()
    })
}

/// Cells of a book of the year, whose sheets are larger than those of any report.
const MAX_CELLS_OF_BOOK: usize = 8_000_000;
/// A book of the year, unpacked: 100,000 requests take some 150 MB.
const MAX_BYTES_OF_BOOK: u64 = 600 << 20;

/// The visible sheets of an `.xlsx` as they are, for the books of the year.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<nianbao_core::sheet::Sheet>, ReadError> {
    let limits = Limits {
        n_cells: MAX_CELLS_OF_BOOK,
        n_bytes: usize::try_from(MAX_BYTES_OF_BOOK).unwrap_or(usize::MAX),
        area: 0,
    };
    let mut sheets = Vec::new();
    let archive = Archive::open_up_to(bytes, MAX_BYTES_OF_BOOK)?;
    each_sheet(archive, limits, |name, sheet, _| {
        sheets.push(sheet.as_it_is(name));
        Ok(())
    })?;
    Ok(sheets)
}

/// Hands on the visible sheets with their names, and returns what is carried beside what they print.
fn each_sheet(
    mut archive: Archive,
    limits: Limits,
    mut take: impl FnMut(&str, Sheet, &mut Limits) -> Result<(), ReadError>,
) -> Result<Option<String>, ReadError> {
    let part = archive
        .related("", "officeDocument")?
        .unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let mut workbook = Workbook {
        strings: Vec::new(),
        styles: Styles::default(),
        limits,
    };
    let mut sheets = BTreeMap::new();
    let links = archive.relationships(&part)?;
    for link in &links {
        match link.kind.as_str() {
            "sharedStrings" => {
                let text = archive.required(&link.target)?;
                workbook.strings = strings(&mut Xml::new(&link.target, &text))?;
            }
            "styles" => {
                let text = archive.text(&link.target)?.unwrap_or_default();
                workbook.styles = Styles::read(&mut Xml::new(&link.target, &text))?;
            }
            "worksheet" => {
                sheets.insert(link.id.as_str(), link.target.as_str());
            }
            _ => {}
        }
    }
    let unprinted = archive.unprinted(&links)?;
    let text = archive.required(&part)?;
    for (id, title) in visible_sheets(&mut Xml::new(&part, &text))? {
        // A sheet is named twice only by files that want to be read for ever.
        let Some(name) = sheets.remove(id.as_str()) else {
            continue;
        };
        let text = archive.required(name)?;
        let sheet = Sheet::read(&mut Xml::new(name, &text), &mut workbook)?;
        take(&title, sheet, &mut workbook.limits)?;
    }
    Ok(unprinted)
}

/// Relationship ids and names of the sheets that a reader of the workbook sees, without the one that only checks the others.
fn visible_sheets(xml: &mut Xml) -> Result<Vec<(String, String)>, ReadError> {
    let mut sheets = Vec::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "sheet"
            && element
                .attribute("state")
                .is_none_or(|state| state == "visible")
            && element.attribute("name").as_deref() != Some(unprinted::CHECKS_SHEET)
        {
            let name = element.attribute("name").unwrap_or_default();
            sheets.extend(element.attribute("id").map(|id| (id, name)));
        }
    }
    Ok(sheets)
}

fn strings(xml: &mut Xml) -> Result<Vec<Text>, ReadError> {
    let mut strings = Vec::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "si"
        {
            strings.push(rich::read(xml)?.0);
        }
    }
    Ok(strings)
}

/// A text whose characters are no longer spelled `_x000D_`, without carriage returns.
fn cleaned(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let spelled = rest.get(start + 2..start + 6);
        let spelled = spelled.filter(|_| rest.as_bytes().get(start + 6) == Some(&b'_'));
        let is_code = |digits: &&str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = spelled
            .filter(is_code)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (end, c) = match code.and_then(char::from_u32) {
            Some(c) => (start + 7, c),
            None => (start + 1, '_'),
        };
        cleaned += &rest[..start];
        cleaned.push(c);
        rest = &rest[end..];
    }
    cleaned += rest;
    cleaned.replace('\r', "")
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            n_cells: MAX_BLOCKS,
            n_bytes: usize::try_from(MAX_UNPACKED_BYTES).unwrap_or(usize::MAX),
            area: MAX_TABLE_AREA,
        }
    }
}

impl Limits {
    /// Takes one cell with its text.
    pub(crate) fn take(&mut self, text: &str) -> Result<(), ReadError> {
        let n_cells = self.n_cells.checked_sub(1);
        let n_bytes = self.n_bytes.checked_sub(text.len());
        self.n_cells = n_cells.ok_or(ReadError::TooLarge)?;
        self.n_bytes = n_bytes.ok_or(ReadError::TooLarge)?;
        Ok(())
    }

    /// Takes the area of a table.
    fn take_area(&mut self, height: usize, width: usize) -> Result<(), ReadError> {
        let left = self.area.checked_sub(height.saturating_mul(width));
        self.area = left.ok_or(ReadError::TooLarge)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
