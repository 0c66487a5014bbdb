//! Numbers of requests by outcome are those of table three.
//! Silent on documents that were classified rather than requested, on reasons beside an outcome, and on some of them alone.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Requests by outcome are those of table three.
pub(super) static RULE: Rule = Rule {
    id: "outcomes-stated",
    title: "文字写的办理结果与表三不一致",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_3],
    check: Check::Stated {
        what: "各类办理结果的件数",
        claims: CLAIMS,
    },
    explanation: "每一类办理结果在表三中只有一个数，文字与表格不同就是自相矛盾。请核对文字和表三中这一类各行之和。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年办结政府信息公开申请2件，其中予以公开1件，不予公开1件。",
            )],
            finds: &[
                "“其中予以公开1件”：1 ≠ （一）予以公开 2",
                "“不予公开1件”：1 ≠ （三）不予公开 0",
            ],
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
                    "handled/withheld/state-secret",
                    "requester/natural-person",
                    "1",
                ),
                Given::Figure(
                    "requests",
                    "handled/withheld/internal-affairs",
                    "requester/natural-person",
                    "2",
                ),
                Given::Text(
                    "overview/on-request",
                    "政府信息公开申请办理结果：予以公开2件、不予公开3件（其中属于国家秘密1件、属于三类内部事务信息2件）、无法提供0件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请中自然人2件，其中予以公开1件。涉及住房的政府信息公开申请予以公开1件。\
                 审查公文31份，其中主动公开9份、依申请公开18份、不予公开4份。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "newly-received",
                    "requester/natural-person",
                    "107",
                ),
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "100",
                ),
                Given::Figure(
                    "requests",
                    "handled/other/not-corrected",
                    "requester/natural-person",
                    "2",
                ),
                Given::Figure(
                    "requests",
                    "handled/other/other",
                    "requester/natural-person",
                    "5",
                ),
                Given::Text(
                    "overview/on-request",
                    "全年受理政府信息公开申请107件。其中，予以公开100件，逾期未补正2件，其他处理5件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请予以公开及部分公开的2件，占100%；因本机关不掌握等原因无法提供的0件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "在依申请公开工作中没有出现应公开而不予公开的办件。属于国家秘密不予公开的政府信息公开申请，一律说明理由。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，其中自然人2件，予以公开2件；涉及拆迁的政府信息公开申请中，予以公开1件。",
            )],
            finds: &[],
        },
    ],
};

#[rustfmt::skip]
pub(super) const CLAIMS: &[Claim] = &[
    outcome(&[Word::Granted], &[Sum::of(&[At(REQUESTS, GRANTED, ALL_REQUESTERS)])]),
    outcome(&[Word::Partial], &[Sum::of(&[At(REQUESTS, PARTIAL, ALL_REQUESTERS)])]),
    outcome(&[Word::Granted, Word::Partial], &[Sum::of(&[
        At(REQUESTS, GRANTED, ALL_REQUESTERS),
        At(REQUESTS, PARTIAL, ALL_REQUESTERS),
    ])]),
    outcome(&[Word::Withheld], WITHHELD_ALL),
    outcome(&[Word::Unavailable], UNAVAILABLE_ALL),
    outcome(&[Word::NotProcessed], NOT_PROCESSED_ALL),
    outcome(&[Word::OtherOutcome], OTHER_OR_REST).when(&[Word::NotCorrected, Word::FeeUnpaid]),
    outcome(&[Word::OtherOutcome], OTHER_ALL),
    outcome(&[Word::NotCorrected], &[Sum::of(&[At(REQUESTS, NOT_CORRECTED, ALL_REQUESTERS)])]),
    outcome(&[Word::FeeUnpaid], &[Sum::of(&[At(REQUESTS, FEE_UNPAID, ALL_REQUESTERS)])]),
    // 因本机关不掌握等原因无法提供49件 names some reasons and counts all.
    reasoned(Word::Withheld, WITHHELD_ALL),
    reasoned(Word::Unavailable, UNAVAILABLE_ALL),
    reasoned(Word::NotProcessed, NOT_PROCESSED_ALL),
    reasoned(Word::OtherOutcome, OTHER_ALL),
];

const WITHHELD_ALL: &[Sum] = &[Sum::of(&[At(REQUESTS, WITHHELD, ALL_REQUESTERS)])];
const UNAVAILABLE_ALL: &[Sum] = &[Sum::of(&[At(REQUESTS, UNAVAILABLE, ALL_REQUESTERS)])];
const NOT_PROCESSED_ALL: &[Sum] = &[Sum::of(&[At(REQUESTS, NOT_PROCESSED, ALL_REQUESTERS)])];
const OTHER_ALL: &[Sum] = &[Sum::of(&[OTHER])];
/// Where one of the three lines of （六） is told by itself, 其他处理 may be all of them or the rest.
const OTHER_OR_REST: &[Sum] = &[
    Sum::of(&[OTHER]),
    Sum::of(&[At(REQUESTS, OTHERWISE_CONCLUDED, ALL_REQUESTERS)]),
    Sum::of(&[OTHER]).less(&[At(REQUESTS, NOT_CORRECTED, ALL_REQUESTERS)]),
    Sum::of(&[OTHER]).less(&[At(REQUESTS, FEE_UNPAID, ALL_REQUESTERS)]),
];
const OTHER: At = At(REQUESTS, OTHER_OUTCOMES, ALL_REQUESTERS);

const fn outcome(words: &[Word], readings: &'static [Sum]) -> Claim {
    // 公文主动公开96件、依申请公开180件、不予公开36件 tells of documents.
    Claim::new(&[Word::Request], words, readings)
        .beside(&[Word::Conclude, Word::Handle])
        .unless(&[Word::Published])
}

const fn reasoned(word: Word, readings: &'static [Sum]) -> Claim {
    Claim::new(&[Word::Request], &[word, Word::Reason], readings)
        .with(&[Word::EtCetera])
        .beside(&[Word::Conclude, Word::Handle])
        .unless(&[Word::Published])
}
