//! A page as the recognizer walks it: lines, loose cells, and tables without the rows that are lines.

use std::borrow::Cow;

use nianbao_core::form::{FORMS, Form};

use super::super::page::{Aside, Block, Look, LooseCell, PageCell, joined};
use super::edition::Seen;
use super::front;
use super::grid::Grid;
use super::sections;
use super::wording::bare;

/// Texts that are longer are no column headings.
const MAX_HEADING_BYTES: usize = 100;

/// One step of the walk.
pub(super) enum Item<'a> {
    Line(Cow<'a, str>),
    Cells(&'a [LooseCell]),
    Table(Grid<'a>),
}

impl Item<'_> {
    /// The text of a line; cells of one row are a line too.
    pub(super) fn line(&self) -> Option<Cow<'_, str>> {
        match self {
            Item::Line(line) => Some(Cow::Borrowed(line)),
            Item::Cells(cells) => Some(Cow::Owned(joined(cells, "  ").trim().to_owned())),
            Item::Table(_) => None,
        }
    }

    /// All of it as lines, a row of a table as one.
    pub(super) fn lines(&self) -> Vec<String> {
        let lines = match self {
            Item::Table(grid) => (0..grid.n_rows()).map(|row| grid.line(row)).collect(),
            item => item
                .line()
                .map(Cow::into_owned)
                .into_iter()
                .collect::<Vec<_>>(),
        };
        lines
            .into_iter()
            .filter(|line| !line.trim().is_empty())
            .collect()
    }
}

/// Lines and tables; rows that are one line across a table, and tables that only lay out a page, become lines.
///
/// What was left out of texts comes apart, with the place where it stood among the items.
/// Our own documents have nothing beside their text but what repeats it.
pub(super) fn items_of(blocks: &[Block], is_own: bool) -> (Vec<Item<'_>>, Vec<(usize, String)>) {
    let mut items = Vec::new();
    let mut left_out = Vec::new();
    let mut leave_out = |place: usize, aside: &Aside| {
        let is_repeated = is_own && aside.look == Look::Beside;
        if !is_repeated && !aside.text.trim().is_empty() {
            left_out.push((place, told(aside)));
        }
    };
    for block in blocks {
        match block {
            Block::Aside(aside) => leave_out(items.len(), aside),
            Block::Paragraph(text) => push_lines(&mut items, text),
            Block::Cells(cells) => {
                for aside in cells.iter().flat_map(|cell| &cell.asides) {
                    leave_out(items.len(), aside);
                }
                items.push(Item::Cells(cells));
            }
            Block::Table(rows) => {
                for aside in rows.iter().flatten().flat_map(|cell| &cell.asides) {
                    leave_out(items.len(), aside);
                }
                let mut first = 0;
                for (row, cells) in rows.iter().enumerate() {
                    if !is_of_lines(cells) {
                        continue;
                    }
                    if first < row {
                        items.push(Item::Table(Grid::new(&rows[first..row])));
                    }
                    first = row + 1;
                    for cell in cells {
                        push_lines(&mut items, &cell.text);
                    }
                }
                if first < rows.len() {
                    items.push(Item::Table(Grid::new(&rows[first..])));
                }
            }
        }
    }
    (items, left_out)
}

/// What was left out, as a line of text that found no place.
fn told(aside: &Aside) -> String {
    let kind = match aside.look {
        Look::Struck => "（划去的文字）",
        Look::Deleted => "（修订中删去的文字）",
        Look::Hidden => "（不显示的文字）",
        Look::Reshaped => "（存下的数）",
        _ => "",
    };
    format!("{kind}{}", aside.text)
}

fn push_lines<'a>(items: &mut Vec<Item<'a>>, text: &'a str) {
    if text.trim().is_empty() && text.contains('\u{a0}') {
        items.push(Item::Line(Cow::Borrowed("\u{a0}")));
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    items.extend(lines.map(|line| Item::Line(Cow::Borrowed(line))));
}

/// Whether a row of a table is prose or a heading, as where a whole report stands in a table.
fn is_of_lines(cells: &[PageCell]) -> bool {
    let is_prose =
        |cell: &PageCell| cell.text.contains('。') && cell.text.chars().nth(60).is_some();
    match cells {
        [only] => is_prose(only) || sections::is_heading(&only.text),
        cells => cells.iter().any(is_prose),
    }
}

/// The form a report is written on: known by its column headings, else by its year.
pub(super) fn form_of(items: &[Item]) -> &'static Form {
    let mut seen = Seen::nothing();
    for item in items {
        match item {
            Item::Line(line) => seen.see(line, &short_bare(line)),
            Item::Cells(cells) => {
                for cell in *cells {
                    seen.see(&cell.text, &short_bare(&cell.text));
                }
            }
            Item::Table(grid) => {
                for entry in &grid.entries {
                    seen.see(entry.text, &entry.bare);
                }
            }
        }
    }
    seen.edition().unwrap_or_else(|| {
        let lines = items.iter().filter_map(Item::line);
        let mut years = lines
            .filter(|line| front::is_title(line))
            .filter_map(|line| front::organ_and_year(&line).1);
        // There was no uniform form before the oldest one.
        let year = years
            .next()
            .filter(|&year| year >= FORMS[0].edition.reports_on.0);
        Form::for_year(year.unwrap_or(u16::MAX))
    })
}

fn short_bare(text: &str) -> Cow<'_, str> {
    let may_be_heading = text.len() <= MAX_HEADING_BYTES
        && !text.contains('。')
        && !text.starts_with(|c: char| c.is_ascii_digit());
    if may_be_heading {
        bare(text)
    } else {
        Cow::Borrowed("")
    }
}
