//! Sentences are filled from the tables, stay linked while nobody touches them, and invent nothing.

use super::*;
use nianbao_core::example::sound_report;
use nianbao_core::form::{FORMS, Form};

fn spot(report: &Report, key: &str) -> Spot {
    match key {
        "preamble" => Spot::Field(Field::Preamble),
        key => Spot::Text(report.form.text(key).expect("in the form")),
    }
}

fn fill_in(report: &mut Report, [table, row, column, typed]: [&str; 4]) {
    let cell = report.form.cell(table, row, column).expect("in the form");
    report.type_figure(cell, typed);
}

fn says(report: &Report, id: &str) -> Option<String> {
    let aid = outline::AIDS.iter().find(|aid| aid.id == id);
    aid.expect("an aid").sentence(report)
}

#[test]
fn every_name_in_braces_is_a_number_or_about_the_report() {
    let report = sound_report();
    for aid in outline::AIDS {
        assert!(aid.spot(&report).is_some(), "{}", aid.id);
        for saying in aid.sayings {
            assert!(fill(saying.text, &report).is_some(), "{}", saying.text);
            for when in saying.when {
                let (When::Zero(names) | When::Positive(names)) = when else {
                    continue;
                };
                let known = |name: &&str| number(&report, name).is_some();
                assert!(names.iter().all(known), "{names:?}");
            }
        }
    }
}

#[test]
fn ids_are_unique_and_sentences_whole() {
    for (idx, aid) in outline::AIDS.iter().enumerate() {
        assert!(
            outline::AIDS[idx + 1..]
                .iter()
                .all(|other| other.id != aid.id),
            "{}",
            aid.id
        );
        for saying in aid.sayings {
            assert!(saying.text.ends_with('。'), "{}", saying.text);
        }
    }
}

#[test]
fn a_sentence_has_numbers_or_gaps_but_never_both() {
    for saying in outline::AIDS.iter().flat_map(|aid| aid.sayings) {
        assert!(
            !(saying.text.contains('{') && saying.text.contains(GAP)),
            "{}",
            saying.text
        );
    }
}

#[test]
fn the_numbers_of_the_tables_are_filled_in() {
    let mut report = sound_report();
    fill_in(
        &mut report,
        [
            "requests",
            "newly-received",
            "requester/organization/research",
            "3",
        ],
    );
    fill_in(
        &mut report,
        ["disputes", "cases", "litigation/direct/upheld", "1"],
    );
    fill_in(
        &mut report,
        [
            "disputes",
            "cases",
            "litigation/after-reconsideration/upheld",
            "2",
        ],
    );
    fill_in(
        &mut report,
        ["fees", "administrative-fees", "amount", "12.50"],
    );
    assert_eq!(
        says(&report, "on-request/received").as_deref(),
        Some("2025年新收政府信息公开申请5件，其中自然人申请2件、法人或其他组织申请3件。")
    );
    assert_eq!(
        says(&report, "on-request/suits").as_deref(),
        Some(
            "因政府信息公开工作被提起行政诉讼3件，其中结果维持3件、结果纠正0件、其他结果0件、尚未审结0件。"
        )
    );
    assert_eq!(
        says(&report, "proactive/fees").as_deref(),
        Some("全年收取行政事业性收费12.50万元。")
    );
    assert_eq!(
        says(&report, "on-request/reconsiderations").as_deref(),
        Some("没有因政府信息公开工作被申请行政复议。")
    );
}

#[test]
fn a_blank_figure_leaves_a_gap_and_is_not_zero() {
    let mut report = sound_report();
    fill_in(
        &mut report,
        ["requests", "carried-over", "requester/natural-person", ""],
    );
    fill_in(&mut report, ["fees", "administrative-fees", "amount", ""]);
    fill_in(&mut report, ["licenses", "license", "decided", "/"]);
    assert_eq!(
        says(&report, "on-request/carried").as_deref(),
        Some("上年结转政府信息公开申请＿＿件，结转下年度继续办理0件。")
    );
    assert_eq!(
        says(&report, "proactive/fees").as_deref(),
        Some("全年收取行政事业性收费＿＿万元。")
    );
    assert_eq!(
        says(&report, "proactive/decisions").as_deref(),
        Some("全年作出行政许可决定＿＿件、行政处罚决定0件、行政强制决定0件。")
    );
}

#[test]
fn an_empty_report_is_told_no_number() {
    for form in FORMS.iter() {
        let report = Report::new(form, form.edition.year);
        let places = form.text_ids().map(Spot::Text);
        for spot in places.chain([Spot::Field(Field::Preamble)]) {
            for sentence in outline(&report, spot) {
                let rest = sentence.text.replace(&report.standard_preamble(), "");
                let is_preamble = sentence.aid.starts_with("preamble/");
                let year = form.edition.year.to_string();
                let has_digit = rest
                    .replace(&year, "")
                    .contains(|c: char| c.is_ascii_digit());
                assert!(is_preamble || !has_digit, "{rest}");
            }
        }
    }
}

