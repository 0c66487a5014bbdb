//! A small county: stories of what comes in.

use nianbao_core::example::sound_report;
use nianbao_core::judgement::{Judgement, Severity};
use nianbao_core::report::Report;

use crate::{Collection, HandedIn, Roster, State, to_json};

const ROSTER: &str =
    "序号\t单位名称\t类别\n1\t示例县民政局\t部门\n2\t示例县水利局\t部门\n3\t南山镇人民政府\t乡镇\n";

/// A report of this organ with so many requests of natural persons, received and granted.
fn report(organ: &str, n_requests: u32) -> Report {
    let mut report = sound_report();
    organ.clone_into(&mut report.organ.name);
    for row in ["newly-received", "handled/granted"] {
        set(&mut report, row, &n_requests.to_string());
    }
    report
}

fn set(report: &mut Report, row: &str, typed: &str) {
    let cell = report
        .form
        .cell("requests", row, "requester/natural-person");
    report.type_figure(cell.expect("in the form"), typed);
}

fn file(name: &str, report: Report) -> HandedIn {
    HandedIn {
        file: name.to_owned(),
        content: Ok((report, Judgement::default())),
    }
}

fn county(parent: Option<Report>) -> Collection {
    let files = vec![
        file("a.docx", report("示例县民政局", 3)),
        file("b.docx", report("水利局", 4)),
        file("c.docx", report("南山镇人民政府", 5)),
    ];
    Collection::new(Roster::of_text(ROSTER), files, parent)
}

/// Rule, gravity and statement of everything found.
fn found(collection: &Collection) -> Vec<(&'static str, Severity, String)> {
    let findings = collection.findings(&collection.sums()).into_iter();
    let wanted = findings.filter(|it| it.rule.id != "alike-between-units");
    wanted
        .map(|it| (it.rule.id, it.severity, it.statement))
        .collect()
}

fn received(collection: &Collection) -> (Option<i64>, Vec<(usize, i64)>) {
    let cell = collection
        .form()
        .cell("requests", "newly-received", "requester/total");
    let sum = collection
        .sums()
        .into_iter()
        .find(|sum| Some(sum.cell) == cell)
        .expect("a sum");
    (sum.value, sum.from)
}

#[test]
fn a_sum_opens_its_units() {
    let collection = county(None);
    assert_eq!(
        received(&collection),
        (Some(12), vec![(0, 3), (1, 4), (2, 5)])
    );
    assert_eq!(found(&collection), []);
    assert_eq!(collection.roster.units[2].group, "乡镇");
}

#[test]
fn who_is_missing_or_left_out_is_not_counted() {
    let mut collection = county(None);
    collection.handed_in[1].content = Err("文件已损坏。".to_owned());
    assert!(collection.leave_out("南山镇", "并入县政府"));
    let ids: Vec<_> = found(&collection).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["not-handed-in", "not-readable"]);
    assert_eq!(received(&collection), (Some(3), vec![(0, 3)]));
    assert_eq!(collection.state(2), State::LeftOut);
    assert!(
        to_json(&collection, &collection.sums(), &[])
            .contains("\"missing\": [\n    \"示例县水利局\"\n  ]")
    );
}

#[test]
fn a_second_file_replaces_the_first_and_says_so() {
    let mut files = county(None).handed_in;
    files.push(file("a-new.docx", report("示例县民政局", 6)));
    let collection = Collection::new(Roster::of_text(ROSTER), files, None);
    assert_eq!(received(&collection).0, Some(15));
    let found = found(&collection);
    assert_eq!(
        (found[0].0, found[0].1),
        ("handed-in-twice", Severity::Error)
    );
    assert!(found[0].2.contains("“a.docx”和“a-new.docx”"), "{found:?}");
}

#[test]
fn a_blank_is_named_and_no_zero() {
    let mut files = county(None).handed_in;
    let mut torn = report("水利局", 4);
    set(&mut torn, "newly-received", "");
    files[1] = file("b.docx", torn);
    let collection = Collection::new(Roster::of_text(ROSTER), files, None);
    let found = found(&collection);
    assert_eq!(found[0].0, "sum-incomplete");
    assert!(
        found[0].2.starts_with("示例县水利局有 1 格没有数"),
        "{found:?}"
    );
    let blank = collection
        .sums()
        .into_iter()
        .find(|sum| !sum.is_complete())
        .expect("one");
    assert_eq!((blank.value, blank.without_number.len()), (Some(8), 1));
}

#[test]
fn the_parent_s_difference_names_the_unit() {
    for (n_requests, words) in [
        (8, "没有计入这个单位：示例县水利局"),
        (17, "计了两次：南山镇人民政府"),
    ] {
        let collection = county(Some(report("示例县人民政府", n_requests)));
        let found = found(&collection);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].2.contains(words), "{found:?}");
    }
    assert_eq!(found(&county(Some(report("示例县人民政府", 12)))), []);
}

#[test]
fn another_year_and_another_organ_are_not_counted() {
    let mut files = county(None).handed_in;
    let mut old = report("南山镇人民政府", 5);
    old.year = old.year.map(|year| year - 1);
    files[2] = file("c.docx", old);
    files.push(file("d.docx", report("远方市统计局", 9)));
    let collection = Collection::new(Roster::of_text(ROSTER), files, None);
    let ids: Vec<_> = found(&collection).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["not-handed-in", "other-year", "not-on-roster"]);
    assert_eq!(received(&collection).0, Some(7));
}

