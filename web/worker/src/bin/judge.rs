//! Judges reports beside the page.
//!
//! Jobs: `judge` (today as `2026年1月31日`, and a draft with last year's report if there is one) gives the JSON of
//! `nianbao_core::judgement::json`.

use nianbao_core::judgement::{Judgement, json};
use nianbao_core::rule::Context;
use nianbao_core::{date, saved};
use wasm_bindgen::JsValue;
use worker::{Request, answer_all};

fn main() {
    answer_all(work);
}

fn work(request: &Request) -> Result<JsValue, String> {
    let draft = saved::read(&request.payload_text()).map_err(|error| error.to_string())?;
    let context = Context {
        today: date::read(&request.name()),
        previous: draft.previous.as_ref(),
    };
    let judgement = Judgement::of(&draft.report, &context);
    Ok(json::to_json(&judgement, draft.report.form).into())
}
