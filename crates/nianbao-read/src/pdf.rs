//! Reads PDF documents with a text layer: characters and lines by their places, which `layout` makes a page of.

mod content;
mod font;
mod guard;
mod packing;
mod search;
mod streams;
mod syntax;

use hayro_syntax::{LoadPdfError, Pdf};

use super::ReadError;
use super::budget::Budget;
use super::layout::laid_out;
use super::page::Page;
use crate::container::{Container, Content, contains};
use crate::kinds;
use content::{Fonts, canvas_of};
use streams::Streams;

/// How far into a file its mark may stand.
const HEAD_BYTES: usize = 1024;

/// A page weighs as much as so many paragraphs; a report has six to twenty pages.
const PAGE_BLOCKS: usize = 20;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::PDF,
    is: |sample| contains(&sample.head[..sample.head.len().min(HEAD_BYTES)], b"%PDF-"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Reads a `.pdf`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    let pdf = Pdf::new(guard::lightened(bytes, budget)?).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::Encrypted,
        LoadPdfError::Invalid => ReadError::Damaged {
            part: "PDF".to_owned(),
            reason: "its objects cannot be found".to_owned(),
        },
    })?;
    let pages = pdf.pages();
    budget.take_blocks(pages.len().saturating_mul(PAGE_BLOCKS))?;
    let mut fonts = Fonts::new();
    let mut streams = Streams::new(bytes.len());
    let mut canvases = Vec::new();
    for page in pages.iter() {
        let canvas = canvas_of(page, &mut fonts, &mut streams, budget)?;
        let (_, height) = page.render_dimensions();
        canvases.push((canvas, f64::from(height)));
    }
    laid_out(canvases, budget)
}

#[cfg(test)]
mod tests;
