//! Keeps every wording of a ledger once.

use std::collections::HashMap;

use crate::day::is_blank;
use crate::fold::one_line;
use crate::requests::{Ledger, Wording};

use super::index;

/// Wordings by their letters, each once.
#[derive(Default)]
pub(super) struct Wordings {
    pub(super) wordings: Vec<Wording>,
    by_text: HashMap<(Box<str>, Box<str>), u32>,
}

impl Wordings {
    fn of(wordings: &mut Vec<Wording>) -> Wordings {
        let wordings = std::mem::take(wordings);
        let by_text = (wordings.iter().zip(0..))
            .map(|(wording, idx)| ((wording.text.clone(), wording.reason.clone()), idx))
            .collect();
        Wordings { wordings, by_text }
    }

    /// The wording of a request, told once more.
    pub(super) fn take(&mut self, text: &str, reason: &str) -> u32 {
        let [text, reason] = [text, reason].map(|text| if is_blank(text) { "" } else { text });
        let key: (Box<str>, Box<str>) = (one_line(text), one_line(reason));
        let idx = *self
            .by_text
            .entry(key)
            .or_insert_with_key(|(text, reason)| {
                self.wordings.push(Wording {
                    text: text.clone(),
                    reason: reason.clone(),
                    n_requests: 0,
                });
                index(self.wordings.len() - 1)
            });
        self.wordings[idx as usize].n_requests += 1;
        idx
    }

    /// One more request with a wording that is known.
    pub(super) fn again(&mut self, wording: u32) -> u32 {
        self.wordings[wording as usize].n_requests += 1;
        wording
    }
}

/// The wordings of kinds and results.
pub(super) struct Interner {
    pub(super) kinds: Wordings,
    pub(super) results: Wordings,
}

impl Interner {
    pub(super) fn of(ledger: &mut Ledger) -> Interner {
        Interner {
            kinds: Wordings::of(&mut ledger.kinds),
            results: Wordings::of(&mut ledger.results),
        }
    }
}
