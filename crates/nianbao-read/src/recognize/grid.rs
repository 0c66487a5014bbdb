//! A table of the source laid out square, each position knowing the merged cell that covers it.

use std::borrow::Cow;

use nianbao_core::figure::Figure;
use nianbao_core::form::Unit;

use super::super::page::{Aside, PageCell};
use super::figures;
use super::wording::{bare, is_invisible};

/// Grid columns that are looked at. The form's widest table has 15, stretched over a page's layout perhaps twice as many.
pub(super) const MAX_WIDTH: usize = 64;

/// Positions of one table, against tables that are all rows; the form's largest has 280.
const MAX_AREA: usize = 2_000_000;

/// Longer texts are no label.
const MAX_LABEL_BYTES: usize = 400;

/// One merged cell.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) text: &'a str,
    pub(super) asides: &'a [Aside],
    pub(super) kind: Kind,
    /// The text as wordings are compared; empty unless it may be a label.
    pub(super) bare: Cow<'a, str>,
    pub(super) row: usize,
    pub(super) column: usize,
    /// The first column after it.
    pub(super) end: usize,
}

/// What a text in a table is, by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but white space.
    Blank,
    /// A number or a placeholder.
    Value,
    Text,
}

/// A table by rows and columns.
pub(super) struct Grid<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) width: usize,
    /// Entry by position, 0 where there is none, else one more than its index.
    positions: Vec<u32>,
    /// Whether the source has more rows or columns than are looked at.
    pub(super) is_cut: bool,
}

impl<'a> Grid<'a> {
    pub(super) fn new(rows: &'a [Vec<PageCell>]) -> Grid<'a> {
        let ends = rows
            .iter()
            .flatten()
            .map(|cell| cell.column.saturating_add(cell.width));
        let full_width = ends.max().unwrap_or(0);
        let width = full_width.min(MAX_WIDTH);
        let n_rows = rows.len().min(MAX_AREA / width.max(1));
        let mut grid = Grid {
            entries: Vec::new(),
            width,
            positions: vec![0; n_rows * width],
            is_cut: full_width > width || rows.len() > n_rows,
        };
        for (row, cells) in rows.iter().take(n_rows).enumerate() {
            for cell in cells.iter().filter(|cell| cell.column < width) {
                let kind = kind_of(&cell.text);
                let is_label = kind == Kind::Text && cell.text.len() <= MAX_LABEL_BYTES;
                let end = cell.column.saturating_add(cell.width).min(width);
                grid.entries.push(Entry {
                    text: &cell.text,
                    asides: &cell.asides,
                    kind,
                    bare: if is_label {
                        bare(&cell.text)
                    } else {
                        Cow::Borrowed("")
                    },
                    row,
                    column: cell.column,
                    end,
                });
                let number = u32::try_from(grid.entries.len()).unwrap_or(0);
                for row in row..row.saturating_add(cell.height).min(n_rows) {
                    for position in
                        &mut grid.positions[row * width + cell.column..row * width + end]
                    {
                        // Where cells overlap, the first one stays, as in browsers' layout.
                        if *position == 0 {
                            *position = number;
                        }
                    }
                }
            }
        }
        grid
    }

    pub(super) fn n_rows(&self) -> usize {
        self.positions.len() / self.width.max(1)
    }

    /// The entry that covers a position.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Entry<'a>> {
        let number = self.positions[row * self.width + column];
        self.entries.get((number as usize).checked_sub(1)?)
    }

    /// The entries that cover a row, each once, left to right.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = &Entry<'a>> {
        let mut before = 0;
        self.positions[row * self.width..(row + 1) * self.width]
            .iter()
            .filter_map(move |&number| {
                let is_new = number != before;
                before = number;
                self.entries
                    .get((number as usize).checked_sub(1)?)
                    .filter(|_| is_new)
            })
    }

    /// A row as a line of text.
    pub(super) fn line(&self, row: usize) -> String {
        let texts = self
            .row(row)
            .filter(|entry| entry.row == row)
            .map(|entry| entry.text.trim());
        texts.collect::<Vec<_>>().join(" | ")
    }
}

/// What a text is, by itself.
pub(super) fn kind_of(text: &str) -> Kind {
    if text.is_empty() {
        return Kind::Blank;
    }
    if text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Kind::Value;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if text.is_empty() {
        return Kind::Blank;
    }
    // A number may have a unit behind it, a placeholder is a character or two and no number in any unit.
    let units: &[Unit] = match text.contains(is_numeric) {
        true if text.len() <= 40 => &[Unit::Count, Unit::Change, Unit::TenThousandYuan],
        false if text.len() <= 9 => &[Unit::Count],
        _ => &[],
    };
    let is_value = |unit: &Unit| !matches!(Figure::parse(text, *unit), Figure::Unreadable(_));
    let has_remark =
        || text.starts_with(is_numeric) && figures::split(text, Unit::TenThousandYuan).is_some();
    match units.iter().any(is_value) || has_remark() {
        true => Kind::Value,
        false => Kind::Text,
    }
}

/// Whether a character is a digit of any script; Chinese ones are words, and need no look into the tables.
fn is_numeric(c: char) -> bool {
    !('\u{4e00}'..='\u{9fff}').contains(&c) && c.is_numeric()
}
