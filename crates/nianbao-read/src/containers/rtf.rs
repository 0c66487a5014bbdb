//! Reads RTF as Word, WPS and `LibreOffice` write it.
//!
//! A group keeps its settings to itself. Characters that no font of one byte has come as `\u` with a stand-in behind,
//! or as bytes in the encoding of the font.

mod fonts;
mod group;
mod tokens;
mod walk;

use crate::ReadError;
use crate::budget::Budget;
use crate::container::{Container, Content};
use crate::kinds;
use crate::page::Page;

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::RTF,
    is: |sample| sample.begins_with(b"{\\rtf"),
    read: |bytes, budget| read(bytes, budget).map(Content::Page),
};

/// Reads an `.rtf`.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Page, ReadError> {
    walk::Walk::new(budget).page(bytes)
}

#[cfg(test)]
mod tests;
