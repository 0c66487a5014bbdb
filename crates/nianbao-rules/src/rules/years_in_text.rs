//! A title or an opening on another year was left over from that year's report.
//! Silent where this year is named as well, and on documents and events of other years.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::OVERVIEW;
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

use super::periods::periods;

/// A title or an opening that speaks of another year was left over from that year's report.
pub(super) static RULE: Rule = Rule {
    id: "years-in-text",
    title: "文字中的年份像是上年留下的",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::PRACTICE],
    check: Check::Custom {
        formula: "标题写明年份的，有本年度；开头段落说到某年年度报告的，有本年度；第一部分的段落以上年开头的，也写到本年",
        find,
    },
    explanation: "在上年的年报上改写时最容易漏改年份，读者会怀疑内容也是上年的。请核对这些年份，确实讲上年情况的予以保留。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Title,
                "示例市信访局2024年政府信息公开工作年度报告",
            )],
            finds: &["标题中为 2024 年，本年报为 2025 年度"],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据条例的规定，编制示例市信访局2024年度政府信息公开工作年度报告。",
            )],
            finds: &[
                "写的是“根据条例的规定，编制示例市信访局2024年度政府信息公开工作年度报告”，本年报为 2025 年度",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "2024年，我局认真贯彻落实条例，推进政务公开。",
            )],
            finds: &["写的是“2024年，我局认真贯彻落实条例，推进政务公开”，本年报为 2025 年度"],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据2019年修订的条例和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），编制本年度报告。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Field(Field::Title, "示例市信访局政府信息公开工作年度报告（2025）"),
                Given::Field(
                    Field::Preamble,
                    "现公布示例市信访局2025年政府信息公开工作年度报告，与2024年年度报告的口径一致。",
                ),
                Given::Text(
                    "overview",
                    "2024年，我局的网站通过验收。今年，网站改版后访问量增加。",
                ),
                Given::Text(
                    "overview/management",
                    "2024年，国家修订了有关规定，本局据此修订制度。",
                ),
                Given::Text(
                    "overview/platforms",
                    "2024年以来，我局新开设公众号一个；2024年底建成的专栏继续使用。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "2024年度考核结果于今年公布。2024年，全国人大修订了有关法律。",
            )],
            finds: &[],
        },
    ],
};

/// How an organ that reports calls itself.
const OURSELVES: &[&str] = &[
    "我",
    "本机关",
    "本单位",
    "本局",
    "本委",
    "本办",
    "本镇",
    "本乡",
    "本街道",
    "全市",
    "全县",
    "全区",
    "全局",
    "全镇",
    "全乡",
    "全年",
];

/// Other ways to speak of the year reported on.
const THIS_YEAR: &[&str] = &["今年", "本年"];

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let Some(year) = report.year.map(i64::from) else {
        return vec![Outcome::NotKnown(Fact::Year)];
    };
    let left_over = |sentence: &str, spot: Spot| {
        let statement = format!("写的是{}，本年报为 {year} 年度", prose::quote(sentence));
        Failure::new(statement, [spot])
    };
    let mut failures = Vec::new();
    let in_title: Vec<_> = numbers(&report.title)
        .map(|(number, _)| number)
        .filter(|number| (2000..2100).contains(number))
        .collect();
    if let Some(other) = in_title.first().filter(|_| !in_title.contains(&year)) {
        let statement = format!("标题中为 {other} 年，本年报为 {year} 年度");
        failures.push(Failure::new(statement, [Spot::Field(Field::Title)]));
    }
    // A period of another year is the business of period-is-the-year.
    let preamble = &report.preamble;
    if !names_year(preamble, year) && periods(preamble).is_empty() {
        let sentence = prose::sentences(preamble).find(|sentence| names_a_report(sentence));
        let spot = Spot::Field(Field::Preamble);
        failures.extend(sentence.map(|sentence| left_over(sentence, spot)));
    }
    let overview = report.form.section(OVERVIEW).into_iter();
    let texts = overview.flat_map(|section| report.form.texts_of(section));
    for text in texts {
        let content = report.text(text);
        let sentence = prose::sentences(content)
            .find(|sentence| is_ours(sentence, year - 1, &report.organ.name));
        let is_about_this_year =
            || names_year(content, year) || prose::mentions(content, THIS_YEAR);
        if let Some(sentence) = sentence.filter(|_| !is_about_this_year()) {
            failures.push(left_over(sentence, Spot::Text(text)));
        }
    }
    let is_written = case.writing().any(|(_, text)| !text.trim().is_empty());
    if failures.is_empty() && is_written {
        return vec![Outcome::Holds];
    }
    failures.into_iter().map(Outcome::from).collect()
}

/// Whether a sentence says what the organ itself did in a year: 2024年，我局……
fn is_ours(sentence: &str, year: i64, organ: &str) -> bool {
    let Some((number, rest)) = prose::take_number(sentence) else {
        return false;
    };
    let rest = rest
        .trim_start()
        .strip_prefix('年')
        .filter(|_| number == year);
    let rest = rest.map(|rest| rest.strip_prefix('度').unwrap_or(rest));
    let rest = rest.map(|rest| rest.trim_start_matches(['，', ',', '、', ' ']));
    rest.is_some_and(|rest| {
        let organ = organ.trim();
        (!organ.is_empty() && rest.starts_with(organ))
            || OURSELVES.iter().any(|word| rest.starts_with(word))
    })
}

/// Whether a text names this year as one: 2025年.
pub(super) fn names_year(text: &str, year: i64) -> bool {
    numbers(text).any(|(number, rest)| number == year && rest.trim_start().starts_with('年'))
}

/// Whether a sentence names the report of some year: 2024年度政府信息公开工作年度报告.
fn names_a_report(sentence: &str) -> bool {
    numbers(sentence).any(|(_, rest)| {
        let rest = rest.trim_start().strip_prefix('年');
        let rest = rest.map(|rest| rest.strip_prefix('度').unwrap_or(rest));
        rest.is_some_and(|rest| rest.starts_with("政府信息公开") && rest.contains("年度报告"))
    })
}

/// The numbers in a text, each with what follows it.
fn numbers(text: &str) -> impl Iterator<Item = (i64, &str)> {
    prose::number_starts(text).filter_map(|at| prose::take_number(&text[at..]))
}
