//! The dictionaries beside the tables: what the cells of a form are called, and what the rules ask for.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Int16Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Fields, Schema};
use nianbao_core::form::{FORMS, Form, Unit};
use nianbao_core::row;
use nianbao_rules::rules::RULES;

use crate::list::{Ends, full, list_of};

/// A row for each cell of each edition: its names and what it counts.
pub fn cells() -> RecordBatch {
    let (mut edition, mut cell) = (Int16Builder::new(), Int16Builder::new());
    let mut texts: [StringBuilder; 8] = Default::default();
    let mut is_total = BooleanBuilder::new();
    for form in FORMS.iter() {
        for it in form.cells() {
            let place = form.place(it);
            let table = &form.tables[place.table];
            let title = form.edition.sections[table.section].title;
            let [table_key, row_key, column_key] = form.keys(it);
            let name = form.name(it);
            let values = [
                title.split('、').next().unwrap_or_default(),
                table_key,
                row_key,
                column_key,
                table.rows[place.row].label(),
                table.columns[place.column].label(),
                &name,
                unit(form.unit(it)),
            ];
            let number = |n: usize| i16::try_from(n).expect("a form has a few hundred cells");
            edition.append_value(number(usize::from(form.edition.year)));
            cell.append_value(number(it.index()));
            for (column, value) in texts.iter_mut().zip(values) {
                column.append_value(value);
            }
            is_total.append_value(form.is_total(it));
        }
    }
    let names = [
        "section",
        row::TABLE,
        row::ROW,
        row::COLUMN,
        row::ROW_LABEL,
        row::COLUMN_LABEL,
        "name",
        "unit",
    ];
    let mut fields = vec![
        full(row::EDITION, DataType::Int16),
        full("cell", DataType::Int16),
    ];
    fields.extend(names.map(|name| full(name, DataType::Utf8)));
    fields.push(full("is_total", DataType::Boolean));
    let mut columns: Vec<ArrayRef> = vec![Arc::new(edition.finish()), Arc::new(cell.finish())];
    columns.extend(texts.map(|mut column| Arc::new(column.finish()) as ArrayRef));
    columns.push(Arc::new(is_total.finish()));
    batch(fields, columns)
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::Change => "change",
        Unit::TenThousandYuan => "ten-thousand-yuan",
    }
}

/// A row for each rule: what it asks for and on what ground, in the wording of the newest form.
pub fn rules() -> RecordBatch {
    let newest = Form::for_year(u16::MAX);
    let mut texts: [StringBuilder; 6] = Default::default();
    let mut ends = Ends::default();
    let (mut name, mut clause) = (StringBuilder::new(), StringBuilder::new());
    let mut n_grounds = 0;
    for rule in RULES {
        let formula = rule.formula(newest);
        let values = [
            rule.id,
            rule.title,
            rule.severity.key(),
            rule.concerns.key(),
            &formula,
            rule.explanation,
        ];
        for (column, value) in texts.iter_mut().zip(values) {
            column.append_value(value);
        }
        for ground in rule.source {
            n_grounds += 1;
            name.append_value(ground.name);
            clause.append_value(ground.clause);
        }
        ends.push(n_grounds);
    }
    let ground = Fields::from(vec![
        full("name", DataType::Utf8),
        full("clause", DataType::Utf8),
    ]);
    let names = [
        "rule",
        "title",
        "severity",
        "concerns",
        "formula",
        "explanation",
    ];
    let mut fields: Vec<_> = names.map(|name| full(name, DataType::Utf8)).into();
    fields.push(full("grounds", list_of(DataType::Struct(ground.clone()))));
    let mut columns: Vec<ArrayRef> = texts
        .map(|mut column| Arc::new(column.finish()) as ArrayRef)
        .into();
    let grounds: Vec<ArrayRef> = vec![Arc::new(name.finish()), Arc::new(clause.finish())];
    columns.push(Arc::new(ends.finish(ground, grounds)));
    batch(fields, columns)
}

fn batch(fields: Vec<Field>, columns: Vec<ArrayRef>) -> RecordBatch {
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).expect("columns of one length")
}
