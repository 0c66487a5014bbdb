//! Spreadsheets: the visible sheets in their order, cells as they are shown.

use super::styles::{Styles, style, times};
use super::text::Flow;
use crate::ReadError;
use crate::budget::{Budget, MAX_COLUMNS};
use crate::page::{Block, Look, Page};
use crate::written::left_out;
use crate::xlsx::{Row, Sheet, Text, push_blocks};
use crate::xml::{Element, Node, Xml};
use nianbao_core::unprinted;

/// Rows of a sheet; spreadsheets have 1,048,576, of which the blank ones at the end are one that is repeated.
const MAX_ROWS: usize = 1_048_576;

/// Rows with something in them that are written as one.
const MAX_REPEATED: usize = 1_000;

/// Reads the element begun last.
pub(super) fn read(xml: &mut Xml, styles: &Styles, budget: &mut Budget) -> Result<Page, ReadError> {
    let mut page = Page::default();
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Some(Node::Start(element)) if element.name() == "table" => {
                let is_seen = !styles.unshown_tables.contains(&style(&element));
                if element.attribute("name").as_deref() == Some(unprinted::CHECKS_SHEET) {
                    xml.skip()?;
                    continue;
                }
                let mut sheet = sheet(xml, styles, budget)?;
                sheet.hide();
                let mut blocks = Vec::new();
                push_blocks(&sheet, &mut blocks, budget)?;
                page.blocks.extend(match is_seen {
                    true => blocks,
                    false => left_out(blocks, Look::Hidden),
                });
            }
            Some(Node::Start(_)) => depth += 1,
            Some(Node::End) => depth -= 1,
            Some(Node::Text(_)) => {}
            None => break,
        }
    }
    Ok(page)
}

/// The visible sheets of the element begun last as they are, for the books of the year.
pub(super) fn as_they_are(
    xml: &mut Xml,
    styles: &Styles,
    budget: &mut Budget,
) -> Result<Vec<nianbao_core::sheet::Sheet>, ReadError> {
    let mut sheets = Vec::new();
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Some(Node::Start(element)) if element.name() == "table" => {
                let name = element.attribute("name").unwrap_or_default();
                let is_seen = !styles.unshown_tables.contains(&style(&element));
                match is_seen && name != unprinted::CHECKS_SHEET {
                    true => sheets.push(sheet(xml, styles, budget)?.as_it_is(&name)),
                    false => xml.skip()?,
                }
            }
            Some(Node::Start(_)) => depth += 1,
            Some(Node::End) => depth -= 1,
            Some(Node::Text(_)) => {}
            None => break,
        }
    }
    Ok(sheets)
}

/// The sheet begun last.
fn sheet(xml: &mut Xml, styles: &Styles, budget: &mut Budget) -> Result<Sheet, ReadError> {
    let mut sheet = Sheet::default();
    let (mut place, mut column) = (0, 0);
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Some(Node::Start(element)) => match element.name() {
                "table-row" => {
                    let repeated = times(&element, "number-rows-repeated", MAX_ROWS);
                    let is_hidden = is_hidden(&element);
                    let mut row = row(xml, styles, place, &mut sheet, budget)?;
                    row.is_hidden = is_hidden;
                    if !row.cells.is_empty() {
                        for n_after in 0..repeated.min(MAX_REPEATED) {
                            let cells = row.cells.clone();
                            for (_, text) in &cells {
                                budget.take_cell(&text.text)?;
                            }
                            sheet.rows.push(Row {
                                place: place + n_after,
                                cells,
                                ..row
                            });
                        }
                    }
                    place += repeated;
                    if place > MAX_ROWS {
                        return Err(ReadError::TooLarge);
                    }
                }
                "table-column" => {
                    let repeated = times(&element, "number-columns-repeated", MAX_COLUMNS);
                    if is_hidden(&element) && sheet.hidden_columns.len() < MAX_COLUMNS {
                        sheet.hidden_columns.push((column + 1, column + repeated));
                    }
                    column += repeated;
                    depth += 1;
                }
                "shapes" => {
                    let blocks = Flow { styles, budget }.blocks(xml)?;
                    sheet.set_aside(left_out(blocks, Look::Beside));
                }
                "forms" | "named-expressions" => xml.skip()?,
                _ => depth += 1,
            },
            Some(Node::End) => depth -= 1,
            Some(Node::Text(_)) => {}
            None => break,
        }
    }
    Ok(sheet)
}

/// The row begun last.
fn row(
    xml: &mut Xml,
    styles: &Styles,
    place: usize,
    sheet: &mut Sheet,
    budget: &mut Budget,
) -> Result<Row, ReadError> {
    let mut row = Row {
        place,
        ..Row::default()
    };
    let mut column = 0;
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Some(Node::Start(element)) => match element.name() {
                "table-cell" | "covered-table-cell" => {
                    let is_covered = element.name() == "covered-table-cell";
                    let repeated = times(&element, "number-columns-repeated", MAX_COLUMNS);
                    let has_border = styles.bordered.contains(&style(&element));
                    merge(&element, place, column, sheet);
                    let blocks = Flow { styles, budget }.blocks(xml)?;
                    let text = match is_covered {
                        true => {
                            sheet.set_aside(left_out(blocks, Look::Hidden));
                            Text::default()
                        }
                        false => shown(blocks),
                    };
                    let is_filled = !text.is_blank();
                    row.has_border |= has_border;
                    if is_filled || has_border || is_covered {
                        row.n_present += repeated;
                    }
                    for column in (column..column + repeated).filter(|_| is_filled) {
                        budget.take_cell(&text.text)?;
                        row.cells.push((column, text.clone()));
                    }
                    column += repeated;
                    if column > MAX_COLUMNS {
                        return Err(ReadError::TooLarge);
                    }
                }
                _ => depth += 1,
            },
            Some(Node::End) => depth -= 1,
            Some(Node::Text(_)) => {}
            None => break,
        }
    }
    Ok(row)
}

fn merge(cell: &Element, row: usize, column: usize, sheet: &mut Sheet) {
    let width = times(cell, "number-columns-spanned", MAX_COLUMNS);
    let height = times(cell, "number-rows-spanned", MAX_ROWS);
    if (width, height) != (1, 1) {
        sheet.merged.insert((row, column), (height, width));
    }
}

/// Whether a row or column is hidden, by hand or by a filter.
fn is_hidden(element: &Element) -> bool {
    let visibility = element.attribute("visibility");
    visibility.is_some_and(|visibility| visibility != "visible")
}

/// What a cell shows, and what is to be known of it.
fn shown(blocks: Vec<Block>) -> Text {
    let mut shown = Text::default();
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                if !shown.text.is_empty() {
                    shown.text.push('\n');
                }
                shown.text += &text;
            }
            Block::Aside(aside) => shown.asides.push(aside),
            Block::Table(_) | Block::Cells(_) => {}
        }
    }
    shown
}
