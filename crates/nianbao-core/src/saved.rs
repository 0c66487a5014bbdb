//! The JSON a user keeps (docs/saved-format.md): the only serde types of the crate.
//!
//! Reading is generous with content and strict with the envelope: an unknown key becomes a remark,
//! a file that is not ours or newer than this program is refused with a sentence.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::figure::Figure;
use crate::form::{Cell, Form};
use crate::json::{self, Object};
use crate::local::Local;
use crate::note::Note;
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

/// Values by table, row and column.
type ByPlace<V> = BTreeMap<String, BTreeMap<String, BTreeMap<String, V>>>;

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
    figures: ByPlace<SavedFigure>,
    signature: String,
    date: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    local: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<SavedNote>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    doubts: ByPlace<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    linked: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Box<SavedReport>>,
}

#[derive(Serialize)]
struct SavedNote {
    rule: String,
    about: Vec<String>,
    statement: String,
    reason: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum SavedFigure {
    Count(i64),
    Text(String),
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
    let figure = |cell| match report.figure(cell) {
        Figure::Blank => None,
        Figure::Count(count) => Some((cell, SavedFigure::Count(*count))),
        figure => Some((cell, SavedFigure::Text(figure.to_string()))),
    };
    let doubts = report.doubts.iter();
    let Local {
        deadline,
        overview_limit,
    } = report.local.clone();
    let local = [("deadline", deadline), ("overview_limit", overview_limit)];
    let local = local.into_iter().filter(|(_, typed)| !typed.is_empty());
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
        figures: by_place(form, form.cells().filter_map(figure)),
        signature: report.signature.clone(),
        date: report.date.clone(),
        headings: report.headings.clone(),
        local: local.collect(),
        notes: report.notes.iter().cloned().map(saved_note).collect(),
        doubts: by_place(form, doubts.map(|(&cell, reason)| (cell, reason.clone()))),
        linked: report.linked.clone(),
        previous: None,
    }
}

