//! One sheet: rows of cells, merged ranges, and conditions under which cells turn red.

use std::fmt::Write;

use super::places::reference;
use crate::package::XML;
use crate::xml::escape;

/// Cell formats, by their place among the `cellXfs` of `styles.xml`.
pub(super) mod style {
    pub(in super::super) const TITLE: usize = 1;
    pub(in super::super) const HEADING: usize = 2;
    pub(in super::super) const TOPIC: usize = 3;
    pub(in super::super) const PARAGRAPH: usize = 4;
    pub(in super::super) const CLOSING: usize = 5;
    pub(in super::super) const LABEL: usize = 6;
    pub(in super::super) const LEFT_LABEL: usize = 7;
    /// A figure that is no number.
    pub(in super::super) const TEXT_FIGURE: usize = 8;
    /// A number; those with decimals follow, by how many they have.
    pub(in super::super) const FIGURE: usize = 9;
}

/// A column of prose that fits A4, in digits' widths.
const PROSE_WIDTH: usize = 72;

/// Digits' widths above which a sheet is printed on paper that lies.
const LANDSCAPE_WIDTH: usize = 120;

/// Points of the letters of tables, titles and all other lines; these are as wide as two digits' widths.
pub(super) const TABLE_SIZE: usize = 11;
const TITLE_SIZE: usize = 18;
const LINE_SIZE: usize = 12;

/// Points; what is higher, Excel cuts off.
const MAX_HEIGHT: usize = 409;

/// Characters that one cell can hold, in UTF-16 as Excel counts; a longer text goes on in the next row.
const MAX_TEXT: usize = 32_767;

