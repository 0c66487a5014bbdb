//! What the rules say of a report: asked of the program beside the page, so that typing never waits for it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::aid::Offer;
use nianbao_core::form::Form;
use nianbao_core::judgement::Severity;
use nianbao_core::judgement::{Finding, Judgement, json};
use nianbao_core::progress::Part;
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_core::spot::Spot;
use nianbao_wasm::job::{Ask, JudgeDraft, Judged, Program};

use crate::browser::{clock, worker::Running};
use crate::desk::Desk;

/// What is known of the rules' word on the open report.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing yet.
    Working,
    /// The word on the report as it stood a moment ago.
    Done(Judgement),
    /// The program that judges does not answer, and why.
    Failed(String),
}

/// The program that judges: started when it is first asked, and again after it broke.
#[derive(Clone, Copy)]
pub struct Judge(StoredValue<Option<Running>, LocalStorage>);

impl Judge {
    /// A judge who has not been asked anything.
    pub fn new() -> Judge {
        Judge(StoredValue::new_local(None))
    }

    /// Judges a report, beside last year's if there is one; with it come the sentences that the figures have left behind.
    ///
    /// # Errors
    /// A Chinese sentence, where the program does not answer.
    pub async fn judge(
        self,
        report: &Report,
        previous: Option<&Report>,
    ) -> Result<(Judgement, Vec<Offer>), String> {
        let form = report.form;
        let judged = self.judged(saved::write_draft(report, previous)).await?;
        let judgement = json::from_json(&judged.judgement, form);
        Ok((judgement.ok_or(UNREADABLE)?, judged.offers))
    }

    /// Judges a draft as it is saved.
    ///
    /// # Errors
    /// A Chinese sentence, where the program does not answer.
    pub async fn judged(self, draft: String) -> Result<Judged, String> {
        let today = clock::today().map(|today| (today.year(), today.month(), today.day()));
        self.ask(JudgeDraft { draft, today }).await
    }

    /// Asks for a piece of work.
    ///
    /// # Errors
    /// A Chinese sentence, where the program does not answer.
    pub async fn ask<A: Ask>(self, asked: A) -> Result<A::Answer, String> {
        let is_running = |program: &Running| !program.is_broken();
        if !self
            .0
            .with_value(|program| program.as_ref().is_some_and(is_running))
        {
            self.0.set_value(Some(Running::start(Program::Judge)?));
        }
        let answer = self
            .0
            .with_value(|program| Some(program.as_ref()?.ask(asked)));
        let Some(answer) = answer else {
            return Err(UNREADABLE.to_owned());
        };
        answer.await
    }
}

/// What is wrong with the open report.
#[derive(Clone, Copy)]
pub struct Judging {
    /// The program that judges.
    pub judge: Judge,
    /// What it says.
    pub said: RwSignal<Said>,
    /// What is wrong with the figures.
    pub marks: Memo<Marks>,
    /// Sentences of the writing aids that the figures have left behind.
    pub offers: RwSignal<Vec<Offer>>,
    /// Which findings are shown.
    pub filter: RwSignal<Filter>,
    /// The one of them that the clerk is at.
    pub current: RwSignal<Option<Problem>>,
    /// Whether to go on to the next problem, once the rules have spoken of the change that settled one.
    pub moves_on: StoredValue<bool>,
}

/// The gravest thing that is wrong with each cell, by its index; those behind the last that has something wrong are left out.
pub type Marks = Vec<Option<Severity>>;

/// Which findings are shown; none of a field means all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Filter {
    /// Those about this part.
    pub part: Option<Part>,
    /// Those of this severity.
    pub severity: Option<Severity>,
}

impl Filter {
    /// Whether a finding is shown.
    pub fn takes(self, form: &Form, finding: &Finding) -> bool {
        let is_about = |part| {
            finding
                .spots
                .iter()
                .any(|&spot| Part::of(form, spot) == part)
        };
        self.part.is_none_or(is_about)
            && self
                .severity
                .is_none_or(|severity| finding.severity == severity)
    }
}

/// What makes a finding the same one while its numbers change: its rule, its places, and which of those it is.
pub type Problem = (String, Vec<Spot>, usize);

/// The findings, each with what stays the same in it.
pub fn problems<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<(Problem, Finding)> {
    let mut problems: Vec<(Problem, Finding)> = Vec::new();
    for finding in findings {
        let is_alike = |(_, other): &&(Problem, Finding)| {
            other.rule.id == finding.rule.id && other.spots == finding.spots
        };
        let nth = problems.iter().filter(is_alike).count();
        let problem = (finding.rule.id.clone(), finding.spots.clone(), nth);
        problems.push((problem, finding.clone()));
    }
    problems
}

impl Judging {
    /// Nobody was asked yet.
    pub fn new() -> Judging {
        let said = RwSignal::new(Said::Working);
        Judging {
            judge: Judge::new(),
            said,
            marks: Memo::new(move |_| {
                said.with(|said| match said {
                    Said::Done(judgement) => marks(judgement),
                    Said::Working | Said::Failed(_) => Vec::new(),
                })
            }),
            offers: RwSignal::new(Vec::new()),
            filter: RwSignal::new(Filter::default()),
            current: RwSignal::new(None),
            moves_on: StoredValue::new(false),
        }
    }

