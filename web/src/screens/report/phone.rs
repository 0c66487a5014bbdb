//! The bar at the bottom of a phone: the list of parts and the findings come up from below, where there is no room beside the report.

use leptos::prelude::*;

use crate::desk::desk;
use crate::desk::shown::Sheet;

/// The bar; styles show it where it is needed.
#[component]
pub fn PhoneBar() -> impl IntoView {
    let desk = desk();
    let sheet = desk.shown.sheet;
    // The sheets stand elsewhere on the page: styles bring them up.
    Effect::new(move |_| {
        let Some(body) = document().body() else {
            return;
        };
        for (class, it) in [
            ("shows-parts", Sheet::Parts),
            ("shows-findings", Sheet::Findings),
        ] {
            let is_up = sheet.get() == Some(it);
            drop(body.class_list().toggle_with_force(class, is_up));
        }
    });
    // Whoever has gone somewhere wants to see it.
    Effect::new(move |_| {
        desk.shown.screen.track();
        sheet.set(None);
    });
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && sheet.with_untracked(Option::is_some) {
            sheet.set(None);
        }
    });
    on_cleanup(move || {
        escape.remove();
        sheet.set(None);
    });
    let n_listed = Memo::new(move |_| {
        let listed = desk
            .judging
            .judged(|judgement| judgement.problems().count() + judgement.missing().count());
        listed.unwrap_or_default()
    });
    let toggle = move |it| sheet.update(|up| *up = Some(it).filter(|it| *up != Some(*it)));
    let is_up = move |it| move || (sheet.get() == Some(it)).to_string();
    view! {
        <div class="phone-bar">
            <button type="button" aria-expanded=is_up(Sheet::Parts) on:click=move |_| toggle(Sheet::Parts)>"目录"</button>
            <button type="button" aria-expanded=is_up(Sheet::Findings) on:click=move |_| toggle(Sheet::Findings)>
                "问题（" {n_listed} "）"
            </button>
        </div>
    }
}
