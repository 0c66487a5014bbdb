//! Which grid column of a table stands under which column heading of the form.

use std::borrow::Cow;
use std::ops::Range;

use super::grid::{Entry, Grid, Kind};
use super::labels::Labels;
use super::wording::Likeness;

/// Texts one above the other that may be parts of one heading (“商业” over “企业”).
const MAX_PARTS: usize = 3;

/// The column headings above some rows of figures.
pub(super) struct Header {
    /// Index of the form's table whose columns these are.
    pub(super) table: usize,
    /// For each grid column what stands above it.
    pub(super) columns: Vec<Option<Heading>>,
    /// The first grid column that stands under a heading of the form.
    pub(super) first: usize,
    /// How many of the form's columns are there.
    pub(super) n_known: usize,
    /// For each of the form's columns the grid columns under its heading.
    places: Vec<Vec<usize>>,
    /// Whether each heading stands once and right of those before it in the form.
    pub(super) is_in_order: bool,
    /// Grid columns in which the headings have no cell at all, not even a blank one.
    is_beyond: Vec<bool>,
    /// First rows and columns of the entries that make known headings.
    pub(super) used: Vec<(usize, usize)>,
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
    /// The entry it is, by its first row and column.
    place: (usize, usize),
}

/// Why the figure of a column cannot be told in a row.
pub(super) enum Untold {
    NoColumn,
    NoCell,
    Merged,
    Several,
}

impl Untold {
    pub(super) fn reason(&self, heading: &str) -> String {
        match self {
            Untold::NoColumn => format!("没有找到“{heading}”这一列"),
            Untold::NoCell => "这一行没有这一格".to_owned(),
            Untold::Merged => "这一格与别的格子合并了".to_owned(),
            Untold::Several => "这一列有几个数，分不清是哪一个".to_owned(),
        }
    }
}

impl Header {
    /// Reads the rows above figures as headings of this table; none if no heading of it is there.
    pub(super) fn new(
        grid: &Grid,
        zone: Range<usize>,
        labels: &Labels,
        table: usize,
    ) -> Option<Header> {
        // A row with numbers is one of figures, even if “9.其他” in it reads like a heading.
        let has_number =
            |entry: &Entry| entry.kind == Kind::Value && entry.text.contains(char::is_numeric);
        let rows: Vec<_> = zone
            .clone()
            .filter(|&row| !grid.row(row).any(has_number))
            .collect();
        let mut candidates: Vec<_> = (0..grid.width)
            .map(|column| Candidate::at(grid, &rows, zone.start, column, labels, table))
            .collect();
        for candidate in candidates.iter_mut().flatten() {
            candidate.choose_by_groups(labels, table);
        }
        number_repeated(&mut candidates);
        let is_known = |found: &&Candidate| found.heading.column.is_some();
        let known = candidates.iter().flatten().filter(is_known);
        let used = known.flat_map(|found| found.parts.iter().copied());
        let used = used.collect();
        let columns: Vec<_> = candidates
            .into_iter()
            .map(|candidate| candidate.map(|found| found.heading))
            .collect();
        let mut places = vec![Vec::new(); labels.form.tables[table].columns.len()];
        for (grid_column, heading) in columns.iter().enumerate() {
            if let Some(column) = heading
                .as_ref()
                .and_then(|heading: &Heading| heading.column)
            {
                places[column].push(grid_column);
            }
        }
        let first = places.iter().flatten().min().copied()?;
        let n_known = places.iter().filter(|places| !places.is_empty()).count();
        Some(Header {
            table,
            columns,
            first,
            n_known,
            is_in_order: are_in_order(&places),
            places,
            is_beyond: (0..grid.width)
                .map(|column| zone.clone().all(|row| grid.at(row, column).is_none()))
                .collect(),
            used,
        })
    }

    /// How many columns the form has here.
    pub(super) fn n_columns(&self) -> usize {
        self.places.len()
    }

    /// Whether a row has no cell at all under one of the headings.
    pub(super) fn is_short(&self, grid: &Grid, row: usize) -> bool {
        (0..self.places.len())
            .any(|column| matches!(self.figure_of(grid, row, column), Err(Untold::NoCell)))
    }

    /// Whether the cells of a row behind its label, which ends before grid column `first`, stand under the headings
    /// one by one: none across two headings, none missing, none beside them.
    pub(super) fn fits(&self, grid: &Grid, row: usize, first: usize) -> bool {
        let heading = |column: usize| self.columns[column].as_ref().map(|heading| heading.place);
        let is_single = self.places.len() == 1;
        let own = || grid.row(row).filter(move |entry| entry.end > first);
        let mut is_fitting = own().all(|entry| {
            let mut columns = entry.column..entry.end;
            match () {
                // Its own column has no heading, or a blank one.
                () if heading(entry.column).is_none() => {
                    entry.kind == Kind::Blank
                        && !columns.clone().any(|column| heading(column).is_some())
                        && (entry.end <= self.first
                            || !columns.any(|column| self.is_beyond[column]))
                }
                () => columns.all(|column| {
                    heading(column) == heading(entry.column)
                        || is_single && heading(column).is_none()
                }),
            }
        });
        // Cells under one heading are one, but where the form has one column alone.
        is_fitting &= match is_single {
            true => own().filter(|entry| entry.kind != Kind::Blank).count() <= 1,
            false => self.places.iter().all(|places| {
                let mut entries = places.iter().filter_map(|&place| grid.at(row, place));
                let first = entries.next();
                entries.all(|entry| first.is_some_and(|first| std::ptr::eq(first, entry)))
            }),
        };
        let is_there = |column| self.is_beyond[column] || grid.at(row, column).is_some();
        is_fitting && (is_single || (self.first..grid.width).all(is_there))
    }