/// Reads a report from JSON, and last year's with it; older versions are migrated.
///
/// # Errors
/// [`SavedError`], if the text is not a saved report or one that this program cannot know.
pub fn read(json: &str) -> Result<Opened, SavedError> {
    let mut fields = fields_of(json.trim_start_matches('\u{feff}'))?;
    let previous = fields.0.remove("previous");
    let (report, remarks) = report_of(fields)?;
    let mut opened = Opened {
        report,
        previous: None,
        remarks,
    };
    if let Some(previous) = previous.filter(|previous| previous.get() != "null") {
        match fields_of(previous.get()).and_then(report_of) {
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

/// The fields of a saved report, those of an older version brought to the current one.
fn fields_of(json: &str) -> Result<Object, SavedError> {
    let mut fields = match Object::read(json) {
        Ok(fields) => fields,
        // JSON, but no object: another program's.
        Err(error) if error.is_data() => return Err(SavedError::NotOurs),
        Err(error) => return Err(SavedError::NotReadable(error.to_string())),
    };
    if fields.text("format").is_ok_and(|format| format == FORMAT) {
        return match fields.whole("version") {
            Ok(Some(VERSION)) => Ok(fields),
            Ok(Some(newer)) if newer > VERSION => Err(SavedError::Newer(newer)),
            _ => Err(SavedError::NotOurs),
        };
    }
    // Version 1 was the design sketch: no `format`, the edition under `form`, tables beside the other fields.
    let edition = fields.0.remove("form").ok_or(SavedError::NotOurs)?;
    let tables: BTreeMap<_, _> = [
        "documents",
        "licenses",
        "penalties",
        "fees",
        "requests",
        "disputes",
    ]
    .into_iter()
    .filter_map(|table| Some((table, fields.0.remove(table)?)))
    .collect();
    let figures = serde_json::value::to_raw_value(&tables).expect("JSON with names is JSON");
    fields.0.insert("edition".to_owned(), edition);
    fields.0.insert("figures".to_owned(), figures);
    Ok(fields)
}

/// The report that was saved, with remarks on what has no place in it.
fn report_of(mut fields: Object) -> Result<(Report, Vec<String>), SavedError> {
    let number = |field: Option<u64>, key: &str| {
        field.ok_or_else(|| SavedError::NotReadable(format!("{key}: missing")))
    };
    let edition = number(fields.whole("edition")?, "edition")?;
    let known = u16::try_from(edition).ok().and_then(Form::of_edition);
    let form = known.ok_or(SavedError::UnknownEdition(edition))?;
    let year = number(fields.whole("year")?, "year")?;
    let year = u16::try_from(year)
        .map_err(|_| SavedError::NotReadable(format!("year: {year} is no year")))?;
    let mut report = Report::new(form, year);
    let mut remarks = Vec::new();
    let mut organ = fields.object("organ")?;
    report.organ.name = organ.text("name")?;
    let kind = organ.text("kind")?;
    match OrganKind::of_key(&kind) {
        Some(kind) => report.organ.kind = kind,
        None => remarks.push(format!("文件中的机关类别“{kind}”不认识，请重新选择。")),
    }
    let level = organ.text("level")?;
    match Level::of_key(&level) {
        Some(level) => report.organ.level = level,
        None => remarks.push(format!("文件中的机关级别“{level}”不认识，请重新选择。")),
    }
    report.title = fields.text("title")?;
    report.preamble = fields.text("preamble")?;
    report.signature = fields.text("signature")?;
    report.date = fields.text("date")?;
    report.headings = fields.texts("headings")?;
    let mut local = fields.object("local")?;
    report.local.deadline = local.text("deadline")?;
    report.local.overview_limit = local.text("overview_limit")?;
    report.notes = fields
        .list("notes")?
        .iter()
        .map(|note| note_of(note))
        .collect::<Result<_, _>>()?;
    let narratives = fields.object("narratives")?;
    let figures = fields.object("figures")?;
    let doubts = fields.object("doubts")?;
    for (aid, sentence) in &fields.object("linked")?.0 {
        report.linked.insert(aid.clone(), json::text(sentence)?);
    }
    for (key, value) in organ.0.iter().chain(&local.0).chain(&fields.0) {
        let content = as_typed(value);
        remarks.push(format!("文件中的“{key}”这一项不认识，没有读入：{content}"));
    }
    for (key, content) in &narratives.0 {
        let content = json::text(content)?;
        match form.text(key) {
            Some(text) => report.set_text(text, content),
            None => remarks.push(format!(
                "文件中的文字“{key}”不属于这一版格式，没有读入：{content}"
            )),
        }
    }
    for_each_place(&figures, |[table, row, column], value| {
        let typed = as_typed(value);
        match form.cell(table, row, column) {
            Some(cell) => report.type_figure(cell, &typed),
            None => remarks.push(format!(
                "文件中的数据“{table} · {row} · {column}”不属于这一版格式，没有读入：{typed}"
            )),
        }
    })?;
    // After the figures, since filling one in settles a doubt.
    for_each_place(&doubts, |[table, row, column], reason| {
        let reason = as_typed(reason);
        match form.cell(table, row, column) {
            Some(cell) => drop(report.doubts.insert(cell, reason)),
            None => remarks.push(format!(
                "文件中对“{table} · {row} · {column}”的存疑不属于这一版格式，没有读入：{reason}"
            )),
        }
    })?;
    Ok((report, remarks))
}

fn saved_note(note: Note) -> SavedNote {
    SavedNote {
        rule: note.rule,
        about: note.about,
        statement: note.statement,
        reason: note.reason,
    }
}

fn note_of(note: &RawValue) -> Result<Note, SavedError> {
    let mut note = Object::read(note.get())?;
    Ok(Note {
        rule: note.text("rule")?,
        about: note.texts("about")?,
        statement: note.text("statement")?,
        reason: note.text("reason")?,
    })
}

impl From<serde_json::Error> for SavedError {
    fn from(error: serde_json::Error) -> SavedError {
        SavedError::NotReadable(error.to_string())
    }
}

/// Values of some cells, by table, row and column.
fn by_place<V>(form: &Form, values: impl Iterator<Item = (Cell, V)>) -> ByPlace<V> {
    let mut tables = ByPlace::new();
    for (cell, value) in values {
        let [table, row, column] = form.keys(cell).map(str::to_owned);
        let rows = tables.entry(table).or_default();
        rows.entry(row).or_default().insert(column, value);
    }
    tables
}

/// Goes through what was written by table, row and column.
fn for_each_place(
    tables: &Object,
    mut take: impl FnMut([&str; 3], &RawValue),
) -> serde_json::Result<()> {
    for (table, rows) in &tables.0 {
        for (row, columns) in &Object::read(rows.get())?.0 {
            for (column, value) in &Object::read(columns.get())?.0 {
                take([table, row, column], value);
            }
        }
    }
    Ok(())
}

/// What was typed: the text of a string, nothing for null, anything else letter by letter.
fn as_typed(raw: &RawValue) -> String {
    match raw.get() {
        "null" => String::new(),
        written => json::text(raw).unwrap_or_else(|_| written.to_owned()),
    }
}

#[cfg(test)]
mod tests;
