//! The keys that mean the same on every screen of the open report, wherever a control is not busy with letters of its own.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use nianbao_core::form::Form;
use wasm_bindgen::JsCast;

use crate::desk::Desk;
use crate::places::spot_of;

impl Desk {
    /// Takes back and does again, finds words, stores, and lists all keys, by the keys that are usual for it.
    pub fn act_by_keys(self) {
        let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if !self.shown.is_open.get_untracked() || event.alt_key() || event.is_composing() {
                return;
            }
            let is_control = event.ctrl_key() || event.meta_key();
            let key = event.key().to_ascii_lowercase();
            match (key.as_str(), is_control, event.shift_key()) {
                // The browser would offer to save the program instead.
                ("s", true, false) => self.store_now(),
                ("?" | "？", false, _) if !is_typing(&event) => {
                    self.shown.is_listing_keys.set(true);
                }
                _ if !is_control || is_typing_elsewhere(self.draft.form(), &event) => return,
                ("z", _, false) => self.walk_back(),
                ("z", _, true) | ("y", _, false) => self.walk_forth(),
                ("h", _, false) => self.look_for_words(),
                _ => return,
            }
            event.prevent_default();
        });
        // The page lives as long as this does.
        std::mem::forget(listener);
    }

    fn store_now(self) {
        self.end_step();
        // What is not stored says so itself.
        if self.settle() {
            self.news
                .tell("已保存。平时不用按，停下来就自动保存；要另存一份文件，请点“下载草稿”。");
        }
    }
}

fn element(event: &KeyboardEvent) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}

/// Whether the key is a letter of what is being typed.
fn is_typing(event: &KeyboardEvent) -> bool {
    let name = element(event).map(|element| element.tag_name());
    matches!(name.as_deref(), Some("INPUT" | "TEXTAREA" | "SELECT"))
}

/// Whether the key was pressed in a text that is no part of the report, which the browser takes back itself.
fn is_typing_elsewhere(form: &Form, event: &KeyboardEvent) -> bool {
    let is_place = |element: web_sys::Element| spot_of(form, &element.id()).is_some();
    let is_list = |element: &web_sys::Element| element.tag_name() == "SELECT";
    is_typing(event) && !element(event).is_some_and(|it| is_list(&it) || is_place(it))
}
