//! Pasting a block: at once where it is figures that fit, else shown first; a block with headings goes where its headings say.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form};
use nianbao_core::grid::{Grid, rows_of};
use nianbao_core::spot::Spot;
use nianbao_read::{Confidence, Reading, json};
use nianbao_wasm::job::{Program, ReadReport, ReportRead};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::browser::worker::Running;
use crate::controls::dialog::Dialog;
use crate::controls::keys::cell_of;
use crate::desk::{Desk, desk};
use crate::places::focus_on;

/// A block from the clipboard that waits for the clerk's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The cell it was pasted on.
    from: Cell,
    /// How the values were assigned, as a sentence.
    how: &'static str,
    /// What would be filled in.
    filled: Vec<(Cell, String)>,
    /// What would not.
    outside: Vec<String>,
}

/// Takes a block from the clipboard, if it is one; a single value is the browser's.
pub fn paste(
    desk: Desk,
    form: &'static Form,
    grid: StoredValue<Grid>,
    pasted: RwSignal<Option<Pasted>>,
    event: &ev::ClipboardEvent,
) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(from) = input.and_then(|input| cell_of(form, &input)) else {
        return;
    };
    let content = |kind| {
        event
            .clipboard_data()
            .and_then(|data| data.get_data(kind).ok())
    };
    let text = content("text/plain").unwrap_or_default();
    let html = content("text/html").unwrap_or_default();
    let rows = rows_of(&text);
    if rows.len() == 1 && rows[0].len() == 1 {
        return;
    }
    event.prevent_default();
    let laid = grid.with_value(|grid| grid.lay(form, from, &rows));
    let is_figure = |(cell, typed): &(Cell, String)| {
        !matches!(
            Figure::parse(typed, form.unit(*cell)),
            Figure::Unreadable(_)
        )
    };
    if laid.outside.is_empty() && laid.filled.iter().all(is_figure) {
        return fill(desk, from, laid.filled);
    }
    let by_place = Pasted {
        from,
        how: "按位置从所在的格填起。",
        filled: laid.filled,
        outside: laid.outside,
    };
    if !rows.iter().flatten().any(|value| is_worded(value)) {
        return pasted.set(Some(by_place));
    }
    spawn_local(async move {
        let by_heading = by_headings(form, from, text, html).await;
        let by_heading = by_heading.unwrap_or_else(|sentence| {
            desk.news.tell(sentence);
            None
        });
        // The part of the report may have been left meanwhile.
        drop(pasted.try_set(Some(by_heading.unwrap_or(by_place))));
    });
}

/// Whether it reads like a heading rather than a figure.
fn is_worded(value: &str) -> bool {
    let is_han = |letter: &char| ('\u{4e00}'..='\u{9fff}').contains(letter);
    value.chars().filter(is_han).count() > 1
}

/// Lets the program that reads files find the places of a block that has headings.
///
/// # Errors
/// A Chinese sentence, where the program does not answer.
async fn by_headings(
    form: &'static Form,
    from: Cell,
    text: String,
    html: String,
) -> Result<Option<Pasted>, String> {
    let program = Running::start(Program::Read)?;
    let answer = program.ask(ReadReport::pasted(html, text)).await?;
    let ReportRead::Here(answer) = answer else {
        return Ok(None);
    };
    let Some(reading): Option<Reading> = json::from_json(&answer) else {
        return Ok(None);
    };
    let found = reading.sources.iter().filter_map(|source| {
        let figure = reading.report.figure(source.cell);
        let is_found = !matches!(source.confidence, Confidence::NotFound(_)) && !figure.is_blank();
        let cell = reading.report.form.same_cell(source.cell, form)?;
        is_found.then(|| (cell, figure.to_string()))
    });
    let filled: Vec<_> = found.collect();
    Ok((!filled.is_empty()).then_some(Pasted {
        from,
        how: "按行和列的名称对应。",
        filled,
        outside: reading.unread,
    }))
}

/// Fills a block in by one step, and goes back to where it was pasted.
fn fill(desk: Desk, from: Cell, filled: Vec<(Cell, String)>) {
    let done = format!("已粘贴 {} 格。", filled.len());
    desk.change_with_undo(done, |report| {
        for (cell, typed) in filled {
            report.type_figure(cell, &typed);
        }
    });
    focus_on(desk.draft.form(), Spot::Cell(from));
}

/// What a pasted block would change, before it does.
#[component]
pub fn PastedBlock(form: &'static Form, pasted: RwSignal<Option<Pasted>>) -> impl IntoView {
    let desk = desk();
    move || {
        let block = pasted.get()?;
        let from = block.from;
        let changed = |(cell, typed): &&(Cell, String)| {
            let now = desk
                .draft
                .report
                .with_untracked(|report| report.figure(*cell).to_string());
            !now.is_empty() && now != *typed
        };
        let n_changed = block.filled.iter().filter(changed).count();
        let told = format!(
            "填到“{}”：{} 格{}。",
            form.section_of(from).title,
            block.filled.len(),
            match n_changed {
                0 => "，都是空白格或者数相同".to_owned(),
                n_changed => format!("，其中 {n_changed} 格已有的数会改变"),
            }
        );
        let row = |(cell, typed): &(Cell, String)| {
            let now = desk
                .draft
                .report
                .with_untracked(|report| report.shown(*cell).to_string());
            let is_same = now == *typed;
            view! { <tr class:same=is_same><td>{form.name(*cell)}</td><td>{now}</td><td>{typed.clone()}</td></tr> }
        };
        let rows = block.filled.iter().map(row).collect_view();
        let n_outside = block.outside.len();
        let outside = (n_outside > 0).then(|| {
            format!(
                "另有 {n_outside} 个值没有地方填：{}",
                block.outside.join("、")
            )
        });
        let label = format!("填入 {} 格", block.filled.len());
        let filled = StoredValue::new(block.filled);
        let take = move |_| {
            pasted.set(None);
            fill(desk, from, filled.get_value());
        };
        let close = move || {
            pasted.set(None);
            focus_on(form, Spot::Cell(from));
        };
        let buttons = view! {
            <button type="button" class="primary" on:click=take>{label}</button>
            <button type="button" on:click=move |_| close()>"不填"</button>
        };
        Some(view! {
            <Dialog id="pasted-title" title="粘贴之前，请看一下" close buttons=buttons.into_any()>
                <p><strong>{told}</strong>" "{block.how}</p>
                {outside.map(|outside| view! { <p class="notice">{outside}</p> })}
                <table class="doubtful pasted">
                    <thead><tr><th scope="col">"格"</th><th scope="col">"现在"</th><th scope="col">"填入"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </Dialog>
        })
    }
}
