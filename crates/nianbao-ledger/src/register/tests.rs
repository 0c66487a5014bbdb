use super::rules::examples::{register, statements};
use super::rules::{Book, RULES as REGISTER_RULES};
use super::*;

fn figures(register: &Register, year: i16) -> Vec<(usize, usize)> {
    let counted = count(register, year);
    let figures = counted.cells().map(|cell| {
        let (certain, open) = counted.behind(cell).expect("a counted cell");
        (certain.len(), open.len())
    });
    figures.collect()
}

#[test]
fn documents_are_counted_by_when_they_were_made_and_ended() {
    let register = register(&[
        &[],
        &[
            ("成文日期", "2020-05-01"),
            ("文号", "示政规〔2020〕1号"),
            ("有效期至", "2025-04-30"),
            ("效力状态", "有效期届满"),
        ],
        &[
            ("成文日期", "2020-06-01"),
            ("文号", "示政规〔2020〕2号"),
            ("废止日期", "2024-06-01"),
            ("效力状态", "废止"),
        ],
        &[("成文日期", "2023-06-01"), ("文号", "示政规〔2023〕2号")],
        &[("文件类型", "规章"), ("成文日期", "2025-08-01")],
        &[("文件类型", "其他文件")],
    ]);
    let rules_then_documents = [(1, 0), (0, 0), (1, 0), (1, 0), (1, 0), (2, 0)];
    assert_eq!(figures(&register, 2025), rules_then_documents);
}

#[test]
fn a_document_whose_kind_or_end_is_not_told_stays_open() {
    let register = register(&[
        &[("文件类型", "政策文件")],
        &[("成文日期", "2020-05-01"), ("效力状态", "废止")],
        &[("成文日期", "2020-05-01"), ("有效期至", "2025-04-30")],
    ]);
    let rules_then_documents = [(0, 1), (0, 0), (0, 1), (0, 1), (0, 2), (0, 3)];
    assert_eq!(figures(&register, 2025), rules_then_documents);
}

#[test]
fn the_same_information_on_several_channels_is_counted_once() {
    let register = register(&[
        &[],
        &[("公开渠道", "网站"), ("解读", "有")],
        &[("公开属性", "不予公开")],
        &[("发布日期", "2024-12-31"), ("成文日期", "2024-12-01")],
    ]);
    let counted = count(&register, 2025);
    assert_eq!(counted.published.len(), 2);
    assert_eq!(
        (
            counted.by_channel["网站"].len(),
            counted.by_channel["公报"].len()
        ),
        (2, 1)
    );
    assert_eq!(
        (
            counted.by_topic["政策文件"].len(),
            counted.interpreted.len()
        ),
        (2, 1)
    );
}

#[test]
fn a_validity_in_years_ends_on_the_day_before() {
    let register = register(&[
        &[("有效期至", "5年"), ("施行日期", "2025-04-01")],
        &[("有效期至", "长期")],
    ]);
    assert_eq!(register.items[0].valid_until.on(), Some(date(2030, 3, 31)));
    assert!(register.items[1].valid_until.is_blank());
}

#[test]
fn table_two_is_compared_cell_by_cell() {
    let register = register(&[&[]]);
    let counted = count(&register, 2025);
    let mut report = nianbao_core::example::sound_report();
    let typed_differs = |report: &nianbao_core::report::Report| {
        let book = Book {
            register: &register,
            counted: &counted,
            today: None,
            report: Some(report),
            previous: None,
        };
        let findings = rules::check(&book, &[])
            .into_iter()
            .filter(|finding| finding.rule.id == "typed-differs-from-register");
        findings
            .map(|finding| finding.statement)
            .collect::<Vec<_>>()
    };
    assert_eq!(typed_differs(&report).len(), 2, "issued and in force");
    for column in [ISSUED, IN_FORCE] {
        let cell = report
            .form
            .cell(DOCUMENTS, NORMATIVE_DOCUMENTS, column)
            .expect("in the form");
        report.type_figure(cell, "1");
    }
    assert_eq!(typed_differs(&report), Vec::<String>::new());
}

#[test]
fn every_example_of_a_rule_gives_exactly_its_findings() {
    for rule in REGISTER_RULES {
        for (idx, example) in rule.examples.iter().enumerate() {
            assert_eq!(
                statements(rule, example),
                example.finds,
                "{} example {idx}",
                rule.id
            );
        }
        for fires in [true, false] {
            let has = |example: &rules::examples::Example| example.finds.is_empty() != fires;
            assert!(rule.examples.iter().any(has), "{}: {fires}", rule.id);
        }
        assert!(
            rule.explanation.ends_with('。') && rule.explanation.contains("请"),
            "{}",
            rule.id
        );
    }
}
