//! Moving, selecting and pasting on a grid, as on a spreadsheet.

use std::ops::Range;

use super::{Grid, GridCell, GridContent};
use crate::form::{Cell, Form};

/// A step from one figure to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the figure at the left in the same row.
    Left,
    /// To the figure at the right in the same row.
    Right,
    /// To the first figure of the row.
    RowStart,
    /// To the last figure of the row.
    RowEnd,
    /// To the first figure of all.
    First,
    /// To the last figure of all.
    Last,
}

/// A block from the clipboard, laid onto the figures.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// What goes into which cell, as it stood in the clipboard.
    pub filled: Vec<(Cell, String)>,
    /// What stands beyond the border of the grid.
    pub outside: Vec<String>,
}

/// A figure with the grid columns it covers.
type Slot = (usize, usize, Cell);

impl Grid {
    /// The rows that have figures.
    fn lines(&self) -> Vec<Vec<Slot>> {
        let slot = |cell: &GridCell| match cell.content {
            GridContent::Figure(figure) => Some((cell.column, cell.column + cell.width, figure)),
            _ => None,
        };
        let lines = self
            .rows
            .iter()
            .map(|row| row.iter().filter_map(slot).collect::<Vec<_>>());
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// The figure one step away; none at the border.
    ///
    /// Rows without figures are passed over; where blocks differ in width, the figure in the same grid column is next.
    pub fn neighbor(&self, from: Cell, step: Step) -> Option<Cell> {
        let lines = self.lines();
        let (row, position) = place(&lines, from)?;
        let line = &lines[row];
        let first = |line: &Vec<Slot>| line.first().map(|&(.., cell)| cell);
        let last = |line: &Vec<Slot>| line.last().map(|&(.., cell)| cell);
        let (row, column) = match step {
            Step::Left => return Some(line.get(position.checked_sub(1)?)?.2),
            Step::Right => return Some(line.get(position + 1)?.2),
            Step::RowStart => return first(line),
            Step::RowEnd => return last(line),
            Step::First => return first(lines.first()?),
            Step::Last => return last(lines.last()?),
            Step::Up => (row.checked_sub(1)?, line[position].0),
            Step::Down => (row + 1, line[position].0),
        };
        let mut line = lines.get(row)?.iter();
        line.find(|&&(first, end, _)| (first..end).contains(&column))
            .map(|&(.., cell)| cell)
    }

    /// The end of what is filled in that direction, or of what is blank: Ctrl with an arrow.
    pub fn edge(&self, from: Cell, step: Step, is_blank: impl Fn(Cell) -> bool) -> Option<Cell> {
        let mut at = self.neighbor(from, step)?;
        let goes_on_filled = !is_blank(from) && !is_blank(at);
        while let Some(next) = self.neighbor(at, step) {
            match goes_on_filled {
                true if is_blank(next) => break,
                false if !is_blank(at) => break,
                _ => at = next,
            }
        }
        Some(at)
    }

    /// The grid columns that a figure covers.
    pub fn columns_of(&self, cell: Cell) -> Option<Range<usize>> {
        let lines = self.lines();
        let (row, position) = place(&lines, cell)?;
        let (first, end, _) = lines[row][position];
        Some(first..end)
    }

    /// The figures between two corners, row by row.
    pub fn block(&self, corner: Cell, opposite: Cell) -> Vec<Vec<Cell>> {
        let lines = self.lines();
        let (Some(a), Some(b)) = (place(&lines, corner), place(&lines, opposite)) else {
            return Vec::new();
        };
        let (a_slot, b_slot) = (lines[a.0][a.1], lines[b.0][b.1]);
        let columns = a_slot.0.min(b_slot.0)..a_slot.1.max(b_slot.1);
        let touches = |&&(first, end, _): &&Slot| first < columns.end && columns.start < end;
        let rows = lines[a.0.min(b.0)..=a.0.max(b.0)].iter();
        rows.map(|line| {
            line.iter()
                .filter(touches)
                .map(|&(.., cell)| cell)
                .collect()
        })
        .collect()
    }

    /// Lays rows of values onto the figures from one cell on, to the right and down.
    pub fn lay(&self, form: &Form, from: Cell, rows: &[Vec<String>]) -> Laid {
        let mut laid = Laid::default();
        let mut row_start = Some(from);
        for row in rows {
            let mut at = row_start;
            for value in row {
                match at {
                    // A total that is pasted stays computed where nothing was in the clipboard for it.
                    Some(cell) if !(form.is_total(cell) && value.trim().is_empty()) => {
                        laid.filled.push((cell, value.clone()));
                    }
                    Some(_) => {}
                    None if value.trim().is_empty() => {}
                    None => laid.outside.push(value.clone()),
                }
                at = at.and_then(|cell| self.neighbor(cell, Step::Right));
            }
            row_start = row_start.and_then(|cell| self.neighbor(cell, Step::Down));
        }
        laid
    }
}

/// Row and position of a figure.
fn place(lines: &[Vec<Slot>], of: Cell) -> Option<(usize, usize)> {
    lines.iter().enumerate().find_map(|(row, line)| {
        let position = line.iter().position(|&(.., cell)| cell == of)?;
        Some((row, position))
    })
}

/// The rows and values of text as spreadsheets put it on the clipboard: tabs between values, quotes around those with line breaks.
pub fn rows_of(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.trim_end_matches(['\r', '\n']).chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("begins with a row");
        let value = row.last_mut().expect("begins with a value");
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                value.push('"');
            }
            '"' if is_quoted || value.is_empty() => is_quoted = !is_quoted,
            '\t' if !is_quoted => row.push(String::new()),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            '\r' if letters.peek() == Some(&'\n') => {}
            _ => value.push(letter),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> &'static Form {
        Form::for_year(2025)
    }

    fn cell(table: &str, row: &str, column: &str) -> Cell {
        form().cell(table, row, column).expect("in the form")
    }

    #[test]
    fn steps_move_as_on_a_spreadsheet_and_stop_at_the_border() {
        let grid = Grid::of_section(form(), 1);
        let (rules, documents) = (
            cell("documents", "rules", "repealed"),
            cell("documents", "normative-documents", "repealed"),
        );
        let license = cell("licenses", "license", "decided");
        for (from, step, to) in [
            (rules, Step::Down, Some(documents)),
            (documents, Step::Down, Some(license)),
            (
                license,
                Step::Up,
                Some(cell("documents", "normative-documents", "issued")),
            ),
            (
                rules,
                Step::Right,
                Some(cell("documents", "rules", "in-force")),
            ),
            (
                rules,
                Step::RowStart,
                Some(cell("documents", "rules", "issued")),
            ),
            (
                rules,
                Step::RowEnd,
                Some(cell("documents", "rules", "in-force")),
            ),
            (
                license,
                Step::First,
                Some(cell("documents", "rules", "issued")),
            ),
            (
                rules,
                Step::Last,
                Some(cell("fees", "administrative-fees", "amount")),
            ),
            (rules, Step::Up, None),
            (license, Step::Right, None),
        ] {
            assert_eq!(grid.neighbor(from, step), to, "{step:?}");
        }
    }

    #[test]
    fn control_with_an_arrow_stops_where_filled_and_blank_meet() {
        let grid = Grid::of_section(form(), 3);
        let cells: Vec<_> = form()
            .tables_of(3)
            .flat_map(|table| table.cells())
            .collect();
        let filled = [1, 2, 3, 7];
        let is_blank = |cell: Cell| !filled.iter().any(|&idx| cells[idx] == cell);
        let edge = |from: usize, step| {
            let to = grid.edge(cells[from], step, is_blank)?;
            cells.iter().position(|&cell| cell == to)
        };
        assert_eq!(edge(0, Step::Right), Some(1));
        assert_eq!(edge(1, Step::Right), Some(3));
        assert_eq!(edge(3, Step::Right), Some(7));
        assert_eq!(edge(7, Step::Right), Some(14));
        assert_eq!(edge(14, Step::Left), Some(7));
        assert_eq!(edge(14, Step::Right), None);
    }

    #[test]
    fn a_block_reaches_from_corner_to_corner_whichever_came_first() {
        let grid = Grid::of_section(form(), 1);
        let (a, b) = (
            cell("documents", "rules", "in-force"),
            cell("licenses", "license", "decided"),
        );
        let block = grid.block(a, b);
        assert_eq!(block, grid.block(b, a));
        assert_eq!(block.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 1]);
        assert_eq!(grid.block(a, a), [[a]]);
    }

    #[test]
    fn a_pasted_block_fills_right_and_down_and_tells_what_is_beyond() {
        let grid = Grid::of_section(form(), 1);
        let from = cell("documents", "rules", "repealed");
        let laid = grid.lay(form(), from, &rows_of("1\t2\t3\r\n4\t\t\r\n"));
        let filled: Vec<_> = laid
            .filled
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        assert_eq!(filled, ["1", "2", "4", ""]);
        assert_eq!(laid.outside, ["3"]);
    }

    #[test]
    fn quoted_values_keep_their_tabs_breaks_and_quotes() {
        let rows = rows_of("a\t\"b\nc \"\"d\"\"\"\r\n5\"\t\n");
        assert_eq!(rows, [["a", "b\nc \"d\""], ["5\"", ""]]);
        assert_eq!(rows_of("7"), [["7"]]);
    }
}
