//! The records of a workbook: a kind, a length and data.

use crate::containers::bytes::{u16_at, u32_at};

/// Kinds of records.
pub(super) mod kind {
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const END: u16 = 0x000A;
    pub(crate) const HEADER: u16 = 0x0014;
    pub(crate) const FOOTER: u16 = 0x0015;
    pub(crate) const DATES: u16 = 0x0022;
    pub(crate) const PASSWORD: u16 = 0x002F;
    pub(crate) const FONT: u16 = 0x0031;
    pub(crate) const CONTINUE: u16 = 0x003C;
    pub(crate) const COLUMNS: u16 = 0x007D;
    pub(crate) const SHEET: u16 = 0x0085;
    pub(crate) const RK_NUMBERS: u16 = 0x00BD;
    pub(crate) const BLANKS: u16 = 0x00BE;
    pub(crate) const RICH_LABEL: u16 = 0x00D6;
    pub(crate) const FORMAT: u16 = 0x00E0;
    pub(crate) const MERGED: u16 = 0x00E5;
    pub(crate) const STRINGS: u16 = 0x00FC;
    pub(crate) const SHARED_LABEL: u16 = 0x00FD;
    pub(crate) const DRAWN_TEXT: u16 = 0x01B6;
    pub(crate) const BLANK: u16 = 0x0201;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const LABEL: u16 = 0x0204;
    pub(crate) const TRUTH_OR_ERROR: u16 = 0x0205;
    pub(crate) const STRING: u16 = 0x0207;
    pub(crate) const ROW: u16 = 0x0208;
    pub(crate) const WINDOW: u16 = 0x023E;
    pub(crate) const RK_NUMBER: u16 = 0x027E;
    pub(crate) const NUMBER_FORMAT: u16 = 0x041E;
    pub(crate) const SHARED_FORMULA: u16 = 0x04BC;
    pub(crate) const BEGIN: u16 = 0x0809;
}

/// One record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

impl<'a> Record<'a> {
    pub(super) fn u16_at(&self, at: usize) -> Option<u16> {
        u16_at(self.data, at)
    }

    pub(super) fn u32_at(&self, at: usize) -> Option<u32> {
        u32_at(self.data, at)
    }

    /// The data from a place on.
    pub(super) fn rest(&self, at: usize) -> &'a [u8] {
        self.data.get(at..).unwrap_or_default()
    }
}

/// The records of a stream, up to where it is cut off.
pub(super) fn records(mut stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, 0)?, usize::from(u16_at(stream, 2)?));
        let data = stream.get(4..4 + length)?;
        stream = &stream[4 + length..];
        Some(Record { kind, data })
    })
}
