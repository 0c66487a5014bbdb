//! Reads spreadsheets: the visible sheets in their order, text above and below the tables as paragraphs.

mod layout;
pub(crate) mod number;
mod rich;
mod sheet;
mod styles;

use std::collections::BTreeMap;

use super::ReadError;
use super::archive::Archive;
use super::budget::Budget;
use super::containers::{Container, Content, FileKind};
use super::page::Page;
use super::xml::{Node, Xml};
pub(crate) use layout::push_blocks;
use nianbao_core::unprinted;
pub(crate) use rich::Text;
pub(crate) use sheet::{Row, Sheet};
use styles::Styles;
pub(crate) use styles::{is_date, shows_date};

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Workbook {
    strings: Vec<Text>,
    styles: Styles,
}

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: FileKind {
        name: "Excel 表格",
        endings: &["xlsx"],
    },
    is: |sample| sample.has_part("xl/") || sample.parts.is_some() && sample.has_ending("xlsx"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Reads an `.xlsx`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let mut blocks = Vec::new();
    let archive = Archive::open(bytes, budget)?;
    let unprinted = each_sheet(archive, |_, mut sheet, budget| {
        sheet.hide();
        push_blocks(&sheet, &mut blocks, budget)
    })?;
    Ok(Page {
        blocks,
        unprinted,
        ..Page::default()
    })
}

/// The visible sheets of an `.xlsx` as they are, for the books of the year.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<nianbao_core::sheet::Sheet>, ReadError> {
    let mut sheets = Vec::new();
    let budget = &mut Budget::of_book();
    let archive = Archive::open(bytes, budget)?;
    each_sheet(archive, |name, sheet, _| {
        sheets.push(sheet.as_it_is(name));
        Ok(())
    })?;
    Ok(sheets)
}

/// Hands on the visible sheets with their names, and returns what is carried beside what they print.
fn each_sheet(
    mut archive: Archive,
    mut take: impl FnMut(&str, Sheet, &mut Budget) -> Result<(), ReadError>,
) -> Result<Option<String>, ReadError> {
    let part = archive
        .related("", "officeDocument")?
        .unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let mut workbook = Workbook::default();
    let mut sheets = BTreeMap::new();
    let links = archive.relationships(&part)?;
    for link in &links {
        match link.kind.as_str() {
            "sharedStrings" => {
                let text = archive.required(&link.target)?;
                workbook.strings = strings(&mut Xml::new(&link.target, &text), archive.budget)?;
            }
            "styles" => {
                let text = archive.text(&link.target)?.unwrap_or_default();
                workbook.styles = Styles::read(&mut Xml::new(&link.target, &text), archive.budget)?;
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
        let budget = &mut *archive.budget;
        let sheet = Sheet::read(&mut Xml::new(name, &text), &workbook, budget)?;
        take(&title, sheet, budget)?;
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

fn strings(xml: &mut Xml, budget: &mut Budget) -> Result<Vec<Text>, ReadError> {
    let mut strings = Vec::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "si"
        {
            budget.take_pieces(1)?;
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

#[cfg(test)]
mod tests;
