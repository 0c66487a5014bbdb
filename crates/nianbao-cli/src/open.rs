//! Opens reports from disk: the one place that knows how a file becomes a reading.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, anyhow};
use nianbao_core::sheet::Sheet;
use nianbao_read::{
    Confidence, MAX_FILE_BYTES, READABLE, Reading, Source, read, sheets as read_sheets,
};

/// Reads what is in a file, whatever container it is.
pub(crate) fn open(path: &Path) -> anyhow::Result<Reading> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let reading = bytes(path)
        .map_err(|error| anyhow!(in_words(&error)))
        .and_then(|bytes| Ok(read(&name, &bytes)?));
    reading.with_context(|| path.display().to_string())
}

/// Reads a report that is to be judged; what is no annual report is refused.
pub(crate) fn open_report(path: &Path) -> anyhow::Result<Reading> {
    let reading = open(path)?;
    match reading.kind.remark() {
        None => Ok(reading),
        Some(remark) => Err(anyhow!(remark).context(path.display().to_string())),
    }
}

/// What can be opened, for the help of commands.
pub(crate) fn readable() -> String {
    let kinds = READABLE.iter().map(|kind| {
        let endings: Vec<_> = kind.endings.iter().map(|end| format!(".{end}")).collect();
        format!("\n  {}  {}", endings.join(" "), kind.name)
    });
    format!("可以打开：{}", kinds.collect::<String>())
}

/// Opens the sheets of a book of the year.
pub(crate) fn sheets(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let sheets = bytes(path)
        .map_err(|error| anyhow!(in_words(&error)))
        .and_then(|bytes| Ok(read_sheets(&name, &bytes)?));
    sheets.with_context(|| path.display().to_string())
}

/// At most one byte more than what is read at all, so that the reader sees that it is too much.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a person should know before trusting a reading: what was not understood, and which figures are doubtful.
pub(crate) fn remarks(reading: &Reading) -> Vec<String> {
    const NAMED: usize = 10;
    let form = reading.report.form;
    let mut remarks = reading.remarks.clone();
    let (guessed, missing): (Vec<_>, Vec<_>) = reading
        .doubtful()
        .partition(|source| matches!(source.confidence, Confidence::Guessed(_)));
    let guess = |source: &&Source| {
        let (name, figure) = (form.name(source.cell), reading.report.figure(source.cell));
        let (reason, snippet) = (source.confidence.reason(), one_line(&source.snippet));
        format!("{name} 读作“{figure}”，没有把握：{reason}（原文“{snippet}”）")
    };
    remarks.extend(guessed.iter().take(NAMED).map(guess));
    if guessed.len() > NAMED {
        let n_more = guessed.len() - NAMED;
        remarks.push(format!("另有 {n_more} 格也没有把握。"));
    }
    if let Some(first) = missing.first() {
        let name = form.name(first.cell);
        remarks.push(match missing.len() {
            1 => format!("没有读到 {name}。"),
            n => format!("有 {n} 格没有读到，第一格是 {name}。"),
        });
    }
    remarks
}

/// A text in one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the operating system said, as a sentence.
pub(crate) fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或文件夹。".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读写权限。".to_owned(),
        io::ErrorKind::IsADirectory => "这是文件夹，不是文件。".to_owned(),
        io::ErrorKind::StorageFull => "磁盘已满。".to_owned(),
        _ => format!("系统不能读写（{error}）。"),
    }
}
