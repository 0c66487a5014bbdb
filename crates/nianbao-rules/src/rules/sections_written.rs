//! Article 50 asks for the content of the sections of prose; an empty one is an omission.
//! Silent on sections of tables, and as soon as anything is written.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Content;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

/// Each section of prose says something.
pub(super) static RULE: Rule = Rule {
    id: "sections-written",
    title: "文字部分没有内容",
    severity: Severity::Error,
    concerns: Concern::Missing,
    source: &[&law::ARTICLE_50, &law::FORM],
    check: Check::Custom {
        formula: "第一、五、六部分都有文字",
        find,
    },
    explanation: "这几部分是条例规定的内容，空着就是遗漏；没有可报告的，也要写一句说明没有。请补写。",
    examples: &[
        Example {
            given: &[
                Given::Text("problems", " \n"),
                Given::Text("other-matters", ""),
            ],
            finds: &[
                "“五、存在的主要问题及改进情况”没有文字",
                "“六、其他需要报告的事项”没有文字",
            ],
        },
        Example {
            given: &[Given::Text("overview", "")],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let judge = |(section_idx, section): (usize, &nianbao_core::form::Section)| {
        let Content::Prose { .. } = section.content else {
            return None;
        };
        if form
            .texts_of(section_idx)
            .any(|text| !report.text(text).trim().is_empty())
        {
            return Some(Outcome::Holds);
        }
        let spot = form.texts_of(section_idx).next().map(Spot::Text);
        Some(Failure::new(format!("“{}”没有文字", section.title), spot).into())
    };
    form.edition
        .sections
        .iter()
        .enumerate()
        .filter_map(judge)
        .collect()
}
