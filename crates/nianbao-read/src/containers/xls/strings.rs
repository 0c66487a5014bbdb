//! Texts of a workbook: each of one or of two bytes a character, shared ones over several records.

use crate::ReadError;
use crate::budget::Budget;
use crate::containers::bytes::u16_at;

/// Marks before a text.
const IS_WIDE: u8 = 1;
const HAS_EXTENSION: u8 = 4;
const HAS_RUNS: u8 = 8;

/// A text in one record, whose length has this many bytes; none where it is cut off.
pub(super) fn string(data: &[u8], length_size: usize) -> Option<String> {
    let length = match length_size {
        1 => usize::from(*data.first()?),
        _ => usize::from(u16_at(data, 0)?),
    };
    let mut reader = Reader {
        parts: &[data],
        at: length_size,
    };
    let marks = reader.byte()?;
    reader.characters(length, marks).map(|units| text(&units))
}

/// A shared text in pieces, each with the number of its font; none where it is that of the cell.
pub(super) type Shared = Vec<(String, Option<u16>)>;

/// The shared texts, in a record and those that continue it.
pub(super) fn shared(parts: &[&[u8]], budget: &mut Budget) -> Result<Vec<Shared>, ReadError> {
    let mut reader = Reader { parts, at: 8 };
    let mut strings = Vec::new();
    while let Some(string) = reader.shared() {
        for (piece, _) in &string {
            budget.take_cell(piece)?;
        }
        strings.push(string);
    }
    Ok(strings)
}

/// The text of a record that continues another, of so many characters.
pub(super) fn continued(data: &[u8], length: usize) -> Option<String> {
    let marks = *data.first()?;
    let mut reader = Reader {
        parts: &[data],
        at: 1,
    };
    reader.characters(length, marks).map(|units| text(&units))
}

fn text(units: &[u16]) -> String {
    let text = String::from_utf16_lossy(units);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

struct Reader<'a> {
    /// The parts that are left.
    parts: &'a [&'a [u8]],
    /// Where in the first of them.
    at: usize,
}

impl Reader<'_> {
    fn shared(&mut self) -> Option<Shared> {
        let length = usize::from(self.u16()?);
        let marks = self.byte()?;
        let n_runs = if marks & HAS_RUNS != 0 {
            self.u16()?
        } else {
            0
        };
        let extension = match marks & HAS_EXTENSION != 0 {
            true => u32::from(self.u16()?) | u32::from(self.u16()?) << 16,
            false => 0,
        };
        let units = self.characters(length, marks)?;
        let mut pieces = Vec::new();
        let (mut from, mut font) = (0, None);
        for _ in 0..n_runs {
            let (Some(start), Some(next)) = (self.u16(), self.u16()) else {
                break;
            };
            let start = usize::from(start).clamp(from, units.len());
            if start > from {
                pieces.push((text(&units[from..start]), font));
            }
            (from, font) = (start, Some(next));
        }
        if from < units.len() || pieces.is_empty() {
            pieces.push((text(&units[from..]), font));
        }
        self.skip(usize::try_from(extension).ok()?);
        Some(pieces)
    }

    /// Characters; where a record ends among them, the next says anew how wide they are.
    fn characters(&mut self, length: usize, marks: u8) -> Option<Vec<u16>> {
        let mut is_wide = marks & IS_WIDE != 0;
        let mut units = Vec::new();
        while units.len() < length {
            if self.parts.first().is_some_and(|part| self.at >= part.len()) {
                self.next_part()?;
                is_wide = self.byte()? & IS_WIDE != 0;
                continue;
            }
            units.push(match is_wide {
                true => self.u16()?,
                false => u16::from(self.byte()?),
            });
        }
        Some(units)
    }

    fn next_part(&mut self) -> Option<()> {
        (self.parts, self.at) = (self.parts.get(1..)?, 0);
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            let part = self.parts.first()?;
            if let Some(byte) = part.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.next_part()?;
        }
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut n_bytes: usize) {
        while let Some(part) = self.parts.first() {
            let left = part.len().saturating_sub(self.at);
            if n_bytes <= left {
                self.at += n_bytes;
                return;
            }
            n_bytes -= left;
            if self.next_part().is_none() {
                return;
            }
        }
    }
}
