//! One self-contained web page: no script, no request, tables with header cells that screen readers understand.

use nianbao_core::grid::{Grid, GridCell, GridContent};
use nianbao_core::report::Report;

use nianbao_core::text::words;
use nianbao_core::unprinted;

use super::document::{Block, cell_text, outline, split_title};
use super::lists::List;
use super::paper::{Setting, WIDE_TABLE, percent};
use super::sheet::Piece;
use crate::xml::escape;

/// How a printed report looks, on the screen and on paper: everything inside an element of class `report`.
const STYLE: &str = include_str!("report.css");
const SHEET_STYLE: &str = include_str!("sheet.css");

/// Writes a report as a page; the mark of a draft is the style sheet's to show, and no part of the text.
pub(super) fn write(report: &Report, mark: Option<&str>) -> String {
    let title = escape(&report.printed_title());
    let mut html = format!(
        r#"<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="nianbao">
<meta name="author" content="{author}">
<meta name="{unprinted_name}" content="{unprinted}">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<article class="report"{mark}>
"#,
        mark = mark.map_or(String::new(), |mark| format!(
            " data-mark=\"{}\"",
            escape(mark)
        )),
        author = escape(report.organ.name.trim()),
        unprinted_name = unprinted::NAME,
        unprinted = escape(&unprinted::write(report)),
    );
    html += &article(report);
    html + "</article>\n</body>\n</html>\n"
}

/// The report itself: what stands in an element of class `report`, here and in the preview of the page.
pub fn article(report: &Report) -> String {
    let mut html = String::new();
    let mut section = "";
    let mut is_closing = false;
    for block in outline(report) {
        if matches!(block, Block::Signature(_) | Block::Date(_)) && !is_closing {
            html += "<div class=\"closing\">\n";
            is_closing = true;
        }
        match block {
            Block::Title(title) => html += &format!("<h1>{}</h1>\n", broken(&title, report)),
            Block::Paragraph(text) => html += &element("p", text),
            Block::SectionHeading(text) => {
                section = text;
                html += &element("h2", text);
            }
            Block::TopicHeading(text) => html += &element("h3", text),
            Block::Table(grid) => table(&mut html, report, section, &grid),
            Block::Signature(text) => html += &element("p", text),
            Block::Date(text) => html += &format!("<p class=\"date\">{}</p>\n", escape(text)),
        }
    }
    if is_closing {
        html += "</div>\n";
    }
    html
}

/// Writes a review sheet as a page.
pub(super) fn write_sheet(pieces: &[Piece]) -> String {
    let mut html = format!(
        r#"<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>审核单</title>
<style>
{STYLE}{SHEET_STYLE}</style>
</head>
<body>
<article class="report sheet">
"#
    );
    for piece in pieces {
        match piece {
            Piece::Title(text) => html += &element("h1", text),
            Piece::Heading(text) => html += &element("h2", text),
            Piece::Rule(text) => html += &element("h3", text),
            Piece::Text(text) => html += &element("p", text),
            Piece::List(list) => list_table(&mut html, list, ""),
            Piece::Form(list) => list_table(&mut html, list, " form"),
        }
    }
    html + "</article>\n</body>\n</html>\n"
}

fn element(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>\n", escape(text))
}

/// A list as a table, with its columns in proportion.
fn list_table(html: &mut String, list: &List, class: &str) {
    let total: usize = list.heads.iter().map(|(_, width)| *width).sum();
    *html += &format!("<table class=\"list{class}\">\n<colgroup>");
    for (_, width) in &list.heads {
        *html += &format!("<col width=\"{}%\">", 100 * width / total.max(1));
    }
    *html += "</colgroup>\n<thead>\n<tr>";
    for (head, _) in &list.heads {
        *html += &format!("<th scope=\"col\">{}</th>", escape(head));
    }
    *html += "</tr>\n</thead>\n<tbody>\n";
    for row in &list.rows {
        *html += "<tr>";
        for item in row {
            *html += &format!("<td>{}</td>", escape(&item.shown()).replace('\n', "<br>"));
        }
        *html += "</tr>\n";
    }
    *html += "</tbody>\n</table>\n";
}

/// A title that breaks after the organ's name where it does not fit a line.
fn broken(title: &str, report: &Report) -> String {
    match split_title(title, report) {
        Some((organ, rest)) => format!("{}<wbr>{}", escape(organ), escape(rest)),
        None => escape(title),
    }
}

