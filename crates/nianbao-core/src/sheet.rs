//! A sheet of text cells, as the readers of spreadsheets hand it to whoever understands what is on it.

use serde::{Deserialize, Serialize};

/// A sheet of text cells. Only cells with text are kept, so that a far cell costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty where the container knows none.
    pub name: String,
    /// Cells merged into one; the text stands in the first.
    pub merged: Vec<Merged>,
    text: String,
    cells: Vec<TextCell>,
    /// For each row the end of its cells.
    rows: Vec<usize>,
}

/// Cells merged into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// First row, from 0.
    pub row: usize,
    /// First column, from 0.
    pub column: usize,
    /// Rows covered.
    pub height: usize,
    /// Columns covered.
    pub width: usize,
}

impl Merged {
    /// Whether this place is covered.
    pub fn covers(&self, row: usize, column: usize) -> bool {
        (self.row..self.row + self.height).contains(&row)
            && (self.column..self.column + self.width).contains(&column)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct TextCell {
    column: usize,
    end: usize,
}

impl Sheet {
    /// A sheet without rows.
    pub fn new(name: impl Into<String>) -> Sheet {
        Sheet {
            name: name.into(),
            ..Sheet::default()
        }
    }

    /// Appends a row: columns from 0 in ascending order, each with its text. Blank cells may be left out.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = (usize, &'a str)>) {
        for (column, text) in cells {
            let text = text.trim();
            if !text.is_empty() {
                self.text.push_str(text);
                self.cells.push(TextCell {
                    column,
                    end: self.text.len(),
                });
            }
        }
        self.rows.push(self.cells.len());
    }

    /// Number of rows.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// The cells with text of a row, from left to right.
    pub fn row(&self, row: usize) -> impl DoubleEndedIterator<Item = (usize, &str)> {
        let cells = self.range(row);
        cells.map(|cell| (self.cells[cell].column, self.text_of(cell)))
    }

    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let range = self.range(row);
        let start = range.start;
        let found = self.cells[range].binary_search_by_key(&column, |cell| cell.column);
        found.map_or("", |place| self.text_of(start + place))
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before]);
        start..self.rows[row]
    }

    fn text_of(&self, cell: usize) -> &str {
        let start = cell
            .checked_sub(1)
            .map_or(0, |before| self.cells[before].end);
        &self.text[start..self.cells[cell].end]
    }
}

/// The letters of a column, by its place from 0: `A`, `Z`, `AA`.
pub fn column_name(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).expect("less than 26"));
    match column / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", column_name(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_by_its_place_and_blank_ones_cost_nothing() {
        let mut sheet = Sheet::new("2024年");
        sheet.push_row([(0, "编号"), (2, " 收到\n日期 "), (3, "  ")]);
        sheet.push_row([]);
        sheet.push_row([(16_000, "远")]);
        assert_eq!(sheet.n_rows(), 3);
        assert_eq!(
            sheet.row(0).collect::<Vec<_>>(),
            [(0, "编号"), (2, "收到\n日期")]
        );
        assert_eq!(
            [
                sheet.cell(0, 2),
                sheet.cell(0, 1),
                sheet.cell(1, 0),
                sheet.cell(2, 16_000)
            ],
            ["收到\n日期", "", "", "远"]
        );
        assert_eq!(sheet.row(1).count(), 0);
    }
}
