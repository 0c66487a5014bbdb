//! Bytes to report: a reader for each container makes a [`page::Page`], one recognizer makes it a report.

pub mod page;
