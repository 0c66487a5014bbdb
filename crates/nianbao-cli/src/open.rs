//! Opens reports from disk: the one place that knows how a file becomes a report.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Context;
use nianbao_core::saved::{self, Opened};

/// Reads the report in a file.
pub(crate) fn open(path: &Path) -> anyhow::Result<Opened> {
    let opened = fs::read(path)
        .map_err(|error| anyhow::anyhow!(in_words(&error)))
        .and_then(|bytes| String::from_utf8(bytes).context("文件不是 UTF-8 文本。"))
        .and_then(|json| Ok(saved::read(&json)?));
    opened.with_context(|| path.display().to_string())
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
