//! Rows that stand for more than one, or for a whole table.

use std::ops::Range;

use super::Reader;
use crate::recognize::figures::Doubt;
use crate::recognize::grid::Kind;
use crate::recognize::labels::RowAt;

impl Reader<'_, '_> {
    /// Reads a row of as many figures as the table without row labels has, in its section, though its headings are not whole.
    pub(super) fn read_below_broken_headings(&mut self, row: usize) -> bool {
        let grid = self.grid;
        let own = self.own_table.filter(|&table| {
            let n_columns = self.labels.form.tables[table].columns.len();
            let n_values = grid.row(row).filter(|entry| entry.kind == Kind::Value);
            n_values.count() == n_columns
                && grid.row(row).count() == n_columns
                && !self.found.figures.is_table_found(table)
        });
        let Some(table) = own else {
            return false;
        };
        let mut used = vec![false; grid.width];
        let at = RowAt { table, row: 0 };
        self.read_in_order(row, at, 0, [Some(Doubt::BrokenHeadings), None], &mut used);
        true
    }

    /// Reads a row that stands for all rows of its group: where it is 0, so are they; else they stay to be filled in.
    pub(super) fn read_group(&mut self, row: usize, zone: Range<usize>) -> bool {
        let grid = self.grid;
        let labels = self.labels;
        let texts = grid.row(row).filter(|entry| entry.kind == Kind::Text);
        let found = texts.filter_map(|entry| Some((entry, labels.rows_of_group(&entry.bare)?)));
        let Some((label, (table, rows))) = found.last() else {
            return false;
        };
        self.take_header(zone, table);
        let n_columns = labels.form.tables[table].columns.len();
        let values: Vec<_> = grid
            .row(row)
            .filter(|entry| entry.column >= label.end && entry.row == row)
            .map(|entry| entry.text.trim())
            .collect();
        if values.len() != n_columns {
            return false;
        }
        let is_zero = values.iter().all(|text| *text == "0");
        let place = self.row_place(row);
        let name = label.text.trim();
        let reason = format!(
            "原文“{name}”只印成一行，格式分为{}行，请分开填写",
            rows.len()
        );
        for form_row in rows.clone() {
            for column in 0..n_columns {
                let cell = labels.form.tables[table].cell(form_row, column);
                match is_zero {
                    true => self
                        .found
                        .figures
                        .put(cell, "0", vec![Doubt::OneRow], place.clone()),
                    false => {
                        let line = grid.line(row);
                        self.found
                            .figures
                            .leave_untold(cell, &reason, &line, &place);
                    }
                }
            }
        }
        self.found.groups.push(format!(
            "原文的“{name}”只有一行（{}），格式分为{}行{}。",
            values.join("、"),
            rows.len(),
            if is_zero {
                "，各行都按0读入，请核对"
            } else {
                "，没有读入，请分开填写"
            }
        ));
        self.carried.last_row = Some(RowAt {
            table,
            row: rows.end - 1,
        });
        true
    }
}
