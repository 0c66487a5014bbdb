//! From the text with its properties to paragraphs and tables: a mark ends each paragraph, cell and row.

use super::Streams;
use super::lists::Lists;
use super::pieces::{Letter, Pieces};
use super::runs::{Run, Runs};
use super::sprm::{self, Sprm, sprms};
use super::styles::Styles;
use crate::ReadError;
use crate::budget::Budget;
use crate::containers::bytes::{i16_at, size_at, slice_at, u16_at};
use crate::containers::rows::{Edges, RowDefinition, Rows};
use crate::docx::table::Merge;
use crate::page::{Look, Page};
use crate::written::{Style, Written};

/// Fields within fields; Word makes three at most.
const MAX_OPEN_FIELDS: usize = 32;

/// Characters that mean something in a document of Word.
mod mark {
    pub(super) const CELL: char = '\u{7}';
    pub(super) const TAB: char = '\t';
    pub(super) const LINE: char = '\u{b}';
    pub(super) const PAGE: char = '\u{c}';
    pub(super) const PARAGRAPH: char = '\r';
    pub(super) const COLUMN: char = '\u{e}';
    pub(super) const FIELD: char = '\u{13}';
    pub(super) const FIELD_RESULT: char = '\u{14}';
    pub(super) const FIELD_END: char = '\u{15}';
    pub(super) const HYPHEN: char = '\u{1e}';
}

/// Everything the text is read with.
pub(super) struct Walk<'a> {
    pub(super) streams: &'a Streams,
    pub(super) pieces: &'a Pieces<'a>,
    pub(super) characters: Runs<'a>,
    pub(super) paragraphs: Runs<'a>,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
}

/// What the mark at the end of a paragraph says.
#[derive(Default)]
struct Properties {
    is_in_table: bool,
    depth: Option<usize>,
    ends_row: bool,
    ends_inner_cell: bool,
    ends_inner_row: bool,
    list: Option<i16>,
    level: Option<u8>,
    row: RowDefinition,
}

/// What has been read.
struct Open<'b> {
    written: Written,
    ends_field: bool,
    /// Fields begun and not ended; whether their result has begun, which is what is printed.
    fields: Vec<bool>,
    rows: Rows<'b>,
}

/// Type this small is not seen, in half points.
const SMALLEST: u16 = 4;

/// Raised by more half points than this, a character is one of a note.
const RAISED_BY: i16 = 3;

