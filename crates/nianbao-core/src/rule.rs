//! What a rule is, and how a report is judged by all of them.
//!
//! A [`Rule`] is one declaration: run by [`check`], explained on the screen, printed by `nianbao rules`,
//! listed in docs/rules.md and proved by its own examples.

use crate::date::Date;
use crate::form::{Cell, Form, TextId};
use crate::law::Citation;
use crate::report::{Level, OrganKind, Report};
use crate::rules::RULES;

mod case;
mod claim;
mod shapes;
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

/// How grave a finding is. The order is that of display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The report contradicts itself or lacks a statutory item.
    Error,
    /// Possible but unusual.
    Warning,
    /// Worth a look.
    Hint,
}

impl Severity {
    /// The word shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Warning => "提醒",
            Severity::Hint => "提示",
        }
    }

    /// One step milder.
    pub fn lowered(self) -> Severity {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Hint => Severity::Hint,
        }
    }

    /// The word used in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }

    /// The severity with this key.
    pub fn of_key(key: &str) -> Option<Severity> {
        [Severity::Error, Severity::Warning, Severity::Hint]
            .into_iter()
            .find(|severity| severity.key() == key)
    }
}

/// What a rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Something that has to be there is not filled in yet.
    Missing,
    /// What is filled in does not fit.
    Wrong,
}

impl Concern {
    /// The word used in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Concern::Missing => "missing",
            Concern::Wrong => "wrong",
        }
    }

    /// The concern with this key.
    pub fn of_key(key: &str) -> Option<Concern> {
        [Concern::Missing, Concern::Wrong]
            .into_iter()
            .find(|concern| concern.key() == key)
    }
}

/// The condition of a rule.
#[derive(Debug)]
pub enum Check {
    /// Every 总计 of the form equals the sum of its terms.
    Totals,
    /// In each column of a table, the rows on the left add up to the rows on the right.
    Balance {
        /// Key of the table.
        table: &'static str,
        /// Paths of rows.
        left: &'static [&'static str],
        /// Paths of rows.
        right: &'static [&'static str],
    },
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

/// A place in a report that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spot {
    /// One of the fields before and after the sections.
    Field(Field),
    /// A figure.
    Cell(Cell),
    /// A text.
    Text(TextId),
}

/// The fields of a report that are neither figures nor section texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 机关名称
    Organ,
    /// 年度
    Year,
    /// 标题
    Title,
    /// 开头段落
    Preamble,
    /// 落款
    Signature,
    /// 成文日期
    Date,
}

impl Field {
    /// All fields, in printed order after organ and year.
    pub const ALL: [Field; 6] = [
        Field::Organ,
        Field::Year,
        Field::Title,
        Field::Preamble,
        Field::Signature,
        Field::Date,
    ];

    /// Its name in the saved format.
    pub fn key(self) -> &'static str {
        match self {
            Field::Organ => "organ",
            Field::Year => "year",
            Field::Title => "title",
            Field::Preamble => "preamble",
            Field::Signature => "signature",
            Field::Date => "date",
        }
    }

    /// The field with this key.
    pub fn of_key(key: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.key() == key)
    }

    /// The words shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Field::Organ => "机关名称",
            Field::Year => "年度",
            Field::Title => "标题",
            Field::Preamble => "开头段落",
            Field::Signature => "落款",
            Field::Date => "成文日期",
        }
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

/// Judges a report by all rules, in the order of the registry.
pub fn check(report: &Report, context: &Context) -> Vec<Verdict> {
    let known = Known::default();
    let case = Case::new(report, context, &known);
    RULES
        .iter()
        .map(|rule| Verdict {
            rule,
            outcomes: rule.judge_case(&case),
        })
        .collect()
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
            Check::Balance { table, left, right } => shapes::balance(case, table, left, right),
            Check::Stated { what, claims } => claim::stated(case, what, claims, self.severity),
            Check::Custom { find, .. } => find(case),
        }
    }

    /// The condition as people read it, in the official wording of a form.
    pub fn formula(&self, form: &Form) -> String {
        match self.check {
            Check::Totals => "总计 = 同组各项之和（三、四两部分各行、各列）".to_owned(),
            Check::Balance { table, left, right } => {
                let side = |rows: &[&str]| {
                    let name = |row: &&str| {
                        let table = form.table(table)?;
                        Some(table.rows[table.row(row)?].name.as_str())
                    };
                    rows.iter().filter_map(name).collect::<Vec<_>>().join(" + ")
                };
                format!("每一列：{} = {}", side(left), side(right))
            }
            Check::Stated { claims, .. } => claim::formula(form, claims),
            Check::Custom { formula, .. } => formula.to_owned(),
        }
    }
}

/// A report that is sound but for a few changes, and what a rule must say of it.
#[derive(Debug)]
pub struct Example {
    /// Changes to [`crate::example::sound_report`].
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
