//! The number of an official document has its year in 〔 〕 and no 第.
//! Silent on brackets that hold anything but a year before a number.

use crate::prose::{self, is_han};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// The year in the number of a document stands in 〔 〕.
pub(super) static RULE: Rule = Rule {
    id: "document-number-brackets",
    title: "发文字号的年份没有用六角括号",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::DOCUMENT_NUMBER],
    check: Check::Custom {
        formula: "发文字号写作“机关代字〔年份〕顺序号”，年份不用（ ）［ ］【 】，顺序号前不加“第”",
        find,
    },
    explanation: "发文字号是引用文件的依据，照原样引用读者才查得到。请改为六角括号〔 〕，并与原文件核对。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview",
                "根据国办公开办函[2021]30号和示办发（2025）第12号要求，规范编制年报。",
            )],
            finds: &["“[2021]30号”，“（2025）第12号”"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "根据国办公开办函〔2021〕30号，（2025）示01行初12号判决，2025年（含12号楼）改造，《报告》（2021）30页。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "根据国务院令第711号和示政办发〔2025〕3号、4号，编制《公报》（2025年第3期）。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "示例市人民政府公告（2025年第2号），会议纪要〔2025〕12期，12345号工单。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        let wrong: Vec<_> = wrong_numbers(text).map(prose::quote).collect();
        if !wrong.is_empty() {
            outcomes.push(Failure::new(wrong.join("，"), [spot]).into());
        }
    }
    case.or_holds(outcomes)
}

/// The numbers of documents in a text whose year stands in other brackets, or that have a 第.
fn wrong_numbers(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('号').filter_map(|(at, mark)| {
        let (behind, number) = digits(&text[..at]);
        let bracket = behind.strip_suffix('第').unwrap_or(behind);
        let before = bracket.strip_suffix(['〕', '）', ')', '］', ']', '】'])?;
        let (before, year) = digits(before);
        let name = before.strip_suffix(['〔', '（', '(', '［', '[', '【'])?;
        let is_number = name.ends_with(is_han) && year.len() == 4 && !number.is_empty();
        let is_right = before.ends_with('〔') && behind.ends_with('〕');
        (is_number && !is_right).then_some(&text[name.len()..at + mark.len()])
    })
}

/// The digits at the end of a text, behind what stands before them.
fn digits(text: &str) -> (&str, &str) {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    text.split_at(before.len())
}
