//! The cells of one sheet.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::sheet::Merged;

use super::rich::{self, Text};
use super::styles::{Format, Shown};
use super::{Workbook, number};
use crate::ReadError;
use crate::budget::{Budget, MAX_COLUMNS};
use crate::page::{Aside, Block, Look};
use crate::xml::{Element, Node, Xml};

/// Rows that a spreadsheet can have.
const MAX_ROWS: usize = 1_048_576;

/// What is filled in on a sheet.
#[derive(Default)]
pub(crate) struct Sheet {
    /// Rows with anything in them, in order.
    pub(crate) rows: Vec<Row>,
    /// Height and width of merged cells by their first row and column.
    pub(crate) merged: BTreeMap<(usize, usize), (usize, usize)>,
    /// What stands in hidden rows and columns, or beside the cells.
    pub(crate) asides: Vec<Aside>,
    /// Rows that are hidden, by their place.
    pub(crate) hidden_rows: BTreeSet<usize>,
    /// First and last column of those hidden.
    pub(crate) hidden_columns: Vec<(usize, usize)>,
}

/// A row with anything in it.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) place: usize,
    /// Columns and their text, where there is any, in order.
    pub(crate) cells: Vec<(usize, Text)>,
    /// Cells that are there, blank ones included.
    pub(crate) n_present: usize,
    pub(crate) has_border: bool,
    pub(crate) is_hidden: bool,
}

impl Sheet {
    pub(super) fn read(
        xml: &mut Xml,
        workbook: &Workbook,
        budget: &mut Budget,
    ) -> Result<Sheet, ReadError> {
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
                            is_hidden: is_set(&element, "hidden"),
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
                    if !text.is_blank() {
                        // One shared text may stand in every cell.
                        budget.take_bytes(text.text.len())?;
                        budget.take_blocks(1)?;
                        row.cells.push((column, text));
                    }
                }
                "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader"
                | "firstFooter" => {
                    let text = without_codes(&xml.text(&[])?);
                    if !text.is_empty() {
                        sheet.asides.push(Aside {
                            look: Look::Beside,
                            text,
                        });
                    }
                }
                "mergeCell" => {
                    budget.take_blocks(1)?;
                    sheet.merge(&element);
                }
                "col" if is_set(&element, "hidden") && sheet.hidden_columns.len() < MAX_COLUMNS => {
                    let [first, last] = ["min", "max"]
                        .map(|end| element.attribute(end).and_then(|end| end.parse().ok()));
                    sheet.hidden_columns.extend(first.zip(last));
                }
                _ => {}
            }
        }
        sheet.push(row)?;
        sheet.rows.sort_by_key(|row| row.place);
        Ok(sheet)
    }

    /// Sets apart what stands in hidden rows and columns; a merged cell is seen where any of its places is.
    pub(crate) fn hide(&mut self) {
        if self.hidden_columns.is_empty() && !self.rows.iter().any(|row| row.is_hidden) {
            return;
        }
        let hidden_rows: BTreeSet<usize> = self
            .rows
            .iter()
            .filter(|row| row.is_hidden)
            .map(|row| row.place)
            .collect();
        let is_hidden_column = |column: usize| {
            let mut ranges = self.hidden_columns.iter();
            ranges.any(|(first, last)| (*first..=*last).contains(&(column + 1)))
        };
        for row in &mut self.rows {
            let place = row.place;
            row.cells.retain(|(column, text)| {
                let merged = self.merged.get(&(place, *column)).copied();
                let (height, width) = merged.unwrap_or((1, 1));
                let is_hidden = (place..place + height).all(|row| hidden_rows.contains(&row))
                    || (*column..column + width).all(is_hidden_column);
                if is_hidden {
                    self.asides.push(Aside {
                        look: Look::Hidden,
                        text: text.text.clone(),
                    });
                    let more = text.asides.iter().filter(|aside| aside.look.is_left_out());
                    self.asides.extend(more.cloned());
                }
                !is_hidden
            });
        }
        self.rows.retain(|row| !row.cells.is_empty());
        self.hidden_rows = hidden_rows;
    }

    /// The same with blank rows, as the books of the year count them, and with rows that a filter hides.
    pub(crate) fn as_it_is(&self, name: &str) -> nianbao_core::sheet::Sheet {
        let mut sheet = nianbao_core::sheet::Sheet::new(name);
        for row in &self.rows {
            while sheet.n_rows() < row.place {
                sheet.push_row([]);
            }
            sheet.push_row(
                row.cells
                    .iter()
                    .map(|(column, text)| (*column, text.text.as_str())),
            );
        }
        let merged = self
            .merged
            .iter()
            .map(|((row, column), (height, width))| Merged {
                row: *row,
                column: *column,
                height: *height,
                width: *width,
            });
        sheet.merged = merged.collect();
        sheet
    }

    /// Notes what is no part of the cells.
    pub(crate) fn set_aside(&mut self, blocks: Vec<Block>) {
        self.asides
            .extend(blocks.into_iter().filter_map(|block| match block {
                Block::Aside(aside) => Some(aside),
                _ => None,
            }));
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

    fn merge(&mut self, element: &Element) {
        let range = element.attribute("ref").unwrap_or_default();
        let Some((first, last)) = range.split_once(':') else {
            return;
        };
        let (Some(first), Some(last)) = (position(first), position(last)) else {
            return;
        };
        let height = last.0.saturating_sub(first.0) + 1;
        let width = last.1.saturating_sub(first.1) + 1;
        self.merged.insert(first, (height, width));
    }
}

