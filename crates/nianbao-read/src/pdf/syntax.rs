//! How names and strings of PDF are told from what is around them.

/// The length of the string at the beginning, which may hold others in brackets.
pub(super) fn string_len(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a byte may be part of a name.
pub(super) fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}
