//! The registry of rules, in the order findings are shown: one rule per file, named after its id.
//!
//! domain.md B numbers its checks cell by cell (T3-R01…); each file notes the codes it stands for.

use crate::rule::Rule;

mod blank_figure;
mod requests_balance;
mod totals_add_up;

/// All rules, in the order findings are shown.
pub static RULES: &[&Rule] = &[
    &requests_balance::RULE,
    &totals_add_up::RULE,
    &blank_figure::RULE,
];

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests;
