//! Official documents put one mark where one belongs, and a number once.
//! Silent on …… and ——, and on numbers that only look alike.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule, Signs};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// No mark follows another, and no number is written twice on end.
pub(super) static RULE: Rule = Rule {
    id: "doubled-marks",
    title: "标点或数连写了两次",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::OFFICIAL_DOCUMENTS],
    check: Check::Custom {
        formula: "文字中没有“，，”“。。”“，。”一类连用的标点，也没有“42条42条”一类连写的数",
        find,
    },
    explanation: "连写的标点和数多是修改时留下的，读者不知道少的是内容还是多的是符号。请删去一个。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "公开信息42条42条，，其中机构职能3条。。",
            )],
            finds: &["“42条42条”连写了两次", "“，，”连用", "“。。”连用"],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "公开信息42条、，及时更新；。",
            )],
            finds: &["“、，”连用", "“；。”连用"],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "“先审查，后公开。”他说……——公开信息42条、42条视频；办理2件12件次，3次3人。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "第1期、第2期，1月1日，2025年2025条；访问量12,312,312次。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "“一网通办”怎么办？！详见……12345、12345网站。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for Signs { spot, text, signs } in case.signs() {
        let mut fails = |statement| outcomes.push(Failure::new(statement, [*spot]).into());
        let mut done = 0;
        for &(at, c) in signs {
            if at < done {
                continue;
            }
            let length = match c {
                '，' | '、' | '；' | '：' | '。' => doubled_mark(&text[at..]),
                c if prose::is_digit(c) => doubled_number(&text[..at], &text[at..]),
                _ => None,
            };
            let Some(length) = length else {
                continue;
            };
            done = at + length;
            let shown = &text[at..done];
            fails(match prose::is_digit(c) {
                true => format!("“{shown}”连写了两次"),
                false => format!("“{shown}”连用"),
            });
        }
    }
    case.or_holds(outcomes)
}

/// The length of two marks on end of which one is enough.
fn doubled_mark(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let is_mark = matches!(second, '，' | '、' | '；' | '：' | '。');
    is_mark.then(|| first.len_utf8() + second.len_utf8())
}

/// The length of a number with its measure word that is written twice on end.
fn doubled_number(before: &str, text: &str) -> Option<usize> {
    if before.ends_with(|c| prose::is_numeral(c) || c == ',' || c == '.') {
        return None;
    }
    let digits = text.len() - text.trim_start_matches(prose::is_digit).len();
    let measure = text[digits..]
        .chars()
        .next()
        .filter(|&c| prose::is_han(c))?;
    let (once, rest) = text.split_at(digits + measure.len_utf8());
    rest.starts_with(once).then_some(2 * once.len())
}
