//! Reports whose tables and prose are made from one set of numbers: nothing may be found in them,
//! and each number that is changed in the prose or in a table alone must be.

use std::collections::BTreeSet;
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
mod corpus;
mod lists;
mod numbers;
mod phrasings;

use corpus::{Kind, corpus};
use lists::lists;
pub(crate) use numbers::{Numbers, numbers, report};
use numbers::{OUTCOMES, write};

static CORPUS: LazyLock<Vec<Kind>> = LazyLock::new(corpus);

/// The rules that read numbers in prose.
const ABOUT_NUMBERS: [&str; 16] = [
    "received-stated",
    "carried-stated",
    "concluded-stated",
    "outcomes-stated",
    "requesters-stated",
    "disputes-stated",
    "dispute-results-stated",
    "documents-stated",
    "decisions-stated",
    "fees-stated",
    "parts-add-up",
    "change-recomputes",
    "text-balances",
    "one-value",
    "number-missing",
    "all-concluded",
];

/// Errors, warnings, and hints about numbers, each as rule, severity and statement.
fn found(report: &Report, context: &Context) -> Vec<(String, Severity, String)> {
    let found = judge(report, context).findings.into_iter();
    let counts = |finding: &nianbao_core::judgement::Finding| {
        finding.severity < Severity::Hint || ABOUT_NUMBERS.contains(&finding.rule.id.as_str())
    };
    found
        .filter(counts)
        .map(|finding| (finding.rule.id.clone(), finding.severity, finding.statement))
        .collect()
}

/// The city's report with this text on its requests.
fn writing(numbers: &Numbers, text: &str) -> Report {
    let mut report = report(numbers);
    write(&mut report, "overview/on-request", text.to_owned());
    report
}

/// The rules that find something in a city's text.
fn rules_about(numbers: &Numbers, text: &str) -> BTreeSet<String> {
    let found = found(&writing(numbers, text), &Context::default()).into_iter();
    found.map(|(rule, ..)| rule).collect()
}

/// Sentences that state the year's numbers: one of each kind that any year can use, with one of its look-alikes.
fn stated(numbers: &Numbers, chosen: &[(Index, Index)]) -> String {
    // Denials and 全部办结 are right in some years only, changes need the year before.
    const OF_SOME_YEARS: [&str; 4] = [
        "no-requests.txt",
        "no-disputes.txt",
        "rates.txt",
        "change.txt",
    ];
    let kinds = CORPUS
        .iter()
        .filter(|kind| !OF_SOME_YEARS.contains(&kind.file.as_str()));
    let sentences = kinds.zip(chosen).map(|(kind, (phrasing, look_alike))| {
        let number = |name: &str| numbers.named(name).expect("a number").to_string();
        let sentence = phrasing.get(&kind.phrasings).sentence(number, None);
        sentence + "\n" + look_alike.get(&kind.look_alikes).as_str() + "\n"
    });
    sentences.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn a_consistent_report_has_no_error_no_warning_and_no_hint_about_numbers(
        numbers in numbers(),
        style in 0..12_usize,
        chosen in prop::collection::vec(any::<(Index, Index)>(), CORPUS.len()),
    ) {
        let text = lists(&numbers, style) + "\n" + &stated(&numbers, &chosen);
        prop_assert_eq!(found(&writing(&numbers, &text), &Context::default()), Vec::new(), "{}", text);
    }

    #[test]
    fn each_wrong_part_of_a_list_is_found(numbers in numbers(), style in 0..12_usize, idx in 0..6_usize) {
        let (name, _) = OUTCOMES[idx];
        let number = numbers.outcome(idx);
        let (right, wrong) = (format!("{name}{number}件"), format!("{name}{}件", number + 5_000));
        let text = lists(&numbers, style).replace(&right, &wrong);
        let found = rules_about(&numbers, &text);
        prop_assert!(found.contains("outcomes-stated"), "{:?} {}", found, text);
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
        let found = found(&report, &Context::default());
        let [table, ..] = form.keys(cell);
        let expected = if table == REQUESTS { "requests-balance" } else { "disputes-stated" };
        prop_assert!(found.iter().any(|(rule, ..)| rule == expected), "{} {:?}", form.name(cell), found);
    }
}

/// A report on a year in which nothing happened.
fn quiet_report() -> Report {
    let mut quiet = sound_report();
    let form = quiet.form;
    for cell in form.cells().filter(|&cell| !form.is_total(cell)) {
        quiet.type_figure(cell, "0");
    }
    quiet
}
