//! Finding and replacing words in all prose of the open report; the program beside the page finds.

use leptos::ev;
use leptos::prelude::*;
use nianbao_wasm::job::{FindWords, Hit};

use crate::desk::{Desk, desk, focus_title};
use crate::places::{anchor, focus, select};

impl Desk {
    /// Opens the panel.
    pub fn look_for_words(self) {
        self.shown.is_finding.set(true);
        request_animation_frame(|| focus("find-words"));
    }
}

/// The panel, while it is wanted.
#[component]
pub fn Find() -> impl IntoView {
    let desk = desk();
    move || desk.shown.is_finding.get().then(|| panel(desk))
}

fn panel(desk: Desk) -> AnyView {
    let words = RwSignal::new(String::new());
    let others = RwSignal::new(String::new());
    let answered = desk.answered(move || FindWords {
        draft: desk.draft.text(),
        words: words.get(),
    });
    let hits = move || match answered.get() {
        None => ().into_any(),
        Some(Err(sentence)) => view! { <p class="hint">{sentence}</p> }.into_any(),
        Some(Ok(hits)) => list(desk, hits, &words.get_untracked()),
    };
    let close = move || {
        desk.shown.is_finding.set(false);
        focus_title();
    };
    let replace = move |_| {
        let (words, others) = (words.get_untracked(), others.get_untracked());
        let is_found = |answer: &Option<Result<Vec<Hit>, String>>| matches!(answer, Some(Ok(hits)) if !hits.is_empty());
        if answered.with_untracked(is_found) {
            desk.change_with_undo(
                format!("已把“{words}”都替换为“{others}”。"),
                |report| {
                    report.replace(&words, &others);
                },
            );
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let type_words = move |event| words.set(event_target_value(&event));
    let type_others = move |event| others.set(event_target_value(&event));
    view! {
        <div class="help find" role="dialog" aria-labelledby="find-title" on:keydown=on_key>
            <h2 id="find-title">"查找和替换"</h2>
            <label for="find-words">"查找"</label>
            <input id="find-words" type="text" autocomplete="off" on:input=type_words />
            <label for="find-others">"替换为"</label>
            <input id="find-others" type="text" autocomplete="off" on:input=type_others />
            <p class="tools">
                <button type="button" on:click=replace>"全部替换"</button>
                <button type="button" on:click=move |_| close()>"关闭（Esc）"</button>
            </p>
            <div role="status">{hits}</div>
        </div>
    }
    .into_any()
}

/// Where the words stand, each a way there.
fn list(desk: Desk, hits: Vec<Hit>, words: &str) -> AnyView {
    if hits.is_empty() {
        return ().into_any();
    }
    let n_hits = hits.len();
    let words = words.to_owned();
    let entry = |hit: Hit| {
        let go = move |_| {
            desk.go_to(hit.place);
            // The browser shows what is selected when the focus comes.
            request_animation_frame(move || {
                select(&anchor(desk.draft.form(), hit.place), hit.from, hit.to);
            });
        };
        view! {
            <li>
                <button type="button" class="jump" on:click=go>
                    <span class="title">{hit.name}</span>" "{hit.before}<mark>{words.clone()}</mark>{hit.after}
                </button>
            </li>
        }
    };
    let entries = hits.into_iter().map(entry).collect_view();
    view! { <p class="hint">{format!("找到 {n_hits} 处。")}</p><ul>{entries}</ul> }.into_any()
}
