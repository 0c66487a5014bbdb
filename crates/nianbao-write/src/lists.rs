//! Plain tables under a title, as workbooks and Word documents: statistics of ledgers, catalogs of documents.

/// A table of texts and whole numbers under its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Name of the sheet, or the heading above the table.
    pub name: String,
    /// Heads, each with the width of its column in digits.
    pub heads: Vec<(String, usize)>,
    /// Rows from top to bottom. A text is text, whatever it begins with.
    pub rows: Vec<Vec<Item>>,
}

/// What is in a cell of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A text; empty for a blank cell.
    Text(String),
    /// A whole number.
    Number(usize),
    /// A figure of a report that is a number, in digits.
    Figure(String),
    /// A formula, and in digits what it comes to now.
    Formula(String, String),
}

impl Item {
    /// A text.
    pub fn text(text: impl Into<String>) -> Item {
        Item::Text(text.into())
    }

    pub(super) fn shown(&self) -> String {
        match self {
            Item::Text(text) => text.clone(),
            Item::Number(number) => number.to_string(),
            Item::Figure(digits) | Item::Formula(_, digits) => digits.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::{lists_document, lists_workbook};

    fn part(bytes: Vec<u8>, name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
        let mut text = String::new();
        zip.by_name(name)
            .expect("the part is there")
            .read_to_string(&mut text)
            .expect("parts are UTF-8");
        text
    }

    #[test]
    fn what_looks_like_a_formula_is_text_and_numbers_are_numbers() {
        let list = List {
            name: "各格/申请:[1]".to_owned(),
            heads: vec![("编号".to_owned(), 12), ("件数".to_owned(), 8)],
            rows: vec![vec![Item::text("=HYPERLINK(\"x\")"), Item::Number(3)]],
        };
        let sheet = part(
            lists_workbook("统计", std::slice::from_ref(&list)),
            "xl/worksheets/sheet1.xml",
        );
        assert!(
            sheet.contains(
                "t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;x&quot;)</t>"
            ),
            "{sheet}"
        );
        assert!(sheet.contains("<v>3</v>") && !sheet.contains("<f>"));
        let book = part(
            lists_workbook("统计", std::slice::from_ref(&list)),
            "xl/workbook.xml",
        );
        assert!(
            book.contains("name=\"各格 申请  1 \""),
            "no marks that sheets may not be named with: {book}"
        );
        let document = part(lists_document("目录", &[list]), "word/document.xml");
        assert!(document.contains("目录") && document.contains("=HYPERLINK"));
        assert_eq!(document.matches("<w:tr>").count(), 2);
    }
}