    /// Turns to another draft, of which nothing is known yet.
    pub fn turn(self) {
        self.filter.set(Filter::default());
        self.current.set(None);
        self.said.set(Said::Working);
        self.offers.set(Vec::new());
    }

    /// Asks what the rules say something; nothing while they have not spoken.
    pub fn judged<T>(self, ask: impl FnOnce(&Judgement) -> T) -> Option<T> {
        self.said.with(|said| match said {
            Said::Done(judgement) => Some(ask(judgement)),
            Said::Working | Said::Failed(_) => None,
        })
    }

    /// How many findings are wrong in a part of this form; none while the rules have not spoken.
    pub fn n_wrong(self, form: &Form, part: Part) -> usize {
        let is_there = |finding: &&Finding| {
            let spot = finding.spots.first();
            spot.is_some_and(|&spot| Part::of(form, spot) == part)
        };
        self.judged(|judgement| judgement.problems().filter(is_there).count())
            .unwrap_or(0)
    }

    /// The findings that are walked through, in printed order: those with a place that the filter lets through.
    ///
    /// What is wrong comes before what is missing: a form that is half filled in has too many gaps to walk through.
    pub fn walk(self, form: &Form) -> Vec<(Problem, Finding)> {
        let place = |finding: &Finding| {
            let spot = finding.spots.first()?;
            Some((Part::of(form, *spot), *spot))
        };
        let listed = |findings: &mut dyn Iterator<Item = &Finding>| {
            let mut listed = problems(
                findings.filter(|finding| place(finding).is_some() && self.shows(form, finding)),
            );
            listed.sort_by_key(|(_, finding)| place(finding));
            listed
        };
        let walk = self.judged(|judgement| {
            let wrong = listed(&mut judgement.problems());
            match wrong.is_empty() {
                true => listed(&mut judgement.missing()),
                false => wrong,
            }
        });
        walk.unwrap_or_default()
    }

    /// Whether the filter of the list lets a finding about this form through.
    pub fn shows(self, form: &Form, finding: &Finding) -> bool {
        self.filter.get().takes(form, finding)
    }

    /// The gravest thing that is wrong at a place: how grave, and in words.
    pub fn about(self, spot: Spot) -> Option<(Severity, String)> {
        let about = |judgement: &Judgement| {
            let finding = judgement
                .problems()
                .find(|finding| finding.spots.contains(&spot))?;
            let severity = finding.severity;
            let told = format!("{}：{}", severity.name(), finding.statement);
            Some((severity, told))
        };
        self.judged(about).flatten()
    }
}

/// The gravest thing that is wrong with each cell.
fn marks(judgement: &Judgement) -> Marks {
    let mut marks = Marks::new();
    for finding in judgement.problems() {
        for spot in &finding.spots {
            if let Spot::Cell(cell) = spot {
                let n_marked = marks.len().max(cell.index() + 1);
                marks.resize(n_marked, None);
                marks[cell.index()].get_or_insert(finding.severity);
            }
        }
    }
    marks
}

impl Desk {
    /// What is answered about the open draft, asked anew after each change of it; nothing before the first answer.
    pub fn answered<A: Ask + 'static>(
        self,
        question: impl Fn() -> A + Send + Sync + 'static,
    ) -> ReadSignal<Option<Result<A::Answer, String>>>
    where
        A::Answer: Send + Sync,
    {
        let (answered, set_answered) = signal(None);
        Effect::new(move |_| {
            self.draft.report.track();
            let asked = question();
            spawn_local(async move {
                let answer = self.judging.judge.ask(asked).await;
                // Where it is shown may have been left meanwhile.
                drop(set_answered.try_set(Some(answer)));
            });
        });
        answered
    }
}

const UNREADABLE: &str = "检查的结果不完整，请刷新页面后再试。";

/// Judges the open report after each change: one question at a time, and always a last one about the last change.
pub fn judge_after_changes(desk: Desk) {
    let is_asking = StoredValue::new(false);
    let is_stale = StoredValue::new(false);
    Effect::new(move |_| {
        desk.draft.report.track();
        desk.draft.previous.track();
        if desk.draft.id.with(Option::is_none) {
            return;
        }
        is_stale.set_value(true);
        if is_asking.get_value() {
            return;
        }
        is_asking.set_value(true);
        let judge = async move {
            while is_stale.get_value() {
                is_stale.set_value(false);
                let report = desk.draft.report.get_untracked();
                let previous = desk.draft.previous.get_untracked();
                let answer = desk.judging.judge.judge(&report, previous.as_ref()).await;
                // An answer that is out of date already may be about another draft.
                if !is_stale.get_value() {
                    let (said, offers) = match answer {
                        Ok((judgement, offers)) => (Said::Done(judgement), offers),
                        Err(sentence) => (Said::Failed(sentence), Vec::new()),
                    };
                    desk.judging.said.set(said);
                    desk.judging.offers.set(offers);
                    if desk.judging.moves_on.get_value() {
                        desk.judging.moves_on.set_value(false);
                        desk.go_on();
                    }
                }
            }
            is_asking.set_value(false);
        };
        // What was typed is seen first.
        set_timeout(move || spawn_local(judge), Duration::ZERO);
    });
}
