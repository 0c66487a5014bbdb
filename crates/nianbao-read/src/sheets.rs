//! Bytes to sheets of text cells, for the books of the year: spreadsheets, separated text, tables of web pages and documents.

use nianbao_core::sheet::{Merged, Sheet};

use super::budget::{Budget, MAX_FILE_BYTES};
use super::container::Content;
use super::containers::{container, odf, xls};
use super::page::{Block, Page, joined};
use super::{ReadError, decode, separated, xlsx};

/// Merged ranges of one sheet; a book of the year has a few in its headings.
const MAX_MERGED: usize = 200_000;

/// Cells of a text with separators; a ledger of 100,000 requests has some 2,500,000.
const MAX_SEPARATORS: usize = 10_000_000;

/// The sheets of a file in their order, every cell as text: of a spreadsheet the visible ones, of a text or page one.
///
/// Rows and columns are those of the source: blank rows count, and a quoted line end in a text is part of its record.
/// Days are written 2024年1月9日 whatever format a spreadsheet shows them in; bare numbers stay numbers.
///
/// # Errors
/// [`ReadError`], if the file cannot be opened or holds no table.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge);
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let container = container(name, bytes)?;
    match container.kind.endings {
        ["xlsx", ..] if cfg!(feature = "common") => xlsx::sheets(bytes),
        ["xls", ..] if cfg!(feature = "rarer") => xls::sheets(bytes),
        ["ods", ..] if cfg!(feature = "rarer") => odf::sheets(bytes),
        ["csv" | "txt", ..] => Ok(vec![separated(&decode::decoded(bytes))?]),
        _ => match (container.read)(bytes, &mut Budget::of_book())? {
            Content::Page(page) => tables(page),
            Content::Saved(_) | Content::Reading(_) => Err(ReadError::Unsupported("JSON")),
        },
    }
}

/// The sheet of a pasted block: cells between tabs, as spreadsheets put them on the clipboard.
///
/// # Errors
/// [`ReadError::TooLarge`], if there are more cells than any ledger has.
pub fn pasted_sheet(text: &str) -> Result<Sheet, ReadError> {
    separated(text)
}

/// Text with commas, tabs or semicolons between cells, by whichever its first lines have most.
fn separated(text: &str) -> Result<Sheet, ReadError> {
    let mut reader = separated::reader(text);
    let n_separators =
        memchr::memchr2_iter(separated::separator(text), b'\n', text.as_bytes()).count();
    if n_separators > MAX_SEPARATORS {
        return Err(ReadError::TooLarge);
    }
    let mut sheet = Sheet::new("");
    let mut record = csv::StringRecord::new();
    let mut blank = BlankLines {
        text: text.as_bytes(),
        at: 0,
    };
    loop {
        // The parser skips lines without anything; they are records all the same.
        for _ in 0..blank.skip() {
            sheet.push_row([]);
        }
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(sheet),
            Err(error) => return Err(separated::damaged(error)),
        }
        blank.at = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        sheet.push_row(record.iter().enumerate());
    }
}

/// Where in a text the next record begins.
struct BlankLines<'a> {
    text: &'a [u8],
    at: usize,
}

impl BlankLines<'_> {
    /// How many lines without anything stand here; at the end of the text none do.
    fn skip(&mut self) -> usize {
        // A record may have ended between the two characters of a line end.
        if self.at > 0
            && self.text.get(self.at - 1) == Some(&b'\r')
            && self.text.get(self.at) == Some(&b'\n')
        {
            self.at += 1;
        }
        let mut n_lines = 0;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            self.at += match rest {
                [b'\r', b'\n', ..] => 2,
                [b'\r' | b'\n', ..] => 1,
                _ => return n_lines,
            };
            n_lines += 1;
        }
    }
}

/// The tables of a document, each a sheet with the paragraphs above it as its first rows.
fn tables(page: Page) -> Result<Vec<Sheet>, ReadError> {
    let mut sheets = Vec::new();
    let mut above: Vec<String> = Vec::new();
    for block in page.blocks {
        match block {
            Block::Paragraph(text) => above.push(text),
            Block::Aside(_) => {}
            Block::Cells(cells) => above.push(joined(&cells, "\t")),
            Block::Table(rows) => {
                let mut sheet = Sheet::new("");
                for text in above.drain(..) {
                    sheet.push_row([(0, text.as_str())]);
                }
                let first = sheet.n_rows();
                for (row, cells) in rows.iter().enumerate() {
                    sheet.push_row(cells.iter().map(|cell| (cell.column, cell.text.as_str())));
                    let merged = cells.iter().filter(|cell| cell.width * cell.height > 1);
                    sheet.merged.extend(merged.map(|cell| Merged {
                        row: first + row,
                        column: cell.column,
                        height: cell.height,
                        width: cell.width,
                    }));
                }
                if sheet.merged.len() > MAX_MERGED {
                    return Err(ReadError::TooLarge);
                }
                sheets.push(sheet);
            }
        }
    }
    match sheets.is_empty() {
        true => Err(ReadError::Empty),
        false => Ok(sheets),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sheet: &Sheet) -> Vec<Vec<&str>> {
        (0..sheet.n_rows())
            .map(|row| sheet.row(row).map(|(_, text)| text).collect())
            .collect()
    }

    #[test]
    fn records_are_counted_as_they_stand() {
        for text in [
            "甲,乙\n\n\"丙\n丁\",戊\n\n\n,己",
            "甲,乙\r\n\r\n\"丙\n丁\",戊\r\n\r\n\r\n,己\r\n",
        ] {
            let sheet = separated(text).expect("a text");
            let blank: Vec<&str> = Vec::new();
            assert_eq!(
                rows(&sheet),
                [
                    vec!["甲", "乙"],
                    blank.clone(),
                    vec!["丙\n丁", "戊"],
                    blank.clone(),
                    blank,
                    vec!["己"]
                ],
                "{text:?}"
            );
            assert_eq!(sheet.cell(5, 1), "己");
        }
    }

    #[test]
    fn text_is_read_in_gbk_and_with_tabs() {
        let (bytes, ..) = encoding_rs::GBK.encode("编号,收到日期\n1,2024.3.5\n");
        let read = sheets("台账.csv", &bytes).expect("a text");
        assert_eq!(rows(&read[0]), [["编号", "收到日期"], ["1", "2024.3.5"]]);
        let sheet = pasted_sheet("编号\t收到日期\n1\t\"2024,3\n5\"\n").expect("a text");
        assert_eq!(rows(&sheet)[1], ["1", "2024,3\n5"]);
    }

    #[test]
    fn a_text_of_endless_columns_is_read_or_refused_with_a_sentence() {
        let sheet = separated(&",甲".repeat(1_000_000)).expect("a text");
        assert_eq!(sheet.row(0).count(), 1_000_000);
        assert_eq!(
            separated(&",".repeat(MAX_SEPARATORS + 1)),
            Err(ReadError::TooLarge)
        );
        assert!(separated("\"没有写完的引号,\n1,2").is_ok());
    }

    #[test]
    fn tables_of_a_web_page_are_sheets() {
        let page = "<html><p>台账</p><table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>";
        let read = sheets("台账.html", page.as_bytes()).expect("a page");
        assert_eq!(rows(&read[0]), [vec!["台账"], vec!["甲", "乙"], vec!["丙"]]);
        assert_eq!(
            read[0].merged[0],
            Merged {
                row: 1,
                column: 0,
                height: 2,
                width: 1
            }
        );
    }
}
