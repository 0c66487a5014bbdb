//! Spreadsheets: a sheet for each section with the tables as printed, live sums, and a sheet that checks them.
//!
//! Our own `SpreadsheetML` in a zip; fonts, borders and number formats are in `xlsx/styles.xml`.

use nianbao_core::report::Report;

use super::document::{Block, outline};
use super::package::{self, XML};
use crate::lists::{Item, List};
use crate::xml::escape;

mod checks;
mod equation;
mod places;
mod sheet;
mod table;

use places::Places;
use sheet::{Sheet, Value, style};

/// Parts that are the same for every report.
const FIXED_PARTS: [(&str, &str); 2] = [
    ("_rels/.rels", include_str!("xlsx/package.rels")),
    ("xl/styles.xml", include_str!("xlsx/styles.xml")),
];

const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes a report as a workbook; a mark stands in the header of each printed sheet, and colors its tab.
pub(super) fn write(report: &Report, mark: Option<&str>) -> Vec<u8> {
    let places = Places::new(report.form);
    let equations = equation::all(report.form);
    let mut sheets = sections(report, &places);
    table::warn(&mut sheets, &equations, &places);
    sheets.push(checks::sheet(report, &equations, &places));
    // The tables are what a workbook is opened for.
    let front = sheets.iter().position(Sheet::has_table).unwrap_or(0);
    let parts: Vec<_> = (sheets.iter().enumerate())
        .map(|(idx, sheet)| (part(idx + 1), sheet.xml(idx == front, mark)))
        .chain([
            ("[Content_Types].xml".to_owned(), content_types(&sheets)),
            ("xl/workbook.xml".to_owned(), workbook(&sheets, front)),
            ("xl/_rels/workbook.xml.rels".to_owned(), links(&sheets)),
        ])
        .collect();
    let own_parts = parts.iter().map(|(name, part)| (&name[..], &part[..]));
    let parts: Vec<_> = FIXED_PARTS.into_iter().chain(own_parts).collect();
    package::zipped(report, &parts)
}

/// Writes lists as a workbook, a sheet for each.
pub(super) fn write_lists(title: &str, lists: &[List]) -> Vec<u8> {
    let sheets: Vec<_> = lists.iter().map(list).collect();
    let parts: Vec<_> = (sheets.iter().enumerate())
        .map(|(idx, sheet)| (part(idx + 1), sheet.xml(idx == 0, None)))
        .chain([
            ("[Content_Types].xml".to_owned(), content_types(&sheets)),
            ("xl/workbook.xml".to_owned(), workbook(&sheets, 0)),
            ("xl/_rels/workbook.xml.rels".to_owned(), links(&sheets)),
        ])
        .collect();
    let own_parts = parts.iter().map(|(name, part)| (&name[..], &part[..]));
    let parts: Vec<_> = FIXED_PARTS.into_iter().chain(own_parts).collect();
    package::listed(title, &parts)
}

/// A list as a sheet.
fn list(list: &List) -> Sheet {
    const LONGEST_NAME: usize = 31;
    let name = list.name.replace(['/', '\\', '?', '*', ':', '[', ']'], " ");
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let mut sheet = Sheet::new(&name);
    let widths: Vec<_> = list.heads.iter().map(|(_, width)| *width).collect();
    let heads = list.heads.iter();
    sheet.row(
        sheet::row_height(1, sheet::TABLE_SIZE),
        heads.map(|(head, _)| (style::LABEL, Value::Text(head.clone()))),
    );
    sheet.repeat_head();
    for row in &list.rows {
        let lines = row.iter().zip(&widths);
        let lines = lines.map(|(item, width)| sheet::n_lines(&item.shown(), *width));
        let height = sheet::row_height(lines.max().unwrap_or(1), sheet::TABLE_SIZE);
        let cells = row.iter().map(|item| match item {
            Item::Text(text) if text.is_empty() => (style::LEFT_LABEL, Value::Blank),
            Item::Text(text) => (style::LEFT_LABEL, Value::Text(text.clone())),
            Item::Number(number) => (style::FIGURE, Value::Number(number.to_string())),
            Item::Figure(digits) => (
                style::FIGURE + decimals(digits),
                Value::Number(digits.clone()),
            ),
            Item::Formula(formula, digits) => (
                style::FIGURE + decimals(digits),
                Value::Formula(formula.clone(), Some(digits.clone())),
            ),
        });
        sheet.row(height, cells);
    }
    sheet.set_widths(widths);
    sheet
}

/// The printed report, a sheet for each section; title and preamble stand above the first.
fn sections(report: &Report, places: &Places) -> Vec<Sheet> {
    let mut sheets = vec![Sheet::new(places.sheet_name(0))];
    let mut n_sections = 0;
    for block in outline(report) {
        if let Block::SectionHeading(_) = block {
            if n_sections > 0 {
                sheets.push(Sheet::new(places.sheet_name(n_sections)));
            }
            n_sections += 1;
        }
        let sheet = sheets.last_mut().expect("there is a first sheet");
        match block {
            Block::Title(text) => sheet.line(style::TITLE, &text),
            Block::Paragraph(text) => sheet.line(style::PARAGRAPH, text),
            Block::SectionHeading(text) => sheet.line(style::HEADING, text),
            Block::TopicHeading(text) => sheet.line(style::TOPIC, text),
            Block::Table(grid) => table::push(sheet, report, &grid, places),
            Block::Signature(text) | Block::Date(text) => sheet.line(style::CLOSING, text),
        }
    }
    sheets
}

/// How many decimals a number is shown with.
fn decimals(digits: &str) -> usize {
    digits
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len())
}

fn part(number: usize) -> String {
    format!("xl/worksheets/sheet{number}.xml")
}

fn content_types(sheets: &[Sheet]) -> String {
    let mut xml = format!(
        r#"{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{CONTENT_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{CONTENT_TYPE}.styles+xml"/>
"#
    );
    for number in 1..=sheets.len() {
        xml += &format!(
            "<Override PartName=\"/{}\" ContentType=\"{CONTENT_TYPE}.worksheet+xml\"/>\n",
            part(number)
        );
    }
    xml + "</Types>\n"
}

fn workbook(sheets: &[Sheet], front: usize) -> String {
    let mut xml = format!(
        "{XML}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{RELATIONSHIP}\">\n\
         <bookViews><workbookView activeTab=\"{front}\"/></bookViews>\n<sheets>\n"
    );
    for (idx, sheet) in sheets.iter().enumerate() {
        let (name, number) = (escape(sheet.name()), idx + 1);
        xml += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"sheet{number}\"/>\n");
    }
    xml += "</sheets>\n";
    let heads = sheets.iter().map(Sheet::head).enumerate();
    let heads: String = heads
        .filter_map(|(idx, head)| {
            let head = escape(&head?);
            Some(format!(
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{idx}\">{head}</definedName>\n"
            ))
        })
        .collect();
    if !heads.is_empty() {
        xml += &format!("<definedNames>\n{heads}</definedNames>\n");
    }
    xml + "</workbook>\n"
}

fn links(sheets: &[Sheet]) -> String {
    let mut xml = format!(
        r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="styles" Type="{RELATIONSHIP}/styles" Target="styles.xml"/>
<Relationship Id="unprinted" Type="{RELATIONSHIP}/customXml" Target="../customXml/item1.xml"/>
"#
    );
    for number in 1..=sheets.len() {
        xml += &format!(
            "<Relationship Id=\"sheet{number}\" Type=\"{RELATIONSHIP}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>\n"
        );
    }
    xml + "</Relationships>\n"
}

#[cfg(test)]
mod tests;
