//! Earlier states of the open draft: what was done when, how a state differs from now, and the way back to it.
//!
//! The program beside the page compares and draws; here it is shown and clicked.

use leptos::ev;
use leptos::prelude::*;

use crate::form::act_of;
use crate::state::{Desk, desk, focus_title};

/// The steps of the draft, the last first; one at a time is compared with now.
#[component]
pub fn Earlier() -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new(String::new());
    let drawn = desk.drawn("earlier", chosen, Desk::all_states);
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
            {move || desk.log.with(|log| log.last_done().is_none()).then(|| view! {
                <p class="empty">"没有可以恢复的修改。"</p>
            })}
            <div inner_html=drawn on:click=on_click></div>
        </section>
    }
}
