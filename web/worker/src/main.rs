//! Reads and writes files in a worker, so that typing never waits and the page's first load stays small.
//!
//! The page starts a worker for one job: the worker says `ready`, gets `[job, name, payload]`,
//! answers `[true, result]` or `[false, sentence]`, and is ended.
//! Jobs: `write` (an extension and a saved report give bytes); `read` (a file name and bytes), `read-text` and
//! `read-html` (what was pasted) give the JSON of `nianbao_files::read::json`.

use js_sys::{Array, Uint8Array};
use nianbao_core::saved;
use nianbao_files::read::{self, ReadError, Reading};
use nianbao_files::write::{Format, write};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = {
        let scope = scope.clone();
        move |event: MessageEvent| {
            let request: Array = event.data().unchecked_into();
            let text = |index| request.get(index).as_string().unwrap_or_default();
            let (is_done, result) = match work(&text(0), &text(1), &request.get(2)) {
                Ok(result) => (true, result),
                Err(sentence) => (false, sentence.into()),
            };
            scope
                .post_message(&Array::of2(&is_done.into(), &result))
                .expect("the page takes text and bytes");
        }
    };
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer);
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    scope
        .post_message(&"ready".into())
        .expect("the page takes text");
}

fn work(job: &str, name: &str, payload: &JsValue) -> Result<JsValue, String> {
    match job {
        "write" => {
            let format = Format::of_extension(name).ok_or("没有这种文件格式。")?;
            let report = saved::read(&text(payload)).map_err(|error| error.to_string())?;
            Ok(Uint8Array::from(&write(&report.report, format)[..]).into())
        }
        "read" => reading(read::read(name, &Uint8Array::new(payload).to_vec())),
        "read-text" => reading(read::read_text(&text(payload))),
        "read-html" => reading(read::read_clipboard_html(&text(payload))),
        _ => Err(format!("没有“{job}”这种工作。")),
    }
}

fn text(payload: &JsValue) -> String {
    payload.as_string().unwrap_or_default()
}

fn reading(result: Result<Reading, ReadError>) -> Result<JsValue, String> {
    let reading = result.map_err(|error| error.to_string())?;
    Ok(read::json::to_json(&reading).into())
}
