//! Bytes to report: a reader for each container makes a [`page::Page`], one recognizer makes it a [`Reading`].

use nianbao_core::saved;

pub mod json;
pub mod page;

mod archive;
mod container;
mod decode;
mod docx;
#[cfg(test)]
mod drawn;
mod encoding;
mod error;
mod html;
mod limits;
mod pdf;
mod reading;
mod recognize;
mod text;
mod xlsx;
mod xml;

pub use error::ReadError;
pub use limits::MAX_FILE_BYTES;
pub use reading::{Confidence, Kind, Reading, Source};

use container::Container;
use page::{Block, Page};

use crate::unprinted::Mark;

/// Reads a file, whatever container it is; the name counts only where the bytes leave that open.
///
/// # Errors
/// [`ReadError`], if it cannot be opened or nothing of an annual report is in it.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge);
    }
    let page = match container::container(name, bytes)? {
        Container::Docx => docx::read(bytes)?,
        Container::Xlsx => xlsx::read(bytes)?,
        Container::Pdf => pdf::read(bytes)?,
        Container::Html => html::read(&decode::decoded(bytes))?,
        Container::Json => return Ok(Reading::of_saved(saved::read(&decode::decoded(bytes))?)),
        Container::Text => return read_text(&decode::decoded(bytes)),
    };
    read_page(page)
}

/// Reads pasted text.
///
/// # Errors
/// [`ReadError`], if nothing of an annual report is in it.
pub fn read_text(text: &str) -> Result<Reading, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    read_page(text::read(text)?)
}

/// Reads the `text/html` of the clipboard.
///
/// # Errors
/// [`ReadError`], if nothing of an annual report is in it.
pub fn read_clipboard_html(html: &str) -> Result<Reading, ReadError> {
    read_page(html::read(html)?)
}

fn read_page(mut page: Page) -> Result<Reading, ReadError> {
    // The mark of our documents says something of the document and nothing of the report.
    let is_mark = |block: &Block| matches!(block, Block::Paragraph(text) if Mark::is_one(text));
    page.blocks.retain(|block| !is_mark(block));
    recognize::recognize(&page)
}
