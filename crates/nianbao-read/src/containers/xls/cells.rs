//! The cells of one sheet as they are shown.

use std::collections::{BTreeMap, BTreeSet};

use super::differences::Differences;
use super::formula::Doubtful;
use super::records::{Record, kind, records};
use super::values::{Value, built_in, double, result, rk, truth_or_error};
use super::{Format, Workbook, strings};
use crate::ReadError;
use crate::budget::{Budget, MAX_BLOCKS};
use crate::containers::bytes::{slice_at, u16_at, u32_at};
use crate::containers::number_format;
use crate::page::{Aside, Block, Look};
use crate::xlsx::{Row, Sheet, Text, is_date, number, shows_date, without_codes};

/// Days between the beginnings of the two ways to count them.
const DAYS_TO_1904: f64 = 1462.0;

/// Charts within a sheet.
const MAX_DEPTH: usize = 8;

/// What is filled in on a sheet.
#[derive(Default)]
pub(super) struct Cells {
    rows: BTreeMap<usize, Row>,
    merged: BTreeMap<(usize, usize), (usize, usize)>,
    /// Cells that hold a number.
    numbers: BTreeSet<(usize, usize)>,
    doubtful: Doubtful,
    /// Cells that hold the number zero and show it.
    zeros: Vec<(usize, usize)>,
    /// Cells that show another number than they hold, with that.
    differing: Vec<(usize, usize, String)>,
    hides_zeros: bool,
    hidden_rows: BTreeSet<usize>,
    hidden_columns: Vec<(usize, usize)>,
    /// What stands beside the cells.
    beside: Vec<Block>,
}

