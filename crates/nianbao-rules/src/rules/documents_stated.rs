//! Numbers of government rules and normative documents in the text are those of table two.
//! Silent on what was reviewed, amended, explained or made public, and on documents of other kinds.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Government rules and normative documents are those of table two.
pub(super) static RULE: Rule = Rule {
    id: "documents-stated",
    title: "文字写的规章、行政规范性文件件数与表二不一致",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_2],
    check: Check::Stated {
        what: "规章和行政规范性文件的件数",
        claims: CLAIMS,
    },
    explanation: "文字中制发、废止和现行有效的件数应当与表二是同一口径。请会同法制机构核对，口径确有不同的写明。",
    examples: &[
        Example {
            given: &[
                Given::Figure("documents", "normative-documents", "issued", "3"),
                Given::Figure("documents", "normative-documents", "in-force", "9"),
                Given::Text(
                    "overview/management",
                    "全年制发行政规范性文件4件，废止0件，现行有效行政规范性文件10件。",
                ),
            ],
            finds: &[
                "“全年制发行政规范性文件4件”：4 ≠ 行政规范性文件，本年制发件数 3",
                "“现行有效行政规范性文件10件”：10 ≠ 行政规范性文件，现行有效件数 9",
            ],
        },
        Example {
            given: &[
                Given::Figure("documents", "normative-documents", "issued", "3"),
                Given::Figure("documents", "normative-documents", "in-force", "3"),
                Given::Text("overview/management", "全年未制发行政规范性文件。"),
            ],
            finds: &["“全年未制发行政规范性文件”：0 ≠ 行政规范性文件，本年制发件数 3"],
        },
        Example {
            given: &[
                Given::Figure("documents", "normative-documents", "issued", "3"),
                Given::Figure("documents", "normative-documents", "in-force", "3"),
                Given::Text(
                    "overview/management",
                    "新制定规范性文件2件，修改1件。审查规范性文件8件。公开规范性文件5件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("documents", "normative-documents", "issued", "4"),
                Given::Figure("documents", "normative-documents", "in-force", "20"),
                Given::Text(
                    "overview/management",
                    "全年制定发布行政规范性文件4件，清理废止文件0件，现行有效文件20件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("documents", "normative-documents", "issued", "4"),
                Given::Figure("documents", "normative-documents", "in-force", "20"),
                Given::Text(
                    "overview/management",
                    "对56件规范性文件进行清理，继续有效53件。制定规章制度12项，转发上级规范性文件8件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("documents", "normative-documents", "issued", "4"),
                Given::Figure("documents", "normative-documents", "in-force", "20"),
                Given::Text(
                    "overview/management",
                    "公开规章13件（含新制定5件，修改4件，废止4件）。示例县制发行政规范性文件9件，印发政策文件42件。",
                ),
            ],
            finds: &[],
        },
    ],
};

#[rustfmt::skip]
pub(super) const CLAIMS: &[Claim] = &[
    document(Word::Rules, Word::Issue, &[Sum::of(&[At(DOCUMENTS, RULES, ISSUED)])]),
    document(Word::Rules, Word::Repeal, &[Sum::of(&[At(DOCUMENTS, RULES, REPEALED)])]),
    document(Word::Rules, Word::InForce, &[Sum::of(&[At(DOCUMENTS, RULES, IN_FORCE)])]),
    kept(Word::Rules, &[Sum::of(&[At(DOCUMENTS, RULES, IN_FORCE)])]),
    document(Word::Documents, Word::Issue, &[Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED)])]),
    document(Word::Documents, Word::Repeal, &[Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED)])]),
    document(Word::Documents, Word::InForce, &[Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE)])]),
    kept(Word::Documents, &[Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE)])]),
];

/// Where amendments are told as well, 制发 has more readings than the table.
const fn document(subject: Word, said: Word, readings: &'static [Sum]) -> Claim {
    Claim::new(&[subject], &[said], readings)
        .unless(&[Word::Amend])
        .deniable()
}

/// 继续有效 tells of all documents, unless the sentence is about a review of some.
const fn kept(subject: Word, readings: &'static [Sum]) -> Claim {
    Claim::new(&[subject], &[Word::Kept], readings).unless(&[Word::Amend, Word::Review])
}
