//! Article 50 (4) asks governments for the results of assessment, public appraisal and accountability; others may report them.
//! Silent as soon as each is mentioned in one of its words; milder where other words may mean it, or the text was read from a file.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{OVERSIGHT, OVERVIEW};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, OrganKind};

use super::five_topics::is_treated;

/// Governments report on assessment, public appraisal and accountability; others may.
pub(super) static RULE: Rule = Rule {
    id: "government-accountability",
    title: "没有写到工作考核、社会评议或责任追究结果",
    severity: Severity::Error,
    concerns: Concern::Missing,
    source: &[&law::ARTICLE_50_4, &law::FORM_OVERVIEW],
    check: Check::Custom {
        formula: "各级人民政府：正文写到工作考核、社会评议、责任追究结果；其他机关：至少写到其中一项（提示）",
        find,
    },
    explanation: "条例要求各级人民政府报告这三项结果，没有发生的也要写明；部门可以不写，写上更完整。请在“监督保障”中补写。",
    examples: &[
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Text(
                    "overview/oversight",
                    "政府信息公开纳入年度工作考核，组织培训2次。",
                ),
            ],
            finds: &["没有写到社会评议、责任追究结果"],
        },
        Example {
            given: &[
                Given::Organ("示例县示例镇人民政府", OrganKind::Township, Level::Township),
                Given::Text("overview/oversight", "明确专人负责，定期检查。"),
            ],
            finds: &["没有写到工作考核、社会评议、责任追究结果"],
        },
        Example {
            given: &[Given::Text(
                "overview/oversight",
                "明确专人负责，定期检查。",
            )],
            finds: &["没有写到工作考核、社会评议、责任追究结果"],
        },
        Example {
            given: &[Given::Text(
                "overview/oversight",
                "全年未发生责任追究的情形。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Text(
                    "overview/oversight",
                    "开展绩效考评和群众满意度测评，无人因政府信息公开工作被追责。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Text(
                    "overview/oversight",
                    "把政务公开列入绩效管理，委托第三方开展满意度调查，全年无问责情形。",
                ),
            ],
            finds: &[],
        },
    ],
};

/// What article 50 (4) names, each with the words that reports use for it.
const RESULTS: &[(&str, &[&str])] = &[
    ("工作考核", &["考核", "考评", "绩效"]),
    (
        "社会评议",
        &["评议", "社会评价", "满意度", "测评", "第三方评估"],
    ),
    (
        "责任追究",
        &["责任追究", "追究责任", "被追究", "追责", "问责"],
    ),
];

/// Words that may stand for one of them in other words.
const NEARBY: &[&str] = &[
    "评价",
    "评估",
    "评分",
    "打分",
    "考查",
    "督查",
    "通报",
    "责任落实",
    "追究",
];

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let Some((oversight, written)) = form.text(OVERSIGHT).zip(case.written(OVERVIEW)) else {
        return Vec::new();
    };
    let organ = &report.organ;
    let is_government = organ.known_kind() == Some(OrganKind::Government)
        || organ.name.trim().ends_with("人民政府");
    // Where nothing is said of oversight at all, five-topics says so.
    if !is_government && !is_treated(report, oversight, &written.prose) {
        return Vec::new();
    }
    let missing: Vec<_> = RESULTS
        .iter()
        .filter(|(_, words)| !case.mentions(words))
        .map(|(name, _)| *name)
        .collect();
    let n_tolerated = if is_government { 0 } else { RESULTS.len() - 1 };
    if missing.len() <= n_tolerated {
        return vec![Outcome::Holds];
    }
    // Words nearby may mean it, and what was read from a file may not be all of it.
    let is_sure = report.headings.is_empty() && !case.mentions(NEARBY);
    let severity = match is_government {
        true if is_sure => Severity::Error,
        true => Severity::Warning,
        false => Severity::Hint,
    };
    let statement = format!("没有写到{}结果", missing.join("、"));
    vec![
        Failure::new(statement, case.text_spot(OVERSIGHT))
            .with_severity(severity)
            .into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge;
    use crate::rule::Context;
    use nianbao_core::example::sound_report;

    #[test]
    fn what_governments_must_report_is_only_a_hint_for_others() {
        let mut report = sound_report();
        let oversight = report.form.text(OVERSIGHT).expect("a text of the form");
        report.set_text(oversight, "明确专人负责，定期检查。");
        let severity = |report: &_| {
            let findings = judge(report, &Context::default()).findings;
            findings
                .iter()
                .find(|finding| finding.rule.id == RULE.id)
                .map(|finding| finding.severity)
        };
        assert_eq!(severity(&report), Some(Severity::Hint));
        report.organ.kind = Some(OrganKind::Government);
        assert_eq!(severity(&report), Some(Severity::Error));
    }
}