impl Walk<'_> {
    /// The document.
    pub(super) fn page(mut self, budget: &mut Budget) -> Result<Page, ReadError> {
        let (pieces, streams) = (self.pieces, self.streams);
        let mut open = Open {
            written: Written::default(),
            ends_field: false,
            fields: Vec::new(),
            rows: Rows::new(budget),
        };
        let mut run: Option<Run> = None;
        let mut style = Style::default();
        let mut last_piece = usize::MAX;
        let mut is_beside = false;
        for letter in pieces.letters(&streams.main) {
            if letter.is_beside && !is_beside {
                // The main text may be cut off.
                open.end_paragraph("", false)?;
                open.rows.set_depth(0)?;
                open.fields.clear();
                is_beside = true;
            }
            let is_same = run.is_some_and(|run| run.holds(letter.at)) && letter.piece == last_piece;
            if !is_same {
                run = self.characters.at(letter.at);
                last_piece = letter.piece;
                style = self.style(run, &letter);
            }
            match letter.c {
                mark::PARAGRAPH | mark::CELL | mark::PAGE if is_beside => {
                    open.rows.push_beside(&mut open.written)?;
                }
                mark::PARAGRAPH | mark::CELL | mark::PAGE => {
                    self.end_paragraph(&letter, &mut open)?;
                }
                c => open.push(c, style),
            }
        }
        // A document that was cut off may end anywhere.
        match is_beside {
            true => open.rows.push_beside(&mut open.written)?,
            false => open.end_paragraph("", false)?,
        }
        open.rows.into_page()
    }

    /// How text looks.
    fn style(&self, run: Option<Run>, letter: &Letter) -> Style {
        let own = run.map_or(&[][..], |run| run.properties);
        let (mut is_deleted, mut is_hidden, mut is_struck) = (false, false, [false; 2]);
        let (mut is_white, mut is_shaded, mut is_tiny) = (false, false, false);
        let mut is_raised = [false; 2];
        for sprm in sprms(own).chain(sprms(self.pieces.change(letter.piece))) {
            let byte = || sprm.operand.first().copied().unwrap_or(0);
            match sprm.code {
                sprm::DELETED => is_deleted = sprm.is_on(),
                sprm::HIDDEN => is_hidden = sprm.is_on(),
                sprm::STRUCK => is_struck[0] = sprm.is_on(),
                sprm::STRUCK_TWICE => is_struck[1] = sprm.is_on(),
                sprm::RAISED => is_raised[0] = byte() != 0,
                sprm::POSITION => {
                    is_raised[1] = i16_at(sprm.operand, 0).is_some_and(|by| by > RAISED_BY);
                }
                sprm::SIZE => is_tiny = u16_at(sprm.operand, 0).is_some_and(|size| size < SMALLEST),
                sprm::COLOR_NUMBER => is_white = byte() == 8,
                sprm::COLOR => is_white = sprm.operand == [255, 255, 255, 0],
                code if sprm::SHADED.contains(&code) => is_shaded = byte() != 0,
                _ => {}
            }
        }
        Style {
            look: match () {
                () if is_deleted => Some(Look::Deleted),
                () if is_hidden || is_tiny => Some(Look::Hidden),
                () if is_struck.contains(&true) => Some(Look::Struck),
                () if is_white && !is_shaded => Some(Look::Faint),
                () => None,
            },
            is_raised: is_raised.contains(&true),
        }
    }

    fn end_paragraph(&mut self, letter: &Letter, open: &mut Open) -> Result<(), ReadError> {
        let run = self.paragraphs.at(letter.at);
        let style = run.map_or(0, |run| run.style);
        let mut properties = Properties::default();
        self.gather(run.map_or(&[], |run| run.properties), &mut properties, true);
        self.gather(self.pieces.change(letter.piece), &mut properties, true);
        let depth = match properties.depth {
            Some(depth) => depth,
            None => usize::from(properties.is_in_table),
        };
        open.rows.set_depth(depth)?;
        let ends_row = match depth {
            0 | 1 => properties.ends_row,
            _ => properties.ends_inner_row,
        };
        if ends_row && depth > 0 {
            open.rows.push_paragraph(&mut open.written)?;
            return open.rows.end_row(&properties.row);
        }
        let number = self.number(style, &properties, open);
        open.end_paragraph(&number, self.styles.is_contents(style))?;
        let ends_cell = match depth {
            0 => false,
            1 => letter.c == mark::CELL,
            _ => properties.ends_inner_cell,
        };
        match ends_cell {
            true => open.rows.end_cell(),
            false => Ok(()),
        }
    }

    /// What numbering prints before the paragraph that ends.
    fn number(&mut self, style: u16, properties: &Properties, open: &Open) -> String {
        let (styled, styled_level) = self.styles.list(style);
        let list = properties.list.or(styled).unwrap_or_default();
        // An empty paragraph of a list prints its number as well, but says nothing.
        if list <= 0 || open.written.text.is_empty() {
            return String::new();
        }
        let level = properties.level.or(styled_level).unwrap_or_default();
        self.lists.next(list, level).unwrap_or_default()
    }

    /// Takes what a list of properties says; long ones are elsewhere.
    fn gather(&self, list: &[u8], properties: &mut Properties, may_be_elsewhere: bool) {
        for sprm in sprms(list) {
            if sprm::ELSEWHERE.contains(&sprm.code) && may_be_elsewhere {
                let elsewhere = size_at(sprm.operand, 0).and_then(|at| {
                    let length = u16_at(&self.streams.data, at)?;
                    slice_at(&self.streams.data, at + 2, usize::from(length))
                });
                self.gather(elsewhere.unwrap_or_default(), properties, false);
            } else {
                properties.take(&sprm);
            }
        }
    }
}

