//! All rules on one report: what they say, the reasons for which findings were set aside, and the mistakes that would explain the errors.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use nianbao_core::form::Form;
use nianbao_core::judgement::{Explanation, Finding, Ground, Judgement, RuleText};
use nianbao_core::law::Citation;
use nianbao_core::report::Report;

use crate::diagnosis::explain;
use crate::rule::{Context, Outcome, Rule, Verdict};
use crate::rules::check;

/// Judges a report by all rules.
pub fn judge(report: &Report, context: &Context) -> Judgement {
    judgement_of(report, context, check(report, context))
}

/// Puts what some rules said of a report in the order of display, with the reasons for which findings were set aside
/// and the mistakes that would explain what is left.
pub fn judgement_of(report: &Report, context: &Context, verdicts: Vec<Verdict>) -> Judgement {
    let mut judgement = Judgement::default();
    for verdict in verdicts {
        let mut text = None;
        for outcome in verdict.outcomes {
            match outcome {
                Outcome::Holds => judgement.n_holds += 1,
                Outcome::CannotTell(_) => judgement.n_cannot_tell += 1,
                Outcome::NotKnown(fact) => {
                    judgement.n_cannot_tell += 1;
                    judgement.not_known.push(fact);
                }
                Outcome::NothingStated(what) => {
                    judgement.n_cannot_tell += 1;
                    judgement.nothing_stated.push(what.to_owned());
                }
                Outcome::Fails(failure) => {
                    judgement.n_fails += 1;
                    let rule = text.get_or_insert_with(|| in_words(verdict.rule, report.form));
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
    judgement.not_known.sort_unstable();
    judgement.not_known.dedup();
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

/// The words of a rule on a form, put together once.
fn in_words(rule: &'static Rule, form: &'static Form) -> Arc<RuleText> {
    type Texts = BTreeMap<(u16, &'static str), Arc<RuleText>>;
    static TEXTS: Mutex<Texts> = Mutex::new(BTreeMap::new());
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    let text = texts.entry((form.edition.year, rule.id));
    Arc::clone(text.or_insert_with(|| Arc::new(written(rule, form))))
}

fn written(rule: &Rule, form: &Form) -> RuleText {
    let ground = |citation: &&Citation| Ground {
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

#[cfg(test)]
mod tests;