impl Cells {
    pub(super) fn read(
        part: &[u8],
        workbook: &Workbook,
        budget: &mut Budget,
    ) -> Result<Cells, ReadError> {
        let mut cells = Cells::default();
        let mut depth = 0;
        // Where the text goes that follows a formula.
        let mut open = None;
        // How long the text is that follows a drawing.
        let mut drawn = None;
        for record in records(part) {
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END => depth -= 1,
                _ if depth != 1 => {}
                kind::STRING => {
                    let text = strings::string(record.data, 2).unwrap_or_default();
                    if let Some((row, column, format)) = open.take() {
                        cells.put(
                            row,
                            column,
                            workbook.written(&vec![(text, None)], format),
                            budget,
                        )?;
                    }
                }
                kind::DRAWN_TEXT => drawn = record.u16_at(10).filter(|length| *length > 0),
                kind::CONTINUE => {
                    let text = drawn
                        .take()
                        .and_then(|length| strings::continued(record.data, usize::from(length)));
                    cells.set_aside(text, budget)?;
                }
                kind::HEADER | kind::FOOTER => {
                    let text = strings::string(record.data, 2).map(|text| without_codes(&text));
                    cells.set_aside(text, budget)?;
                }
                _ => cells.take(&record, workbook, &mut open, budget)?,
            }
            if depth == 0 || depth > MAX_DEPTH {
                break;
            }
        }
        Ok(cells)
    }

    /// Takes what a record holds.
    fn take(
        &mut self,
        record: &Record,
        workbook: &Workbook,
        open: &mut Option<(usize, usize, Format)>,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        let data = record.data;
        let place = || Some((usize::from(u16_at(data, 0)?), usize::from(u16_at(data, 2)?)));
        let format = |at: usize| u16_at(data, at).map(|place| workbook.format(place));
        match record.kind {
            kind::WINDOW => {
                self.hides_zeros = record.u16_at(0).is_some_and(|flags| flags & 0x10 == 0);
            }
            kind::ROW if record.u16_at(12).is_some_and(|flags| flags & 0x20 != 0) => {
                self.hidden_rows.extend(record.u16_at(0).map(usize::from));
            }
            kind::COLUMNS if record.u16_at(8).is_some_and(|flags| flags & 1 != 0) => {
                let ends = record.u16_at(0).zip(record.u16_at(2));
                let ends =
                    ends.map(|(first, last)| (usize::from(first) + 1, usize::from(last) + 1));
                self.hidden_columns.extend(ends);
            }
            kind::MERGED => return self.merge(data),
            kind::SHARED_FORMULA => self.doubtful.note_shared(data),
            kind::RK_NUMBERS => {
                let Some((row, first)) = place() else {
                    return Ok(());
                };
                for (place, pair) in record.rest(4).as_chunks::<6>().0.iter().enumerate() {
                    let format = workbook.format(u16_at(pair, 0).unwrap_or(0));
                    let value = rk(u32_at(pair, 2).unwrap_or(0));
                    self.number(row, first + place, value, format, workbook, budget)?;
                }
            }
            kind::BLANKS => {
                let Some((row, first)) = place() else {
                    return Ok(());
                };
                let formats = record.rest(4).as_chunks::<2>().0;
                // The last two bytes are the last column.
                for (place, format) in formats.iter().rev().skip(1).rev().enumerate() {
                    let format = workbook.format(u16::from_le_bytes(*format));
                    self.present(row, first + place, format, budget)?;
                }
            }
            kind::SHARED_LABEL
            | kind::LABEL
            | kind::RICH_LABEL
            | kind::NUMBER
            | kind::RK_NUMBER
            | kind::FORMULA
            | kind::TRUTH_OR_ERROR
            | kind::BLANK => {
                let (Some((row, column)), Some(format)) = (place(), format(4)) else {
                    return Ok(());
                };
                self.present(row, column, format, budget)?;
                let value = match record.kind {
                    kind::BLANK => None,
                    kind::SHARED_LABEL => {
                        let string = record
                            .u32_at(6)
                            .and_then(|place| workbook.strings.get(usize::try_from(place).ok()?));
                        string.map(|pieces| Value::Text(workbook.written(pieces, format)))
                    }
                    kind::LABEL | kind::RICH_LABEL => strings::string(record.rest(6), 2)
                        .map(|text| Value::Text(workbook.written(&vec![(text, None)], format))),
                    kind::NUMBER => double(data, 6).map(Value::Number),
                    kind::RK_NUMBER => record.u32_at(6).map(|number| Value::Number(rk(number))),
                    kind::TRUTH_OR_ERROR => truth_or_error(record.rest(6)).map(Value::of),
                    _ => result(data, open, (row, column, format)),
                };
                match value {
                    Some(Value::Text(text)) => self.put(row, column, text, budget)?,
                    Some(Value::Number(number)) => {
                        if record.kind == kind::FORMULA && number == 0.0 {
                            self.doubtful.note((row, column), data);
                        }
                        self.show(row, column, number, format, workbook, budget)?;
                    }
                    None => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn number(
        &mut self,
        row: usize,
        column: usize,
        value: f64,
        format: Format,
        workbook: &Workbook,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        self.present(row, column, format, budget)?;
        self.show(row, column, value, format, workbook, budget)
    }

    /// Puts a number where it stands, as it is shown.
    fn show(
        &mut self,
        row: usize,
        column: usize,
        value: f64,
        format: Format,
        workbook: &Workbook,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        let code = workbook
            .codes
            .get(&format.number)
            .map_or("", String::as_str);
        if is_date(usize::from(format.number)) || shows_date(code) {
            let days = if workbook.counts_from_1904 {
                value + DAYS_TO_1904
            } else {
                value
            };
            if let Some(date) = number::date(&days.to_string()) {
                return self.put(
                    row,
                    column,
                    workbook.written(&vec![(date, None)], format),
                    budget,
                );
            }
        }
        let code = match built_in(format.number) {
            Some(built_in) if code.is_empty() => built_in,
            _ => code,
        };
        self.numbers.insert((row, column));
        let shown = number_format::shown(&value.to_string(), code);
        if let Some(stored) = shown.stored {
            self.differing.push((row, column, stored));
        } else if value == 0.0 {
            self.zeros.push((row, column));
        }
        self.put(
            row,
            column,
            workbook.written(&vec![(shown.text, None)], format),
            budget,
        )
    }

    fn row(&mut self, row: usize) -> &mut Row {
        self.rows.entry(row).or_insert_with(|| Row {
            place: row,
            ..Row::default()
        })
    }

    /// Notes a cell that is there, be it blank or not.
    fn present(
        &mut self,
        row: usize,
        _column: usize,
        format: Format,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        budget.take_cell("")?;
        let row = self.row(row);
        row.n_present += 1;
        row.has_border |= format.has_border;
        Ok(())
    }

    fn put(
        &mut self,
        row: usize,
        column: usize,
        text: Text,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        budget.take_cell(&text.text)?;
        if !text.is_blank() {
            self.row(row).cells.push((column, text));
        }
        Ok(())
    }

    /// Notes what stands beside the cells.
    fn set_aside(&mut self, text: Option<String>, budget: &mut Budget) -> Result<(), ReadError> {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return Ok(());
        };
        budget.take_cell(&text)?;
        self.beside.push(Block::Aside(Aside {
            look: Look::Beside,
            text,
        }));
        Ok(())
    }

    fn merge(&mut self, data: &[u8]) -> Result<(), ReadError> {
        let n_ranges = usize::from(u16_at(data, 0).unwrap_or(0));
        for place in 0..n_ranges {
            let Some(range) = slice_at(data, 2 + 8 * place, 8) else {
                break;
            };
            let [first_row, last_row, first_column, last_column] =
                [0, 2, 4, 6].map(|at| usize::from(u16_at(range, at).unwrap_or(0)));
            let height = last_row.saturating_sub(first_row) + 1;
            let width = last_column.saturating_sub(first_column) + 1;
            self.merged
                .insert((first_row, first_column), (height, width));
        }
        match self.merged.len() > MAX_BLOCKS {
            true => Err(ReadError::TooLarge),
            false => Ok(()),
        }
    }

    /// The sheet, and where it shows something else than it holds.
    pub(super) fn into_sheet(mut self, name: &str, differences: &mut Differences) -> Sheet {
        let uncomputed = std::mem::take(&mut self.doubtful).blank(&self.numbers);
        differences.n_uncomputed += uncomputed.len();
        for place in uncomputed {
            self.replace(place, String::new(), Look::Uncomputed, String::new());
        }
        if self.hides_zeros {
            let zeros = std::mem::take(&mut self.zeros);
            differences.n_hidden_zeros += zeros.len();
            for place in zeros {
                self.replace(place, String::new(), Look::Hidden, "0".to_owned());
            }
        }
        for row in self.rows.values_mut() {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
        }
        for (row, column, stored) in std::mem::take(&mut self.differing) {
            let cells = self.rows.get(&row).map_or(&[][..], |row| &row.cells);
            let shown = cells.iter().find(|(place, _)| *place == column);
            let shown = shown.map_or_else(String::new, |(_, text)| text.text.clone());
            differences.note(name, row, column, &shown, &stored);
            let look = if shown.is_empty() {
                Look::Hidden
            } else {
                Look::Reshaped
            };
            self.replace((row, column), shown, look, stored);
        }
        let hidden = self.hidden_rows;
        let rows = self.rows.into_values().map(|row| Row {
            is_hidden: hidden.contains(&row.place),
            ..row
        });
        let mut sheet = Sheet {
            rows: rows.filter(|row| !row.cells.is_empty()).collect(),
            merged: self.merged,
            hidden_columns: self.hidden_columns,
            ..Sheet::default()
        };
        sheet.set_aside(self.beside);
        sheet
    }

    /// Has a cell show something else than it holds.
    fn replace(
        &mut self,
        (row, column): (usize, usize),
        shown: String,
        look: Look,
        stored: String,
    ) {
        let row = self.row(row);
        row.cells.retain(|(place, _)| *place != column);
        let text = Text {
            text: shown,
            asides: vec![Aside { look, text: stored }],
        };
        row.cells.push((column, text));
        row.cells.sort_by_key(|(column, _)| *column);
    }
}
