//! What the collecting office has to know: one declaration for each rule, and what it found.

use nianbao_core::form::Cell;
use nianbao_core::judgement::Severity;
use nianbao_core::law::Citation;

use crate::collection::Collection;
use crate::sums::UnitSum;

pub mod examples;
mod figures;
mod files;
mod page;
mod registry;

pub use page::page;
pub use registry::RULES;

/// A condition that a collection should meet.
#[derive(Debug)]
pub struct CollectRule {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What is wrong, as a Chinese phrase.
    pub title: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// On what it rests.
    pub source: &'static [&'static Citation],
    /// The condition as people read it.
    pub formula: &'static str,
    /// Why it matters, and what to do; the last sentence begins with 请.
    pub explanation: &'static str,
    find: fn(&Collection, &[UnitSum]) -> Vec<Found>,
    /// Collections that break it, and look-alikes that do not.
    pub examples: &'static [examples::Example],
}

/// What a rule found in a collection.
#[derive(Debug)]
pub struct CollectFinding {
    /// The rule.
    pub rule: &'static CollectRule,
    /// How grave it is here.
    pub severity: Severity,
    /// The units that it is about, by their places in the list.
    pub units: Vec<usize>,
    /// The file that it is about, where no unit is.
    pub file: Option<String>,
    /// The cells that it is about, on the collection's form.
    pub cells: Vec<Cell>,
    /// What was found, as a Chinese sentence.
    pub statement: String,
}

/// What one rule says of one place.
#[derive(Default)]
struct Found {
    severity: Option<Severity>,
    units: Vec<usize>,
    file: Option<String>,
    cells: Vec<Cell>,
    statement: String,
}

impl Found {
    fn of_unit(unit: usize, statement: String) -> Found {
        Found {
            units: vec![unit],
            statement,
            ..Found::default()
        }
    }

    fn of_file(file: &str, statement: String) -> Found {
        Found {
            file: Some(file.to_owned()),
            statement,
            ..Found::default()
        }
    }
}

impl Collection {
    /// What all rules find, in their order.
    pub fn findings(&self, sums: &[UnitSum]) -> Vec<CollectFinding> {
        let of_rule = |rule: &'static CollectRule| {
            let found = (rule.find)(self, sums).into_iter();
            found.map(move |found| CollectFinding {
                rule,
                severity: found.severity.unwrap_or(rule.severity),
                units: found.units,
                file: found.file,
                cells: found.cells,
                statement: found.statement,
            })
        };
        RULES.iter().flat_map(of_rule).collect()
    }
}
