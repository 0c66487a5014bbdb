//! Judges reports beside the page, and tells what only it knows.
//!
//! Jobs: `judge` (today as `2026年1月31日`, and a draft with last year's report if there is one) gives two texts: the JSON of
//! `nianbao_core::judgement::json`, and the offers of `nianbao_core::aid::json`;
//! `outline` (a place, and a draft) gives the sentences of `nianbao_core::aid::json`;
//! `notes` (the year of an edition, and a place) gives what `Form::notes_as_json` writes.
//! `earlier` (a step or nothing, and `[draft, history]`), `find` (words, and a draft) give markup of `worker::drawn`;
//! `example` gives the draft of the worked example; `widen` (a text) gives it with full-width punctuation.
//! Places are named as the page names its controls: `text-3`, `field-preamble`, `cell-57`.

use js_sys::Array;
use nianbao_core::form::Form;
use nianbao_core::judgement::json;
use nianbao_core::saved::{self, Opened};
use nianbao_core::spot::{Field, Spot};
use nianbao_core::{aid, date, example, text};
use nianbao_rules::rule::Context;
use nianbao_rules::{aids, judge};
use wasm_bindgen::JsValue;
use worker::{Request, answer_all, drawn};

fn main() {
    answer_all(work);
}

fn work(request: &Request) -> Result<JsValue, String> {
    match request.job().as_str() {
        "judge" => {
            let draft = draft(request)?;
            let (report, form) = (&draft.report, draft.report.form);
            let context = Context {
                today: date::read(&request.name()),
                previous: draft.previous.as_ref(),
            };
            let judgement = json::to_json(&judge(report, &context), form);
            let offers = aid::json::offers_to_json(&aids::offers(report), form);
            Ok(Array::of2(&judgement.into(), &offers.into()).into())
        }
        "outline" => {
            let report = draft(request)?.report;
            let spot = text_place(report.form, &request.name());
            let sentences = spot.map_or_else(Vec::new, |spot| aids::outline(&report, spot));
            Ok(aid::json::sentences_to_json(&sentences).into())
        }
        "notes" => {
            let edition = request.name().parse().ok().and_then(Form::of_edition);
            let form = edition.ok_or("没有这一版格式。")?;
            Ok(form.notes_as_json(&request.payload_text()).into())
        }
        "earlier" => {
            let drawn = drawn::earlier(&request.payload_text(), &request.name());
            Ok(drawn.ok_or("以前的修改读不出来。")?.into())
        }
        "find" => Ok(drawn::found(&draft(request)?, &request.name(), place_name).into()),
        "example" => Ok(saved::write(&example::sound_report()).into()),
        "widen" => {
            let text = request.payload_text();
            Ok(text::full_width(&text).unwrap_or(text).into())
        }
        job => Err(format!("没有“{job}”这种工作。")),
    }
}

fn draft(request: &Request) -> Result<Opened, String> {
    saved::read(&request.payload_text()).map_err(|error| error.to_string())
}

/// What the page calls a text.
fn place_name(spot: Spot) -> String {
    match spot {
        Spot::Text(text) => format!("text-{}", text.index()),
        Spot::Field(field) => format!("field-{}", field.key()),
        Spot::Cell(cell) => format!("cell-{}", cell.index()),
    }
}

/// The text that the page means.
fn text_place(form: &Form, place: &str) -> Option<Spot> {
    match place.split_once('-')? {
        ("text", index) => form.text_ids().nth(index.parse().ok()?).map(Spot::Text),
        ("field", key) => Field::of_key(key).map(Spot::Field),
        _ => None,
    }
}