#[test]
fn only_governments_are_asked_for_assessment_and_accountability() {
    let mut report = sound_report();
    assert_eq!(says(&report, "oversight/results"), None);
    report.organ.kind = Some(OrganKind::Township);
    assert!(says(&report, "oversight/results").is_some());
}

#[test]
fn the_opening_paragraph_is_the_standard_one() {
    let report = sound_report();
    let sentences = outline(&report, Spot::Field(Field::Preamble));
    let texts: Vec<_> = sentences[..2].iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts.concat(), report.standard_preamble());
}

/// A sound report with one sentence of an aid behind its text.
fn with_sentence(id: &str) -> Report {
    let mut report = sound_report();
    let spot = spot(&report, "overview/on-request");
    let sentences = outline(&report, spot);
    let sentence = sentences
        .iter()
        .find(|sentence| sentence.aid == id)
        .expect("offered");
    report.insert_sentence(spot, sentence);
    report
}

#[test]
fn a_changed_figure_offers_to_update_the_sentence() {
    let mut report = with_sentence("on-request/received");
    assert_eq!(offers(&report), []);
    fill_in(
        &mut report,
        [
            "requests",
            "newly-received",
            "requester/natural-person",
            "7",
        ],
    );
    let offered = offers(&report);
    assert_eq!(offered.len(), 1);
    let place = spot(&report, "overview/on-request");
    let sentences = outline(&report, place);
    let is_there: Vec<_> = sentences
        .iter()
        .map(|it| report.has_sentence(place, it))
        .collect();
    assert_eq!(is_there, [true, false, false, false, false]);
    assert_eq!(
        offered[0].old,
        "2025年新收政府信息公开申请2件，其中自然人申请2件、法人或其他组织申请0件。"
    );
    assert_eq!(
        offered[0].new,
        "2025年新收政府信息公开申请7件，其中自然人申请7件、法人或其他组织申请0件。"
    );
    report.update_sentence(&offered[0]);
    let text = report.text(
        report
            .form
            .text("overview/on-request")
            .expect("in the form"),
    );
    assert!(
        text.ends_with(&offered[0].new) && !text.contains(&offered[0].old),
        "{text}"
    );
    assert_eq!(offers(&report), []);
    fill_in(
        &mut report,
        [
            "requests",
            "newly-received",
            "requester/natural-person",
            "0",
        ],
    );
    assert_eq!(offers(&report)[0].new, "2025年未收到政府信息公开申请。");
}

#[test]
fn a_sentence_changed_by_hand_is_left_alone() {
    let mut report = with_sentence("on-request/received");
    let id = report
        .form
        .text("overview/on-request")
        .expect("in the form");
    let edited = report.text(id).replace("其中自然人申请", "其中自然人提出");
    report.set_text(id, edited);
    fill_in(
        &mut report,
        [
            "requests",
            "newly-received",
            "requester/natural-person",
            "7",
        ],
    );
    assert_eq!(offers(&report), []);
}

#[test]
fn a_figure_that_is_being_typed_anew_costs_no_number() {
    let mut report = with_sentence("on-request/received");
    fill_in(
        &mut report,
        ["requests", "newly-received", "requester/natural-person", ""],
    );
    assert_eq!(offers(&report), []);
}

#[test]
fn a_gap_that_a_figure_fills_later_is_offered() {
    let mut report = Report::new(Form::for_year(2025), 2025);
    let spot = spot(&report, "overview/proactive");
    let sentences = outline(&report, spot);
    let sentence = sentences
        .iter()
        .find(|it| it.aid == "proactive/fees")
        .expect("offered");
    report.insert_sentence(spot, sentence);
    assert_eq!(
        report.place_content(spot),
        "全年收取行政事业性收费＿＿万元。"
    );
    fill_in(&mut report, ["fees", "administrative-fees", "amount", "3"]);
    assert_eq!(offers(&report)[0].new, "全年收取行政事业性收费3万元。");
}

#[test]
fn paragraphs_begin_on_a_line_of_their_own() {
    let mut report = Report::new(Form::for_year(2025), 2025);
    let spot = spot(&report, "problems");
    for sentence in outline(&report, spot) {
        report.insert_sentence(spot, &sentence);
    }
    let text = report.place_content(spot);
    let lines: Vec<_> = text
        .lines()
        .map(|line| line.chars().take(4).collect::<String>())
        .collect();
    assert_eq!(lines, ["上年提出", "存在的主", "改进措施"]);
}
