//! Looks over a PDF before it is opened, since opening unpacks by itself whatever the file says is needed for it.
//!
//! A stream stays packed in the copy that is opened if it was unpacked here for trial and what it holds was taken from the
//! budget, or if it is so small that its worst was taken. Of every other stream the name of its packing is made
//! unknown, so that opening sees raw bytes; [`super::streams`] unpacks those that are content, within the budget.
//! Pictures and fonts, most of a PDF and of no use here, are overwritten.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::packing::{self, Packing};
use super::syntax::{is_regular, string_len};
use crate::ReadError;
use crate::budget::Budget;

/// What it costs to begin a trial, in bytes looked through.
const TRIAL: usize = 2_048;

/// No packing of any kind begins with these bytes.
const OVERWRITTEN: u8 = 0xFF;

/// What stands for the first letter of a key that is made unknown.
pub(super) const UNKNOWN: u8 = b'~';

/// What streams of an encrypted file may hold at most, which cannot be tried; streams of objects rarely hold ten times what they take.
const ENCRYPTED_RATIO: usize = 256;

/// Where the length of encrypted data is in doubt, its most is taken at this part, since few can be of their most.
const DOUBTFUL_LENGTH_RATIO: usize = 8;

/// The same for packings that cannot be unpacked bit by bit.
const LZW_RATIO: usize = 1_400;
const RUN_LENGTH_RATIO: usize = 64;

/// The file as it may be opened.
pub(super) fn lightened(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
    let mut guard = Guard {
        bytes,
        light: bytes.to_vec(),
        is_encrypted: memmem::find(bytes, b"/Encrypt").is_some(),
        budget,
    };
    guard.look_over()?;
    let Guard { light, budget, .. } = guard;
    super::search::take(&light, budget)?;
    Ok(light)
}

struct Guard<'a, 'b> {
    bytes: &'a [u8],
    light: Vec<u8>,
    is_encrypted: bool,
    budget: &'b mut Budget,
}

impl Guard<'_, '_> {
    fn look_over(&mut self) -> Result<(), ReadError> {
        let bytes = self.bytes;
        let ends = memmem::Finder::new(b"endstream");
        let (mut end_of_last, mut from, mut end) = (0, 0, 0);
        while let Some(found) = memmem::find(&bytes[from..], b"stream") {
            let keyword = from + found;
            from = keyword + b"stream".len();
            let segment = end_of_last..keyword;
            end_of_last = from;
            if bytes[..keyword].ends_with(b"end") {
                continue;
            }
            if end < from {
                end = ends.find(&bytes[from..]).map_or(bytes.len(), |n| from + n);
            }
            // Whoever does not believe the length of a stream looks for its end.
            self.budget.take_scan(end - from)?;
            let dict = after_last_obj(bytes, segment.clone());
            let text = &bytes[dict.clone()];
            if is_picture(text) || is_font(text) {
                let data = &mut self.light[from..end];
                let n_spaces = data.len() - data.trim_ascii_start().len();
                data[n_spaces..].fill(OVERWRITTEN);
                self.make_unknown(segment, end - from, false)?;
                from = end;
                continue;
            }
            let may_stay = is_dict(text) && self.may_stay_packed(text, &bytes[from..end])?;
            self.make_unknown(segment.start..dict.start, 0, false)?;
            self.make_unknown(dict, end - from, may_stay)?;
        }
        Ok(())
    }

    /// Whether opening may unpack a stream by itself, what that comes to being taken from the budget.
    fn may_stay_packed(&mut self, dict: &[u8], data: &[u8]) -> Result<bool, ReadError> {
        let Some(data) = without_line_end(data) else {
            return Ok(false);
        };
        let worst = match packing::of_dict(dict) {
            Some(Packing::Plain) => return Ok(true),
            Some(Packing::Deflated(_)) if self.is_encrypted => {
                // The table of objects is not encrypted.
                match self.trial(data)? {
                    Some(n_bytes) => n_bytes,
                    None if memmem::find(dict, b"/ObjStm").is_some() => {
                        data.len().saturating_mul(ENCRYPTED_RATIO)
                    }
                    None => return Ok(false),
                }
            }
            Some(Packing::Deflated(texts)) => {
                let Some(data) = packing::without_texts(data, &texts) else {
                    return Ok(false);
                };
                let Some(n_bytes) = self.trial(&data)? else {
                    return Ok(false);
                };
                n_bytes
            }
            Some(Packing::Lzw) => data.len().saturating_mul(LZW_RATIO),
            Some(Packing::RunLength) => data.len().saturating_mul(RUN_LENGTH_RATIO),
            None => return Ok(false),
        };
        self.budget.take_bytes(worst)?;
        Ok(true)
    }

