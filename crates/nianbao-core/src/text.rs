//! What can be read in a text without knowing what it is about: numbers in every spelling, headings, characters.

mod han;
mod heading;
mod number;
mod tidy;
mod words;

pub use han::{FIRST_HAN, HanSet, N_HAN};
pub use heading::{headings, is_heading};
pub use number::{Number, ONE, is_digit, is_numeral, number_starts, take_exact, take_number};
pub use tidy::{full_width, is_narrow, pasted};
pub use words::words;

/// Whether it is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '一'..='鿿')
}

/// Number of characters that are not white space.
pub fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The text without white space.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
