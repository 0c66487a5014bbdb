//! Something to be answered or read before one goes on: over everything else, its buttons always in view.

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::places::focus;

/// What can have the focus in a dialog.
const CONTROLS: &str = "button, input, select, textarea, summary, [tabindex='0']";

/// A dialog that keeps the focus until it is closed, by Escape too; `buttons` stay in view below what scrolls.
#[component]
pub fn Dialog(
    id: &'static str,
    title: &'static str,
    close: impl Fn() + Copy + Send + Sync + 'static,
    buttons: AnyView,
    children: Children,
) -> impl IntoView {
    let panel = NodeRef::<Div>::new();
    request_animation_frame(move || focus(id));
    let on_key = move |event: KeyboardEvent| match &event.key()[..] {
        "Escape" => {
            event.stop_propagation();
            close();
        }
        "Tab" => {
            if let Some(panel) = panel.get_untracked() {
                keep_within(&panel, &event);
            }
        }
        _ => {}
    };
    view! {
        <div class="veil">
            <div class="dialog" role="dialog" aria-modal="true" aria-labelledby=id node_ref=panel on:keydown=on_key>
                <h2 id=id tabindex="-1">{title}</h2>
                <div class="scrolls" tabindex="0" role="group" aria-labelledby=id>{children()}</div>
                <p class="tools">{buttons}</p>
            </div>
        </div>
    }
}

/// Leads Tab from the last control back to the first, and the other way.
fn keep_within(panel: &HtmlElement, event: &KeyboardEvent) {
    let Ok(controls) = panel.query_selector_all(CONTROLS) else {
        return;
    };
    let nth = |idx| controls.item(idx)?.dyn_into::<HtmlElement>().ok();
    let (first, last) = (nth(0), nth(controls.length().saturating_sub(1)));
    let active = document().active_element();
    let is_at =
        |control: &Option<HtmlElement>| control.as_ref().map(AsRef::as_ref) == active.as_ref();
    let to = match event.shift_key() {
        true if is_at(&first) || !is_in(panel, active.as_ref()) => last,
        false if is_at(&last) => first,
        _ => return,
    };
    if let Some(control) = to {
        event.prevent_default();
        drop(control.focus());
    }
}

fn is_in(panel: &HtmlElement, element: Option<&web_sys::Element>) -> bool {
    panel.contains(element.map(AsRef::as_ref))
}
