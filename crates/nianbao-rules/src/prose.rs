//! What rules read in text: sentences, numbers in every spelling, and the words that say what is counted.
//!
//! [`Reader`] takes sentences apart into segments of at most one quantity each; it knows no report and no rule.

mod context;
mod draft;
mod fold;
mod lexicon;
mod organ;
mod quantity;
mod scene;
mod sentence;
mod words;

pub use nianbao_core::text::{
    HanSet, Number, ONE, compact, is_digit, is_han, is_numeral, length, number_starts, take_number,
};

pub use fold::{Folded, folded, folded_without_numbers, folded_without_years};
pub use lexicon::spelling;
pub use quantity::{Measure, Quantity, quantities};
pub use sentence::{Reader, Segment, Sentence};
pub use words::{FLOW, KEYS, OUTCOMES, REQUESTERS, RESULTS, SUBJECTS, Word, Words};

/// Whether a text holds any of these words.
pub fn mentions(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The sentences of a text, without their final marks.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |c| matches!(c, '。' | '；' | ';' | '！' | '？' | '\n' | '\r');
    text.split(is_end)
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

/// A sentence of fewer characters is a heading, or the same by chance.
pub const SHORTEST: usize = 10;

/// That nothing happened is said in the same words every year and everywhere, and should be.
const NOTHING_HAPPENED: &[&str] = &[
    "未收到",
    "没有收到",
    "未收取",
    "没有收取",
    "未发生",
    "没有发生",
    "未产生",
    "没有产生",
    "未制发",
    "没有制发",
    "未出现",
    "无复议",
    "无行政复议",
    "申请0件",
    "均为0",
];

/// Whether a sentence says that nothing happened.
pub fn says_nothing_happened(sentence: &str) -> bool {
    // Few sentences have any of these characters, and all words have one.
    sentence.contains(['未', '没', '无', '0']) && mentions(sentence, NOTHING_HAPPENED)
}

/// The sentences of a text as far as a full stop: what semicolons part belongs together.
pub fn whole_sentences(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |c| matches!(c, '。' | '！' | '？' | '\n' | '\r');
    text.split(is_end)
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

/// A quotation of the text around a place, short enough for a finding.
pub fn quote(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}

#[cfg(test)]
mod tests;
