//! Reports of every kind, made up by proptest.

use nianbao_core::form::{FORMS, Form};
use nianbao_core::local::Local;
use nianbao_core::report::Note;
use nianbao_core::report::{Level, OrganKind, Report};
use nianbao_core::saved;
use nianbao_read::{ReadError, Reading, read};
use nianbao_write::{Format, Mark, Paper};
use proptest::prelude::*;
use proptest::sample::select;

/// Any report: blanks, placeholders, counts, amounts and unreadable text on any edition, with any prose.
pub(crate) fn any_report() -> impl Strategy<Value = Report> {
    select(FORMS.iter().collect::<Vec<&'static Form>>()).prop_flat_map(|form| {
        let organ = (
            any::<String>(),
            prop::option::of(select(OrganKind::ALL.map(|(kind, ..)| kind).to_vec())),
            prop::option::of(select(Level::ALL.map(|(level, ..)| level).to_vec())),
        );
        let fields = (
            prop::option::of(1..=u16::MAX),
            any::<[String; 6]>(),
            prop::collection::vec(any::<String>(), 0..3),
            prop::collection::vec(note(), 0..3),
            prop::collection::btree_map(any::<String>(), any::<String>(), 0..3),
        );
        let texts = prop::collection::vec(prose(), form.texts.len());
        let figures = prop::collection::vec(typed(), form.n_cells());
        (organ, fields, texts, figures).prop_map(move |(organ, fields, texts, figures)| {
            let (year, texts_of_fields, headings, notes, linked) = fields;
            let [title, preamble, signature, date, deadline, overview_limit] = texts_of_fields;
            let mut report = Report::new(form, year);
            (report.organ.name, report.organ.kind, report.organ.level) = organ;
            (report.title, report.preamble) = (title, preamble);
            (report.signature, report.date) = (signature, date);
            report.local = Local {
                deadline,
                overview_limit,
            };
            report.headings = headings;
            report.notes = notes;
            report.linked = linked;
            for (text, content) in form.texts.iter().zip(texts) {
                let id = form.text(&text.key).expect("a text of the form");
                report.set_text(id, content);
            }
            for (cell, typed) in form.cells().zip(figures) {
                report.type_figure(cell, &typed);
            }
            report
        })
    })
}

/// Any note on a finding.
fn note() -> impl Strategy<Value = Note> {
    (
        any::<[String; 3]>(),
        prop::collection::vec(any::<String>(), 0..3),
    )
        .prop_map(|([rule, statement, reason], about)| Note {
            rule,
            about,
            statement,
            reason,
        })
}

/// What a clerk may type into a cell.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        1 => select(vec!["0", "/", "—", "无", "-", "N/A"]).prop_map(str::to_owned),
        4 => (0..1_000_000_000_000_u64).prop_map(|count| count.to_string()),
        1 => "-?[0-9]{1,3}(,[0-9]{3}){0,3}",
        2 => "[0-9]{1,6}\\.[0-9]{1,7}",
        1 => "[０-９]{1,4}(．[０-９]{1,2})?(件|万元)?",
        1 => any::<String>(),
    ]
}

/// Prose of a section: often none, else some paragraphs.
fn prose() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "([一-龥，。“”0-9]{1,40}\n){0,3}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_draft_comes_back_from_json_as_it_was(report in any_report(), previous in prop::option::of(any_report())) {
        let opened = saved::read(&saved::write_draft(&report, previous.as_ref()));
        prop_assert_eq!(opened, Ok(saved::Opened { report, previous, remarks: Vec::new() }));
    }
}

proptest! {
    // Each is written and read six times: a few reports say enough.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn a_mark_changes_nothing_of_what_is_read(report in any_report()) {
        for format in [Format::Docx, Format::Html, Format::Xlsx] {
            let name = format!("report.{}", format.extension());
            let marked = Paper { mark: Some(Mark::Draft), ..Paper::of(&report) };
            let [plain, marked] = [Paper::of(&report), marked].map(|paper| read(&name, &paper.write(format)));
            let told = |reading: Result<Reading, ReadError>| reading.map(|reading| (reading.report, reading.remarks));
            prop_assert_eq!(told(marked), told(plain), "{}", name);
        }
    }
}
