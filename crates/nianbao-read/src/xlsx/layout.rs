//! Tells the tables of a sheet from the lines of text above, between and below them.

use super::rich::Text;
use super::sheet::{Row, Sheet};
use crate::ReadError;
use crate::budget::Budget;
use crate::page::{Aside, Block, Look, PageCell};

/// The numbers of section headings.
const ORDINALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Appends what a sheet shows.
pub(crate) fn push_blocks(
    sheet: &Sheet,
    blocks: &mut Vec<Block>,
    budget: &mut Budget,
) -> Result<(), ReadError> {
    let mut rest = &sheet.rows[..];
    while !rest.is_empty() {
        let run;
        (run, rest) = rest.split_at(sheet.n_adjacent(rest));
        let lines = sheet.lines(run);
        let mut first = 0;
        while first < run.len() {
            let is_line = lines[first];
            let n_alike = lines[first..].iter().take_while(|line| **line == is_line);
            let part = &run[first..first + n_alike.count()];
            first += part.len();
            if is_line {
                for (_, text) in part.iter().flat_map(|row| &row.cells) {
                    blocks.push(Block::Paragraph(text.text.clone()));
                    blocks.extend(text.asides.iter().cloned().map(Block::Aside));
                }
            } else {
                let (table, covered) = sheet.table(part, budget)?;
                blocks.push(Block::Table(table));
                blocks.extend(covered);
            }
        }
    }
    blocks.extend(sheet.asides.iter().cloned().map(Block::Aside));
    Ok(())
}

impl Sheet {
    /// How many of these rows follow each other without a gap; a merged cell bridges one.
    fn n_adjacent(&self, rows: &[Row]) -> usize {
        let mut next = rows[0].place;
        let adjacent = rows.iter().take_while(|row| {
            while next < row.place && self.hidden_rows.contains(&next) {
                next += 1;
            }
            let is_adjacent = row.place <= next;
            next = next.max(row.place + 1);
            for (column, _) in &row.cells {
                if let Some((height, _)) = self.merged.get(&(row.place, *column)) {
                    next = next.max(row.place + height);
                }
            }
            is_adjacent
        });
        adjacent.count()
    }

    /// Which rows of a run are lines of text, rather than rows of a table.
    fn lines(&self, run: &[Row]) -> Vec<bool> {
        let (first_column, end_column) = columns(run);
        let run_has_border = run.iter().any(|row| row.has_border);
        let is_single = |row: &Row| {
            let [(column, Text { text, .. })] = &row.cells[..] else {
                return false;
            };
            let merged = self.merged.get(&(row.place, *column));
            let fills_row = row.n_present == 1
                || *column == first_column
                    && merged.is_some_and(|(_, width)| column + width >= end_column);
            match () {
                // A row of a table without its figures is no line of text, unless it is drawn outside the table.
                () if !fills_row => run_has_border && !row.has_border,
                () if text.starts_with(ORDINALS) && text.chars().nth(1) == Some('、') => true,
                () => !row.has_border,
            }
        };
        let single: Vec<_> = run.iter().map(is_single).collect();
        if run_has_border {
            return single;
        }
        // Without borders, only a heading ends a table; other lines stand above or below.
        let above = single.iter().take_while(|single| **single).count();
        let below = single.iter().rev().take_while(|single| **single).count();
        let is_heading = |row: &Row| row.cells[0].1.text.starts_with(ORDINALS);
        let is_outside = |place| place < above || place >= run.len() - below;
        (run.iter().zip(single).enumerate())
            .map(|(place, (row, single))| single && (is_outside(place) || is_heading(row)))
            .collect()
    }

    /// Rows as a table with all its blank cells, and what is covered by merged ones.
    fn table(
        &self,
        rows: &[Row],
        budget: &mut Budget,
    ) -> Result<(Vec<Vec<PageCell>>, Vec<Block>), ReadError> {
        let (first_column, end_column) = columns(rows);
        let first_row = rows.first().map_or(0, |row| row.place);
        let end_row = rows.last().map_or(0, |row| row.place + 1);
        budget.take_area(end_row - first_row, end_column - first_column)?;
        let mut rows = rows.iter().peekable();
        let mut table = Vec::with_capacity(end_row - first_row);
        let mut covered_texts = Vec::new();
        // For each column the first row that no merged cell from above covers.
        let mut free_from = vec![0; end_column - first_column];
        for place in first_row..end_row {
            let row = rows.next_if(|row| row.place == place);
            let mut texts = row.map_or(&[][..], |row| &row.cells).iter().peekable();
            let mut cells = Vec::new();
            for column in first_column..end_column {
                let text = texts.next_if(|(text_column, _)| *text_column == column);
                if free_from[column - first_column] > place {
                    let hidden = text.map(|(_, text)| text.text.clone());
                    covered_texts.extend(hidden.map(|text| {
                        Block::Aside(Aside {
                            look: Look::Hidden,
                            text,
                        })
                    }));
                    continue;
                }
                let merged = self.merged.get(&(place, column)).copied();
                let (height, width) = merged.unwrap_or((1, 1));
                let height = height.min(end_row - place);
                let width = width.min(end_column - column);
                let covered = column - first_column..column - first_column + width;
                free_from[covered].fill(place + height);
                budget.take_blocks(1)?;
                cells.push(PageCell {
                    column: column - first_column,
                    width,
                    height,
                    text: text.map_or(String::new(), |(_, text)| text.text.clone()),
                    asides: text.map_or(Vec::new(), |(_, text)| text.asides.clone()),
                });
            }
            table.push(cells);
        }
        Ok((table, covered_texts))
    }
}

/// The first column with text in any of these rows, and the first after the last such column.
fn columns(rows: &[Row]) -> (usize, usize) {
    let columns = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .map(|(column, _)| *column)
    };
    (
        columns().min().unwrap_or(0),
        columns().max().map_or(0, |column| column + 1),
    )
}
