//! The verbs the tests are told in.

use std::fs;
use std::path::{Path, PathBuf};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use nianbao_core::report::Report;
use nianbao_read::read;
use nianbao_table::{Context, Options, Places, Row, Rows};

/// Plain text, and places of doubtful figures.
pub(crate) const PLAIN: Options = Options {
    dictionary: false,
    places: Places::Doubtful,
};

pub(crate) fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data")
        .join(path)
}

pub(crate) fn report(name: &str) -> Report {
    let bytes = fs::read(data(&format!("reports/{name}.json"))).expect("a report on file");
    read(name, &bytes).expect("a saved report").report
}

pub(crate) fn context() -> Context<'static> {
    Context::on("2026-01-31".parse().expect("a day"))
}

pub(crate) fn nested(options: Options, files: &[(&str, &[u8])]) -> RecordBatch {
    let mut rows = Rows::new(options);
    for (file, bytes) in files {
        rows.push(&Row::of_bytes(file, bytes, &context()), &context());
    }
    rows.finish()
}

pub(crate) fn texts<'a>(batch: &'a RecordBatch, name: &str) -> &'a StringArray {
    let column = batch.column_by_name(name);
    column
        .unwrap_or_else(|| panic!("no column {name}"))
        .as_string()
}

pub(crate) fn column<'a>(batch: &'a RecordBatch, name: &str) -> &'a ArrayRef {
    batch
        .column_by_name(name)
        .unwrap_or_else(|| panic!("no column {name}"))
}

/// What an optional text column says in a row; blank for nothing.
pub(crate) fn said(batch: &RecordBatch, name: &str, row: usize) -> String {
    let column = texts(batch, name);
    if column.is_null(row) {
        String::new()
    } else {
        column.value(row).to_owned()
    }
}
