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

/// Figures as a table without a look of its own, as spreadsheets and word processors take it from the clipboard.
pub fn plain_table(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| format!("<td>{}</td>", escape(text));
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!("<table>{rows}</table>")
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
    use std::collections::BTreeSet;

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

    /// Every tag with its attributes, as browsers take it.
    fn tags(html: &str) -> BTreeSet<String> {
        let mut tags = BTreeSet::new();
        for token in html5gum::Tokenizer::new(html) {
            let Ok(html5gum::Token::StartTag(tag)) = token else {
                continue;
            };
            let name = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
            tags.insert(name(&tag.name));
            for attribute in tag.attributes.keys() {
                tags.insert(format!("{} {}", name(&tag.name), name(attribute)));
            }
        }
        tags
    }

    #[test]
    fn hostile_text_in_any_place_brings_no_tag_and_no_attribute() {
        let harmless = sound_report();
        let known = tags(&write(&harmless, Some("草稿")));
        assert!(
            known.contains("td colspan") || known.contains("th colspan"),
            "{known:?}"
        );
        for hostile in [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</article></td></p><iframe src=x>",
            "<!--",
            "<svg/onload=alert(1)>",
            "&lt;b&gt;<b>",
        ] {
            let mut report = sound_report();
            for text in [
                &mut report.organ.name,
                &mut report.title,
                &mut report.preamble,
                &mut report.signature,
                &mut report.date,
                &mut report.local.deadline,
                &mut report.local.overview_limit,
            ] {
                *text = hostile.to_owned();
            }
            report.headings = vec![hostile.to_owned(); report.form.edition.sections.len()];
            for text in report.form.text_ids() {
                report.set_text(text, format!("{hostile}\n（一）{hostile}\n{hostile}"));
            }
            for cell in report.form.cells() {
                report.type_figure(cell, hostile);
                report.doubts.insert(cell, hostile.to_owned());
            }
            for html in [
                write(&report, None),
                write(&report, Some(hostile)),
                article(&report),
            ] {
                let new: Vec<_> = tags(&html)
                    .into_iter()
                    .filter(|tag| !known.contains(tag))
                    .collect();
                assert_eq!(new, Vec::<String>::new(), "{hostile}");
                assert!(html.contains("&lt;") || !hostile.contains('<'));
            }
        }
        let table = plain_table(&[vec!["</td><b onclick=x>".to_owned()]]);
        assert_eq!(
            tags(&table),
            BTreeSet::from(["table", "tr", "td"].map(str::to_owned))
        );
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
