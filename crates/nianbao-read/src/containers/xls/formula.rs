//! What a formula refers to, for those whose stored result cannot be trusted.
//!
//! `LibreOffice` stores 0 for a formula that shows an empty text and was not computed anew. Such a formula has
//! an empty text in it; it came to a number if all that it refers to are numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::containers::bytes::{slice_at, u16_at};

/// Cells that one formula may refer to; a total has some twenty.
const MAX_REFERRED: usize = 10_000;

/// A row and a column, from 0.
pub(super) type Place = (usize, usize);

/// Formulas with an empty text in them whose stored result is 0.
#[derive(Default)]
pub(super) struct Doubtful {
    formulas: BTreeMap<Place, Tokens>,
    /// Formulas that several cells share, by the first of them.
    shared: BTreeMap<Place, Vec<u8>>,
}

enum Tokens {
    Own(Vec<u8>),
    SharedWith(Place),
}

impl Doubtful {
    /// Notes a formula whose result is 0.
    pub(super) fn note(&mut self, place: Place, data: &[u8]) {
        let length = usize::from(u16_at(data, 20).unwrap_or(0));
        let tokens = slice_at(data, 22, length).unwrap_or_default();
        let tokens = match *tokens {
            [1, row_low, row_high, column_low, column_high, ..] => Tokens::SharedWith((
                usize::from(u16::from_le_bytes([row_low, row_high])),
                usize::from(u16::from_le_bytes([column_low, column_high])),
            )),
            _ => Tokens::Own(tokens.to_vec()),
        };
        self.formulas.insert(place, tokens);
    }

    /// Notes a formula that cells share, which follows the first of them.
    pub(super) fn note_shared(&mut self, data: &[u8]) {
        let (Some(row), Some(column)) = (u16_at(data, 0), data.get(4)) else {
            return;
        };
        let length = usize::from(u16_at(data, 8).unwrap_or(0));
        let tokens = slice_at(data, 10, length).unwrap_or_default();
        let place = (usize::from(row), usize::from(*column));
        self.shared.insert(place, tokens.to_vec());
    }

    /// The cells that show nothing, by the cells that hold numbers.
    pub(super) fn blank(self, numbers: &BTreeSet<Place>) -> Vec<Place> {
        let mut open: BTreeMap<Place, Option<Vec<Place>>> = BTreeMap::new();
        for (place, tokens) in &self.formulas {
            let tokens = match tokens {
                Tokens::Own(tokens) => Some(&tokens[..]),
                Tokens::SharedWith(first) => self.shared.get(first).map(Vec::as_slice),
            };
            let read = tokens.map(|tokens| referred(*place, tokens));
            match read {
                // Without an empty text it shows what is stored.
                Some(Some(read)) if !read.has_empty_text => {}
                Some(Some(read)) => _ = open.insert(*place, Some(read.places)),
                _ => _ = open.insert(*place, None),
            }
        }
        let mut found: BTreeSet<Place> = BTreeSet::new();
        loop {
            let is_number = |place: &Place| match open.contains_key(place) {
                true => found.contains(place),
                false => numbers.contains(place),
            };
            let is_sound = |places: &Option<Vec<Place>>| {
                places
                    .as_ref()
                    .is_some_and(|places| places.iter().all(is_number))
            };
            let is_new = |(place, places): &(&Place, &Option<Vec<Place>>)| {
                !found.contains(*place) && is_sound(places)
            };
            let sound: Vec<_> = open
                .iter()
                .filter(is_new)
                .map(|(place, _)| *place)
                .collect();
            if sound.is_empty() {
                break;
            }
            found.extend(sound);
        }
        open.into_keys()
            .filter(|place| !found.contains(place))
            .collect()
    }
}

#[derive(Default)]
struct Referred {
    places: Vec<Place>,
    has_empty_text: bool,
}

/// What a formula refers to; none where that is not understood.
fn referred(own: Place, mut tokens: &[u8]) -> Option<Referred> {
    let mut referred = Referred::default();
    while let [token, rest @ ..] = tokens {
        // The same token may be of three classes.
        let base = if *token < 0x40 {
            *token
        } else {
            0x20 | token & 0x1F
        };
        let length = match base {
            0x03..=0x16 => 0,
            0x17 => {
                let [n_characters, marks, ..] = *rest else {
                    return None;
                };
                referred.has_empty_text |= n_characters == 0;
                2 + usize::from(n_characters) * if marks & 1 == 1 { 2 } else { 1 }
            }
            0x19 => match *rest {
                [marks, low, high, ..] if marks & 4 != 0 => {
                    3 + 2 * (usize::from(u16::from_le_bytes([low, high])) + 1)
                }
                _ => 3,
            },
            0x1C | 0x1D => 1,
            0x1E | 0x21 | 0x29 => 2,
            0x1F => 8,
            0x22 => 3,
            0x24 | 0x2C => {
                let row = u16_at(rest, 0)?;
                let column = u16_at(rest, 2)?;
                let place = place(own, row, column, base == 0x2C);
                referred.places.push(place);
                4
            }
            0x25 | 0x2D => {
                let is_relative = base == 0x2D;
                let first = place(own, u16_at(rest, 0)?, u16_at(rest, 4)?, is_relative);
                let last = place(own, u16_at(rest, 2)?, u16_at(rest, 6)?, is_relative);
                let height = (last.0 + 1).checked_sub(first.0)?;
                let width = (last.1 + 1).checked_sub(first.1)?;
                if height * width + referred.places.len() > MAX_REFERRED {
                    return None;
                }
                let rows = first.0..=last.0;
                let places =
                    rows.flat_map(|row| (first.1..=last.1).map(move |column| (row, column)));
                referred.places.extend(places);
                8
            }
            0x26..=0x28 => 6,
            _ => return None,
        };
        tokens = rest.get(length..)?;
    }
    Some(referred)
}

/// The place that a formula names, perhaps as seen from its own.
fn place(own: Place, row: u16, column: u16, is_shared: bool) -> Place {
    let (rows_along, columns_along) = (column & 0x8000 != 0, column & 0x4000 != 0);
    let column = column & 0xFF;
    let moved = |from: usize, by: u16, size: usize| (from + usize::from(by)) % size;
    (
        if is_shared && rows_along {
            moved(own.0, row, 0x1_0000)
        } else {
            usize::from(row)
        },
        if is_shared && columns_along {
            moved(own.1, column, 0x100)
        } else {
            usize::from(column)
        },
    )
}
