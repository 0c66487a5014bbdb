//! A walk through an RTF document, with what is open on the way.

mod ends;

use super::fonts::{Chosen, Fonts};
use super::group::{BESIDE, Group, KEPT, Looks, Place, SKIPPED, is_of_table};
use super::tokens::{Token, tokens};
use crate::ReadError;
use crate::budget::Budget;
use crate::containers::rows::{RowDefinition, Rows};
use crate::page::Page;
use crate::written::Written;

/// Groups within groups; Word makes some twenty.
const MAX_GROUPS: usize = 1_000;

/// Cells that a row defines; Word has 63.
const MAX_CELLS: usize = 1_000;

/// Styles of a table of contents.
const MAX_STYLES: usize = 1_000;

/// Colors of one document; real ones have some dozens.
const MAX_COLORS: usize = 10_000;

/// What was being read where a text box or a note stands.
struct Around {
    /// How many groups were open.
    depth: usize,
    written: Written,
    paragraph: Paragraph,
    /// Whether what is read now stands beside the text.
    is_beside: bool,
}

/// A walk through a document.
pub(super) struct Walk<'b> {
    fonts: Fonts,
    groups: Vec<Group>,
    group: Group,
    /// The group began with the mark that it may be skipped.
    may_skip: bool,
    /// Bytes of text that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a character beyond the first 65,536.
    high: Option<u16>,
    /// Stand-ins that are still to be skipped.
    n_skipped: usize,
    written: Written,
    around: Vec<Around>,
    paragraph: Paragraph,
    /// Name and number of the style that is defined.
    name: String,
    style: i32,
    contents_styles: Vec<i32>,
    /// Which colors are white, and the parts of the one that is defined.
    white: Vec<bool>,
    color: [i32; 3],
    rows: Rows<'b>,
    row: RowDefinition,
    inner_row: RowDefinition,
    next: Next,
}

/// What is set for a paragraph.
#[derive(Clone, Copy, Default)]
struct Paragraph {
    is_in_table: bool,
    depth: Option<usize>,
    style: i32,
}

/// What is set for the next cell that a row defines.
#[derive(Clone, Copy, Default)]
struct Next {
    left: i32,
    is_begin: bool,
    is_continued: bool,
    continues_left: bool,
}

impl<'b> Walk<'b> {
    pub(super) fn new(budget: &'b mut Budget) -> Walk<'b> {
        Walk {
            fonts: Fonts::default(),
            groups: Vec::new(),
            group: Group::default(),
            may_skip: false,
            bytes: Vec::new(),
            high: None,
            n_skipped: 0,
            written: Written::default(),
            around: Vec::new(),
            paragraph: Paragraph::default(),
            name: String::new(),
            style: 0,
            contents_styles: Vec::new(),
            white: Vec::new(),
            color: [0; 3],
            rows: Rows::new(budget),
            row: RowDefinition::default(),
            inner_row: RowDefinition::default(),
            next: Next::default(),
        }
    }

    /// The document.
    pub(super) fn page(mut self, bytes: &[u8]) -> Result<Page, ReadError> {
        for token in tokens(bytes) {
            if !matches!(token, Token::Byte(_)) {
                self.decode();
            }
            match token {
                Token::Begin => self.begin()?,
                Token::End => self.end()?,
                Token::Byte(byte) => self.byte(byte),
                Token::Word(word, number) => self.word(word, number)?,
                Token::Symbol(symbol) => self.symbol(symbol),
            }
        }
        self.decode();
        self.end_paragraph()?;
        self.rows.into_page()
    }

    fn begin(&mut self) -> Result<(), ReadError> {
        if self.groups.len() > MAX_GROUPS {
            return Err(ReadError::TooLarge);
        }
        self.groups.push(self.group);
        self.group.is_numbering = false;
        self.n_skipped = 0;
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadError> {
        self.n_skipped = 0;
        self.may_skip = false;
        let ended = self.group;
        match ended.place {
            Place::Printed if ended.is_numbering => self.end_number(ended.number_from),
            Place::Styles => self.end_style(),
            _ => {}
        }
        let depth = self.groups.len();
        if self
            .around
            .last()
            .is_some_and(|around| around.depth == depth)
        {
            self.end_paragraph()?;
            if let Some(around) = self.around.pop() {
                (self.written, self.paragraph) = (around.written, around.paragraph);
            }
        }
        if let Some(outer) = self.groups.pop() {
            self.group = outer;
        }
        Ok(())
    }

    /// What is printed as a number has a tab behind it, and a bullet is none.
    fn end_number(&mut self, from: usize) {
        let text = &mut self.written.text;
        let number = text.split_off(from.min(text.len()));
        if number.contains(char::is_alphanumeric) {
            *text += number.trim_end_matches('\t');
        }
    }

    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.name);
        if name.trim_start().to_lowercase().starts_with("toc ")
            && self.contents_styles.len() < MAX_STYLES
        {
            self.contents_styles.push(self.style);
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.n_skipped > 0 {
            self.n_skipped -= 1;
        } else if self.group.place == Place::ColorTable {
            if byte == b';' && self.white.len() < MAX_COLORS {
                self.white.push(self.color == [255; 3]);
                self.color = [0; 3];
            }
        } else {
            self.bytes.push(byte);
        }
        self.may_skip = false;
    }

    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        if self.is_text() {
            let text = self.fonts.decoded(&bytes, self.group.fonts);
            self.push(&text);
        }
    }

    fn is_text(&self) -> bool {
        matches!(self.group.place, Place::Printed | Place::Styles)
    }

    fn push(&mut self, text: &str) {
        match self.group.place {
            Place::Printed => self.written.push(text, self.group.look.style()),
            Place::Styles => self.name += text,
            _ => {}
        }
    }

