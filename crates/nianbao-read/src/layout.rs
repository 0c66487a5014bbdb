//! From characters and lines by their places to paragraphs and tables, for whatever container pages are drawn in.

mod furniture;
mod grid;
mod lines;
pub(crate) mod matrix;
mod paragraphs;
pub(crate) mod path;
mod struck;
mod table;

use super::ReadError;
use super::budget::Budget;
use super::page::{Aside, Block, Look, Page};
use grid::Grid;
use lines::Line;
use paragraphs::Paragraphs;
use table::Table;

/// A character where it stands on the page, y upward, in points.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) c: char,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// The middle of the character's height.
    pub(crate) middle: f64,
    pub(crate) size: f64,
    pub(crate) look: Option<Look>,
}

/// A straight line on the page, along one axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    is_horizontal: bool,
    /// Where it is across its direction.
    at: f64,
    from: f64,
    to: f64,
}

/// A page of the document.
struct Sheet {
    height: f64,
    /// What stands on it, from top to bottom.
    items: Vec<Item>,
    /// What of its text is left out.
    asides: Vec<Aside>,
}

/// What stands on a page.
enum Item {
    Line(Line),
    Table(Table),
}

/// What a page shows.
#[derive(Default)]
pub(crate) struct Canvas {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) rules: Vec<Rule>,
}

/// Pages with their heights as paragraphs and tables, from whatever container they came.
pub(crate) fn laid_out(
    canvases: Vec<(Canvas, f64)>,
    budget: &mut Budget,
) -> Result<Page, ReadError> {
    let mut sheets = Vec::new();
    for (canvas, height) in canvases {
        sheets.push(Sheet::new(canvas, height, budget)?);
    }
    let furniture = furniture::remove(&mut sheets);
    if sheets.iter().all(|sheet| sheet.items.is_empty()) {
        return Err(ReadError::Scanned);
    }
    let mut blocks = blocks(sheets, budget)?;
    blocks.extend((!furniture.is_empty()).then(|| {
        Block::Aside(Aside {
            look: Look::Beside,
            text: furniture.join("  "),
        })
    }));
    Ok(Page {
        blocks,
        ..Page::default()
    })
}

impl Sheet {
    /// The tables of a page and the lines of text around them.
    fn new(mut canvas: Canvas, height: f64, budget: &mut Budget) -> Result<Sheet, ReadError> {
        struck::mark(&mut canvas, budget)?;
        let mut grids = grid::grids(canvas.rules, budget)?;
        budget.take_small_steps(grids.len() * canvas.glyphs.len())?;
        let mut outside = Vec::new();
        for glyph in canvas.glyphs {
            // The smallest grid is the innermost, and the first in order.
            match grids.iter_mut().find(|grid| grid.holds(&glyph)) {
                Some(grid) => grid.put(glyph),
                None => outside.push(glyph),
            }
        }
        let tables = grids.into_iter().filter_map(Grid::into_table);
        let mut items: Vec<_> = tables.map(Item::Table).collect();
        let mut lines = lines::lines(outside);
        // Faint letters matter to figures only.
        let asides = lines
            .iter_mut()
            .flat_map(|line| std::mem::take(&mut line.asides));
        let asides = asides.filter(|aside| !aside.text.is_empty()).collect();
        lines.retain(|line| !line.text.is_empty());
        items.extend(lines.into_iter().map(Item::Line));
        items.sort_by(|a, b| b.top().total_cmp(&a.top()));
        Ok(Sheet {
            height,
            items,
            asides,
        })
    }
}

impl Item {
    fn top(&self) -> f64 {
        match self {
            Item::Line(line) => line.middle,
            Item::Table(table) => table.top,
        }
    }

    fn line(&self) -> Option<&Line> {
        match self {
            Item::Line(line) => Some(line),
            Item::Table(_) => None,
        }
    }
}

/// Joins lines into paragraphs, and tables that a page break parts into one.
fn blocks(sheets: Vec<Sheet>, budget: &mut Budget) -> Result<Vec<Block>, ReadError> {
    let items = sheets.iter().flat_map(|sheet| &sheet.items);
    let margins = paragraphs::margins(items.filter_map(Item::line));
    let mut blocks = Vec::new();
    let mut paragraphs = Paragraphs::new(margins);
    let mut open_table: Option<Table> = None;
    for sheet in sheets {
        blocks.extend(sheet.asides.into_iter().map(Block::Aside));
        for (place, item) in sheet.items.into_iter().enumerate() {
            match item {
                Item::Line(line) => {
                    blocks.extend(close(&mut open_table, budget)?);
                    blocks.extend(paragraphs.push(line, place == 0));
                }
                Item::Table(mut table) => {
                    blocks.extend(paragraphs.end());
                    if place == 0
                        && let Some(above) = open_table.take_if(|above| above.is_as_wide_as(&table))
                    {
                        table = above.followed_by(table);
                    }
                    blocks.extend(close(&mut open_table, budget)?);
                    open_table = Some(table);
                }
            }
        }
    }
    blocks.extend(close(&mut open_table, budget)?);
    blocks.extend(paragraphs.end());
    Ok(blocks)
}

fn close(table: &mut Option<Table>, budget: &mut Budget) -> Result<Option<Block>, ReadError> {
    let table = table.take();
    let rows = table.map(|table| table.into_rows(budget)).transpose()?;
    Ok(rows.map(Block::Table))
}
