//! The first screen: begin, or go on.
//!
//! What is always the same of it stands in `index.html`, to be used before the program is here.

mod backup;
pub mod drafts;
mod going_on;

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::report::Report;
use nianbao_core::spot::{Field, Spot};
use wasm_bindgen::JsCast;

use crate::browser::{clock, storage};
use crate::desk::example::EXAMPLE;
use crate::desk::{Desk, desk};
use crate::places::act_of;
use crate::rest::{Torn, drawn};
use crate::screens::Screen;
use crate::screens::report::header::name_organ;

/// What is said on the first screen; the ways in and the drafts below come with the rest of the page.
#[component]
pub fn Start() -> impl IntoView {
    let desk = desk();
    let hears = window_event_listener(leptos::ev::click, move |event| {
        match act_of(&event).as_deref() {
            Some("begin") => {
                event.prevent_default();
                begin(desk);
            }
            Some("example") => desk.ask_for_example(),
            _ => {}
        }
    });
    // Who goes on typing has not finished yet.
    let types = window_event_listener(leptos::ev::input, move |_| desk.forget_example());
    // The rest of the page opens what is dropped.
    let drops = window_event_listener(leptos::ev::drop, move |_| desk.do_by_rest(|_| ()));
    // The page lives as long as these do.
    for handle in [hears, types, drops] {
        std::mem::forget(handle);
    }
    let coming = || {
        view! { <p class="hint">"打开已有的年报、本机的草稿：正在载入，随后出现在这里。"</p> }
            .into_any()
    };
    let unsaved = move || desk.draft.id.get().is_some();
    move || {
        (desk.shown.screen.get() == Screen::Start).then(|| view! {
            <Torn />
            {move || unsaved().then(|| view! {
                <p class="notice" role="alert">
                    "刚才打开的草稿没有保存成功，内容还在本窗口中。"
                    <button type="button" on:click=move |_| desk.go_to(Spot::Field(Field::Organ))>
                        "回到这份草稿"
                    </button>
                    <button type="button" on:click=move |_| desk.keep_open()>"下载草稿"</button>
                    <button type="button" on:click=move |_| desk.give_up()>"放弃这份草稿"</button>
                </p>
            })}
            {drawn(Box::new(|rest| (rest.screen)(Screen::Start)), coming)}
        })
    }
}

/// Whether the first screen was offered before the program was here: what the clerk does there goes before.
pub fn was_offered() -> bool {
    document()
        .get_element_by_id("begin")
        .is_some_and(|begin| !begin.has_attribute("hidden"))
}

/// Begins the report of the organ that was named, or else of that of the last draft.
fn begin(desk: Desk) {
    let year = clock::year_to_report();
    let mut report = Report::new(Form::for_year(year), year);
    let field = document()
        .get_element_by_id("begin-organ")
        .map(|field| field.unchecked_into::<web_sys::HtmlInputElement>());
    let typed = field
        .as_ref()
        .map_or_else(String::new, web_sys::HtmlInputElement::value);
    // The clerk said once who reports; the next report need not ask again.
    let known = storage::drafts().ok().and_then(|drafts| {
        let organs = drafts.into_iter().filter(|draft| draft.id != EXAMPLE);
        let mut organs = organs.filter_map(|draft| Some(draft.content.ok()?.organ));
        organs.find(|organ| typed.trim().is_empty() || organ.name.trim() == typed.trim())
    });
    match known {
        Some(organ) => report.organ = organ,
        None => name_organ(&mut report, typed),
    }
    let is_begun = desk.start("", report, None);
    if let Some(field) = field.filter(|_| is_begun) {
        field.set_value("");
    }
}
