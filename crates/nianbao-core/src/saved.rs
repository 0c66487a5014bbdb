//! The JSON a user keeps (docs/saved-format.md): the only serde types of the crate.
//!
//! Reading is generous with content and strict with the envelope: an unknown key becomes a remark,
//! a file that is not ours or newer than this program is refused with a sentence.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::figure::Figure;
use crate::form::Form;
use crate::report::{Level, OrganKind, Report};

/// Marks our files.
pub const FORMAT: &str = "nianbao-report";

/// The version written by this program.
pub const VERSION: u64 = 2;

/// A report read from JSON, with what could not be placed in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What was understood.
    pub report: Report,
    /// Last year's report, if the draft holds one.
    pub previous: Option<Report>,
    /// Whole Chinese sentences about what was not.
    pub remarks: Vec<String>,
}

/// Why a text could not be opened as a saved report at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// Not JSON, or JSON of another shape; the parser's words.
    NotReadable(String),
    /// JSON, but not a report of ours.
    NotOurs,
    /// Written by a newer program.
    Newer(u64),
    /// Written on an edition this program does not know.
    UnknownEdition(u64),
}

impl fmt::Display for SavedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SavedError::NotReadable(cause) => {
                write!(f, "文件内容不完整或已损坏，无法读取（{cause}）。")
            }
            SavedError::NotOurs => write!(f, "这不是年报助手保存的草稿文件。"),
            SavedError::Newer(version) => {
                write!(
                    f,
                    "这份草稿由更新版本的年报助手保存（格式版本 {version}，本程序最高支持 {VERSION}），请用新版本打开。"
                )
            }
            SavedError::UnknownEdition(edition) => {
                write!(f, "这份草稿使用 {edition} 年版格式，本程序不认识这一版。")
            }
        }
    }
}

impl std::error::Error for SavedError {}

type Figures = BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>;

/// What only later programs know, by name; nothing of it is written.
type Unknown = BTreeMap<String, Value>;

