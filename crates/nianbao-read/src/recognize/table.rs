//! Reads tables by their geometry: a figure belongs where the row it stands in and the column it stands under cross.

mod label;
mod whole;

use std::ops::Range;
use std::sync::LazyLock;

use super::Found;
use super::figures::{Doubt, Figures};
use super::grid::{Entry, Grid, Kind, MAX_WIDTH};
use super::header::Header;
use super::labels::{Labels, RowAt};
use super::row::{self, FoundRow, Value};
use super::wording::Likeness;
use label::label_of;

/// Rows above figures that may be headings. The form has three; sources that break labels over rows have twice as many.
const MAX_HEADER_ROWS: usize = 12;

/// What follows the place of a row where a grid column of it is meant.
static CELL_PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let number = |column: usize| format!("第{}格", column + 1);
    (0..MAX_WIDTH).map(number).collect()
});

/// Rows below a blank one that may hold the figures instead.
const MAX_ROWS_AHEAD: usize = 3;

/// What is carried from one table to the next: one that a page break split goes on under the headings of its beginning.
#[derive(Default)]
pub(super) struct Carried {
    header: Option<Header>,
    last_row: Option<RowAt>,
}

/// Reads one table; `number` is its place among the tables of the document, from 1.
pub(super) fn read(
    grid: &Grid,
    number: usize,
    labels: &Labels,
    own_table: Option<usize>,
    carried: &mut Carried,
    found: &mut Found,
) {
    let mut reader = Reader {
        grid,
        number,
        labels,
        carried,
        found,
        header_rows: None,
        own_table,
    };
    // Rows of text alone, which are headings unless the figures below turn out to have others.
    let mut texts = Vec::new();
    let mut zone = 0..0;
    for row in 0..grid.n_rows() {
        zone.end = row;
        zone.start = zone.start.max(row.saturating_sub(MAX_HEADER_ROWS));
        if reader.read_row(row, zone.clone()) {
            zone.start = row + 1;
            let is_header = |text: usize| {
                reader
                    .header_rows
                    .as_ref()
                    .is_some_and(|rows| rows.contains(&text))
            };
            texts.retain(|&text| !is_header(text));
        } else if reader.is_unknown_text(row) {
            match grid.row(row).nth(1) {
                Some(_) => texts.push(row),
                None => reader.found.note_unread(&grid.line(row)),
            }
        }
    }
    let header = reader.header_rows.clone().unwrap_or_default();
    let used: Vec<_> = reader
        .carried
        .header
        .iter()
        .flat_map(|header| header.used.iter().copied())
        .collect();
    for row in texts {
        found.note_unread(&grid.line(row));
    }
    for row in header {
        for entry in grid.row(row).filter(|entry| entry.row == row) {
            let is_known =
                used.contains(&(entry.row, entry.column)) || labels.is_label(&entry.bare);
            if !is_known && entry.kind == Kind::Text {
                found.note_unread(entry.text);
            }
        }
    }
}

struct Reader<'a, 'g> {
    grid: &'a Grid<'g>,
    number: usize,
    labels: &'a Labels,
    carried: &'a mut Carried,
    found: &'a mut Found,
    /// Where in this table the headings in use stand.
    header_rows: Option<Range<usize>>,
    /// The table without row labels, where this is its section.
    own_table: Option<usize>,
}

impl Reader<'_, '_> {
    /// Reads a row of figures; false for a row that has none, which may be one of headings for the rows below.
    fn read_row(&mut self, row: usize, zone: Range<usize>) -> bool {
        if self.is_header(row) {
            return false;
        }
        if let Some((at, likeness, entry)) =
            label_of(self.grid, row, self.labels, self.carried.last_row)
        {
            let doubt = (likeness != Likeness::Official)
                .then(|| Doubt::RowWording(entry.text.trim().to_owned()));
            let first = entry.end;
            self.carried.last_row = Some(at);
            self.take_header(zone, at.table);
            self.read_figures(row, at, first, doubt);
            return true;
        }
        let grid = self.grid;
        let is_filled = has_value(grid, row);
        if let Some(table) = self
            .labels
            .unlabeled_table()
            .filter(|_| self.may_be_unlabeled(row))
        {
            let is_blank_row_of_figures = || {
                let below = row + 1..grid.n_rows().min(row + 1 + MAX_ROWS_AHEAD);
                !self.found.figures.is_table_found(table)
                    && below.clone().all(|row| !has_value(grid, row))
            };
            if (is_filled || is_blank_row_of_figures())
                && self.is_under_headings_of(zone.clone(), table)
            {
                self.read_figures(row, RowAt { table, row: 0 }, 0, None);
                return true;
            }
        }
        if is_filled && (self.read_group(row, zone) || self.read_below_broken_headings(row)) {
            return true;
        }
        if is_filled {
            self.found.note_row(grid.line(row));
        }
        false
    }

