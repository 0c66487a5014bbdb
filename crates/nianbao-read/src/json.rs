//! A reading as JSON, for `nianbao read` and for the way from the worker to the page.

use nianbao_core::json::{Object, Raw, text};
use nianbao_core::saved::{self, Opened};
use serde::Serialize;
use serde_json::value::RawValue;

use super::budget::MAX_SAVED_BYTES;
use super::decode::decoded;
use super::{Confidence, Kind, ReadError, Reading, Source};
use crate::container::{Container, Content};
use crate::kinds;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::JSON,
    is: |sample| sample.begins_with(b"{"),
    read: |bytes, _| {
        if bytes.len() > MAX_SAVED_BYTES {
            return Err(ReadError::TooLarge);
        }
        let opened = saved::read(&decoded(bytes))?;
        Ok(Content::Saved(Box::new(opened)))
    },
};

/// What `nianbao read` prints (docs/saved-format.md).
#[derive(Serialize)]
struct JsonReading {
    kind: String,
    edition: u16,
    sections: Vec<Option<String>>,
    remarks: Vec<String>,
    unread: Vec<String>,
    sources: Vec<JsonSource>,
    report: Raw,
}

/// Where one figure came from.
#[derive(Serialize)]
struct JsonSource {
    table: String,
    row: String,
    column: String,
    confidence: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    snippet: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
}

/// Writes a reading as JSON: the report (and last year's) in the saved format, and each figure's source in printed order.
pub fn to_json(reading: &Reading) -> String {
    let form = reading.report.form;
    let source = |source: &Source| {
        let [table, row, column] = form.keys(source.cell).map(str::to_owned);
        JsonSource {
            table,
            row,
            column,
            confidence: source.confidence.key().to_owned(),
            reason: source.confidence.reason().to_owned(),
            snippet: source.snippet.clone(),
            place: source.place.clone(),
        }
    };
    let json = JsonReading {
        kind: reading.kind.key().to_owned(),
        edition: form.edition.year,
        sections: reading.sections.clone(),
        remarks: reading.remarks.clone(),
        unread: reading.unread.clone(),
        sources: reading.sources.iter().map(source).collect(),
        report: RawValue::from_string(saved::write_draft(
            &reading.report,
            reading.previous.as_ref(),
        ))
        .expect("the saved format is JSON"),
    };
    serde_json::to_string_pretty(&json).expect("strings and whole numbers always serialize")
}

/// Reads what [`to_json`] wrote; none if it is something else.
pub fn from_json(json: &str) -> Option<Reading> {
    let mut reading = Object::read(json).ok()?;
    let report = reading.remove("report")?;
    let Opened {
        report, previous, ..
    } = saved::read(report.get()).ok()?;
    let form = report.form;
    let source = |raw: &Raw| {
        let mut source = Object::read(raw.get()).ok()?;
        let mut part = |key| source.text(key).ok();
        Some(Source {
            cell: form.cell(&part("table")?, &part("row")?, &part("column")?)?,
            confidence: match (part("confidence")?.as_str(), part("reason")?) {
                ("read", _) => Confidence::Read,
                ("guessed", reason) => Confidence::Guessed(reason),
                (_, reason) => Confidence::NotFound(reason),
            },
            snippet: part("snippet")?,
            place: part("place")?,
        })
    };
    let section = |raw: &Raw| match raw.get() {
        "null" => Some(None),
        _ => text(raw).ok().map(Some),
    };
    let kind = reading.text("kind").ok()?;
    let sources = reading.list("sources").ok()?;
    let sections = reading.list("sections").ok()?;
    Some(Reading {
        kind: [Kind::Report, Kind::Template, Kind::OtherPeriod, Kind::Older]
            .into_iter()
            .find(|known| known.key() == kind)?,
        sources: sources.iter().map(source).collect::<Option<_>>()?,
        sections: sections.iter().map(section).collect::<Option<_>>()?,
        remarks: reading.texts("remarks").ok()?,
        unread: reading.texts("unread").ok()?,
        report,
        previous,
    })
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;

    #[test]
    fn a_reading_comes_back_from_json_as_it_was() {
        let report = sound_report();
        let confidences = [
            Confidence::Read,
            Confidence::Guessed("数字粘连".to_owned()),
            Confidence::NotFound("没有这一行".to_owned()),
        ];
        let source = |(cell, confidence): (_, &Confidence)| Source {
            cell,
            confidence: confidence.clone(),
            snippet: "12".to_owned(),
            place: "第三张表".to_owned(),
        };
        let sources = report
            .form
            .cells()
            .zip(confidences.iter().cycle())
            .map(source)
            .collect();
        for kind in [Kind::Report, Kind::Template, Kind::OtherPeriod, Kind::Older] {
            let reading = Reading {
                report: report.clone(),
                previous: Some(report.clone()),
                kind,
                sources: Vec::clone(&sources),
                sections: vec![Some("一、总体情况".to_owned()), None],
                remarks: vec!["有一行没有读懂。".to_owned()],
                unread: vec!["导航".to_owned()],
            };
            assert_eq!(from_json(&to_json(&reading)), Some(reading));
        }
        assert_eq!(from_json("{}"), None);
    }
}
