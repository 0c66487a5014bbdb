use nianbao_core::example::sound_report;
use nianbao_core::judgement::{Finding, Judgement};
use nianbao_core::report::Report;
use nianbao_core::saved;

use crate::judge;
use crate::rule::Context;

fn judged(report: &Report) -> Judgement {
    judge(report, &Context::default())
}

/// A report with one error that is set aside.
fn set_aside() -> Report {
    let mut report = sound_report();
    let cell = report
        .form
        .cell("requests", "carried-forward", "requester/natural-person");
    report.type_figure(cell.expect("in the form"), "1");
    for finding in judged(&report).findings {
        report.set_aside(&finding, "一件申请在年底合并办理，台账可查。");
    }
    report
}

#[test]
fn a_reason_survives_edits_elsewhere_and_saving() {
    let mut report = set_aside();
    let text = report.form.text("overview/platforms").expect("a text");
    report.set_text(text, "以门户网站为主要平台。");
    let report = saved::read(&saved::write(&report)).expect("our own").report;
    let judgement = judged(&report);
    assert!(!judgement.findings.is_empty());
    assert!(
        judgement
            .findings
            .iter()
            .all(|finding| finding.note.is_some())
    );
}

#[test]
fn a_finding_returns_when_its_numbers_change() {
    let mut report = set_aside();
    let cell = report
        .form
        .cell("requests", "carried-forward", "requester/natural-person");
    report.type_figure(cell.expect("in the form"), "2");
    let judgement = judged(&report);
    let balance = |finding: &&Finding| finding.rule.id == "requests-balance";
    let finding = judgement
        .findings
        .iter()
        .find(balance)
        .expect("still out of balance");
    assert_eq!(finding.note, None);
}

#[test]
fn a_finding_can_be_taken_up_again() {
    let mut report = set_aside();
    for finding in judged(&report).findings {
        report.set_aside(&finding, " ");
    }
    assert_eq!(report.notes, []);
}
