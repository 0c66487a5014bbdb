//! A number of requests answered is that of table three, with or without those otherwise concluded.
//! Silent where it is told of some alone: in time, by one channel, by another organ, in a part of the year.

use super::received_stated::{DONE, OVER};
use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// A number of requests answered is that of table three, with or without those otherwise concluded.
pub(super) static RULE: Rule = Rule {
    id: "concluded-stated",
    title: "文字写的办结件数与表三对不上",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_3],
    check: Check::Stated {
        what: "办结的申请件数",
        claims: CLAIMS,
    },
    explanation: "办结、答复的件数可以是（七）总计，也可以不含其他处理，几种都不是的，可能漏计或者把结转计了进去。请核对文字和表三。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请已办结3件。",
            )],
            finds: &["“政府信息公开申请已办结3件”：3 ≠ （七）总计 2"],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "newly-received",
                    "requester/natural-person",
                    "5",
                ),
                Given::Figure(
                    "requests",
                    "handled/other/other",
                    "requester/natural-person",
                    "2",
                ),
                Given::Figure(
                    "requests",
                    "handled/other/not-corrected",
                    "requester/natural-person",
                    "1",
                ),
                Given::Text(
                    "overview/on-request",
                    "全年答复政府信息公开申请3件，政府信息公开申请共办结2件，合计办结5件，予以答复4件。",
                ),
            ],
            finds: &[
                "“予以答复4件”：4 ≠ （七）总计 5，≠ （七）总计 − （六）其他处理 2，≠ （七）总计 − （六）其他处理 3.其他 3",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请按时办结1件。网上办结政府信息公开申请1件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，已回复12件。",
            )],
            finds: &["“已回复12件”：12 ≠ （七）总计 2"],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，已办理答复2件；答复网民留言92条，回复咨询30件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "2件政府信息公开申请中，10个工作日内办结1件，延期办结1件。市公安局办结政府信息公开申请9件。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "75"),
                Given::Figure(REQUESTS, CARRIED_OVER, NATURAL_PERSON, "3"),
                Given::Figure(REQUESTS, GRANTED, NATURAL_PERSON, "75"),
                Given::Figure(REQUESTS, CARRIED_FORWARD, NATURAL_PERSON, "3"),
                Given::Text(
                    "overview/on-request",
                    "受理依申请公开75件，已答复72件，剩余3件结转下年办理，另办结上年结转的3件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "上半年收到政府信息公开申请1件，办结1件；全年收到2件，办结2件。",
            )],
            finds: &[],
        },
    ],
};

pub(super) const CLAIMS: &[Claim] = &[
    // 已答复125件，另办结上年结转的5件
    Claim::new(
        &[Word::Request],
        &[Word::Conclude],
        &[Sum::of(&[DONE]), Sum::of(&[DONE]).less(&[OVER])],
    )
    .alongside(&[Word::Conclude, Word::Over])
    .beside(&[Word::Handle]),
    Claim::new(
        &[Word::Request],
        &[Word::Conclude],
        &[
            Sum::of(&[DONE]),
            Sum::of(&[DONE]).less(&[At(REQUESTS, OTHER_OUTCOMES, ALL_REQUESTERS)]),
            Sum::of(&[DONE]).less(&[At(REQUESTS, OTHERWISE_CONCLUDED, ALL_REQUESTERS)]),
        ],
    )
    .beside(&[Word::Handle]),
];
