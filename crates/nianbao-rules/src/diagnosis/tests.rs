use super::*;
use nianbao_core::example::sound_report;

/// The explanations of a sound report with these figures in table three, as id and statement.
fn explains(figures: &[(&str, &str, &str)]) -> Vec<(&'static str, String)> {
    let report = report(figures);
    let explanations = explain(&report, None);
    for explanation in &explanations {
        let after = report.with_changes(explanation);
        let left = explain(&after, None);
        assert!(left.len() < explanations.len(), "{explanation:?} {left:?}");
    }
    explanations
        .into_iter()
        .map(|found| {
            let diagnosis = DIAGNOSES.iter().find(|known| known.id == found.id);
            (diagnosis.expect("a diagnosis").id, found.statement)
        })
        .collect()
}

fn report(figures: &[(&str, &str, &str)]) -> Report {
    let mut report = sound_report();
    for (row, column, typed) in figures {
        let column = format!("requester/{column}");
        let cell = request(&report, row, &column).expect("in the form");
        report.type_figure(cell, typed);
    }
    report
}

const NP: &str = "natural-person";
const EN: &str = "organization/enterprise";

#[track_caller]
fn first(figures: &[(&str, &str, &str)], id: &str, statement: &str) {
    let found = explains(figures);
    assert_eq!(
        found.first().map(|(id, text)| (*id, text.as_str())),
        Some((id, statement)),
        "{found:?}"
    );
}

#[test]
fn a_report_that_adds_up_needs_no_explanation() {
    assert_eq!(explains(&[]), []);
}

#[test]
fn a_total_that_holds_what_was_carried_forward_is_recognized() {
    first(
        &[
            ("newly-received", NP, "5"),
            ("carried-forward", NP, "3"),
            ("handled/total", NP, "5"),
        ],
        "forward-in-total",
        "（七）总计可能把结转下年度也加了进去：（七）总计，自然人 5 → 2",
    );
}

#[test]
fn requests_carried_over_may_be_counted_as_new() {
    first(
        &[
            ("newly-received", NP, "5"),
            ("carried-over", NP, "3"),
            ("handled/granted", NP, "5"),
        ],
        "over-in-new",
        "本年新收可能已经包含上年结转：一、本年新收政府信息公开申请数量，自然人 5 → 2",
    );
}

#[test]
fn partial_disclosure_may_be_counted_as_refusal_too() {
    first(
        &[
            ("newly-received", NP, "6"),
            ("handled/partial", NP, "4"),
            ("handled/withheld/state-secret", NP, "4"),
        ],
        "partial-counted-twice",
        "部分公开的可能又计入了不予公开，区分处理的只计部分公开：（三）不予公开 1.属于国家秘密，自然人 4 → 0",
    );
}

#[test]
fn swapped_digits_and_spare_zeros_are_seen() {
    first(
        &[("newly-received", NP, "54"), ("handled/granted", NP, "45")],
        "digits-swapped",
        "相邻两位数字可能写颠倒了：一、本年新收政府信息公开申请数量，自然人 54 → 45",
    );
    first(
        &[("newly-received", NP, "20")],
        "zeros-too-many",
        "可能多写或少写了末尾的 0：一、本年新收政府信息公开申请数量，自然人 20 → 2",
    );
}

#[test]
fn one_request_under_two_kinds_of_requesters_is_explained() {
    first(
        &[
            ("newly-received", NP, "7"),
            ("newly-received", EN, "3"),
            ("handled/granted", NP, "5"),
            ("handled/granted", EN, "5"),
        ],
        "requester-changed",
        "同一件申请在收件和办理结果中可能归入了不同的申请人类别：一、本年新收政府信息公开申请数量，自然人 7 → 5；一、本年新收政府信息公开申请数量，法人或其他组织 商业企业 3 → 5",
    );
}

