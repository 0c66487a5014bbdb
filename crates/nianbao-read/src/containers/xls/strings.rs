//! Texts of a workbook: each of one or of two bytes a character, shared ones over several records.

use crate::ReadError;
use crate::budget::{MAX_BLOCKS, MAX_UNPACKED_BYTES};
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
    reader.characters(length, marks)
}

/// The shared texts, in a record and those that continue it.
pub(super) fn shared(parts: &[&[u8]]) -> Result<Vec<String>, ReadError> {
    let mut reader = Reader { parts, at: 8 };
    let mut strings = Vec::new();
    let mut n_bytes = 0;
    while let Some(string) = reader.shared() {
        n_bytes += string.len() as u64;
        strings.push(string);
        if strings.len() > MAX_BLOCKS || n_bytes > MAX_UNPACKED_BYTES {
            return Err(ReadError::TooLarge);
        }
    }
    Ok(strings)
}

struct Reader<'a> {
    /// The parts that are left.
    parts: &'a [&'a [u8]],
    /// Where in the first of them.
    at: usize,
}

impl Reader<'_> {
    fn shared(&mut self) -> Option<String> {
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
        let string = self.characters(length, marks)?;
        self.skip(4 * usize::from(n_runs));
        self.skip(usize::try_from(extension).ok()?);
        Some(string)
    }

    /// Characters; where a record ends among them, the next says anew how wide they are.
    fn characters(&mut self, length: usize, marks: u8) -> Option<String> {
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
        let text = String::from_utf16_lossy(&units);
        Some(text.replace("\r\n", "\n").replace('\r', "\n"))
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
