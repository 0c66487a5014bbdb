//! Finding and replacing words in all prose of the open report; the program beside the page finds and draws.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::form::{act_of, focus, select, spot_of};
use crate::state::{Desk, desk, focus_title};

/// The panel, while it is wanted.
#[component]
pub fn Find() -> impl IntoView {
    let desk = desk();
    Effect::new(move |_| {
        if desk.is_finding.get() {
            request_animation_frame(|| focus("find-words"));
        }
    });
    move || desk.is_finding.get().then(|| panel(desk))
}

fn panel(desk: Desk) -> AnyView {
    let [words, others, drawn] = [(); 3].map(|()| RwSignal::new(String::new()));
    Effect::new(move |_| {
        desk.report.track();
        let words = words.get();
        let draft = desk.draft_text();
        spawn_local(async move {
            let answer = desk.judge.ask("find", &words, draft).await;
            let answer = answer.map(|answer| answer.as_string().unwrap_or_default());
            drop(drawn.try_set(answer.unwrap_or_else(|sentence| sentence)));
        });
    });
    let close = move || {
        desk.is_finding.set(false);
        focus_title();
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let replace = move |_| {
        let (words, others) = (words.get(), others.get());
        if drawn.with(|drawn| !drawn.is_empty()) {
            desk.change_with_undo(
                format!("已把“{words}”都替换为“{others}”。"),
                |report| {
                    report.replace(&words, &others);
                },
            );
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        let act = act_of(&event).unwrap_or_default();
        let mut act = act.split(' ');
        let place = act.next().unwrap_or_default().to_owned();
        let form = desk.report.with_untracked(|report| report.form);
        if let Some(spot) = spot_of(form, &place) {
            let mut letters = || {
                act.next()
                    .and_then(|at| at.parse().ok())
                    .unwrap_or_default()
            };
            let (from, to) = (letters(), letters());
            desk.go_to(spot);
            // The browser shows what is selected when the focus comes.
            request_animation_frame(move || select(&place, from, to));
        }
    };
    let field = |id: &'static str, label: &'static str, text: RwSignal<String>| {
        view! {
            <label for=id>{label}</label>
            <input id=id type="text" autocomplete="off" on:input=move |event| text.set(event_target_value(&event)) />
        }
        .into_any()
    };
    let fields = [
        field("find-words", "查找", words),
        field("find-others", "替换为", others),
    ]
    .collect_view();
    view! {
        <div class="help find" role="dialog" aria-labelledby="find-title" on:keydown=on_key>
            <h2 id="find-title">"查找和替换"</h2>
            {fields}
            <div role="status" inner_html=drawn on:click=on_click></div>
            <p class="tools">
                <button type="button" on:click=replace>"全部替换"</button>
                <button type="button" on:click=move |_| close()>"关闭（Esc）"</button>
            </p>
        </div>
    }
    .into_any()
}
