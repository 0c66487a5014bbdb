//! Reads RTF as Word, WPS and `LibreOffice` write it.
//!
//! A group keeps its settings to itself. Characters that no font of one byte has come as `\u` with a stand-in behind,
//! or as bytes in the encoding of the font.

mod fonts;
mod tokens;
mod walk;

use super::{Container, Content, FileKind};
use crate::ReadError;
use crate::budget::Budget;
use crate::page::Page;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: FileKind {
        name: "RTF 文档",
        endings: &["rtf"],
    },
    is: |sample| sample.begins_with(b"{\\rtf"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Reads an `.rtf`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    walk::Walk::new(budget).page(bytes)
}

#[cfg(test)]
mod tests;
