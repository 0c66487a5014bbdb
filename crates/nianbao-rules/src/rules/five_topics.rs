//! The form names five topics for section one.
//! Silent on how they are parted: a topic counts as treated if any of its words stands in the section, under whatever heading.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::TextId;
use nianbao_core::form::keys::OVERVIEW;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

/// Section one treats the topics the form names, under sub-headings or not.
pub(super) static RULE: Rule = Rule {
    id: "five-topics",
    title: "总体情况没有写全格式列出的五个方面",
    severity: Severity::Warning,
    concerns: Concern::Missing,
    source: &[&law::FORM_OVERVIEW],
    check: Check::Custom {
        formula: "第一部分写到主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
        find,
    },
    explanation: "格式列出的五个方面都要综述，没有工作的也应说明。请补写缺少的方面；已写在其他方面里的，建议用小标题标明。",
    examples: &[
        Example {
            given: &[
                Given::Text("overview/management", ""),
                Given::Text("overview/oversight", ""),
            ],
            finds: &["“一、总体情况”没有写到：（三）政府信息管理，（五）监督保障"],
        },
        Example {
            given: &[
                Given::Text("overview/oversight", ""),
                Given::Text("overview", "监督保障全面落实。开展业务培训2次。"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Text("overview/proactive", ""),
                Given::Text("overview/on-request", ""),
                Given::Text("overview/management", ""),
                Given::Text("overview/platforms", ""),
                Given::Text("overview/oversight", ""),
                Given::Text(
                    "overview",
                    "公开信息42条；办理公民提出的申请2件；先审查后公开；用好公众号和公开栏；举办培训2次。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Text("overview/platforms", ""),
                Given::Text(
                    "overview/oversight",
                    "平台建设和监督保障。专人维护，定期检查。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Edition(2019),
                Given::Text("overview", "2019年工作平稳。"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let Some((section, written)) = form.section(OVERVIEW).zip(case.written(OVERVIEW)) else {
        return Vec::new();
    };
    let missing = form.texts_of(section).filter_map(|text| {
        let topic = form.texts[text.index()].topic?;
        (!is_treated(report, text, &written.prose)).then_some((text, topic.title))
    });
    let (texts, titles): (Vec<_>, Vec<_>) = missing.unzip();
    if titles.is_empty() {
        return vec![Outcome::Holds];
    }
    let statement = format!("“{}”没有写到：{}", written.title, titles.join("，"));
    vec![Failure::new(statement, texts.into_iter().map(Spot::Text)).into()]
}

/// Whether a topic has a text of its own, or the prose of its section has one of its words.
pub(super) fn is_treated(report: &Report, topic: TextId, prose: &str) -> bool {
    let words = report.form.texts[topic.index()]
        .topic
        .map_or(&[][..], |topic| topic.words);
    !report.text(topic).trim().is_empty() || prose::mentions(prose, words)
}
