//! What reading one file may cost, whatever container it is: no real report comes near, and no hostile one takes a page down.
//!
//! A file is given one [`Budget`], and every reader takes from it before it does or keeps something.
//! With all of it spent, reading takes less than two seconds and 500 MB on one core of an office computer.

use super::ReadError;

/// A whole file; a scanned report of a hundred pages is below 50 MB and could not be read anyway.
pub const MAX_FILE_BYTES: usize = 100 << 20;

/// A saved report; a browser keeps 5 million characters for all drafts together.
pub(crate) const MAX_SAVED_BYTES: usize = 20 << 20;

/// Elements within elements; Word nests below 40, even with text boxes inside tables inside tables.
pub(crate) const MAX_DEPTH: usize = 512;

/// Columns of one table, as many as a spreadsheet can have; the form has 15.
pub(crate) const MAX_COLUMNS: usize = 16_384;

/// Paragraphs, rows and cells of one file; the form has about 500.
pub(crate) const MAX_BLOCKS: usize = PIECES / BLOCK_PIECES;

/// What may be unpacked in all; a report's largest part is below 1 MB.
const BYTES: usize = 40 << 20;

/// Steps of work; a page of a report in PDF takes some thousands.
pub(crate) const STEPS: usize = 5_000_000;

/// Things kept, in characters drawn on a page; a report draws some thousands.
pub(crate) const PIECES: usize = 1_000_000;

/// A paragraph, row, cell or list is kept at the price of so many characters; the form has about 500 of them.
const BLOCK_PIECES: usize = 5;

/// What it costs to begin with a part of an archive, in steps; a document has some twenty.
const PART_STEPS: usize = 2_000;

/// So many comparisons cost as much as one step.
const SMALL_STEPS: usize = 16;

/// So many bytes looked through cost as much as one step.
const SCANNED_BYTES: usize = 64;

/// The same for a book of the year, whose 100,000 requests unpack to some 150 MB.
const BOOK_BYTES: usize = 600 << 20;

/// The cells of a book, and whatever else is counted of it.
const BOOK_PIECES: usize = 8_000_000 * BLOCK_PIECES;

/// What reading one file may still cost.
#[derive(Debug)]
pub(crate) struct Budget {
    bytes: usize,
    steps: usize,
    pieces: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            bytes: BYTES,
            steps: STEPS,
            pieces: PIECES,
        }
    }
}

impl Budget {
    /// What reading a book of the year may cost: a file of the office itself, larger than any report.
    pub(crate) fn of_book() -> Budget {
        Budget {
            bytes: BOOK_BYTES,
            steps: BOOK_PIECES,
            pieces: BOOK_PIECES,
        }
    }

    /// How many bytes may still be unpacked.
    pub(crate) fn bytes_left(&self) -> usize {
        self.bytes
    }

    /// Takes bytes that were unpacked, or copied because they are named once more.
    pub(crate) fn take_bytes(&mut self, n_bytes: usize) -> Result<(), ReadError> {
        take(&mut self.bytes, n_bytes)
    }

    /// Takes steps, each about a drawing instruction or a position of a table.
    pub(crate) fn take_steps(&mut self, n_steps: usize) -> Result<(), ReadError> {
        take(&mut self.steps, n_steps)
    }

    /// Takes steps that are no more than a comparison.
    pub(crate) fn take_small_steps(&mut self, n_steps: usize) -> Result<(), ReadError> {
        self.take_steps(n_steps / SMALL_STEPS)
    }

    /// Takes a look through some bytes.
    pub(crate) fn take_scan(&mut self, n_bytes: usize) -> Result<(), ReadError> {
        self.take_steps(n_bytes / SCANNED_BYTES)
    }

    /// Takes the beginning of a part of an archive.
    pub(crate) fn take_part(&mut self) -> Result<(), ReadError> {
        self.take_steps(PART_STEPS)
    }

    /// Takes characters, lines or corners drawn on a page.
    pub(crate) fn take_pieces(&mut self, n_pieces: usize) -> Result<(), ReadError> {
        take(&mut self.pieces, n_pieces)
    }

