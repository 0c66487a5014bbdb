//! What all rules together say of a report, in plain words and figures: what people are shown and programs are told.
//!
//! A judgement holds no rule, only what was said, so that it can cross from the worker that judges to the page that shows.

use std::sync::Arc;

use crate::form::Cell;
use crate::spot::Spot;

pub mod json;

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

/// What all rules together say of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// All failures, most severe first, otherwise in the order of the registry and of the printed form.
    pub findings: Vec<Finding>,
    /// Mistakes that would explain the errors, the most telling first.
    pub explanations: Vec<Explanation>,
    /// What was looked for in the text, and nothing found of it that could be compared.
    pub nothing_stated: Vec<String>,
    /// What is not known of the report, although rules ask for it; each once.
    pub not_known: Vec<Fact>,
    /// How many conditions are met.
    pub n_holds: usize,
    /// How many are not.
    pub n_fails: usize,
    /// How many cannot be told, for want of numbers in the tables or in the text.
    pub n_cannot_tell: usize,
}

/// What a rule may have to know of a report, and nobody told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// 机关类别
    Kind,
    /// 机关级别
    Level,
    /// 年度
    Year,
}

impl Fact {
    /// All facts, in the order in which the page asks for them.
    pub const ALL: [Fact; 3] = [Fact::Kind, Fact::Level, Fact::Year];

    /// The word used in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Fact::Kind => "kind",
            Fact::Level => "level",
            Fact::Year => "year",
        }
    }

    /// The fact with this key.
    pub fn of_key(key: &str) -> Option<Fact> {
        Fact::ALL.into_iter().find(|fact| fact.key() == key)
    }

    /// The words shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Fact::Kind => "机关类别",
            Fact::Level => "机关级别",
            Fact::Year => "年度",
        }
    }
}

/// A failed condition, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that is not met.
    pub rule: Arc<RuleText>,
    /// How grave it is here.
    pub severity: Severity,
    /// The condition with its numbers.
    pub statement: String,
    /// What it is about, the place to jump to first.
    pub spots: Vec<Spot>,
    /// Why it was set aside, if it was.
    pub note: Option<String>,
}

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// Its name for ever, in kebab-case.
    pub id: String,
    /// What is wrong, seen from the report.
    pub title: String,
    /// Whether a failure means that something is not there yet, rather than wrong.
    pub concerns: Concern,
    /// Why it matters, and what to do.
    pub explanation: String,
    /// The condition as people read it, in the official wording of the form.
    pub formula: String,
    /// On what it rests.
    pub grounds: Vec<Ground>,
}

/// A source of law or practice, with the clause that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Name and place: 《…》第…条.
    pub name: String,
    /// The clause in the words of the source.
    pub clause: String,
}

/// A figure that would satisfy the equations: an offer to the clerk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub cell: Cell,
    /// What to type there.
    pub number: i64,
}

/// A mistake that would explain the numbers of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The id of the diagnosis.
    pub id: String,
    /// What probably happened, with cells and numbers, as a Chinese sentence.
    pub statement: String,
    /// The changes that would satisfy every equation they touch.
    pub changes: Vec<Change>,
    /// All cells of the equations that are explained: a finding with one of them is where it belongs.
    pub cells: Vec<Cell>,
}

impl Judgement {
    /// What is filled in, does not fit and was not set aside; the gravest first.
    pub fn problems(&self) -> impl Iterator<Item = &Finding> {
        let is_wanted = |finding: &&Finding| finding.is_open() && finding.is_wrong();
        self.findings.iter().filter(is_wanted)
    }

    /// The problems of one severity.
    pub fn wrong(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.problems()
            .filter(move |finding| finding.severity == severity)
    }

    /// What has to be there and is not filled in yet.
    pub fn missing(&self) -> impl Iterator<Item = &Finding> {
        let is_wanted = |finding: &&Finding| finding.is_open() && !finding.is_wrong();
        self.findings.iter().filter(is_wanted)
    }

    /// What was looked at and set aside with a reason.
    pub fn set_aside(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !finding.is_open())
    }
}

impl Finding {
    /// Whether it was not set aside.
    pub fn is_open(&self) -> bool {
        self.note.is_none()
    }

    /// Whether something that is filled in does not fit, rather than that something is missing.
    pub fn is_wrong(&self) -> bool {
        self.rule.concerns == Concern::Wrong
    }

    /// Whether a diagnosis belongs to it: it is an open error about one of the cells that are explained.
    pub fn is_explained_by(&self, explanation: &Explanation) -> bool {
        let is_its =
            |spot: &Spot| matches!(spot, Spot::Cell(cell) if explanation.cells.contains(cell));
        self.is_open_error() && self.spots.iter().any(is_its)
    }

    /// Whether it is an error that was not set aside.
    pub fn is_open_error(&self) -> bool {
        self.is_open() && self.severity == Severity::Error
    }
}
