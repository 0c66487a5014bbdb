//! Numbers of requests by kind of requester are those of table three.
//! Silent on persons who took part in something else, and on some requests alone.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Requests by kind of requester are those of table three.
pub(super) static RULE: Rule = Rule {
    id: "requesters-stated",
    title: "文字写的申请人情况与表三不一致",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_3],
    check: Check::Stated {
        what: "各类申请人的件数",
        claims: CLAIMS,
    },
    explanation: "文字按申请人分类写的件数应当是表三中这一列的新收数、新收加结转数或者办理总数。请核对文字和表三的这一列。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，其中自然人申请1件，法人或其他组织申请1件。",
            )],
            finds: &[
                "“其中自然人申请1件”：1 ≠ 一、本年新收政府信息公开申请数量，自然人 2",
                "“法人或其他组织申请1件”：1 ≠ 一、本年新收政府信息公开申请数量，法人或其他组织 0",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，均由自然人提出，其中自然人2件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，予以公开2件（自然人1件，商业企业1件）。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "未因政府信息公开申请向公民、法人和其他组织收取任何费用。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "上半年收到自然人政府信息公开申请1件；服务商业企业90家，接待自然人咨询30人次。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "示例县收到政府信息公开申请9件，其中自然人8件、法人或其他组织1件。",
            )],
            finds: &[],
        },
    ],
};

pub(super) const CLAIMS: &[Claim] = &[
    requester(
        Word::NaturalPerson,
        &[
            Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON)]),
            Sum::of(&[
                At(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON),
                At(REQUESTS, CARRIED_OVER, NATURAL_PERSON),
            ]),
            Sum::of(&[At(REQUESTS, HANDLED_TOTAL, NATURAL_PERSON)]),
        ],
    ),
    requester(
        Word::Organization,
        &[
            Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, ORGANIZATION)]),
            Sum::of(&[
                At(REQUESTS, NEWLY_RECEIVED, ORGANIZATION),
                At(REQUESTS, CARRIED_OVER, ORGANIZATION),
            ]),
            Sum::of(&[At(REQUESTS, HANDLED_TOTAL, ORGANIZATION)]),
        ],
    ),
    requester(
        Word::Enterprise,
        &[
            Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, ENTERPRISE)]),
            Sum::of(&[
                At(REQUESTS, NEWLY_RECEIVED, ENTERPRISE),
                At(REQUESTS, CARRIED_OVER, ENTERPRISE),
            ]),
            Sum::of(&[At(REQUESTS, HANDLED_TOTAL, ENTERPRISE)]),
        ],
    ),
    requester(
        Word::Research,
        &[
            Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, RESEARCH)]),
            Sum::of(&[
                At(REQUESTS, NEWLY_RECEIVED, RESEARCH),
                At(REQUESTS, CARRIED_OVER, RESEARCH),
            ]),
            Sum::of(&[At(REQUESTS, HANDLED_TOTAL, RESEARCH)]),
        ],
    ),
    requester(
        Word::PublicInterest,
        &[
            Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, PUBLIC_INTEREST)]),
            Sum::of(&[
                At(REQUESTS, NEWLY_RECEIVED, PUBLIC_INTEREST),
                At(REQUESTS, CARRIED_OVER, PUBLIC_INTEREST),
            ]),
            Sum::of(&[At(REQUESTS, HANDLED_TOTAL, PUBLIC_INTEREST)]),
        ],
    ),
    requester(
        Word::LegalServices,
        &[
            Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, LEGAL_SERVICES)]),
            Sum::of(&[
                At(REQUESTS, NEWLY_RECEIVED, LEGAL_SERVICES),
                At(REQUESTS, CARRIED_OVER, LEGAL_SERVICES),
            ]),
            Sum::of(&[At(REQUESTS, HANDLED_TOTAL, LEGAL_SERVICES)]),
        ],
    ),
];

const fn requester(word: Word, readings: &'static [Sum]) -> Claim {
    Claim::new(&[Word::Request], &[word], readings).beside(&[
        Word::Receive,
        Word::Handle,
        Word::Conclude,
    ])
}