    /// How much sound deflated data holds; none where it is damaged.
    fn trial(&mut self, data: &[u8]) -> Result<Option<usize>, ReadError> {
        let trial = packing::inflated_len(data, self.budget.bytes_left());
        self.budget.take_scan(TRIAL + trial.n_bytes)?;
        Ok(trial.is_sound.then_some(trial.n_bytes))
    }

    /// Makes the keys unknown that say how something is packed, unless it may stay so, and how long it is,
    /// unless that is told here and no longer than it can be. However they are spelled.
    fn make_unknown(
        &mut self,
        range: Range<usize>,
        max_len: usize,
        may_stay: bool,
    ) -> Result<(), ReadError> {
        let bytes = &self.bytes[range.clone()];
        for slash in memchr_iter(b'/', bytes) {
            let rest = &bytes[slash + 1..];
            let name = &rest[..rest.iter().take_while(|byte| is_regular(**byte)).count()];
            let spelled = match name.contains(&b'#') {
                true => unescaped(name),
                false => name.to_vec(),
            };
            let value = rest[name.len()..].trim_ascii_start();
            let becomes_unknown = match &spelled[..] {
                // How a whole file is encrypted is called by this name too, and is no packing.
                b"Filter" => !may_stay && !value.starts_with(b"/Standard"),
                // The short name means other things too, none of which is of use here.
                b"F" => !may_stay && !value.starts_with(b"("),
                b"Length" if direct_number(value).is_some_and(|len| len <= max_len) => false,
                // Encrypted data would suffer from a search for its end, which leaves out spaces before it.
                b"Length" if self.is_encrypted => {
                    let most = self.bytes.len() - range.end;
                    self.budget.take_bytes(most / DOUBTFUL_LENGTH_RATIO)?;
                    false
                }
                b"Length" => true,
                _ => false,
            };
            if becomes_unknown {
                self.light[range.start + slash + 1] = UNKNOWN;
            }
        }
        Ok(())
    }
}

/// Where the object stands that a piece of a file ends with.
fn after_last_obj(bytes: &[u8], segment: Range<usize>) -> Range<usize> {
    let found = memmem::rfind(&bytes[segment.clone()], b"obj");
    let start = found.map_or(segment.start, |found| segment.start + found + b"obj".len());
    let rest = &bytes[start..segment.end];
    let end = segment.end - (rest.len() - rest.trim_ascii_end().len());
    let n_spaces = rest.len() - rest.trim_ascii_start().len();
    (start + n_spaces).min(end)..end
}

/// Whether this is one dictionary and nothing else, beyond doubt.
fn is_dict(dict: &[u8]) -> bool {
    dict_len(dict) == Some(dict.len())
}

fn dict_len(dict: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < dict.len() {
        match dict[at..] {
            [b'<', b'<', ..] => (depth, at) = (depth + 1, at + 2),
            [b'>', b'>', ..] => (depth, at) = (depth.checked_sub(1)?, at + 2),
            [b'<', ..] => at += memchr::memchr(b'>', &dict[at..])? + 1,
            [b'(', ..] => at += string_len(&dict[at..])?,
            [b'>' | b')' | b'%', ..] => return None,
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    (depth == 0 && at > 0).then_some(at)
}

/// A whole number that is no reference to another object.
fn direct_number(value: &[u8]) -> Option<usize> {
    let n_digits = value
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, rest) = value.split_at(n_digits);
    let is_direct =
        rest.trim_ascii_start().starts_with(b"/") || rest.trim_ascii_start().starts_with(b">");
    let digits = std::str::from_utf8(digits).ok()?;
    digits.parse().ok().filter(|_| is_direct)
}

/// The data of a stream, which begins in a new line.
fn without_line_end(data: &[u8]) -> Option<&[u8]> {
    [&b"\n"[..], b"\r\n", b"\r"]
        .iter()
        .find_map(|end| data.strip_prefix(*end))
}

/// A name without its letters in hexadecimal.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let code = code.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code.filter(|_| *first == b'#') {
            Some(code) => {
                plain.push(code);
                rest = &after[2..];
            }
            None => {
                plain.push(*first);
                rest = after;
            }
        }
    }
    plain
}

fn is_picture(dict: &[u8]) -> bool {
    let Some(at) = memmem::find(dict, b"/Subtype") else {
        return false;
    };
    let kind = dict[at + b"/Subtype".len()..].trim_ascii_start();
    let rest = kind.strip_prefix(b"/Image");
    rest.is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_alphanumeric))
}

fn is_font(dict: &[u8]) -> bool {
    // Only programs of fonts say how long their parts are, or of which compact kind they are.
    [
        &b"/Length1 "[..],
        b"/Type1C",
        b"/CIDFontType0C",
        b"/OpenType",
    ]
    .iter()
    .any(|mark| memmem::find(dict, mark).is_some())
}
