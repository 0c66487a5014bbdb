//! Where the places of a report are on the screen: the element that a place is typed into has the name of the place as its id.

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::spot::{Place, Spot};
use wasm_bindgen::JsCast;

/// The id of the element that a place of the report is typed into.
pub fn anchor(form: &Form, spot: Spot) -> String {
    Place::of(form, spot).to_string()
}

/// The place of the report that is typed into the element with this id.
pub fn spot_of(form: &Form, id: &str) -> Option<Spot> {
    id.parse::<Place>().ok()?.on(form)
}

/// Puts the focus on the element with this id, if it is drawn.
pub fn focus(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(element.focus());
    }
}

/// Scrolls just so far that the element with this id is in view, if it is drawn.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        nearest.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Puts the focus on a place, if it is drawn.
pub fn focus_on(form: &Form, spot: Spot) {
    focus(&anchor(form, spot));
}

/// Selects letters of a text, as the browser counts them; none of them puts the caret there.
pub fn select(id: &str, from: usize, to: usize) {
    let [from, to] = [from, to].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    let element = document().get_element_by_id(id);
    if let Some(area) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    {
        drop(area.set_selection_range(from, to));
    }
}

/// Selects all letters of a one-line field.
pub fn select_all(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(input) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        input.select();
    }
}

/// Whether an input method still composes: the letters are not the clerk's yet.
pub fn is_composing(event: &web_sys::Event) -> bool {
    event
        .dyn_ref::<web_sys::InputEvent>()
        .is_some_and(web_sys::InputEvent::is_composing)
}

/// What a click is about, on something that stands in `index.html`.
pub fn act_of(event: &web_sys::MouseEvent) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-act]")
        .ok()??
        .get_attribute("data-act")
}
