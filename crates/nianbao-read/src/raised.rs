//! Small raised or lowered characters, as the characters for them.

use std::borrow::Cow;

/// The pairs of a plain character and the raised one.
const RAISED: &[(char, char)] = &[
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
];

/// A raised text: a mark of a note is none of the digits before it.
pub(super) fn raised(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let raised = |c: char| {
        RAISED
            .iter()
            .find(|(plain, _)| *plain == c)
            .map_or(c, |(_, raised)| *raised)
    };
    text.chars().map(raised).collect()
}

/// Whether a character is a raised digit.
pub(super) fn is_raised(c: char) -> bool {
    RAISED.iter().any(|(_, raised)| *raised == c) || matches!(c, '₀'..='₉')
}
