//! Where each figure stands in the workbook.

use nianbao_core::form::{Cell, Form};
use nianbao_core::grid::{Grid, GridContent};
use nianbao_core::sheet::column_name;

/// A table begins in the row below its section's heading.
pub(super) const FIRST_ROW: usize = 1;

/// The sheets of a form's sections and the places of its figures on them.
pub(super) struct Places {
    sheet_names: Vec<String>,
    /// Section, row and column of each cell, from 0.
    places: Vec<(usize, usize, usize)>,
}

impl Places {
    pub(super) fn new(form: &Form) -> Places {
        let sections = form.edition.sections;
        let number = |title: &'static str| title.split('、').next().unwrap_or_default();
        let sheet_names = sections
            .iter()
            .map(|section| format!("{}、{}", number(section.title), section.short))
            .collect();
        let mut places = vec![(0, 0, 0); form.n_cells()];
        for section in 0..sections.len() {
            let grid = Grid::of_section(form, section);
            for (row_idx, row) in grid.rows.iter().enumerate() {
                for grid_cell in row {
                    if let GridContent::Figure(cell) = grid_cell.content {
                        places[cell.index()] = (section, FIRST_ROW + row_idx, grid_cell.column);
                    }
                }
            }
        }
        Places {
            sheet_names,
            places,
        }
    }

    pub(super) fn sheet_name(&self, section: usize) -> &str {
        &self.sheet_names[section]
    }

    /// The section on whose sheet a figure stands.
    pub(super) fn section(&self, cell: Cell) -> usize {
        self.places[cell.index()].0
    }

    /// The figure as its own sheet refers to it: `D5`.
    pub(super) fn reference(&self, cell: Cell) -> String {
        let (_, row, column) = self.places[cell.index()];
        reference(row, column)
    }

    /// Figures as their own sheet refers to them: `D5:I5,K5`.
    pub(super) fn here(&self, cells: &[Cell]) -> String {
        self.ranges(cells, "")
    }

    /// Figures as another sheet refers to them: `'三、申请办理'!D5:I5`.
    pub(super) fn elsewhere(&self, cells: &[Cell]) -> String {
        let sheet = cells.first().map_or(0, |&cell| self.section(cell));
        self.ranges(cells, &format!("'{}'!", self.sheet_name(sheet)))
    }

    /// Neighbors in a row or in a column are one range.
    fn ranges(&self, cells: &[Cell], sheet: &str) -> String {
        let are_neighbors = |before: &Cell, after: &Cell| {
            let (_, row, column) = self.places[before.index()];
            let (_, next_row, next_column) = self.places[after.index()];
            (next_row, next_column) == (row, column + 1)
                || (next_row, next_column) == (row + 1, column)
        };
        let range = |cells: &[Cell]| match cells {
            [first, .., last] => {
                format!(
                    "{sheet}{}:{}",
                    self.reference(*first),
                    self.reference(*last)
                )
            }
            cells => cells
                .iter()
                .map(|&only| format!("{sheet}{}", self.reference(only)))
                .collect(),
        };
        let ranges: Vec<_> = cells.chunk_by(are_neighbors).map(range).collect();
        ranges.join(",")
    }
}

/// A cell of a sheet by its row and column, from 0.
pub(super) fn reference(row: usize, column: usize) -> String {
    let column = column_name(column);
    format!("{column}{}", row + 1)
}
