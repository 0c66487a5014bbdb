//! Reads RTF as Word, WPS and `LibreOffice` write it.
//!
//! A group keeps its settings to itself. Characters that no font of one byte has come as `\u` with a stand-in behind,
//! or as bytes in the encoding of the font.

mod fonts;
mod tokens;
mod walk;

use super::{Container, Content, FileKind};
use crate::ReadError;
use crate::page::Page;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: FileKind {
        name: "RTF 文档",
        endings: &["rtf"],
    },
    is: |sample| sample.begins_with(b"{\\rtf"),
    read: |bytes, _| read(bytes).map(Content::Page),
};

/// Reads an `.rtf`.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, ReadError> {
    walk::Walk::default().page(bytes)
}

#[cfg(test)]
mod tests;
