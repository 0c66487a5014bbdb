//! A report says a thing once.
//! Silent on short sentences, and on sentences that say that nothing happened.

use crate::prose::{self, Folded};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

/// No sentence stands twice in a report.
pub(super) static RULE: Rule = Rule {
    id: "repeated-sentence",
    title: "同一句话写了两次",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "十五个字以上的句子在年报中只出现一次（说明没有发生的除外）",
        find,
    },
    explanation: "重复的句子多是复制段落时留下的，读者会当作凑字数。请删去一处，或者改写成各部分自己的内容。",
    examples: &[
        Example {
            given: &[
                Given::Text(
                    "overview/proactive",
                    "围绕群众关心的事项，及时更新办事指南和服务电话。",
                ),
                Given::Text(
                    "overview/platforms",
                    "办好网站专栏。围绕群众关心的事项， 及时更新办事指南和服务电话。",
                ),
            ],
            finds: &["“围绕群众关心的事项， 及时更新办事指南和服务电话”出现了 2 次"],
        },
        Example {
            given: &[
                Given::Text(
                    "overview/on-request",
                    "本机关2025年度没有收取任何信息处理费用。做好工作。",
                ),
                Given::Text(
                    "overview/oversight",
                    "本机关2025年度没有收取任何信息处理费用。做好工作。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "按季度检查公开栏目，一季度发现问题2个。按季度检查公开栏目，二季度发现问题1个。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "存在的主要问题：公开不够细。存在的主要问题：更新不及时。",
            )],
            finds: &[],
        },
    ],
};

/// Shorter ones are headings and set phrases.
const SHORTEST: usize = 15;

/// A sentence and its place, sorted by what it says.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Told<'a> {
    folded: Folded,
    idx: usize,
    spot: Spot,
    sentence: &'a str,
}

fn find(case: &Case) -> Vec<Outcome> {
    let told = case.sentences().iter().enumerate();
    let told = told.map(|(idx, &(spot, sentence))| Told {
        folded: prose::folded(sentence),
        idx,
        spot,
        sentence,
    });
    let mut sentences: Vec<_> = told.filter(|told| told.folded.length >= SHORTEST).collect();
    sentences.sort_unstable();
    let groups = sentences.chunk_by(|a, b| a.folded == b.folded);
    let is_repeated =
        |same: &&[Told]| same.len() > 1 && !prose::says_nothing_happened(same[0].sentence);
    let mut repeated: Vec<_> = groups.filter(is_repeated).collect();
    repeated.sort_by_key(|same| same[1].idx);
    let outcomes = repeated.into_iter().map(|same| {
        let (count, last) = (same.len(), same[same.len() - 1].sentence);
        let statement = format!("{}出现了 {count} 次", prose::quote(last));
        // The last one is the copy, more often than not.
        Failure::new(statement, same.iter().rev().map(|told| told.spot)).into()
    });
    case.or_holds(outcomes.collect())
}
