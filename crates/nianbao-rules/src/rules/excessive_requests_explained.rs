//! Article 35 asks for reasons before requests count as excessive; a reader wants to know them.
//! Silent where there were none, and where the text speaks of them.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{ALL_REQUESTERS, EXCESSIVE, NATURAL_PERSON, REQUESTS};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Turning somebody away for asking too often needs reasons.
pub(super) static RULE: Rule = Rule {
    id: "excessive-requests-explained",
    title: "有大量反复申请而正文没有说明",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_35],
    check: Check::Custom {
        formula: "（五）4.无正当理由大量反复申请 > 0 时，正文说明有关情况",
        find,
    },
    explanation: "以大量反复申请为由不予处理，须先要求申请人说明理由并认为理由不合理，读者会关心有关情况。请在总体情况的依申请公开部分作简要说明。",
    examples: &[
        Example {
            given: &[Given::Figure(REQUESTS, EXCESSIVE, NATURAL_PERSON, "4")],
            finds: &["（五）不予处理 4.无正当理由大量反复申请，总计 4 件，正文没有写到"],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, EXCESSIVE, NATURAL_PERSON, "4"),
                Given::Text(
                    "overview/on-request",
                    "同一申请人反复申请4件，经要求说明理由，理由不合理，不予处理。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, EXCESSIVE, NATURAL_PERSON, "4"),
                Given::Text(
                    "overview/on-request",
                    "同一申请人申请频次明显超过合理范围，未能说明合理理由。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let Some(cell) = case.cell(REQUESTS, EXCESSIVE, ALL_REQUESTERS) else {
        return Vec::new();
    };
    match case.number_at(cell) {
        None => vec![Outcome::CannotTell(vec![cell])],
        Some(0) => vec![Outcome::Holds],
        Some(_) if case.mentions(&["反复", "频次", "大量申请"]) => vec![Outcome::Holds],
        Some(n_requests) => {
            let statement = format!(
                "{} {n_requests} 件，正文没有写到",
                case.report.form.name(cell)
            );
            let text = case.text_spot("overview/on-request");
            vec![Failure::new(statement, cells::spots(&[cell]).chain(text)).into()]
        }
    }
}
