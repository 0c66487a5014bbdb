//! Reports whose tables and prose are made from one set of numbers: nothing may be found in them,
//! and each number that is changed in the prose or in a table alone must be.

use std::sync::LazyLock;

use nianbao_core::example::sound_report;
use nianbao_core::form::keys::*;
use nianbao_core::judgement::Severity;
use nianbao_core::report::Report;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;
use proptest::prelude::*;
use proptest::sample::Index;

mod cities;
mod lists;
mod numbers;
mod statements;

use cities::A_CITY;
use lists::lists;
pub(crate) use numbers::{Numbers, numbers, report};
use numbers::{OUTCOMES, write};
use statements::{DENIALS, Statement, statements};

static STATEMENTS: LazyLock<Vec<Statement>> = LazyLock::new(statements);

/// Errors and warnings, each as rule, severity and statement.
fn grave(report: &Report) -> Vec<(String, Severity, String)> {
    let found = judge(report, &Context::default()).findings.into_iter();
    let grave = found.filter(|finding| finding.severity < Severity::Hint);
    grave
        .map(|finding| (finding.rule.id.clone(), finding.severity, finding.statement))
        .collect()
}

/// The city's report with this text on its requests.
fn writing(numbers: &Numbers, text: &str) -> Report {
    let mut report = report(numbers);
    write(&mut report, "overview/on-request", text.to_owned());
    report
}

/// The rules that find something grave, with its severity.
fn grave_rules(numbers: &Numbers, text: &str) -> Vec<(String, Severity)> {
    let found = grave(&writing(numbers, text)).into_iter();
    found.map(|(rule, severity, _)| (rule, severity)).collect()
}

type Choice = (usize, usize, usize);

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_consistent_report_has_no_error_and_no_warning(
        numbers in numbers(),
        style in 0..12_usize,
        chosen in prop::collection::vec(any::<Choice>(), STATEMENTS.len()),
    ) {
        let stated = STATEMENTS.iter().zip(chosen);
        let sentences = stated.map(|(statement, choice)| statement.right(&numbers, choice));
        let text = lists(&numbers, style) + &sentences.collect::<String>();
        prop_assert_eq!(grave(&writing(&numbers, &text)), Vec::new(), "{}", text);
    }

    #[test]
    fn each_wrong_number_is_found(
        numbers in numbers(),
        which in any::<Index>(),
        (lead, phrasing, _) in any::<Choice>(),
        more in 3_000..9_000_i64,
    ) {
        let statement = which.get(&STATEMENTS);
        let wrong = statement.number(&numbers) + more;
        let text = statement.sentence(lead, phrasing, &wrong.to_string());
        let found = grave_rules(&numbers, &text);
        prop_assert_eq!(found, [(statement.rule.to_owned(), statement.severity)], "{}", text);
    }

    #[test]
    fn each_wrong_part_of_a_list_is_found(numbers in numbers(), style in 0..12_usize, idx in 0..6_usize) {
        let (name, _) = OUTCOMES[idx];
        let number = numbers.outcome(idx);
        let (right, wrong) = (format!("{name}{number}件"), format!("{name}{}件", number + 5_000));
        let text = lists(&numbers, style).replace(&right, &wrong);
        let found = grave_rules(&numbers, &text);
        let is_expected = |(rule, _): &(String, Severity)| rule == "outcomes-stated";
        prop_assert!(found.iter().any(is_expected), "{:?} {}", found, text);
    }

    #[test]
    fn each_wrong_figure_is_found(numbers in numbers(), style in 0..12_usize, which in any::<Index>(), more in 3_000..9_000_i64) {
        let mut report = writing(&numbers, &lists(&numbers, style));
        let form = report.form;
        let told = |table| form.table(table).into_iter().flat_map(|table| table.cells());
        let cells: Vec<_> = told(REQUESTS).chain(told(DISPUTES)).filter(|&cell| !form.is_total(cell)).collect();
        let cell = *which.get(&cells);
        let wrong = report.number(cell).expect("every figure is filled in") + more;
        report.type_figure(cell, &wrong.to_string());
        let found = grave(&report);
        let [table, ..] = form.keys(cell);
        let expected = if table == REQUESTS { "requests-balance" } else { "disputes-stated" };
        prop_assert!(found.iter().any(|(rule, ..)| rule == expected), "{} {:?}", form.name(cell), found);
    }
}

#[test]
fn every_statement_has_at_least_twenty_phrasings() {
    for statement in STATEMENTS.iter() {
        let mut phrasings = statement.phrasings.clone();
        phrasings.sort();
        phrasings.dedup();
        assert!(phrasings.len() >= 20, "{}", statement.phrasings[0]);
    }
}

/// Every phrasing behind each lead in turn, with a right number and with a wrong one.
#[test]
fn every_phrasing_is_understood() {
    let numbers = A_CITY;
    let mut missed = Vec::new();
    for statement in STATEMENTS.iter() {
        let right = statement.number(&numbers);
        for phrasing in 0..statement.phrasings.len() {
            let leads = [0, 1 + phrasing % (statement.leads.len() - 1)];
            for (lead, number) in leads
                .map(|lead| [(lead, right), (lead, right + 5_000)])
                .concat()
            {
                let text = statement.sentence(lead, phrasing, &number.to_string());
                let found = grave_rules(&numbers, &text);
                let expected = match number == right {
                    true => vec![],
                    false => vec![(statement.rule.to_owned(), statement.severity)],
                };
                if found != expected {
                    missed.push(format!("{text} {found:?}"));
                }
            }
        }
    }
    assert!(
        missed.is_empty(),
        "{}:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

/// Every way to say that there was none, where there were some and where there was none.
#[test]
fn every_denial_is_understood() {
    let mut quiet = sound_report();
    for cell in quiet
        .form
        .cells()
        .filter(|&cell| !quiet.form.is_total(cell))
    {
        quiet.type_figure(cell, "0");
    }
    let mut missed = Vec::new();
    for (phrasings, rule) in DENIALS {
        assert!(phrasings.lines().count() >= 20, "{rule}");
        for (idx, phrasing) in phrasings.lines().enumerate() {
            let lead = ["", "全年", "2025年，我局"][idx % 3];
            let text = format!("{lead}{phrasing}。");
            let found = grave_rules(&A_CITY, &text);
            if found != [(rule.to_owned(), Severity::Error)] {
                missed.push(format!("{text} {found:?}"));
            }
            write(&mut quiet, "overview/on-request", text.clone());
            let found = grave(&quiet);
            if !found.is_empty() {
                missed.push(format!("{text} {found:?}"));
            }
        }
    }
    assert!(
        missed.is_empty(),
        "{}:\n{}",
        missed.len(),
        missed.join("\n")
    );
}
