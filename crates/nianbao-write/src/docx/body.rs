//! `word/document.xml`: each block of the outline as paragraphs or a table.
//!
//! The schema fixes the order of properties, and Word is strict about it:
//! [`paragraph`], [`row`] and [`cell`] are the only places that write them.

use nianbao_core::grid::{Grid, GridContent};
use nianbao_core::report::Report;

use crate::document::{Block, cell_text, closing_margins, outline, title_lines};
use crate::paper::{PADDING, Setting, TEXT_WIDTH, WIDE_TABLE};
use crate::xml::escape;

/// Free space between a table and the heading above it or the text below, in twentieths of a point.
const TABLE_SPACE: usize = 120;

/// Half a character of the body's size, in twentieths of a point.
const HALF_CHARACTER: usize = 160;

/// Margins of GB/T 9704 on A4 (37, 26, 35 and 28 mm), page numbers 7 mm below the text, 22 lines on a page.
pub(super) const PAGE: &str = r#"<w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1270" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
"#;

/// The references to the header that bears the mark.
const MARK: &str = r#"<w:headerReference w:type="default" r:id="mark"/><w:headerReference w:type="even" r:id="mark"/>"#;

pub(super) const BEGINNING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<w:body>
"#;

pub(super) const END: &str = "</w:body>\n</w:document>\n";

/// Writes the main part, with the mark above every page if there is to be one.
pub(super) fn write(report: &Report, is_marked: bool) -> String {
    let mut xml = BEGINNING.to_owned();
    let blocks = outline(report);
    let mut section = "";
    let (signature_right, date_right) = closing_margins(report);
    for (block_idx, block) in blocks.iter().enumerate() {
        // Nobody signs on a page without text.
        let keep_next = matches!(
            blocks.get(block_idx + 1),
            Some(Block::Signature(_) | Block::Date(_))
        );
        let is_table = |block: Option<&Block>| matches!(block, Some(Block::Table(_)));
        let plain = |style| Format {
            keep_next,
            is_below_table: block_idx > 0 && is_table(blocks.get(block_idx - 1)),
            is_above_table: is_table(blocks.get(block_idx + 1)),
            ..Format::of(style)
        };
        let closing = |style, right| Format {
            right: Some(right),
            ..Format::of(style)
        };
        match block {
            Block::Title(title) => {
                paragraph(&mut xml, &Format::of("Title"), &title_lines(title, report));
            }
            Block::Paragraph(text) => paragraph(&mut xml, &plain("BodyText"), text),
            Block::SectionHeading(text) => {
                section = text;
                paragraph(&mut xml, &plain("Heading1"), text);
            }
            Block::TopicHeading(text) => paragraph(&mut xml, &plain("Heading2"), text),
            Block::Table(grid) => table(&mut xml, report, section, grid),
            Block::Signature(text) => {
                paragraph(&mut xml, &closing("Signature", signature_right), text);
            }
            Block::Date(text) => paragraph(&mut xml, &closing("Date", date_right), text),
        }
    }
    xml += "<w:sectPr>";
    if is_marked {
        xml += MARK;
    }
    xml + PAGE + END
}

/// How a paragraph is set.
pub(super) struct Format {
    /// A style of `styles.xml`.
    style: &'static str,
    /// Whether it stays on the page of the next one.
    keep_next: bool,
    /// Whether a table stands right above it, or right below, which free space parts from it.
    is_below_table: bool,
    is_above_table: bool,
    /// Half characters left free at the right.
    right: Option<usize>,
    /// Size of its letters in half points, where it is not that of the style.
    size: Option<usize>,
}

impl Format {
    pub(super) fn of(style: &'static str) -> Format {
        Format {
            style,
            keep_next: false,
            is_below_table: false,
            is_above_table: false,
            right: None,
            size: None,
        }
    }
}

/// A paragraph.
pub(super) fn paragraph(xml: &mut String, format: &Format, text: &str) {
    *xml += &format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", format.style);
    if format.keep_next {
        *xml += "<w:keepNext/>";
    }
    let space = |name, is_there| match is_there {
        true => format!(" w:{name}=\"{TABLE_SPACE}\""),
        false => String::new(),
    };
    if format.is_below_table || format.is_above_table {
        let (before, after) = (
            space("before", format.is_below_table),
            space("after", format.is_above_table),
        );
        *xml += &format!("<w:spacing{before}{after}/>");
    }
    if let Some(right) = format.right {
        let (hundredths, twips) = (right * 50, right * HALF_CHARACTER);
        *xml += &format!("<w:ind w:rightChars=\"{hundredths}\" w:right=\"{twips}\"/>");
    }
    *xml += "</w:pPr>";
    if !text.is_empty() {
        run(xml, format.size, text);
    }
    *xml += "</w:p>\n";
}

