//! Figures are given as of a day, which is 截至; 截止 is the end of a term.
//! Silent on 截止到, which many take for right, and on 截止 without a date.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Figures are given as of a day, 截至, not up to a deadline, 截止.
pub(super) static RULE: Rule = Rule {
    id: "as-of-wording",
    title: "“截止”应为“截至”",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "日期前用“截至”，不用“截止”（“截止到”除外）",
        find,
    },
    explanation: "“截止”是到期停止，“截至”才是到某日为止的统计。请改为“截至”。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/management",
                "截止2025年12月31日，现行有效的制度3项。",
            )],
            finds: &["写的是“截止2025年12月31日”"],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "截至2025年12月31日，现行有效的制度3项。申请截止日期以公告为准。统计从2025年1月1日开始，截止到2025年12月31日。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "报名截止时间为2025年6月30日，征求意见已于12月1日截止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "截至目前，公开目录动态调整；截至2025年底，共有制度3项。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        for (at, word) in text.match_indices("截止") {
            let rest = text[at + word.len()..].trim_start();
            let is_date = rest.starts_with(prose::is_digit)
                && prose::take_number(rest)
                    .is_some_and(|(_, after)| after.trim_start().starts_with(['年', '月']));
            if is_date {
                // A quotation is no longer.
                let mut shown = rest.char_indices().take(60);
                let end = shown
                    .find(|(_, c)| matches!(c, '，' | '。' | '；' | '\n' | ','))
                    .map_or(rest.len(), |(end, _)| end);
                let stop = text.len() - rest.len() + end;
                let statement = format!("写的是{}", prose::quote(&text[at..stop]));
                outcomes.push(Failure::new(statement, [spot]).into());
            }
        }
    }
    case.or_holds(outcomes)
}
