//! The figures as a table for spreadsheets and scripts: one line for each, with its names and what kind of figure it is.

use nianbao_core::form::Cell;
use nianbao_core::report::Report;
use nianbao_core::row;

/// The names of [`fields`].
pub const FIELDS: [&str; 8] = [
    row::EDITION,
    row::TABLE,
    row::ROW,
    row::ROW_LABEL,
    row::COLUMN,
    row::COLUMN_LABEL,
    row::VALUE,
    row::STATE,
];

/// Excel takes a file without it for one in the system's encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes a report's figures in printed order.
pub(super) fn write(report: &Report) -> String {
    let header = ["organ", "year"].into_iter().chain(FIELDS);
    let mut csv = BYTE_ORDER_MARK.to_owned() + &line(header);
    let organ = harmless(&report.organ.name);
    let year = report.written_year();
    for cell in report.form.cells() {
        let mut fields = fields(report, cell);
        if report.shown(cell).number().is_none() {
            fields[6] = harmless(&fields[6]);
        }
        let own = [&organ, &year].map(String::as_str);
        csv += &line(own.into_iter().chain(fields.iter().map(String::as_str)));
    }
    csv
}

/// What is said of one figure: the names it has in drafts and in print, and the figure as printed.
pub fn fields(report: &Report, cell: Cell) -> [String; 8] {
    let place = report.form.place(cell);
    let table = &report.form.tables[place.table];
    let (row, column) = (&table.rows[place.row], &table.columns[place.column]);
    let section = report.form.edition.sections[table.section].title;
    let number = section.split('、').next().unwrap_or_default();
    // A total that is left to be added up is printed all the same.
    let printed = report.shown(cell);
    [
        report.form.edition.year.to_string(),
        number.to_owned(),
        row.path.clone(),
        row.label().to_owned(),
        column.path.clone(),
        column.label().to_owned(),
        printed.to_string(),
        printed.state().key().to_owned(),
    ]
}

/// Fields as a line, quoted as RFC 4180 wants it.
pub fn line<'a>(fields: impl Iterator<Item = &'a str>) -> String {
    let quoted = |field: &str| match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    };
    let fields: Vec<_> = fields.map(quoted).collect();
    fields.join(",") + "\n"
}

/// A text that no spreadsheet takes for a formula; one mark is put before it, and taken away when it is read.
fn harmless(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_formula = line.starts_with(['=', '+', '-', '@']) && line.len() > 1;
    match is_formula || line.starts_with('\'') {
        true => format!("'{line}"),
        false => line,
    }
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;

    #[test]
    fn every_figure_has_a_line_and_blank_zero_and_placeholder_differ() {
        let mut report = sound_report();
        let cells: Vec<_> = report.form.cells().collect();
        for (cell, typed) in cells.iter().zip(["", "0", "-", "=1,\"2\""]) {
            report.type_figure(*cell, typed);
        }
        let csv = write(&report);
        let lines: Vec<_> = csv.lines().collect();
        assert_eq!(lines.len(), 1 + 200);
        assert_eq!(
            lines[0],
            "\u{feff}organ,year,edition,table,row,row_label,column,column_label,value,state"
        );
        for (line, end) in lines[1..].iter().zip([
            "issued,本年制发件数,,blank",
            "repealed,本年废止件数,0,count",
            "in-force,现行有效件数,-,placeholder",
            "issued,本年制发件数,\"'=1,\"\"2\"\"\",unreadable",
        ]) {
            assert!(
                line.starts_with("示例市信访局,2025,2021,二,") && line.ends_with(end),
                "{line}"
            );
        }
    }
}
