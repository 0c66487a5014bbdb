//! How much of a file is read: no real report comes near, and no hostile one takes a page down.

/// A whole file; a scanned report of a hundred pages is below 50 MB and could not be read anyway.
pub const MAX_FILE_BYTES: usize = 100 << 20;

/// All parts of one archive, unpacked.
/// A report's largest part is below 1 MB; at this size a browser still needs less than two seconds.
pub(crate) const MAX_UNPACKED_BYTES: u64 = 40 << 20;

/// Elements within elements; Word nests below 40, even with text boxes inside tables inside tables.
pub(crate) const MAX_XML_DEPTH: usize = 512;

/// Paragraphs, rows and cells of one file; the form has about 500.
pub(crate) const MAX_BLOCKS: usize = 200_000;

/// Columns of one table, as many as a spreadsheet can have; the form has 15.
pub(crate) const MAX_COLUMNS: usize = 16_384;

/// Rows times columns of one table, since whoever works on it may lay it out square.
pub(crate) const MAX_TABLE_AREA: usize = 4_000_000;

/// Pages of a PDF; a report has six to twenty.
pub(crate) const MAX_PDF_PAGES: usize = 2_000;

/// Steps taken with a PDF's content, each a drawing instruction; a page of a report takes some thousands.
/// With so many a browser still needs less than two seconds.
pub(crate) const MAX_PDF_STEPS: usize = 5_000_000;

/// Characters drawn in a PDF; a report has some thousands.
pub(crate) const MAX_PDF_GLYPHS: usize = 1_000_000;

#[cfg(test)]
mod tests {
    use super::super::drawn::zipped;
    use super::super::{ReadError, docx, html, read, text};
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_not_even_looked_at() {
        let bytes = vec![b' '; MAX_FILE_BYTES + 1];
        assert_eq!(read("年报.docx", &bytes), Err(ReadError::TooLarge));
    }

    #[test]
    fn text_and_pages_without_end_are_refused() {
        for line in ["0\n", "\t0\n", "0\t0\n", "| 0 | 0 |\n"] {
            assert_eq!(
                text::read(&line.repeat(MAX_BLOCKS + 1)),
                Err(ReadError::TooLarge)
            );
        }
        for element in ["<p>0", "<tr><td>0", "<table><td>0</table>"] {
            assert_eq!(
                html::read(&element.repeat(MAX_BLOCKS + 1)),
                Err(ReadError::TooLarge)
            );
        }
    }

    #[test]
    fn entities_within_entities_are_never_unpacked() {
        let bomb = r#"<!DOCTYPE w [<!ENTITY a "0000000000"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>
            <w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#;
        let page = docx::read(&zipped(&[("word/document.xml", bomb)])).expect("a document");
        assert_eq!(
            page.blocks,
            [super::super::page::Block::Paragraph("&b;".to_owned())]
        );
    }

    #[test]
    fn what_is_skipped_may_be_nested_without_end() {
        let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
        let part = format!("<w:document><w:body><w:sectPr>{deep}</w:sectPr></w:body></w:document>");
        let page = docx::read(&zipped(&[("word/document.xml", &part)])).expect("a document");
        assert_eq!(page.blocks, []);
    }
}
