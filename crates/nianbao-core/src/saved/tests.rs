//! What is saved comes back, and what is torn is said.

use super::*;
use crate::example;
use crate::figure::Figure;

#[test]
fn a_report_comes_back_as_it_was_saved() {
    let mut report = example::sound_report();
    for (cell, typed) in report
        .form
        .cells()
        .zip(["", "0", "/", "１２", "三件", "—"].into_iter().cycle())
    {
        report.type_figure(cell, typed);
    }
    let amount = report
        .form
        .cell("fees", "administrative-fees", "amount")
        .expect("in the form");
    report.type_figure(amount, "12.50");
    report.organ.kind = Some(OrganKind::Township);
    report.organ.level = Some(Level::State);
    report.headings = vec!["一、总体情况".to_owned()];
    report.doubts.insert(amount, "小数点看不清".to_owned());
    report.local.deadline = "1月26日".to_owned();
    report.local.overview_limit = "一千字".to_owned();
    let [aid, sentence] = ["on-request/received", "2025年新收政府信息公开申请2件。"];
    report.linked.insert(aid.to_owned(), sentence.to_owned());
    let previous = example::sound_report_on(Form::for_year(2020));
    for previous in [None, Some(previous)] {
        let opened = Opened {
            report: report.clone(),
            previous,
            remarks: Vec::new(),
        };
        let json = write_draft(&report, opened.previous.as_ref());
        assert_eq!(read(&json), Ok(opened));
    }
}

#[test]
fn a_torn_report_of_last_year_is_remarked() {
    let report = example::sound_report();
    let with_previous = |previous: &str| {
        let json = write(&report);
        let end = json.rfind('}').expect("an object");
        let opened = read(&format!("{}, \"previous\": {previous}}}", &json[..end]));
        let opened = opened.expect("the report itself is whole");
        assert_eq!(opened.report, report);
        opened
    };
    for torn in [
        "7",
        "{}",
        r#"{"format": "nianbao-report", "version": 2}"#,
        r#"{"format": "nianbao-report", "version": 9}"#,
    ] {
        let opened = with_previous(torn);
        assert!(
            opened.previous.is_none()
                && matches!(&opened.remarks[..], [remark] if remark.contains("上年报告没有读入")),
            "{opened:?}"
        );
    }
    let older = Report::new(Form::for_year(2024), 2023);
    let opened = with_previous(&write_draft(&report, Some(&older)));
    assert_eq!(opened.previous, Some(report.clone()));
    assert!(
        matches!(&opened.remarks[..], [remark] if remark.starts_with("上年报告：") && remark.contains("previous") && remark.contains("2023")),
        "the one before last has no place: {:?}",
        opened.remarks
    );
    assert_eq!(with_previous("null").remarks, Vec::<String>::new());
}

#[test]
fn the_sketch_version_is_migrated() {
    let json = r#"{"form": 2021, "year": 2022, "organ": {"name": "示例县教育局", "kind": "department", "level": "county"},
        "requests": {"carried-over": {"requester/natural-person": 4}}}"#;
    let report = read(json).expect("a report").report;
    let cell = report
        .form
        .cell("requests", "carried-over", "requester/natural-person")
        .expect("in the form");
    assert_eq!(
        (report.organ.name.as_str(), report.figure(cell)),
        ("示例县教育局", &Figure::Count(4))
    );
    assert!(write(&report).contains("\"version\": 2"));
}

#[test]
fn what_the_form_has_no_place_for_is_remarked_and_quoted() {
    let json = r#"{"format": "nianbao-report", "version": 2, "edition": 2021, "year": 2025, "seal": "公章", "organ": {"code": 431, "kind": "court", "level": "village"},
        "narratives": {"seventh": "第七部分的文字"}, "figures": {"requests": {"gone": {"requester/total": 7}}}}"#;
    let remarks = read(json).expect("a report").remarks;
    assert!(
        matches!(&remarks[..], [kind, level, code, seal, text, figure] if kind.contains("court") && level.contains("village") && code.ends_with("431") && seal.ends_with("公章")
            && text.ends_with("第七部分的文字") && figure.ends_with('7')),
        "{remarks:?}"
    );
}

#[test]
fn what_cannot_be_opened_says_why() {
    let refused = |json: &str| read(json).expect_err("refused");
    assert_eq!(
        refused(r#"{"format": "nianbao-report", "version": 3}"#),
        SavedError::Newer(3)
    );
    assert_eq!(refused(r#"{"tables": []}"#), SavedError::NotOurs);
    assert_eq!(refused("[]"), SavedError::NotOurs);
    assert!(matches!(
        refused("{\"format\": "),
        SavedError::NotReadable(_)
    ));
    let unknown = r#"{"format": "nianbao-report", "version": 2, "edition": 2035, "year": 2036}"#;
    assert_eq!(refused(unknown), SavedError::UnknownEdition(2035));
}

#[test]
fn a_decimal_number_in_json_is_read_as_it_is_written() {
    let json = r#"{"format": "nianbao-report", "version": 2, "edition": 2021, "year": 2025,
        "figures": {"fees": {"administrative-fees": {"amount": 59237.2449}}}}"#;
    let report = read(json).expect("a report").report;
    let cell = report
        .form
        .cell("fees", "administrative-fees", "amount")
        .expect("in the form");
    assert_eq!(report.figure(cell).to_string(), "59237.2449");
}

#[test]
fn what_nobody_told_of_an_organ_or_a_year_stays_unknown() {
    let mut report = Report::new(Form::for_year(2025), None);
    report.organ.name = "示例市人民政府办公室".to_owned();
    let json = write(&report);
    assert!(
        !json.contains("\"level\"") && !json.contains("\"kind\"") && !json.contains("\"year\"")
    );
    let opened = read(&json).expect("a report");
    assert_eq!((opened.report, opened.remarks), (report, Vec::new()));
}

#[test]
fn the_year_0_of_the_first_versions_is_no_year() {
    let json = r#"{"format": "nianbao-report", "version": 2, "edition": 2021, "year": 0}"#;
    assert_eq!(read(json).expect("a report").report.year, None);
}
