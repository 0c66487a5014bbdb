//! What all rules together say of a report, in plain words and figures: what people are shown and programs are told.
//!
//! A judgement holds no rule, only what was said, so that it can cross from the worker that judges to the page that shows.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnosis::{Explanation, explain};
use crate::form::Form;
use crate::report::Report;
use crate::rule::{Concern, Context, Outcome, Rule, Severity, Spot, Verdict, check};

pub mod json;

/// What all rules together say of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// All failures, most severe first, otherwise in the order of the registry and of the printed form.
    pub findings: Vec<Finding>,
    /// Mistakes that would explain the errors, the most telling first.
    pub explanations: Vec<Explanation>,
    /// What was looked for in the text, and nothing found of it that could be compared.
    pub nothing_stated: Vec<String>,
    /// How many conditions are met.
    pub n_holds: usize,
    /// How many are not.
    pub n_fails: usize,
    /// How many cannot be told, for want of numbers in the tables or in the text.
    pub n_cannot_tell: usize,
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

impl Judgement {
    /// Judges a report by all rules.
    pub fn of(report: &Report, context: &Context) -> Judgement {
        Judgement::from_verdicts(report, context, check(report, context))
    }

    /// Puts what some rules said of a report in the order of display, with the reasons for which findings were set aside
    /// and the mistakes that would explain what is left.
    pub fn from_verdicts(report: &Report, context: &Context, verdicts: Vec<Verdict>) -> Judgement {
        let mut judgement = Judgement::default();
        for verdict in verdicts {
            let mut text = None;
            for outcome in verdict.outcomes {
                match outcome {
                    Outcome::Holds => judgement.n_holds += 1,
                    Outcome::CannotTell(_) => judgement.n_cannot_tell += 1,
                    Outcome::NothingStated(what) => {
                        judgement.n_cannot_tell += 1;
                        judgement.nothing_stated.push(what.to_owned());
                    }
                    Outcome::Fails(failure) => {
                        judgement.n_fails += 1;
                        let rule =
                            text.get_or_insert_with(|| RuleText::of(verdict.rule, report.form));
                        judgement.findings.push(Finding {
                            rule: Arc::clone(rule),
                            severity: failure.severity.unwrap_or(verdict.rule.severity),
                            statement: failure.statement,
                            spots: failure.spots,
                            note: None,
                        });
                    }
                }
            }
        }
        for finding in &mut judgement.findings {
            finding.note = report.note_on(finding).map(|note| note.reason.clone());
        }
        judgement.findings.sort_by_key(|finding| finding.severity);
        let findings = &judgement.findings;
        let belongs = |it: &Explanation| findings.iter().any(|finding| finding.is_explained_by(it));
        if findings.iter().any(Finding::is_open_error) {
            let explanations = explain(report, context.previous).into_iter();
            judgement.explanations = explanations.filter(belongs).collect();
        }
        judgement
    }

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

    fn is_open_error(&self) -> bool {
        self.is_open() && self.severity == Severity::Error
    }
}

impl RuleText {
    /// The words of a rule on a form, put together once.
    fn of(rule: &'static Rule, form: &'static Form) -> Arc<RuleText> {
        type Texts = BTreeMap<(u16, &'static str), Arc<RuleText>>;
        static TEXTS: Mutex<Texts> = Mutex::new(BTreeMap::new());
        let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        let text = texts.entry((form.edition.year, rule.id));
        Arc::clone(text.or_insert_with(|| Arc::new(RuleText::written(rule, form))))
    }

    fn written(rule: &Rule, form: &Form) -> RuleText {
        let ground = |citation: &&crate::law::Citation| Ground {
            name: citation.name.to_owned(),
            clause: citation.clause.to_owned(),
        };
        RuleText {
            id: rule.id.to_owned(),
            title: rule.title.to_owned(),
            concerns: rule.concerns,
            explanation: rule.explanation.to_owned(),
            formula: rule.formula(form),
            grounds: rule.source.iter().map(ground).collect(),
        }
    }
}
