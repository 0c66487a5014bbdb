//! How a program beside the page answers it, in a worker of its own, so that typing never waits.
//!
//! The page sends `[number, job]` and gets `[number, true, answer]` or `[number, false, sentence]`.

use js_sys::Array;
use serde_wasm_bindgen::{from_value, to_value};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::job::{Ask, Job};

/// An answer on its way, or a Chinese sentence why there is none.
pub type Answered = Result<JsValue, String>;

const TORN: &str = "页面和处理程序的版本不同，请刷新页面。";

/// Answers every request of the page, one after the other, until the page ends the worker.
pub fn answer_all(work: fn(Job) -> Answered) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = {
        let scope = scope.clone();
        move |event: MessageEvent| {
            let request: Array = event.data().unchecked_into();
            let job = from_value(request.get(1)).map_err(|_| TORN.to_owned());
            let (is_done, answer) = match job.and_then(work) {
                Ok(answer) => (true, answer),
                Err(sentence) => (false, sentence.into()),
            };
            scope
                .post_message(&Array::of3(&request.get(0), &is_done.into(), &answer))
                .expect("the page takes plain values");
        }
    };
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer);
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}

/// What a piece of work came to, as it goes to the page: the type that its [`Ask`] promises.
pub fn answer<A: Ask>(work: impl FnOnce(A) -> Result<A::Answer, String>, asked: A) -> Answered {
    let answer = work(asked)?;
    to_value(&answer).map_err(|_| TORN.to_owned())
}

/// The sentence for work that another program does.
pub fn not_here() -> Answered {
    Err(TORN.to_owned())
}
