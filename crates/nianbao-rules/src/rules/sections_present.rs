//! The form has six headings, numbered and in order.
//! Silent on reports that were not read from a source.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::headings;

/// A published report has all six headings, in order and numbered.
pub(super) static RULE: Rule = Rule {
    id: "sections-present",
    title: "六个部分的标题不齐全或次序、序号有误",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_50, &law::FORM],
    check: Check::Custom {
        formula: "读入的年报有一至六全部标题，次序和序号与格式一致",
        find,
    },
    explanation: "年报的六个部分由条例和格式规定，缺一个标题，读者就无法确认那一部分是没有内容还是遗漏。请对照格式补齐标题并编号；原文有而没有读出的，核对后保留。",
    examples: &[
        Example {
            given: &[Given::Headings(&[
                "一、总体情况",
                "主动公开政府信息情况",
                "三、收到和处理政府信息公开申请情况",
                "六、其他需要报告的事项",
                "五、存在的主要问题及改进情况",
            ])],
            finds: &[
                "缺少标题“四、政府信息公开行政复议、行政诉讼情况”",
                "标题的次序为：“一、总体情况”“主动公开政府信息情况”“三、收到和处理政府信息公开申请情况”“六、其他需要报告的事项”“五、存在的主要问题及改进情况”",
                "标题的序号与格式不一致：“主动公开政府信息情况”",
            ],
        },
        Example {
            given: &[Given::Headings(&[
                "一、 总体情况",
                "二、主动公开情况",
                "三、收到和处理政府信息公开申请情况：",
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "五、存在问题及改进的情况",
                "六、其他需要报告的事项",
            ])],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    if report.headings.is_empty() {
        return Vec::new();
    }
    let found = headings::recognize(form, &report.headings);
    let found: Vec<_> = found
        .iter()
        .filter_map(|found| Some((found, found.section?)))
        .collect();
    let listed = |found: &mut dyn Iterator<Item = &headings::Found>| {
        found
            .map(|found| format!("“{}”", found.heading.trim()))
            .collect::<String>()
    };
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (section_idx, section) in form.edition.sections.iter().enumerate() {
        if !found.iter().any(|(_, section)| *section == section_idx) {
            let statement = format!("缺少标题“{}”", section.title);
            outcomes.push(Failure::new(statement, headings::spot(form, section_idx)).into());
        }
    }
    if !found.is_sorted_by_key(|(_, section)| *section) {
        let statement = format!(
            "标题的次序为：{}",
            listed(&mut found.iter().map(|(found, _)| *found))
        );
        let spots = found
            .iter()
            .filter_map(|(_, section)| headings::spot(form, *section));
        outcomes.push(Failure::new(statement, spots).into());
    }
    let misnumbered: Vec<_> = found
        .iter()
        .filter(|(found, _)| !found.is_numbered)
        .collect();
    if !misnumbered.is_empty() {
        let statement = format!(
            "标题的序号与格式不一致：{}",
            listed(&mut misnumbered.iter().map(|(found, _)| *found))
        );
        let spots = misnumbered
            .iter()
            .filter_map(|(_, section)| headings::spot(form, *section));
        outcomes.push(Failure::new(statement, spots).into());
    }
    if outcomes.is_empty() {
        outcomes.push(Outcome::Holds);
    }
    outcomes
}
