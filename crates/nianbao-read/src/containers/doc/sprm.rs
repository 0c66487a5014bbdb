//! Properties as Word stores changes of them: an operation of two bytes and what it operates with.

use crate::containers::bytes::u16_at;

/// Characters.
pub(super) const DELETED: u16 = 0x0800;
pub(super) const HIDDEN: u16 = 0x083C;
pub(super) const STRUCK: u16 = 0x0837;
pub(super) const STRUCK_TWICE: u16 = 0x2A53;
/// Whether they are raised (1) or lowered (2).
pub(super) const RAISED: u16 = 0x2A48;
/// How far they are raised, in half points.
pub(super) const POSITION: u16 = 0x4845;
/// Their size in half points.
pub(super) const SIZE: u16 = 0x4A43;
/// Their color by number, and by its parts.
pub(super) const COLOR_NUMBER: u16 = 0x2A42;
pub(super) const COLOR: u16 = 0x6870;
/// What stands behind them.
pub(super) const SHADED: [u16; 3] = [0x2A0C, 0x4866, 0xCA71];

/// Paragraphs.
pub(super) const LIST_LEVEL: u16 = 0x260A;
pub(super) const LIST: u16 = 0x460B;
pub(super) const IN_TABLE: u16 = 0x2416;
pub(super) const ENDS_ROW: u16 = 0x2417;
pub(super) const DEPTH: u16 = 0x6649;
pub(super) const ENDS_INNER_CELL: u16 = 0x244B;
pub(super) const ENDS_INNER_ROW: u16 = 0x244C;

/// Rows.
pub(super) const DEFINE_ROW: u16 = 0xD608;
pub(super) const MERGE_CELLS: u16 = 0x5624;
pub(super) const MERGE_UP: u16 = 0xD62B;
/// Cells put in, taken out, made wider or split after the row was defined; no program is known to leave them.
pub(super) const RESHAPE_ROW: [u16; 4] = [0x7621, 0x5622, 0x7623, 0x5625];

/// Properties that are elsewhere, in the data stream.
pub(super) const ELSEWHERE: [u16; 3] = [0x646B, 0x6646, 0x6645];

/// The one operation whose length may not fit a byte.
const TABS: u16 = 0xC615;

/// One operation with what it operates with, without its length.
pub(super) struct Sprm<'a> {
    pub(super) code: u16,
    pub(super) operand: &'a [u8],
}

impl Sprm<'_> {
    /// Whether a property that is on or off is on; that of a style is taken as it is.
    pub(super) fn is_on(&self) -> bool {
        self.operand.first().is_some_and(|value| value & 1 == 1)
    }
}

/// The operations of a list of them, up to where it is damaged.
pub(super) fn sprms(mut list: &[u8]) -> impl Iterator<Item = Sprm<'_>> {
    std::iter::from_fn(move || {
        let code = u16_at(list, 0)?;
        let rest = &list[2..];
        let (skipped, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == DEFINE_ROW => (2, usize::from(u16_at(rest, 0)?).checked_sub(1)?),
            _ if code == TABS && *rest.first()? == 255 => {
                // Tabs taken out, four bytes each, and tabs put in, three bytes each.
                let n_out = usize::from(*rest.get(1)?);
                let n_in = usize::from(*rest.get(2 + 4 * n_out)?);
                (1, 2 + 4 * n_out + 3 * n_in)
            }
            _ => (1, usize::from(*rest.first()?)),
        };
        let operand = rest.get(skipped..skipped + length)?;
        list = &rest[skipped + length..];
        Some(Sprm { code, operand })
    })
}
