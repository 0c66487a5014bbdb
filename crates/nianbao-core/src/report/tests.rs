//! Sums that are shown, explained and left alone; names that are proposed.

use super::*;
use crate::example::sound_report;
use crate::form::Axis;

fn cell(report: &Report, row: &str, column: &str) -> Cell {
    report
        .form
        .cell("requests", row, column)
        .expect("a cell of the form")
}

fn zeros() -> Report {
    let form = Form::for_year(2025);
    let mut report = Report::new(form, 2025);
    for cell in form.cells().filter(|&cell| !form.is_total(cell)) {
        report.type_figure(cell, "0");
    }
    report
}

#[test]
fn totals_follow_what_is_typed() {
    let mut report = zeros();
    report.type_figure(
        cell(&report, "handled/granted", "requester/natural-person"),
        "3",
    );
    report.type_figure(
        cell(&report, "handled/partial", "requester/organization/other"),
        "4",
    );
    let shown = |row, column| report.shown(cell(&report, row, column)).to_string();
    assert_eq!(shown("handled/granted", "requester/total"), "3");
    assert_eq!(shown("handled/total", "requester/organization/other"), "4");
    assert_eq!(shown("handled/total", "requester/total"), "7");
    assert!(report.is_computed(cell(&report, "handled/total", "requester/total")));
}

#[test]
fn carried_forward_is_typed_and_never_derived() {
    let mut report = zeros();
    let forward = cell(&report, "carried-forward", "requester/natural-person");
    report.type_figure(forward, "");
    report.type_figure(
        cell(&report, "newly-received", "requester/natural-person"),
        "5",
    );
    assert_eq!(report.number(forward), None);
    assert!(report.blanks().eq([forward]));
}

#[test]
fn a_sum_with_a_blank_term_has_no_value_and_names_it() {
    let mut report = zeros();
    let blank = cell(&report, "newly-received", "requester/natural-person");
    let slash = cell(&report, "newly-received", "requester/organization/other");
    report.type_figure(blank, "");
    report.type_figure(slash, "/");
    report.type_figure(
        cell(&report, "newly-received", "requester/organization/research"),
        "2",
    );
    let total = cell(&report, "newly-received", "requester/total");
    assert_eq!(
        (report.number(total), report.shown(total)),
        (None, Figure::Blank)
    );
    let sums = report.sums(total);
    let [sum] = &sums[..] else { panic!("one sum") };
    assert_eq!((sum.value(), sum.subtotal()), (None, 2));
    assert!(sum.missing().eq([blank, slash]));
}

#[test]
fn the_corner_total_is_explained_along_both_axes() {
    let report = zeros();
    let sums = report.sums(cell(&report, "handled/total", "requester/total"));
    let axes: Vec<_> = sums
        .iter()
        .map(|sum| (sum.total.axis, sum.value()))
        .collect();
    assert_eq!(axes, [(Axis::Row, Some(0)), (Axis::Column, Some(0))]);
}

#[test]
fn a_typed_total_stays_as_typed() {
    let mut report = zeros();
    let total = cell(&report, "newly-received", "requester/total");
    report.type_figure(total, "9");
    report.type_figure(
        cell(&report, "newly-received", "requester/natural-person"),
        "2",
    );
    assert_eq!(report.number(total), Some(9));
    assert!(!report.is_computed(total));
    report.type_figure(total, "");
    assert_eq!(report.number(total), Some(2));
}

#[test]
fn prose_is_printed_with_the_headings_of_topics_that_have_text() {
    let mut report = Report::new(Form::for_year(2025), 2025);
    let text = |key| report.form.text(key).expect("a text of the form");
    let (own, platforms, oversight) = (
        text("overview"),
        text("overview/platforms"),
        text("overview/oversight"),
    );
    report.set_text(own, "综述。");
    report.set_text(platforms, " \n");
    report.set_text(oversight, "培训2次。");
    assert_eq!(report.prose(0), "综述。\n（五）监督保障\n培训2次。\n");
}

#[test]
fn the_title_is_the_standard_one_until_another_is_typed() {
    let mut report = Report::new(Form::for_year(2025), 2025);
    report.organ.name = " 示例市信访局 ".to_owned();
    assert_eq!(
        report.printed_title(),
        "示例市信访局2025年政府信息公开工作年度报告"
    );
    report.title = "示例市信访局2025年度政府信息公开工作年度报告".to_owned();
    assert_eq!(report.printed_title(), report.title);
    report.organ.name = "示例市/信访局".to_owned();
    assert_eq!(
        report.file_name(),
        "示例市_信访局2025年政府信息公开工作年度报告"
    );
}

#[test]
fn the_kind_of_an_organ_is_read_from_its_name() {
    use OrganKind::{Department, Government, Other, Township};
    for (name, kind) in [
        ("示例市人民政府", Some(Government)),
        ("示例县示例镇人民政府", Some(Township)),
        ("示例区示例街道办事处", Some(Township)),
        ("示例街道", Some(Township)),
        ("示例市信访局", Some(Department)),
        ("示例市发展和改革委员会", Some(Department)),
        ("示例县人民政府办公室", None),
        ("示例市", Some(Government)),
        ("示例经济开发区管理委员会", None),
        ("示例市国有资产监督管理委员会", Some(Department)),
        ("示例市第一人民医院", Some(Other)),
        ("示例中心", None),
        ("", None),
    ] {
        assert_eq!(OrganKind::of_name(name), kind, "{name}");
    }
}

#[test]
fn kinds_and_levels_are_known_by_their_keys() {
    for (kind, key, name) in OrganKind::ALL {
        assert_eq!(
            (OrganKind::of_key(key), kind.key(), kind.name()),
            (Some(kind), key, name)
        );
    }
    for (level, key, name) in Level::ALL {
        assert_eq!(
            (Level::of_key(key), level.key(), level.name()),
            (Some(level), key, name)
        );
    }
}

#[test]
fn all_numbers_at_once_are_those_of_each_cell() {
    let mut report = sound_report();
    for (cell, typed) in report
        .form
        .cells()
        .zip(["3", "", "/", "0", "约3"].into_iter().cycle())
    {
        report.type_figure(cell, typed);
    }
    for report in [
        report,
        sound_report(),
        Report::new(Form::for_year(2025), 2025),
    ] {
        let each: Vec<_> = report
            .form
            .cells()
            .map(|cell| report.number(cell))
            .collect();
        assert_eq!(report.numbers(), each);
    }
}
