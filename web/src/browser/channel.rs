//! Speaks with the other windows of this page: what one says, all others hear.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// The line to the other windows; none in browsers that have no such thing.
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens the line; each message is a word, the id of a draft and a number.
    pub fn new(hear: impl Fn(&str, &str, f64) + 'static) -> Channel {
        let channel = BroadcastChannel::new("nianbao").ok();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message: Array = event.data().unchecked_into();
            let text = |idx| message.get(idx).as_string().unwrap_or_default();
            hear(
                &text(0),
                &text(1),
                message.get(2).as_f64().unwrap_or_default(),
            );
        });
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        }
        // The page lives as long as this does.
        on_message.forget();
        Channel(channel)
    }

    /// Says something to all other windows.
    pub fn say(&self, word: &str, draft: &str, number: f64) {
        if let Some(channel) = &self.0 {
            drop(channel.post_message(&Array::of3(&word.into(), &draft.into(), &number.into())));
        }
    }
}
