//! Between Han characters punctuation is full-width, and digits and letters are half-width.
//! Silent on brackets, in numbers and addresses, and beside foreign words.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule, Signs};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::text::is_narrow;

/// Digits are half-width, and punctuation between Han characters is full-width.
pub(super) static RULE: Rule = Rule {
    id: "mixed-width",
    title: "全角、半角字符混用",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "数字和字母用半角；汉字和中文标点之间、句末的逗号、句号、冒号、分号、问号、叹号用全角",
        find,
    },
    explanation: "半角标点夹在汉字中间、数字用全角，排版时间距不匀，检索也找不到。请改为汉字间全角标点、半角数字。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "全年主动公开信息４２条，其中工作动态31条。",
            )],
            finds: &["“主动公开信息４２条，其”中的“４２”是全角字符"],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "健全审核制度,先审查后公开;培训(线上)两次。",
            )],
            finds: &["“健全审核制度,先审查后”等 2 处汉字间用了半角标点"],
        },
        Example {
            given: &[Given::Text(
                "overview/management",
                "落实《条例》,健全制度.先审查后公开。",
            )],
            finds: &["“落实《条例》,健全制度”等 2 处汉字间用了半角标点"],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "中文域名示例市.政务，版本2.0；1.公开。2.解读。邮箱:xxgk@example.gov.cn",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "网址 https://www.example.gov.cn:8080/,热线12345(24小时)，比例1:2，共1,280条。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "热线12345；共1,280条；Word、Excel格式，A4纸，PDF（3MB），比例为3:2。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for signs in case.signs() {
        let (spot, text) = (signs.spot, signs.text);
        let is_wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
        if let Some(&(at, _)) = signs.signs.iter().find(|(_, c)| is_wide(*c)) {
            let wide = &text[at..];
            let wide = &wide[..wide.find(|c| !is_wide(c)).unwrap_or(wide.len())];
            let statement = format!("{}中的“{wide}”是全角字符", around(text, at));
            outcomes.push(Failure::new(statement, [spot]).into());
        }
        let narrow = narrow_marks(signs);
        if let Some(&first) = narrow.first() {
            let statement = match narrow.len() {
                1 => format!("{}汉字间用了半角标点", around(text, first)),
                count => format!("{}等 {count} 处汉字间用了半角标点", around(text, first)),
            };
            outcomes.push(Failure::new(statement, [spot]).into());
        }
    }
    case.or_holds(outcomes)
}

/// Where half-width punctuation stands between Han characters and their marks, or behind them at an end.
fn narrow_marks(Signs { text, signs, .. }: &Signs) -> Vec<usize> {
    // Brackets look alike in most fonts and are mixed in sound reports.
    let marks = signs.iter().filter(|(_, c)| ",;:?!.".contains(*c));
    let is_narrow = |(at, c): &&(usize, char)| is_narrow(&text[..*at], *c, &text[at + 1..]);
    marks.filter(is_narrow).map(|(at, _)| *at).collect()
}

/// A quotation of the few characters around a place.
fn around(text: &str, at: usize) -> String {
    let is_end = |c: char| "。；\n".contains(c);
    let start = text[..at].rfind(is_end).map_or(0, |end| {
        end + text[end..].chars().next().map_or(0, char::len_utf8)
    });
    let before: Vec<_> = text[start..at].chars().rev().take(6).collect();
    let after = text[at..].chars().take_while(|&c| !is_end(c)).take(5);
    let quoted: String = before.into_iter().rev().chain(after).collect();
    prose::quote(&quoted)
}
