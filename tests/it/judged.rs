//! What the rules say of every report in tests/data/reports, for reading.

use std::fmt::Write as _;

use nianbao_core::judgement::Severity;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;

use crate::support::{golden, reports};

#[test]
fn every_report_on_file_is_judged_as_before() {
    for (name, report) in reports() {
        let judgement = judge(&report, &Context::default());
        let mut said = String::new();
        for finding in &judgement.findings {
            let (severity, rule) = (finding.severity.name(), &finding.rule.id);
            writeln!(said, "{severity} {rule}：{}", finding.statement).expect("a string grows");
        }
        for explanation in &judgement.explanations {
            writeln!(said, "诊断 {}：{}", explanation.id, explanation.statement)
                .expect("a string grows");
        }
        for what in &judgement.nothing_stated {
            writeln!(said, "没有核对：{what}").expect("a string grows");
        }
        golden(&format!("tests/data/renderings/{name}/findings.txt"), &said);
    }
}

#[test]
fn a_large_city_rich_in_numbers_is_not_blamed() {
    let report = crate::support::report("large-city");
    let judgement = judge(&report, &Context::default());
    let mut findings = judgement.findings.iter();
    let grave = findings.find(|finding| finding.severity < Severity::Hint);
    assert_eq!(grave, None);
}
