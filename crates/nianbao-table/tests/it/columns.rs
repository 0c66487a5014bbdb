//! Names and types of columns.

use std::fs;
use std::sync::Arc;

use arrow_array::StringArray;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_schema::{DataType, Field, Schema};
use nianbao_table::{Options, Places, Tables, cells, rules, schema};
use nianbao_write::{Format, write};

use crate::support::{PLAIN, column, data, nested, report, texts};

#[test]
fn dictionaries_say_the_same_as_plain_text() {
    let html = write(&report("busy-department"), Format::Html);
    let files: [(&str, &[u8]); 2] = [("a.html", &html), ("b.html", b"")];
    let [plain, packed] = [false, true].map(|dictionary| {
        let options = Options {
            dictionary,
            places: Places::All,
        };
        let nested = nested(options, &files);
        assert_eq!(nested.schema(), schema(options));
        let tables = Tables::of(&nested);
        for (table, schema) in [&tables.files, &tables.figures, &tables.findings]
            .into_iter()
            .zip(Tables::schemas(options))
        {
            assert_eq!(table.schema(), schema);
        }
        tables
    });
    for name in ["table", "row", "column", "state", "confidence"] {
        let keys = column(&packed.figures, name).as_dictionary::<Int32Type>();
        let words = keys
            .downcast_dict::<StringArray>()
            .expect("a dictionary of texts");
        let plain = texts(&plain.figures, name);
        assert!(words.into_iter().eq(plain), "{name}");
    }
    assert!(
        texts(&plain.figures, "place")
            .iter()
            .all(|place| place.is_some())
    );
}

#[test]
fn the_weakest_reader_knows_every_type() {
    fn is_known(data_type: &DataType) -> bool {
        match data_type {
            DataType::Utf8
            | DataType::Int16
            | DataType::Int64
            | DataType::Boolean
            | DataType::Date32 => true,
            DataType::Decimal128(18, 6) => true,
            DataType::List(item) => is_known(item.data_type()),
            DataType::Struct(fields) => fields.iter().all(|field| is_known(field.data_type())),
            _ => false,
        }
    }
    let schemas = Tables::schemas(PLAIN).into_iter().chain([
        schema(PLAIN),
        cells().schema(),
        rules().schema(),
    ]);
    for field in schemas.flat_map(|schema: Arc<Schema>| schema.fields().to_vec()) {
        assert!(is_known(field.data_type()), "{field}");
    }
}

#[test]
fn every_rule_that_is_found_is_in_the_table_of_rules() {
    let rules = rules();
    assert!(rules.num_rows() > 50);
    let ids: Vec<_> = texts(&rules, "rule").iter().flatten().collect();
    let bytes = fs::read(data("reports/half-filled-county.json")).expect("a report on file");
    let findings = Tables::of(&nested(PLAIN, &[("a.json", &bytes)])).findings;
    assert!(
        texts(&findings, "rule")
            .iter()
            .flatten()
            .all(|rule| ids.contains(&rule))
    );
}

/// Each column of a table as docs/tables.md lists it: `name`, type, and whether nothing may stand there.
fn described(fields: &[Arc<Field>]) -> Vec<String> {
    fn kind(data_type: &DataType) -> String {
        match data_type {
            DataType::Utf8 => "text".into(),
            DataType::Int16 => "int16".into(),
            DataType::Int64 => "int64".into(),
            DataType::Boolean => "boolean".into(),
            DataType::Date32 => "date".into(),
            DataType::Decimal128(precision, scale) => format!("decimal({precision},{scale})"),
            DataType::Dictionary(..) => "word".into(),
            DataType::List(item) => format!("list of {}", kind(item.data_type())),
            DataType::Struct(fields) => {
                let names: Vec<_> = fields.iter().map(|field| field.name().as_str()).collect();
                format!("({})", names.join(", "))
            }
            other => panic!("{other}"),
        }
    }
    let line = |field: &Arc<Field>| {
        let blank = if field.is_nullable() { "?" } else { "" };
        format!(
            "| `{}` | {}{blank} |",
            field.name(),
            kind(field.data_type())
        )
    };
    fields.iter().map(line).collect()
}

#[test]
fn the_page_about_tables_names_every_column_in_order() {
    let page = fs::read_to_string(data("../../docs/tables.md")).expect("docs/tables.md");
    let schemas = Tables::schemas(Options::default())
        .into_iter()
        .chain([cells().schema(), rules().schema()]);
    for (table, schema) in ["files", "figures", "findings", "cells", "rules"]
        .into_iter()
        .zip(schemas)
    {
        let (_, section) = page
            .split_once(&format!("### `{table}`"))
            .unwrap_or_else(|| panic!("{table} has no section"));
        let section = section.split("\n#").next().unwrap_or_default();
        let rows: Vec<_> = section
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        let expected = described(schema.fields());
        assert_eq!(rows.len(), expected.len(), "{table}: {expected:#?}");
        for (row, expected) in rows.iter().zip(&expected) {
            assert!(
                row.starts_with(expected.as_str()),
                "{table}: {row} and not {expected}"
            );
        }
    }
}