    /// Whether a row holds column headings, so that 总计 and 其他 in it are none of the rows of that name.
    fn is_header(&self, row: usize) -> bool {
        let mut n_above = 0;
        let mut is_only_above = false;
        for entry in self.grid.row(row) {
            match entry.kind {
                Kind::Value if entry.text.contains(char::is_numeric) => return false,
                Kind::Text if self.labels.is_above(&entry.bare) => {
                    n_above += 1;
                    is_only_above |= self.labels.is_only_above(&entry.bare);
                }
                _ => {}
            }
        }
        n_above > 1 || is_only_above
    }

    /// Whether a row holds a text that is none of the form's, and no number.
    fn is_unknown_text(&self, row: usize) -> bool {
        let is_unknown = |entry: &Entry| {
            entry.kind == Kind::Text && entry.row == row && !self.labels.is_label(&entry.bare)
        };
        self.grid.row(row).any(is_unknown) && !has_value(self.grid, row)
    }

    /// Whether a row may be one of figures alone: a text that is no figure may be among them, but no label.
    fn may_be_unlabeled(&self, row: usize) -> bool {
        let (mut n_entries, mut n_texts) = (0, 0);
        for entry in self.grid.row(row) {
            n_entries += 1;
            n_texts += usize::from(entry.kind == Kind::Text);
            if self.labels.is_label(&entry.bare) {
                return false;
            }
        }
        n_entries > 0 && n_texts * 2 < n_entries
    }

    /// Whether most headings of a table that has no row labels stand above.
    fn is_under_headings_of(&mut self, zone: Range<usize>, table: usize) -> bool {
        if !self.take_header(zone, table) {
            return false;
        }
        let n_columns = self.labels.form.tables[table].columns.len();
        self.carried
            .header
            .as_ref()
            .is_some_and(|header| header.n_known * 2 > n_columns)
    }

    /// Takes the rows above as headings if they are any of this table; else the ones in use stay.
    fn take_header(&mut self, zone: Range<usize>, table: usize) -> bool {
        let is_of_table =
            |header: &Header| header.table == table && header.columns.len() == self.grid.width;
        for rows in [
            Some(zone).filter(|zone| !zone.is_empty()),
            self.header_rows.clone(),
        ]
        .into_iter()
        .flatten()
        {
            let is_known = self.header_rows.as_ref() == Some(&rows)
                && self.carried.header.as_ref().is_some_and(is_of_table);
            if is_known {
                return true;
            }
            if let Some(header) = Header::new(self.grid, rows.clone(), self.labels, table) {
                self.carried.header = Some(header);
                self.header_rows = Some(rows);
                return true;
            }
        }
        self.carried.header.as_ref().is_some_and(is_of_table)
    }

    /// Reads the figures of a row whose label ends before grid column `first`.
    fn read_figures(&mut self, row: usize, at: RowAt, first: usize, doubt: Option<Doubt>) {
        let grid = self.grid;
        let mut used = vec![false; grid.width];
        let header = self.carried.header.take();
        match header
            .as_ref()
            .filter(|header| self.applies(header, row, at, first))
        {
            Some(header) => {
                let is_fitting = header.fits(grid, row, first);
                let n_cells = self.cells(row, first).count();
                let is_whole = n_cells == header.n_columns() && n_cells > 1;
                if !is_fitting && is_whole && header.is_in_order {
                    self.read_in_order(row, at, first, [doubt, Some(Doubt::OutOfLine)], &mut used);
                } else {
                    let is_short = header.is_short(grid, row);
                    let out_of_line = (!is_fitting && !is_short).then_some(Doubt::OutOfLine);
                    self.read_under(header, row, at, [doubt, out_of_line], &mut used);
                }
            }
            None => self.read_in_order(row, at, first, [doubt, None], &mut used),
        }
        self.carried.header = header;
        self.note_rest(row, first, &used);
    }

    /// Whether headings are those of a row.
    fn applies(&self, header: &Header, row: usize, at: RowAt, first: usize) -> bool {
        let grid = self.grid;
        let is_of_row =
            header.table == at.table && header.columns.len() == grid.width && header.first >= first;
        let mut entries = (header.first..grid.width).filter_map(|column| grid.at(row, column));
        is_of_row && !entries.any(|entry| self.labels.is_label(&entry.bare))
    }

