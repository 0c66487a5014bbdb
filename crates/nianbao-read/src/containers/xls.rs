//! Reads the binary workbooks of Excel 97 to 2003, which WPS writes as well.
//!
//! Format: [MS-XLS], records of a kind and a length. What is shown is what is read:
//! the values that formulas had, in the format of their cells.

mod cells;
mod differences;
mod formula;
mod records;
mod strings;
mod values;

use crate::ReadError;
use crate::budget::{Budget, MAX_BLOCKS};
use crate::container::Ole;
use crate::container::{Container, Content};
use crate::kinds;
use crate::page::{Look, Page};
use crate::written::{Style, Written, left_out};
use crate::xlsx::{Text, push_blocks};
use cells::Cells;
use differences::Differences;
use nianbao_core::unprinted;
use records::{Record, kind, records};
use strings::Shared;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::XLS,
    is: |sample| sample.has_stream("Workbook"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// The version of Excel 97; earlier ones write texts in the encoding of their country.
const EXCEL_97: u16 = 0x0600;

/// What cells refer to.
#[derive(Default)]
struct Workbook {
    strings: Vec<Shared>,
    /// How text of each font looks.
    fonts: Vec<Style>,
    /// The codes of number formats by their number.
    codes: std::collections::BTreeMap<u16, String>,
    formats: Vec<Format>,
    sheets: Vec<Begin>,
    /// Days are counted from 1904 and not from 1900.
    counts_from_1904: bool,
}

/// Where a sheet begins.
struct Begin {
    at: usize,
    name: String,
    is_seen: bool,
}

/// What is asked of a cell's format.
#[derive(Clone, Copy, Default)]
struct Format {
    number: u16,
    has_border: bool,
    font: u16,
}

/// Reads an `.xls`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let stream = Ole::open(bytes)?.stream("Workbook", budget)?;
    let workbook = Workbook::read(&stream, budget)?;
    let mut page = Page::default();
    let mut differences = Differences::default();
    for begin in &workbook.sheets {
        let part = stream.get(begin.at..).unwrap_or_default();
        let cells = Cells::read(part, &workbook, budget)?;
        let mut sheet = cells.into_sheet(&begin.name, &mut differences);
        sheet.hide();
        let mut blocks = Vec::new();
        push_blocks(&sheet, &mut blocks, budget)?;
        page.blocks.extend(match begin.is_seen {
            true => blocks,
            false => left_out(blocks, Look::Hidden),
        });
    }
    page.remarks = differences.into_remarks();
    Ok(page)
}

/// The visible sheets as they are, for the books of the year.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<nianbao_core::sheet::Sheet>, ReadError> {
    let budget = &mut Budget::of_book();
    let stream = Ole::open(bytes)?.stream("Workbook", budget)?;
    let workbook = Workbook::read(&stream, budget)?;
    let mut sheets = Vec::new();
    for begin in workbook.sheets.iter().filter(|begin| begin.is_seen) {
        let part = stream.get(begin.at..).unwrap_or_default();
        let cells = Cells::read(part, &workbook, budget)?;
        let sheet = cells.into_sheet(&begin.name, &mut Differences::default());
        sheets.push(sheet.as_it_is(&begin.name));
    }
    Ok(sheets)
}

impl Workbook {
    fn read(stream: &[u8], budget: &mut Budget) -> Result<Workbook, ReadError> {
        let mut workbook = Workbook::default();
        let mut records = records(stream).peekable();
        let begin = records.next().filter(|record| record.kind == kind::BEGIN);
        if begin.and_then(|record| record.u16_at(0)) != Some(EXCEL_97) {
            return Err(ReadError::OldOffice);
        }
        while let Some(record) = records.next() {
            match record.kind {
                kind::END => break,
                kind::PASSWORD => return Err(ReadError::Encrypted),
                kind::DATES => workbook.counts_from_1904 = record.u16_at(0) == Some(1),
                kind::SHEET => workbook.sheets.extend(sheet(&record)),
                kind::NUMBER_FORMAT => {
                    let code = strings::string(record.rest(2), 2);
                    if let (Some(number), Some(code)) = (record.u16_at(0), code) {
                        workbook.codes.insert(number, code);
                    }
                }
                kind::FONT => {
                    workbook.fonts.push(font(&record));
                    // There is no font of the number 4.
                    if workbook.fonts.len() == 4 {
                        workbook.fonts.push(Style::default());
                    }
                }
                kind::FORMAT => workbook.formats.push(Format {
                    number: record.u16_at(2).unwrap_or(0),
                    has_border: record.u16_at(10).unwrap_or(0) != 0,
                    font: record.u16_at(0).unwrap_or(0),
                }),
                kind::STRINGS => {
                    let mut parts = vec![record.data];
                    while let Some(part) = records.next_if(|next| next.kind == kind::CONTINUE) {
                        parts.push(part.data);
                    }
                    workbook.strings = strings::shared(&parts, budget)?;
                }
                _ => {}
            }
            if workbook.formats.len() + workbook.sheets.len() + workbook.fonts.len() > MAX_BLOCKS {
                return Err(ReadError::TooLarge);
            }
        }
        Ok(workbook)
    }

    /// A text in the looks of its fonts.
    fn written(&self, pieces: &Shared, cell: Format) -> Text {
        let mut written = Written::default();
        for (piece, font) in pieces {
            let font = usize::from(font.unwrap_or(cell.font));
            written.push(piece, self.fonts.get(font).copied().unwrap_or_default());
        }
        Text {
            text: written.text,
            asides: written.asides,
        }
    }

    fn format(&self, place: u16) -> Format {
        self.formats
            .get(usize::from(place))
            .copied()
            .unwrap_or_default()
    }
}

/// Where a sheet begins, if it is one of cells and not the one of ours that only checks the others.
fn sheet(record: &Record) -> Option<Begin> {
    let at = usize::try_from(record.u32_at(0)?).ok()?;
    let [state, sort] = *record.rest(4).first_chunk()?;
    let name = strings::string(record.rest(6), 1)?;
    (sort == 0 && name != unprinted::CHECKS_SHEET).then_some(Begin {
        at,
        name,
        is_seen: state & 3 == 0,
    })
}

/// How text of a font looks.
fn font(record: &Record) -> Style {
    const STRUCK: u16 = 8;
    const WHITE: u16 = 9;
    let field = |at: usize| record.u16_at(at).unwrap_or(0);
    Style {
        look: match () {
            () if field(2) & STRUCK != 0 => Some(Look::Struck),
            () if field(4) == WHITE => Some(Look::Faint),
            () => None,
        },
        is_raised: field(8) != 0,
    }
}
