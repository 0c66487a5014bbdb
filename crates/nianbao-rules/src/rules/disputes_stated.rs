//! Numbers of reconsiderations and suits in the text are those of table four, with or without pending ones.
//! Silent on disputes of all kinds together, and on those of which another organ is told.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// A number of reconsiderations or suits is that of table four, with or without pending ones.
pub(super) static RULE: Rule = Rule {
    id: "disputes-stated",
    title: "文字写的复议、诉讼件数与表四对不上",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_4],
    check: Check::Stated {
        what: "复议、诉讼件数",
        claims: CLAIMS,
    },
    explanation: "文字写的复议、诉讼件数可以是总计，也可以不含尚未审结的，几种都不是的，可能混进了与政府信息公开无关的案件。请核对文字和表四。",
    examples: &[
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/upheld", "2"),
                Given::Figure("disputes", "cases", "reconsideration/pending", "1"),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开工作被申请行政复议4件，被提起行政诉讼1件。",
                ),
            ],
            finds: &[
                "“因政府信息公开工作被申请行政复议4件”：4 ≠ 行政复议 总计 3，≠ 行政复议 总计 − 行政复议 尚未审结 2",
                "“被提起行政诉讼1件”：1 ≠ 未经复议直接起诉 总计 + 复议后起诉 总计 0",
            ],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "litigation/direct/upheld", "1"),
                Given::Text(
                    "overview/on-request",
                    "未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
                ),
            ],
            finds: &[
                "“未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况”：0 ≠ 行政复议 总计 + 未经复议直接起诉 总计 + 复议后起诉 总计 1",
            ],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/upheld", "2"),
                Given::Figure("disputes", "cases", "reconsideration/pending", "1"),
                Given::Text("overview/on-request", "因政府信息公开被申请行政复议2件。"),
                Given::Text(
                    "overview/oversight",
                    "全年办理各类行政复议案件350件，行政应诉120件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/upheld", "6"),
                Given::Figure("disputes", "cases", "reconsideration/pending", "1"),
                Given::Figure("disputes", "cases", "litigation/direct/upheld", "2"),
                Given::Figure("disputes", "cases", "litigation/direct/pending", "2"),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开申请引起的行政复议7件，行政诉讼4件。因信息公开引发行政争议11件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/upheld", "6"),
                Given::Figure("disputes", "cases", "reconsideration/pending", "1"),
                Given::Figure("disputes", "cases", "litigation/direct/upheld", "2"),
                Given::Figure("disputes", "cases", "litigation/direct/pending", "2"),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开，涉及行政复议案件7件、行政诉讼案件4件，6件行政复议已审结，法院对2件行政诉讼作出判决。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "因征地被申请行政复议9件；全年行政应诉案件30件，负责人出庭12次。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到针对我局信息公开事务的行政复议0件。未发生政府信息公开行政诉讼败诉案件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "因政府信息公开引发行政复议0件、行政诉讼0件，共计3件。",
            )],
            finds: &["“共计3件”：3 ≠ 行政复议 总计 + 未经复议直接起诉 总计 + 复议后起诉 总计 0"],
        },
    ],
};

#[rustfmt::skip]
pub(super) const CLAIMS: &[Claim] = &[
    dispute(&[Word::Reconsideration], &[], RECONSIDERED_ALL).named(),
    dispute(&[Word::Reconsideration], &[Word::Conclude], RECONSIDERED_ALL),
    dispute(&[Word::Litigation], &[], SUED_EITHER).named(),
    dispute(&[Word::Litigation], &[Word::Conclude], SUED_EITHER),
    dispute(&[Word::Litigation], &[Word::Direct], &[
        Sum::of(&[SUED]),
        Sum::of(&[SUED]).less(&[At(DISPUTES, CASES, PENDING_DIRECT_SUITS)]),
    ]),
    dispute(&[Word::Litigation], &[Word::AfterReconsideration], &[
        Sum::of(&[SUED_LATER]),
        Sum::of(&[SUED_LATER]).less(&[At(DISPUTES, CASES, PENDING_LATER_SUITS)]),
    ]),
    dispute(&[Word::Reconsideration, Word::Litigation], &[], DISPUTED_ALL).named(),
    dispute(&[Word::Reconsideration, Word::Litigation], &[Word::Conclude], DISPUTED_ALL),
];

const RECONSIDERED_ALL: &[Sum] = &[
    Sum::of(&[RECONSIDERED]),
    Sum::of(&[RECONSIDERED]).less(&[At(DISPUTES, CASES, PENDING_RECONSIDERATIONS)]),
];
const SUED_EITHER: &[Sum] = &[
    Sum::of(&[SUED, SUED_LATER]),
    Sum::of(&[SUED, SUED_LATER]).less(&[
        At(DISPUTES, CASES, PENDING_DIRECT_SUITS),
        At(DISPUTES, CASES, PENDING_LATER_SUITS),
    ]),
    Sum::of(&[SUED]),
    Sum::of(&[SUED_LATER]),
];
const DISPUTED_ALL: &[Sum] = &[
    Sum::of(&[RECONSIDERED, SUED, SUED_LATER]),
    Sum::of(&[RECONSIDERED, SUED, SUED_LATER]).less(&[
        At(DISPUTES, CASES, PENDING_RECONSIDERATIONS),
        At(DISPUTES, CASES, PENDING_DIRECT_SUITS),
        At(DISPUTES, CASES, PENDING_LATER_SUITS),
    ]),
];
const RECONSIDERED: At = At(DISPUTES, CASES, RECONSIDERATIONS);
const SUED: At = At(DISPUTES, CASES, DIRECT_SUITS);
const SUED_LATER: At = At(DISPUTES, CASES, LATER_SUITS);

/// A number of disputes; where only some of their stages are told, it must name them.
const fn dispute(subject: &[Word], said: &[Word], readings: &'static [Sum]) -> Claim {
    Claim::new(subject, said, readings)
        .beside(&[Word::Receive, Word::Handle, Word::Conclude])
        .deniable()
}
