//! A number of requests received is that of table three: new ones, with those carried over, or all that were dealt with.
//! Silent on other requests than those for information, on parts told by channel, topic, organ or time, and where what is told is not understood.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// A number of requests received is that of table three, in one of its readings.
pub(super) static RULE: Rule = Rule {
    id: "received-stated",
    title: "文字写的收到申请数与表三对不上",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_3],
    check: Check::Stated {
        what: "收到的申请件数",
        claims: CLAIMS,
    },
    explanation: "“收到、受理、收办”申请的数可以是本年新收数、新收加结转数或者办理总数，几种都不是的，读者会认为文字和表格出自两套数据。请核对文字和表三，确有其他口径的写明口径。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年共收到政府信息公开申请3件，全部办结。",
            )],
            finds: &["“全年共收到政府信息公开申请3件”：3 ≠ 一、本年新收政府信息公开申请数量 2"],
        },
        Example {
            given: &[
                Given::Figure("requests", "carried-over", "requester/natural-person", "1"),
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "1",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "2",
                ),
                Given::Text("overview/on-request", "本年度受理依申请公开申请四件。"),
            ],
            finds: &[
                "“本年度受理依申请公开申请四件”：4 ≠ 一、本年新收政府信息公开申请数量 2，≠ 一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量 3，≠ （七）总计 1",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "2025年，我局未收到政府信息公开申请。",
            )],
            finds: &["“我局未收到政府信息公开申请”：0 ≠ 一、本年新收政府信息公开申请数量 2"],
        },
        Example {
            given: &[
                Given::Figure("requests", "carried-over", "requester/natural-person", "1"),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "1",
                ),
                Given::Text(
                    "overview/on-request",
                    "全年办理政府信息公开申请3件（含上年结转1件）。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "2024年收到政府信息公开申请9件，今年上半年收到政府信息公开申请1件，市公安局收到政府信息公开申请7件；收到政府信息公开申请约5件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "全年收到群众来信7件，收到救助申请5件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年受理政府信息依申请公开事项46件。",
            )],
            finds: &[
                "“全年受理政府信息依申请公开事项46件”：46 ≠ 一、本年新收政府信息公开申请数量 2",
            ],
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
                    "新收到政府信息公开申请78件，上年结转3件，答复75件，结转下年度继续办理3件。",
                ),
            ],
            finds: &["“新收到政府信息公开申请78件”：78 ≠ 一、本年新收政府信息公开申请数量 75"],
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
                    "全年收到政府信息公开申请78件，答复75件，3件正在办理中。办理挖掘城市道路申请件77件。",
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
                    "全年依申请公开共收到群众网上申请55件，快递20件，合计75件，上年结转3件，共计78件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "示例县受理政府信息公开申请9件，收到危旧房改造方面的政府信息公开申请1件；比2024年（31起）下降94%。",
            )],
            finds: &[],
        },
    ],
};

/// The sums that 收到 may mean: what came in new, with what was carried over, or what was dealt with.
const RECEIVED: &[Sum] = &[Sum::of(&[NEW]), Sum::of(&[NEW, OVER]), Sum::of(&[DONE])];

pub(super) const NEW: At = At(REQUESTS, NEWLY_RECEIVED, ALL_REQUESTERS);
pub(super) const OVER: At = At(REQUESTS, CARRIED_OVER, ALL_REQUESTERS);
pub(super) const DONE: At = At(REQUESTS, HANDLED_TOTAL, ALL_REQUESTERS);

pub(super) const CLAIMS: &[Claim] = &[
    // Where what was carried over is told apart, 新收 is line one and nothing else.
    Claim::new(&[Word::Request], &[Word::Receive], &[Sum::of(&[NEW])])
        .with(&[Word::New])
        .when(&[Word::Over])
        .beside(&[Word::Handle]),
    Claim::new(&[Word::Request], &[Word::Receive], RECEIVED)
        .beside(&[Word::Handle, Word::Conclude])
        .deniable(),
    Claim::new(&[Word::Request], &[Word::Handle], RECEIVED),
    Claim::new(
        &[Word::Request],
        &[Word::Receive, Word::Over],
        &[Sum::of(&[NEW, OVER])],
    )
    .beside(&[Word::Handle]),
];
