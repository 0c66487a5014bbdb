//! Carries a report in and out: bytes ⇄ report. It never decides whether a figure is right.

pub mod read;
mod unprinted;
pub mod write;
mod xml;
