//! The text: pieces of the main stream in reading order, each of one or of two bytes a character.

use super::{Streams, fib};
use crate::ReadError;
use crate::budget::Budget;
use crate::containers::bytes::{size_at, u16_at, u32_at};

/// Characters from 0x80 on, where one byte is a character.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The pieces of the main text, and behind them those of notes, headers, comments and text boxes.
pub(super) struct Pieces<'a> {
    pieces: Vec<Piece>,
    /// Lists of properties that pieces were given when they were saved in a hurry.
    changes: Vec<&'a [u8]>,
}

struct Piece {
    /// Where its text is in the main stream.
    start: usize,
    n_characters: usize,
    is_wide: bool,
    is_beside: bool,
    /// Which properties it was given: none, or one more than their place among `changes`.
    change: usize,
}

/// A character and where it stands in the main stream.
pub(super) struct Letter {
    pub(super) c: char,
    pub(super) at: usize,
    /// Its piece.
    pub(super) piece: usize,
    /// Whether it is none of the main text.
    pub(super) is_beside: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn read(streams: &'a Streams, budget: &mut Budget) -> Result<Pieces<'a>, ReadError> {
        let damaged = || ReadError::Damaged {
            part: "WordDocument".to_owned(),
            reason: "its text cannot be found".to_owned(),
        };
        let mut rest = streams.part(fib::PIECES);
        let mut changes = Vec::new();
        while let [1, ..] = rest {
            let length = usize::from(u16_at(rest, 1).ok_or_else(damaged)?);
            changes.push(rest.get(3..3 + length).ok_or_else(damaged)?);
            rest = &rest[3 + length..];
        }
        let table = match rest {
            [2, ..] => &rest[rest.len().min(5)..],
            _ => return Err(damaged()),
        };
        let n_pieces = table.len().saturating_sub(4) / 12;
        budget.take_blocks(n_pieces)?;
        let n_main = size_at(&streams.main, fib::TEXT_LENGTH).ok_or_else(damaged)?;
        let lengths = fib::OTHER_LENGTHS.map(|at| size_at(&streams.main, at).unwrap_or(0));
        let n_others = lengths.into_iter().fold(0, usize::saturating_add);
        // Pieces may show the same bytes over and over.
        budget.take_small_steps(n_main.saturating_add(n_others))?;
        let mut lefts = [(n_main, false), (n_others, true)];
        let mut pieces = Vec::new();
        for place in 0..n_pieces {
            let position = |place: usize| size_at(table, 4 * place).unwrap_or_default();
            let mut length = position(place + 1).saturating_sub(position(place));
            let descriptor = 4 * (n_pieces + 1) + 8 * place;
            let at = u32_at(table, descriptor + 2).unwrap_or_default();
            let is_wide = at & 0x4000_0000 == 0;
            let start = (at & 0x3FFF_FFFF) as usize;
            let mut start = if is_wide { start } else { start / 2 };
            let change = u16_at(table, descriptor + 6).unwrap_or_default();
            // One piece may hold the end of the main text and what follows it.
            for (left, is_beside) in &mut lefts {
                let n_characters = length.min(*left);
                if n_characters == 0 {
                    continue;
                }
                pieces.push(Piece {
                    start,
                    n_characters,
                    is_wide,
                    is_beside: *is_beside,
                    change: if change & 1 == 1 {
                        usize::from(change >> 1) + 1
                    } else {
                        0
                    },
                });
                *left -= n_characters;
                length -= n_characters;
                start += n_characters * if is_wide { 2 } else { 1 };
            }
        }
        Ok(Pieces { pieces, changes })
    }

    /// The characters in reading order.
    pub(super) fn letters<'s>(&'s self, main: &'s [u8]) -> impl Iterator<Item = Letter> + 's {
        let pieces = self.pieces.iter().enumerate();
        pieces.flat_map(move |(place, piece)| piece.letters(main, place))
    }

    /// What a piece changes in the properties of its text.
    pub(super) fn change(&self, piece: usize) -> &'a [u8] {
        let change = self.pieces[piece].change.checked_sub(1);
        change
            .and_then(|change| self.changes.get(change))
            .copied()
            .unwrap_or_default()
    }
}

impl Piece {
    fn letters<'s>(&'s self, main: &'s [u8], piece: usize) -> impl Iterator<Item = Letter> + 's {
        let size = if self.is_wide { 2 } else { 1 };
        let mut place = 0;
        std::iter::from_fn(move || {
            if place >= self.n_characters {
                return None;
            }
            let at = self.start.checked_add(size * place)?;
            place += 1;
            let c = if self.is_wide {
                let unit = u16_at(main, at)?;
                let low = u16_at(main, at + 2).unwrap_or_default();
                let pair = char::decode_utf16([unit, low]).next()?;
                let c = pair.unwrap_or(char::REPLACEMENT_CHARACTER);
                place += c.len_utf16() - 1;
                c
            } else {
                match *main.get(at)? {
                    byte @ 0x80..0xA0 => HIGH[usize::from(byte - 0x80)],
                    byte => char::from(byte),
                }
            };
            Some(Letter {
                c,
                at,
                piece,
                is_beside: self.is_beside,
            })
        })
    }
}
