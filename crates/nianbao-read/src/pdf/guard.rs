//! Looks over a PDF before it is opened, since opening unpacks whatever the file says is needed for it.
//!
//! Pictures and fonts are most of a PDF and of no use here: they are overwritten, so that nothing unpacks them.
//! What else is packed is unpacked for trial, to tell whether it stays within bounds.

use std::io::{Read, copy, sink};

use flate2::bufread::ZlibDecoder;

use super::streams::MAX_RARELY_PACKED;
use crate::ReadError;
use crate::limits::MAX_UNPACKED_BYTES;

/// What it costs to begin a trial, in bytes read, and what all may cost in a small file.
const TRIAL: u64 = 512;
const MIN_TRIALS: u64 = 1 << 20;

/// No packing of any kind begins with these bytes.
const OVERWRITTEN: u8 = 0xFF;

/// The file without its pictures and fonts.
pub(super) fn lightened(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut light = bytes.to_vec();
    let mut bytes_left = MAX_UNPACKED_BYTES;
    // Streams within streams would have the same bytes unpacked over and over.
    let mut trials_left = MIN_TRIALS + 2 * bytes.len() as u64;
    let mut end_of_last = 0;
    let mut from = 0;
    while let Some(keyword) = find(bytes, b"stream", from) {
        from = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            end_of_last = from;
            continue;
        }
        let between = &bytes[end_of_last..keyword];
        end_of_last = from;
        let dict = &between[rfind(between, b"obj").unwrap_or(0)..];
        let is_of_no_use = is_picture(dict) || is_font(dict);
        let is_rarely_packed = [&b"LZW"[..], b"RunLength", b"ASCII85", b"ASCIIHex"]
            .iter()
            .any(|filter| find(dict, filter, 0).is_some());
        if is_of_no_use || is_rarely_packed {
            let end = find(bytes, b"endstream", from).unwrap_or(bytes.len());
            if is_of_no_use || end - from > MAX_RARELY_PACKED {
                let data = &mut light[from..end];
                let n_spaces = data.len() - data.trim_ascii_start().len();
                data[n_spaces..].fill(OVERWRITTEN);
            }
            from = end;
            continue;
        }
        let mut decoder = ZlibDecoder::new(bytes[from..].trim_ascii_start());
        // Whatever is no deflated data ends at once with an error.
        let _ = copy(&mut decoder.by_ref().take(bytes_left + 1), &mut sink());
        bytes_left = (bytes_left.checked_sub(decoder.total_out())).ok_or(ReadError::TooLarge)?;
        let cost = TRIAL + decoder.total_in();
        trials_left = trials_left.checked_sub(cost).ok_or(ReadError::TooLarge)?;
    }
    Ok(light)
}

fn is_picture(dict: &[u8]) -> bool {
    let Some(at) = find(dict, b"/Subtype", 0) else {
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
    .any(|mark| find(dict, mark, 0).is_some())
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let found = rest.windows(word.len()).position(|window| window == word);
    found.map(|place| from + place)
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}
