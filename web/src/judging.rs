//! What the rules say of a report: asked of the program beside the page, so that typing never waits for it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::aid::Offer;
use nianbao_core::judgement::{Judgement, json};
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_wasm::job::{Ask, JudgeDraft, Judged, Program};

use crate::browser::{clock, worker::Running};
use crate::state::Desk;

/// What is known of the rules' word on the open report.
#[derive(Clone, Debug, PartialEq)]
pub enum Judging {
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
            self.report.track();
            let asked = question();
            spawn_local(async move {
                let answer = self.judge.ask(asked).await;
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
        desk.report.track();
        desk.previous.track();
        if desk.draft.with(Option::is_none) {
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
                let report = desk.report.get_untracked();
                let previous = desk.previous.get_untracked();
                let answer = desk.judge.judge(&report, previous.as_ref()).await;
                // An answer that is out of date already may be about another draft.
                if !is_stale.get_value() {
                    let (judging, offers) = match answer {
                        Ok((judgement, offers)) => (Judging::Done(judgement), offers),
                        Err(sentence) => (Judging::Failed(sentence), Vec::new()),
                    };
                    desk.judging.set(judging);
                    desk.offers.set(offers);
                    if desk.moves_on.get_value() {
                        desk.moves_on.set_value(false);
                        desk.go_to_problem(true);
                    }
                }
            }
            is_asking.set_value(false);
        };
        // What was typed is seen first.
        set_timeout(move || spawn_local(judge), Duration::ZERO);
    });
}
