//! A reading as JSON, for `nianbao read` and for the way from the worker to the page.

use nianbao_core::saved::{self, Opened};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Confidence, Kind, Reading, Source};

/// What `nianbao read` prints (docs/saved-format.md).
#[derive(Serialize, Deserialize)]
struct JsonReading {
    kind: String,
    edition: u16,
    sections: Vec<Option<String>>,
    remarks: Vec<String>,
    unread: Vec<String>,
    sources: Vec<JsonSource>,
    report: Value,
}

/// Where one figure came from.
#[derive(Serialize, Deserialize)]
struct JsonSource {
    table: String,
    row: String,
    column: String,
    confidence: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    snippet: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
}

/// Writes a reading as JSON: the report (and last year's) in the saved format, and each figure's source in printed order.
pub fn to_json(reading: &Reading) -> String {
    let form = reading.report.form;
    let source = |source: &Source| {
        let place = form.place(source.cell);
        let table = &form.tables[place.table];
        JsonSource {
            table: table.table.key.to_owned(),
            row: table.rows[place.row].path.clone(),
            column: table.columns[place.column].path.clone(),
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
        report: serde_json::from_str(&saved::write_draft(
            &reading.report,
            reading.previous.as_ref(),
        ))
        .expect("the saved format is JSON"),
    };
    serde_json::to_string_pretty(&json).expect("strings and whole numbers always serialize")
}

/// Reads what [`to_json`] wrote; none if it is something else.
pub fn from_json(json: &str) -> Option<Reading> {
    let json: JsonReading = serde_json::from_str(json).ok()?;
    let Opened {
        report, previous, ..
    } = saved::read(&json.report.to_string()).ok()?;
    let form = report.form;
    let source = |source: JsonSource| {
        Some(Source {
            cell: form.cell(&source.table, &source.row, &source.column)?,
            confidence: match source.confidence.as_str() {
                "read" => Confidence::Read,
                "guessed" => Confidence::Guessed(source.reason),
                _ => Confidence::NotFound(source.reason),
            },
            snippet: source.snippet,
            place: source.place,
        })
    };
    Some(Reading {
        kind: [Kind::Report, Kind::Template, Kind::OtherPeriod, Kind::Older]
            .into_iter()
            .find(|kind| kind.key() == json.kind)?,
        sources: json
            .sources
            .into_iter()
            .map(source)
            .collect::<Option<_>>()?,
        sections: json.sections,
        remarks: json.remarks,
        unread: json.unread,
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
