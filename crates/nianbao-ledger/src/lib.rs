//! The books of the year: the request ledger (依申请公开登记台账) becomes tables three and four of the annual report,
//! the register of documents (主动公开台账) becomes table two.
//!
//! Sheets of text cells come in; what comes out is data: every figure with the cases behind it, every due day with its count,
//! and every doubt as a question. Nothing is guessed: while a case behind a figure is open, the figure is not offered.
//! Names and contents of requesters serve comparison in memory and are never written.
#![deny(clippy::float_arithmetic)]

mod book;
pub mod day;
mod fold;
mod lines;
mod lists;
mod mapping;
pub mod register;
pub mod requests;
pub mod rules;
pub mod write;

pub use book::Book;
