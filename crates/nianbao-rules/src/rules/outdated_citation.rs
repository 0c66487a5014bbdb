//! C-01

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Field;

/// The report cites the form and the Regulations as they are.
pub(super) static RULE: Rule = Rule {
    id: "outdated-citation",
    title: "引用的依据过时或名称不全",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM],
    check: Check::Custom {
        formula: "不引用已被取代的〔2019〕60号格式（2021 年度起）和国务院令第492号，格式的名称和文号与印发时一致",
        find,
    },
    explanation: "依据写错的年报会让读者怀疑用错了格式。请改为现行条例（国务院令第711号）和所用格式的通知。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据条例和国办公开办函〔2019〕60号的要求，编制本报告，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &["引用的国办公开办函〔2019〕60号已被〔2021〕30号取代"],
        },
        Example {
            given: &[Given::Text("overview", "依据国务院令第492号，推进公开。")],
            finds: &["引用的国务院令第492号已被第711号取代"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "依据《中华人民共和国政府信息年度报告格式》（国办公开办函[2021]第31号）编制。",
            )],
            finds: &[
                "“《中华人民共和国政府信息年度报告格式》”应为《中华人民共和国政府信息公开工作年度报告格式》",
                "“国办公开办函[2021]第31号”：格式的文号是国办公开办函〔2021〕30号",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "依据《政府信息公开工作年度报告格式》（国办公开办函(2021)30号）和《示例市年度报告写作指引》（示办函〔2022〕7号）编制。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Edition(2019),
                Given::Field(Field::Year, "2020"),
                Given::Field(
                    Field::Preamble,
                    "根据国办公开办函〔2019〕60号的要求，编制本报告，统计期限自2020年1月1日起至2020年12月31日止。",
                ),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        let mut fails = |statement| outcomes.push(Failure::new(statement, [spot]).into());
        for (old, new, since) in OUTDATED {
            if case.report.year.is_some_and(|year| year >= since) && text.contains(old) {
                fails(format!("引用的{old}已被{new}取代"));
            }
        }
        for (cited, number) in cited_forms(text) {
            let name = cited.trim_matches(['《', '》']);
            if !name.trim_end_matches("（试行）").ends_with(NAME) {
                let cited = prose::quote(cited);
                fails(format!("{cited}应为《中华人民共和国{NAME}》"));
            }
            let number = number.filter(|_| case.report.year.is_some_and(|year| year >= 2021));
            if let Some(number) = number.filter(|number| !is_known(number)) {
                let number = prose::quote(number);
                fails(format!("{number}：格式的文号是国办公开办函〔2021〕30号"));
            }
        }
    }
    case.or_holds(outcomes)
}

const OUTDATED: [(&str, &str, u16); 2] = [
    ("国办公开办函〔2019〕60号", "〔2021〕30号", 2021),
    ("国务院令第492号", "第711号", 2019),
];

/// The name of the form; its beginning is often left out.
const NAME: &str = "政府信息公开工作年度报告格式";

/// The names of the form that a text cites, each with the number of the document in brackets behind it.
fn cited_forms(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    text.match_indices('《').filter_map(|(at, _)| {
        let end = at + text[at..].find('》')? + '》'.len_utf8();
        let (cited, behind) = (&text[at..end], &text[end..]);
        let behind = behind.strip_prefix(['（', '(']);
        let number =
            behind.and_then(|number| Some(&number[..number.find('号')? + '号'.len_utf8()]));
        let is_form = cited.contains("政府信息") && cited.contains("年度报告格式");
        is_form.then_some((cited, number.filter(|number| number.contains("公开办函"))))
    })
}

/// Whether this is the number of the current form, or of the one before, of which more is said elsewhere.
fn is_known(number: &str) -> bool {
    let parts = number.split(|c: char| !c.is_ascii_digit());
    let digits: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    digits == ["2021", "30"] || number.contains("〔2019〕60号")
}