/// What is in a cell.
pub(super) enum Value {
    Blank,
    Text(String),
    /// Digits, as shown.
    Number(String),
    /// A formula and what it comes to now.
    Formula(String, Option<String>),
    /// A formula for a text and what it comes to now.
    TextFormula(String, &'static str),
}

pub(super) struct Sheet {
    name: String,
    widths: Vec<usize>,
    rows: String,
    n_rows: usize,
    merged: String,
    n_merged: usize,
    warnings: String,
    n_warnings: usize,
    /// Rows at the top that each printed page begins with; a sheet with some is printed on as many pages as it takes.
    n_head: usize,
}

impl Sheet {
    /// A sheet of prose, until it is given the columns of a table.
    pub(super) fn new(name: &str) -> Sheet {
        Sheet {
            name: name.to_owned(),
            widths: vec![PROSE_WIDTH],
            rows: String::new(),
            n_rows: 0,
            merged: String::new(),
            n_merged: 0,
            warnings: String::new(),
            n_warnings: 0,
            n_head: 0,
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn n_rows(&self) -> usize {
        self.n_rows
    }

    pub(super) fn has_table(&self) -> bool {
        self.widths.len() > 1
    }

    /// Which rows each printed page begins with, as workbooks say it.
    pub(super) fn head(&self) -> Option<String> {
        let name = self.name.replace('\'', "''");
        (self.n_head > 0).then(|| format!("'{name}'!$1:${}", self.n_head))
    }

    /// Begins each printed page with the rows that are there so far.
    pub(super) fn repeat_head(&mut self) {
        self.n_head = self.n_rows;
    }

    pub(super) fn set_widths(&mut self, widths: Vec<usize>) {
        self.widths = widths;
    }

    /// A paragraph.
    pub(super) fn line(&mut self, style: usize, text: &str) {
        let size = match style {
            style::TITLE => TITLE_SIZE,
            _ => LINE_SIZE,
        };
        let width = PROSE_WIDTH * LINE_SIZE / size;
        let mut push = |piece: String| {
            let height = row_height(n_lines(&piece, width), size);
            self.row(height, [(style, Value::Text(piece))]);
        };
        let mut piece = String::new();
        let mut length = 0;
        for c in text.chars() {
            length += c.len_utf16();
            if length > MAX_TEXT {
                push(std::mem::take(&mut piece));
                length = c.len_utf16();
            }
            piece.push(c);
        }
        push(piece);
    }

    /// A row of cells with their formats, of so many points.
    pub(super) fn row(&mut self, height: usize, cells: impl IntoIterator<Item = (usize, Value)>) {
        let number = self.n_rows + 1;
        self.rows += &format!("<row r=\"{number}\" ht=\"{height}\" customHeight=\"1\">");
        for (column, (style, value)) in cells.into_iter().enumerate() {
            let place = reference(self.n_rows, column);
            self.rows += &format!("<c r=\"{place}\" s=\"{style}\"{}", content(&value));
        }
        self.rows += "</row>\n";
        self.n_rows += 1;
    }

    /// Merges cells, by first and last row and column.
    pub(super) fn merge(&mut self, first: (usize, usize), last: (usize, usize)) {
        let (first, last) = (reference(first.0, first.1), reference(last.0, last.1));
        self.merged += &format!("<mergeCell ref=\"{first}:{last}\"/>");
        self.n_merged += 1;
    }

    /// Turns cells red where a formula is true.
    pub(super) fn warn(&mut self, range: &str, formula: &str) {
        self.n_warnings += 1;
        self.warnings += &format!(
            "<conditionalFormatting sqref=\"{range}\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"{}\">\
             <formula>{}</formula></cfRule></conditionalFormatting>\n",
            self.n_warnings,
            escape(formula)
        );
    }

    /// The part of the workbook, on A4; the schema fixes the order of its elements.
    pub(super) fn xml(&self, is_front: bool, mark: Option<&str>) -> String {
        let tab = mark.map_or("", |_| "<tabColor rgb=\"FFC00000\"/>");
        let header = mark.map_or(String::new(), |mark| {
            let mark = escape(mark);
            format!("<headerFooter><oddHeader>&amp;C{mark}</oddHeader></headerFooter>\n")
        });
        let mut xml = format!(
            "{XML}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\n\
             <sheetPr>{tab}<pageSetUpPr fitToPage=\"1\"/></sheetPr>\n\
             <sheetViews><sheetView{} workbookViewId=\"0\"/></sheetViews>\n\
             <sheetFormatPr defaultRowHeight=\"18\"/>\n<cols>",
            if is_front { " tabSelected=\"1\"" } else { "" }
        );
        for (column, width) in self.widths.iter().enumerate() {
            let number = column + 1;
            // Writing to a String cannot fail.
            let _ = write!(
                xml,
                "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        xml += &format!("</cols>\n<sheetData>\n{}</sheetData>\n", self.rows);
        if self.n_merged > 0 {
            let (n_merged, merged) = (self.n_merged, &self.merged);
            xml += &format!("<mergeCells count=\"{n_merged}\">{merged}</mergeCells>\n");
        }
        xml += &self.warnings;
        // A table of the form on one page; prose and lists on as many as they take.
        let n_pages = usize::from(self.has_table() && self.n_head == 0);
        let orientation = match self.widths.iter().sum::<usize>() > LANDSCAPE_WIDTH {
            true => "landscape",
            false => "portrait",
        };
        xml + &format!(
            "<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.8\" bottom=\"0.8\" header=\"0.3\" footer=\"0.3\"/>\n\
             <pageSetup paperSize=\"9\" orientation=\"{orientation}\" fitToWidth=\"1\" fitToHeight=\"{n_pages}\"/>\n{header}</worksheet>\n"
        )
    }
}

/// Lines that a text takes in a cell of so many digits' width.
pub(super) fn n_lines(text: &str, width: usize) -> usize {
    let text_width: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    text_width.div_ceil(width.saturating_sub(1).max(1)).max(1)
}

/// Points of a row of so many lines, given those of its letters; spreadsheets do not measure merged cells themselves.
pub(super) fn row_height(n_lines: usize, size: usize) -> usize {
    const MARGIN: usize = 5;
    MAX_HEIGHT.min(MARGIN + n_lines * (size + 4))
}

/// A cell from behind its format on. A text is no formula, whatever it begins with.
fn content(value: &Value) -> String {
    match value {
        Value::Blank => "/>".to_owned(),
        Value::Text(text) => format!(
            " t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escape(&literal(text))
        ),
        Value::Number(digits) => format!("><v>{digits}</v></c>"),
        Value::Formula(formula, Some(number)) => {
            format!("><f>{}</f><v>{number}</v></c>", escape(formula))
        }
        Value::Formula(formula, None) => text_formula(formula, ""),
        Value::TextFormula(formula, text) => text_formula(formula, text),
    }
}

fn text_formula(formula: &str, text: &str) -> String {
    format!(" t=\"str\"><f>{}</f><v>{text}</v></c>", escape(formula))
}

/// A text in which nothing is taken for `_x000D_`, which is how workbooks spell control characters.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for (place, c) in text.char_indices() {
        let is_escape = c == '_'
            && text.as_bytes().get(place + 1) == Some(&b'x')
            && text.as_bytes().get(place + 6) == Some(&b'_')
            && text.as_bytes()[place + 2..place + 6]
                .iter()
                .all(u8::is_ascii_hexdigit);
        literal.push_str(if is_escape { "_x005F" } else { "" });
        literal.push(c);
    }
    literal
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn what_looks_like_a_control_character_stays_text() {
        assert_eq!(
            literal("甲_x000D_乙_x12_丙_x00"),
            "甲_x005F_x000D_乙_x12_丙_x00"
        );
        assert_eq!(literal("_x0041_x0042_"), "_x005F_x0041_x005F_x0042_");
    }
}
