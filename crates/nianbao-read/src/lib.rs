//! Reads a report out of a file: a reader for each container makes a [`page::Page`], one recognizer makes it a [`Reading`].
//!
//! It never decides whether a figure is right; where it had to guess, the figure has a source and a reason for doubt.

pub mod json;
pub mod page;

mod archive;
mod budget;
mod compatible;
mod container;
mod containers;
mod decode;
mod docx;
#[cfg(test)]
mod drawn;
mod encoding;
mod error;
mod html;
mod kinds;
mod layout;
mod pdf;
mod raised;
mod reading;
mod reasons;
mod recognize;
mod separated;
mod sheets;
mod text;
mod written;
mod xlsx;
mod xml;

pub use budget::MAX_FILE_BYTES;
pub use containers::{NamedFile, unpacked};
pub use error::ReadError;
pub use kinds::{FileKind, READABLE, accepted, readable_in_words};
pub use reading::{Confidence, Kind, Reading, Source};
pub use reasons::reason_keys;
pub use sheets::{pasted_sheet, sheets};

use budget::Budget;
use container::Content;
use page::{Block, Page};

use nianbao_core::unprinted::Mark;

/// Reads a file, whatever container it is; the name counts only where the bytes leave that open.
///
/// # Errors
/// [`ReadError`], if it cannot be opened or nothing of an annual report is in it.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge);
    }
    let (content, misnamed) = containers::read(name, bytes, &mut Budget::default())?;
    let mut reading = match content {
        Content::Page(page) => read_page(page)?,
        Content::Saved(opened) => Reading::of_saved(*opened),
        Content::Reading(reading) => *reading,
    };
    reading.remarks.splice(0..0, misnamed);
    Ok(reading)
}

/// Reads pasted text.
///
/// # Errors
/// [`ReadError`], if nothing of an annual report is in it.
pub fn read_text(text: &str) -> Result<Reading, ReadError> {
    read_page(text::read(text, &mut Budget::default())?)
}

/// Reads the `text/html` of the clipboard.
///
/// # Errors
/// [`ReadError`], if nothing of an annual report is in it.
pub fn read_clipboard_html(html: &str) -> Result<Reading, ReadError> {
    read_page(html::read(html, &mut Budget::default())?)
}

fn read_page(mut page: Page) -> Result<Reading, ReadError> {
    // The mark of our documents says something of the document and nothing of the report.
    let is_mark = |block: &Block| matches!(block, Block::Paragraph(text) if Mark::is_one(text));
    page.blocks.retain(|block| !is_mark(block));
    if page.unprinted.is_none() {
        compatible::fold(&mut page);
    }
    let mut reading = recognize::recognize(&page)?;
    reading.remarks.splice(0..0, page.remarks);
    Ok(reading)
}
