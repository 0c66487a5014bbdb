//! Plain text for mail and comparison: `.txt` with tabs between cells, `.md` with pipes.

use nianbao_core::grid::{Grid, GridContent};
use nianbao_core::report::Report;

use super::document::{Block, cell_text, outline};

/// A figure that is blank, where an empty cell would be taken for a part of a merged one.
const BLANK: &str = "\u{a0}";

/// Writes a report as plain text.
pub(super) fn write_plain(report: &Report, mark: Option<&str>) -> String {
    let mut text = mark.map_or(String::new(), |mark| format!("{mark}\n\n"));
    for block in outline(report) {
        match block {
            Block::Title(line) => text += &format!("{line}\n\n"),
            Block::SectionHeading(line) => text += &format!("\n{line}\n"),
            Block::Paragraph(line) | Block::TopicHeading(line) => {
                text += &format!("\u{3000}\u{3000}{line}\n");
            }
            Block::Table(grid) => {
                for row in rows(report, &grid, "") {
                    text += &(row.join("\t") + "\n");
                }
            }
            Block::Signature(line) => text += &format!("\n{line}\n"),
            Block::Date(line) => text += &format!("{line}\n"),
        }
    }
    text
}

/// Writes a report as Markdown.
pub(super) fn write_markdown(report: &Report, mark: Option<&str>) -> String {
    let mut text = mark.map_or(String::new(), |mark| format!("{mark}\n\n"));
    for block in outline(report) {
        match block {
            Block::Title(line) => text += &format!("# {}\n\n", literal(&line)),
            Block::SectionHeading(line) => text += &format!("## {line}\n\n"),
            Block::TopicHeading(line) => text += &format!("### {}\n\n", literal(line)),
            Block::Paragraph(line) | Block::Signature(line) | Block::Date(line) => {
                text += &format!("{}\n\n", literal(line));
            }
            Block::Table(grid) => {
                for (row_idx, row) in rows(report, &grid, BLANK).iter().enumerate() {
                    let cells: Vec<_> = row.iter().map(|cell| literal(cell)).collect();
                    text += &format!("| {} |\n", cells.join(" | "));
                    if row_idx == 0 {
                        text += &format!("|{}\n", " --- |".repeat(row.len()));
                    }
                }
                text.push('\n');
            }
        }
    }
    text.truncate(text.trim_end_matches('\n').len());
    text + "\n"
}

/// The rows of a table with as many cells each; the text of a merged cell stands in its first one.
fn rows(report: &Report, grid: &Grid, blank: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new(); grid.n_columns]; grid.rows.len()];
    for (row, cells) in rows.iter_mut().zip(&grid.rows) {
        for cell in cells {
            let text = cell_text(report, cell.content);
            row[cell.column] = match cell.content {
                GridContent::Figure(_) if text.is_empty() => blank.to_owned(),
                _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
            };
        }
    }
    rows
}

/// A line in which Markdown sees no marks.
fn literal(line: &str) -> String {
    let mut literal = String::with_capacity(line.len());
    if line.starts_with(['#', '>', '-', '+', '=', '~']) {
        literal.push('\\');
    }
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = after_number.len() < line.len()
        && (after_number.starts_with(". ") || after_number.starts_with(") "));
    for (place, c) in line.char_indices() {
        let ends_number = is_item && place + after_number.len() == line.len();
        if ends_number || matches!(c, '\\' | '`' | '*' | '_' | '<' | '[' | '|' | '&') {
            literal.push('\\');
        }
        literal.push(c);
    }
    literal
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;
    use nianbao_read::read;

    #[test]
    fn text_is_read_back_to_the_same_figures() {
        let mut report = sound_report();
        let cells: Vec<_> = report.form.cells().collect();
        for (cell, typed) in cells.iter().zip(["", "0", "/", "约三件"]) {
            report.type_figure(*cell, typed);
        }
        for (name, text) in [
            ("report.txt", write_plain(&report, None)),
            ("report.md", write_markdown(&report, None)),
        ] {
            let reading = read(name, text.as_bytes()).expect("our own text");
            for &cell in &cells {
                let (written, read) = (report.shown(cell), reading.report.shown(cell));
                assert_eq!(read, written, "{name}: {}", report.form.name(cell));
            }
            assert_eq!(reading.report.preamble, report.preamble);
            for id in report.form.text_ids() {
                assert_eq!(reading.report.text(id), report.text(id));
            }
            assert_eq!(reading.report.date, report.date);
        }
    }

    #[test]
    fn what_was_typed_is_no_markup() {
        for (typed, literal_line) in [
            ("# 一", "\\# 一"),
            ("12. 甲", "12\\. 甲"),
            ("1.甲", "1.甲"),
            ("a*b|c<d", "a\\*b\\|c\\<d"),
            ("- 甲", "\\- 甲"),
        ] {
            assert_eq!(literal(typed), literal_line);
        }
    }
}
