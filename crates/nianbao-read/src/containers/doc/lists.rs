//! Automatic numbering: what lists print before their paragraphs, counted again.

use std::collections::BTreeMap;

use super::{Streams, fib};
use crate::ReadError;
use crate::containers::bytes::{size_at, slice_at, u16_at, u32_at};
use crate::docx::numbering::{Definition, Level, MAX_STYLES, N_LEVELS};

/// The formats of numbers by Word's own numbers of them.
const FORMATS: [&str; 40] = [
    "decimal",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "ordinal",
    "cardinalText",
    "ordinalText",
    "hex",
    "chicago",
    "ideographDigital",
    "japaneseCounting",
    "aiueo",
    "iroha",
    "decimalFullWidth",
    "decimalHalfWidth",
    "japaneseLegal",
    "japaneseDigitalTenThousand",
    "decimalEnclosedCircle",
    "decimalFullWidth2",
    "aiueoFullWidth",
    "irohaFullWidth",
    "decimalZero",
    "bullet",
    "ganada",
    "chosung",
    "decimalEnclosedFullstop",
    "decimalEnclosedParen",
    "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle",
    "ideographTraditional",
    "ideographZodiac",
    "ideographZodiacTraditional",
    "taiwaneseCounting",
    "ideographLegalTraditional",
    "taiwaneseCountingThousand",
    "taiwaneseDigital",
    "chineseCounting",
    "chineseLegalSimplified",
    "chineseCountingThousand",
];

/// Lists by the number that paragraphs call them by, from 1.
#[derive(Default)]
pub(super) struct Lists {
    lists: Vec<List>,
    definitions: BTreeMap<u32, Definition>,
}

struct List {
    definition: u32,
    /// Where its levels begin, if elsewhere than the definition says; used once.
    starts: [Option<u32>; N_LEVELS],
}

impl Lists {
    pub(super) fn read(streams: &Streams) -> Result<Lists, ReadError> {
        let mut lists = Lists::default();
        if let Some((start, length)) = streams.range(fib::LISTS) {
            // The levels lie behind the lists, beyond the length that is told.
            let part = streams.table.get(start..).unwrap_or_default();
            if length > 0 {
                lists.read_definitions(part);
            }
        }
        lists.read_lists(streams.part(fib::LIST_OVERRIDES));
        match lists.lists.len() + lists.definitions.len() > MAX_STYLES {
            true => Err(ReadError::TooLarge),
            false => Ok(lists),
        }
    }

    /// Reads as many definitions as are sound.
    fn read_definitions(&mut self, part: &[u8]) -> Option<()> {
        const LIST_LENGTH: usize = 28;
        let n_lists = usize::from(u16_at(part, 0)?);
        let mut at = 2 + n_lists * LIST_LENGTH;
        for place in 0..n_lists {
            let list = slice_at(part, 2 + place * LIST_LENGTH, LIST_LENGTH)?;
            let n_levels = if list[26] & 1 == 1 { 1 } else { N_LEVELS };
            let mut definition = Definition::default();
            for level in definition.levels.iter_mut().take(n_levels) {
                let length;
                (*level, length) = level_at(part.get(at..)?)?;
                at += length;
            }
            self.definitions.insert(u32_at(list, 0)?, definition);
        }
        Some(())
    }

    fn read_lists(&mut self, part: &[u8]) -> Option<()> {
        const LENGTH: usize = 16;
        let n_lists = size_at(part, 0)?.min(part.len() / LENGTH);
        let mut at = 4 + n_lists * LENGTH;
        for place in 0..n_lists {
            let list = slice_at(part, 4 + place * LENGTH, LENGTH)?;
            self.lists.push(List {
                definition: u32_at(list, 0)?,
                starts: [None; N_LEVELS],
            });
        }
        for place in 0..n_lists {
            let n_levels = part.get(4 + place * LENGTH + 12)?;
            at += 4;
            for _ in 0..*n_levels {
                let (start, flags) = (u32_at(part, at)?, u32_at(part, at + 4)?);
                at += 8;
                let level_idx = (flags & 0xF) as usize;
                if flags & 0x10 != 0 {
                    *self.lists[place].starts.get_mut(level_idx)? = Some(start);
                }
                if flags & 0x20 != 0 {
                    let (_, length) = level_at(part.get(at..)?)?;
                    at += length;
                }
            }
        }
        Some(())
    }
}

/// How far each list of a document has counted.
impl Lists {
    /// What is printed before the next paragraph of a list.
    pub(super) fn next(&mut self, list: i16, level: u8) -> Option<String> {
        let place = usize::try_from(list).ok()?.checked_sub(1)?;
        let list = self.lists.get_mut(place)?;
        let definition = self.definitions.get_mut(&list.definition)?;
        let level_idx = usize::from(level).min(N_LEVELS - 1);
        definition.count(level_idx, &mut list.starts);
        Some(definition.printed(level_idx))
    }
}

/// A level and how long it is.
fn level_at(part: &[u8]) -> Option<(Level, usize)> {
    const LENGTH: usize = 28;
    let head = part.get(..LENGTH)?;
    let text_at = LENGTH + usize::from(head[24]) + usize::from(head[25]);
    let n_characters = usize::from(u16_at(part, text_at)?);
    let text = slice_at(part, text_at + 2, 2 * n_characters)?;
    let units = text
        .as_chunks()
        .0
        .iter()
        .map(|pair| u16::from_le_bytes(*pair));
    let mut printed = String::new();
    for c in char::decode_utf16(units).map_while(Result::ok) {
        // The number of a level stands for its count.
        match u32::from(c) {
            level @ 0..9 => printed += &format!("%{}", level + 1),
            _ => printed.push(c),
        }
    }
    let format = FORMATS.get(usize::from(head[4])).copied();
    let level = Level::new(
        u32_at(head, 0)?,
        format.unwrap_or("none"),
        &printed,
        head[5] & 4 != 0,
    );
    Some((level, text_at + 2 + 2 * n_characters))
}
