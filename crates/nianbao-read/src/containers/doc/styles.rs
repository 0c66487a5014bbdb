//! Styles of paragraphs: which are of lists, and which of tables of contents.

use super::sprm::{self, sprms};
use crate::ReadError;
use crate::containers::bytes::{slice_at, u16_at};

/// Styles based on each other; Word refuses more.
const MAX_DEPTH: usize = 11;

/// No style: what the first one of a chain is based on.
const NONE: u16 = 0x0FFF;

/// The numbers of the styles of a table of contents.
const CONTENTS: std::ops::RangeInclusive<u16> = 19..=27;

/// Styles by their number.
pub(super) struct Styles {
    styles: Vec<Style>,
}

#[derive(Clone, Default)]
struct Style {
    /// Its number among Word's own.
    known: u16,
    based_on: u16,
    list: Option<i16>,
    level: Option<u8>,
}

impl Styles {
    pub(super) fn read(sheet: &[u8]) -> Result<Styles, ReadError> {
        let mut styles = Vec::new();
        let header = usize::from(u16_at(sheet, 0).unwrap_or_default());
        let n_styles = u16_at(sheet, 2).unwrap_or_default();
        let base = usize::from(u16_at(sheet, 4).unwrap_or_default());
        let mut at = 2 + header;
        for _ in 0..n_styles {
            let Some(length) = u16_at(sheet, at) else {
                break;
            };
            let style = slice_at(sheet, at + 2, usize::from(length));
            let style = style.and_then(|style| Style::read(style, base));
            styles.push(style.unwrap_or_default());
            at += 2 + usize::from(length);
        }
        Ok(Styles { styles })
    }

    /// The list and the level of a style, or of the nearest that it is based on which is in a list.
    pub(super) fn list(&self, style: u16) -> (Option<i16>, Option<u8>) {
        let mut level = None;
        let mut style = style;
        for _ in 0..MAX_DEPTH {
            let Some(found) = self.styles.get(usize::from(style)) else {
                break;
            };
            level = level.or(found.level);
            if found.list.is_some() {
                return (found.list, level);
            }
            style = found.based_on;
        }
        (None, level)
    }

    /// Whether paragraphs of this style are lines of a table of contents.
    pub(super) fn is_contents(&self, style: u16) -> bool {
        let style = self.styles.get(usize::from(style));
        style.is_some_and(|style| CONTENTS.contains(&style.known))
    }
}

impl Style {
    fn read(style: &[u8], base: usize) -> Option<Style> {
        let kind = u16_at(style, 2)?;
        let is_of_paragraphs = kind & 0xF == 1;
        let mut read = Style {
            known: u16_at(style, 0)? & 0x0FFF,
            based_on: kind >> 4,
            ..Style::default()
        };
        if !is_of_paragraphs {
            return Some(Style {
                based_on: NONE,
                ..read
            });
        }
        let name_length = usize::from(u16_at(style, base)?);
        let at = base + 2 + 2 * name_length + 2;
        let length = usize::from(u16_at(style, at)?);
        let properties = slice_at(style, at + 2, length)?.get(2..)?;
        for sprm in sprms(properties) {
            match sprm.code {
                sprm::LIST => read.list = u16_at(sprm.operand, 0).map(u16::cast_signed),
                sprm::LIST_LEVEL => read.level = sprm.operand.first().copied(),
                _ => {}
            }
        }
        Some(read)
    }
}
