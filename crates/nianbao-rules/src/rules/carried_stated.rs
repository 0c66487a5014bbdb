//! Numbers in the text of what was carried over and forward are those of table three.
//! Silent where the sentence is about other things, other years or other organs, or only about some of them.

use super::received_stated::OVER;
use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// What was carried over and forward is that of table three.
pub(super) static RULE: Rule = Rule {
    id: "carried-stated",
    title: "文字写的结转件数与表三不一致",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_3],
    check: Check::Stated {
        what: "上年结转和结转下年度的件数",
        claims: CLAIMS,
    },
    explanation: "上年结转和结转下年度各只有一个数，文字与表格不同就是自相矛盾。请核对办理台账后改正其中一处。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年新收政府信息公开申请2件，上年结转1件，结转下年度继续办理2件。",
            )],
            finds: &[
                "“上年结转1件”：1 ≠ 二、上年结转政府信息公开申请数量 0",
                "“结转下年度继续办理2件”：2 ≠ 四、结转下年度继续办理 0",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请2024年结转1件，结转2026年办理0件。",
            )],
            finds: &["“政府信息公开申请2024年结转1件”：1 ≠ 二、上年结转政府信息公开申请数量 0"],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年新收政府信息公开申请2件，没有结转下年度的申请。上年结转0件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年新收政府信息公开申请2件，结转上年度政府信息公开申请3件。",
            )],
            finds: &["“结转上年度政府信息公开申请3件”：3 ≠ 二、上年结转政府信息公开申请数量 0"],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "newly-received",
                    "requester/natural-person",
                    "75",
                ),
                Given::Figure("requests", "carried-over", "requester/natural-person", "3"),
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "75",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "3",
                ),
                Given::Text(
                    "overview/on-request",
                    "截至12月底，政府信息公开申请已答复75件，另有3件转结下年度继续办理。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "newly-received",
                    "requester/natural-person",
                    "75",
                ),
                Given::Figure("requests", "carried-over", "requester/natural-person", "3"),
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "75",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "3",
                ),
                Given::Text(
                    "overview/on-request",
                    "答复政府信息公开申请75件（含2024年结转的3件），余3件按规定结转至2026年办理。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "上年结转的信访件9件、行政许可申请4件已全部办结。财政资金结转下年度300万元。",
            )],
            finds: &[],
        },
    ],
};

pub(super) const FORWARD: At = At(REQUESTS, CARRIED_FORWARD, ALL_REQUESTERS);

pub(super) const CLAIMS: &[Claim] = &[
    Claim::new(&[Word::Request], &[Word::Over], &[Sum::of(&[OVER])])
        .beside(&[Word::Handle])
        .deniable(),
    Claim::new(&[Word::Request], &[Word::Forward], &[Sum::of(&[FORWARD])])
        .beside(&[Word::Handle, Word::Open])
        .deniable(),
    // What is still open at the end of the year goes on, unless the text tells only some of it.
    Claim::new(&[Word::Request], &[Word::Open], &[Sum::of(&[FORWARD])])
        .beside(&[Word::Handle])
        .mild(),
    // 结转 without a direction may be either.
    Claim::new(
        &[Word::Request],
        &[Word::Carry],
        &[Sum::of(&[FORWARD]), Sum::of(&[OVER])],
    )
    .beside(&[Word::Handle])
    .mild(),
];
