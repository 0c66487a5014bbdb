//! The JSON a user keeps (docs/saved-format.md).
//!
//! Reading is generous with content and strict with the envelope: an unknown key becomes a remark,
//! a file that is not ours or newer than this program is refused with a sentence.

use std::borrow::Cow;
use std::fmt;

use serde_json::value::RawValue;

use crate::form::Form;
use crate::json::{self, Object, Tree};
use crate::report::{Level, Note, OrganKind, Report};

mod write;

pub use write::{write, write_draft};

/// Marks our files.
pub const FORMAT: &str = "nianbao-report";

/// What is said of things without a place in a report, one by one; more would hide each other.
const MAX_REMARKS: usize = 100;

/// Characters of one such thing that are shown.
const MAX_SHOWN: usize = 500;

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
#[non_exhaustive]
pub enum SavedError {
    /// Not JSON, or JSON of another shape: where it breaks off, or what is missing.
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

/// Reads a report from JSON, and last year's with it; older versions are migrated.
///
/// # Errors
/// [`SavedError`], if the text is not a saved report or one that this program cannot know.
pub fn read(json: &str) -> Result<Opened, SavedError> {
    let mut fields = fields_of(json.trim_start_matches('\u{feff}'))?;
    let previous = fields.remove("previous");
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
        // The parser's own words are English, and weigh five kilobytes in the page.
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            return Err(SavedError::NotReadable(format!(
                "第 {line} 行第 {column} 个字节"
            )));
        }
    };
    if fields.text("format").is_ok_and(|format| format == FORMAT) {
        return match fields.whole("version") {
            Ok(Some(VERSION)) => Ok(fields),
            Ok(Some(newer)) if newer > VERSION => Err(SavedError::Newer(newer)),
            _ => Err(SavedError::NotOurs),
        };
    }
    // Version 1 was the design sketch: no `format`, the edition under `form`, tables beside the other fields.
    let edition = fields.remove("form").ok_or(SavedError::NotOurs)?;
    let tables = [
        "documents",
        "licenses",
        "penalties",
        "fees",
        "requests",
        "disputes",
    ]
    .into_iter()
    .map(|table| (table, fields.remove(table).map(Tree::Raw)));
    let figures = Tree::object(tables).written();
    let figures = RawValue::from_string(figures).expect("it was written as JSON");
    fields.insert("edition".to_owned(), edition);
    fields.insert("figures".to_owned(), figures);
    Ok(fields)
}

/// Whole Chinese sentences about what was not understood, up to a number.
#[derive(Default)]
struct Remarks {
    sentences: Vec<String>,
    n_more: usize,
}

impl Remarks {
    fn push(&mut self, sentence: impl FnOnce() -> String) {
        match self.sentences.len() < MAX_REMARKS {
            true => self.sentences.push(sentence()),
            false => self.n_more += 1,
        }
    }

    fn finish(mut self) -> Vec<String> {
        if self.n_more > 0 {
            let n_more = self.n_more;
            self.sentences.push(format!(
                "另有 {n_more} 项也不认识，没有读入；原文件里还有它们的内容。"
            ));
        }
        self.sentences
    }
}

/// A text that may be of any length, as far as it is shown.
fn shown(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MAX_SHOWN) {
        None => Cow::Borrowed(text),
        Some((end, _)) => {
            let n_chars = text.chars().count();
            Cow::Owned(format!("{}……（共 {n_chars} 字）", &text[..end]))
        }
    }
}

/// The report that was saved, with remarks on what has no place in it.
///
/// One function, as the saved format is one list of fields, in its order.
fn report_of(mut fields: Object) -> Result<(Report, Vec<String>), SavedError> {
    let number = |field: Option<u64>, key: &str| {
        field.ok_or_else(|| SavedError::NotReadable(format!("缺少“{key}”")))
    };
    let edition = number(fields.whole("edition")?, "edition")?;
    let known = u16::try_from(edition).ok().and_then(Form::of_edition);
    let form = known.ok_or(SavedError::UnknownEdition(edition))?;
    // The first versions wrote 0 where the year was not known.
    let year = fields.whole("year")?.filter(|&year| year > 0);
    let year = year.map(|year| {
        u16::try_from(year).map_err(|_| SavedError::NotReadable(format!("“year”写的是 {year}")))
    });
    let year = year.transpose()?;
    let mut report = Report::new(form, year);
    let mut remarks = Remarks::default();
    let mut organ = fields.object("organ")?;
    report.organ.name = organ.text("name")?;
    let kind = organ.text("kind")?;
    report.organ.kind = OrganKind::of_key(&kind);
    if report.organ.kind.is_none() && !kind.is_empty() {
        remarks.push(|| format!("文件中的机关类别“{}”不认识，请重新选择。", shown(&kind)));
    }
    let level = organ.text("level")?;
    report.organ.level = Level::of_key(&level);
    if report.organ.level.is_none() && !level.is_empty() {
        remarks.push(|| format!("文件中的机关级别“{}”不认识，请重新选择。", shown(&level)));
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
    for (aid, sentence) in fields.object("linked")?.fields() {
        report.linked.insert(aid.to_owned(), json::text(sentence)?);
    }
    for (key, value) in [&organ, &local, &fields]
        .into_iter()
        .flat_map(Object::fields)
    {
        remarks.push(|| {
            let (key, content) = (shown(key), as_typed(value));
            format!("文件中的“{key}”这一项不认识，没有读入：{}", shown(&content))
        });
    }
    for (key, content) in narratives.fields() {
        let content = json::text(content)?;
        match form.text(key) {
            Some(text) => report.set_text(text, content),
            None => remarks.push(|| {
                let (key, content) = (shown(key), shown(&content));
                format!("文件中的文字“{key}”不属于这一版格式，没有读入：{content}")
            }),
        }
    }
    for_each_place(&figures, |[table, row, column], value| {
        let typed = as_typed(value);
        match form.cell(table, row, column) {
            Some(cell) => report.type_figure(cell, &typed),
            None => remarks.push(|| {
                let [table, row, column] = [table, row, column].map(shown);
                let typed = shown(&typed);
                format!(
                    "文件中的数据“{table} · {row} · {column}”不属于这一版格式，没有读入：{typed}"
                )
            }),
        }
    })?;
    // After the figures, since filling one in settles a doubt.
    for_each_place(&doubts, |[table, row, column], reason| {
        let reason = as_typed(reason);
        match form.cell(table, row, column) {
            Some(cell) => drop(report.doubts.insert(cell, reason)),
            None => remarks.push(|| {
                let [table, row, column] = [table, row, column].map(shown);
                let reason = shown(&reason);
                format!(
                    "文件中对“{table} · {row} · {column}”的存疑不属于这一版格式，没有读入：{reason}"
                )
            }),
        }
    })?;
    Ok((report, remarks.finish()))
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
        // It counts from the beginning of one field.
        let is_torn = error.is_syntax() || error.is_eof();
        let what = if is_torn {
            "有一项不完整"
        } else {
            "有一项的写法不对"
        };
        SavedError::NotReadable(what.to_owned())
    }
}

/// Goes through what was written by table, row and column.
fn for_each_place(
    tables: &Object,
    mut take: impl FnMut([&str; 3], &RawValue),
) -> serde_json::Result<()> {
    for (table, rows) in tables.fields() {
        for (row, columns) in Object::read(rows.get())?.fields() {
            for (column, value) in Object::read(columns.get())?.fields() {
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
