//! Reconsiderations and suits, as the columns of table four that they may be in.

use nianbao_core::form::keys::RECONSIDERATION;

use crate::requests::Request;
use crate::requests::answers::Answers;
use crate::requests::wordings::{self, Said};

use super::lines::Set;
use super::{About, Counted};

/// A reconsideration or suit over a request, with the columns of table four that it may be in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dispute {
    pub(super) request: u32,
    pub(super) columns: Set,
}

/// The blocks and outcomes of a request's disputes, as paths; blank outcomes are pending.
fn said_of_disputes(request: &Request) -> Vec<(Said, Said, Box<str>, Box<str>)> {
    let Some(disputes) = request.disputes.as_deref() else {
        return Vec::new();
    };
    let pending = || Said::OneOf(vec![wordings::PENDING]);
    let outcome = |text: &str| match wordings::outcome(text) {
        Said::OneOf(paths) => Said::OneOf(paths),
        Said::Blank | Said::InProgress => pending(),
    };
    let mut said = Vec::new();
    if !disputes.reconsideration.is_empty() || !disputes.reconsideration_filed.is_blank() {
        said.push((
            Said::OneOf(vec![RECONSIDERATION]),
            outcome(&disputes.reconsideration),
            Box::default(),
            disputes.reconsideration.clone(),
        ));
    }
    for (column, block) in [(&disputes.direct, 0), (&disputes.later, 1)] {
        if !column.is_empty() {
            said.push((
                Said::OneOf(vec![wordings::SUITS[block]]),
                outcome(column),
                Box::default(),
                column.clone(),
            ));
        }
    }
    let has_suit = !disputes.suit_kind.is_empty()
        || !disputes.suit_outcome.is_empty()
        || !disputes.suit_filed.is_blank();
    if has_suit {
        let block = match wordings::suit(&disputes.suit_kind) {
            Said::OneOf(paths) => Said::OneOf(paths),
            Said::Blank | Said::InProgress => Said::OneOf(wordings::SUITS.to_vec()),
        };
        said.push((
            block,
            outcome(&disputes.suit_outcome),
            disputes.suit_kind.clone(),
            disputes.suit_outcome.clone(),
        ));
    }
    said
}

/// The disputes of a request.
pub(super) fn of(
    request: &Request,
    idx: u32,
    counted: &Counted,
    answers: &Answers,
) -> Vec<Dispute> {
    let one_of = |said: &Said, answer: Option<&String>| match (answer, said) {
        (Some(answer), _) => vec![answer.clone()],
        (None, Said::OneOf(paths)) => paths.iter().map(|path| (*path).to_owned()).collect(),
        (None, _) => Vec::new(),
    };
    let said = said_of_disputes(request);
    let disputes = said
        .iter()
        .map(|(block, outcome, kind_text, outcome_text)| {
            let blocks = one_of(
                block,
                answers.suits.get(&**kind_text).filter(|_| is_open(block)),
            );
            let outcomes = one_of(
                outcome,
                answers
                    .outcomes
                    .get(&**outcome_text)
                    .filter(|_| is_open(outcome)),
            );
            let paths = blocks.iter().flat_map(|block| {
                outcomes
                    .iter()
                    .map(move |outcome| format!("{block}/{outcome}"))
            });
            Dispute {
                request: idx,
                columns: paths.fold(Set::default(), |set, path| {
                    set | counted.disputed.all(&[&path])
                }),
            }
        });
    disputes.collect()
}

fn is_open(said: &Said) -> bool {
    matches!(said, Said::OneOf(paths) if paths.len() > 1)
}

/// What is open about them: what it is about, the wording, and the paths that are possible.
pub(super) fn open(
    request: &Request,
    answers: &Answers,
) -> Vec<(About, String, Vec<&'static str>)> {
    let mut open = Vec::new();
    for (block, outcome, kind_text, outcome_text) in said_of_disputes(request) {
        for (about, said, text, given) in [
            (About::Suit, block, kind_text, &answers.suits),
            (About::Outcome, outcome, outcome_text, &answers.outcomes),
        ] {
            if let Said::OneOf(paths) = said
                && paths.len() > 1
                && !given.contains_key(&*text)
            {
                open.push((about, text.into(), paths));
            }
        }
    }
    open
}
