//! The cells of one sheet.

use std::collections::BTreeMap;

use super::styles::Format;
use super::{Workbook, cleaned, number};
use crate::ReadError;
use crate::limits::{MAX_BLOCKS, MAX_COLUMNS};
use crate::xml::{Element, Node, Xml};

/// Rows that a spreadsheet can have.
const MAX_ROWS: usize = 1_048_576;

/// What is filled in on a sheet.
#[derive(Default)]
pub(super) struct Sheet {
    /// Rows with anything in them, in order.
    pub(super) rows: Vec<Row>,
    /// Height and width of merged cells by their first row and column.
    pub(super) merged: BTreeMap<(usize, usize), (usize, usize)>,
}

/// A row with anything in it.
#[derive(Default)]
pub(super) struct Row {
    pub(super) place: usize,
    /// Columns and their text, where there is any, in order.
    pub(super) cells: Vec<(usize, String)>,
    /// Cells that are there, blank ones included.
    pub(super) n_present: usize,
    pub(super) has_border: bool,
}

impl Sheet {
    pub(super) fn read(xml: &mut Xml, workbook: &mut Workbook) -> Result<Sheet, ReadError> {
        let mut sheet = Sheet::default();
        let mut row = Row::default();
        let (mut next_row, mut next_column) = (0, 0);
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            match element.name() {
                "row" => {
                    let place = element.attribute("r").and_then(|r| r.parse().ok());
                    let place = place.map_or(next_row, |r: usize| r.saturating_sub(1));
                    sheet.push(std::mem::replace(
                        &mut row,
                        Row {
                            place,
                            ..Row::default()
                        },
                    ))?;
                    (next_row, next_column) = (place.saturating_add(1), 0);
                }
                "c" => {
                    let place = element.attribute("r").and_then(|r| position(&r));
                    let column = place.map_or(next_column, |(_, column)| column);
                    next_column = column + 1;
                    let format = workbook.styles.format(element.attribute("s"));
                    row.n_present += 1;
                    row.has_border |= format.has_border;
                    let text = cell_text(&element, format, xml, workbook)?;
                    if !text.trim_matches([' ', '\n', '\t']).is_empty() {
                        workbook.limits.take(&text)?;
                        row.cells.push((column, text));
                    }
                }
                "mergeCell" => sheet.merge(&element)?,
                _ => {}
            }
        }
        sheet.push(row)?;
        sheet.rows.sort_by_key(|row| row.place);
        Ok(sheet)
    }

    fn push(&mut self, mut row: Row) -> Result<(), ReadError> {
        if row.cells.is_empty() {
            return Ok(());
        }
        let columns = row.cells.iter().map(|(column, _)| *column);
        if row.place >= MAX_ROWS || columns.max() >= Some(MAX_COLUMNS) {
            return Err(ReadError::TooLarge);
        }
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by_key(|(column, _)| *column);
        self.rows.push(row);
        Ok(())
    }

    fn merge(&mut self, element: &Element) -> Result<(), ReadError> {
        let range = element.attribute("ref").unwrap_or_default();
        let Some((first, last)) = range.split_once(':') else {
            return Ok(());
        };
        let (Some(first), Some(last)) = (position(first), position(last)) else {
            return Ok(());
        };
        if self.merged.len() >= MAX_BLOCKS {
            return Err(ReadError::TooLarge);
        }
        let height = last.0.saturating_sub(first.0) + 1;
        let width = last.1.saturating_sub(first.1) + 1;
        self.merged.insert(first, (height, width));
        Ok(())
    }
}

/// The text of the cell begun last, as it is shown.
fn cell_text(
    cell: &Element,
    format: Format,
    xml: &mut Xml,
    workbook: &Workbook,
) -> Result<String, ReadError> {
    // A formula stands before its value, a reading aid over it.
    let stored = xml.text(&["f", "rPh", "extLst"])?;
    let kind = cell.attribute("t").unwrap_or_default();
    Ok(match kind.as_str() {
        "s" => {
            let place = stored.trim().parse::<usize>().ok();
            let text = place.and_then(|place| workbook.strings.get(place));
            text.cloned().unwrap_or_default()
        }
        "b" if stored.trim() == "1" => "TRUE".to_owned(),
        "b" if stored.trim() == "0" => "FALSE".to_owned(),
        "str" | "inlineStr" | "e" | "d" => cleaned(&stored),
        _ => {
            let stored = stored.trim();
            let date = format.is_date.then(|| number::date(stored)).flatten();
            date.unwrap_or_else(|| number::shown(stored))
        }
    })
}

/// Row and column of a reference such as `B12`, from 0.
fn position(reference: &str) -> Option<(usize, usize)> {
    let reference = reference.replace('$', "");
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    let mut column = 0;
    for letter in letters.bytes() {
        let place = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
        column = column * 26 + (place < 26).then_some(place + 1)?;
        if column > MAX_COLUMNS {
            return None;
        }
    }
    let row = digits.parse::<usize>().ok()?;
    Some((row.checked_sub(1)?, usize::checked_sub(column, 1)?))
}