    /// The cells of a row behind its label.
    fn cells(&self, row: usize, first: usize) -> impl Iterator<Item = &Entry<'_>> {
        let entries = self.grid.row(row);
        entries.filter(move |entry| entry.column >= first && entry.row == row)
    }

    /// Reads the cells of a row in their order, if there are as many as the form has columns.
    fn read_in_order(
        &mut self,
        row: usize,
        at: RowAt,
        first: usize,
        doubts: [Option<Doubt>; 2],
        used: &mut [bool],
    ) {
        let grid = self.grid;
        let cells = || {
            grid.row(row)
                .filter(|entry| entry.column >= first && entry.row == row)
        };
        let values: Vec<_> = cells()
            .map(|entry| Value {
                text: entry.text,
                asides: entry.asides,
                kind: entry.kind,
                is_weak: false,
                is_line: false,
            })
            .collect();
        let is_known = self.header_rows.clone().is_some_and(|rows| {
            let texts = rows.flat_map(|row| grid.row(row).filter(move |entry| entry.row == row));
            row::are_headings_in_order(
                texts.map(|entry| entry.bare.as_ref()),
                self.labels,
                at.table,
            )
        });
        let found_row = FoundRow {
            at,
            doubts: doubts.into_iter().flatten().collect(),
            snippet: &grid.line(row),
            place: &self.row_place(row),
        };
        if row::assign(self.found, self.labels, &found_row, &values, is_known) {
            cells().for_each(|entry| used[entry.column] = true);
        }
    }

    fn row_place(&self, row: usize) -> String {
        format!("第{}张表第{}行", self.number, row + 1)
    }

    /// Reads the cells of a row by the headings that they stand under.
    fn read_under(
        &mut self,
        header: &Header,
        row: usize,
        at: RowAt,
        doubts: [Option<Doubt>; 2],
        used: &mut [bool],
    ) {
        let grid = self.grid;
        let table = &self.labels.form.tables[at.table];
        let row_place = self.row_place(row);
        let columns = &table.columns;
        let of_row = [
            (header.n_known < columns.len()).then_some(Doubt::FewHeadings),
            (!header.is_in_order).then_some(Doubt::OutOfOrder),
            self.header_rows.is_none().then_some(Doubt::HeadingsBefore),
            header.is_short(grid, row).then_some(Doubt::ShortRow),
        ];
        for (column, heading) in columns.iter().enumerate() {
            let cell = table.cell(at.row, column);
            match header.figure_of(grid, row, column) {
                Ok((entry, is_split)) => {
                    let heading = header.columns[entry.column.max(header.first)].as_ref();
                    let other = heading.filter(|heading| heading.likeness != Likeness::Official);
                    let is_repeated = heading.is_some_and(|heading| heading.is_repeated);
                    let of_figure = [
                        other.map(|heading| Doubt::ColumnWording(heading.text.clone())),
                        is_repeated.then_some(Doubt::RepeatedHeadings),
                        is_split.then_some(Doubt::SplitCell),
                    ];
                    let all = doubts.iter().chain(&of_row).chain(&of_figure);
                    let all = all.flatten().cloned();
                    let all = all.chain(Figures::doubts_of(entry.asides)).collect();
                    let mut place = row_place.clone();
                    place.push_str(&CELL_PLACES[entry.column]);
                    self.found.figures.put(cell, entry.text, all, place);
                    used[entry.column] = true;
                }
                Err(untold) => {
                    let reason = untold.reason(&heading.name);
                    self.found
                        .figures
                        .leave_untold(cell, &reason, &grid.line(row), &row_place);
                }
            }
        }
        for column in header.first..grid.width {
            let is_unknown = header.columns[column]
                .as_ref()
                .filter(|heading| heading.column.is_none());
            if let (Some(heading), Some(entry)) = (is_unknown, grid.at(row, column))
                && entry.kind == Kind::Value
            {
                self.found.note_column(&heading.text);
            }
        }
    }

    /// Notes what of a row was not taken for anything.
    fn note_rest(&mut self, row: usize, first: usize, used: &[bool]) {
        let is_rest = |entry: &&Entry| {
            let is_label = self.labels.is_label(&entry.bare) || entry.end == first;
            entry.row == row && entry.kind != Kind::Blank && !used[entry.column] && !is_label
        };
        let rest: Vec<_> = self
            .grid
            .row(row)
            .filter(is_rest)
            .map(|entry| entry.text.trim())
            .collect();
        self.found.note_unread(&rest.join(" | "));
    }
}

fn has_value(grid: &Grid, row: usize) -> bool {
    grid.row(row)
        .any(|entry| entry.kind == Kind::Value && entry.row == row)
}
