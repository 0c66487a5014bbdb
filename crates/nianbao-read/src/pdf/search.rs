//! What it costs to look for the objects of a PDF one by one, which is done where its table of them is damaged.
//!
//! Every object, and every dictionary, is passed over from its beginning to its end, however they overlap.

use memchr::memmem;

use super::syntax::string_len;
use crate::ReadError;
use crate::budget::Budget;

/// Takes what the search through a file would cost.
pub(super) fn take(bytes: &[u8], budget: &mut Budget) -> Result<(), ReadError> {
    for obj in memmem::find_iter(bytes, b"obj") {
        let rest = &bytes[obj + b"obj".len()..];
        let n_spaces = rest.len() - rest.trim_ascii_start().len();
        budget.take_scan(n_spaces + extent(&rest[n_spaces..]))?;
    }
    let mut n_dicts = 0;
    for dict in memmem::find_iter(bytes, b"<<") {
        n_dicts += 1;
        let is_begun = dict.checked_sub(1).is_none_or(|before| {
            let before = bytes[before];
            before.is_ascii_whitespace() || before == 0 || before == b'>' || before == b'j'
        });
        if is_begun {
            budget.take_scan(extent(&bytes[dict..]))?;
        }
    }
    // Each may be a page.
    budget.take_blocks(n_dicts)
}

/// How far an object goes at most.
fn extent(bytes: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len() {
        match bytes[at..] {
            [b'(', ..] => at += string_len(&bytes[at..]).unwrap_or(bytes.len() - at),
            [b'%', ..] => {
                at += memchr::memchr2(b'\n', b'\r', &bytes[at..]).unwrap_or(bytes.len() - at);
            }
            [b'<', b'<', ..] => (depth, at) = (depth + 1, at + 2),
            [b'>', b'>', ..] => (depth, at) = (depth.saturating_sub(1), at + 2),
            [b'<', ..] => {
                at += memchr::memchr(b'>', &bytes[at..]).map_or(bytes.len() - at, |n| n + 1);
            }
            [b'[', ..] => (depth, at) = (depth + 1, at + 1),
            [b']', ..] => (depth, at) = (depth.saturating_sub(1), at + 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Takes what it costs to find the ends of pictures that stand within a content, each of which is looked for through the rest.
pub(super) fn take_inline_images(content: &[u8], budget: &mut Budget) -> Result<(), ReadError> {
    if memmem::find(content, b"BI").is_none() {
        return Ok(());
    }
    let n_ends = memmem::find_iter(content, b"EI").count();
    budget.take_scan(n_ends.saturating_mul(content.len()))
}
