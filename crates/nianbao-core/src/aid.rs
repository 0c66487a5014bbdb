//! Sentences that a writing aid made of the figures: offered, inserted, brought up to date when asked.

use serde::{Deserialize, Serialize};

pub use crate::report::GAP;
use crate::spot::Spot;

/// A sentence that is offered for a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The aid that made it.
    pub aid: String,
    /// The sentence as it reads now.
    pub text: String,
    /// What parts it from the text before it: a line end, or nothing.
    pub before: String,
}

/// A sentence that was inserted, found as it was, and would read otherwise now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The aid that made it.
    pub aid: String,
    /// Where it stands.
    pub spot: Spot,
    /// How it reads.
    pub old: String,
    /// How it would read now.
    pub new: String,
}
