//! Counting notes, one click or one key away: what belongs in a place and how it is counted, with the evidence.
//!
//! The program that judges knows the notes; the page asks for those of one place.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::json::{self, Object, Raw};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::focus;
use crate::state::desk;

/// A note as it is shown.
#[derive(Clone)]
struct Note {
    about: String,
    says: String,
    evidence: String,
    source: String,
}

/// A small button that opens the notes on a place.
pub fn why(place: String, name: &str) -> AnyView {
    view! { <button type="button" class="why" data-help=place aria-label=format!("填写说明：{name}")>"?"</button> }
        .into_any()
}

/// A heading of a table, which opens its notes; with the keyboard, F1 in a cell does.
pub fn heading(section: usize, label: &'static str) -> AnyView {
    view! {
        <button type="button" class="heading" tabindex="-1" title="填写说明" data-help=format!("heading-{section}-{label}")>
            {label}
        </button>
    }
    .into_any()
}

/// The notes that were asked for. `whole` is the place that is meant where nothing nearer is.
#[component]
pub fn Help(whole: String) -> impl IntoView {
    let desk = desk();
    let told = RwSignal::new(None::<Result<Vec<Note>, String>>);
    let came_from = StoredValue::new_local(None::<HtmlElement>);
    let ask = move |place: String| {
        let edition = desk
            .report
            .with_untracked(|report| report.form.edition.year);
        let active = document().active_element();
        came_from.set_value(active.and_then(|element| element.dyn_into().ok()));
        spawn_local(async move {
            let answer = desk.judge.text("notes", &edition.to_string(), place).await;
            told.set(Some(answer.map(|answer| read(&answer))));
            request_animation_frame(|| focus("help-title"));
        });
    };
    let close = move || {
        told.set(None);
        if let Some(element) = came_from.get_value() {
            drop(element.focus());
        }
    };
    let on_click = window_event_listener(ev::click, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let asked = target.and_then(|target| target.closest("[data-help]").ok()?);
        if let Some(place) = asked.and_then(|element| element.get_attribute("data-help")) {
            ask(place);
        }
    });
    let on_key = window_event_listener(ev::keydown, move |event| {
        let is_open = told.with_untracked(Option::is_some);
        let asks = match event.key().as_str() {
            "F1" => true,
            "/" | "?" | "÷" => event.alt_key(),
            "Escape" if is_open => {
                event.prevent_default();
                close();
                false
            }
            _ => false,
        };
        if asks {
            event.prevent_default();
        }
        if asks && !is_open {
            let place = document().active_element().map(|element| element.id());
            let is_noted = |id: &String| {
                ["cell-", "text-", "field-"]
                    .iter()
                    .any(|kind| id.starts_with(kind))
            };
            ask(place.filter(is_noted).unwrap_or_else(|| whole.clone()));
        }
    });
    on_cleanup(move || {
        on_click.remove();
        on_key.remove();
    });
    move || {
        told.get().map(|told| {
            let (notes, failure) = match told {
                Ok(notes) if notes.is_empty() => (Vec::new(), Some(NOTHING.to_owned())),
                Ok(notes) => (notes, None),
                Err(sentence) => (Vec::new(), Some(sentence)),
            };
            view! {
                <div class="help" role="dialog" aria-labelledby="help-title">
                    <h2 id="help-title" tabindex="-1">"填写说明"</h2>
                    {failure.map(|sentence| view! { <p>{sentence}</p> })}
                    <ul>{notes.into_iter().map(shown).collect_view()}</ul>
                    <button type="button" on:click=move |_| close()>"关闭（Esc）"</button>
                </div>
            }
        })
    }
}

const NOTHING: &str = "这里没有查到可靠的说明。";

fn shown(note: Note) -> AnyView {
    view! {
        <li>
            <strong>{note.about}</strong>
            <p>{note.says}</p>
            <p class="hint"><span class="evidence">{note.evidence}</span>{note.source}</p>
        </li>
    }
    .into_any()
}

/// The notes that were answered; none where the answer is torn.
fn read(answer: &str) -> Vec<Note> {
    let note = |raw: &Raw| {
        let mut note = Object::read(raw.get()).ok()?;
        let mut text = |key| note.text(key).ok();
        Some(Note {
            about: text("about")?,
            says: text("says")?,
            evidence: text("evidence")?,
            source: text("source")?,
        })
    };
    let notes = json::list(answer);
    notes.unwrap_or_default().iter().filter_map(note).collect()
}