#[derive(Serialize, Deserialize)]
struct SavedReport {
    format: String,
    version: u64,
    edition: u64,
    #[serde(default)]
    organ: SavedOrgan,
    year: u16,
    #[serde(default)]
    title: String,
    #[serde(default)]
    preamble: String,
    #[serde(default)]
    narratives: BTreeMap<String, String>,
    #[serde(default)]
    figures: Figures,
    #[serde(default)]
    signature: String,
    #[serde(default)]
    date: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    headings: Vec<String>,
    // Read from `unknown`, so that a torn one does not take the report along.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    previous: Option<Box<SavedReport>>,
    #[serde(flatten)]
    unknown: Unknown,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SavedOrgan {
    name: String,
    kind: String,
    level: String,
    #[serde(flatten)]
    unknown: Unknown,
}

/// Writes a report as JSON: the same report gives the same text.
pub fn write(report: &Report) -> String {
    write_draft(report, None)
}

/// Writes a report as JSON together with last year's, if there is one.
pub fn write_draft(report: &Report, previous: Option<&Report>) -> String {
    let draft = SavedReport {
        previous: previous.map(|previous| Box::new(saved(previous))),
        ..saved(report)
    };
    serde_json::to_string_pretty(&draft).expect("strings and whole numbers always serialize")
}

fn saved(report: &Report) -> SavedReport {
    let form = report.form;
    let mut figures = Figures::new();
    for table in &form.tables {
        for (row_idx, row) in table.rows.iter().enumerate() {
            for (column_idx, column) in table.columns.iter().enumerate() {
                let value = match report.figure(table.cell(row_idx, column_idx)) {
                    Figure::Blank => continue,
                    Figure::Count(count) => Value::from(*count),
                    figure => Value::from(figure.to_string()),
                };
                let rows = figures.entry(table.table.key.to_owned()).or_default();
                rows.entry(row.path.clone())
                    .or_default()
                    .insert(column.path.clone(), value);
            }
        }
    }
    let texts = form.texts.iter().filter_map(|text| {
        let content = report.text(form.text(&text.key)?);
        (!content.is_empty()).then(|| (text.key.clone(), content.to_owned()))
    });
    SavedReport {
        format: FORMAT.to_owned(),
        version: VERSION,
        edition: form.edition.year.into(),
        organ: SavedOrgan {
            name: report.organ.name.clone(),
            kind: report.organ.kind.key().to_owned(),
            level: report.organ.level.key().to_owned(),
            unknown: Unknown::new(),
        },
        year: report.year,
        title: report.title.clone(),
        preamble: report.preamble.clone(),
        narratives: texts.collect(),
        figures,
        signature: report.signature.clone(),
        date: report.date.clone(),
        headings: report.headings.clone(),
        previous: None,
        unknown: Unknown::new(),
    }
}

/// Reads a report from JSON, and last year's with it; older versions are migrated.
///
/// # Errors
/// [`SavedError`], if the text is not a saved report or one that this program cannot know.
pub fn read(json: &str) -> Result<Opened, SavedError> {
    let value = serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(not_readable)?;
    let mut saved = parse(value)?;
    let previous = saved.unknown.remove("previous");
    let (report, remarks) = report_of(saved)?;
    let mut opened = Opened {
        report,
        previous: None,
        remarks,
    };
    if let Some(previous) = previous.filter(|previous| !previous.is_null()) {
        match parse(previous).and_then(report_of) {
            Ok((previous, remarks)) => {
                opened.previous = Some(previous);
                let about_it = |remark| format!("上年报告：{remark}");
                opened.remarks.extend(remarks.iter().map(about_it));
            }
            Err(error) => opened
                .remarks
                .push(format!("草稿中的上年报告没有读入：{error}")),
        }
    }
    Ok(opened)
}

fn not_readable(error: serde_json::Error) -> SavedError {
    SavedError::NotReadable(error.to_string())
}

fn parse(value: Value) -> Result<SavedReport, SavedError> {
    serde_json::from_value(migrate(value)?).map_err(not_readable)
}

/// The report that was saved, with remarks on what has no place in it.
fn report_of(saved: SavedReport) -> Result<(Report, Vec<String>), SavedError> {
    let edition = u16::try_from(saved.edition).ok().and_then(Form::of_edition);
    let form = edition.ok_or(SavedError::UnknownEdition(saved.edition))?;
    let mut report = Report::new(form, saved.year);
    let mut remarks = Vec::new();
    report.organ.name = saved.organ.name;
    match OrganKind::of_key(&saved.organ.kind) {
        Some(kind) => report.organ.kind = kind,
        None => remarks.push(format!(
            "文件中的机关类别“{}”不认识，请重新选择。",
            saved.organ.kind
        )),
    }
    match Level::of_key(&saved.organ.level) {
        Some(level) => report.organ.level = level,
        None => remarks.push(format!(
            "文件中的机关级别“{}”不认识，请重新选择。",
            saved.organ.level
        )),
    }
    report.title = saved.title;
    report.preamble = saved.preamble;
    report.signature = saved.signature;
    report.date = saved.date;
    report.headings = saved.headings;
    for (key, value) in saved.organ.unknown.iter().chain(&saved.unknown) {
        let content = as_typed(value);
        remarks.push(format!("文件中的“{key}”这一项不认识，没有读入：{content}"));
    }
    for (key, content) in saved.narratives {
        match form.text(&key) {
            Some(text) => report.set_text(text, content),
            None => remarks.push(format!(
                "文件中的文字“{key}”不属于这一版格式，没有读入：{content}"
            )),
        }
    }
    for (table, rows) in &saved.figures {
        for (row, columns) in rows {
            for (column, value) in columns {
                let typed = as_typed(value);
                match form.cell(table, row, column) {
                    Some(cell) => report.type_figure(cell, &typed),
                    None => remarks.push(format!("文件中的数据“{table} · {row} · {column}”不属于这一版格式，没有读入：{typed}")),
                }
            }
        }
    }
    Ok((report, remarks))
}

fn as_typed(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Brings the JSON of an older version to the current one.
fn migrate(mut value: Value) -> Result<Value, SavedError> {
    let Some(object) = value.as_object_mut() else {
        return Err(SavedError::NotOurs);
    };
    if object.get("format").is_some_and(|format| format == FORMAT) {
        return match object.get("version").and_then(Value::as_u64) {
            Some(VERSION) => Ok(value),
            Some(newer) if newer > VERSION => Err(SavedError::Newer(newer)),
            _ => Err(SavedError::NotOurs),
        };
    }
    // Version 1 was the design sketch: no `format`, the edition under `form`, tables beside the other fields.
    let edition = object.remove("form").ok_or(SavedError::NotOurs)?;
    let tables: serde_json::Map<_, _> = [
        "documents",
        "licenses",
        "penalties",
        "fees",
        "requests",
        "disputes",
    ]
    .into_iter()
    .filter_map(|table| Some((table.to_owned(), object.remove(table)?)))
    .collect();
    object.insert("format".into(), FORMAT.into());
    object.insert("version".into(), VERSION.into());
    object.insert("edition".into(), edition);
    object.insert("figures".into(), Value::Object(tables));
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn a_report_comes_back_as_it_was_saved() {
        let mut report = example::sound_report();
        for (cell, typed) in report
            .form
            .cells()
            .zip(["", "0", "/", "１２", "三件", "—"].into_iter().cycle())
        {
            report.type_figure(cell, typed);
        }
        let amount = report
            .form
            .cell("fees", "administrative-fees", "amount")
            .expect("in the form");
        report.type_figure(amount, "12.50");
        report.organ.kind = OrganKind::Township;
        report.organ.level = Level::State;
        report.headings = vec!["一、总体情况".to_owned()];
        let previous = example::sound_report_on(Form::for_year(2020));
        for previous in [None, Some(previous)] {
            let opened = Opened {
                report: report.clone(),
                previous,
                remarks: Vec::new(),
            };
            let json = write_draft(&report, opened.previous.as_ref());
            assert_eq!(read(&json), Ok(opened));
        }
    }

    #[test]
    fn a_torn_report_of_last_year_is_remarked() {
        let report = example::sound_report();
        let with_previous = |previous: &str| {
            let json = write(&report);
            let end = json.rfind('}').expect("an object");
            let opened = read(&format!("{}, \"previous\": {previous}}}", &json[..end]));
            let opened = opened.expect("the report itself is whole");
            assert_eq!(opened.report, report);
            opened
        };
        for torn in [
            "7",
            "{}",
            r#"{"format": "nianbao-report", "version": 2}"#,
            r#"{"format": "nianbao-report", "version": 9}"#,
        ] {
            let opened = with_previous(torn);
            assert!(
                opened.previous.is_none()
                    && matches!(&opened.remarks[..], [remark] if remark.contains("上年报告没有读入")),
                "{opened:?}"
            );
        }
        let older = Report::new(Form::for_year(2024), 2023);
        let opened = with_previous(&write_draft(&report, Some(&older)));
        assert_eq!(opened.previous, Some(report.clone()));
        assert!(
            matches!(&opened.remarks[..], [remark] if remark.starts_with("上年报告：") && remark.contains("previous") && remark.contains("2023")),
            "the one before last has no place: {:?}",
            opened.remarks
        );
        assert_eq!(with_previous("null").remarks, Vec::<String>::new());
    }

    #[test]
    fn the_sketch_version_is_migrated() {
        let json = r#"{"form": 2021, "year": 2022, "organ": {"name": "示例县教育局", "kind": "department", "level": "county"},
            "requests": {"carried-over": {"requester/natural-person": 4}}}"#;
        let report = read(json).expect("a report").report;
        let cell = report
            .form
            .cell("requests", "carried-over", "requester/natural-person")
            .expect("in the form");
        assert_eq!(
            (report.organ.name.as_str(), report.figure(cell)),
            ("示例县教育局", &Figure::Count(4))
        );
        assert!(write(&report).contains("\"version\": 2"));
    }

    #[test]
    fn what_the_form_has_no_place_for_is_remarked_and_quoted() {
        let json = r#"{"format": "nianbao-report", "version": 2, "edition": 2021, "year": 2025, "seal": "公章", "organ": {"code": 431},
            "narratives": {"seventh": "第七部分的文字"}, "figures": {"requests": {"gone": {"requester/total": 7}}}}"#;
        let remarks = read(json).expect("a report").remarks;
        assert!(
            matches!(&remarks[..], [_, _, code, seal, text, figure] if code.ends_with("431") && seal.ends_with("公章")
                && text.ends_with("第七部分的文字") && figure.ends_with('7')),
            "{remarks:?}"
        );
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        let refused = |json: &str| read(json).expect_err("refused");
        assert_eq!(
            refused(r#"{"format": "nianbao-report", "version": 3}"#),
            SavedError::Newer(3)
        );
        assert_eq!(refused(r#"{"tables": []}"#), SavedError::NotOurs);
        assert_eq!(refused("[]"), SavedError::NotOurs);
        assert!(matches!(
            refused("{\"format\": "),
            SavedError::NotReadable(_)
        ));
        let unknown =
            r#"{"format": "nianbao-report", "version": 2, "edition": 2035, "year": 2036}"#;
        assert_eq!(refused(unknown), SavedError::UnknownEdition(2035));
    }

    #[test]
    fn a_decimal_number_in_json_is_read_as_it_is_written() {
        let json = r#"{"format": "nianbao-report", "version": 2, "edition": 2021, "year": 2025,
            "figures": {"fees": {"administrative-fees": {"amount": 59237.2449}}}}"#;
        let report = read(json).expect("a report").report;
        let cell = report
            .form
            .cell("fees", "administrative-fees", "amount")
            .expect("in the form");
        assert_eq!(report.figure(cell).to_string(), "59237.2449");
    }
}
