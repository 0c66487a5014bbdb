//! Report to bytes: each writer walks the same grid.