    /// The entry of a row that stands under a column of the form, and whether it is one of several of which the others are blank.
    pub(super) fn figure_of<'a, 'g>(
        &self,
        grid: &'a Grid<'g>,
        row: usize,
        column: usize,
    ) -> Result<(&'a Entry<'g>, bool), Untold> {
        let places = &self.places[column];
        if places.is_empty() {
            return Err(Untold::NoColumn);
        }
        let is_other = |place: usize| {
            self.columns[place]
                .as_ref()
                .is_some_and(|heading| heading.column.is_some_and(|other| other != column))
        };
        let mut first: Option<&Entry> = None;
        let mut filled: Option<&Entry> = None;
        let mut is_split = false;
        for entry in places.iter().filter_map(|&place| grid.at(row, place)) {
            if entry.row != row || (entry.column..entry.end).any(is_other) {
                return Err(Untold::Merged);
            }
            is_split |= first.is_some_and(|first| !std::ptr::eq(first, entry));
            first = first.or(Some(entry));
            if entry.kind != Kind::Blank {
                if filled.is_some_and(|filled| !std::ptr::eq(filled, entry)) {
                    return Err(Untold::Several);
                }
                filled = Some(entry);
            }
        }
        match filled {
            Some(entry) => Ok((entry, is_split)),
            None => first.map(|entry| (entry, false)).ok_or(Untold::NoCell),
        }
    }
}

/// Whether columns stand in their order, each in one piece; those that are missing do not matter.
fn are_in_order(places: &[Vec<usize>]) -> bool {
    let is_piece = |places: &&Vec<usize>| places.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let known = || places.iter().filter(|places| !places.is_empty());
    known().all(|places| is_piece(&places)) && known().is_sorted_by(|a, b| a.last() < b.first())
}

/// A heading that may still be one of several columns.
struct Candidate<'a> {
    heading: Heading,
    /// The form's columns of this wording.
    columns: Vec<usize>,
    /// The entry of the wording, by its first column and row.
    entry: (usize, usize),
    /// The entries that make the wording, by their first row and column.
    parts: Vec<(usize, usize)>,
    /// Bare texts of the groups above.
    groups: Vec<&'a str>,
}

impl<'a> Candidate<'a> {
    fn at(
        grid: &'a Grid,
        rows: &[usize],
        first_row: usize,
        column: usize,
        labels: &Labels,
        table: usize,
    ) -> Option<Candidate<'a>> {
        let mut own: Vec<&Entry> = Vec::new();
        for &row in rows {
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
                place: (last.row, last.column),
            },
            columns: Vec::new(),
            entry: (last.row, last.column),
            parts: Vec::new(),
            groups: Vec::new(),
        };
        for end in (1..=own.len()).rev() {
            for n_parts in 1..=MAX_PARTS.min(end) {
                let parts = &own[end - n_parts..end];
                let (bare, text) = match parts {
                    [only] => (Cow::Borrowed(only.bare.as_ref()), only.text.trim().into()),
                    parts => {
                        let bare = parts.iter().map(|part| part.bare.as_ref());
                        let text = parts.iter().map(|part| part.text.trim());
                        (bare.collect(), text.collect::<Cow<str>>())
                    }
                };
                if let Some((columns, likeness)) = labels.columns(table, &text, &bare) {
                    candidate.take(
                        columns,
                        likeness,
                        text.into_owned(),
                        parts,
                        groups_above(grid, first_row..parts[0].row, column),
                    );
                    return Some(candidate);
                }
            }
        }
        for entry in own.iter().rev() {
            let columns = labels.similar_columns(table, &entry.bare);
            if !columns.is_empty() {
                let groups = groups_above(grid, first_row..entry.row, column);
                candidate.take(
                    columns,
                    Likeness::Similar,
                    entry.text.trim().to_owned(),
                    &[entry],
                    groups,
                );
                break;
            }
        }
        Some(candidate)
    }

    fn take(
        &mut self,
        columns: Vec<usize>,
        likeness: Likeness,
        text: String,
        parts: &[&Entry],
        groups: Vec<&'a str>,
    ) {
        self.columns = columns;
        self.groups = groups;
        self.parts = parts.iter().map(|part| (part.row, part.column)).collect();
        self.entry = self.parts[0];
        self.heading.place = self.entry;
        self.heading.likeness = likeness;
        self.heading.text = text;
    }

    /// Among columns of the same wording, those whose groups are printed above.
    fn choose_by_groups(&mut self, labels: &Labels, table: usize) {
        let score = |column: usize| {
            let groups = labels.groups_of_column(table, column).iter();
            groups
                .filter(|group| self.groups.contains(&group.as_str()))
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
fn groups_above<'a>(grid: &'a Grid, rows: Range<usize>, column: usize) -> Vec<&'a str> {
    let above = |row: usize| {
        let mut entries = (0..=column).rev().filter_map(|column| grid.at(row, column));
        let text = entries.find(|entry| entry.kind == Kind::Text)?;
        Some(text.bare.as_ref())
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
