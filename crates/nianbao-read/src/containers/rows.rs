//! Paragraphs, cells and rows as old word processors keep them: each ends with a mark, and a row's end says
//! where the edges of its cells are.
//!
//! A row whose cells are not as many as its end defines is handed on without columns: nobody knows which is which.

use crate::ReadError;
use crate::budget::{Budget, MAX_COLUMNS};
use crate::docx::table::{Merge, Table};
use crate::page::{Aside, Block, Look, LooseCell, Page, joined};
use crate::written::{Written, left_out};

/// Edges this near each other are one, in twentieths of a point; the form's narrowest column has some 590.
const NEAR: i32 = 100;

/// Tables within tables; old sites and templates have three.
const MAX_DEPTH: usize = 32;

/// What has been read, with the tables that are open.
pub(crate) struct Rows<'b> {
    pub(crate) budget: &'b mut Budget,
    body: Vec<Block>,
    tables: Vec<OpenTable>,
    n_loose: usize,
}

/// The cells of a row as its end defines them.
#[derive(Default)]
pub(crate) struct RowDefinition {
    pub(crate) cells: Vec<Edges>,
    /// Whether it was changed in a way that is not understood.
    pub(crate) is_unsure: bool,
}

/// A cell between two edges, in twentieths of a point.
#[derive(Clone, Copy)]
pub(crate) struct Edges {
    pub(crate) left: i32,
    pub(crate) right: i32,
    pub(crate) vertical: Merge,
    /// It belongs to the cell on its left.
    pub(crate) continues_left: bool,
}

#[derive(Default)]
struct OpenTable {
    rows: Vec<Row>,
    /// The cells of the row that have ended.
    cells: Vec<Cell>,
    cell: Cell,
}

#[derive(Default)]
struct Cell {
    blocks: Vec<Block>,
    /// A field ends in it, of which nothing is printed.
    ends_field: bool,
}

enum Row {
    Cells(Vec<(Edges, Vec<Block>)>),
    Loose(Vec<LooseCell>),
}

impl<'b> Rows<'b> {
    pub(crate) fn new(budget: &'b mut Budget) -> Rows<'b> {
        Rows {
            budget,
            body: Vec::new(),
            tables: Vec::new(),
            n_loose: 0,
        }
    }

    /// Ends and begins tables until so many are open, one within the other.
    pub(crate) fn set_depth(&mut self, depth: usize) -> Result<(), ReadError> {
        if depth > MAX_DEPTH {
            return Err(ReadError::TooLarge);
        }
        while self.tables.len() > depth {
            self.end_table()?;
        }
        self.tables.resize_with(depth, OpenTable::default);
        Ok(())
    }

    /// Whether a row has begun whose end has not come.
    pub(crate) fn is_in_row(&self) -> bool {
        self.tables
            .last()
            .is_some_and(|table| !table.cells.is_empty())
    }

    /// How many tables are open, one within the other.
    pub(crate) fn depth(&self) -> usize {
        self.tables.len()
    }

    /// Adds a paragraph, leaving nothing of it.
    pub(crate) fn push_paragraph(&mut self, written: &mut Written) -> Result<(), ReadError> {
        if !written.is_empty() {
            self.budget.take_blocks(1 + written.asides.len())?;
            self.flow().extend(written.take_blocks());
        }
        Ok(())
    }

    /// Adds a paragraph that is no part of the text, such as a note or a line of a table of contents.
    pub(crate) fn push_beside(&mut self, written: &mut Written) -> Result<(), ReadError> {
        let beside = left_out(written.take_blocks().collect(), Look::Beside);
        self.budget.take_blocks(beside.len())?;
        self.body.extend(beside);
        Ok(())
    }

    /// Notes that a field ended in the open cell.
    pub(crate) fn note_field(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.cell.ends_field = true;
        }
    }

    pub(crate) fn end_cell(&mut self) -> Result<(), ReadError> {
        self.budget.take_blocks(1)?;
        if let Some(table) = self.tables.last_mut() {
            let cell = std::mem::take(&mut table.cell);
            table.cells.push(cell);
        }
        Ok(())
    }

