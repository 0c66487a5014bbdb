//! A report says which period its figures cover.
//! Silent on every wording that names the period or the year; milder where words nearby may mean it, or the text was read from a file.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

use super::periods::periods;

/// A report says which period its figures cover.
pub(super) static RULE: Rule = Rule {
    id: "period-stated",
    title: "没有写明数据的统计期限",
    severity: Severity::Error,
    concerns: Concern::Missing,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "开头段落或正文写明统计期限，自 1 月 1 日起至 12 月 31 日止",
        find,
    },
    explanation: "年报的数据都是一个年度的，写明起止日期，读者才能与其他年度比较。请在开头段落写明统计期限。",
    examples: &[
        Example {
            given: &[Given::Field(Field::Preamble, "根据《条例》编制本报告。")],
            finds: &["没有写到统计期限 2025年1月1日至2025年12月31日"],
        },
        Example {
            given: &[
                Given::Field(Field::Preamble, ""),
                Given::Text("overview", "本报告数据的统计期限为2025年1月1日至12月31日。"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告中所列数据为2025年度数据。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "统计期限为2024年1月1日至12月31日。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    if case.writing().all(|(_, text)| text.trim().is_empty()) {
        return Vec::new();
    }
    let is_about_figures = |sentence: &str| prose::mentions(sentence, ABOUT_FIGURES);
    let year = case.report.year;
    let names_year = |sentence: &str| {
        let sentence = prose::compact(sentence);
        let wholes = year.map(|year| [format!("{year}年度"), format!("{year}年全年")]);
        wholes.is_some_and(|wholes| wholes.iter().any(|whole| sentence.contains(whole)))
    };
    let states = |text: &str| {
        periods(text)
            .iter()
            .any(|period| year.is_some_and(|year| period.is_year(year)))
            || prose::sentences(text).any(|sentence| {
                is_about_figures(sentence)
                    && (names_year(sentence) || !periods(sentence).is_empty())
            })
    };
    if case.writing().any(|(_, text)| states(text)) {
        return vec![Outcome::Holds];
    }
    let statement = match year {
        Some(year) => format!("没有写到统计期限 {year}年1月1日至{year}年12月31日"),
        None => "没有写到统计期限".to_owned(),
    };
    let failure = Failure::new(statement, [Spot::Field(Field::Preamble)]);
    // Words nearby may mean it, and what was read from a file may not be all of it.
    let is_sure = case.report.headings.is_empty() && !case.mentions(NEARBY);
    vec![match is_sure {
        true => failure.into(),
        false => failure.with_severity(Severity::Warning).into(),
    }]
}

/// Words that may state the period in other words.
const NEARBY: &[&str] = &["期限", "1月1日", "12月31日", "全年数据", "年度数据"];

/// Words of a sentence that says which period the figures cover.
pub(super) const ABOUT_FIGURES: &[&str] = &["统计", "所列数据", "数据期限", "报告期"];
