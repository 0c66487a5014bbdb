//! Next year's notice: a row added to the edition's data reaches form, sums, rules, documents and saved reports
//! without another edit.

use nianbao_core::form::{
    Cell, Content, Edition, Form, Heading, HeadingKind, Section, Table, e2021, entry, keys,
};
use nianbao_core::grid::Grid;
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_rules::judge;
use nianbao_rules::rule::{Context, Outcome};
use nianbao_rules::rules::check;
use nianbao_write::{Format, write};

use crate::support::part;

const LABEL: &str = "（七）移送处理";
const ROW: &str = "handled/transferred";

/// The 2021 edition with one more outcome before the total.
fn next_form() -> &'static Form {
    let with_row = |table: &Table| Table {
        rows: leak(table.rows.iter().map(with_outcome)),
        ..*table
    };
    let sections = e2021::EDITION.sections.iter().map(|section| Section {
        content: match section.content {
            Content::Prose { prompt, topics } => Content::Prose { prompt, topics },
            Content::Tables(tables) => Content::Tables(leak(tables.iter().map(with_row))),
        },
        ..*section
    });
    let edition = Edition {
        sections: leak(sections),
        ..e2021::EDITION
    };
    Box::leak(Box::new(Form::new(Box::leak(Box::new(edition)))))
}

fn with_outcome(heading: &Heading) -> Heading {
    let kind = match heading.kind {
        HeadingKind::Entry(unit) => HeadingKind::Entry(unit),
        HeadingKind::Total => HeadingKind::Total,
        HeadingKind::Group(headings) => {
            let mut headings: Vec<_> = headings.iter().map(with_outcome).collect();
            if heading.key == keys::HANDLED {
                headings.insert(headings.len() - 1, entry("transferred", LABEL));
            }
            HeadingKind::Group(headings.leak())
        }
    };
    Heading { kind, ..*heading }
}

fn leak<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    Vec::leak(Vec::from_iter(items))
}

/// A report on the next form: four requests of natural persons came in, four were transferred, all else is 0.
fn report() -> Report {
    let mut report = Report::new(next_form(), 2026);
    for cell in report
        .form
        .cells()
        .filter(|&cell| !report.form.is_total(cell))
    {
        report.type_figure(cell, "0");
    }
    for row in [keys::NEWLY_RECEIVED, ROW] {
        report.type_figure(cell(&report, row, keys::NATURAL_PERSON), "4");
    }
    report
}

fn cell(report: &Report, row: &str, column: &str) -> Cell {
    report
        .form
        .cell(keys::REQUESTS, row, column)
        .expect("in the form")
}

/// What one rule says of a report.
fn statements(report: &Report, rule: &str) -> Vec<String> {
    judge(report, &Context::default())
        .findings
        .into_iter()
        .filter(|finding| finding.rule.id == rule)
        .map(|finding| finding.statement)
        .collect()
}

#[test]
fn the_form_has_seven_cells_more() {
    assert_eq!(next_form().n_cells(), 200 + 7);
}

#[test]
fn the_sums_count_the_new_row() {
    let report = report();
    assert_eq!(
        report.number(cell(&report, keys::HANDLED_TOTAL, keys::NATURAL_PERSON)),
        Some(4)
    );
    assert_eq!(
        report.number(cell(&report, ROW, keys::ALL_REQUESTERS)),
        Some(4)
    );
    assert_eq!(
        report.number(cell(&report, keys::HANDLED_TOTAL, keys::ALL_REQUESTERS)),
        Some(4)
    );
}

#[test]
fn the_rules_see_the_new_row() {
    let mut report = report();
    let verdicts = check(&report, &Context::default());
    for rule in ["requests-balance", "totals-add-up"] {
        let verdict = verdicts
            .iter()
            .find(|verdict| verdict.rule.id == rule)
            .expect("a rule");
        assert!(
            verdict
                .outcomes
                .iter()
                .all(|outcome| *outcome == Outcome::Holds),
            "{rule}"
        );
    }
    let new_cell = cell(&report, ROW, keys::NATURAL_PERSON);
    report.type_figure(new_cell, "3");
    assert_eq!(
        statements(&report, "requests-balance")[0],
        "自然人：4 + 0 = 4 ≠ 3 + 0 = 3，相差 1"
    );
    let total = cell(&report, keys::HANDLED_TOTAL, keys::NATURAL_PERSON);
    report.type_figure(total, "4");
    assert!(statements(&report, "totals-add-up")[0].starts_with("（七）总计，自然人：4 ≠ 3"));
    report.type_figure(new_cell, "");
    assert_eq!(
        statements(&report, "blank-figure"),
        [format!("{LABEL}，自然人 空白")]
    );
}

#[test]
fn the_printed_tables_have_the_new_row() {
    let report = report();
    let requests = report.form.table(keys::REQUESTS).expect("in the form");
    assert_eq!(
        Grid::of_section(report.form, requests.section).rows.len(),
        28 + 1
    );
    let html = String::from_utf8(write(&report, Format::Html)).expect("pages are UTF-8");
    let html = html.replace(" class=\"words\"", "").replace("<wbr>", "");
    assert!(html.contains(&format!(
        "<tr><th scope=\"row\" colspan=\"2\">{LABEL}</th><td>4</td>{zeros}<td>4</td></tr>",
        zeros = "<td>0</td>".repeat(5),
    )));
    assert!(html.contains("<th scope=\"row\" rowspan=\"23\">三、本年度办理结果</th>"));
    let docx = part(&write(&report, Format::Docx), "word/document.xml");
    assert!(docx.contains(LABEL));
    assert_eq!(docx.matches("<w:tr>").count(), 14 + 29 + 4);
}

#[test]
fn the_saved_report_has_the_new_row() {
    let json: serde_json::Value = serde_json::from_str(&saved::write(&report())).expect("JSON");
    assert_eq!(
        json["figures"][keys::REQUESTS][ROW][keys::NATURAL_PERSON],
        4
    );
}
