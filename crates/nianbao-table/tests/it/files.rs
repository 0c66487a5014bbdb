//! The rows of files and findings, whatever came of a file.

use std::fs;

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int16Type, Int64Type};
use nianbao_read::{MAX_FILE_BYTES, Reading, read};
use nianbao_rules::rule;
use nianbao_table::{Context, Row, Rows, Tables};
use nianbao_write::{Format, write};

use crate::support::{PLAIN, column, context, data, nested, report, said, texts};

#[test]
fn every_finding_is_the_same_as_the_rules_say() {
    let mut n_findings = 0;
    for name in [
        "busy-department",
        "half-filled-county",
        "large-city",
        "odd-township",
    ] {
        let bytes = fs::read(data(&format!("reports/{name}.json"))).expect("a report on file");
        let reading = read("a.json", &bytes).expect("a saved report");
        let judgement = nianbao_rules::judge(
            &reading.report,
            &rule::Context {
                today: Some(context().today),
                previous: reading.previous.as_ref(),
            },
        );
        let tables = Tables::of(&nested(PLAIN, &[("a.json", &bytes)]));
        let found: Vec<_> = (0..tables.findings.num_rows())
            .map(|row| {
                ["rule", "severity", "statement", "note"]
                    .map(|name| said(&tables.findings, name, row))
            })
            .collect();
        let expected: Vec<_> = judgement
            .findings
            .iter()
            .map(|it| {
                [
                    it.rule.id.clone(),
                    it.severity.key().to_owned(),
                    it.statement.clone(),
                    it.note.clone().unwrap_or_default(),
                ]
            })
            .collect();
        assert_eq!(found, expected, "{name}");
        let errors = judgement
            .findings
            .iter()
            .filter(|it| it.is_open_error())
            .count();
        let counted = column(&tables.files, "n_errors").as_primitive::<Int16Type>();
        assert_eq!(usize::try_from(counted.value(0)), Ok(errors));
        n_findings += found.len();
    }
    assert!(n_findings > 10, "{n_findings}");
}

#[test]
fn what_cannot_be_read_is_a_row_with_its_sentence() {
    let large = vec![b' '; MAX_FILE_BYTES + 1];
    let twenty = vec![b'x'; 20 << 20];
    let bomb = fs::read(data("hostile/filters200-20mb.pdf")).expect("a bomb");
    let whole = write(&report("quiet-bureau"), Format::Docx);
    let torn = &whole[..whole.len() / 2];
    let files: [(&str, &[u8]); 6] = [
        ("sound.docx", &whole),
        ("empty.docx", b""),
        ("torn.docx", torn),
        ("large.txt", &large),
        ("twenty.txt", &twenty),
        ("bomb.pdf", &bomb),
    ];
    let nested = nested(PLAIN, &files);
    let Tables {
        files: table,
        figures,
        ..
    } = Tables::of(&nested);
    assert_eq!((table.num_rows(), figures.num_rows()), (6, 200));
    let errors: Vec<_> = (0..6).map(|row| said(&table, "error_key", row)).collect();
    assert_eq!(errors[..4], ["", "empty", "damaged", "too-large"]);
    assert!(errors[4..].iter().all(|key| !key.is_empty()), "{errors:?}");
    for row in 1..6 {
        let sentence = said(&table, "error", row);
        assert!(
            sentence.ends_with('。') && said(&table, "organ", row).is_empty(),
            "{sentence}"
        );
        assert!(column(&table, "year").is_null(row) && column(&table, "n_errors").is_null(row));
    }
    let file = Row::of_nothing("gone.docx", "没有这个文件或文件夹。".to_owned());
    assert_eq!(file.outcome.expect_err("no file").key, "no-file");
}

#[test]
fn what_is_no_report_on_a_year_is_told_and_not_judged() {
    for (case, kind) in [
        ("blank-form", "template"),
        ("half-a-year", "other-period"),
        ("before-the-form", "older"),
    ] {
        let folder = fs::read_dir(data(&format!("readings/{case}"))).expect("a case");
        let source = folder.map(|entry| entry.expect("a file").path());
        let source = source
            .into_iter()
            .find(|path| path.file_stem().is_some_and(|stem| stem == "source"));
        let source = source.expect("a source");
        let bytes = fs::read(&source).expect("a source");
        let tables = Tables::of(&nested(PLAIN, &[(&source.to_string_lossy(), &bytes)]));
        assert_eq!(said(&tables.files, "kind", 0), kind);
        assert_eq!(tables.findings.num_rows(), 0);
        assert!(column(&tables.files, "n_errors").is_null(0));
    }
}

#[test]
fn last_years_report_is_judged_against_and_named() {
    let report = report("busy-department");
    let mut last = report.clone();
    last.year = report.year.map(|year| year - 1);
    let forward = last
        .form
        .cell("requests", "carried-forward", "requester/natural-person")
        .expect("in the form");
    last.type_figure(forward, "977");
    let json = write(&report, Format::Json);
    let context = Context {
        previous: Some((&last, 7)),
        ..context()
    };
    let mut rows = Rows::new(PLAIN);
    rows.push(&Row::of_bytes("a.json", &json, &context), &context);
    let tables = Tables::of(&rows.finish());
    assert_eq!(
        column(&tables.files, "previous_id")
            .as_primitive::<Int64Type>()
            .value(0),
        7
    );
    let is_found = texts(&tables.findings, "rule")
        .iter()
        .any(|rule| rule == Some("carried-over-matches"));
    assert!(is_found);
}

#[test]
fn the_day_of_checking_and_the_version_stand_in_each_row() {
    let files = Tables::of(&nested(PLAIN, &[("a.txt", b"")])).files;
    assert_eq!(
        column(&files, "checked_on")
            .as_primitive::<Date32Type>()
            .value(0),
        20_484
    );
    assert_eq!(said(&files, "nianbao", 0), env!("CARGO_PKG_VERSION"));
}

#[test]
fn a_reading_gives_the_same_row_as_its_bytes() {
    let html = write(&report("busy-department"), Format::Html);
    let reading: Reading = read("a.html", &html).expect("a report of ours");
    let [one, other] = [
        Row::of_bytes("a.html", &html, &context()),
        Row::of_reading("a.html", &html, reading, &context()),
    ]
    .map(|row| {
        let mut rows = Rows::new(PLAIN);
        rows.push(&row, &context());
        rows.finish()
    });
    assert_eq!(one, other);
}
