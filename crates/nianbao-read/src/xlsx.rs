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
use super::page::{Aside, Look, Page};
use super::written::left_out;
use super::xml::{Node, Xml};
use crate::container::{Container, Content};
use crate::kinds;
pub(crate) use layout::push_blocks;
use nianbao_core::unprinted;
pub(crate) use rich::Text;
pub(crate) use sheet::{Row, Sheet, without_codes};
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
    kind: kinds::XLSX,
    is: |sample| sample.has_part("xl/") || sample.parts.is_some() && sample.has_ending("xlsx"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Reads an `.xlsx`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let mut blocks = Vec::new();
    let archive = Archive::open(bytes, budget)?;
    let unprinted = each_sheet(archive, |named, mut sheet, budget| {
        sheet.hide();
        let mut found = Vec::new();
        push_blocks(&sheet, &mut found, budget)?;
        blocks.extend(match named.is_seen {
            true => found,
            false => left_out(found, Look::Hidden),
        });
        Ok(())
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
    each_sheet(archive, |named, sheet, _| {
        if named.is_seen {
            sheets.push(sheet.as_it_is(&named.name));
        }
        Ok(())
    })?;
    Ok(sheets)
}

/// A sheet as the workbook names it.
struct Named {
    /// The id of the link to it.
    id: String,
    name: String,
    is_seen: bool,
}

/// Hands on the sheets with their names, and returns what is carried beside what they print.
fn each_sheet(
    mut archive: Archive,
    mut take: impl FnMut(&Named, Sheet, &mut Budget) -> Result<(), ReadError>,
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
    for named in named_sheets(&mut Xml::new(&part, &text))? {
        // A sheet is named twice only by files that want to be read for ever.
        let Some(name) = sheets.remove(named.id.as_str()) else {
            continue;
        };
        let text = archive.required(name)?;
        let mut sheet = Sheet::read(&mut Xml::new(name, &text), &workbook, archive.budget)?;
        sheet.asides.extend(beside(&mut archive, name)?);
        take(&named, sheet, archive.budget)?;
    }
    Ok(unprinted)
}

/// The sheets of a workbook, without the one of ours that only checks the others.
fn named_sheets(xml: &mut Xml) -> Result<Vec<Named>, ReadError> {
    let mut sheets = Vec::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "sheet"
            && element.attribute("name").as_deref() != Some(unprinted::CHECKS_SHEET)
            && let Some(id) = element.attribute("id")
        {
            let state = element.attribute("state");
            sheets.push(Named {
                id,
                name: element.attribute("name").unwrap_or_default(),
                is_seen: state.is_none_or(|state| state == "visible"),
            });
        }
    }
    Ok(sheets)
}

/// What stands beside the cells of a sheet: notes on cells, and what is drawn over them.
fn beside(archive: &mut Archive, sheet: &str) -> Result<Vec<Aside>, ReadError> {
    let mut asides = Vec::new();
    for link in archive.relationships(sheet)? {
        let whole = match link.kind.as_str() {
            "comments" => "comment",
            "drawing" => "txBody",
            _ => continue,
        };
        let text = archive.text(&link.target)?.unwrap_or_default();
        let mut xml = Xml::new(&link.target, &text);
        while let Some(node) = xml.next()? {
            if let Node::Start(element) = node
                && element.name() == whole
            {
                let text = xml.text(&["rPh"])?;
                archive.budget.take_cell(&text)?;
                asides.push(Aside {
                    look: Look::Beside,
                    text,
                });
            }
        }
    }
    Ok(asides)
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
