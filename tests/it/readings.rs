//! Every folder of tests/data/readings: what is read from its source, and what is doubtful in it.

use std::fs;

use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_read::{Confidence, Reading, read, reason_keys};
use nianbao_write::{Format, write};
use proptest::prelude::*;

use crate::support::{golden, root};

#[test]
fn every_source_is_read_as_before() {
    let folder = root().join("tests/data/readings");
    let mut cases: Vec<_> = fs::read_dir(&folder)
        .expect("there are readings")
        .map(|entry| {
            entry
                .expect("a folder")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .collect();
    cases.sort();
    for case in cases {
        let files = fs::read_dir(folder.join(&case)).expect("a case is a folder");
        let source = files
            .map(|entry| entry.expect("a file").path())
            .find(|path| path.file_stem().is_some_and(|stem| stem == "source"));
        let source = source.unwrap_or_else(|| panic!("{case} has no source"));
        let bytes = fs::read(&source).expect("the source can be read");
        let path = |file: &str| format!("tests/data/readings/{case}/{file}");
        match read(&source.to_string_lossy(), &bytes) {
            Ok(reading) => {
                golden(&path("report.json"), &saved::write(&reading.report));
                golden(&path("doubtful.txt"), &doubtful(&reading));
                golden(&path("remarks.txt"), &remarks(&reading));
            }
            Err(error) => golden(&path("remarks.txt"), &format!("{error}\n")),
        }
    }
}

/// The cells that are not simply read, a line each.
fn doubtful(reading: &Reading) -> String {
    let form = reading.report.form;
    let line = |source: &nianbao_read::Source| {
        let kind = match source.confidence {
            Confidence::Read => "read",
            Confidence::Guessed(_) => "guessed",
            Confidence::NotFound(_) => "not found",
        };
        let figure = reading.report.figure(source.cell);
        let reason = source.confidence.reason();
        let is_known = reason_keys(reason).len() == reason.split('；').count();
        assert!(kind == "read" || is_known, "no stable word for “{reason}”");
        format!(
            "{} = {figure} [{kind}: {}] {}｜{}\n",
            form.name(source.cell),
            source.confidence.reason(),
            source.place,
            source.snippet
        )
    };
    reading.doubtful().map(line).collect()
}

/// Everything else that a reading says.
fn remarks(reading: &Reading) -> String {
    let mut text = format!(
        "{:?}, edition {}, {} of {} figures found\n",
        reading.kind,
        reading.report.form.edition.year,
        reading.n_found(),
        reading.sources.len()
    );
    for heading in &reading.sections {
        text += &format!("heading: {}\n", heading.as_deref().unwrap_or("–"));
    }
    for remark in &reading.remarks {
        text += &format!("remark: {remark}\n");
    }
    for unread in &reading.unread {
        text += &format!("unread: {unread}\n");
    }
    text
}

/// A report as it comes back from print: lines without white space around them, and nothing that XML cannot hold.
fn printable(mut report: Report) -> Report {
    let is_printable = |c: &char| !c.is_control() && (*c as u32) & 0xFFFE != 0xFFFE;
    let line = |text: &str| -> String {
        let text: String = text
            .chars()
            .filter(|c| c.is_whitespace() || is_printable(c))
            .collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines = |text: &str| -> String {
        let lines: Vec<_> = text
            .lines()
            .map(line)
            .filter(|line| !line.is_empty())
            .collect();
        lines.join("\n")
    };
    for field in [
        &mut report.organ.name,
        &mut report.title,
        &mut report.signature,
        &mut report.date,
    ] {
        *field = line(field);
    }
    report.preamble = lines(&report.preamble);
    for section in 0..report.form.edition.sections.len() {
        for id in report.form.texts_of(section) {
            report.set_text(id, lines(report.text(id)));
        }
    }
    for cell in report.form.cells() {
        report.type_figure(cell, &line(&report.figure(cell).to_string()));
    }
    report
}

/// Figures that are read for sure and are others than those printed, by name: before, after.
fn wrong_and_sure(report: &Report, reading: &Reading) -> Vec<(String, String, String)> {
    let form = report.form;
    let is_sure = |source: &&nianbao_read::Source| source.confidence == Confidence::Read;
    let sure = reading.sources.iter().filter(is_sure);
    let both = sure.map(|source| {
        let before = report.shown(source.cell);
        let after = reading.report.figure(source.cell);
        (
            form.name(source.cell).to_string(),
            before.to_string(),
            after.to_string(),
        )
    });
    both.filter(|(_, before, after)| before != after).collect()
}

proptest! {
    // Each page is drawn and laid out again: a few reports say enough.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn no_figure_of_a_layout_or_a_list_is_read_as_another(report in crate::generated::any_report().prop_map(printable)) {
        for format in [Format::Ofd, Format::Csv] {
            let name = format!("report.{}", format.extension());
            let Ok(reading) = read(&name, &write(&report, format)) else { continue };
            if reading.report.form == report.form {
                prop_assert_eq!(wrong_and_sure(&report, &reading), [], "as {}", format.name());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn a_document_is_read_back_to_the_same_report(report in crate::generated::any_report().prop_map(printable)) {
        for format in [Format::Html, Format::Docx, Format::Xlsx] {
            let reading = read("", &write(&report, format)).expect("our own document");
            let (expected, actual) = (saved::write(&report), saved::write(&reading.report));
            let difference = expected.lines().zip(actual.lines()).find(|(expected, actual)| expected != actual);
            prop_assert_eq!(difference, None, "as {}", format.name());
            prop_assert_eq!(expected.len(), actual.len());
        }
    }
}