/// A table in a box that scrolls by itself where the screen is too narrow for it.
fn table(html: &mut String, report: &Report, section: &str, grid: &Grid) {
    let name = escape(section);
    let setting = Setting::of(report, grid);
    let over = match grid.n_columns >= WIDE_TABLE {
        true => " over",
        false => "",
    };
    *html += &format!(
        "<div class=\"scroll{over}\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n<table class=\"figures"
    );
    if grid.n_label_columns > 1 {
        *html += " nested";
    }
    if grid.n_columns >= WIDE_TABLE {
        *html += " wide";
    }
    if setting.is_tight() {
        *html += " long";
    }
    *html += &format!("\" aria-label=\"{name}\">\n<colgroup>");
    for width in setting.widths {
        // An attribute, since the page that shows this allows no style in elements.
        *html += &format!("<col width=\"{}\">", percent(width));
    }
    *html += "</colgroup>\n";
    let (header, body) = grid.rows.split_at(grid.n_header_rows);
    if !header.is_empty() {
        *html += "<thead>\n";
        rows(html, report, header);
        *html += "</thead>\n";
    }
    // Each block of a stack is a row group, so that its banner is the heading of that group alone.
    let begins_group =
        |row: &[GridCell]| matches!(row, [cell] if matches!(cell.content, GridContent::Banner(_)));
    for group in body.chunk_by(|_, next| !begins_group(next)) {
        *html += "<tbody>\n";
        rows(html, report, group);
        *html += "</tbody>\n";
    }
    *html += "</table>\n</div>\n";
}

fn rows(html: &mut String, report: &Report, rows: &[Vec<GridCell>]) {
    for row in rows {
        *html += "<tr>";
        for cell in row {
            let (tag, scope) = match cell.content {
                GridContent::Banner(_) => ("th", " scope=\"rowgroup\""),
                GridContent::Corner(_) | GridContent::ColumnHeading(_) => ("th", " scope=\"col\""),
                GridContent::RowHeading(_) => ("th", " scope=\"row\""),
                GridContent::Figure(_) => ("td", ""),
            };
            let span = |name: &str, n: usize| match n {
                1 => String::new(),
                n => format!(" {name}=\"{n}\""),
            };
            let text = escape(&cell_text(report, cell.content));
            let words = words(cell.content.label().unwrap_or_default());
            let (class, text) = match words.len() {
                0 | 1 => ("", text),
                _ => (" class=\"words\"", words.join("<wbr>")),
            };
            *html += &format!(
                "<{tag}{scope}{class}{}{}>{text}</{tag}>",
                span("colspan", cell.width),
                span("rowspan", cell.height),
            );
        }
        *html += "</tr>\n";
    }
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;

    #[test]
    fn the_page_asks_for_nothing_and_runs_nothing() {
        let html = write(&sound_report(), None);
        for word in ["<script", "http:", "https:", "url(", "@import", "src="] {
            assert!(!html.contains(word), "{word}");
        }
    }

    #[test]
    fn every_element_is_closed() {
        let html = write(&sound_report(), None);
        for tag in [
            "article", "div", "table", "colgroup", "thead", "tbody", "tr", "h1", "h2", "h3", "p",
        ] {
            let n_opened = html.matches(&format!("<{tag}>")).count()
                + html.matches(&format!("<{tag} ")).count();
            assert_eq!(
                n_opened,
                html.matches(&format!("</{tag}>")).count(),
                "{tag}"
            );
            assert!(n_opened > 0, "{tag}");
        }
    }

    #[test]
    fn what_was_typed_is_text_and_never_markup() {
        let mut report = sound_report();
        report.organ.name = "<b>示例</b>".to_owned();
        report.preamble = "<script>alert(1)</script>".to_owned();
        let cell = report.form.cells().next().expect("a cell");
        report.type_figure(cell, "\"><img>");
        let html = write(&report, None);
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<img"));
        assert!(html.contains("<td>&quot;&gt;&lt;img&gt;</td>"));
    }

    #[test]
    fn blank_zero_and_a_placeholder_are_printed_as_they_are() {
        let mut report = sound_report();
        let cells: Vec<_> = report.form.cells().take(3).collect();
        for (cell, typed) in cells.into_iter().zip(["", "0", "/"]) {
            report.type_figure(cell, typed);
        }
        assert!(write(&report, None).contains("<td></td><td>0</td><td>/</td>"));
    }
}