    /// Sets what is being read aside for what a group holds.
    fn begin_apart(&mut self, is_beside: bool) {
        self.group.place = Place::Printed;
        let paragraph = match is_beside {
            true => Paragraph::default(),
            false => self.paragraph,
        };
        self.around.push(Around {
            depth: self.groups.len(),
            written: std::mem::take(&mut self.written),
            paragraph: std::mem::replace(&mut self.paragraph, paragraph),
            is_beside,
        });
    }

    fn is_beside(&self) -> bool {
        self.around.iter().any(|around| around.is_beside)
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.may_skip = true,
            b'~' => self.push("\u{a0}"),
            b'_' => self.push("-"),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) -> Result<(), ReadError> {
        let may_skip = std::mem::take(&mut self.may_skip);
        if SKIPPED.contains(&word) || (may_skip && !KEPT.contains(&word) && !BESIDE.contains(&word))
        {
            self.group.place = Place::Skipped;
        }
        match (self.group.place, word) {
            (Place::Skipped, _) => return Ok(()),
            (Place::FontTable, "fcharset") => {
                let charset = number.unwrap_or(0);
                self.fonts.set_charset(self.group.fonts.font, charset);
            }
            (Place::ColorTable, "red") => self.color[0] = number.unwrap_or(0),
            (Place::ColorTable, "green") => self.color[1] = number.unwrap_or(0),
            (Place::ColorTable, "blue") => self.color[2] = number.unwrap_or(0),
            (Place::Drawing, "shptxt" | "dptxbxtext") => self.begin_apart(false),
            (Place::Printed, word) if BESIDE.contains(&word) => self.begin_apart(true),
            (Place::Printed, _) if self.is_beside() && is_of_table(word) => {
                self.end_beside(word)?;
            }
            (Place::Printed, _) if self.structure(word, number)? => {}
            _ => self.setting(word, number),
        }
        Ok(())
    }

    /// Ends of paragraphs, cells and rows, and what rows define; false for other words.
    fn structure(&mut self, word: &str, number: Option<i32>) -> Result<bool, ReadError> {
        match word {
            "par" | "sect" | "page" => self.end_paragraph()?,
            "cell" => {
                let depth = self.depth().max(1);
                self.end_cell(depth)?;
            }
            "nestcell" => {
                let depth = self.depth().max(2);
                self.end_cell(depth)?;
            }
            "row" => {
                self.rows.set_depth(1)?;
                self.rows.push_paragraph(&mut self.written)?;
                self.rows.end_row(&self.row)?;
            }
            "nestrow" => {
                self.rows.set_depth(self.rows.depth().max(2))?;
                self.rows.push_paragraph(&mut self.written)?;
                self.rows.end_row(&self.inner_row)?;
            }
            "trowd" => {
                *self.definition() = RowDefinition::default();
                self.next = Next::default();
            }
            "trleft" => self.next.left = number.unwrap_or(0),
            "clvmgf" => self.next.is_begin = true,
            "clvmrg" => self.next.is_continued = true,
            "clmrg" => self.next.continues_left = true,
            "cellx" => self.define_cell(number.unwrap_or(0))?,
            "pard" => self.paragraph = Paragraph::default(),
            "intbl" => self.paragraph.is_in_table = true,
            "itap" => self.paragraph.depth = number.and_then(|depth| usize::try_from(depth).ok()),
            "tab" => self.push("\t"),
            "line" | "column" => self.push("\n"),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" => self.push("\u{3000}"),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// What holds for the text to come.
    fn setting(&mut self, word: &str, number: Option<i32>) {
        match word {
            "ansicpg" => self.fonts.set_code_page(number.unwrap_or(0)),
            "fonttbl" => self.group.place = Place::FontTable,
            "colortbl" => self.group.place = Place::ColorTable,
            "stylesheet" => {
                self.group.place = Place::Styles;
                self.name.clear();
            }
            "shpinst" | "do" => self.group.place = Place::Drawing,
            "listtext" | "pntext" => {
                self.group.is_numbering = true;
                self.group.number_from = self.written.text.len();
            }
            "nesttableprops" => self.group.is_of_inner_row = true,
            "s" if self.group.place == Place::Styles => {
                self.style = number.unwrap_or(0);
                self.name.clear();
            }
            "s" => self.paragraph.style = number.unwrap_or(0),
            "plain" => {
                self.group.look = Looks::default();
                self.group.fonts = Chosen::default();
            }
            "f" => self.group.fonts.font = number.unwrap_or(0),
            "loch" | "hich" => self.group.is_wide_next = false,
            "dbch" => self.group.is_wide_next = true,
            "af" if self.group.is_wide_next => self.group.fonts.wide = number,
            "uc" => self.group.n_stand_ins = number.and_then(|n| usize::try_from(n).ok()),
            "u" => self.unicode(number.unwrap_or(0)),
            word => self.group.look.set(word, number, &self.white),
        }
    }

    /// A character by its number, which may be negative, and may be half of one.
    fn unicode(&mut self, number: i32) {
        let high = self.high.take();
        if let Ok(unit) = u16::try_from(number.rem_euclid(0x1_0000)) {
            match (
                high,
                char::decode_utf16(high.into_iter().chain([unit])).next(),
            ) {
                (_, Some(Ok(c))) => self.push(c.encode_utf8(&mut [0; 4])),
                (None, _) if (0xD800..0xDC00).contains(&unit) => self.high = Some(unit),
                _ => self.push("\u{fffd}"),
            }
        }
        self.n_skipped = self.group.n_stand_ins.unwrap_or(1);
    }
}
