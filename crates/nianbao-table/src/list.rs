//! Lists in rows: how many each row has, and the columns of what they hold.

use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder, ListBuilder, StringBuilder};
use arrow_array::{Array, ArrayRef, ListArray, StructArray};
use arrow_buffer::{OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, FieldRef, Fields};

/// The name that Arrow's own builders give to what a list holds.
const ITEM: &str = "item";

/// A column with no blanks.
pub(crate) fn full(name: &str, data_type: DataType) -> Field {
    Field::new(name, data_type, false)
}

/// A column in which nothing may stand.
pub(crate) fn maybe(name: &str, data_type: DataType) -> Field {
    Field::new(name, data_type, true)
}

/// A list of these, none of them blank.
pub(crate) fn list_of(data_type: DataType) -> DataType {
    DataType::List(item(data_type))
}

fn item(data_type: DataType) -> FieldRef {
    Arc::new(full(ITEM, data_type))
}

/// A builder of such lists.
pub(crate) fn builder<B: ArrayBuilder>(values: B, data_type: DataType) -> ListBuilder<B> {
    ListBuilder::new(values).with_field(item(data_type))
}

/// A builder of lists of texts.
pub(crate) fn texts() -> ListBuilder<StringBuilder> {
    builder(StringBuilder::new(), DataType::Utf8)
}

/// Where the list of each row ends.
pub(crate) struct Ends(Vec<i32>);

impl Default for Ends {
    fn default() -> Ends {
        Ends(vec![0])
    }
}

impl Ends {
    /// Ends the list of a row, whose items are all there now.
    pub(crate) fn push(&mut self, n_items: usize) {
        self.0
            .push(i32::try_from(n_items).expect("a batch has at most two thousand million items"));
    }

    /// Lists of what has these columns.
    pub(crate) fn finish(self, fields: Fields, columns: Vec<ArrayRef>) -> ListArray {
        let values = StructArray::new(fields, columns, None);
        let offsets = OffsetBuffer::new(ScalarBuffer::from(self.0));
        ListArray::new(
            item(values.data_type().clone()),
            offsets,
            Arc::new(values),
            None,
        )
    }
}
