//! Official documents end a text with a full stop.
//! Silent on headings, tables, addresses, and what is short.

use crate::prose::{self, is_han};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// The last sentence of a text has its full stop.
pub(super) static RULE: Rule = Rule {
    id: "final-stop",
    title: "最后一句没有句号",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::OFFICIAL_DOCUMENTS],
    check: Check::Custom {
        formula: "每段文字的最后一句以句号结束（小标题、表格、地址和联系方式除外）",
        find,
    },
    explanation: "末尾没有句号，读者会以为后面还有内容没有印出来。请补上句号，或者补写漏掉的内容。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/management",
                "健全审核制度。按照“谁公开、谁负责”的要求，先审查后公开",
            )],
            finds: &["“按照“谁公开、谁负责”的要求，先审查后公开”后面没有句号"],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "办好网站专栏，及时更新。\n联系地址：示例市人民路1号，邮编411100，传真与电话相同",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "网站运行平稳，内容更新及时！",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "按栏目统计如下。\n机构职能\t3\n工作动态，含图片新闻\t39",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "（一）机构职能、工作动态",
            )],
            finds: &[],
        },
    ],
};

/// Shorter ones are headings and entries of a list.
const SHORTEST: usize = 15;

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        if let Some(sentence) = unended(text) {
            let statement = format!("{}后面没有句号", prose::quote(sentence));
            outcomes.push(Failure::new(statement, [spot]).into());
        }
    }
    case.or_holds(outcomes)
}

/// The last sentence of a text, if it breaks off.
fn unended(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let breaks_off = text.ends_with(|c| is_han(c) || matches!(c, '”' | '》' | '）'));
    let paragraph = text.rsplit('\n').next().filter(|_| breaks_off)?;
    let is_other = paragraph.contains(['\t', '：', ':', '|']);
    let sentence = paragraph.rsplit(['。', '！', '？', '；']).next()?.trim();
    let is_sentence = sentence.contains('，') && prose::length(sentence) >= SHORTEST;
    (is_sentence && !is_other).then_some(sentence)
}
