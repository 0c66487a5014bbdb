//! Section five reports problems, and a decision that was corrected is one; to deny it contradicts table four.
//! Silent where nothing was corrected, and where the text speaks of it in any words.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{AFTER_RECONSIDERATION, CASES, DIRECT, DISPUTES, RECONSIDERATION};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

use super::cells;

/// A decision that was corrected is not passed over in silence, let alone denied.
pub(super) static RULE: Rule = Rule {
    id: "corrections-explained",
    title: "表四有结果纠正，文字没有说明",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_4, &law::PRACTICE],
    check: Check::Custom {
        formula: "结果纠正大于 0 的，第一或第五部分写到纠正、败诉或复议诉讼反映的问题，并且不写“零纠错”“零败诉”",
        find,
    },
    explanation: "被纠正的案件最能反映存在的问题，考核也会核对。请在第五部分写明原因和改进措施，与事实不符的说法予以更正。",
    examples: &[
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/corrected", "1"),
                Given::Text("overview/on-request", "答复规范，依法办理。"),
            ],
            finds: &["行政复议 结果纠正 1 件，第一、第五部分没有写到"],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "litigation/direct/corrected", "2"),
                Given::Text("overview/on-request", "全年零纠错、零败诉。"),
            ],
            finds: &["未经复议直接起诉 结果纠正 2 件，而文字写有“零纠错”"],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/corrected", "1"),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开被申请行政复议1件，结果纠正1件，原因是答复未说明理由。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/corrected", "1"),
                Given::Text("overview/on-request", "复议机关撤销1件答复，已重新作出。"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text("overview/on-request", "全年零纠错、零败诉。")],
            finds: &[],
        },
    ],
};

const DENIALS: &[&str] = &[
    "零纠错",
    "零败诉",
    "无败诉",
    "未败诉",
    "没有败诉",
    "未被纠错",
    "未被纠正",
    "无纠错",
    "无被纠",
    "没有被纠",
    "零纠正",
];
const WORDS: &[&str] = &["纠正", "纠错", "败诉", "撤销", "复议", "诉讼"];

fn find(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    let all = [RECONSIDERATION, DIRECT, AFTER_RECONSIDERATION];
    let all = all.map(|group| case.cell(DISPUTES, CASES, &format!("{group}/corrected")));
    let all: Vec<_> = all.into_iter().flatten().collect();
    let corrected: Vec<_> = all
        .iter()
        .copied()
        .filter(|&cell| case.number_at(cell).is_some_and(|number| number > 0))
        .collect();
    let Some(&first) = corrected.first() else {
        return cells::cannot_tell(case.report, all)
            .or_else(|| {
                case.writing()
                    .any(|(_, text)| !text.is_empty())
                    .then_some(Outcome::Holds)
            })
            .into_iter()
            .collect();
    };
    let number: i64 = corrected
        .iter()
        .filter_map(|&cell| case.number_at(cell))
        .sum();
    let spots = corrected.iter().map(|&cell| Spot::Cell(cell));
    let denied = case.writing().find_map(|(spot, text)| {
        let denial = DENIALS.iter().find(|denial| text.contains(*denial))?;
        Some((spot, denial))
    });
    let name = form.name(first);
    if let Some((spot, denial)) = denied {
        let statement = format!("{name} {number} 件，而文字写有“{denial}”");
        return vec![Failure::new(statement, std::iter::once(spot).chain(spots)).into()];
    }
    let mut written = case
        .writing()
        .filter(|(_, text)| !text.trim().is_empty())
        .peekable();
    if written.peek().is_none() {
        return Vec::new();
    }
    if written.any(|(_, text)| prose::mentions(text, WORDS)) {
        return vec![Outcome::Holds];
    }
    let statement = format!("{name} {number} 件，第一、第五部分没有写到");
    vec![
        Failure::new(statement, spots)
            .with_severity(Severity::Hint)
            .into(),
    ]
}
