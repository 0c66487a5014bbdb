//! Walks the registry: every rule is well formed, and its examples give exactly what they promise.

use super::*;
use crate::rule::{Context, Given, Outcome};
use crate::{judge, judgement_of};
use nianbao_core::date::Date;
use nianbao_core::example::{sound_report, sound_report_on};
use nianbao_core::form::{FORMS, Form};
use nianbao_core::judgement::Finding;
use nianbao_core::report::{Organ, Report};
use nianbao_core::spot::{Field, Spot};

/// The statements of one rule on a sound report with some changes.
fn statements(rule: &Rule, given: &[Given]) -> Vec<String> {
    let failed = outcomes(rule, given)
        .into_iter()
        .filter_map(|outcome| match outcome {
            Outcome::Fails(failure) => Some(failure.statement),
            Outcome::Holds
            | Outcome::CannotTell(_)
            | Outcome::NotKnown(_)
            | Outcome::NothingStated(_) => None,
        });
    failed.collect()
}

/// The outcomes of one rule on a sound report with some changes.
fn outcomes(rule: &Rule, given: &[Given]) -> Vec<Outcome> {
    let edition = given.iter().find_map(|given| {
        if let Given::Edition(year) = given {
            Some(*year)
        } else {
            None
        }
    });
    let form = Form::of_edition(edition.unwrap_or(2021)).expect("an edition we know");
    let mut report = sound_report_on(form);
    let mut previous = None;
    let mut context = Context::default();
    for change in given {
        match change {
            Given::Figure(table, row, column, typed) => {
                type_figure(&mut report, table, row, column, typed);
            }
            Given::Text(key, content) => {
                report.set_text(form.text(key).expect("a text of the form"), *content);
            }
            Given::Organ(name, kind, level) => {
                report.organ.name = (*name).to_owned();
                report.organ.kind = Some(*kind);
                report.organ.level = Some(*level);
            }
            Given::Named(name) => {
                report.organ = Organ {
                    name: (*name).to_owned(),
                    ..Organ::default()
                };
            }
            Given::NoYear => report.year = None,
            Given::Field(field, content) => match field {
                Field::Organ => report.organ.name = (*content).to_owned(),
                Field::Year => report.year = Some(content.parse().expect("a year")),
                Field::Title => report.title = (*content).to_owned(),
                Field::Preamble => report.preamble = (*content).to_owned(),
                Field::Signature => report.signature = (*content).to_owned(),
                Field::Date => report.date = (*content).to_owned(),
            },
            Given::Headings(headings) => {
                report.headings = headings.iter().map(|&heading| heading.to_owned()).collect();
            }
            Given::Doubt(table, row, column, reason) => {
                let cell = form.cell(table, row, column).expect("in the form");
                report.doubts.insert(cell, (*reason).to_owned());
            }
            Given::Local(deadline, overview_limit) => {
                report.local.deadline = (*deadline).to_owned();
                report.local.overview_limit = (*overview_limit).to_owned();
            }
            Given::Edition(_) => {}
            Given::Today(year, month, day) => context.today = Date::new(*year, *month, *day).ok(),
            Given::Previous(table, row, column, typed) => {
                let previous = previous.get_or_insert_with(previous_report);
                type_figure(previous, table, row, column, typed);
            }
            Given::PreviousText(key, content) => {
                let previous = previous.get_or_insert_with(previous_report);
                previous.set_text(form.text(key).expect("a text of the form"), *content);
            }
            Given::PreviousYear(year) => {
                previous.get_or_insert_with(previous_report).year = Some(*year);
            }
        }
    }
    let context = Context {
        previous: previous.as_ref(),
        ..context
    };
    rule.judge(&report, &context)
}

/// The sound report of a year before, word for word.
fn previous_report() -> Report {
    let mut previous = sound_report();
    previous.year = previous.year.map(|year| year - 1);
    previous
}

fn type_figure(report: &mut Report, table: &str, row: &str, column: &str, typed: &str) {
    let cell = report
        .form
        .cell(table, row, column)
        .unwrap_or_else(|| panic!("{table} · {row} · {column} is in the form"));
    report.type_figure(cell, typed);
}

#[test]
fn every_example_gives_exactly_its_findings() {
    for rule in RULES {
        assert!(
            rule.examples
                .iter()
                .any(|example| !example.finds.is_empty()),
            "{} has no example",
            rule.id
        );
        let is_silent = |example: &crate::rule::Example| example.finds.is_empty();
        assert!(
            rule.examples.iter().any(is_silent),
            "{} has no look-alike",
            rule.id
        );
        for example in rule.examples {
            assert_eq!(
                statements(rule, example.given),
                example.finds,
                "{}: {:?}",
                rule.id,
                example.given
            );
        }
    }
}

