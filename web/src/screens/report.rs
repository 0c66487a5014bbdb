//! Draws the parts of the open report: its header, its prose and its tables.

pub mod find;
pub mod findings;
pub mod header;
pub mod keys;
mod last_year;
pub mod line;
mod missing;
pub mod narrative;
pub mod outline;
pub mod paste;
pub mod phone;
pub mod problems;
pub mod table;

use leptos::prelude::*;
use nianbao_core::form::Content;
use nianbao_core::form::notes::Noted;
use nianbao_core::progress::Part;
use nianbao_core::spot::{Field, Spot};

use crate::controls::help::why;
use crate::desk::desk;
use crate::rest::rest;
use crate::screens::Screen;

/// One part of the open report, with a way to the next.
#[component]
pub fn PartForm(part: Part) -> impl IntoView {
    let desk = desk();
    let form = desk.draft.report.with_untracked(|report| report.form);
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
        // Whoever follows another window sees everything and changes nothing.
        <fieldset class="plain" disabled=move || !desk.windows.is_here()>
        <section class="part" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">{title}</h1>
            {why(whole.clone(), title)}
            {body}
            {rest(move |rest| (rest.help)(whole.clone()))}
            <p class="next">
                <button type="button" class="primary" on:click=move |_| desk.shown.screen.set(next)>"下一步：" {next_name}</button>
            </p>
        </section>
        </fieldset>
    }
}
