//! The form gives the headings of the six sections word for word.
//! Silent on reports that were not read from a source, and on spaces and marks.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::headings;

/// Headings have the wording of the form.
pub(super) static RULE: Rule = Rule {
    id: "heading-wording",
    title: "标题的文字与格式不同",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM],
    check: Check::Custom {
        formula: "读入的年报各部分标题与格式逐字一致",
        find,
    },
    explanation: "统一的标题便于读者在各机关的年报之间对照。请改用格式的标题；由本程序生成的文件已自动采用。",
    examples: &[
        Example {
            given: &[Given::Headings(&[
                "一、总体情况",
                "五、存在问题及改进情况",
                "六、其它事项",
            ])],
            finds: &[
                "标题为“五、存在问题及改进情况”，格式的标题为“五、存在的主要问题及改进情况”",
                "标题为“六、其它事项”，格式的标题为“六、其他需要报告的事项”",
            ],
        },
        Example {
            given: &[Given::Headings(&["总体情况", "附件"])],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    let judge = |found: headings::Found| {
        let section = found.section?;
        if found.is_official {
            return Some(Outcome::Holds);
        }
        let title = form.edition.sections[section].title;
        let statement = format!("标题为“{}”，格式的标题为“{title}”", found.heading.trim());
        Some(Failure::new(statement, headings::spot(form, section)).into())
    };
    headings::recognize(form, &case.report.headings)
        .into_iter()
        .filter_map(judge)
        .collect()
}
