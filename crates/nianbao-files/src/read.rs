//! Bytes to report: a reader for each container makes a [`page::Page`], one recognizer makes it a [`Reading`].

pub mod page;

mod archive;
#[cfg_attr(not(test), expect(dead_code, reason = "the chooser follows"))]
mod docx;
#[cfg(test)]
mod drawn;
mod error;
mod limits;
mod reading;
mod xml;

pub use error::ReadError;
pub use reading::{Confidence, Kind, Reading, Source};
