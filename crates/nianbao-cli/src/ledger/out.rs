//! A counted ledger as a file.

use std::path::Path;

use anyhow::bail;
use nianbao_core::report::Report;
use nianbao_ledger::Book;
use nianbao_ledger::rules::Finding;
use nianbao_ledger::write::{title, workbook};
use nianbao_write::csv::{FIELDS, fields, line};
use nianbao_write::lists_workbook;

use crate::save::save;
use crate::terminal::name;

/// Writes by the ending of the file's name.
pub(super) fn write(path: &Path, book: &Book, findings: &[Finding]) -> anyhow::Result<()> {
    let shown = name(path);
    let extension = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let bytes = match extension.as_str() {
        "csv" => csv(book).into_bytes(),
        "xlsx" => lists_workbook(&title(book), &workbook(book, findings)),
        "json" => nianbao_ledger::write::json(book, findings).into_bytes(),
        "ics" => nianbao_ledger::write::ics(book).into_bytes(),
        _ => bail!("{shown}: 扩展名不认识，可以写成 .xlsx、.json、.csv、.ics。"),
    };
    save(path, &bytes)
}

/// The certain figures with the columns of `read --format csv`, and how many cases are open behind each.
fn csv(book: &Book) -> String {
    let mut report = Report::new(book.counted.form, book.counted.year.unsigned_abs());
    let cells: Vec<_> = book
        .counted
        .cells()
        .filter_map(|cell| Some((cell, book.counted.behind(cell)?)))
        .collect();
    for (cell, behind) in &cells {
        report.type_figure(*cell, &behind.certain.to_string());
    }
    let mut table = line(FIELDS.into_iter().chain(["confidence", "source", "open"]));
    for (cell, behind) in cells {
        let figure = fields(&report, cell);
        let open = behind.open.to_string();
        let (confidence, source) = match behind.open {
            0 => ("read", "台账".to_owned()),
            n => ("guessed", format!("台账（另有 {n} 件待归类）")),
        };
        table += &line(
            figure
                .iter()
                .map(String::as_str)
                .chain([confidence, &source, &open]),
        );
    }
    table
}
