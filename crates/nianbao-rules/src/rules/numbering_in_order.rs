//! Official documents number in order, each level in its own way.
//! Silent on lists within lists, on parts that begin again with one, and on numbers that number nothing.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule, Signs};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// What is numbered leaves no number out and is numbered in one way.
pub(super) static RULE: Rule = Rule {
    id: "numbering-in-order",
    title: "序号不连续或写法不一",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::OFFICIAL_DOCUMENTS],
    check: Check::Custom {
        formula: "同一组序号（一、（一）1.（1）一是）逐个递增，不缺号、不重号，写法一致",
        find,
    },
    explanation: "缺号、重号多是删改段落时留下的，读者会以为少了内容。请按“一、”“（一）”“1.”“（1）”的层次重新编号。",
    examples: &[
        Example {
            given: &[Given::Text(
                "problems",
                "存在的主要问题：一是公开不够细；二是更新不够及时；四是培训不足。\n改进措施：\n1.补充内容；\n3.按月检查。",
            )],
            finds: &["“二是”之后是“四是”", "“1.”之后是“3.”"],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "存在的主要问题：\n1.公开不够细。\n2、更新不够及时。\n改进措施：将按月检查。",
            )],
            finds: &["“1.”与“2、”写法不一"],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "（一）存在的主要问题。一是公开不够细，二是更新慢。\n（二）改进措施。一是补充内容：一是指南，二是电话；二是按月检查；三是培训。\n1.5万条信息。\n2025年，4、5月检查两次。其一是关键，其三是后话。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "一、二季度各检查一次。\n三、四季度各培训一次。\n一是存在的主要问题：\n（1）更新慢。\n（2025）示政办1号文要求的公开不够细。\n改进措施：\n1.按月检查。\n12月底前完成。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "problems",
                "第一，健全制度；第二，强化审核。\n（一）公开。1.目录。2.指南。\n（二）解读。1.图解。2.视频。",
            )],
            finds: &[],
        },
    ],
};

/// How a number is set apart from what it numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// 1. or 1、
    Digits,
    /// （1）
    DigitsInBrackets,
    /// 一是
    Among,
}

/// A number at the beginning of a paragraph or a clause.
#[derive(Clone, Copy, Debug)]
struct Mark<'a> {
    style: Style,
    number: i64,
    text: &'a str,
}

/// So many numbers at most are open: no list holds lists that deep, and a text of nothing but “1.” is gone through once.
const DEEPEST: usize = 32;

/// What is numbered beyond this is a year or a document.
const HIGHEST: i64 = 99;

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for signs in case.signs() {
        // The numbers that are open, the outermost first: a list may hold another one.
        let mut open: Vec<Mark> = Vec::new();
        let mut fails = |statement| outcomes.push(Failure::new(statement, [signs.spot]).into());
        for mark in marks(signs) {
            let last = open.iter().rposition(|it| it.style == mark.style);
            let follows = open
                .iter()
                .rposition(|it| it.style == mark.style && it.number + 1 == mark.number);
            match (follows, last) {
                (Some(at), _) => {
                    let before = open[at];
                    if ends_differ(before.text, mark.text) {
                        fails(format!("“{}”与“{}”写法不一", before.text, mark.text));
                    }
                    open.truncate(at);
                }
                (None, Some(at)) if mark.number != 1 => {
                    fails(format!("“{}”之后是“{}”", open[at].text, mark.text));
                    open.truncate(at);
                }
                _ => {}
            }
            if open.len() == DEEPEST {
                open.remove(0);
            }
            open.push(mark);
        }
    }
    case.or_holds(outcomes)
}

/// Whether one number ends in a point and the other in a comma.
fn ends_differ(a: &str, b: &str) -> bool {
    a.ends_with('、') != b.ends_with('、')
}

/// The numbers that begin a paragraph, and 一是, 二是, … that begin a clause.
fn marks<'a>(Signs { text, signs, .. }: &Signs<'a>) -> impl Iterator<Item = Mark<'a>> {
    let text: &'a str = text;
    let is_end = |c| matches!(c, '\n' | '，' | '。' | '；' | '：' | '！' | ';' | ':');
    let ends = signs.iter().filter(move |(_, c)| is_end(*c));
    let behind = ends.map(|&(at, c)| (at + c.len_utf8(), c == '\n'));
    std::iter::once((0, true))
        .chain(behind)
        .filter_map(|(at, is_paragraph)| {
            let is_space = |c: char| c != '\n' && c.is_whitespace();
            let mark = mark(text[at..].trim_start_matches(is_space))?;
            (is_paragraph || mark.style == Style::Among).then_some(mark)
        })
}

/// The number that a text begins with.
fn mark(text: &str) -> Option<Mark<'_>> {
    let bare = text.trim_start_matches(['（', '(']);
    let is_in_brackets = bare.len() < text.len();
    let first = bare.chars().next().filter(|&c| prose::is_numeral(c))?;
    let (number, rest) = prose::take_number(bare).filter(|(number, _)| *number <= HIGHEST)?;
    let (end, after) = rest.split_at(rest.chars().next()?.len_utf8());
    let style = match (is_in_brackets, prose::is_digit(first), end) {
        (true, true, "）" | ")") => Style::DigitsInBrackets,
        (true, false, "）" | ")") => Style::HanInBrackets,
        // 4、5月 and 1.5万 are no numbering.
        (false, true, "." | "．" | "、") if !after.starts_with(prose::is_digit) => Style::Digits,
        // 一、二季度 is no numbering either.
        (false, false, "、") if !after.starts_with(prose::is_numeral) => Style::Han,
        (false, false, "是") => Style::Among,
        _ => return None,
    };
    Some(Mark {
        style,
        number,
        text: &text[..text.len() - after.len()],
    })
}
