//! What a rule is, and how a report is judged by all of them.
//!
//! A [`Rule`] is one declaration: run by [`check`](crate::rules::check), explained on the screen, printed by `nianbao rules`,
//! listed in docs/rules.md and proved by its own examples.

use nianbao_core::date::Date;
use nianbao_core::form::{Cell, Form};
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law::Citation;
use nianbao_core::report::{Level, OrganKind, Report};
use nianbao_core::spot::{Field, Spot};

mod case;
mod claim;
mod shapes;
mod stated;
mod sum;

use case::Known;
pub use case::{Case, Passage, Signs, Written};
pub use claim::{Claim, Counts};
pub use sum::{At, Sum};

/// A condition that reports must, should or usually meet.
#[derive(Debug)]
pub struct Rule {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What is wrong, seen from the report.
    pub title: &'static str,
    /// How grave it is; a finding may be graver or milder where the rule says so.
    pub severity: Severity,
    /// Whether a failure means that something is not there yet, rather than wrong.
    pub concerns: Concern,
    /// On what it rests.
    pub source: &'static [&'static Citation],
    /// The condition.
    pub check: Check,
    /// Why it matters, and what to do; the last sentence begins with 请.
    pub explanation: &'static str,
    /// Reports that break it, and look-alikes that do not.
    pub examples: &'static [Example],
}

/// The condition of a rule.
#[derive(Debug)]
pub enum Check {
    /// Every 总计 of the form equals the sum of its terms.
    Totals,
    /// Every 勾稽关系 of the form holds in each column.
    Balances,
    /// Numbers that a text states of the tables fit one of their legitimate readings.
    Stated {
        /// What the text may state, as people call it.
        what: &'static str,
        /// The words and the readings.
        claims: &'static [Claim],
    },
    /// A condition of its own, in words and as a function.
    Custom {
        /// The condition as people read it.
        formula: &'static str,
        /// Looks at a report; nothing means that the rule does not apply to it.
        find: fn(&Case) -> Vec<Outcome>,
    },
}

/// What a rule found at one place.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The condition is met.
    Holds,
    /// It is not.
    Fails(Failure),
    /// It cannot be told, because these figures have no number. Never shown as a pass.
    CannotTell(Vec<Cell>),
    /// It cannot be told, because this is not known of the report. Never shown as a pass.
    NotKnown(Fact),
    /// The text states nothing of this that could be compared. No pass either.
    NothingStated(&'static str),
}

/// One place where a condition is not met.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Graver or milder than the rule as such.
    pub severity: Option<Severity>,
    /// The condition with its numbers, as a Chinese sentence or equation.
    pub statement: String,
    /// What it is about, the place to jump to first.
    pub spots: Vec<Spot>,
}

impl Failure {
    /// A failure of the rule's own severity.
    pub fn new(statement: impl Into<String>, spots: impl IntoIterator<Item = Spot>) -> Failure {
        Failure {
            severity: None,
            statement: statement.into(),
            spots: spots.into_iter().collect(),
        }
    }

    /// The same failure, graver or milder than the rule as such.
    pub fn with_severity(self, severity: Severity) -> Failure {
        Failure {
            severity: Some(severity),
            ..self
        }
    }
}

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Outcome {
        Outcome::Fails(failure)
    }
}

/// What a report is judged by, beside itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The day of checking; rules about dates to come need it.
    pub today: Option<Date>,
    /// Last year's report of the same organ.
    pub previous: Option<&'a Report>,
}

/// What one rule says of a report.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// The rule.
    pub rule: &'static Rule,
    /// One outcome for each place the rule looked at; empty where it does not apply.
    pub outcomes: Vec<Outcome>,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.id == other.id
    }
}

/// Judges a report by these rules, in their order.
pub fn check_by(rules: &[&'static Rule], report: &Report, context: &Context) -> Vec<Verdict> {
    let known = Known::default();
    let case = Case::new(report, context, &known);
    let verdict = |&rule: &&'static Rule| Verdict {
        rule,
        outcomes: rule.judge_case(&case),
    };
    rules.iter().map(verdict).collect()
}

impl Rule {
    /// Judges a report by this rule alone.
    pub fn judge(&self, report: &Report, context: &Context) -> Vec<Outcome> {
        self.judge_case(&Case::new(report, context, &Known::default()))
    }

    /// Judges a report of which the other rules know something already.
    fn judge_case(&self, case: &Case) -> Vec<Outcome> {
        match self.check {
            Check::Totals => shapes::totals(case),
            Check::Balances => shapes::balances(case),
            Check::Stated { what, claims } => stated::stated(case, what, claims, self.severity),
            Check::Custom { find, .. } => find(case),
        }
    }

    /// The condition as people read it, in the official wording of a form.
    pub fn formula(&self, form: &Form) -> String {
        match self.check {
            Check::Totals => "总计 = 同组各项之和（三、四两部分各行、各列）".to_owned(),
            Check::Balances => shapes::relations(form),
            Check::Stated { claims, .. } => stated::formula(form, claims),
            Check::Custom { formula, .. } => formula.to_owned(),
        }
    }
}

/// A report that is sound but for a few changes, and what a rule must say of it.
#[derive(Debug)]
pub struct Example {
    /// Changes to [`nianbao_core::example::sound_report`].
    pub given: &'static [Given],
    /// The statements of this rule, in order; none for a look-alike that must stay silent.
    pub finds: &'static [&'static str],
}

/// One change to a sound report.
#[derive(Debug)]
pub enum Given {
    /// Table, row, column and what is typed there.
    Figure(&'static str, &'static str, &'static str, &'static str),
    /// Table, row, column of a figure that was read with a guess, and the reason.
    Doubt(&'static str, &'static str, &'static str, &'static str),
    /// Key and content of a text.
    Text(&'static str, &'static str),
    /// Name, kind and level of the organ; title and signature stay as they were.
    Organ(&'static str, OrganKind, Level),
    /// Name of an organ of which nobody told kind or level; title and signature stay as they were.
    Named(&'static str),
    /// Nobody knows which year the report is on.
    NoYear,
    /// A field and its content.
    Field(Field, &'static str),
    /// Headings as found in a published source.
    Headings(&'static [&'static str]),
    /// What a local notice asks for: deadline and length of section one.
    Local(&'static str, &'static str),
    /// The edition the report is written on.
    Edition(u16),
    /// The day of checking.
    Today(i16, i8, i8),
    /// A figure of last year's report, which is otherwise sound too.
    Previous(&'static str, &'static str, &'static str, &'static str),
    /// Key and content of a text of last year's report.
    PreviousText(&'static str, &'static str),
    /// The year that the report at hand as last year's is on.
    PreviousYear(u16),
}
