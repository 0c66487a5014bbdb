//! Which grid column of a table stands under which column heading of the form.

use std::ops::Range;

use nianbao_core::form::TableForm;

use super::grid::{Entry, Grid, Kind};
use super::labels::Labels;
use super::wording::{Likeness, bare};

/// Texts one above the other that may be parts of one heading (“商业” over “企业”).
const MAX_PARTS: usize = 3;

/// The column headings above some rows of figures.
pub(super) struct Header {
    /// Index of the form's table whose columns these are.
    pub(super) table: usize,
    /// For each grid column what stands above it.
    pub(super) columns: Vec<Option<Heading>>,
}

/// What stands above one grid column.
#[derive(Clone)]
pub(super) struct Heading {
    /// The form's column, or none where the wording is not one of its headings.
    pub(super) column: Option<usize>,
    pub(super) likeness: Likeness,
    /// Whether only the order tells it from others of the same wording.
    pub(super) is_repeated: bool,
    pub(super) text: String,
}

impl Header {
    /// Reads the rows above figures as headings of this table; none if no heading of it is there.
    pub(super) fn new(
        grid: &Grid,
        zone: Range<usize>,
        labels: &Labels,
        table: usize,
    ) -> Option<Header> {
        let form = &labels.form.tables[table];
        let mut candidates: Vec<_> = (0..grid.width)
            .map(|column| Candidate::at(grid, zone.clone(), column, labels, table))
            .collect();
        for candidate in candidates.iter_mut().flatten() {
            candidate.choose_by_groups(form);
        }
        number_repeated(&mut candidates);
        let columns: Vec<_> = candidates
            .into_iter()
            .map(|candidate| candidate.map(|found| found.heading))
            .collect();
        let is_any_known = columns
            .iter()
            .flatten()
            .any(|heading| heading.column.is_some());
        is_any_known.then_some(Header { table, columns })
    }

    /// The first grid column that stands under a heading of the form.
    pub(super) fn first(&self) -> usize {
        let is_known = |heading: &Option<Heading>| {
            heading
                .as_ref()
                .is_some_and(|heading| heading.column.is_some())
        };
        self.columns
            .iter()
            .position(is_known)
            .unwrap_or(self.columns.len())
    }

    /// How many of the form's columns are there.
    pub(super) fn n_known(&self) -> usize {
        let mut known: Vec<_> = self
            .columns
            .iter()
            .flatten()
            .filter_map(|heading| heading.column)
            .collect();
        known.sort_unstable();
        known.dedup();
        known.len()
    }
}

/// A heading that may still be one of several columns.
struct Candidate {
    heading: Heading,
    /// The form's columns of this wording.
    columns: Vec<usize>,
    /// The entry of the wording, by its first column and row.
    entry: (usize, usize),
    /// Bare texts of the groups above.
    groups: Vec<String>,
}

impl Candidate {
    fn at(
        grid: &Grid,
        zone: Range<usize>,
        column: usize,
        labels: &Labels,
        table: usize,
    ) -> Option<Candidate> {
        let mut own: Vec<&Entry> = Vec::new();
        for row in zone.clone() {
            if let Some(entry) = grid
                .at(row, column)
                .filter(|entry| entry.kind == Kind::Text)
                && own
                    .last()
                    .is_none_or(|last| (last.row, last.column) != (entry.row, entry.column))
            {
                own.push(entry);
            }
        }
        let last = own.last()?;
        let mut candidate = Candidate {
            heading: Heading {
                column: None,
                likeness: Likeness::Official,
                is_repeated: false,
                text: last.text.trim().to_owned(),
            },
            columns: Vec::new(),
            entry: (last.row, last.column),
            groups: Vec::new(),
        };
        for end in (1..=own.len()).rev() {
            for n_parts in 1..=MAX_PARTS.min(end) {
                let parts = &own[end - n_parts..end];
                let text: String = parts.iter().map(|part| part.text.trim()).collect();
                let (columns, likeness) = labels.columns(table, &text);
                // Parts are joined to an exact heading only, since nearly the same ones are too easily made up.
                if columns.is_empty() || (n_parts > 1 && likeness == Likeness::Similar) {
                    continue;
                }
                candidate.groups = groups_above(grid, zone.start..parts[0].row, column);
                candidate.entry = (parts[0].row, parts[0].column);
                candidate.columns = columns;
                candidate.heading.likeness = likeness;
                candidate.heading.text = text;
                return Some(candidate);
            }
        }
        Some(candidate)
    }

    /// Among columns of the same wording, those whose groups are printed above.
    fn choose_by_groups(&mut self, table: &TableForm) {
        let score = |column: usize| {
            let headings = &table.columns[column].headings;
            let groups = headings.iter().take(headings.len().saturating_sub(1));
            groups
                .filter(|group| self.groups.contains(&bare(group.label)))
                .count()
        };
        if self.columns.len() > 1 {
            let best = self.columns.iter().map(|&column| score(column)).max();
            self.columns = self
                .columns
                .iter()
                .copied()
                .filter(|&column| Some(score(column)) == best)
                .collect();
        }
        if let [column] = self.columns[..] {
            self.heading.column = Some(column);
        }
    }
}

/// What is printed above a column in these rows; a group covers the columns to its right up to the next text,
/// since spreadsheets put the text of merged cells into the first of them.
fn groups_above(grid: &Grid, rows: Range<usize>, column: usize) -> Vec<String> {
    let above = |row: usize| {
        let mut entries = (0..=column).rev().filter_map(|column| grid.at(row, column));
        let text = entries.find(|entry| entry.kind == Kind::Text)?;
        Some(text.bare.clone())
    };
    rows.filter_map(above).collect()
}

/// Headings that nothing but their order tells apart are numbered through, if there are as many as in the form.
fn number_repeated(candidates: &mut [Option<Candidate>]) {
    let mut groups: Vec<Vec<usize>> = candidates
        .iter()
        .flatten()
        .filter(|found| found.columns.len() > 1)
        .map(|found| found.columns.clone())
        .collect();
    groups.sort();
    groups.dedup();
    for columns in groups {
        let mut entries: Vec<_> = candidates
            .iter()
            .flatten()
            .filter(|found| found.columns == columns)
            .map(|found| found.entry)
            .collect();
        entries.dedup();
        if entries.len() != columns.len() {
            continue;
        }
        for found in candidates
            .iter_mut()
            .flatten()
            .filter(|found| found.columns == columns)
        {
            let position = entries.iter().position(|entry| *entry == found.entry);
            found.heading.column = position.map(|position| columns[position]);
            found.heading.is_repeated = true;
        }
    }
}
