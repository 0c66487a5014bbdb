//! Counting notes, one click or one key away: what belongs in a place and how it is counted, with the evidence.
//!
//! The program that judges knows the notes; the page asks for those of one place.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::form::notes::Noted;
use nianbao_core::text;
use nianbao_wasm::job::{Note, TellNotes};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::desk::desk;
use crate::places::{focus, spot_of};

/// A small button that opens the notes on something.
pub fn why(about: Noted, name: &str) -> AnyView {
    let desk = desk();
    let ask = move |_| desk.shown.asks.set(Some(about.clone()));
    view! { <button type="button" class="why" aria-label=format!("填写说明：{name}") on:click=ask>"?"</button> }
        .into_any()
}

/// A heading of a table, which opens its notes; with the keyboard, F1 in a cell does.
pub fn heading(section: usize, label: &'static str) -> AnyView {
    let desk = desk();
    let ask = move |_| {
        desk.shown
            .asks
            .set(Some(Noted::Heading(section, label.to_owned())));
    };
    view! {
        <button type="button" class="heading" tabindex="-1" title="填写说明" on:click=ask>{breakable(label)}</button>
    }
    .into_any()
}

/// A heading that breaks only where its words do.
fn breakable(label: &'static str) -> AnyView {
    let mut words = text::words(label).into_iter();
    let first = words.next();
    let mut before = first.unwrap_or_default();
    let others = words.map(|word| {
        // A number stays with what it numbers.
        let may_break = !before.ends_with(['、', '.', '）']);
        before = word;
        view! { {may_break.then(|| view! { <wbr /> })}{word} }
    });
    view! { {first}{others.collect_view()} }.into_any()
}

/// The notes that were asked for. `whole` is what is meant where nothing nearer is.
#[component]
pub fn Help(whole: Noted) -> impl IntoView {
    let desk = desk();
    let told = RwSignal::new(None::<Result<Vec<Note>, String>>);
    let came_from = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |_| {
        let Some(about) = desk.shown.asks.get() else {
            return;
        };
        let edition = desk
            .draft
            .report
            .with_untracked(|report| report.form.edition.year);
        let active = document().active_element();
        came_from.set_value(active.and_then(|element| element.dyn_into().ok()));
        spawn_local(async move {
            let answer = desk.judging.judge.ask(TellNotes { edition, about }).await;
            // The part may have been left meanwhile.
            drop(told.try_set(Some(answer)));
            request_animation_frame(|| focus("help-title"));
        });
    });
    let close = move || {
        desk.shown.asks.set(None);
        told.set(None);
        if let Some(element) = came_from.get_value() {
            drop(element.focus());
        }
    };
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
            let form = desk.draft.report.with_untracked(|report| report.form);
            let active = document().active_element();
            let place = active.and_then(|element| spot_of(form, &element.id()));
            desk.shown
                .asks
                .set(Some(place.map_or_else(|| whole.clone(), Noted::Place)));
        }
    });
    on_cleanup(move || {
        on_key.remove();
        desk.shown.asks.set(None);
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
