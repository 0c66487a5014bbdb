//! The numbers of a city's year, and the tables they fill.

use nianbao_core::example::sound_report;
use nianbao_core::form::keys::*;
use nianbao_core::report::{Level, OrganKind, Report};
use proptest::prelude::*;

/// The numbers of one year.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Requests granted, partly granted, withheld, unavailable, not processed, otherwise concluded: of persons, of enterprises.
    pub(super) outcomes: [[i64; 2]; 6],
    /// Requests whose requesters did not correct them in time, all of persons; 其他处理 without them is in `outcomes`.
    pub(super) overdue: i64,
    /// Carried over and forward: of persons, of enterprises.
    pub(super) over: [i64; 2],
    pub(super) forward: [i64; 2],
    /// Upheld, corrected, other, pending: reconsideration, direct suits, later suits.
    pub(super) results: [[i64; 4]; 3],
    /// Normative documents in force last year, issued, repealed.
    pub(super) documents: [i64; 3],
    /// Licenses, penalties, compulsion.
    pub(super) decisions: [i64; 3],
    /// Fees in units of 100 yuan.
    pub(super) fees: i64,
}

pub(super) const OUTCOMES: [(&str, &str); 6] = [
    ("予以公开", "handled/granted"),
    ("部分公开", "handled/partial"),
    ("不予公开", "handled/withheld/internal-affairs"),
    ("无法提供", "handled/unavailable/not-held"),
    ("不予处理", "handled/not-processed/petition"),
    ("其他处理", "handled/other/other"),
];
pub(super) const RESULTS: [(&str, &str); 4] = [
    ("维持", "upheld"),
    ("纠正", "corrected"),
    ("其他结果", "other"),
    ("尚未审结", "pending"),
];

impl Numbers {
    /// Requests by outcome; 其他处理 with those that were not corrected in time.
    pub(super) fn outcome(&self, idx: usize) -> i64 {
        let overdue = if idx == OUTCOMES.len() - 1 {
            self.overdue
        } else {
            0
        };
        self.outcomes[idx].iter().sum::<i64>() + overdue
    }

    pub(super) fn done_by(&self, who: usize) -> i64 {
        let overdue = if who == 0 { self.overdue } else { 0 };
        self.outcomes
            .iter()
            .map(|outcome| outcome[who])
            .sum::<i64>()
            + overdue
    }

    /// What came in new; what was carried over can be no more than all there was.
    pub(super) fn received_by(&self, who: usize) -> i64 {
        self.done_by(who) + self.forward[who] - self.over[who]
    }

    pub(super) fn received(&self) -> i64 {
        self.received_by(0) + self.received_by(1)
    }

    pub(super) fn done(&self) -> i64 {
        self.done_by(0) + self.done_by(1)
    }

    pub(super) fn disputes(&self, kind: usize) -> i64 {
        self.results[kind].iter().sum()
    }

    pub(super) fn suits(&self, result: usize) -> i64 {
        self.results[1][result] + self.results[2][result]
    }
}

pub(crate) fn numbers() -> impl Strategy<Value = Numbers> {
    let small = 1..400_i64;
    (
        prop::array::uniform6(prop::array::uniform2(10..400_i64)),
        (0..9_i64, prop::array::uniform2(1..9_i64)),
        prop::array::uniform2(10..30_i64),
        prop::array::uniform3(prop::array::uniform4(1..30_i64)),
        (10..90_i64, small.clone(), 1..9_i64),
        prop::array::uniform3(small),
        1..9_000_000_i64,
    )
        .prop_map(
            |(
                outcomes,
                (overdue, over),
                forward,
                results,
                (before, issued, repealed),
                decisions,
                fees,
            )| {
                Numbers {
                    outcomes,
                    overdue,
                    over,
                    forward,
                    results,
                    documents: [before, issued, repealed],
                    decisions,
                    fees,
                }
            },
        )
}

