//! Reads text as people paste it: a cell a line, tab separated, aligned by spaces, or Markdown.
//!
//! Only tables whose rows all have the same number of fields are taken for tables with geometry;
//! everything else is loose cells, since Word leaves merged cells out when it is copied as text.

use std::borrow::Cow;

use nianbao_core::form::{self, Form};

use super::ReadError;
use super::budget::{Budget, MAX_COLUMNS};
use super::decode::decoded;
use super::page::{Aside, Block, Look, LooseCell, Page, PageCell};
use crate::container::{Container, Content};
use crate::kinds;

/// Lines that one quoted spreadsheet cell may run over; column headings are broken into four at most.
const MAX_LINES_OF_CELL: usize = 12;

/// A line with a whole report is longer, in bytes.
const MIN_RUN_TOGETHER: usize = 600;

/// What a line of text is.
enum Line {
    Empty,
    /// A tab and one cell, as web pages give when a table is copied.
    Cell(String),
    /// Fields parted by tabs.
    Tabbed(Vec<String>),
    /// Fields between pipes; none in the rule under a header.
    Piped(Vec<String>),
    /// Fields parted by two or more spaces.
    Spaced(Vec<String>),
    Prose(String),
}

impl Line {
    fn n_cells(&self) -> usize {
        match self {
            Line::Empty => 0,
            Line::Cell(_) | Line::Prose(_) => 1,
            Line::Tabbed(fields) | Line::Piped(fields) | Line::Spaced(fields) => fields.len(),
        }
    }
}

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::TEXT,
    is: |sample| sample.text.is_some(),
    read: |bytes, budget| read(&decoded(bytes), budget).map(Content::Page),
};

/// Reads pasted or opened text.
pub(crate) fn read(text: &str, budget: &mut Budget) -> Result<Page, ReadError> {
    let parted = parted(text);
    let text = parted.as_ref();
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut blocks = Vec::new();
    let mut rest = text;
    let mut taken = Ok(());
    let mut next = || {
        let line;
        (line, rest) = split_line(rest)?;
        let line = classified(line);
        taken = budget.take_blocks(line.n_cells());
        // What follows could only be refused, and may be endless.
        Some(line).filter(|_| taken.is_ok())
    };
    let mut line = next();
    while let Some(current) = line {
        line = next();
        match current {
            Line::Empty => {}
            Line::Prose(text) => {
                let cell = unstruck(&text);
                blocks.extend(Some(Block::Paragraph(cell.text)).filter(|block| !is_blank(block)));
                blocks.extend(cell.asides.into_iter().map(Block::Aside));
            }
            Line::Spaced(fields) => blocks.push(loose(fields)),
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
                    blocks.push(loose(cells));
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
            // Markdown has no merged cells, so that its columns are rarely those of the table it was made from.
            Line::Piped(fields) if fields.is_empty() => {}
            Line::Piped(fields) => blocks.push(loose(fields)),
        }
    }
    taken.map(|()| Page {
        blocks,
        ..Page::default()
    })
}

/// A text whose report stands in one line, with line ends where headings, indented paragraphs and words of tables begin.
fn parted(text: &str) -> Cow<'_, str> {
    let sections = Form::for_year(u16::MAX).edition.sections;
    let is_run_together = |line: &str| {
        let n_headings = sections
            .iter()
            .filter(|section| line.contains(section.title));
        line.len() > MIN_RUN_TOGETHER && n_headings.count() >= 3
    };
    if !text.lines().any(is_run_together) {
        return Cow::Borrowed(text);
    }
    let mut parted = String::new();
    for line in text.lines() {
        if !is_run_together(line) {
            parted.push_str(line);
            parted.push('\n');
            continue;
        }
        let mut starts: Vec<_> = sections
            .iter()
            .filter_map(|section| Some((line.rfind(section.title)?, Some(section))))
            .chain([(0, None)])
            .collect();
        starts.sort_by_key(|(start, _)| *start);
        for (place, (start, section)) in starts.iter().enumerate() {
            let end = starts.get(place + 1).map_or(line.len(), |(next, _)| *next);
            let title = section.map_or("", |section| section.title);
            parted.push_str(title);
            let rest = &line[start + title.len()..end];
            let is_of_tables =
                section.is_some_and(|section| matches!(section.content, form::Content::Tables(_)));
            match is_of_tables {
                true => rest.split_whitespace().for_each(|word| {
                    parted.push('\n');
                    parted.push_str(word);
                }),
                false => rest.split("　　").for_each(|paragraph| {
                    parted.push('\n');
                    parted.push_str(paragraph);
                }),
            }
            parted.push('\n');
        }
    }
    Cow::Owned(parted)
}

