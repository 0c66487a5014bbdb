//! Article 50 (4) asks for improvements, so what was promised last year is taken up this year.
//! Silent without last year's report, and as soon as the text looks back in any words.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{OVERVIEW, PROBLEMS};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::years_in_text::names_year;

/// What was promised last year is taken up this year.
pub(super) static RULE: Rule = Rule {
    id: "measures-answered",
    title: "没有提到上年改进措施的落实情况",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_50_4, &law::PRACTICE],
    check: Check::Custom {
        formula: "上年年报第五部分写了改进措施的，本年第五部分提到上年，或者第一、第五部分提到整改",
        find,
    },
    explanation: "条例要求报告改进情况，上年提出的措施做得怎样，是审核和评议时常问的一句。请在第五部分用一两句话写明，不必逐条回应。",
    examples: &[
        Example {
            given: &[Given::PreviousText(
                "problems",
                "问题：公开不够及时。下一步，我局将逐项明确更新时限；每月通报一次。",
            )],
            finds: &[
                "上年写了“下一步，我局将逐项明确更新时限”“每月通报一次”，本年没有提到它们的落实情况",
            ],
        },
        Example {
            given: &[
                Given::PreviousText("problems", "下一步，我局将逐项明确更新时限。"),
                Given::Text(
                    "problems",
                    "上年提出的更新时限已经逐项明确。仍存在解读不够生动的问题，将增加图解。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::PreviousText(
                "problems",
                "公开不够及时，内容不够全面。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::PreviousText("problems", "公开不够及时。下一步，我局将按月通报。"),
                Given::Text(
                    "overview/oversight",
                    "对照上年问题清单整改到位，组织考核和评议。",
                ),
            ],
            finds: &[],
        },
    ],
};

/// Words that begin what an organ means to do.
const MEASURES: &[&str] = &["下一步", "改进措施", "改进方向", "今后", "将", "下一年"];

/// Words that look back.
const LOOKING_BACK: &[&str] = &["上年", "上一年", "去年", "前一年", MENDING];
const MENDING: &str = "整改";

fn find(case: &Case) -> Vec<Outcome> {
    let (Some(previous), Some(problems)) = (case.previous(), case.written(PROBLEMS)) else {
        return Vec::new();
    };
    let before = previous
        .form
        .section(PROBLEMS)
        .map(|section| previous.prose(section));
    let before = before.unwrap_or_default();
    let measures: Vec<_> = prose::sentences(&before)
        .skip_while(|sentence| !prose::mentions(sentence, MEASURES))
        .collect();
    if measures.is_empty() {
        return Vec::new();
    }
    // In section one, last year is mostly what figures are compared with.
    let overview = case.written(OVERVIEW).map(|section| section.prose);
    let is_answered = prose::mentions(&problems.prose, LOOKING_BACK)
        || previous
            .year
            .is_some_and(|year| names_year(&problems.prose, i64::from(year)))
        || overview.is_some_and(|text| prose::mentions(&text, &[MENDING]));
    if is_answered {
        return vec![Outcome::Holds];
    }
    const QUOTED: usize = 3;
    let rest = if measures.len() > QUOTED { "等" } else { "" };
    let quoted = measures.into_iter().take(QUOTED).map(prose::quote);
    let quotes: String = quoted.collect();
    let statement = format!("上年写了{quotes}{rest}，本年没有提到它们的落实情况");
    vec![Failure::new(statement, [problems.spot]).into()]
}
