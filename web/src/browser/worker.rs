//! Work on files, done in a worker of its own: one worker for one job, ended when it has answered.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// Starts the worker; copied beside the page as it is.
const LOADER: &str = "worker_loader.js";

const BROKEN: &str =
    "处理文件的程序没有启动，可能是页面文件不完整或被浏览器拦截。请刷新页面后再试。";

/// The written file in the format with this extension.
///
/// # Errors
/// A Chinese sentence.
pub async fn write(extension: &str, saved_report: &str) -> Result<Vec<u8>, String> {
    let bytes = run(Array::of3(
        &"write".into(),
        &extension.into(),
        &saved_report.into(),
    ))
    .await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// What was read, as the JSON of `nianbao_files::read::json`. The payload is bytes or text, as the job wants it.
///
/// # Errors
/// A Chinese sentence.
pub async fn read(job: &str, name: &str, payload: &JsValue) -> Result<String, String> {
    let json = run(Array::of3(&job.into(), &name.into(), payload)).await?;
    json.as_string().ok_or_else(|| BROKEN.to_owned())
}

async fn run(request: Array) -> Result<JsValue, String> {
    let worker = Worker::new(LOADER).map_err(|_| BROKEN)?;
    let answer = JsFuture::from(first_answer(&worker, request)).await;
    worker.terminate();
    let answer: Array = answer.map_err(|_| BROKEN)?.unchecked_into();
    match answer.get(0).as_bool() {
        Some(true) => Ok(answer.get(1)),
        _ => Err(answer
            .get(1)
            .as_string()
            .unwrap_or_else(|| BROKEN.to_owned())),
    }
}

/// Sends the request as soon as the worker is ready; fulfilled by its answer.
fn first_answer(worker: &Worker, request: Array) -> Promise {
    Promise::new(&mut |fulfil, refuse| {
        let to_worker = worker.clone();
        let request = request.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let sent = if event.data().is_string() {
                to_worker.post_message(&request)
            } else {
                fulfil.call1(&JsValue::NULL, &event.data()).map(drop)
            };
            sent.expect("text and bytes can be sent");
        });
        let on_error = refuse;
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(&on_error));
        on_message.forget();
    })
}
