//! Reads the binary documents of Word 97 to 2003, which WPS writes as well.
//!
//! Format: [MS-DOC]. The text lies in pieces; properties of characters and of paragraphs lie beside it,
//! by the place of the text in the file, and a table is what the marks at the ends of its cells and rows say.

mod lists;
mod pieces;
mod runs;
mod sprm;
mod styles;
mod walk;

use super::bytes::{size_at, slice_at, u16_at};
use crate::ReadError;
use crate::budget::Budget;
use crate::container::Ole;
use crate::container::{Container, Content};
use crate::kinds;
use crate::page::Page;
use lists::Lists;
use pieces::Pieces;
use runs::Runs;
use styles::Styles;
use walk::Walk;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::DOC,
    is: |sample| sample.has_stream("WordDocument"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// What the first bytes of the main stream are from Word 6 on.
const MAGIC: u16 = 0xA5EC;

/// The version of Word 97; earlier ones lay the file out otherwise.
const WORD_97: u16 = 0xC1;

/// Places in the file information block.
mod fib {
    pub(super) const VERSION: usize = 0x02;
    pub(super) const FLAGS: usize = 0x0A;
    pub(super) const TEXT_LENGTH: usize = 0x4C;
    /// Lengths of notes, headers, macros, comments, notes at the end, text boxes, and those of headers.
    pub(super) const OTHER_LENGTHS: [usize; 7] = [0x50, 0x54, 0x58, 0x5C, 0x60, 0x64, 0x68];
    pub(super) const STYLES: usize = 0xA2;
    pub(super) const CHARACTER_PAGES: usize = 0xFA;
    pub(super) const PARAGRAPH_PAGES: usize = 0x102;
    pub(super) const PIECES: usize = 0x1A2;
    pub(super) const LISTS: usize = 0x2E2;
    pub(super) const LIST_OVERRIDES: usize = 0x2EA;
}

/// The streams of a document.
struct Streams {
    /// File information, text and pages of properties.
    main: Vec<u8>,
    /// Where all these are.
    table: Vec<u8>,
    /// Properties that are too long for the pages.
    data: Vec<u8>,
}

impl Streams {
    /// A part of the table stream; empty where the document has none.
    fn part(&self, at: usize) -> &[u8] {
        self.range(at)
            .and_then(|(start, length)| slice_at(&self.table, start, length))
            .unwrap_or_default()
    }

    /// Where in the table stream a part begins and how long it is.
    fn range(&self, at: usize) -> Option<(usize, usize)> {
        Some((size_at(&self.main, at)?, size_at(&self.main, at + 4)?))
    }
}

/// Reads a `.doc`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let mut ole = Ole::open(bytes)?;
    let main = ole.stream("WordDocument", budget)?;
    let is_word_97 = u16_at(&main, 0) == Some(MAGIC)
        && u16_at(&main, fib::VERSION).is_some_and(|version| version >= WORD_97);
    if !is_word_97 {
        return Err(ReadError::OldOffice);
    }
    let flags = u16_at(&main, fib::FLAGS).unwrap_or_default();
    if flags & 0x100 != 0 {
        return Err(ReadError::Encrypted);
    }
    let name = if flags & 0x200 != 0 {
        "1Table"
    } else {
        "0Table"
    };
    let table = ole.stream(name, budget)?;
    let data = ole.stream("Data", budget)?;
    let streams = Streams { main, table, data };
    let pieces = Pieces::read(&streams, budget)?;
    let walk = Walk {
        characters: Runs::of_characters(&streams)?,
        paragraphs: Runs::of_paragraphs(&streams)?,
        styles: Styles::read(streams.part(fib::STYLES))?,
        lists: Lists::read(&streams)?,
        streams: &streams,
        pieces: &pieces,
    };
    walk.page(budget)
}
