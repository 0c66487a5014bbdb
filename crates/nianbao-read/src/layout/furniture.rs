//! What stands on pages for turning them: page numbers, and lines repeated at the top or bottom.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;
use super::{Item, Sheet};

/// The share of the page at its top and bottom where such lines stand.
const MARGIN: f64 = 0.12;

/// Lines of this kind above or below each other.
const MAX_LINES: usize = 2;

/// Takes page numbers and running lines away, and gives each that is not like one before.
pub(super) fn remove(sheets: &mut [Sheet]) -> Vec<String> {
    let mut removed = Vec::new();
    let mut pages_with = BTreeMap::new();
    for sheet in sheets.iter() {
        let lines: BTreeSet<_> = sheet.edges().map(without_digits).collect();
        for line in lines {
            *pages_with.entry(line).or_insert(0) += 1;
        }
    }
    let n_sheets = sheets.len();
    let is_furniture = |line: &Line| {
        let n_pages = pages_with.get(&without_digits(line)).copied().unwrap_or(0);
        is_page_number(line) || n_pages > 1 && n_pages * 2 > n_sheets
    };
    for sheet in sheets {
        for from_top in [true, false] {
            for _ in 0..MAX_LINES {
                let line = sheet.edge(from_top).filter(|line| is_furniture(line));
                if line.is_none() {
                    break;
                }
                let item = match from_top {
                    true => Some(sheet.items.remove(0)),
                    false => sheet.items.pop(),
                };
                if let Some(Item::Line(line)) = item
                    && !removed.contains(&line.text)
                {
                    removed.push(line.text);
                }
            }
        }
    }
    removed
}

impl Sheet {
    /// The line at the top or bottom, if it stands in the margin.
    fn edge(&self, at_top: bool) -> Option<&Line> {
        let item = if at_top {
            self.items.first()
        } else {
            self.items.last()
        };
        item.and_then(Item::line)
            .filter(|line| self.is_in_margin(line))
    }

    fn edges(&self) -> impl Iterator<Item = &Line> {
        let top = self.items.iter().take(MAX_LINES);
        let bottom = self.items[top.len()..].iter().rev().take(MAX_LINES);
        let lines = top.chain(bottom).filter_map(Item::line);
        lines.filter(|line| self.is_in_margin(line))
    }

    fn is_in_margin(&self, line: &Line) -> bool {
        line.middle < self.height * MARGIN || line.middle > self.height * (1.0 - MARGIN)
    }
}

/// Whether a line is no more than a page number: `- 4 -`, `第4页 共9页`, `4/9`.
fn is_page_number(line: &Line) -> bool {
    let has_digit = line.text.contains(|c: char| c.is_numeric());
    let is_other = |c: char| !c.is_numeric() && !"-—–―－·•/第页共 ".contains(c);
    has_digit && line.text.chars().count() <= 16 && !line.text.contains(is_other)
}

fn without_digits(line: &Line) -> String {
    line.text.chars().filter(|c| !c.is_numeric()).collect()
}
