//! Reads text as people paste it: a cell a line, tab separated, aligned by spaces, or Markdown.
//!
//! Only tables whose rows all have the same number of fields are taken for tables with geometry;
//! everything else is loose cells, since Word leaves merged cells out when it is copied as text.

use super::ReadError;
use super::limits::MAX_BLOCKS;
use super::page::{Block, Page, PageCell};

/// Lines that one quoted spreadsheet cell may run over; column headings are broken into four at most.
const MAX_LINES_OF_CELL: usize = 12;

/// What a line of text is.
enum Line {
    Empty,
    /// A tab and one cell, as web pages give when a table is copied.
    Cell(String),
    /// Fields parted by tabs.
    Tabbed(Vec<String>),
    /// Fields between pipes.
    Piped(Vec<String>),
    /// Fields parted by two or more spaces.
    Spaced(Vec<String>),
    Prose(String),
}

/// Reads pasted or opened text.
pub(crate) fn read(text: &str) -> Result<Page, ReadError> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    let mut next = || {
        let mut line = lines.next()?.to_owned();
        for _ in 1..MAX_LINES_OF_CELL {
            if !is_inside_quotes(&line) {
                break;
            }
            let Some(more) = lines.next() else { break };
            line.push('\n');
            line += more;
        }
        Some(classified(&line))
    };
    let mut line = next();
    while let Some(current) = line {
        if blocks.len() >= MAX_BLOCKS {
            return Err(ReadError::TooLarge);
        }
        line = next();
        match current {
            Line::Empty => {}
            Line::Prose(text) => blocks.push(Block::Paragraph(text)),
            Line::Spaced(fields) => blocks.push(Block::Cells(fields)),
            Line::Cell(cell) => {
                let mut cells = vec![cell];
                while let Some(Line::Cell(cell)) = line {
                    cells.push(cell);
                    line = next();
                }
                // Paragraphs indented by a tab look like cells, but no cell has a full stop.
                if cells.iter().any(|cell| cell.contains('。')) {
                    blocks.extend(cells.into_iter().map(Block::Paragraph));
                } else {
                    blocks.push(Block::Cells(cells));
                }
            }
            Line::Tabbed(fields) => {
                let mut rows = vec![fields];
                while let Some(Line::Tabbed(fields)) = line {
                    rows.push(fields);
                    line = next();
                }
                push_rows(&mut blocks, rows);
            }
            Line::Piped(fields) => {
                let mut rows = vec![fields];
                while let Some(Line::Piped(fields)) = line {
                    rows.push(fields);
                    line = next();
                }
                push_rows(&mut blocks, rows);
            }
        }
    }
    Ok(Page {
        blocks,
        unprinted: None,
    })
}

/// Whether a quoted cell of a spreadsheet goes on in the next line.
fn is_inside_quotes(line: &str) -> bool {
    line.contains('"')
        && line.contains('\t')
        && (line.starts_with('"') || line.contains("\t\""))
        && line.matches('"').count() % 2 == 1
}

fn classified(line: &str) -> Line {
    if let Some(cell) = line.strip_prefix('\t')
        && !cell.contains('\t')
    {
        return Line::Cell(trimmed(cell));
    }
    if line.trim().is_empty() {
        return Line::Empty;
    }
    if line.contains('\t') {
        let fields: Vec<_> = line.split('\t').map(unquoted).collect();
        let is_prose =
            fields.iter().filter(|field| !field.is_empty()).count() < 2 && line.contains('。');
        return match is_prose {
            true => Line::Prose(line.trim().to_owned()),
            false => Line::Tabbed(fields),
        };
    }
    let text = line.trim();
    if text.starts_with('|') || text.matches('|').count() > 2 {
        let is_rule = text.chars().all(|c| "|-—:： ".contains(c)) && text.contains('-');
        let inner = text.strip_prefix('|').unwrap_or(text);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return Line::Piped(match is_rule {
            true => Vec::new(),
            false => inner.split('|').map(trimmed).collect(),
        });
    }
    match spaced(text) {
        Some(fields) => Line::Spaced(fields),
        None => Line::Prose(text.to_owned()),
    }
}

/// The fields of a line aligned by spaces; prose has a full stop or no wide gap.
fn spaced(text: &str) -> Option<Vec<String>> {
    if text.contains(['。', '；']) {
        return None;
    }
    let mut fields = vec![String::new()];
    let mut gap = String::new();
    for c in text.chars() {
        if c.is_whitespace() {
            gap.push(c);
            continue;
        }
        if gap.chars().count() > 1 || gap == "\u{3000}" {
            fields.push(String::new());
        } else if let Some(field) = fields.last_mut() {
            *field += &gap;
        }
        gap.clear();
        if let Some(field) = fields.last_mut() {
            field.push(c);
        }
    }
    (fields.len() > 1).then_some(fields)
}

/// A cell without the spaces around it; one that holds nothing but a no-break space keeps that.
fn trimmed(cell: &str) -> String {
    match cell.trim() {
        "" if cell.contains('\u{a0}') => "\u{a0}".to_owned(),
        text => text.to_owned(),
    }
}

/// A spreadsheet's field without the quotes it gets where it holds line ends.
fn unquoted(field: &str) -> String {
    let inner = field
        .strip_prefix('"')
        .and_then(|field| field.strip_suffix('"'));
    match inner {
        Some(inner) if field.contains('\n') => inner.replace("\"\"", "\""),
        _ => trimmed(field),
    }
}

/// Rows as a table where all have the same number of fields, else as loose cells.
fn push_rows(blocks: &mut Vec<Block>, mut rows: Vec<Vec<String>>) {
    // The rule under the header of a Markdown table has no fields.
    rows.retain(|row| !row.is_empty());
    let width = rows.first().map_or(0, Vec::len);
    if rows.len() < 2 || width < 2 || rows.iter().any(|row| row.len() != width) {
        blocks.extend(rows.into_iter().map(Block::Cells));
        return;
    }
    let cells = |row: Vec<String>| {
        let cell = |(column, text)| PageCell {
            column,
            width: 1,
            height: 1,
            text,
        };
        row.into_iter().enumerate().map(cell).collect()
    };
    blocks.push(Block::Table(rows.into_iter().map(cells).collect()));
}