impl Properties {
    fn take(&mut self, sprm: &Sprm) {
        match sprm.code {
            sprm::IN_TABLE => self.is_in_table = sprm.is_on(),
            sprm::DEPTH => self.depth = size_at(sprm.operand, 0),
            sprm::ENDS_ROW => self.ends_row = sprm.is_on(),
            sprm::ENDS_INNER_CELL => self.ends_inner_cell = sprm.is_on(),
            sprm::ENDS_INNER_ROW => self.ends_inner_row = sprm.is_on(),
            sprm::LIST => self.list = i16_at(sprm.operand, 0),
            sprm::LIST_LEVEL => self.level = sprm.operand.first().copied(),
            sprm::DEFINE_ROW => self.row = defined(sprm.operand).unwrap_or_default(),
            sprm::MERGE_CELLS => merge(&mut self.row, sprm.operand),
            sprm::MERGE_UP => merge_up(&mut self.row, sprm.operand),
            code if sprm::RESHAPE_ROW.contains(&code) => self.row.is_unsure = true,
            _ => {}
        }
    }
}

/// The cells that a row's end defines.
fn defined(operand: &[u8]) -> Option<RowDefinition> {
    const CELL_LENGTH: usize = 20;
    let n_cells = usize::from(*operand.first()?);
    let edge = |place: usize| i16_at(operand, 1 + 2 * place).map(i32::from);
    let first_cell = 1 + 2 * (n_cells + 1);
    let mut cells = Vec::new();
    for place in 0..n_cells {
        // Cells at the end that have nothing to say are left out.
        let flags = u16_at(operand, first_cell + CELL_LENGTH * place).unwrap_or_default();
        cells.push(Edges {
            left: edge(place)?,
            right: edge(place + 1)?,
            vertical: vertical(flags >> 5 & 3),
            continues_left: flags & 3 == 1,
        });
    }
    Some(RowDefinition {
        cells,
        is_unsure: false,
    })
}

/// Merges cells from the first place to before the second.
fn merge(row: &mut RowDefinition, operand: &[u8]) {
    let [first, end, ..] = *operand else { return };
    let cells = row.cells.iter_mut().take(usize::from(end));
    for cell in cells.skip(usize::from(first) + 1) {
        cell.continues_left = true;
    }
}

fn merge_up(row: &mut RowDefinition, operand: &[u8]) {
    if let [place, flags, ..] = *operand
        && let Some(cell) = row.cells.get_mut(usize::from(place))
    {
        cell.vertical = vertical(u16::from(flags));
    }
}

fn vertical(flags: u16) -> Merge {
    match flags {
        0 => Merge::None,
        1 => Merge::Continue,
        _ => Merge::Restart,
    }
}

impl Open<'_> {
    fn push(&mut self, c: char, style: Style) {
        let is_printed = !self.fields.contains(&false);
        let c = match c {
            // A field is one also where its marks are hidden.
            mark::FIELD | mark::FIELD_RESULT | mark::FIELD_END => return self.field(c),
            _ if !is_printed => return,
            mark::TAB => '\t',
            mark::LINE | mark::COLUMN => '\n',
            mark::HYPHEN => '-',
            // Pictures, notes and whatever else has a character for its place.
            '\0'..' ' => return,
            c => c,
        };
        self.written.push(c.encode_utf8(&mut [0; 4]), style);
    }

    fn field(&mut self, c: char) {
        match c {
            mark::FIELD if self.fields.len() < MAX_OPEN_FIELDS => self.fields.push(false),
            mark::FIELD_RESULT => {
                if let Some(in_result) = self.fields.last_mut() {
                    *in_result = true;
                }
            }
            mark::FIELD_END => {
                self.fields.pop();
                self.ends_field = true;
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self, number: &str, is_contents_entry: bool) -> Result<(), ReadError> {
        if std::mem::take(&mut self.ends_field) {
            self.rows.note_field();
        }
        // A field whose result never begins would swallow the rest of the document.
        if self.rows.depth() == 0 {
            self.fields.retain(|in_result| *in_result);
        }
        if !self.written.text.is_empty() {
            self.written.text.insert_str(0, number);
        }
        match is_contents_entry {
            true => self.rows.push_beside(&mut self.written),
            false => self.rows.push_paragraph(&mut self.written),
        }
    }
}
