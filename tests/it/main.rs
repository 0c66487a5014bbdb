//! Whole-program tests and their data.