    /// Ends a row.
    pub(crate) fn end_row(&mut self, definition: &RowDefinition) -> Result<(), ReadError> {
        self.budget.take_blocks(1)?;
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let mut cells = table.take_cells();
        if cells.len() > definition.cells.len() {
            // The end of a field may have been left as a cell of its own.
            cells.retain(|cell| !cell.ends_field || !cell.blocks.is_empty());
        }
        let row = match cells.len() == definition.cells.len() && !definition.is_unsure {
            true => {
                let blocks = cells.into_iter().map(|cell| cell.blocks);
                Row::Cells(definition.cells.iter().copied().zip(blocks).collect())
            }
            false => {
                self.n_loose += 1;
                Row::loose(cells)
            }
        };
        table.rows.push(row);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        let Some(mut table) = self.tables.pop() else {
            return Ok(());
        };
        // A row that was cut off has cells all the same.
        let cells = table.take_cells();
        if !cells.is_empty() {
            self.n_loose += 1;
            table.rows.push(Row::loose(cells));
        }
        let (blocks, n_loose) = into_blocks(table.rows, self.budget)?;
        self.n_loose += n_loose;
        self.flow().extend(blocks);
        Ok(())
    }

    /// Where paragraphs and inner tables go: the open cell of the innermost table, or the body.
    fn flow(&mut self) -> &mut Vec<Block> {
        match self.tables.last_mut() {
            Some(table) => &mut table.cell.blocks,
            None => &mut self.body,
        }
    }

    /// The document.
    pub(crate) fn into_page(mut self) -> Result<Page, ReadError> {
        self.set_depth(0)?;
        let n = self.n_loose;
        let remark = format!(
            "有 {n} 行表格的格子数与文件里的定义不一致，分不清各格属于哪一列，请逐格核对。"
        );
        Ok(Page {
            blocks: self.body,
            remarks: if n > 0 { vec![remark] } else { Vec::new() },
            ..Page::default()
        })
    }
}

impl OpenTable {
    fn take_cells(&mut self) -> Vec<Cell> {
        let rest = std::mem::take(&mut self.cell);
        let mut cells = std::mem::take(&mut self.cells);
        if !rest.blocks.is_empty() {
            cells.push(rest);
        }
        cells
    }
}

impl Row {
    fn loose(cells: Vec<Cell>) -> Row {
        let blocks = cells.into_iter().map(|cell| cell.blocks);
        Row::Loose(blocks.map(loose).collect())
    }
}

/// The rows of one table as blocks, and how many of them have cells without a column of their own.
fn into_blocks(rows: Vec<Row>, budget: &mut Budget) -> Result<(Vec<Block>, usize), ReadError> {
    let columns = Columns::of(&rows)?;
    let mut blocks = Vec::new();
    let mut n_loose = 0;
    let mut table = Table::default();
    for row in rows {
        let cells = match row {
            Row::Cells(cells) if columns.hold(&cells) => cells,
            row => {
                blocks.extend(std::mem::take(&mut table).into_blocks(budget)?);
                blocks.push(Block::Cells(match row {
                    Row::Loose(cells) => cells,
                    Row::Cells(cells) => {
                        n_loose += 1;
                        cells.into_iter().map(|(_, blocks)| loose(blocks)).collect()
                    }
                }));
                continue;
            }
        };
        table.begin_row();
        for (edges, blocks) in cells {
            let (first, end) = columns.of_cell(&edges);
            table.row().column = first;
            table.begin_cell()?;
            if let Some(cell) = table.row().cells.last_mut() {
                cell.width = end - first;
                cell.vertical = edges.vertical;
                cell.continues_left = edges.continues_left;
            }
            table.end_cell(blocks);
        }
    }
    blocks.extend(table.into_blocks(budget)?);
    Ok((blocks, n_loose))
}

/// Where the columns of a table begin: the edges of all its rows, those that are near each other as one.
struct Columns(Vec<i32>);

impl Columns {
    fn of(rows: &[Row]) -> Result<Columns, ReadError> {
        let cells = rows.iter().flat_map(|row| match row {
            Row::Cells(cells) => &cells[..],
            Row::Loose(_) => &[],
        });
        let mut edges: Vec<_> = cells
            .flat_map(|(cell, _)| [cell.left, cell.right])
            .collect();
        edges.sort_unstable();
        edges.dedup_by(|later, first| later.saturating_sub(*first) <= NEAR);
        match edges.len() > MAX_COLUMNS {
            true => Err(ReadError::TooLarge),
            false => Ok(Columns(edges)),
        }
    }

