use std::io::{Cursor, Read};

use nianbao_core::example::sound_report;
use nianbao_core::form::{Cell, keys};

use super::*;

/// One part of a workbook, unzipped.
fn part_of(report: &Report, name: &str) -> String {
    let bytes = write(report, None);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    let mut part = zip.by_name(name).expect("the part is there");
    let mut text = String::new();
    part.read_to_string(&mut text).expect("parts are UTF-8");
    text
}

fn natural_persons(report: &Report, row: &str) -> Cell {
    let cell = report.form.cell(keys::REQUESTS, row, keys::NATURAL_PERSON);
    cell.expect("in the form")
}

#[test]
fn a_total_that_was_not_typed_is_a_formula_with_its_value() {
    let mut report = sound_report();
    report.type_figure(natural_persons(&report, keys::NEWLY_RECEIVED), "7");
    let requests = part_of(&report, "xl/worksheets/sheet3.xml");
    let formula = "<f>IF(COUNT(D5:I5)=6,SUM(D5:I5),&quot;&quot;)</f>";
    assert!(requests.contains(&format!("<c r=\"J5\" s=\"9\">{formula}<v>7</v></c>")));
    report.type_figure(natural_persons(&report, keys::NEWLY_RECEIVED), "/");
    let requests = part_of(&report, "xl/worksheets/sheet3.xml");
    assert!(requests.contains(&format!(
        "<c r=\"J5\" s=\"9\" t=\"str\">{formula}<v></v></c>"
    )));
}

#[test]
fn the_check_sheet_names_the_equation_that_is_wrong() {
    let mut report = sound_report();
    let wrong = |report: &Report| {
        part_of(report, "xl/worksheets/sheet7.xml")
            .matches("<v>不等</v>")
            .count()
    };
    assert_eq!(wrong(&report), 0);
    report.type_figure(natural_persons(&report, keys::CARRIED_FORWARD), "9");
    let total = report
        .form
        .cell(keys::REQUESTS, keys::CARRIED_FORWARD, keys::ALL_REQUESTERS);
    report.type_figure(total.expect("in the form"), "8");
    // The row's total, and the balance in the columns of natural persons and of the total.
    assert_eq!(wrong(&report), 3);
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let mut report = sound_report();
    report.preamble = "=HYPERLINK(\"x\")".to_owned();
    report.type_figure(natural_persons(&report, keys::NEWLY_RECEIVED), "=1+1");
    for (sheet, style) in [(1, 4), (3, 8)] {
        let part = part_of(&report, &part(sheet));
        let text = format!("s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=");
        assert!(part.contains(&text), "{part}");
    }
    assert!(!part_of(&report, &part(3)).contains("<f>="));
}

#[test]
fn a_text_longer_than_a_cell_goes_on_in_the_next() {
    let mut report = sound_report();
    report.preamble = "长".repeat(40_000);
    let part = part_of(&report, &part(1));
    let longest = part.split('<').map(|text| text.chars().count()).max();
    assert!(longest < Some(32_767 + 30));
    assert_eq!(part.matches('长').count(), 40_000);
}

#[test]
fn every_cell_format_is_declared() {
    let styles = include_str!("styles.xml");
    let (_, formats) = styles.split_once("<cellXfs").expect("cell formats");
    let (formats, _) = formats.split_once("</cellXfs>").expect("cell formats");
    assert_eq!(formats.matches("<xf ").count(), style::FIGURE + 6 + 1);
    assert!(formats.starts_with(" count=\"16\""));
}
