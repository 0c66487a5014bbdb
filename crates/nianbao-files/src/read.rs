//! Bytes to report: a reader for each container makes a [`page::Page`], one recognizer makes it a [`Reading`].

pub mod page;

mod error;
mod reading;

pub use error::ReadError;
pub use reading::{Confidence, Kind, Reading, Source};