    /// The first column of a cell and the first after it.
    fn of_cell(&self, cell: &Edges) -> (usize, usize) {
        let column = |at: i32| self.0.partition_point(|edge| *edge <= at).saturating_sub(1);
        (column(cell.left), column(cell.right))
    }

    /// Whether each of the cells has columns of its own.
    fn hold(&self, cells: &[(Edges, Vec<Block>)]) -> bool {
        let mut last_end = 0;
        cells.iter().all(|(edges, _)| {
            let (first, end) = self.of_cell(edges);
            let is_apart = first >= last_end && end > first;
            last_end = end;
            is_apart
        })
    }
}

/// A cell of a row whose columns are not known; how sure its figure is, its row cannot say.
fn loose(blocks: Vec<Block>) -> LooseCell {
    let mut asides = Vec::new();
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) => texts.push(text),
            Block::Cells(cells) => {
                texts.push(joined(&cells, " "));
                asides.extend(cells.into_iter().flat_map(|cell| cell.asides));
            }
            Block::Table(rows) => {
                let mut inner = Vec::new();
                for cell in rows.into_iter().flatten() {
                    inner.push(cell.text.trim().to_owned());
                    asides.extend(cell.asides);
                }
                texts.push(inner.join(" "));
            }
            Block::Aside(aside) => asides.push(aside),
        }
    }
    asides.push(Aside {
        look: Look::Misfit,
        text: String::new(),
    });
    LooseCell {
        text: texts.join("\n"),
        asides,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::drawn;
    use crate::written::Style;

    /// A row of cells with the edges of its definition.
    fn row(rows: &mut Rows, edges: &[i32], texts: &[&str]) {
        rows.set_depth(1).expect("one table");
        for text in texts {
            let mut written = Written::default();
            written.push(text, Style::default());
            rows.push_paragraph(&mut written).expect("a paragraph");
            rows.end_cell().expect("a cell");
        }
        let cells = edges.windows(2).map(|pair| Edges {
            left: pair[0],
            right: pair[1],
            vertical: Merge::None,
            continues_left: false,
        });
        rows.end_row(&RowDefinition {
            cells: cells.collect(),
            is_unsure: false,
        })
        .expect("a row");
    }

    #[test]
    fn edges_of_different_rows_make_columns() {
        let mut budget = Budget::default();
        let mut rows = Rows::new(&mut budget);
        row(&mut rows, &[-108, 1000, 3000], &["信息内容", "件数"]);
        row(&mut rows, &[-100, 1010, 2000, 3005], &["规章", "0", "1"]);
        let page = rows.into_page().expect("a page");
        assert_eq!(drawn(&page), "=| 信息内容 | 件数 2x1 |\n | 规章 | 0 | 1 |");
        assert_eq!(page.remarks, Vec::<String>::new());
    }

    #[test]
    fn a_row_that_does_not_fit_its_definition_has_no_columns() {
        for texts in [&["规章", "0"][..], &["规章", "0", "1", "2"]] {
            let mut budget = Budget::default();
            let mut rows = Rows::new(&mut budget);
            row(&mut rows, &[0, 1000, 2000, 3000], texts);
            let page = rows.into_page().expect("a page");
            assert_eq!(drawn(&page), texts.join(" [Misfit ] / ") + " [Misfit ]");
            assert_eq!(page.remarks.len(), 1);
        }
    }

    #[test]
    fn cells_without_width_have_no_columns_either() {
        let mut budget = Budget::default();
        let mut rows = Rows::new(&mut budget);
        row(&mut rows, &[0, 1000, 1000, 3000], &["规章", "0", "1"]);
        let page = rows.into_page().expect("a page");
        assert_eq!(drawn(&page), "规章 [Misfit ] / 0 [Misfit ] / 1 [Misfit ]");
    }

    #[test]
    fn the_end_of_a_field_is_no_cell() {
        let mut budget = Budget::default();
        let mut rows = Rows::new(&mut budget);
        rows.set_depth(1).expect("one table");
        rows.note_field();
        rows.end_cell().expect("a cell");
        row(&mut rows, &[0, 1000, 2000], &["规章", "0"]);
        let page = rows.into_page().expect("a page");
        assert_eq!(drawn(&page), "=| 规章 | 0 |");
    }
}
