//! A reading as a table for spreadsheets and scripts: one line for each figure of the form.

use nianbao_core::row;
use nianbao_read::{Reading, Source};
use nianbao_write::csv::{FIELDS, fields, line};

use crate::open::one_line;

/// The header, the figures in printed order, then what else was read, in lines that start with `#`.
pub(super) fn table(file: &str, reading: &Reading) -> String {
    let mut table = line(FIELDS.into_iter().chain([row::CONFIDENCE, "source"]));
    for (source, figure, state) in reading.figures() {
        let mut fields = fields(&reading.report, source.cell);
        fields[6] = figure.to_string();
        fields[7] = state.key().to_owned();
        let whence = whence(source);
        let own = [source.confidence.key(), &whence];
        table += &line(fields.iter().map(String::as_str).chain(own));
    }
    let report = &reading.report;
    let about = [
        ("file", file.to_owned()),
        ("organ", report.organ.name.clone()),
        ("year", report.written_year()),
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