/// The first line of a text and the rest; a quoted cell of a spreadsheet may run over several lines.
fn split_line(text: &str) -> Option<(&str, &str)> {
    let ends = text
        .match_indices('\n')
        .map(|(end, _)| end)
        .chain([text.len()]);
    let line_at = |end: usize| {
        (
            text[..end].trim_end_matches('\r'),
            text.get(end + 1..).unwrap_or_default(),
        )
    };
    let mut first = None;
    for end in ends.take(MAX_LINES_OF_CELL) {
        let (line, rest) = line_at(end);
        let is_quoted = line.starts_with('"') || line.contains("\t\"");
        let is_open = is_quoted && line.matches('"').count() % 2 == 1;
        match first {
            None if text.is_empty() => return None,
            None if !is_open => return Some((line, rest)),
            Some(_) if !is_open && line.contains('\t') => return Some((line, rest)),
            first_line => first = first_line.or(Some((line, rest))),
        }
    }
    first
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
    if line.contains('\t') && line.matches('\t').count() < MAX_COLUMNS {
        let fields: Vec<_> = line.split('\t').map(unquoted).collect();
        let is_prose =
            fields.iter().filter(|field| !field.is_empty()).count() < 2 && line.contains('。');
        return match is_prose {
            true => Line::Prose(line.trim().to_owned()),
            false => Line::Tabbed(fields),
        };
    }
    let text = line.trim();
    // One cell a line, with a bar behind each, or nothing but bars for cells that are merged away.
    let cell = text.trim_end_matches(['|', ' ']);
    if cell.is_empty() && !text.contains('\u{a0}') {
        return Line::Empty;
    }
    if cell.len() < text.len() && !cell.contains('|') {
        return Line::Prose(unmarked(cell).to_owned());
    }
    let n_pipes = text.matches('|').count();
    let is_closed = n_pipes > 1 && text.ends_with('|');
    if (text.starts_with('|') || n_pipes > 2 || is_closed) && n_pipes < MAX_COLUMNS {
        let is_rule = text.chars().all(|c| "|-—:： ".contains(c)) && text.contains('-');
        let inner = text.strip_prefix('|').unwrap_or(text);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return Line::Piped(match is_rule {
            true => Vec::new(),
            false => inner
                .split('|')
                .map(|cell| unmarked(&trimmed(cell)).to_owned())
                .collect(),
        });
    }
    match spaced(text) {
        Some(fields) => Line::Spaced(fields),
        None => Line::Prose(unmarked(text).to_owned()),
    }
}

/// A line without Markdown's marks of headings and of bold type.
fn unmarked(line: &str) -> &str {
    let heading = line.trim_start_matches('#');
    match heading
        .strip_prefix(' ')
        .filter(|_| heading.len() < line.len())
    {
        Some(heading) => heading.trim(),
        None => line
            .strip_prefix("**")
            .and_then(|line| line.strip_suffix("**"))
            .unwrap_or(line),
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

/// Cells of one row.
fn loose(fields: Vec<String>) -> Block {
    Block::Cells(fields.iter().map(|field| unstruck(field)).collect())
}

fn is_blank(block: &Block) -> bool {
    matches!(block, Block::Paragraph(text) if text.trim().is_empty())
}

/// A text without what Markdown strikes: `~~99~~ 31`.
fn unstruck(text: &str) -> LooseCell {
    const MARK: &str = "~~";
    let mut cell = LooseCell::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARK)
        && let Some((struck, behind)) = after.split_once(MARK)
    {
        cell.text += before;
        cell.asides.push(Aside {
            look: Look::Struck,
            text: struck.to_owned(),
        });
        rest = behind;
    }
    cell.text += rest;
    if !cell.asides.is_empty() {
        cell.text = trimmed(&cell.text);
    }
    cell
}

/// Rows as a table where all have the same number of fields, else as loose cells.
fn push_rows(blocks: &mut Vec<Block>, rows: Vec<Vec<String>>) {
    let width = rows.first().map_or(0, Vec::len);
    if rows.len() < 2 || width < 2 || rows.iter().any(|row| row.len() != width) {
        blocks.extend(rows.into_iter().map(loose));
        return;
    }
    let cells = |row: Vec<String>| {
        let cell = |(column, field): (usize, String)| {
            let LooseCell { text, asides } = unstruck(&field);
            PageCell {
                column,
                width: 1,
                height: 1,
                text,
                asides,
            }
        };
        row.into_iter().enumerate().map(cell).collect()
    };
    blocks.push(Block::Table(rows.into_iter().map(cells).collect()));
}

#[cfg(test)]
mod tests;
