//! What reports state of their tables, in the phrasings of tests/data/phrasings: each file one kind of statement, each line one phrasing.
//!
//! # stands for the number, @ for what is told apart (予以公开, 自然人, 维持), & for the kind of dispute.

use nianbao_core::judgement::Severity::{self, Error, Warning};

use super::lists::spelled;
use super::numbers::Numbers;

/// One number of a report, which can be stated in many ways: every lead before every phrasing.
pub(super) struct Statement {
    pub(super) leads: &'static [&'static str],
    pub(super) phrasings: Vec<String>,
    /// What finds a wrong number, and how grave it is.
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    number: fn(&Numbers, usize) -> i64,
    idx: usize,
}

impl Statement {
    pub(super) fn number(&self, numbers: &Numbers) -> i64 {
        (self.number)(numbers, self.idx)
    }

    /// The sentence with this lead and phrasing and some number.
    pub(super) fn sentence(&self, lead: usize, phrasing: usize, number: &str) -> String {
        let lead = self.leads[lead % self.leads.len()];
        let phrasing = &self.phrasings[phrasing % self.phrasings.len()];
        format!("{lead}{}。", phrasing.replace('#', number))
    }

    /// A sentence that states the number as it is.
    pub(super) fn right(&self, numbers: &Numbers, choice: (usize, usize, usize)) -> String {
        let (lead, phrasing, spelling) = choice;
        let number = spelled(self.number(numbers), spelling);
        self.sentence(lead, phrasing, &number)
    }
}

const YEAR: &[&str] = &[
    "",
    "全年",
    "2025年，我市",
    "本年度，",
    "一年来，全市各级行政机关",
];
const REQUESTS: &[&str] = &[
    "",
    "政府信息公开申请中，",
    "依申请公开方面：",
    "政府信息公开申请",
];
const END_OF_YEAR: &[&str] = &["", "截至2025年12月31日，", "年底，", "截至年底，"];
const NOW: &[&str] = &[
    "",
    "截至2025年底，",
    "截至2025年12月31日，我市",
    "目前，",
    "年末",
];

/// Phrasings of one kind, and what they are told of.
struct Kind {
    leads: &'static [&'static str],
    phrasings: &'static str,
    /// What stands for @ and for &.
    words: &'static [(&'static str, &'static str)],
    number: fn(&Numbers, usize) -> i64,
    rule: &'static str,
    severity: Severity,
}

/// The file of phrasings with this name.
macro_rules! phrasings {
    ($name:literal) => {
        include_str!(concat!("../../data/phrasings/", $name, ".txt"))
    };
}

const fn kind(
    rule: &'static str,
    severity: Severity,
    leads: &'static [&'static str],
    phrasings: &'static str,
    number: fn(&Numbers, usize) -> i64,
) -> Kind {
    Kind {
        leads,
        phrasings,
        words: &[("", "")],
        number,
        rule,
        severity,
    }
}

impl Kind {
    const fn of(self, words: &'static [(&'static str, &'static str)]) -> Kind {
        Kind { words, ..self }
    }
}

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    kind("received-stated", Warning, YEAR, phrasings!("received"), |it, _| it.received()),
    kind("received-stated", Warning, YEAR, phrasings!("handled"), |it, _| it.received() + it.over[0] + it.over[1]),
    kind("carried-stated", Error, REQUESTS, phrasings!("over"), |it, _| it.over[0] + it.over[1]),
    kind("carried-stated", Error, END_OF_YEAR, phrasings!("forward"), |it, _| it.forward[0] + it.forward[1]),
    kind("concluded-stated", Warning, YEAR, phrasings!("concluded"), |it, _| it.done()),
    kind("outcomes-stated", Error, YEAR, phrasings!("outcome"), Numbers::outcome)
        .of(&[("予以公开", ""), ("部分公开", ""), ("不予公开", ""), ("无法提供", ""), ("不予处理", ""), ("其他处理", "")]),
    kind("requesters-stated", Error, YEAR, phrasings!("requester"), |it, idx| it.received_by(idx.min(1)))
        .of(&[("自然人", ""), ("法人或其他组织", ""), ("商业企业", "")]),
    kind("disputes-stated", Warning, YEAR, phrasings!("reconsiderations"), |it, _| it.disputes(0)),
    kind("disputes-stated", Warning, YEAR, phrasings!("suits"), |it, _| it.disputes(1) + it.disputes(2)),
    kind("dispute-results-stated", Error, YEAR, phrasings!("result"), |it, idx| it.results[0][idx])
        .of(&[("维持", "行政复议"), ("纠正", "行政复议"), ("其他结果", "行政复议"), ("尚未审结", "行政复议")]),
    kind("dispute-results-stated", Error, YEAR, phrasings!("result"), Numbers::suits)
        .of(&[("维持", "行政诉讼"), ("纠正", "行政诉讼"), ("其他结果", "行政诉讼"), ("尚未审结", "行政诉讼")]),
    kind("documents-stated", Warning, YEAR, phrasings!("issued"), |it, _| it.documents[1]),
    kind("documents-stated", Warning, YEAR, phrasings!("repealed"), |it, _| it.documents[2]),
    kind("documents-stated", Warning, NOW, phrasings!("in-force"), |it, _| it.documents[0] + it.documents[1] - it.documents[2]),
    kind("decisions-stated", Warning, YEAR, phrasings!("decision"), |it, idx| it.decisions[idx])
        .of(&[("行政许可", ""), ("行政处罚", ""), ("行政强制", "")]),
    kind("fees-stated", Warning, YEAR, phrasings!("fees"), |it, _| it.fees),
];

/// Sentences that deny all requests and all disputes, with the rule that objects where there are some.
pub(super) const DENIALS: [(&str, &str); 2] = [
    (phrasings!("no-requests"), "received-stated"),
    (phrasings!("no-disputes"), "disputes-stated"),
];

/// Every kind of statement, for each thing it is told of.
pub(super) fn statements() -> Vec<Statement> {
    let told = |kind: &Kind| {
        let words = kind.words.iter().enumerate();
        let each = words.map(|(idx, (apart, dispute))| {
            let named = |line: &str| line.replace('@', apart).replace('&', dispute);
            Statement {
                leads: kind.leads,
                phrasings: kind.phrasings.lines().map(named).collect(),
                rule: kind.rule,
                severity: kind.severity,
                number: kind.number,
                idx,
            }
        });
        each.collect::<Vec<_>>()
    };
    KINDS.iter().flat_map(told).collect()
}
