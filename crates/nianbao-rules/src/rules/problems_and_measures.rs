//! Article 50 (4) asks for the main problems and for improvements.
//! Silent on how they are told: one word of each is enough.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::PROBLEMS;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Section five names problems and what is done about them.
pub(super) static RULE: Rule = Rule {
    id: "problems-and-measures",
    title: "没有同时写明存在的问题和改进情况",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_50_4, &law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "第五部分不是“无”，50 字以上，既写到问题或不足，又写到改进措施（只写“无”为错误，其余为提醒）",
        find,
    },
    explanation: "条例要求报告存在的主要问题及改进情况，只写“无”或过于简略的，容易被视为敷衍。请写明具体问题和对应的改进措施。",
    examples: &[
        Example {
            given: &[Given::Text("problems", "无。")],
            finds: &["“五、存在的主要问题及改进情况”只写了“无。”"],
        },
        Example {
            given: &[Given::Text("problems", "公开内容的针对性不足。")],
            finds: &["“五、存在的主要问题及改进情况”仅 11 字，没有写到改进措施"],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "一年来，我局认真贯彻条例，及时发布各类信息，回应群众关切，取得了良好效果，今后继续做好政府信息公开各项工作，力争更上一层楼。",
            )],
            finds: &["“五、存在的主要问题及改进情况”没有写到问题或不足，没有写到改进措施"],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "工作人员业务水平有待提高，部分栏目更新不及时。下一步，我局将组织两次培训，按月检查栏目更新情况，逐项明确责任科室和完成时限。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "公开不够主动，解读不够通俗。今后，将加强培训，按月检查栏目更新情况，逐项落实责任科室和完成时限，并按季度通报进展情况，接受群众监督。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "（一）存在不足：更新滞后。（二）改进举措：明确专人，完善机制，按月检查，逐项落实责任科室和完成时限，每季度通报进展，接受群众监督和评议。",
            )],
            finds: &[],
        },
    ],
};

const PROBLEM_WORDS: &[&str] = &[
    "问题",
    "不足",
    "差距",
    "薄弱",
    "短板",
    "不够",
    "有待",
    "欠缺",
    "困难",
    "滞后",
    "不高",
    "不强",
    "不全",
    "不及时",
];
const MEASURE_WORDS: &[&str] = &[
    "改进",
    "措施",
    "下一步",
    "将",
    "整改",
    "加强",
    "完善",
    "提升",
    "提高",
    "强化",
    "优化",
    "推进",
];
const NOTHING: &[&str] = &["无", "没有", "暂无", "不存在", "无问题", "没有问题", "略"];

fn find(case: &Case) -> Vec<Outcome> {
    let Some(section) = case.written(PROBLEMS) else {
        return Vec::new();
    };
    let (title, written) = (section.title, section.prose.trim());
    let bare = written.trim_end_matches(['。', '.', '！', '；']);
    if NOTHING.contains(&bare) {
        let statement = format!("“{title}”只写了{}", prose::quote(written));
        return vec![
            Failure::new(statement, [section.spot])
                .with_severity(Severity::Error)
                .into(),
        ];
    }
    const SHORTEST: usize = 50;
    let length = prose::length(written);
    let lacking: Vec<_> = [
        (length < SHORTEST, format!("仅 {length} 字")),
        (
            !prose::mentions(written, PROBLEM_WORDS),
            "没有写到问题或不足".to_owned(),
        ),
        (
            !prose::mentions(written, MEASURE_WORDS),
            "没有写到改进措施".to_owned(),
        ),
    ]
    .into_iter()
    .filter_map(|(is_lacking, what)| is_lacking.then_some(what))
    .collect();
    if lacking.is_empty() {
        return vec![Outcome::Holds];
    }
    vec![Failure::new(format!("“{title}”{}", lacking.join("，")), [section.spot]).into()]
}
