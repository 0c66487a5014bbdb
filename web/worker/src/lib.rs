//! How the programs beside the page answer it: each runs in a worker of its own, so that typing never waits.
//!
//! The page sends `[number, job, name, payload]` and gets `[number, true, result]` or `[number, false, sentence]`.

pub mod drawn;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A piece of work: a job, a name and a payload of text or bytes.
pub struct Request(Array);

impl Request {
    /// What is to be done.
    pub fn job(&self) -> String {
        self.text(1)
    }

    /// What the payload goes by; its meaning depends on the job.
    pub fn name(&self) -> String {
        self.text(2)
    }

    /// What is to be worked on, as text.
    pub fn payload_text(&self) -> String {
        self.text(3)
    }

    /// What is to be worked on, as bytes.
    pub fn payload_bytes(&self) -> Vec<u8> {
        js_sys::Uint8Array::new(&self.0.get(3)).to_vec()
    }

    fn text(&self, index: u32) -> String {
        self.0.get(index).as_string().unwrap_or_default()
    }
}

/// Answers every request of the page, one after the other, until the page ends the worker.
pub fn answer_all(work: fn(&Request) -> Result<JsValue, String>) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = {
        let scope = scope.clone();
        move |event: MessageEvent| {
            let request = Request(event.data().unchecked_into());
            let (is_done, result) = match work(&request) {
                Ok(result) => (true, result),
                Err(sentence) => (false, sentence.into()),
            };
            scope
                .post_message(&Array::of3(&request.0.get(0), &is_done.into(), &result))
                .expect("the page takes text and bytes");
        }
    };
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer);
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}
