//! Tags as programs write nearly all of them, which need none of the rules that HTML has for damaged ones.

use super::attributes::Attributes;

/// A tag at the beginning of a source.
pub(super) struct Plain<'a> {
    pub(super) name: &'a [u8],
    pub(super) is_end: bool,
    /// What follows it.
    pub(super) after: &'a [u8],
}

/// The tag that a source begins with, and what its attributes say; none where a browser has to be asked.
pub(super) fn tag<'a>(source: &'a [u8], attributes: &mut Attributes) -> Option<Plain<'a>> {
    let mut rest = source.strip_prefix(b"<")?;
    let is_end = rest.starts_with(b"/");
    rest = &rest[usize::from(is_end)..];
    let name = taken(&mut rest, is_in_name);
    if !name.first()?.is_ascii_alphabetic() {
        return None;
    }
    let mut buffer = Vec::new();
    loop {
        let gap = taken(&mut rest, is_space);
        if let Some(after) = rest.strip_prefix(b">").or(rest.strip_prefix(b"/>")) {
            return Some(Plain {
                name,
                is_end,
                after,
            });
        }
        let attribute = taken(&mut rest, is_in_name);
        if is_end || gap.is_empty() || attribute.is_empty() {
            return None;
        }
        attributes.set(folded(attribute, &mut buffer), value(&mut rest)?);
    }
}

/// The text that a source begins with, up to a tag or what is not text as it stands.
pub(super) fn text<'a>(source: &mut &'a [u8]) -> &'a [u8] {
    taken(source, |byte| !matches!(byte, b'<' | b'&' | b'\r' | b'\0'))
}

/// The value of an attribute whose name was taken, empty if it has none.
fn value<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let mut ahead = *rest;
    taken(&mut ahead, is_space);
    let Some(after) = ahead.strip_prefix(b"=") else {
        return Some(b"");
    };
    *rest = after;
    taken(rest, is_space);
    match *rest {
        [quote @ (b'"' | b'\''), after @ ..] => {
            *rest = after;
            let value = taken(rest, |byte| byte != *quote && is_as_it_stands(byte));
            *rest = rest.strip_prefix(std::slice::from_ref(quote))?;
            Some(value)
        }
        _ => {
            let is_part = |byte| is_as_it_stands(byte) && !is_space(byte) && byte != b'>';
            let value = taken(rest, is_part);
            let is_damaged = value.iter().any(|byte| b"\"'<=`".contains(byte));
            (!value.is_empty() && !is_damaged).then_some(value)
        }
    }
}

/// A name in small letters, which most names are; the others are put into the buffer.
pub(super) fn folded<'a>(name: &'a [u8], buffer: &'a mut Vec<u8>) -> &'a [u8] {
    if !name.iter().any(u8::is_ascii_uppercase) {
        return name;
    }
    buffer.clear();
    buffer.extend_from_slice(name);
    buffer.make_ascii_lowercase();
    buffer
}

fn is_in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_' | b'.')
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C')
}

/// Neither the beginning of a reference, nor one of the characters that browsers replace.
fn is_as_it_stands(byte: u8) -> bool {
    !matches!(byte, b'&' | b'\r' | b'\0')
}

/// Takes off the bytes at the beginning that are part of something.
fn taken<'a>(rest: &mut &'a [u8], is_part: impl Fn(u8) -> bool) -> &'a [u8] {
    let end = rest.iter().position(|byte| !is_part(*byte));
    let (taken, after) = rest.split_at(end.unwrap_or(rest.len()));
    *rest = after;
    taken
}
