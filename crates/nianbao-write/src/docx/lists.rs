//! `word/document.xml` of what is no report: lists, and the review sheet that is made of them.

use super::body::{BEGINNING, END, Format, PAGE, cell, paragraph, row};
use crate::lists::{Item, List};
use crate::paper::{PADDING, TEXT_WIDTH};
use crate::sheet::Piece;
use crate::xml::escape;

/// The least height of a row, and of one that is filled in by hand, in twentieths of a point.
const ROW: usize = 340;
const FORM_ROW: usize = 720;

/// Writes the main part of a review sheet.
pub(super) fn write_sheet(pieces: &[Piece]) -> String {
    let mut xml = BEGINNING.to_owned();
    for piece in pieces {
        let (style, text) = match piece {
            Piece::Title(text) => ("Title", text),
            Piece::Heading(text) => ("SheetHeading", text),
            Piece::Rule(text) => ("SheetRule", text),
            Piece::Text(text) => ("SheetText", text),
            Piece::List(list) => {
                table(&mut xml, list, ROW);
                continue;
            }
            Piece::Form(list) => {
                table(&mut xml, list, FORM_ROW);
                continue;
            }
        };
        paragraph(&mut xml, &Format::of(style), text);
    }
    xml + "<w:sectPr>" + PAGE + END
}

/// Writes lists, each a table under its name.
pub(super) fn write_lists(title: &str, lists: &[List]) -> String {
    let mut xml = BEGINNING.to_owned();
    paragraph(&mut xml, &Format::of("Title"), title);
    for list in lists {
        paragraph(&mut xml, &Format::of("Heading1"), &list.name);
        table(&mut xml, list, ROW);
    }
    xml + "<w:sectPr>" + PAGE + END
}

fn table(xml: &mut String, list: &List, height: usize) {
    let total: usize = list.heads.iter().map(|(_, width)| *width).sum();
    let width = |width: &usize| TEXT_WIDTH * width / total.max(1);
    let widths: Vec<_> = list.heads.iter().map(|(_, it)| width(it)).collect();
    let (caption, n_rows) = (escape(&list.name), list.rows.len() + 1);
    *xml += &format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/>\
         <w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>\
         <w:tblCaption w:val=\"{caption}\"/><w:tblDescription w:val=\"共 {n_rows} 行，前 1 行是表头。\"/></w:tblPr>\n<w:tblGrid>"
    );
    for width in &widths {
        *xml += &format!("<w:gridCol w:w=\"{width}\"/>");
    }
    *xml += "</w:tblGrid>\n";
    let heads: Vec<_> = list.heads.iter().map(|(head, _)| head.clone()).collect();
    cells(xml, &heads, &widths, "SmallTableText", (true, ROW));
    for cells_of_row in &list.rows {
        let texts: Vec<_> = cells_of_row.iter().map(Item::shown).collect();
        cells(xml, &texts, &widths, "SmallTableLabel", (false, height));
    }
    *xml += "</w:tbl>\n";
}

fn cells(
    xml: &mut String,
    texts: &[String],
    widths: &[usize],
    style: &'static str,
    (is_header, height): (bool, usize),
) {
    row(xml, is_header, height);
    for (text, width) in texts.iter().zip(widths) {
        cell(xml, *width, 1, None, PADDING);
        paragraph(xml, &Format::of(style), text);
        *xml += "</w:tc>";
    }
    *xml += "</w:tr>\n";
}
