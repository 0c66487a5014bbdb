//! Numbers of reconsiderations and suits by result are those of table four.
//! Silent on disputes that are not about disclosure, and on results that the form does not name.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Reconsiderations and suits by result are those of table four.
pub(super) static RULE: Rule = Rule {
    id: "dispute-results-stated",
    title: "文字写的复议、诉讼结果与表四不一致",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_4],
    check: Check::Stated {
        what: "复议、诉讼各种结果的件数",
        claims: CLAIMS,
    },
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
        Example {
            given: &[
                Given::Figure("disputes", "cases", "reconsideration/upheld", "6"),
                Given::Figure("disputes", "cases", "reconsideration/pending", "1"),
                Given::Figure("disputes", "cases", "litigation/direct/upheld", "2"),
                Given::Figure("disputes", "cases", "litigation/direct/pending", "2"),
                Given::Text(
                    "overview/on-request",
                    "因政府信息公开被申请行政复议7件，复议机关维持6件，尚未办结1件；被提起行政诉讼4件，法院判决维持2件，2件正在审理中。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "纠正栏目错链9处。信访复核维持3件。因征地被申请行政复议5件，维持5件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "2024年政府信息公开行政复议维持9件。政府信息公开行政诉讼一审维持5件。",
            )],
            finds: &[],
        },
    ],
};

#[rustfmt::skip]
pub(super) const CLAIMS: &[Claim] = &[
    result(RECONSIDERATION, &[Word::Upheld], &[Sum::of(&[UPHELD[0]])]),
    result(RECONSIDERATION, &[Word::Corrected], &[Sum::of(&[CORRECTED[0]])]),
    result(RECONSIDERATION, &[Word::OtherResult], &[Sum::of(&[OTHER[0]])]),
    result(RECONSIDERATION, &[Word::Pending], &[Sum::of(&[PENDING[0]])]),
    result(LITIGATION, &[Word::Upheld], &[Sum::of(&[UPHELD[1], UPHELD[2]])]),
    result(LITIGATION, &[Word::Corrected], &[Sum::of(&[CORRECTED[1], CORRECTED[2]])]),
    result(LITIGATION, &[Word::OtherResult], &[Sum::of(&[OTHER[1], OTHER[2]])]),
    result(LITIGATION, &[Word::Pending], &[Sum::of(&[PENDING[1], PENDING[2]])]),
    result(LITIGATION, &[Word::Upheld, Word::Direct], &[Sum::of(&[UPHELD[1]])]),
    result(LITIGATION, &[Word::Corrected, Word::Direct], &[Sum::of(&[CORRECTED[1]])]),
    result(LITIGATION, &[Word::OtherResult, Word::Direct], &[Sum::of(&[OTHER[1]])]),
    result(LITIGATION, &[Word::Pending, Word::Direct], &[Sum::of(&[PENDING[1]])]),
    result(LITIGATION, &[Word::Upheld, Word::AfterReconsideration], &[Sum::of(&[UPHELD[2]])]),
    result(LITIGATION, &[Word::Corrected, Word::AfterReconsideration], &[Sum::of(&[CORRECTED[2]])]),
    result(LITIGATION, &[Word::OtherResult, Word::AfterReconsideration], &[Sum::of(&[OTHER[2]])]),
    result(LITIGATION, &[Word::Pending, Word::AfterReconsideration], &[Sum::of(&[PENDING[2]])]),
    result(BOTH, &[Word::Upheld], &[Sum::of(&UPHELD)]),
    result(BOTH, &[Word::Corrected], &[Sum::of(&CORRECTED)]),
    result(BOTH, &[Word::OtherResult], &[Sum::of(&OTHER)]),
    result(BOTH, &[Word::Pending], &[Sum::of(&PENDING)]),
];

/// A result, whoever gave it: 判决维持.
const fn result(subject: &[Word], said: &[Word], readings: &'static [Sum]) -> Claim {
    Claim::new(subject, said, readings).beside(&[
        Word::Decided,
        Word::Receive,
        Word::Handle,
        Word::Conclude,
    ])
}

const RECONSIDERATION: &[Word] = &[Word::Reconsideration];
const LITIGATION: &[Word] = &[Word::Litigation];
const BOTH: &[Word] = &[Word::Reconsideration, Word::Litigation];

// A result by its three places: 行政复议, 未经复议直接起诉, 复议后起诉.
const UPHELD: [At; 3] = [
    At(DISPUTES, CASES, "reconsideration/upheld"),
    At(DISPUTES, CASES, "litigation/direct/upheld"),
    At(DISPUTES, CASES, "litigation/after-reconsideration/upheld"),
];
const CORRECTED: [At; 3] = [
    At(DISPUTES, CASES, "reconsideration/corrected"),
    At(DISPUTES, CASES, "litigation/direct/corrected"),
    At(
        DISPUTES,
        CASES,
        "litigation/after-reconsideration/corrected",
    ),
];
const OTHER: [At; 3] = [
    At(DISPUTES, CASES, "reconsideration/other"),
    At(DISPUTES, CASES, "litigation/direct/other"),
    At(DISPUTES, CASES, "litigation/after-reconsideration/other"),
];
const PENDING: [At; 3] = [
    At(DISPUTES, CASES, "reconsideration/pending"),
    At(DISPUTES, CASES, "litigation/direct/pending"),
    At(DISPUTES, CASES, "litigation/after-reconsideration/pending"),
];
