//! Reads and writes files beside the page.
//!
//! Jobs: `write` (an extension, `zip` or `fragment`, after `draft.` or `example.` where the document bears that mark, and a report
//! give bytes); `sheet` (an extension and the JSON `[draft, judgement]` give the bytes of the review sheet);
//! `read` (a file name and bytes), `read-text` and
//! `read-html` (what was pasted) give the JSON of `nianbao_read::json`.

use js_sys::Uint8Array;
use nianbao_core::{json, judgement, saved};
use nianbao_read::{ReadError, Reading};
use nianbao_write::{BUNDLE, FRAGMENT, Format, Mark, Paper, write_sheet};
use wasm_bindgen::JsValue;
use worker::{Request, answer_all};

fn main() {
    answer_all(work);
}

fn work(request: &Request) -> Result<JsValue, String> {
    match request.job().as_str() {
        "write" => {
            let opened = saved::read(&request.payload_text()).map_err(|error| error.to_string())?;
            let name = request.name();
            let (mark, name) = match name.split_once('.') {
                Some(("draft", name)) => (Some(Mark::Draft), name),
                Some(("example", name)) => (Some(Mark::Example), name),
                _ => (None, &name[..]),
            };
            let paper = Paper {
                report: &opened.report,
                previous: opened.previous.as_ref(),
                mark,
            };
            let bytes = match name {
                BUNDLE => paper.write_all(),
                FRAGMENT => paper.write_fragment().into_bytes(),
                _ => paper.write(Format::of_extension(name).ok_or("没有这种文件格式。")?),
            };
            Ok(Uint8Array::from(&bytes[..]).into())
        }
        "sheet" => {
            let sheet = sheet(&request.payload_text(), &request.name());
            Ok(Uint8Array::from(&sheet.ok_or("没有写出审核单。")?[..]).into())
        }
        "read" => reading(nianbao_read::read(
            &request.name(),
            &request.payload_bytes(),
        )),
        "read-text" => reading(nianbao_read::read_text(&request.payload_text())),
        "read-html" => reading(nianbao_read::read_clipboard_html(&request.payload_text())),
        job => Err(format!("没有“{job}”这种工作。")),
    }
}

/// The review sheet of a draft, with what the other program said of it.
fn sheet(judged: &str, extension: &str) -> Option<Vec<u8>> {
    let parts = json::list(judged).ok()?;
    let [draft, verdict] = &parts[..] else {
        return None;
    };
    let report = saved::read(draft.get()).ok()?.report;
    let judgement = judgement::json::from_json(verdict.get(), report.form)?;
    write_sheet(&report, &judgement, Format::of_extension(extension)?)
}

fn reading(result: Result<Reading, ReadError>) -> Result<JsValue, String> {
    let reading = result.map_err(|error| error.to_string())?;
    Ok(nianbao_read::json::to_json(&reading).into())
}
