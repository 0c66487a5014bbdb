//! What is said of a file as a whole: the first columns of its row, and all of the table `files`.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, Int16Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_schema::{DataType, Field};
use nianbao_core::date::Date;
use nianbao_core::judgement::{Finding, Judgement, Severity};
use nianbao_core::report::{Level, OrganKind};
use nianbao_core::row;
use nianbao_read::{Confidence, Reading};

use crate::figures::some;
use crate::list::{full, list_of, maybe, texts};
use crate::{Row, VERSION};

/// The id of a report, which the tables of figures and findings repeat.
pub(crate) const REPORT_ID: &str = "report_id";
/// The year reported on, which they repeat too.
pub(crate) const YEAR: &str = "year";

/// What is counted of a report, in the order of [`counts`].
const COUNTS: [&str; 8] = [
    "n_guessed",
    "n_not_found",
    "n_errors",
    "n_warnings",
    "n_hints",
    "n_holds",
    "n_fails",
    "n_cannot_tell",
];

/// The columns of a file.
pub(crate) fn fields() -> Vec<Field> {
    let mut fields = vec![
        full("file", DataType::Utf8),
        full(REPORT_ID, DataType::Int64),
        full("size", DataType::Int64),
        maybe("error", DataType::Utf8),
        maybe("error_key", DataType::Utf8),
        maybe("kind", DataType::Utf8),
        maybe("organ", DataType::Utf8),
        maybe("organ_kind", DataType::Utf8),
        maybe("organ_level", DataType::Utf8),
        maybe(YEAR, DataType::Int16),
        maybe(row::EDITION, DataType::Int16),
        maybe("title", DataType::Utf8),
    ];
    fields.extend(COUNTS.map(|name| maybe(name, DataType::Int16)));
    fields.extend([
        full("remarks", list_of(DataType::Utf8)),
        maybe("previous_id", DataType::Int64),
        full("checked_on", DataType::Date32),
        full("nianbao", DataType::Utf8),
    ]);
    fields
}

/// Many files, column by column.
pub(crate) struct Files {
    file: StringBuilder,
    report_id: Int64Builder,
    size: Int64Builder,
    /// The sentence and key of the error that kept it from being read, what kind of file it is, and who reports.
    words: [StringBuilder; 6],
    year: Int16Builder,
    edition: Int16Builder,
    title: StringBuilder,
    counts: [Int16Builder; COUNTS.len()],
    remarks: ListBuilder<StringBuilder>,
    previous_id: Int64Builder,
    checked_on: Date32Builder,
    nianbao: StringBuilder,
}

impl Files {
    pub(crate) fn new() -> Files {
        Files {
            file: StringBuilder::new(),
            report_id: Int64Builder::new(),
            size: Int64Builder::new(),
            words: Default::default(),
            year: Int16Builder::new(),
            edition: Int16Builder::new(),
            title: StringBuilder::new(),
            counts: Default::default(),
            remarks: texts(),
            previous_id: Int64Builder::new(),
            checked_on: Date32Builder::new(),
            nianbao: StringBuilder::new(),
        }
    }

    pub(crate) fn push(&mut self, row: &Row, today: Date) {
        self.file.append_value(&row.file);
        self.report_id.append_value(row.report_id);
        self.size.append_value(row.size);
        let judged = row.outcome.as_ref().ok();
        let reading = judged.map(|judged| &judged.reading);
        let failure = row.outcome.as_ref().err();
        let organ = reading.map(|reading| &reading.report.organ);
        let words = [
            failure.map(|failure| failure.sentence.as_str()),
            failure.map(|failure| failure.key),
            reading.map(|reading| reading.kind.key()),
            organ.and_then(|organ| some(&organ.name)),
            organ.and_then(|organ| organ.known_kind().map(OrganKind::key)),
            organ.and_then(|organ| organ.known_level().map(Level::key)),
        ];
        for (column, word) in self.words.iter_mut().zip(words) {
            column.append_option(word);
        }
        let year = reading.and_then(|reading| reading.report.year);
        self.year.append_option(year.and_then(small));
        let edition = reading.map(|reading| reading.report.form.edition.year);
        self.edition.append_option(edition.and_then(small));
        self.title
            .append_option(reading.map(|reading| reading.report.printed_title()));
        let judgement = judged.and_then(|judged| judged.judgement.as_ref());
        for (column, count) in self.counts.iter_mut().zip(counts(reading, judgement)) {
            column.append_option(count.map(|count| i16::try_from(count).unwrap_or(i16::MAX)));
        }
        let remarks = reading.map(|reading| &reading.remarks[..]);
        for remark in remarks.unwrap_or_default() {
            self.remarks.values().append_value(remark);
        }
        self.remarks.append(true);
        self.previous_id
            .append_option(judged.and_then(|judged| judged.previous_id));
        self.checked_on.append_value(days(today));
        self.nianbao.append_value(VERSION);
    }

    pub(crate) fn finish(mut self) -> Vec<ArrayRef> {
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(self.file.finish()),
            Arc::new(self.report_id.finish()),
            Arc::new(self.size.finish()),
        ];
        columns.extend(
            self.words
                .map(|mut column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend([
            Arc::new(self.year.finish()) as ArrayRef,
            Arc::new(self.edition.finish()) as ArrayRef,
            Arc::new(self.title.finish()) as ArrayRef,
        ]);
        columns.extend(
            self.counts
                .map(|mut column| Arc::new(column.finish()) as ArrayRef),
        );
        columns.extend([
            Arc::new(self.remarks.finish()) as ArrayRef,
            Arc::new(self.previous_id.finish()),
            Arc::new(self.checked_on.finish()),
            Arc::new(self.nianbao.finish()),
        ]);
        columns
    }
}

/// A year, which every reader can keep.
fn small(year: u16) -> Option<i16> {
    i16::try_from(year).ok()
}

/// What is counted: doubtful figures, findings that were not set aside, conditions.
fn counts(reading: Option<&Reading>, judgement: Option<&Judgement>) -> [Option<usize>; 8] {
    let of_confidence = |is_wanted: fn(&Confidence) -> bool| {
        let n = |reading: &Reading| {
            let sources = reading.sources.iter();
            sources
                .filter(|source| is_wanted(&source.confidence))
                .count()
        };
        reading.map(n)
    };
    let of_severity = |severity| {
        let n = |judgement: &Judgement| {
            let is_wanted = |it: &&Finding| it.is_open() && it.severity == severity;
            judgement.findings.iter().filter(is_wanted).count()
        };
        judgement.map(n)
    };
    [
        of_confidence(|confidence| matches!(confidence, Confidence::Guessed(_))),
        of_confidence(|confidence| matches!(confidence, Confidence::NotFound(_))),
        of_severity(Severity::Error),
        of_severity(Severity::Warning),
        of_severity(Severity::Hint),
        judgement.map(|judgement| judgement.n_holds),
        judgement.map(|judgement| judgement.n_fails),
        judgement.map(|judgement| judgement.n_cannot_tell),
    ]
}

/// Days since 1 January 1970.
fn days(day: Date) -> i32 {
    let span = day.since(Date::constant(1970, 1, 1));
    span.expect("days of one calendar").get_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (day, n) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-01-31", 20_484),
        ] {
            assert_eq!(days(day.parse().expect("a day")), n, "{day}");
        }
    }
}