/// The text of the cell begun last, as it is shown.
fn cell_text(
    cell: &Element,
    format: Format,
    xml: &mut Xml,
    workbook: &Workbook,
) -> Result<Text, ReadError> {
    let (stored, has_formula) = rich::read(xml)?;
    let kind = cell.attribute("t").unwrap_or_default();
    let place = || stored.text.trim().parse::<usize>().ok();
    let text = match kind.as_str() {
        "s" => place()
            .and_then(|place| workbook.strings.get(place))
            .cloned()
            .unwrap_or_default(),
        "b" if stored.text.trim() == "1" => Text::plain("TRUE".to_owned()),
        "b" if stored.text.trim() == "0" => Text::plain("FALSE".to_owned()),
        "str" | "inlineStr" | "e" | "d" => stored,
        _ if has_formula && stored.text.trim().is_empty() => Text {
            text: String::new(),
            asides: vec![Aside {
                look: Look::Uncomputed,
                text: String::new(),
            }],
        },
        _ => return Ok(number_text(stored.text.trim(), format).looking(format.look)),
    };
    Ok(text.looking(format.look))
}

/// A number as its format shows it.
fn number_text(stored: &str, format: Format) -> Text {
    if let Some(date) = format.is_date.then(|| number::date(stored)).flatten() {
        return Text::plain(date);
    }
    // Zeros behind the point that are stored and shown were meant.
    let n_stored = stored.split_once('.').map_or(0, |(_, zeros)| zeros.len());
    let text = match format.decimals {
        Some(decimals) if n_stored > 0 && decimals == n_stored => stored.to_owned(),
        _ => number::shown(stored),
    };
    let n_decimals = text
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let is_cut = format
        .decimals
        .is_some_and(|decimals| decimals < n_decimals);
    let look = match format.number {
        Shown::Nothing => Look::Hidden,
        Shown::Otherwise => Look::Reshaped,
        Shown::AsStored if is_cut => Look::Reshaped,
        Shown::AsStored => return Text::plain(text),
    };
    let rounded = |number: f64| format!("{number:.*}", format.decimals.unwrap_or(0));
    let shown = match format.number {
        Shown::Nothing => String::new(),
        _ if is_cut => text.parse().map_or_else(|_| text.clone(), rounded),
        _ => text.clone(),
    };
    let is_number = text.parse::<f64>().is_ok();
    Text {
        asides: Some(Aside {
            look,
            text: text.clone(),
        })
        .filter(|_| is_number)
        .into_iter()
        .collect(),
        text: if is_number { shown } else { text },
    }
}

/// The words of a header or footer, without the codes that say where they stand, how they look and what is computed.
pub(crate) fn without_codes(text: &str) -> String {
    let mut words = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '&' {
            words.push(c);
            continue;
        }
        match chars.next() {
            Some('&') => words.push('&'),
            Some('"') => _ = chars.find(|c| *c == '"'),
            Some('K') => _ = chars.nth(5),
            Some('L' | 'C' | 'R') => words.push(' '),
            _ => {}
        }
    }
    words.trim().to_owned()
}

fn is_set(element: &Element, attribute: &str) -> bool {
    matches!(element.attribute(attribute).as_deref(), Some("1" | "true"))
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
