//! What a judgement is used for: notes on findings, progress of the parts, the way to other programs.

mod json;
mod notes;
mod progress;
