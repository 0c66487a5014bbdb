//! What ledgers and registers are checked by: one declaration each, run, explained and printed from the same value.
//!
//! Findings advise. A day that is not known, or a figure that is open, is never taken for a fault.

use nianbao_core::judgement::Severity;
use nianbao_core::law::Citation;

use crate::book::Book;

mod content;
mod days;
mod deadlines;
mod disputes;
pub mod examples;
mod figures;
mod page;
mod results;
mod steps;

pub use page::page;

/// A condition that the cases of a ledger meet.
#[derive(Debug)]
pub struct BookRule {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What is wrong, seen from the ledger.
    pub title: &'static str,
    /// How grave it is; a finding may be milder where the rule says so.
    pub severity: Severity,
    /// Whether it concerns what is not there yet, rather than what is wrong.
    pub is_missing: bool,
    /// On what it rests.
    pub source: &'static [&'static Citation],
    /// The condition as people read it.
    pub formula: &'static str,
    /// Why it matters, and what to do; the last sentence begins with 请.
    pub explanation: &'static str,
    /// Looks at a ledger.
    pub find: fn(&Book, &mut Found),
    /// Ledgers that break it, and look-alikes that do not.
    pub examples: &'static [examples::Example],
}

/// One place where a condition is not met.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static BookRule,
    /// How grave it is here.
    pub severity: Severity,
    /// The request it is about; none where it is about a figure.
    pub request: Option<u32>,
    /// Which of the ledger's days it is about, where the rule looks at several.
    pub about: Option<&'static str>,
    /// What was found, with its numbers.
    pub statement: String,
    /// Other requests that it is about too.
    pub also: Vec<u32>,
}

impl Finding {
    /// Whether it says that something is wrong, rather than missing or unusual; differing figures count as well.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error || figures::DIFFERS.contains(&self.rule.id)
    }

    /// The rule's id, with what it is about.
    pub fn key(&self) -> String {
        match self.about {
            Some(about) => format!("{}:{about}", self.rule.id),
            None => self.rule.id.to_owned(),
        }
    }
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Found {
    rule: &'static BookRule,
    findings: Vec<Finding>,
}

impl Found {
    /// Something about one request.
    pub(crate) fn push(&mut self, request: u32, statement: impl Into<String>) -> &mut Finding {
        self.findings.push(Finding {
            rule: self.rule,
            severity: self.rule.severity,
            request: Some(request),
            about: None,
            statement: statement.into(),
            also: Vec::new(),
        });
        self.findings.last_mut().expect("just pushed")
    }

    /// Something about a figure.
    pub(crate) fn push_figure(&mut self, statement: impl Into<String>) -> &mut Finding {
        let finding = self.push(0, statement);
        finding.request = None;
        finding
    }
}

/// All rules, in the order findings are shown.
pub static RULES: &[&BookRule] = &[
    &days::UNREADABLE_DATE,
    &days::DATES_OUT_OF_ORDER,
    &days::DATE_IN_FUTURE,
    &content::NUMBER_TWICE,
    &figures::TYPED_DIFFERS,
    &figures::CARRIED_OVER_DIFFERS,
    &figures::DISPUTES_DIFFER,
    &figures::RATE_CONTRADICTED,
    &deadlines::OPEN_PAST_DEADLINE,
    &deadlines::REPLIED_LATE,
    &steps::CORRECTION_ASKED_LATE,
    &steps::EXTENDED_LATE,
    &steps::EXTENDED_TOO_LONG,
    &steps::THIRD_PARTY_LATE,
    &deadlines::TYPED_DEADLINE_DIFFERS,
    &steps::CORRECTION_LAPSED,
    &disputes::SUED_DIRECTLY,
    &disputes::DISPUTE_OUTSIDE_YEAR,
    &results::RESULT_WITHOUT_DATE,
    &results::DATE_WITHOUT_RESULT,
    &results::KIND_OPEN,
    &results::RESULT_OPEN,
    &disputes::OUTCOME_OPEN,
    &results::EXCESSIVE_WITHOUT_REASON,
    &results::FEE_UNPAID_WITHOUT_NOTICE,
    &content::PERSONAL_DATA,
    &steps::THIRD_PARTY_NOT_ASKED,
    &deadlines::DUE_SOON,
    &disputes::DISPUTE_TOO_EARLY,
    &content::ASKED_BEFORE,
    &content::MANY_IN_MONTH,
    &deadlines::CALENDAR_UNKNOWN,
    &steps::RECEIPT_BY_CHANNEL,
];

/// Judges a ledger by all rules, in the order of the registry.
pub fn check(book: &Book) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| rule.judge(book)).collect()
}

impl BookRule {
    /// Judges a ledger by this rule alone.
    pub fn judge(&'static self, book: &Book) -> Vec<Finding> {
        let mut found = Found {
            rule: self,
            findings: Vec::new(),
        };
        (self.find)(book, &mut found);
        found.findings
    }
}

#[cfg(test)]
mod tests;
