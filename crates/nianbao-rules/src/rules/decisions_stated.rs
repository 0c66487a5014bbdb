//! Numbers of licenses, penalties and compulsions in the text are those of table two.
//! Silent on what was published of them, on lists of powers, and on what another organ decided.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Counts, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Licenses, penalties and compulsion are those of table two.
pub(super) static RULE: Rule = Rule {
    id: "decisions-stated",
    title: "文字写的许可、处罚、强制数量与表二不一致",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_2],
    check: Check::Stated {
        what: "行政许可、行政处罚、行政强制的件数",
        claims: CLAIMS,
    },
    explanation: "表二统计的是本年作出的全部处理决定，文字写的处理决定件数应当与它相同。请核对文字和表二，文字讲的是其他口径的写明口径。",
    examples: &[
        Example {
            given: &[
                Given::Figure("penalties", "penalty", "decided", "423"),
                Given::Text(
                    "overview/proactive",
                    "全年作出行政处罚决定55件，办理行政许可694件。",
                ),
            ],
            finds: &[
                "“全年作出行政处罚决定55件”：55 ≠ 行政处罚，本年处理决定数量 423",
                "“办理行政许可694件”：694 ≠ 行政许可，本年处理决定数量 0",
            ],
        },
        Example {
            given: &[
                Given::Figure("penalties", "penalty", "decided", "12800"),
                Given::Text(
                    "overview/proactive",
                    "作出行政处罚决定1.28万件。公示行政处罚信息55件，公开行政许可事项120项。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("penalties", "penalty", "decided", "55"),
                Given::Text(
                    "overview/proactive",
                    "全年共计行政处罚55起，均已公示。上传行政处罚案卷40件，评查行政处罚案卷12卷。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("penalties", "penalty", "decided", "55"),
                Given::Text(
                    "overview/proactive",
                    "受理行政许可申请700件；公开行政许可处理决定690件、行政处罚信息55条。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("penalties", "penalty", "decided", "55"),
                Given::Text(
                    "overview/proactive",
                    "按简易程序作出行政处罚30件。示例县作出行政处罚决定9件。",
                ),
            ],
            finds: &[],
        },
    ],
};

pub(super) const CLAIMS: &[Claim] = &[
    decision(Word::License, &[Sum::of(&[At(LICENSES, LICENSE, DECIDED)])]),
    decision(
        Word::Penalty,
        &[Sum::of(&[At(PENALTIES, PENALTY, DECIDED)])],
    ),
    decision(
        Word::Compulsion,
        &[Sum::of(&[At(PENALTIES, COMPULSION, DECIDED)])],
    ),
];

const fn decision(subject: Word, readings: &'static [Sum]) -> Claim {
    Claim::new(&[subject], &[], readings)
        .beside(&[Word::Handle, Word::Conclude])
        .in_units(Counts::Cases)
        .named()
}
