//! Official documents close every bracket and quotation mark that they open.
//! Silent on the halves that number a list: 1）, 一）.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule, Signs};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Brackets and quotation marks come in pairs.
pub(super) static RULE: Rule = Rule {
    id: "brackets-paired",
    title: "括号或引号不成对",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::OFFICIAL_DOCUMENTS],
    check: Check::Custom {
        formula: "每段文字中（ ）《 》〔 〕“ ”左右各半数目相同",
        find,
    },
    explanation: "缺半个括号多是删改时留下的，读者分不清说明到哪里为止。请补上或删去半个。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview",
                "根据《条例要求，推进公开（详见专栏。",
            )],
            finds: &["（ 1 个，） 0 个；《 1 个，》 0 个"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "根据《条例》要求，一是规范；1）登记（含网上）；“一网通办”推进。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "（一）登记、（二）办理，“双随机、一公开”（含联合抽查）按示办发〔2025〕3号执行。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "1）登记。2）审核。一）主动公开；二）依申请公开。",
            )],
            finds: &[],
        },
    ],
};

const PAIRS: [(char, char); 4] = [('（', '）'), ('《', '》'), ('〔', '〕'), ('“', '”')];

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for Signs { spot, text, signs } in case.signs() {
        let mut counts = [(0_usize, 0_usize); PAIRS.len()];
        for &(at, c) in signs {
            for (count, (open, close)) in counts.iter_mut().zip(PAIRS) {
                // 1）, 一） number a list.
                let is_ordinal =
                    || c == '）' && text[..at].ends_with(prose::is_numeral) && count.0 == count.1;
                count.1 += usize::from(c == close && !is_ordinal());
                count.0 += usize::from(c == open);
            }
        }
        let unpaired: Vec<_> = counts
            .iter()
            .zip(PAIRS)
            .filter(|((opened, closed), _)| opened != closed)
            .map(|((opened, closed), (open, close))| {
                format!("{open} {opened} 个，{close} {closed} 个")
            })
            .collect();
        if !unpaired.is_empty() {
            outcomes.push(Failure::new(unpaired.join("；"), [*spot]).into());
        }
    }
    case.or_holds(outcomes)
}
