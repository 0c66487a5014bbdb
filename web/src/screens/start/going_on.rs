//! How far drafts are, and the way on for who comes back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::judgement::{Judgement, Severity};
use nianbao_core::report::Report;

use crate::browser::clock;
use crate::browser::storage::{self, Draft};
use crate::desk::desk;

/// There is one main way on: for who comes back, what stands in `index.html` to begin with comes after the drafts.
pub fn come_second(is_second: bool) {
    let [begin, start] = ["begin", "start"].map(|id| document().get_element_by_id(id));
    let Some((begin, start)) = begin.zip(start) else {
        return;
    };
    drop(begin.class_list().toggle_with_force("second", is_second));
    // Moving it would take the focus from who is typing there.
    let active = document().active_element();
    if begin.contains(active.as_ref().map(AsRef::as_ref)) {
        return;
    }
    drop(match is_second {
        true => start.after_with_node_1(&begin),
        false => start.before_with_node_1(&begin),
    });
}

/// The way on for who comes back: the draft that was changed last, what is open in it, and how long there is time.
#[component]
pub fn Continue(draft: Draft) -> impl IntoView {
    let desk = desk();
    let report = draft.content.clone().ok();
    let title = report
        .as_ref()
        .map_or_else(String::new, Report::short_title);
    let days_left = report.as_ref().zip(clock::today());
    let days_left = days_left.and_then(|(report, today)| {
        let last = report.deadline()?;
        Some(match report.days_left(today)? {
            left @ 0.. => format!("离 {} 月 {} 日还有 {left} 天", last.month(), last.day()),
            over => format!("已过 {} 月 {} 日 {} 天", last.month(), last.day(), -over),
        })
    });
    // A date stands in what is finished.
    let is_dated = report.is_some_and(|report| !report.date.trim().is_empty());
    let state = judged_in_words(&draft);
    let open = move |_| match storage::load(&draft.id) {
        Some(draft) => {
            desk.open(&draft);
        }
        None => desk.shelf.changed.notify(),
    };
    view! {
        <p class="continue">
            <button type="button" class="primary" on:click=open>
                "继续：" {title}
                {move || Some(state.get()).filter(|state| !state.is_empty()).map(|state| format!(" · {state}"))}
                {days_left.filter(|_| !is_dated).map(|left| format!(" · {left}"))}
            </button>
        </p>
    }
}

/// How far a draft is, in a few words, once the rules have spoken of it.
pub fn judged_in_words(draft: &Draft) -> RwSignal<String> {
    let desk = desk();
    let state = RwSignal::new(String::new());
    if let Ok(report) = draft.content.clone() {
        let previous = draft.previous.clone();
        spawn_local(async move {
            let judged = desk.judging.judge.judge(&report, previous.as_ref()).await;
            // The list may have been left meanwhile.
            drop(state.try_set(judged.map_or_else(|sentence| sentence, |it| in_words(&it.0))));
        });
    }
    state
}

/// How far a draft is, in a few words.
fn in_words(judgement: &Judgement) -> String {
    let n_errors = judgement.wrong(Severity::Error).count();
    match (n_errors, judgement.missing().count()) {
        (0, 0) => "可以发布".to_owned(),
        (0, n_missing) => format!("待填 {n_missing} 处"),
        (n_errors, 0) => format!("错误 {n_errors} 处"),
        (n_errors, n_missing) => format!("错误 {n_errors} 处，待填 {n_missing} 处"),
    }
}
