//! What the rules say of a report: asked of the program beside the page, so that typing never waits for it.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::aid::{self, Offer};
use nianbao_core::date;
use nianbao_core::judgement::{Judgement, json};
use nianbao_core::report::Report;
use nianbao_core::saved;
use wasm_bindgen::JsValue;

use crate::browser::{clock, worker::Program};
use crate::form::focus;
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
pub struct Judge(StoredValue<Option<Program>, LocalStorage>);

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
        let [judgement, offers] = self.verdict(saved::write_draft(report, previous)).await?;
        json::from_json(&judgement, form)
            .zip(aid::json::offers_from_json(&offers, form))
            .ok_or_else(|| UNREADABLE.to_owned())
    }

    /// Judges a draft as it is saved: the JSON of the judgement, and that of the sentences left behind.
    ///
    /// # Errors
    /// A Chinese sentence, where the program does not answer.
    pub async fn verdict(self, draft: String) -> Result<[String; 2], String> {
        let today = clock::today().map(date::written).unwrap_or_default();
        let answer = Array::from(&self.ask("judge", &today, draft).await?);
        Ok([0, 1].map(|idx| answer.get(idx).as_string().unwrap_or_default()))
    }

    /// Asks for a piece of work that comes to a text.
    ///
    /// # Errors
    /// A Chinese sentence, where the program does not answer.
    pub async fn text(self, job: &str, name: &str, payload: String) -> Result<String, String> {
        let answer = self.ask(job, name, payload).await?;
        Ok(answer.as_string().unwrap_or_default())
    }

    /// Asks for a piece of work.
    ///
    /// # Errors
    /// A Chinese sentence, where the program does not answer.
    pub async fn ask(self, job: &str, name: &str, payload: String) -> Result<JsValue, String> {
        let is_running = |program: &Program| !program.is_broken();
        if !self
            .0
            .with_value(|program| program.as_ref().is_some_and(is_running))
        {
            self.0.set_value(Some(Program::start("judge")?));
        }
        let answer = self
            .0
            .with_value(|program| Some(program.as_ref()?.ask(job, name, &payload.into())));
        let Some(answer) = answer else {
            return Err(UNREADABLE.to_owned());
        };
        answer.await
    }
}

impl Desk {
    /// What the program beside the page draws of the open draft under a name, anew after each change; or why it does not.
    ///
    /// A step of that name keeps the focus.
    pub fn drawn(
        self,
        job: &'static str,
        name: RwSignal<String>,
        payload: fn(Desk) -> String,
    ) -> RwSignal<String> {
        let drawn = RwSignal::new(String::new());
        Effect::new(move |_| {
            self.report.track();
            let (name, payload) = (name.get(), payload(self));
            spawn_local(async move {
                let answer = self.judge.text(job, &name, payload).await;
                // What it was drawn for may have been left meanwhile.
                drop(drawn.try_set(answer.unwrap_or_else(|sentence| sentence)));
                request_animation_frame(move || focus(&format!("step-{name}")));
            });
        });
        drawn
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
