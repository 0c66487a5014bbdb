use nianbao_core::example::sound_report;
use nianbao_core::form::Form;
use nianbao_core::progress::{Part, Progress};
use nianbao_core::report::Report;

use crate::judge;
use crate::rule::Context;

fn progress_of(report: &Report) -> Vec<Progress> {
    let judgement = judge(report, &Context::default());
    Part::all(report.form)
        .map(|part| Progress::of(report, &judgement, part))
        .collect()
}

#[test]
fn a_sound_report_is_complete_and_an_empty_one_untouched() {
    assert_eq!(progress_of(&sound_report()), [Progress::Complete; 7]);
    assert_eq!(
        progress_of(&Report::new(Form::for_year(2025), 2025)),
        [Progress::Untouched; 7]
    );
}

#[test]
fn a_blank_is_unfinished_and_a_contradiction_faulty() {
    let mut report = sound_report();
    let cell = |row| {
        report
            .form
            .cell("requests", row, "requester/natural-person")
            .expect("in the form")
    };
    let (received, granted) = (cell("newly-received"), cell("handled/granted"));
    report.type_figure(granted, "");
    assert_eq!(progress_of(&report)[3], Progress::Started);
    report.type_figure(granted, "2");
    report.type_figure(received, "9");
    assert_eq!(progress_of(&report)[3], Progress::Faulty);
}
