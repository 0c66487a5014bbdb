//! A report tells what the organ itself has done, not what a sentence copied from another organ says of that one.
//! Silent on superiors, on organs of other kinds, and on short names of the organ itself.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::OrganKind;
use nianbao_core::spot::Field;

/// What was done is not told of another organ of the same kind.
pub(super) static RULE: Rule = Rule {
    id: "another-organ",
    title: "句子写的是另一个机关",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "以机关名称开头、叙述工作的句子，名称是本机关的（同类机关才核对）",
        find,
    },
    explanation: "以另一个同类机关开头叙述工作的句子，多是从它的年报复制来的。请核对；确实写的是别的机关，可以说明后保留。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview",
                "2025年，样例县粮食局认真贯彻落实条例，做好政府信息公开工作。",
            )],
            finds: &["“样例县粮食局认真贯彻…”写的不是“示例市信访局”"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "2025年，示例市信访局认真贯彻落实条例。市信访局高度重视。信访局严格审核。会同市财政局严格审核。\
                 示例市人民政府高度重视，各县区信访局认真落实。市大数据局负责平台运维。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Field(Field::Organ, "示例市市场监督管理局"),
                Given::Text("overview", "2025年，市市场监管局认真贯彻落实条例。"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "省信访局坚持每季通报。县信访局持续落实。经市信访局党组认真研究，印发公开目录。",
            )],
            finds: &[],
        },
    ],
};

/// Words that tell, after a name, of work that the organ itself has done.
const WORK: [&str; 8] = [
    "认真",
    "严格",
    "坚持",
    "高度重视",
    "深入",
    "积极",
    "持续",
    "扎实",
];

/// Words before which or after which a name is not the subject, or not that of one organ.
const OTHERWISE: [&str; 16] = [
    "各", "全", "有关", "相关", "上级", "等", "和", "与", "由", "向", "会同", "联合", "配合",
    "协助", "督促", "指导",
];

fn find(case: &Case) -> Vec<Outcome> {
    let organ = case.report.organ.name.trim();
    let is_one_of_many = matches!(
        case.report.organ.known_kind(),
        Some(OrganKind::Department | OrganKind::Township)
    );
    let kinds = ["镇人民政府", "乡人民政府", "街道办事处", "委员会", "局"];
    let Some(kind) = kinds.into_iter().find(|kind| organ.ends_with(kind)) else {
        return Vec::new();
    };
    if !is_one_of_many {
        return Vec::new();
    }
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        for clause in prose::sentences(text).flat_map(|sentence| sentence.split('，')) {
            let Some(name) = subject(clause.trim(), kind) else {
                continue;
            };
            let is_ours =
                is_short_for(name, organ) || name.contains(organ) || organ.ends_with(bare(name));
            if !is_ours && !prose::mentions(name, &OTHERWISE) {
                let told: String = clause
                    .trim()
                    .chars()
                    .take(name.chars().count() + 4)
                    .collect();
                let statement = format!("“{told}…”写的不是{}", prose::quote(organ));
                outcomes.push(Failure::new(statement, [spot]).into());
            }
        }
    }
    case.or_holds(outcomes)
}

/// A name without a level that no place names: 信访局 of 县信访局, 省信访局, who may be told of as well.
fn bare(name: &str) -> &str {
    name.trim_start_matches(['省', '市', '县', '区', '州', '旗'])
}

/// Whether a name leaves nothing but characters out: 市市场监管局 of 示例市市场监督管理局.
fn is_short_for(name: &str, organ: &str) -> bool {
    let mut rest = organ.chars();
    name.chars().all(|c| rest.any(|other| other == c))
}

/// The name that a clause begins with, if it is an organ of this kind at work.
fn subject<'a>(clause: &'a str, kind: &str) -> Option<&'a str> {
    const SHORTEST: usize = 4;
    let end = clause.find(kind)? + kind.len();
    let (name, told) = clause.split_at(end);
    let is_at_work = WORK.iter().any(|word| told.starts_with(word));
    (is_at_work && name.chars().count() >= SHORTEST).then_some(name)
}
