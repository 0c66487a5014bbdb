//! Earlier states of the open draft: what was done when, how a state differs from now, and the way back to it.
//!
//! The program beside the page compares and draws; here it is shown and clicked.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::form::{act_of, focus};
use crate::state::{desk, focus_title};

/// The steps of the draft, the last first; one at a time is compared with now.
#[component]
pub fn Earlier() -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new(String::new());
    let drawn = RwSignal::new(String::new());
    Effect::new(move |_| {
        desk.report.track();
        let drafts = desk.all_states();
        let chosen = chosen.get();
        spawn_local(async move {
            match desk.judge.ask("earlier", &chosen, drafts).await {
                Ok(answer) => drop(drawn.try_set(answer.as_string().unwrap_or_default())),
                Err(sentence) => desk.tell(sentence),
            }
            // What was clicked is drawn anew.
            request_animation_frame(move || focus(&format!("step-{chosen}")));
        });
    });
    let on_click = move |event: ev::MouseEvent| {
        let act = act_of(&event).unwrap_or_default();
        match act.split_once(' ') {
            Some(("restore", n_steps)) => {
                desk.restore(n_steps.parse().unwrap_or_default());
                chosen.set(String::new());
                focus_title();
            }
            Some((_, n_steps)) => chosen.update(|chosen| {
                *chosen = if chosen == n_steps { "" } else { n_steps }.to_owned();
            }),
            None => {}
        }
    };
    view! {
        <section class="earlier" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">"历次修改"</h1>
            <p class="hint">"每一步都留着，最多 200 步，关掉页面也在。点一步，看当时与现在有什么不同，可以恢复到当时；恢复也能撤销。"</p>
            <div inner_html=drawn on:click=on_click></div>
        </section>
    }
}
