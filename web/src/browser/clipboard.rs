//! Writes the clipboard during a copy of its own: the way that old browsers and pages opened from a disk allow too.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, HtmlDocument};

/// Puts the same thing on the clipboard as markup, if there is any, and as text; false where the browser refuses.
pub fn write(html: String, text: String) -> bool {
    let fill = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            if !html.is_empty() {
                drop(data.set_data("text/html", &html));
            }
            drop(data.set_data("text/plain", &text));
        }
        event.prevent_default();
        event.stop_propagation();
    });
    let document: HtmlDocument = document().unchecked_into();
    let fill = fill.as_ref().unchecked_ref();
    // Asked first whether there is something to copy, though nothing is selected.
    let events = ["beforecopy", "copy"];
    for event in events {
        drop(document.add_event_listener_with_callback_and_bool(event, fill, true));
    }
    let is_written = document.exec_command("copy").unwrap_or(false);
    for event in events {
        drop(document.remove_event_listener_with_callback_and_bool(event, fill, true));
    }
    is_written
}
