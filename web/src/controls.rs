//! What figures and texts are typed into. No control knows a screen.

pub mod cell;
pub mod dialog;
pub mod file;
pub mod grid;
pub mod help;
pub mod keys;
pub mod mark;
pub mod text;
