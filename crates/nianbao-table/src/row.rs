//! What came of one file.

use std::panic::{AssertUnwindSafe, catch_unwind};

use nianbao_core::date::Date;
use nianbao_core::judgement::Judgement;
use nianbao_core::report::Report;
use nianbao_read::{Kind, ReadError, Reading, read};
use nianbao_rules::judge;
use sha2::{Digest, Sha256};

/// By what files are judged beside themselves.
///
/// The day is never taken from a clock: a task that an engine repeats after midnight has to find the same.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day of checking.
    pub today: Date,
    /// Last year's report of the same organ, with the id of its file; else the one that a draft holds is taken.
    pub previous: Option<(&'a Report, i64)>,
}

impl Context<'_> {
    /// A context with this day, and no last year's report.
    pub fn on(today: Date) -> Context<'static> {
        Context {
            today,
            previous: None,
        }
    }
}

/// One file, whatever came of it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Path or address, as given.
    pub file: String,
    /// Length in bytes.
    pub size: i64,
    /// The first 63 bits of the SHA-256 of its bytes: the same bytes have the same id.
    pub report_id: i64,
    /// What was read and found, or why nothing was.
    pub outcome: Result<Box<Judged>, Failure>,
}

/// A report that could be read, and what the rules say of it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What was read.
    pub reading: Reading,
    /// What was found; none where nobody judged, and for what is no report on a year, such as the form with nothing filled in.
    pub judgement: Option<Judgement>,
    /// The id of the file that last year's report came from, if one was given.
    pub previous_id: Option<i64>,
}

/// Why there is no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// A word that stays when the sentence changes.
    pub key: &'static str,
    /// A whole Chinese sentence.
    pub sentence: String,
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Failure {
        Failure {
            key: error.key(),
            sentence: error.to_string(),
        }
    }
}

impl Row {
    /// Reads and judges a file. Whatever is wrong with it, even a mistake of ours, is said in its row.
    pub fn of_bytes(file: &str, bytes: &[u8], context: &Context) -> Row {
        Row::made(file, bytes, || {
            let reading = read(file_name(file), bytes)?;
            Ok(judged(reading, context))
        })
    }

    /// The same, with last year's report looked up by what was read; it comes with the id of its file.
    pub fn with_previous(
        file: &str,
        bytes: &[u8],
        context: &Context,
        previous: impl FnOnce(&Reading) -> Option<(Report, i64)>,
    ) -> Row {
        Row::made(file, bytes, || {
            let reading = read(file_name(file), bytes)?;
            let found = previous(&reading);
            let found = found.as_ref().map(|(report, id)| (report, *id));
            let context = Context {
                previous: found.or(context.previous),
                ..*context
            };
            Ok(judged(reading, &context))
        })
    }

    /// Reads a file without judging it.
    pub fn unjudged(file: &str, bytes: &[u8]) -> Row {
        Row::made(file, bytes, || {
            Ok(Judged {
                reading: read(file_name(file), bytes)?,
                judgement: None,
                previous_id: None,
            })
        })
    }

    /// Judges a file that was read already.
    pub fn of_reading(file: &str, bytes: &[u8], reading: Reading, context: &Context) -> Row {
        Row::made(file, bytes, || Ok(judged(reading, context)))
    }

    /// A file that could not be fetched, so that nothing is known of it but why.
    pub fn of_nothing(file: &str, sentence: String) -> Row {
        let key = "no-file";
        Row {
            file: file.to_owned(),
            size: 0,
            report_id: id_of(b""),
            outcome: Err(Failure { key, sentence }),
        }
    }

    fn made(file: &str, bytes: &[u8], work: impl FnOnce() -> Result<Judged, ReadError>) -> Row {
        let outcome = match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Ok(judged)) => Ok(Box::new(judged)),
            Ok(Err(error)) => Err(error.into()),
            // A mistake of ours in one file is no reason to lose the others.
            Err(_) => Err(Failure {
                key: "panic",
                sentence: "程序出错，没有处理完这个文件；请把它发给开发者。".to_owned(),
            }),
        };
        Row {
            file: file.to_owned(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            report_id: id_of(bytes),
            outcome,
        }
    }
}

/// The last part of a path or an address, which is all that readers look at.
fn file_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn id_of(bytes: &[u8]) -> i64 {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let first = hash.first_chunk().expect("a hash has 32 bytes");
    i64::try_from(u64::from_be_bytes(*first) >> 1).expect("63 bits fit")
}

fn judged(reading: Reading, context: &Context) -> Judged {
    let previous = context.previous;
    let own = reading.previous.as_ref();
    let rules = nianbao_rules::rule::Context {
        today: Some(context.today),
        previous: previous.map(|(report, _)| report).or(own),
    };
    let judgement = (reading.kind == Kind::Report).then(|| judge(&reading.report, &rules));
    Judged {
        judgement,
        previous_id: previous.map(|(_, id)| id),
        reading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_of_ours_in_one_file_is_a_row() {
        let row = Row::made("a.docx", b"abc", || panic!("a mistake of ours"));
        let failure = row.outcome.expect_err("nothing was read");
        assert_eq!((failure.key, row.size), ("panic", 3));
        assert!(failure.sentence.ends_with('。'), "{}", failure.sentence);
    }

    #[test]
    fn the_same_bytes_have_the_same_id_and_it_is_not_negative() {
        assert_eq!(
            Ok(id_of(b"abc")),
            i64::try_from(0xba78_16bf_8f01_cfea_u64 >> 1)
        );
        assert_ne!(id_of(b"abc"), id_of(b"abd"));
        // The first eight bytes of the hash that FIPS 180 gives for “abc”, without their last bit.
        let known = i64::try_from(0xba78_16bf_8f01_cfea_u64 >> 1);
        assert_eq!(Ok(id_of(b"abc")), known);
        assert!((0..=255).all(|byte: u8| id_of(&[byte]) >= 0));
    }

    #[test]
    fn the_name_of_a_file_is_the_end_of_its_path_or_address() {
        for path in ["a.docx", "x/y/a.docx", r"C:\x\a.docx", "s3://x/a.docx"] {
            assert_eq!(file_name(path), "a.docx");
        }
    }
}
