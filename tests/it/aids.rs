//! What the writing aids write passes all rules, whatever the numbers.

use nianbao_core::aid::GAP;
use nianbao_core::report::Report;
use nianbao_core::spot::{Field, Spot};
use nianbao_rules::aids::{offers, outline};
use nianbao_rules::judge;
use nianbao_rules::rule::Context;
use proptest::prelude::*;

use crate::consistent::{Numbers, numbers, report};

/// A report whose prose is written by the aids alone, all of them.
fn written(report: &Report) -> Report {
    let mut written = report.clone();
    written.preamble.clear();
    for text in report.form.text_ids() {
        written.set_text(text, "");
    }
    for spot in places(report) {
        for sentence in outline(report, spot) {
            written.insert_sentence(spot, &sentence);
        }
    }
    written
}

fn places(report: &Report) -> Vec<Spot> {
    let texts = report.form.text_ids().map(Spot::Text);
    texts.chain([Spot::Field(Field::Preamble)]).collect()
}

/// A consistent report in which some tables are all zeros.
fn with_zeros(numbers: &Numbers, zeros: [bool; 6]) -> Report {
    let mut report = report(numbers);
    let form = report.form;
    for (table, is_zero) in form.tables.iter().zip(zeros) {
        for cell in table
            .cells()
            .filter(|&cell| is_zero && !form.is_total(cell))
        {
            report.type_figure(cell, "0");
        }
    }
    report
}

/// What is found in the report beside gaps that the clerk has to fill.
fn found(report: &Report) -> Vec<(String, String)> {
    let found = judge(report, &Context::default()).findings.into_iter();
    let beside_gaps = found.filter(|finding| finding.rule.id != "number-missing");
    beside_gaps
        .map(|finding| (finding.rule.id.clone(), finding.statement))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn nothing_is_found_in_what_the_aids_write(numbers in numbers(), zeros in any::<[bool; 6]>()) {
        let report = with_zeros(&numbers, zeros);
        let written = written(&report);
        let mut blank = written.clone();
        // What is found in the tables alone is not the aids' doing.
        for spot in places(&blank) {
            if let Spot::Text(text) = spot {
                blank.set_text(text, "");
            }
        }
        let of_tables = found(&blank);
        let of_prose: Vec<_> = found(&written).into_iter().filter(|it| !of_tables.contains(it)).collect();
        prop_assert_eq!(of_prose, Vec::new());
    }

    #[test]
    fn updating_every_sentence_leads_to_what_would_be_written_now(
        before in numbers(), after in numbers(), zeros in any::<[bool; 6]>(),
    ) {
        let after = with_zeros(&after, zeros);
        let mut draft = written(&report(&before));
        for cell in after.form.cells() {
            draft.set_figure(cell, after.figure(cell).clone());
        }
        for offer in offers(&draft) {
            draft.update_sentence(&offer);
        }
        prop_assert_eq!(offers(&draft), Vec::new());
        let now = written(&after);
        for (aid, sentence) in &draft.linked {
            // Where there is nothing more to say, the old sentence stays and a rule speaks.
            if let Some(would_be) = now.linked.get(aid) {
                prop_assert_eq!(sentence, would_be);
            }
        }
    }

    #[test]
    fn what_is_blank_is_a_gap(numbers in numbers(), which in any::<prop::sample::Index>()) {
        let mut blank = report(&numbers);
        let form = blank.form;
        let typed: Vec<_> = form.cells().filter(|&cell| !form.is_total(cell)).collect();
        let cell = *which.get(&typed);
        blank.type_figure(cell, "");
        for spot in places(&blank) {
            for (now, before) in outline(&blank, spot).iter().zip(outline(&report(&numbers), spot)) {
                prop_assert!(now.text == before.text || now.text.contains(GAP), "{}", now.text);
            }
        }
    }
}
