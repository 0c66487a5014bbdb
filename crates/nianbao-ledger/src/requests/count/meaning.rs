//! What each wording of a ledger means on the form of a year.

use crate::requests::answers::{Answers, CaseAnswer};
use crate::requests::wordings::{self, Said};
use crate::requests::{Ledger, Request};

use super::Counted;
use super::lines::Set;

/// What the result of a request says, in rows of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Result {
    Blank,
    InProgress,
    Rows(Set),
}

/// What each wording of the ledger means on this form.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    kinds: Vec<Set>,
    pub(super) results: Vec<Result>,
}

impl Meaning {
    pub(super) fn of(ledger: &Ledger, counted: &Counted, answers: &Answers) -> Meaning {
        let kinds = ledger.kinds.iter().map(|wording| {
            let answer = answers
                .kinds
                .get(&wording.shown())
                .and_then(|path| counted.columns.answered(path));
            answer.unwrap_or_else(|| match wordings::kind(&wording.text) {
                Said::OneOf(paths) => counted.columns.all(&paths),
                Said::Blank | Said::InProgress => counted.columns.leaves(),
            })
        });
        let results = ledger.results.iter().map(|wording| {
            let answer = answers
                .results
                .get(&wording.shown())
                .and_then(|path| counted.rows.answered(path));
            match (answer, wordings::result(&wording.text, &wording.reason)) {
                (Some(set), _) => Result::Rows(set),
                (None, Said::OneOf(paths)) => Result::Rows(counted.rows.all(&paths)),
                (None, Said::Blank) => Result::Blank,
                (None, Said::InProgress) => Result::InProgress,
            }
        });
        Meaning {
            kinds: kinds.collect(),
            results: results.collect(),
        }
    }

    pub(super) fn columns(
        &self,
        request: &Request,
        answer: Option<&CaseAnswer>,
        counted: &Counted,
    ) -> Set {
        let answer = answer.and_then(|answer| counted.columns.answered(answer.kind.as_deref()?));
        answer.unwrap_or_else(|| {
            self.kinds
                .get(request.kind as usize)
                .copied()
                .unwrap_or(counted.columns.leaves())
        })
    }

    pub(super) fn result(
        &self,
        request: &Request,
        answer: Option<&CaseAnswer>,
        counted: &Counted,
    ) -> Result {
        let answer = answer.and_then(|answer| counted.rows.answered(answer.result.as_deref()?));
        match answer {
            Some(set) => Result::Rows(set),
            None => self
                .results
                .get(request.result as usize)
                .copied()
                .unwrap_or(Result::Blank),
        }
    }
}