/// Text. The hint makes Word set quotation marks and dashes in the Chinese font.
fn run(xml: &mut String, size: Option<usize>, text: &str) {
    *xml += "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/>";
    if let Some(size) = size {
        *xml += &format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    }
    *xml += "</w:rPr>";
    for (line_idx, line) in text.split('\n').enumerate() {
        if line_idx > 0 {
            *xml += "<w:br/>";
        }
        for (part_idx, part) in line.split('\t').enumerate() {
            if part_idx > 0 {
                *xml += "<w:tab/>";
            }
            *xml += "<w:t xml:space=\"preserve\">";
            *xml += &escape(part);
            *xml += "</w:t>";
        }
    }
    *xml += "</w:r>";
}

/// A table; its caption and description are what screen readers say of it.
fn table(xml: &mut String, report: &Report, section: &str, grid: &Grid) {
    let setting = Setting::of(report, grid);
    let widths = &setting.widths;
    let description = match grid.n_header_rows {
        0 => format!("共 {} 行，各项的表头在其数据上方。", grid.rows.len()),
        n => format!("共 {} 行，前 {n} 行是表头。", grid.rows.len()),
    };
    let caption = escape(section);
    *xml += &format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/>\
         <w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>\
         <w:tblCaption w:val=\"{caption}\"/><w:tblDescription w:val=\"{description}\"/></w:tblPr>\n<w:tblGrid>"
    );
    for width in widths {
        *xml += &format!("<w:gridCol w:w=\"{width}\"/>");
    }
    *xml += "</w:tblGrid>\n";
    // For each column: how many rows a cell from above still covers, and how wide it is.
    let mut covered = vec![(0, 1); grid.n_columns];
    for (row_idx, cells) in grid.rows.iter().enumerate() {
        let ends_block = match grid.rows.get(row_idx + 1).map(Vec::as_slice) {
            Some([next]) => matches!(next.content, GridContent::Banner(_)),
            Some(_) => false,
            None => true,
        };
        let is_header = row_idx < grid.n_header_rows;
        // Rows of wide tables are lower, since they are many.
        let height = if grid.n_columns >= WIDE_TABLE {
            340
        } else {
            369
        };
        row(xml, is_header, height);
        let mut cells = cells.iter().peekable();
        let mut column = 0;
        while column < grid.n_columns {
            let begins = cells.next_if(|cell| cell.column == column);
            let width = |span: usize| widths[column..column + span].iter().sum();
            let (merge, text, style, size, padding) = match begins {
                Some(grid_cell) => {
                    covered[column] = (grid_cell.height - 1, grid_cell.width);
                    let merge = (grid_cell.height > 1).then_some("restart");
                    let text = cell_text(report, grid_cell.content);
                    let is_figure = matches!(grid_cell.content, GridContent::Figure(_));
                    let size = (is_figure && setting.is_tight()).then_some(setting.figures / 10);
                    let padding = setting.padding(grid_cell.content, width(grid_cell.width));
                    (merge, text, style(grid, grid_cell.content), size, padding)
                }
                None => {
                    covered[column].0 -= 1;
                    (Some("continue"), String::new(), "TableText", None, PADDING)
                }
            };
            let span = covered[column].1;
            cell(xml, width(span), span, merge, padding);
            let format = Format {
                // A table stays on one page where it fits one; one of several blocks is parted between them.
                keep_next: !ends_block,
                size,
                ..Format::of(style)
            };
            paragraph(xml, &format, &text);
            *xml += "</w:tc>";
            column += span;
        }
        *xml += "</w:tr>\n";
    }
    *xml += "</w:tbl>\n";
}

/// Labels in several columns are read from the left, all others stand in the middle.
fn style(grid: &Grid, content: GridContent) -> &'static str {
    let is_nested_label = matches!(content, GridContent::RowHeading(_)) && grid.n_label_columns > 1;
    match grid.n_columns >= WIDE_TABLE {
        true if is_nested_label => "SmallTableLabel",
        true => "SmallTableText",
        false if is_nested_label => "TableLabel",
        false => "TableText",
    }
}

