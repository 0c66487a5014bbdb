//! Draws the parts of the open report: its header, its prose and its tables.

pub mod cell;
pub mod header;
pub mod help;
pub mod keys;
pub mod line;
pub mod narrative;
pub mod outline;
pub mod paste;
pub mod table;

use leptos::prelude::*;
use nianbao_core::form::notes::Noted;
use nianbao_core::form::{Content, Form};
use nianbao_core::progress::Part;
use nianbao_core::spot::{Field, Spot};
use wasm_bindgen::JsCast;

use crate::rest::rest;
use crate::state::{Screen, desk};

/// The id of the element that a place of the report is typed into.
pub fn anchor(spot: Spot) -> String {
    match spot {
        Spot::Cell(cell) => format!("cell-{}", cell.index()),
        Spot::Text(text) => format!("text-{}", text.index()),
        Spot::Field(field) => field_anchor(field).to_owned(),
    }
}

/// The place of the report that is typed into the element with this id.
#[inline(never)]
pub fn spot_of(form: &Form, id: &str) -> Option<Spot> {
    let places = Field::ALL.into_iter().map(Spot::Field);
    let texts = form.texts.iter().filter_map(|text| form.text(&text.key));
    let places = places
        .chain(texts.map(Spot::Text))
        .chain(form.cells().map(Spot::Cell));
    places.into_iter().find(|&spot| anchor(spot) == id)
}

/// Puts the focus on the element with this id, if it is drawn.
pub fn focus(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(element.focus());
    }
}

/// What a click is about, on something that stands in `index.html`.
pub fn act_of(event: &web_sys::MouseEvent) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-act]")
        .ok()??
        .get_attribute("data-act")
}

/// Selects letters of a text, as the browser counts them; none of them puts the caret there.
pub fn select(id: &str, from: usize, to: usize) {
    let [from, to] = [from, to].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    let element = document().get_element_by_id(id);
    if let Some(area) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    {
        drop(area.set_selection_range(from, to));
    }
}

/// Selects all letters of a one-line field.
pub fn select_all(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(input) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        input.select();
    }
}

/// Whether an input method still composes: the letters are not the clerk's yet.
pub fn is_composing(event: &web_sys::Event) -> bool {
    event
        .dyn_ref::<web_sys::InputEvent>()
        .is_some_and(web_sys::InputEvent::is_composing)
}

fn field_anchor(field: Field) -> &'static str {
    match field {
        Field::Organ => "field-organ",
        Field::Year => "field-year",
        Field::Title => "field-title",
        Field::Preamble => "field-preamble",
        Field::Signature => "field-signature",
        Field::Date => "field-date",
    }
}

/// One part of the open report, with a way to the next.
#[component]
pub fn PartForm(part: Part) -> impl IntoView {
    let desk = desk();
    let form = desk.report.with_untracked(|report| report.form);
    let whole = match part {
        Part::Header => Noted::Place(Spot::Field(Field::Title)),
        Part::Section(section) => Noted::Section(section),
    };
    let (title, body) = match part {
        Part::Header => ("基本信息", view! { <header::Header /> }.into_any()),
        Part::Section(section) => {
            let body = match form.edition.sections[section].content {
                Content::Prose { .. } => view! { <narrative::Narrative form section /> }.into_any(),
                Content::Tables(_) => view! {
                    <narrative::Above form section />
                    <table::Tables form section />
                }
                .into_any(),
            };
            (form.edition.sections[section].title, body)
        }
    };
    let next = Part::all(form)
        .skip_while(|&other| other != part)
        .nth(1)
        .map_or(Screen::Preview, Screen::Part);
    let next_name = match next {
        Screen::Part(Part::Section(section)) => form.edition.sections[section].title,
        _ => "预览和下载",
    };
    view! {
        <section class="part" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">{title}</h1>
            {help::why(whole.clone(), title)}
            {body}
            {rest(move |rest| (rest.help)(whole.clone()))}
            <p class="next">
                <button type="button" class="primary" on:click=move |_| desk.screen.set(next)>"下一步：" {next_name}</button>
            </p>
        </section>
    }
}

/// The gravest thing wrong with a place that is not a cell, for marking it.
pub fn mark_of(spot: Spot) -> Memo<Option<&'static str>> {
    let desk = desk();
    Memo::new(move |_| {
        desk.judged(|judgement| {
            judgement
                .problems()
                .find(|finding| finding.spots.contains(&spot))
                .map(|finding| finding.severity.key())
        })
        .flatten()
    })
}
