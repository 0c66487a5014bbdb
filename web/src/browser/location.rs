//! The address of the page behind `#`, which the browser keeps in its history.

use leptos::prelude::{window, window_event_listener};
use wasm_bindgen::JsValue;

/// What stands behind `#`, with it; nothing where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts a fragment into the address: by a step of its own, to be gone back from, or in the place of the one that stands there.
///
/// A browser that refuses stays at the address before; nothing else depends on it.
pub fn set_fragment(fragment: &str, is_step: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let address = Some(fragment);
    drop(match is_step {
        true => history.push_state_with_url(&JsValue::NULL, "", address),
        false => history.replace_state_with_url(&JsValue::NULL, "", address),
    });
}

/// Calls this with the fragment whenever the reader goes back, forward, or to another one by hand.
pub fn on_move(act: impl Fn(String) + 'static) {
    let listener = window_event_listener(leptos::ev::popstate, move |_| act(fragment()));
    // The page lives as long as this does.
    std::mem::forget(listener);
}
