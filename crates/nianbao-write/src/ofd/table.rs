//! A table as rows with heights and cells with lines, which may go on over several pages.

use nianbao_core::grid::{Grid, GridContent};
use nianbao_core::report::Report;

use super::face::Face;
use super::ink::Ink;
use super::text::{Line, Style, lines};
use crate::document::cell_text;
use crate::paper::{PADDING, Setting, TEXT_WIDTH, WIDE_TABLE};

/// Free space above and below the text of a cell.
const MARGIN: i32 = 400;
const MIN_HEIGHT: i32 = 6_500;

/// 五号 and 小五.
const TEXT: Style = Style {
    face: Face::Table,
    size: 3_704,
    pitch: 3_704,
    leading: 5_300,
    is_justified: false,
};
const SMALL_TEXT: Style = Style {
    face: Face::Table,
    size: 3_175,
    pitch: 3_175,
    leading: 4_300,
    is_justified: false,
};

pub(super) struct Table {
    /// Where the columns begin and the last one ends, from the left of the table.
    edges: Vec<i32>,
    heights: Vec<i32>,
    n_header_rows: usize,
    cells: Vec<Cell>,
    style: Style,
    /// Free space before a label that begins at the left.
    indent: i32,
}

struct Cell {
    row: usize,
    height: usize,
    left: i32,
    right: i32,
    lines: Vec<Line>,
    style: Style,
    is_left: bool,
}

impl Table {
    /// Measures a grid in a column of this width.
    pub(super) fn new(report: &Report, grid: &Grid, width: i32) -> Table {
        let style = match grid.n_columns >= WIDE_TABLE {
            true => SMALL_TEXT,
            false => TEXT,
        };
        let setting = Setting::of(report, grid);
        let scaled = |twips: i32| twips * width / TEXT_WIDTH as i32;
        let size = setting.figures as i32 * style.size / setting.letters as i32;
        let figure_style = Style {
            size,
            pitch: size,
            ..style
        };
        let mut edges = vec![0];
        let mut twips = 0;
        for column in &setting.widths {
            twips += *column as i32;
            edges.push(
                i32::try_from(i64::from(width) * i64::from(twips) / TEXT_WIDTH as i64)
                    .unwrap_or(width),
            );
        }
        let mut cells = Vec::new();
        for (row, grid_cells) in grid.rows.iter().enumerate() {
            for cell in grid_cells {
                let (left, right) = (edges[cell.column], edges[cell.column + cell.width]);
                let text = cell_text(report, cell.content);
                let style = match cell.content {
                    GridContent::Figure(_) => figure_style,
                    _ => style,
                };
                let columns = cell.column..cell.column + cell.width;
                let padding = setting.padding(cell.content, setting.widths[columns].iter().sum());
                cells.push(Cell {
                    row,
                    height: cell.height,
                    left,
                    right,
                    lines: lines(&text, style, right - left - scaled(2 * padding as i32), 0),
                    style,
                    is_left: matches!(cell.content, GridContent::RowHeading(_))
                        && grid.n_label_columns > 1,
                });
            }
        }
        let mut heights = vec![MIN_HEIGHT; grid.rows.len()];
        let needed = |cell: &Cell| cell.lines.len() as i32 * style.leading + 2 * MARGIN;
        for cell in cells.iter().filter(|cell| cell.height == 1) {
            heights[cell.row] = heights[cell.row].max(needed(cell));
        }
        for cell in &cells {
            let rows = cell.row..cell.row + cell.height;
            let missing = needed(cell) - heights[rows.clone()].iter().sum::<i32>();
            heights[rows.end - 1] += missing.max(0);
        }
        Table {
            edges,
            heights,
            n_header_rows: grid.n_header_rows,
            cells,
            style,
            indent: scaled(PADDING as i32),
        }
    }

    /// The space it needs to begin on a page: all of it where it fits one, else its headings and the first row.
    pub(super) fn first_height(&self, page: i32) -> i32 {
        let whole: i32 = self.heights.iter().sum();
        match whole <= page {
            true => whole,
            false => self.heights.iter().take(self.n_header_rows + 1).sum(),
        }
    }

    /// Which rows are drawn on which page, headings first, given the space on the first page and on the others.
    pub(super) fn parts(&self, first: i32, others: i32) -> Vec<Vec<usize>> {
        let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
        let mut room = first;
        for row in 0..self.heights.len() {
            let part = parts.last_mut().expect("there is a first part");
            if self.heights[row] > room && part.len() > self.n_header_rows {
                let header = 0..self.n_header_rows;
                room = others - self.heights[header.clone()].iter().sum::<i32>();
                parts.push(header.collect());
            }
            room -= self.heights[row];
            let part = parts.last_mut().expect("there is a first part");
            part.push(row);
        }
        parts
    }

    /// Draws some of the rows, and says how high they are. A label over more rows stands in each part it fits.
    pub(super) fn draw(&self, rows: &[usize], x: i32, top: i32, ink: &mut Ink) -> i32 {
        let mut tops = vec![top];
        for &row in rows {
            tops.push(tops[tops.len() - 1] + self.heights[row]);
        }
        let bottom = tops[rows.len()];
        let right = self.edges[self.edges.len() - 1];
        ink.rule((x, top), (x + right, top));
        ink.rule((x, top), (x, bottom));
        for cell in &self.cells {
            let covers = |row: &usize| (cell.row..cell.row + cell.height).contains(row);
            let Some(first) = rows.iter().position(covers) else {
                continue;
            };
            let n_rows = rows[first..].iter().take_while(|row| covers(row)).count();
            let (cell_top, cell_bottom) = (tops[first], tops[first + n_rows]);
            ink.rule((x + cell.right, cell_top), (x + cell.right, cell_bottom));
            ink.rule((x + cell.left, cell_bottom), (x + cell.right, cell_bottom));
            let text_height = cell.lines.len() as i32 * self.style.leading;
            let passed: i32 = self.heights[cell.row..rows[first]].iter().sum();
            let whole: i32 = self.heights[cell.row..cell.row + cell.height].iter().sum();
            let height = cell_bottom - cell_top;
            let fits_later = text_height <= whole - passed - height;
            if text_height <= height || passed == 0 && !fits_later {
                let text_top = cell_top + (cell_bottom - cell_top - text_height).max(0) / 2;
                self.draw_text(cell, x, text_top, ink);
            }
        }
        bottom - top
    }

    fn draw_text(&self, cell: &Cell, x: i32, top: i32, ink: &mut Ink) {
        let mut baseline = top + cell.style.baseline();
        for line in &cell.lines {
            let free = cell.right - cell.left - line.width;
            let indent = if cell.is_left { self.indent } else { free / 2 };
            ink.text(
                x + cell.left + indent,
                baseline,
                cell.style.size,
                &line.glyphs,
            );
            baseline += self.style.leading;
        }
    }
}
