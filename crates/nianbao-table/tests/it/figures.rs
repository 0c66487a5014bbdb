//! The table of figures.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int16Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use nianbao_core::figure::Amount;
use nianbao_read::read;
use nianbao_table::{Tables, cells};
use nianbao_write::{Format, csv, write};

use crate::support::{PLAIN, column, nested, report, said, texts};

/// A figure of the table, as it is printed.
fn printed(figures: &RecordBatch, row: usize) -> String {
    let count = column(figures, "count").as_primitive::<Int64Type>();
    let amount = column(figures, "amount").as_primitive::<Decimal128Type>();
    match texts(figures, "state").value(row) {
        "count" => count.value(row).to_string(),
        "amount" => {
            let fen = i64::try_from(amount.value(row)).expect("18 digits");
            Amount::of_fen(fen).to_string()
        }
        "placeholder" | "unreadable" => said(figures, "text", row),
        _ => String::new(),
    }
}

#[test]
fn every_figure_is_the_same_as_in_the_csv_file() {
    for name in [
        "busy-department",
        "half-filled-county",
        "large-city",
        "odd-township",
        "quiet-bureau",
    ] {
        let report = report(name);
        let html = write(&report, Format::Html);
        let reading = read("a.html", &html).expect("a report of ours");
        let figures = Tables::of(&nested(PLAIN, &[("a.html", &html)])).figures;
        let cells = cells();
        let edition = column(&cells, "edition").as_primitive::<Int16Type>();
        let own: Vec<usize> = (0..cells.num_rows())
            .filter(|&row| {
                i32::from(edition.value(row)) == i32::from(reading.report.form.edition.year)
            })
            .collect();
        assert_eq!(figures.num_rows(), own.len(), "{name}");
        for (row, (source, figure, state)) in reading.figures().enumerate() {
            let mut of_csv = csv::fields(&reading.report, source.cell);
            of_csv[6] = figure.to_string();
            of_csv[7] = state.key().to_owned();
            for (name, expected) in csv::FIELDS.iter().zip(&of_csv) {
                let found = match *name {
                    "edition" => column(&figures, name)
                        .as_primitive::<Int16Type>()
                        .value(row)
                        .to_string(),
                    "table" => said(&cells, "section", own[row]),
                    "row_label" | "column_label" => said(&cells, name, own[row]),
                    // An amount typed with zeros behind its point is the same number.
                    "value" if of_csv[7] == "amount" => {
                        let zeros = match expected.contains('.') {
                            true => expected.trim_end_matches('0').trim_end_matches('.'),
                            false => expected,
                        };
                        assert_eq!(printed(&figures, row), zeros, "{expected}");
                        continue;
                    }
                    "value" => printed(&figures, row),
                    _ => said(&figures, name, row),
                };
                assert_eq!(&found, expected, "{name} of figure {row}");
            }
            assert_eq!(said(&figures, "confidence", row), source.confidence.key());
            assert_eq!(said(&figures, "reason", row), source.confidence.reason());
            let cell = column(&figures, "cell").as_primitive::<Int16Type>();
            assert_eq!(usize::try_from(cell.value(row)), Ok(source.cell.index()));
        }
    }
}

#[test]
fn blank_zero_placeholder_and_absent_are_four_states() {
    let mut report = report("quiet-bureau");
    let cells: Vec<_> = report.form.cells().collect();
    for (cell, typed) in cells.iter().zip(["", "0", "/", "约3"]) {
        report.type_figure(*cell, typed);
    }
    let json = write(&report, Format::Json);
    let figures = Tables::of(&nested(PLAIN, &[("a.json", &json)])).figures;
    let states: Vec<_> = (0..4).map(|row| said(&figures, "state", row)).collect();
    assert_eq!(states, ["blank", "count", "placeholder", "unreadable"]);
    let count = column(&figures, "count");
    assert_eq!(
        (0..4).map(|row| count.is_valid(row)).collect::<Vec<_>>(),
        [false, true, false, false]
    );

    let text = String::from_utf8(write(&report, Format::Html)).expect("UTF-8");
    let end = text.rfind("<table").expect("the last table");
    let cut = Tables::of(&nested(PLAIN, &[("a.html", &text.as_bytes()[..end])])).figures;
    let last = cut.num_rows() - 1;
    assert_eq!(
        (said(&cut, "state", last), said(&cut, "confidence", last)),
        ("absent".into(), "not-found".into())
    );
    let keys = column(&cut, "reason_keys").as_list::<i32>().value(last);
    assert_eq!(keys.as_string::<i32>().value(0), "not-found");
}

#[test]
fn a_total_that_was_added_up_is_told_from_a_typed_one() {
    let mut report = report("busy-department");
    let total = report
        .form
        .cell("requests", "newly-received", "requester/total")
        .expect("in the form");
    report.type_figure(total, "");
    let typed = report
        .form
        .cell("requests", "newly-received", "requester/natural-person")
        .expect("in the form");
    let json = write(&report, Format::Json);
    let figures = Tables::of(&nested(PLAIN, &[("a.json", &json)])).figures;
    let computed = column(&figures, "computed").as_boolean();
    assert!(computed.value(total.index()) && !computed.value(typed.index()));
    let count = column(&figures, "count").as_primitive::<Int64Type>();
    assert_eq!(Some(count.value(total.index())), report.number(total));
}