#[test]
fn the_sound_report_has_no_finding() {
    assert_eq!(judge(&sound_report(), &Context::default()).findings, []);
}

#[test]
fn a_sound_report_after_a_sound_one_has_no_finding() {
    let mut previous = previous_report();
    for text in previous.form.text_ids() {
        previous.set_text(text, "上一年另有写法。");
    }
    let context = Context {
        previous: Some(&previous),
        ..Context::default()
    };
    assert_eq!(judge(&sound_report(), &context).findings, []);
}

#[test]
fn without_last_years_report_nothing_is_said_of_it() {
    let about_last_year = |rule: &&&Rule| {
        rule.examples
            .iter()
            .filter(|example| !example.finds.is_empty())
            .all(|example| example.given.iter().any(is_previous))
    };
    for rule in RULES.iter().filter(about_last_year) {
        let outcomes = rule.judge(&sound_report(), &Context::default());
        assert_eq!(outcomes, [], "{}", rule.id);
    }
}

fn is_previous(given: &Given) -> bool {
    matches!(
        given,
        Given::Previous(..) | Given::PreviousText(..) | Given::PreviousYear(_)
    )
}

#[test]
fn ids_are_unique_and_in_kebab_case() {
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    assert!(
        ids.iter().all(|id| id.split('-').count() >= 2
            && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
    );
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
}

#[test]
fn titles_name_the_fault_and_explanations_end_with_what_to_do() {
    for rule in RULES {
        assert!(
            !rule.title.ends_with('。') && !rule.title.starts_with('请'),
            "{}",
            rule.id
        );
        assert!(
            rule.explanation.ends_with('。') && rule.explanation.contains("。请"),
            "{}",
            rule.id
        );
        assert!(!rule.source.is_empty(), "{}", rule.id);
    }
}

#[test]
fn an_all_zero_report_has_no_finding() {
    let mut report = sound_report();
    for cell in report.form.cells() {
        if report.number(cell).is_some_and(|number| number > 0) && !report.form.is_total(cell) {
            report.type_figure(cell, "0");
        }
    }
    let on_request = report.form.text("overview/on-request").expect("a text");
    report.set_text(on_request, "全年未收到政府信息公开申请，无上年结转。");
    assert_eq!(judge(&report, &Context::default()).findings, []);
}

#[test]
fn no_rule_takes_an_empty_report_for_a_pass() {
    for form in FORMS.iter() {
        let report = Report::new(form, form.edition.year);
        let mut previous = sound_report_on(form);
        previous.year = report.year.map(|year| year - 1);
        let context = Context {
            previous: Some(&previous),
            ..Context::default()
        };
        let verdicts = check(&report, &context);
        for verdict in verdicts.iter().filter(|verdict| {
            !["form-of-the-year", "previous-is-last-years"].contains(&verdict.rule.id)
        }) {
            let holds = verdict.outcomes.contains(&Outcome::Holds);
            assert!(!holds, "{} on {}", verdict.rule.id, form.edition.year);
        }
        let wrong = judgement_of(&report, &context, verdicts)
            .findings
            .into_iter()
            .find(Finding::is_wrong);
        assert_eq!(wrong, None, "nothing is wrong where nothing is filled in");
    }
}

#[test]
fn what_has_no_number_is_never_a_pass() {
    let previous = previous_report();
    let context = Context {
        previous: Some(&previous),
        ..Context::default()
    };
    for typed in ["", "/", "约3"] {
        let mut report = sound_report();
        for cell in report.form.cells() {
            report.type_figure(cell, typed);
        }
        for verdict in check(&report, &context) {
            let is_about_figures = verdict.outcomes.iter().any(|outcome| match outcome {
                Outcome::CannotTell(_) | Outcome::NotKnown(_) | Outcome::NothingStated(_) => true,
                Outcome::Fails(failure) => matches!(failure.spots[..], [Spot::Cell(_), ..]),
                Outcome::Holds => false,
            });
            assert!(
                !is_about_figures || !verdict.outcomes.contains(&Outcome::Holds),
                "{} takes {typed:?} for a pass",
                verdict.rule.id
            );
        }
    }
}

#[test]
fn every_failure_has_a_place_to_jump_to() {
    for rule in RULES {
        for example in rule.examples {
            for outcome in outcomes(rule, example.given) {
                assert!(
                    !matches!(outcome, Outcome::Fails(failure) if failure.spots.is_empty()),
                    "{}",
                    rule.id
                );
            }
        }
    }
}