/// Opens a row that stays on one page and is at least so high; header rows are repeated on the next.
pub(super) fn row(xml: &mut String, is_header: bool, height: usize) {
    *xml += &format!("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{height}\"/>");
    if is_header {
        *xml += "<w:tblHeader/>";
    }
    *xml += "</w:trPr>\n";
}

/// Opens a cell, with so much space at its sides.
pub(super) fn cell(
    xml: &mut String,
    width: usize,
    span: usize,
    merge: Option<&str>,
    padding: usize,
) {
    *xml += &format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if span > 1 {
        *xml += &format!("<w:gridSpan w:val=\"{span}\"/>");
    }
    if let Some(merge) = merge {
        *xml += &format!("<w:vMerge w:val=\"{merge}\"/>");
    }
    if padding != PADDING {
        let side = |name| format!("<w:{name} w:w=\"{padding}\" w:type=\"dxa\"/>");
        *xml += &format!("<w:tcMar>{}{}</w:tcMar>", side("left"), side("right"));
    }
    *xml += "<w:vAlign w:val=\"center\"/></w:tcPr>";
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;

    /// The names of the elements directly inside each `<w:{parent}>`.
    fn children<'a>(xml: &'a str, parent: &str) -> Vec<Vec<&'a str>> {
        let (opening, closing) = (format!("<w:{parent}>"), format!("</w:{parent}>"));
        xml.split(&opening)
            .skip(1)
            .filter_map(|rest| rest.split(&closing).next())
            .map(|inner| {
                let elements = inner.split("<w:").skip(1);
                let name = |element: &'a str| element.split([' ', '/', '>']).next();
                elements.filter_map(name).collect()
            })
            .collect()
    }

    #[test]
    fn properties_stand_in_the_order_of_the_schema() {
        let xml = write(&sound_report(), true);
        for (parent, order) in [
            ("pPr", &["pStyle", "keepNext", "spacing", "ind"][..]),
            ("rPr", &["rFonts", "sz", "szCs"]),
            (
                "tblPr",
                &[
                    "tblStyle",
                    "tblW",
                    "jc",
                    "tblLayout",
                    "tblLook",
                    "tblCaption",
                    "tblDescription",
                ],
            ),
            ("trPr", &["cantSplit", "trHeight", "tblHeader"]),
            (
                "tcPr",
                &[
                    "tcW", "gridSpan", "vMerge", "tcMar", "left", "right", "vAlign",
                ],
            ),
            (
                "sectPr",
                &[
                    "headerReference",
                    "headerReference",
                    "footerReference",
                    "footerReference",
                    "pgSz",
                    "pgMar",
                    "docGrid",
                ],
            ),
        ] {
            let found = children(&xml, parent);
            assert!(!found.is_empty(), "{parent}");
            for names in found {
                let mut rest = order.iter();
                assert!(
                    names.iter().all(|name| rest.any(|next| next == name)),
                    "{parent}: {names:?}"
                );
            }
        }
    }

    #[test]
    fn every_row_covers_every_grid_column() {
        let xml = write(&sound_report(), true);
        for (table, n_columns) in xml.split("<w:tbl>").skip(1).zip([4, 10, 15]) {
            for row in table.split("<w:tr>").skip(1) {
                let row = row.split("</w:tr>").next().expect("a row");
                let span = |cell: &str| {
                    let span = cell.split("<w:gridSpan w:val=\"").nth(1)?;
                    span.split('"').next()?.parse::<usize>().ok()
                };
                let covered: usize = row
                    .split("<w:tc>")
                    .skip(1)
                    .map(|cell| span(cell).unwrap_or(1))
                    .sum();
                assert_eq!(covered, n_columns);
            }
        }
    }

    #[test]
    fn tabs_and_control_characters_do_not_break_the_document() {
        let mut xml = String::new();
        paragraph(&mut xml, &Format::of("BodyText"), "甲\t乙\u{0}<丙>");
        assert!(
            xml.contains(">甲</w:t><w:tab/><w:t xml:space=\"preserve\">乙\u{fffd}&lt;丙&gt;</w:t>"),
            "{xml}"
        );
    }
}
