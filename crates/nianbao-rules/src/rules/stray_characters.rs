//! What is published has no characters left over from a conversion.
//! Silent on tabs and line ends, and on & in names.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule, Signs};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// No character is left over from a conversion.
pub(super) static RULE: Rule = Rule {
    id: "stray-characters",
    title: "文字中有乱码或看不见的字符",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "文字中没有控制字符、替换字符（错误），也没有零宽字符、自造字和没有转换的网页记号",
        find,
    },
    explanation: "这些字符多是复制或转换时带进来的，发布后显示为方框或乱码。请删去，对照原文补上丢失的字。",
    examples: &[
        Example {
            given: &[Given::Text("overview", "推进公开\u{FFFD}工作。")],
            finds: &["有乱码字符 U+FFFD"],
        },
        Example {
            given: &[Given::Text("overview", "推进&nbsp;公开\u{200B}工作。")],
            finds: &["有看不见的字符 U+200B；有网页记号“&nbsp;”"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "推进公开工作。\n第二段\t缩进，A&B公司。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "A&B公司的R&D投入占3%，按①②③分项公开，气温20℃，详见№3。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "“政府开放日”……——访问量↑10%，满意度★★★★★。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    const ENTITIES: [&str; 6] = ["&nbsp;", "&lt;", "&gt;", "&amp;", "&quot;", "&#"];
    let mut outcomes: Vec<Outcome> = Vec::new();
    for Signs { spot, text, signs } in case.signs() {
        let (mut garbled, mut hidden) = (None, None);
        for &(_, c) in signs {
            match c {
                ' '..='~' | '、'..='】' | '！'..='～' | '\n' | '\r' | '\t' => {}
                '\u{FFFD}' => _ = garbled.get_or_insert(c),
                '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{E000}'..='\u{F8FF}' => {
                    hidden.get_or_insert(c);
                }
                c if c.is_control() => _ = garbled.get_or_insert(c),
                _ => {}
            }
        }
        let has_entity = |entity: &&&str| text.contains(**entity);
        let entity = ENTITIES
            .iter()
            .filter(|_| text.contains('&'))
            .find(has_entity);
        let found: Vec<_> = [
            garbled.map(|c| format!("有乱码字符 U+{:04X}", u32::from(c))),
            hidden.map(|c| format!("有看不见的字符 U+{:04X}", u32::from(c))),
            entity.map(|entity| format!("有网页记号“{entity}”")),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !found.is_empty() {
            let failure = Failure::new(found.join("；"), [*spot]);
            outcomes.push(match garbled {
                Some(_) => failure.with_severity(Severity::Error).into(),
                None => failure.into(),
            });
        }
    }
    case.or_holds(outcomes)
}
