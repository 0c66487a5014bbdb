//! A reading as a table for spreadsheets and scripts: one line for each figure of the form.

use std::path::Path;

use nianbao_core::figure::Figure;
use nianbao_files::read::{Confidence, Reading, Source};

use crate::open::one_line;

const HEADER: &str =
    "edition,table,row,row_label,column,column_label,value,state,confidence,source\n";

/// The header, the figures in printed order, then what else was read, in lines that start with `#`.
pub(super) fn table(path: &Path, reading: &Reading) -> String {
    let mut table = HEADER.to_owned();
    for source in &reading.sources {
        let fields = fields(reading, source).map(|field| quoted(&field));
        table += &(fields.join(",") + "\n");
    }
    let report = &reading.report;
    let year = match report.year {
        0 => String::new(),
        year => year.to_string(),
    };
    let about = [
        ("file", path.display().to_string()),
        ("organ", report.organ.name.clone()),
        ("year", year),
        ("title", report.printed_title()),
        ("edition", report.form.edition.year.to_string()),
    ];
    let remarks = reading.remarks.iter();
    let remarks = remarks.map(|remark| ("remark", remark.clone()));
    for (name, content) in about.into_iter().chain(remarks) {
        table += &format!("# {name}: {}\n", one_line(&content));
    }
    table
}

fn fields(reading: &Reading, source: &Source) -> [String; 10] {
    let report = &reading.report;
    let place = report.form.place(source.cell);
    let table = &report.form.tables[place.table];
    let (row, column) = (&table.rows[place.row], &table.columns[place.column]);
    let section = report.form.edition.sections[table.section].title;
    let number = section.split('、').next().unwrap_or_default();
    // A total that is left to be added up is printed all the same.
    let printed = report.shown(source.cell);
    [
        report.form.edition.year.to_string(),
        number.to_owned(),
        row.path.clone(),
        row.label().to_owned(),
        column.path.clone(),
        column.label().to_owned(),
        printed.to_string(),
        state(&printed, &source.confidence).to_owned(),
        source.confidence.key().to_owned(),
        whence(source),
    ]
}

fn state(printed: &Figure, confidence: &Confidence) -> &'static str {
    match printed {
        Figure::Blank if matches!(confidence, Confidence::NotFound(_)) => "absent",
        Figure::Blank => "blank",
        Figure::Placeholder(_) => "placeholder",
        Figure::Count(_) => "count",
        Figure::Amount(_) => "amount",
        Figure::Unreadable(_) => "unreadable",
    }
}

/// Where a figure stands, what stands there, and what makes it doubtful.
fn whence(source: &Source) -> String {
    let mut whence = one_line(&source.place);
    let snippet = one_line(&source.snippet);
    if !snippet.is_empty() {
        whence += &format!("“{snippet}”");
    }
    match source.confidence.reason() {
        "" => whence,
        reason => whence + &format!("（{}）", one_line(reason)),
    }
}

/// A field as RFC 4180 wants it.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
