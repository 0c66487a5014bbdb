//! The collecting office (汇总): a hundred reports at once.
//!
//! A [`Roster`] names who has to report, [`HandedIn`] is a file that came in, a [`Collection`] is all of them in one year.
//! [`Collection::sums`] adds the tables up, each figure with the units behind it, and [`Collection::findings`] tells
//! who is missing, what differs and what was copied. Sums walk the form; blank stays blank and is named.
//!
//! Pure: it opens no file. Who reads them hands over reports, or the sentence that says why there is none.
#![deny(clippy::float_arithmetic)]

mod alike;
mod collection;
mod draft;
mod feedback;
mod findings;
mod json;
mod naming;
mod parent;
mod roster;
mod series;
mod sums;
pub mod workbook;

pub use alike::{Alike, Likeness, alike};
pub use collection::{Collection, HandedIn, Parent, State};
pub use findings::{CollectFinding, CollectRule, RULES, examples, page};
pub use json::to_json;
pub use roster::{Roster, Unit};
pub use series::Series;
pub use sums::{UnitSum, WithoutNumber};

#[cfg(test)]
mod tests;