#[test]
fn last_year_is_held_beside_this_one() {
    let mut collection = county(None);
    let mut last = report("示例县民政局", 300);
    last.year = last.year.map(|year| year - 1);
    set(&mut last, "carried-forward", "1");
    collection.set_other_years([last]);
    let ids: Vec<_> = found(&collection).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(
        ids,
        [
            "unit-outlier",
            "unit-outlier",
            "carried-over-differs-from-last-year"
        ]
    );
}

#[test]
fn copied_sentences_are_told_and_a_model_s_are_not() {
    let own = |unit: &str, texts: [&str; 4]| {
        let mut report = report(unit, 0);
        for id in report.form.text_ids().collect::<Vec<_>>() {
            report.set_text(id, "");
        }
        let text = report.form.text("overview").expect("a text");
        report.set_text(text, texts.join("。"));
        file(unit, report)
    };
    let copied = [
        "今年把办事指南全部改成了问答的样子",
        "在三个居民区设了自助查询的机器",
        "每月的最后一天集中更新目录",
    ];
    let files = vec![
        own(
            "示例县民政局",
            [
                copied[0],
                copied[1],
                copied[2],
                "各单位都要认真贯彻落实条例的规定",
            ],
        ),
        own(
            "示例县水利局",
            [
                copied[0],
                copied[1],
                copied[2],
                "各单位都要认真贯彻落实条例的规定",
            ],
        ),
        own(
            "南山镇人民政府",
            [
                "镇里新建了一个政务公开的专区",
                "",
                "",
                "各单位都要认真贯彻落实条例的规定",
            ],
        ),
    ];
    let collection = Collection::new(Roster::of_text(ROSTER), files, None);
    let likeness = crate::alike(&collection);
    let pairs = &likeness.pairs;
    assert_eq!(pairs.len(), 1);
    assert_eq!((pairs[0].units, pairs[0].percent), ((0, 1), 100));
    assert_eq!(likeness.clusters, [[0, 1]]);
    assert_eq!(
        likeness.model,
        [("各单位都要认真贯彻落实条例的规定".to_owned(), 3)]
    );
}

#[test]
fn every_example_gives_exactly_its_findings() {
    let mut wrong = Vec::new();
    for rule in crate::RULES {
        for (idx, example) in rule.examples.iter().enumerate() {
            let said = crate::examples::statements(rule, example);
            if said != example.finds {
                wrong.push(format!("{} example {idx} says {said:#?}", rule.id));
            }
        }
        for fires in [true, false] {
            let has = |example: &crate::examples::Example| example.finds.is_empty() != fires;
            assert!(rule.examples.iter().any(has), "{}: {fires}", rule.id);
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{}", wrong.join("\n"));
}

#[test]
fn a_sound_county_gives_no_finding() {
    let sound = crate::examples::collection(&crate::examples::Example {
        given: &[],
        finds: &[],
    });
    let found: Vec<_> = sound.findings(&sound.sums());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_draft_has_the_sums_to_be_looked_at_and_no_guess() {
    let mut collection = county(None);
    let draft = collection.draft(&collection.sums(), None);
    let cell = draft
        .form
        .cell("requests", "newly-received", "requester/natural-person");
    let cell = cell.expect("in the form");
    assert_eq!(draft.number(cell), Some(12));
    assert_eq!(
        draft.doubts[&cell],
        "3 个单位之和：南山镇人民政府、示例县水利局、示例县民政局"
    );
    if let Ok((report, _)) = &mut collection.handed_in[0].content {
        report.type_figure(cell, "/");
    }
    let draft = collection.draft(&collection.sums(), None);
    assert_eq!(
        (draft.number(cell), draft.doubts.get(&cell)),
        (None, None),
        "a unit has no number"
    );
}

#[test]
fn years_stand_side_by_side_with_ranks_and_leaps() {
    let mut collection = county(None);
    let on = |year: u16, organ: &str, n: u32| {
        let mut report = report(organ, n);
        report.year = Some(year);
        report
    };
    let this_year = collection.year.expect("a year");
    collection.set_other_years([
        on(this_year - 2, "示例县民政局", 2),
        on(this_year - 1, "示例县民政局", 90),
        on(this_year - 1, "南山镇人民政府", 6),
    ]);
    let cell = collection
        .form()
        .cell("requests", "newly-received", "requester/total");
    let series = collection.series(cell.expect("in the form"));
    let [all, civil, water, township] = &series[..] else {
        panic!("all together and three units: {series:#?}");
    };
    let year = |before| this_year - before;
    assert_eq!(
        all.points,
        [(year(2), Some(2)), (year(1), Some(96)), (year(0), Some(12))]
    );
    assert_eq!(civil.points[0], (year(2), Some(2)));
    assert_eq!(
        (civil.rank, civil.is_outlier),
        (Some((2, 2)), true),
        "among departments"
    );
    assert_eq!((water.rank, water.is_outlier), (Some((1, 2)), false));
    assert_eq!(water.points[1], (year(1), None), "no report is no zero");
    assert_eq!(township.rank, Some((1, 1)));
}

#[test]
fn every_rule_is_declared_in_full() {
    let ids: std::collections::BTreeSet<_> = crate::RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), crate::RULES.len());
    for rule in crate::RULES {
        assert!(
            rule.explanation.ends_with('。') && rule.explanation.contains('请'),
            "{}",
            rule.id
        );
        assert!(
            !rule.formula.is_empty() && !rule.title.ends_with('。'),
            "{}",
            rule.id
        );
    }
}