    /// Takes paragraphs, rows, cells or whatever else is kept one by one.
    pub(crate) fn take_blocks(&mut self, n_blocks: usize) -> Result<(), ReadError> {
        self.take_pieces(n_blocks.saturating_mul(BLOCK_PIECES))
    }

    /// Takes a cell with its text, which may be one that many cells share.
    pub(crate) fn take_cell(&mut self, text: &str) -> Result<(), ReadError> {
        self.take_bytes(text.len())?;
        self.take_blocks(1)
    }

    /// Takes the positions of a table, since whoever works on it may lay it out square.
    pub(crate) fn take_area(&mut self, height: usize, width: usize) -> Result<(), ReadError> {
        self.take_steps(height.saturating_mul(width))
    }
}

fn take(left: &mut usize, n: usize) -> Result<(), ReadError> {
    *left = left.checked_sub(n).ok_or(ReadError::TooLarge)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::zipped;
    use crate::{ReadError, docx, html, read, text};

    #[test]
    fn a_file_that_is_too_large_is_not_even_looked_at() {
        let bytes = vec![b' '; MAX_FILE_BYTES + 1];
        assert_eq!(read("年报.docx", &bytes), Err(ReadError::TooLarge));
    }

    #[test]
    fn text_and_pages_without_end_are_refused() {
        for line in ["0\n", "\t0\n", "0\t0\n", "| 0 | 0 |\n"] {
            assert_eq!(
                text::read(&line.repeat(MAX_BLOCKS + 1), &mut Budget::default()),
                Err(ReadError::TooLarge)
            );
        }
        for element in ["<p>0", "<tr><td>0", "<table><td>0</table>", "0<br>"] {
            assert_eq!(
                html::read(&element.repeat(MAX_BLOCKS + 1), &mut Budget::default()),
                Err(ReadError::TooLarge)
            );
        }
    }

    #[test]
    fn documents_of_other_programs_without_end_are_refused() {
        let rtf = |piece: &str| format!("{{\\rtf1 {}}}", piece.repeat(MAX_BLOCKS + 1));
        for piece in ["0\\par ", "0\\cell ", "\\row ", "{\\footnote 0}"] {
            assert_eq!(read("", rtf(piece).as_bytes()), Err(ReadError::TooLarge));
        }
        let flat = |kind: &str, piece: &str| {
            format!(
                "<office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\"><office:{kind}>{}</office:{kind}></office:document>",
                piece.repeat(MAX_BLOCKS + 1)
            )
        };
        let cell = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>0</text:p></table:table-cell>";
        let row = format!(
            "<table:table-row table:number-rows-repeated=\"1000\">{cell}</table:table-row>"
        );
        let sheet = format!("<table:table>{row}</table:table>");
        for (kind, piece) in [("text", "<text:p>0</text:p>"), ("spreadsheet", &sheet)] {
            let document = flat(kind, piece);
            let n_bytes = document.len().min(MAX_FILE_BYTES);
            assert_eq!(
                read("", &document.as_bytes()[..n_bytes]),
                Err(ReadError::TooLarge)
            );
        }
    }

    #[test]
    fn entities_within_entities_are_never_unpacked() {
        let bomb = r#"<!DOCTYPE w [<!ENTITY a "0000000000"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>
            <w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#;
        let page = docx::read(
            &zipped(&[("word/document.xml", bomb)]),
            &mut Budget::default(),
        )
        .expect("a document");
        assert_eq!(
            page.blocks,
            [crate::page::Block::Paragraph("&b;".to_owned())]
        );
    }

    #[test]
    fn what_is_skipped_may_be_nested_without_end() {
        let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
        let part = format!("<w:document><w:body><w:sectPr>{deep}</w:sectPr></w:body></w:document>");
        let page = docx::read(
            &zipped(&[("word/document.xml", &part)]),
            &mut Budget::default(),
        )
        .expect("a document");
        assert_eq!(page.blocks, []);
    }
}
