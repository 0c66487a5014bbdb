//! N-07

use crate::form::keys::*;
use crate::law;
use crate::prose::Word;
use crate::rule::{At, Check, Claim, Concern, Example, Given, Rule, Severity, Sum};

/// Reconsiderations and suits by result are those of table four.
pub(super) static RULE: Rule = Rule {
    id: "dispute-results-stated",
    title: "文字写的复议、诉讼结果与表四不一致",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_4],
    check: Check::Stated(CLAIMS),
    explanation: "每一种结果在表四中只有一个数，行政诉讼没有分开写的按两组之和核对，文字与表格不同就是自相矛盾。请核对文字和表四。",
    examples: &[
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/upheld", "2"),
                Given::Figure("disputes", "cases", "litigation/direct/upheld", "1"),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开工作被申请行政复议2件，其中维持1件、纠正1件；被提起行政诉讼1件，其中结果维持1件，尚未审结0件。",
                ),
            ],
            finds: &[
                "“其中维持1件”：1 ≠ 行政复议 结果维持 2",
                "“纠正1件”：1 ≠ 行政复议 结果纠正 0",
            ],
        },
        Example {
            given: &[
                Given::Figure("disputes", "cases", "litigation/direct/upheld", "1"),
                Given::Figure(
                    "disputes",
                    "cases",
                    "litigation/after-reconsideration/upheld",
                    "2",
                ),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开被提起行政诉讼3件，维持3件，其中未经复议直接起诉维持1件。",
                ),
            ],
            finds: &[],
        },
    ],
};

pub(super) const CLAIMS: &[Claim] = &[
    Claim::new(
        &[Word::Reconsideration],
        &[Word::Upheld],
        &[Sum::of(&[At(DISPUTES, CASES, "reconsideration/upheld")])],
    ),
    Claim::new(
        &[Word::Reconsideration],
        &[Word::Corrected],
        &[Sum::of(&[At(DISPUTES, CASES, "reconsideration/corrected")])],
    ),
    Claim::new(
        &[Word::Reconsideration],
        &[Word::OtherResult],
        &[Sum::of(&[At(DISPUTES, CASES, "reconsideration/other")])],
    ),
    Claim::new(
        &[Word::Reconsideration],
        &[Word::Pending],
        &[Sum::of(&[At(DISPUTES, CASES, "reconsideration/pending")])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Upheld],
        &[Sum::of(&[
            At(DISPUTES, CASES, "litigation/direct/upheld"),
            At(DISPUTES, CASES, "litigation/after-reconsideration/upheld"),
        ])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Corrected],
        &[Sum::of(&[
            At(DISPUTES, CASES, "litigation/direct/corrected"),
            At(
                DISPUTES,
                CASES,
                "litigation/after-reconsideration/corrected",
            ),
        ])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::OtherResult],
        &[Sum::of(&[
            At(DISPUTES, CASES, "litigation/direct/other"),
            At(DISPUTES, CASES, "litigation/after-reconsideration/other"),
        ])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Pending],
        &[Sum::of(&[
            At(DISPUTES, CASES, "litigation/direct/pending"),
            At(DISPUTES, CASES, "litigation/after-reconsideration/pending"),
        ])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Upheld, Word::Direct],
        &[Sum::of(&[At(DISPUTES, CASES, "litigation/direct/upheld")])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Corrected, Word::Direct],
        &[Sum::of(&[At(
            DISPUTES,
            CASES,
            "litigation/direct/corrected",
        )])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::OtherResult, Word::Direct],
        &[Sum::of(&[At(DISPUTES, CASES, "litigation/direct/other")])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Pending, Word::Direct],
        &[Sum::of(&[At(DISPUTES, CASES, "litigation/direct/pending")])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Upheld, Word::AfterReconsideration],
        &[Sum::of(&[At(
            DISPUTES,
            CASES,
            "litigation/after-reconsideration/upheld",
        )])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Corrected, Word::AfterReconsideration],
        &[Sum::of(&[At(
            DISPUTES,
            CASES,
            "litigation/after-reconsideration/corrected",
        )])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::OtherResult, Word::AfterReconsideration],
        &[Sum::of(&[At(
            DISPUTES,
            CASES,
            "litigation/after-reconsideration/other",
        )])],
    ),
    Claim::new(
        &[Word::Litigation],
        &[Word::Pending, Word::AfterReconsideration],
        &[Sum::of(&[At(
            DISPUTES,
            CASES,
            "litigation/after-reconsideration/pending",
        )])],
    ),
    Claim::new(
        &[Word::Reconsideration, Word::Litigation],
        &[Word::Upheld],
        &[Sum::of(&[
            At(DISPUTES, CASES, "reconsideration/upheld"),
            At(DISPUTES, CASES, "litigation/direct/upheld"),
            At(DISPUTES, CASES, "litigation/after-reconsideration/upheld"),
        ])],
    ),
    Claim::new(
        &[Word::Reconsideration, Word::Litigation],
        &[Word::Corrected],
        &[Sum::of(&[
            At(DISPUTES, CASES, "reconsideration/corrected"),
            At(DISPUTES, CASES, "litigation/direct/corrected"),
            At(
                DISPUTES,
                CASES,
                "litigation/after-reconsideration/corrected",
            ),
        ])],
    ),
    Claim::new(
        &[Word::Reconsideration, Word::Litigation],
        &[Word::OtherResult],
        &[Sum::of(&[
            At(DISPUTES, CASES, "reconsideration/other"),
            At(DISPUTES, CASES, "litigation/direct/other"),
            At(DISPUTES, CASES, "litigation/after-reconsideration/other"),
        ])],
    ),
    Claim::new(
        &[Word::Reconsideration, Word::Litigation],
        &[Word::Pending],
        &[Sum::of(&[
            At(DISPUTES, CASES, "reconsideration/pending"),
            At(DISPUTES, CASES, "litigation/direct/pending"),
            At(DISPUTES, CASES, "litigation/after-reconsideration/pending"),
        ])],
    ),
];
