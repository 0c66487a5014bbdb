//! The report as a piece of a web page, for pasting into the editors of websites.
//!
//! Editors drop style sheets and classes and keep what stands in each element, so every element says how it looks.

use nianbao_core::grid::{Grid, GridContent};
use nianbao_core::report::Report;

use super::document::{Block, cell_text, closing_margins, outline};
use super::paper::{Setting, WIDE_TABLE, percent};
use crate::xml::escape;

const BODY: &str = "margin:0;line-height:1.9;text-indent:2em;font-size:16px;font-family:仿宋_GB2312,FangSong,serif";
const TITLE: &str = "margin:16px 0;line-height:1.5;text-align:center;font-size:24px;font-weight:bold;font-family:SimSun,serif";
const SECTION: &str = "margin:12px 0 0;line-height:1.9;text-indent:2em;font-size:16px;font-weight:bold;font-family:SimHei,sans-serif";
const TOPIC: &str = "margin:0;line-height:1.9;text-indent:2em;font-size:16px;font-weight:normal;font-family:楷体_GB2312,KaiTi,serif";
const TABLE: &str = "width:100%;border-collapse:collapse;table-layout:fixed;font-size:14px;line-height:1.4;font-family:SimSun,serif";
const CELL: &str = "border:1px solid #000000;padding:4px 3px;text-align:center;vertical-align:middle;font-weight:normal";
const MARK: &str = "margin:0;text-align:center;font-weight:bold;color:#a61b1b";

/// Writes a report as a fragment, beginning with a mark if there is one.
pub(super) fn write(report: &Report, mark: Option<&str>) -> String {
    let (signature_right, date_right) = closing_margins(report);
    let mark = mark.map(|mark| element("p", MARK, mark));
    let blocks = outline(report).into_iter().map(|block| match block {
        Block::Title(text) => element("h1", TITLE, &text),
        Block::Paragraph(text) => element("p", BODY, text),
        Block::SectionHeading(text) => element("h2", SECTION, text),
        Block::TopicHeading(text) => element("h3", TOPIC, text),
        Block::Table(grid) => table(report, &grid),
        Block::Signature(text) => closing(text, signature_right),
        Block::Date(text) => closing(text, date_right),
    });
    mark.into_iter().chain(blocks).collect()
}

fn element(tag: &str, style: &str, text: &str) -> String {
    format!("<{tag} style=\"{style}\">{}</{tag}>\n", escape(text))
}

/// A line that ends so many half characters from the right.
fn closing(text: &str, right: usize) -> String {
    let (ems, tenths) = (right / 2, right % 2 * 5);
    let style =
        format!("margin:0 {ems}.{tenths}em 0 0;line-height:1.9;text-align:right;font-size:16px");
    element("p", &style, text)
}

/// A table in a box that scrolls by itself where the column is too narrow for it.
fn table(report: &Report, grid: &Grid) -> String {
    let setting = Setting::of(report, grid);
    let least = match (grid.n_columns >= WIDE_TABLE, setting.is_tight()) {
        (false, _) => "",
        (true, false) => "min-width:640px;",
        (true, true) => "min-width:880px;",
    };
    let mut html = format!(
        "<div style=\"margin:8px 0 16px;overflow-x:auto\">\n\
         <table border=\"1\" cellspacing=\"0\" width=\"100%\" style=\"{least}{TABLE}\">\n<colgroup>"
    );
    for width in setting.widths {
        html += &format!("<col width=\"{}\">", percent(width));
    }
    html += "</colgroup>\n<tbody>\n";
    for row in &grid.rows {
        html += "<tr>";
        for cell in row {
            let text = escape(&cell_text(report, cell.content));
            let is_label = matches!(cell.content, GridContent::RowHeading(_));
            let left = match is_label && grid.n_label_columns > 1 {
                true => ";text-align:left",
                false => "",
            };
            // Header cells would be set bold by many sites; editors keep plain ones as they are.
            html += &format!(
                "<td colspan=\"{}\" rowspan=\"{}\" style=\"{CELL}{left}\">{text}</td>",
                cell.width, cell.height
            );
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n</div>\n"
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;
    use nianbao_core::unprinted::Mark;
    use nianbao_read::read_clipboard_html;

    #[test]
    fn a_fragment_has_no_classes_no_scripts_and_no_address() {
        let mut report = sound_report();
        report.preamble = "<script>甲</script>".to_owned();
        let html = write(&report, None);
        for word in ["class=", "<script", "<style", "http", "url("] {
            assert!(!html.contains(word), "{word}");
        }
    }

    #[test]
    fn what_is_pasted_is_read_back_to_the_same_figures() {
        let mut report = sound_report();
        for (cell, typed) in report.form.cells().zip(["", "0", "/"]) {
            report.type_figure(cell, typed);
        }
        for mark in [None, Some(Mark::Draft.text())] {
            let reading = read_clipboard_html(&write(&report, mark)).expect("our own markup");
            for cell in report.form.cells() {
                let (written, read) = (report.shown(cell), reading.report.shown(cell));
                assert_eq!(read, written, "{}", report.form.name(cell));
            }
            assert_eq!(reading.report.preamble, report.preamble);
            assert_eq!(reading.report.signature, report.signature);
        }
    }
}
