//! Whole-program tests: see `it/main.rs`. Nothing depends on this package.
