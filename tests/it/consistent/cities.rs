//! Cities rich in numbers, each in a style of its own, with one year's tables.

use nianbao_core::judgement::Severity;
use nianbao_core::report::Report;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;

use super::numbers::{Numbers, report, write};

/// What the cities in tests/data/cities have in their tables.
pub(super) const A_CITY: Numbers = Numbers {
    outcomes: [[71, 12], [13, 14], [22, 16], [17, 18], [31, 11], [12, 15]],
    overdue: 0,
    over: [3, 2],
    forward: [11, 12],
    results: [[11, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3]],
    documents: [40, 17, 3],
    decisions: [123, 234, 345],
    fees: 123_456,
};

/// Last year the city had 240 requests and concluded as many.
pub(super) fn last_year() -> Report {
    let mut numbers = A_CITY;
    numbers.outcomes = [[70, 12], [13, 14], [22, 16], [17, 18], [31, 11], [12, 4]];
    (numbers.over, numbers.forward) = ([2, 3], [3, 2]);
    (numbers.documents, numbers.decisions, numbers.fees) = ([27, 16, 3], [110, 250, 300], 120_000);
    let mut report = report(&numbers);
    report.year = Some(2024);
    for text in report.form.text_ids() {
        report.set_text(text, "上一年另有写法。");
    }
    report
}

#[test]
fn no_city_rich_in_numbers_is_blamed() {
    let folder = crate::support::root().join("tests/data/cities");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("there are cities")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    assert!(names.len() >= 3);
    let previous = last_year();
    let context = Context {
        today: None,
        previous: Some(&previous),
    };
    for name in names {
        let mut report = report(&A_CITY);
        let texts = crate::support::file(&format!("tests/data/cities/{name}"));
        for text in texts.split("# ").skip(1) {
            let (key, text) = text.split_once('\n').expect("a key on a line of its own");
            write(&mut report, key, text.trim().to_owned());
        }
        let found = judge(&report, &context).findings.into_iter();
        let grave = found.filter(|finding| finding.severity < Severity::Hint);
        let found: Vec<_> = grave
            .map(|finding| (finding.rule.id.clone(), finding.statement))
            .collect();
        assert_eq!(found, [], "{name}");
    }
}
