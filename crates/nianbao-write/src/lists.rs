//! Plain tables under a title, as workbooks and Word documents.

pub use nianbao_core::lists::{Item, List};

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
