//! What registers are checked by: one declaration each, as all other rules.

use jiff::civil::date;
use nianbao_core::date::Date;
use nianbao_core::judgement::Severity;
use nianbao_core::law::Citation;
use nianbao_core::report::Report;

use super::heads::Field;
use super::{Counted, Item, Register};

mod documents;
pub mod examples;
mod figures;
mod page;
mod publishing;

pub use page::page;

/// What a rule tells: the document that it is about, if one is, and the sentence.
pub type Told = (Option<u32>, String);

/// A counted register with what it is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its year, counted.
    pub counted: &'a Counted,
    /// The day of checking.
    pub today: Option<Date>,
    /// The report whose table two is compared.
    pub report: Option<&'a Report>,
    /// Last year's report of the same organ.
    pub previous: Option<&'a Report>,
}

/// A condition that the documents of a register meet.
#[derive(Debug)]
pub struct RegisterRule {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What is wrong, seen from the register.
    pub title: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Whether it concerns what is not there yet, rather than what is wrong.
    pub is_missing: bool,
    /// Whether it is judged only if somebody asks for it, since it rests on local rules.
    pub is_on_request: bool,
    /// On what it rests.
    pub source: &'static [&'static Citation],
    /// The condition as people read it.
    pub formula: &'static str,
    /// Why it matters, and what to do; the last sentence begins with 请.
    pub explanation: &'static str,
    /// Looks at a register: documents, where it is about one, and statements.
    pub find: fn(&Book) -> Vec<Told>,
    /// Registers that break it, and look-alikes that do not.
    pub examples: &'static [examples::Example],
}

/// One place where a condition is not met.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static RegisterRule,
    /// The document it is about; none where it is about a figure.
    pub item: Option<u32>,
    /// What was found.
    pub statement: String,
}

impl Finding {
    /// Whether it says that something is wrong, or that report and register differ.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
            || self.rule.id == figures::TYPED_DIFFERS_FROM_REGISTER.id
    }
}

impl Book<'_> {
    /// Documents that are in force at the end of the year, and those that ended in it, each in the order of the register.
    pub fn catalogs(&self) -> (Vec<u32>, Vec<u32>) {
        let last = date(self.counted.year, 12, 31);
        let listed = |wanted: &dyn Fn(&Item) -> bool| {
            let items = self.items();
            let listed = items.filter(|(_, item)| item.is_listed() && wanted(item));
            listed.map(|(idx, _)| idx).collect()
        };
        (
            listed(&|item| item.is_in_force(last) == Some(true)),
            listed(&|item| item.ended_in(self.counted.year).is_some()),
        )
    }

    fn items(&self) -> impl Iterator<Item = (u32, &Item)> {
        (0..).zip(&self.register.items)
    }

    /// The report, if it is one on the year.
    fn report_of_the_year(&self) -> Option<&Report> {
        self.report
            .filter(|report| report.year.map(i32::from) == Some(i32::from(self.counted.year)))
    }

    /// Whether the register has a column of this kind.
    fn has(&self, field: Field) -> bool {
        let columns = &self.register.columns;
        columns.iter().any(|(_, own)| *own == Some(field))
    }

    /// The names of documents behind a figure, as they stand behind it in a sentence.
    fn names(&self, items: &[u32]) -> String {
        const NAMED: usize = 8;
        if items.is_empty() {
            return String::new();
        }
        let names = items.iter().take(NAMED);
        let names: Vec<_> = names.map(|item| self.register.name(*item)).collect();
        let more = if items.len() > NAMED { "……" } else { "" };
        format!("（{}{more}）", names.join("、"))
    }
}

/// All rules, in the order findings are shown.
pub static RULES: &[&RegisterRule] = &[
    &documents::DOCUMENT_STATE_CONTRADICTED,
    &documents::DOCUMENT_NUMBER_TWICE,
    &documents::IN_FORCE_BEFORE_SIGNED,
    &figures::TYPED_DIFFERS_FROM_REGISTER,
    &figures::STOCK_CHAIN_BROKEN,
    &figures::STATED_DIFFERS,
    &documents::EXPIRED_NOT_CLEANED,
    &documents::DOCUMENT_NUMBER_YEAR,
    &documents::TITLE_TWICE,
    &publishing::PUBLISHED_LATE,
    &publishing::NOT_PUBLISHED,
    &documents::RULES_WITHOUT_POWER,
    &documents::REPEALED_NOT_IN_STOCK,
    &publishing::NORMATIVE_DOCUMENT_WITHHELD,
    &documents::DOCUMENT_KIND_OPEN,
    &documents::VALIDITY_TOO_LONG,
];

/// Judges a register by all rules in the order of the registry; of those that are judged on request only the ones named.
pub fn check(book: &Book, requested: &[&str]) -> Vec<Finding> {
    let wanted = RULES
        .iter()
        .filter(|rule| !rule.is_on_request || requested.contains(&rule.id));
    let found = wanted.flat_map(|rule| {
        let told = (rule.find)(book).into_iter();
        told.map(move |(item, statement)| Finding {
            rule,
            item,
            statement,
        })
    });
    found.collect()
}