#[test]
fn where_row_and_column_differ_by_the_same_the_crossing_is_suspected() {
    let found = explains(&[
        ("newly-received", NP, "9"),
        ("handled/granted", NP, "5"),
        ("handled/granted", "total", "9"),
        ("handled/total", NP, "9"),
        ("handled/total", "total", "9"),
    ]);
    assert!(
        found.contains(&(
            "cell-mistyped",
            "行和列都差同一个数，交叉处的这一格可能写错：（一）予以公开，自然人 5 → 9".to_owned()
        )),
        "{found:?}"
    );
}

#[test]
fn a_total_alone_may_be_mistyped() {
    first(
        &[("handled/granted", "total", "8")],
        "total-mistyped",
        "各项都相符，只有总计可能写错：（一）予以公开，总计 8 → 2",
    );
}

#[test]
fn last_years_wrong_line_is_found_though_the_year_adds_up() {
    let report = report(&[
        ("carried-over", NP, "9"),
        ("newly-received", NP, "0"),
        ("handled/granted", NP, "9"),
    ]);
    let mut previous = self::report(&[("newly-received", NP, "9"), ("handled/granted", NP, "9")]);
    previous.year = previous.year.map(|year| year - 1);
    assert_eq!(
        explain(&report, Some(&previous)),
        [],
        "the change would break the balance"
    );
    let report = self::report(&[("carried-over", NP, "9")]);
    let found = explain(&report, Some(&previous));
    assert!(
        found
            .iter()
            .any(|found| found.id == "wrong-line-of-last-year"),
        "{found:?}"
    );
}

#[test]
fn a_row_that_stands_a_column_too_far_to_the_left_is_moved_back() {
    first(
        &[
            ("newly-received", NP, "2"),
            ("newly-received", "organization/other", "2"),
            ("newly-received", "total", "0"),
            ("handled/granted", NP, "0"),
            ("handled/granted", EN, "2"),
        ],
        "row-shifted",
        "这一行的数可能错了一列：一、本年新收政府信息公开申请数量，自然人 2 → 0；一、本年新收政府信息公开申请数量，法人或其他组织 商业企业 0 → 2；一、本年新收政府信息公开申请数量，法人或其他组织 其他 2 → 0；一、本年新收政府信息公开申请数量，总计 0 → 2",
    );
}

#[test]
fn a_row_without_a_typed_total_is_moved_back_too() {
    first(
        &[
            ("newly-received", NP, "2"),
            ("newly-received", "organization/other", "2"),
            ("handled/granted", NP, "0"),
            ("handled/granted", EN, "2"),
        ],
        "row-shifted",
        "这一行的数可能错了一列：一、本年新收政府信息公开申请数量，自然人 2 → 0；一、本年新收政府信息公开申请数量，法人或其他组织 商业企业 0 → 2；一、本年新收政府信息公开申请数量，法人或其他组织 其他 2 → 0",
    );
}

#[test]
fn a_number_split_into_two_cells_is_joined() {
    first(
        &[
            ("newly-received", NP, "1"),
            ("newly-received", EN, "2"),
            ("newly-received", "organization/research", "3"),
            ("newly-received", "total", "0"),
            ("handled/granted", NP, "12"),
            ("handled/granted", EN, "3"),
        ],
        "number-split",
        "一个数可能被拆成了两格：一、本年新收政府信息公开申请数量，自然人 1 → 12；一、本年新收政府信息公开申请数量，法人或其他组织 商业企业 2 → 3；一、本年新收政府信息公开申请数量，法人或其他组织 科研机构 3 → 0；一、本年新收政府信息公开申请数量，总计 0 → 15",
    );
}

#[test]
fn two_small_numbers_side_by_side_are_not_joined_where_the_year_adds_up() {
    let figures = [("newly-received", NP, "1"), ("newly-received", EN, "2")];
    let granted = [("handled/granted", NP, "1"), ("handled/granted", EN, "2")];
    assert_eq!(explains(&[figures, granted].concat()), []);
}

#[test]
fn ids_are_unique_and_outlive_their_code() {
    let mut ids: Vec<_> = DIAGNOSES.iter().map(|diagnosis| diagnosis.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), DIAGNOSES.len());
}
