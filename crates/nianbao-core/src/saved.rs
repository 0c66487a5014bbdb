//! The JSON a user keeps (docs/saved-format.md): the only serde types of the crate.
//!
//! Reading is generous with content and strict with the envelope: an unknown key becomes a remark,
//! a file that is not ours or newer than this program is refused with a sentence.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

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

#[derive(Serialize)]
struct SavedReport {
    format: &'static str,
    version: u64,
    edition: u16,
    organ: SavedOrgan,
    year: u16,
    title: String,
    preamble: String,
    narratives: BTreeMap<String, String>,
    figures: Figures,
    signature: String,
    date: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Box<SavedReport>>,
}

#[derive(Serialize)]
struct SavedOrgan {
    name: String,
    kind: &'static str,
    level: &'static str,
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
        format: FORMAT,
        version: VERSION,
        edition: form.edition.year,
        organ: SavedOrgan {
            name: report.organ.name.clone(),
            kind: report.organ.kind.key(),
            level: report.organ.level.key(),
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
    }
}

/// Reads a report from JSON, and last year's with it; older versions are migrated.
///
/// # Errors
/// [`SavedError`], if the text is not a saved report or one that this program cannot know.
pub fn read(json: &str) -> Result<Opened, SavedError> {
    let value = serde_json::from_str(json.trim_start_matches('\u{feff}'));
    let value = value.map_err(|error| SavedError::NotReadable(error.to_string()))?;
    let mut fields = migrate(value)?;
    let previous = fields.0.remove("previous");
    let (report, remarks) = report_of(fields)?;
    let mut opened = Opened {
        report,
        previous: None,
        remarks,
    };
    if let Some(previous) = previous.filter(|previous| !previous.is_null()) {
        match migrate(previous).and_then(report_of) {
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

/// The fields of an object, taken out one by one: what is left at the end has no place in a report.
struct Fields(Map<String, Value>);

impl Fields {
    /// A field that may be missing.
    fn take<T: DeserializeOwned + Default>(&mut self, key: &str) -> Result<T, SavedError> {
        match self.0.remove(key) {
            None => Ok(T::default()),
            Some(value) => parsed(key, value),
        }
    }

    /// A field that must be there.
    fn require<T: DeserializeOwned>(&mut self, key: &str) -> Result<T, SavedError> {
        parsed(key, self.0.remove(key).unwrap_or_default())
    }
}

fn parsed<T: DeserializeOwned>(key: &str, value: Value) -> Result<T, SavedError> {
    let not_readable = |error| SavedError::NotReadable(format!("{key}: {error}"));
    serde_json::from_value(value).map_err(not_readable)
}

/// The report that was saved, with remarks on what has no place in it.
fn report_of(mut fields: Fields) -> Result<(Report, Vec<String>), SavedError> {
    let edition: u64 = fields.require("edition")?;
    let known = u16::try_from(edition).ok().and_then(Form::of_edition);
    let form = known.ok_or(SavedError::UnknownEdition(edition))?;
    let mut report = Report::new(form, fields.require("year")?);
    let mut remarks = Vec::new();
    let mut organ = Fields(fields.take("organ")?);
    report.organ.name = organ.take("name")?;
    let kind: String = organ.take("kind")?;
    match OrganKind::of_key(&kind) {
        Some(kind) => report.organ.kind = kind,
        None => remarks.push(format!("文件中的机关类别“{kind}”不认识，请重新选择。")),
    }
    let level: String = organ.take("level")?;
    match Level::of_key(&level) {
        Some(level) => report.organ.level = level,
        None => remarks.push(format!("文件中的机关级别“{level}”不认识，请重新选择。")),
    }
    report.title = fields.take("title")?;
    report.preamble = fields.take("preamble")?;
    report.signature = fields.take("signature")?;
    report.date = fields.take("date")?;
    report.headings = fields.take("headings")?;
    let narratives: BTreeMap<String, String> = fields.take("narratives")?;
    let figures: Figures = fields.take("figures")?;
    for (key, value) in organ.0.iter().chain(&fields.0) {
        let content = as_typed(value);
        remarks.push(format!("文件中的“{key}”这一项不认识，没有读入：{content}"));
    }
    for (key, content) in narratives {
        match form.text(&key) {
            Some(text) => report.set_text(text, content),
            None => remarks.push(format!(
                "文件中的文字“{key}”不属于这一版格式，没有读入：{content}"
            )),
        }
    }
    for (table, rows) in &figures {
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
fn migrate(value: Value) -> Result<Fields, SavedError> {
    let Value::Object(mut object) = value else {
        return Err(SavedError::NotOurs);
    };
    if object.get("format").is_some_and(|format| format == FORMAT) {
        return match object.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {
                object.retain(|key, _| !["format", "version"].contains(&key.as_str()));
                Ok(Fields(object))
            }
            Some(newer) if newer > VERSION => Err(SavedError::Newer(newer)),
            _ => Err(SavedError::NotOurs),
        };
    }
    // Version 1 was the design sketch: no `format`, the edition under `form`, tables beside the other fields.
    let edition = object.remove("form").ok_or(SavedError::NotOurs)?;
    let tables: Map<_, _> = [
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
    object.insert("edition".into(), edition);
    object.insert("figures".into(), Value::Object(tables));
    Ok(Fields(object))
}

#[cfg(test)]
mod tests;
