//! The tidy tables in a batch of nested rows.

use std::sync::Arc;

use arrow_array::builder::{Int16Builder, Int64Builder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int16Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use crate::files::{REPORT_ID, YEAR};
use crate::list::{full, maybe};
use crate::rows::{FIGURES, FINDINGS};
use crate::{Options, figures, files, findings};
use nianbao_core::row;

/// The tables of many reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// One row for each file.
    pub files: RecordBatch,
    /// One row for each figure of each report that could be read.
    pub figures: RecordBatch,
    /// One row for each finding.
    pub findings: RecordBatch,
}

impl Tables {
    /// Takes apart what [`Rows::finish`](crate::Rows::finish) gave.
    pub fn of(nested: &RecordBatch) -> Tables {
        let n_files = files::fields().len();
        let files: Vec<usize> = (0..n_files).collect();
        Tables {
            files: nested
                .project(&files)
                .expect("a nested row begins with its file"),
            figures: exploded(nested, FIGURES),
            findings: exploded(nested, FINDINGS),
        }
    }

    /// The columns of `files`, `figures` and `findings`.
    pub fn schemas(options: Options) -> [SchemaRef; 3] {
        let items = |fields: &[Arc<Field>]| {
            let keys = keys().into_iter().map(Arc::new);
            Arc::new(Schema::new(
                keys.chain(fields.iter().cloned()).collect::<Vec<_>>(),
            ))
        };
        [
            Arc::new(Schema::new(files::fields())),
            items(&figures::fields(options.dictionary)),
            items(&findings::fields(options.dictionary)),
        ]
    }
}

/// What each item repeats of its file.
fn keys() -> [Field; 3] {
    [
        full(REPORT_ID, DataType::Int64),
        maybe(YEAR, DataType::Int16),
        full(row::EDITION, DataType::Int16),
    ]
}

/// A row for each item of a list, after what it repeats of its file.
fn exploded(nested: &RecordBatch, name: &str) -> RecordBatch {
    let column = |name| {
        nested
            .column_by_name(name)
            .expect("a column of a nested row")
    };
    let lists = column(name).as_list::<i32>();
    let (ids, years) = (column(REPORT_ID), column(YEAR));
    let ids = ids.as_primitive::<Int64Type>();
    let years = years.as_primitive::<Int16Type>();
    let editions = column(row::EDITION).as_primitive::<Int16Type>();
    let mut id = Int64Builder::new();
    let (mut year, mut edition) = (Int16Builder::new(), Int16Builder::new());
    for (row, n_items) in lists.offsets().lengths().enumerate() {
        id.append_value_n(ids.value(row), n_items);
        for _ in 0..n_items {
            year.append_option(years.is_valid(row).then(|| years.value(row)));
        }
        edition.append_value_n(editions.value(row), n_items);
    }
    let start = lists.value_offsets()[0];
    let end = lists.value_offsets()[lists.len()];
    let at = |offset: i32| usize::try_from(offset).expect("offsets are not negative");
    let items = lists.values().slice(at(start), at(end) - at(start));
    let items = items.as_struct();
    let fields = keys().into_iter().map(Arc::new);
    let fields: Vec<_> = fields.chain(items.fields().iter().cloned()).collect();
    let mut columns: Vec<ArrayRef> = vec![
        Arc::new(id.finish()),
        Arc::new(year.finish()),
        Arc::new(edition.finish()),
    ];
    columns.extend(items.columns().iter().cloned());
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).expect("columns of one length")
}
