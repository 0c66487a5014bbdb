//! Files packed into a table, so that object storage is asked for one large thing instead of thousands of small ones.

use std::sync::Arc;

use arrow_schema::{DataType, Schema, SchemaRef};

use crate::list::full;

/// What a file is called.
pub const NAME: &str = "name";
/// Its bytes.
pub const CONTENT: &str = "content";

/// The columns of packed files.
pub fn packed_schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        full(NAME, DataType::Utf8),
        full(CONTENT, DataType::Binary),
    ]))
}
