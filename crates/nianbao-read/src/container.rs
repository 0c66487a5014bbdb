//! What a container says of itself: which kind of file it is, how its bytes are told, and what reads it.

mod ole;
mod sample;

use nianbao_core::saved::Opened;

use crate::ReadError;
use crate::budget::Budget;
use crate::kinds::FileKind;
use crate::page::Page;
use crate::reading::Reading;
pub(crate) use ole::Ole;
pub(crate) use sample::{Sample, contains, ending};

/// A container that is read.
pub(crate) struct Container {
    /// What people call it.
    pub(crate) kind: FileKind,
    /// Whether a file is one; asked in the order of the registry.
    pub(crate) is: fn(&Sample) -> bool,
    /// Reads a whole file, within what that may cost.
    pub(crate) read: fn(&[u8], &mut Budget) -> Result<Content, ReadError>,
}

/// What a container holds.
pub(crate) enum Content {
    /// A document, in which a report is looked for.
    Page(Page),
    /// A report that was saved here.
    Saved(Box<Opened>),
    /// A report that says of each figure which it is.
    Reading(Box<Reading>),
}
