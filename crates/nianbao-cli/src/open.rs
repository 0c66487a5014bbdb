//! Opens reports from disk: the one place that knows how a file becomes a reading.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow};
use indicatif::ProgressBar;
use nianbao_core::sheet::Sheet;
use nianbao_read::{Confidence, READABLE, Reading, Source, read, sheets as read_sheets};

use crate::inputs::Input;
use crate::terminal::in_words;

/// Reads what is in a file, whatever container it is.
pub(crate) fn open(input: Input) -> anyhow::Result<Reading> {
    let shown = input.name();
    let reading = (input.content())
        .map_err(|error| anyhow!(in_words(&error)))
        .and_then(|(name, bytes)| Ok(read(&name, &bytes)?));
    reading.context(shown)
}

/// Reads a report that is to be judged; what is no annual report is refused.
pub(crate) fn open_report(input: Input) -> anyhow::Result<Reading> {
    let shown = input.name();
    let reading = open(input)?;
    match reading.kind.remark() {
        None => Ok(reading),
        Some(remark) => Err(anyhow!(remark).context(shown)),
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

/// Opens the books of a year one after the other; on a terminal it is seen which one is being read.
pub(crate) fn books(paths: &[PathBuf], mut take: impl FnMut(&str, &[Sheet])) -> anyhow::Result<()> {
    const TICK: Duration = Duration::from_millis(100);
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(TICK);
    for (place, path) in paths.iter().enumerate() {
        let shown = crate::terminal::name(path);
        bar.set_message(format!("{}/{} 正在读 {shown}", place + 1, paths.len()));
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let read = sheets(path)?;
        take(&file, &read);
    }
    bar.finish_and_clear();
    Ok(())
}

/// What was answered to questions about a book, as it is kept beside it.
pub(crate) fn kept<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let shown = crate::terminal::name(path);
    let text =
        fs::read_to_string(path).map_err(|error| anyhow!("{shown}: {}", in_words(&error)))?;
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| anyhow!("{shown}: 不是回答文件（{error}）。"))
}

/// Opens the sheets of a book of the year.
pub(crate) fn sheets(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    let input = Input::of(path);
    let shown = input.name();
    let sheets = (input.content())
        .map_err(|error| anyhow!(in_words(&error)))
        .and_then(|(name, bytes)| Ok(read_sheets(&name, &bytes)?));
    sheets.context(shown)
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
    remarks.extend(unread(&reading.unread));
    remarks
}

/// What to say of text that found no place in the report; numbers of pages are no loss.
fn unread(texts: &[String]) -> Option<String> {
    const SHOWN: usize = 30;
    let is_word = |c: char| c.is_alphabetic() && !"第页共".contains(c);
    let texts = || texts.iter().filter(|text| text.contains(is_word));
    let first = one_line(texts().next()?);
    let shown: String = first.chars().take(SHOWN).collect();
    let more = if shown.len() < first.len() { "…" } else { "" };
    Some(match texts().count() {
        1 => format!("有一处文字没有读入报告：“{shown}{more}”。"),
        n => format!("有 {n} 处文字没有读入报告，第一处是“{shown}{more}”；nianbao read 列出全部。"),
    })
}

/// A text in one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
