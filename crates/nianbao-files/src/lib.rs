//! Carries a report in and out: bytes ⇄ report. It never decides whether a figure is right.

pub mod read;
pub mod write;
mod xml;
