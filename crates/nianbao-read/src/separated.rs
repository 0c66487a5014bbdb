//! Text with fields between commas, tabs or semicolons.

use super::ReadError;

/// Lines by which the separator is told.
const SAMPLED_LINES: usize = 50;

/// What stands between the fields: whichever the first lines have most.
pub(crate) fn separator(text: &str) -> u8 {
    let count = |separator: u8| {
        let lines = text.lines().take(SAMPLED_LINES);
        let counts = lines.map(|line| memchr::memchr_iter(separator, line.as_bytes()).count());
        counts.sum::<usize>()
    };
    let most = [b'\t', b',', b';']
        .into_iter()
        .max_by_key(|separator| (count(*separator), *separator == b'\t'));
    most.filter(|separator| count(*separator) > 0)
        .unwrap_or(b',')
}

/// The records of a text; lines without anything are none.
pub(crate) fn reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Why a text cannot be read as records.
pub(crate) fn damaged(error: csv::Error) -> ReadError {
    ReadError::Damaged {
        part: "csv".to_owned(),
        reason: error.to_string(),
    }
}