impl Numbers {
    /// The number that the corpus of phrasings calls by this name; none where last year's would be needed.
    pub(super) fn named(&self, name: &str) -> Option<i64> {
        let [before, issued, repealed] = self.documents;
        let over: i64 = self.over.iter().sum();
        let result = |kinds: &[usize], result: usize| -> i64 {
            kinds.iter().map(|&kind| self.results[kind][result]).sum()
        };
        let results = ["upheld", "corrected", "other", "pending"];
        let result_of = |name: &str, kinds: &[usize]| {
            let idx = results.iter().position(|it| *it == name)?;
            Some(result(kinds, idx))
        };
        Some(match name {
            "new" => self.received(),
            "over" => over,
            "sum" => self.received() + over,
            "done" => self.done(),
            "forward" => self.forward.iter().sum(),
            "granted" => self.outcome(0),
            "partial" => self.outcome(1),
            "public" => self.outcome(0) + self.outcome(1),
            "withheld" => self.outcome(2),
            "unavailable" => self.outcome(3),
            "not-processed" => self.outcome(4),
            "other" => self.outcome(5),
            "overdue" => self.overdue,
            "rest" => self.outcome(5) - self.overdue,
            "persons" => self.received_by(0),
            "organizations" => self.received_by(1),
            "reconsiderations" => self.disputes(0),
            "decided-r" => self.disputes(0) - self.results[0][3],
            "direct" => self.disputes(1),
            "later" => self.disputes(2),
            "suits" => self.disputes(1) + self.disputes(2),
            "disputes" => (0..3).map(|kind| self.disputes(kind)).sum(),
            "issued" => issued,
            "repealed" => repealed,
            "in-force" => before + issued - repealed,
            "licenses" => self.decisions[0],
            "penalties" => self.decisions[1],
            "compulsions" => self.decisions[2],
            "fees" => self.fees,
            _ => {
                let (dispute, name) = name.split_once('-')?;
                return match dispute {
                    "r" => result_of(name, &[0]),
                    "s" => result_of(name, &[1, 2]),
                    _ => None,
                };
            }
        })
    }
}

/// A city's report with these numbers in its tables.
pub(crate) fn report(numbers: &Numbers) -> Report {
    let mut report = sound_report();
    report.organ.kind = Some(OrganKind::Government);
    report.organ.level = Some(Level::City);
    report.organ.name = "示例市人民政府".to_owned();
    report.signature = report.organ.name.clone();
    report.date = "2026年3月9日".to_owned();
    report.preamble = report.standard_preamble();
    let mut fill = |table: &str, row: &str, column: &str, number: String| {
        let cell = report.form.cell(table, row, column).expect("in the form");
        report.type_figure(cell, &number);
    };
    for (who, column) in [NATURAL_PERSON, ENTERPRISE].into_iter().enumerate() {
        for (idx, (_, row)) in OUTCOMES.into_iter().enumerate() {
            fill(
                REQUESTS,
                row,
                column,
                numbers.outcomes[idx][who].to_string(),
            );
        }
        fill(
            REQUESTS,
            NEWLY_RECEIVED,
            column,
            numbers.received_by(who).to_string(),
        );
        fill(
            REQUESTS,
            CARRIED_OVER,
            column,
            numbers.over[who].to_string(),
        );
        fill(
            REQUESTS,
            CARRIED_FORWARD,
            column,
            numbers.forward[who].to_string(),
        );
    }
    fill(
        REQUESTS,
        NOT_CORRECTED,
        NATURAL_PERSON,
        numbers.overdue.to_string(),
    );
    for (kind, group) in [RECONSIDERATION, DIRECT, AFTER_RECONSIDERATION]
        .into_iter()
        .enumerate()
    {
        for (result, (_, column)) in RESULTS.into_iter().enumerate() {
            let number = numbers.results[kind][result].to_string();
            fill(DISPUTES, CASES, &format!("{group}/{column}"), number);
        }
    }
    let [before, issued, repealed] = numbers.documents;
    for (column, number) in [
        (ISSUED, issued),
        (REPEALED, repealed),
        (IN_FORCE, before + issued - repealed),
    ] {
        fill(DOCUMENTS, NORMATIVE_DOCUMENTS, column, number.to_string());
    }
    fill(LICENSES, LICENSE, DECIDED, numbers.decisions[0].to_string());
    fill(
        PENALTIES,
        PENALTY,
        DECIDED,
        numbers.decisions[1].to_string(),
    );
    fill(
        PENALTIES,
        COMPULSION,
        DECIDED,
        numbers.decisions[2].to_string(),
    );
    let fees = format!("{}.{:02}", numbers.fees / 100, numbers.fees % 100);
    fill(FEES, ADMINISTRATIVE_FEES, AMOUNT, fees);
    write(
        &mut report,
        "overview/management",
        "先审查后公开。".to_owned(),
    );
    report
}

/// Puts sentences under a topic of section one.
pub(super) fn write(report: &mut Report, key: &str, text: String) {
    let id = report.form.text(key).expect("in the form");
    report.set_text(id, text);
}
