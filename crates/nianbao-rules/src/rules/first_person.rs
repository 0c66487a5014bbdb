//! An organ speaks of itself as what it is: 我局 is no 我镇.
//! Silent on words that only begin alike: 我委托, 我局部.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Field;

/// The organ speaks of itself as what it is.
pub(super) static RULE: Rule = Rule {
    id: "first-person",
    title: "自称与机关名称不符",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "文中的“我局”“我委”“我厅”“我镇”“我乡”“我乡镇”“我街道”与机关名称相符",
        find,
    },
    explanation: "自称与名称不符，多是从其他机关的年报复制来的。请改为本机关的自称，并核对这一段的内容。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/management",
                "2025年，我镇健全审核制度。我局先审查后公开。",
            )],
            finds: &["文中自称“我镇”，本机关是“示例市信访局”"],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "我乡镇健全审核制度，公开目录到村。",
            )],
            finds: &["文中自称“我乡镇”，本机关是“示例市信访局”"],
        },
        Example {
            given: &[
                Given::Field(Field::Organ, "示例县示例镇人民政府"),
                Given::Text(
                    "overview/management",
                    "我乡镇健全审核制度，我镇公开目录到村。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "我局健全审核制度，我市各部门参加，我委托第三方评估，我委员会成员列席。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "我局下属中心、我市各局均已落实；“我的宪法”宣传进社区，我国法律得到普及。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    // 我乡镇 is what either a 乡 or a 镇 may say.
    const OURS: [(&str, &[&str]); 7] = [
        ("我局", &["局"]),
        ("我委", &["委"]),
        ("我厅", &["厅"]),
        ("我乡镇", &["乡", "镇"]),
        ("我镇", &["镇"]),
        ("我乡", &["乡"]),
        ("我街道", &["街道"]),
    ];
    let organ = case.report.organ.name.trim();
    if organ.is_empty() {
        return Vec::new();
    }
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        let ourselves: Vec<_> = text
            .match_indices('我')
            .map(|(at, _)| &text[at..])
            .collect();
        for (own, nouns) in OURS {
            let is_said = ourselves.iter().any(|text| {
                let after = text.strip_prefix(own);
                // 我委托, 我委派, 我局部, 我委员会; 我乡镇 is no 我乡
                after.is_some_and(|after| !after.starts_with(['托', '派', '部', '员', '镇']))
            });
            if is_said && !nouns.iter().any(|noun| organ.contains(noun)) {
                let statement = format!("文中自称“{own}”，本机关是{}", prose::quote(organ));
                outcomes.push(Failure::new(statement, [spot]).into());
            }
        }
    }
    case.or_holds(outcomes)
}
