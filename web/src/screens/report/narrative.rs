//! A section of prose: its own text and its topics, each with what belongs there.

use leptos::prelude::*;
use nianbao_core::form::{Form, TextId};
use nianbao_core::spot::Spot;

use crate::controls::text::Prose;
use crate::desk::desk;
use crate::places::focus_on;
use crate::rest::rest;

/// All texts of a section, with ways straight to each.
#[component]
pub fn Narrative(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let to = |text: TextId| {
        let topic = form.texts[text.index()].topic?;
        let go = move |_| focus_on(form, Spot::Text(text));
        Some(view! { <button type="button" on:click=go>"到"{topic.title}</button> })
    };
    let ways: Vec<_> = form.texts_of(section).filter_map(to).collect();
    let texts = form.texts_of(section);
    view! {
        <p class="walk">
            {ways}
            <button type="button" on:click=move |_| desk.look_for_words()>"查找和替换（Ctrl+H）"</button>
        </p>
        {texts.map(|text| view! { <SectionText form text /> }).collect_view()}
    }
}

/// What was written above the tables of a section. Most reports have nothing there, and are not asked for it.
#[component]
pub fn Above(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let text = form.texts_of(section).next();
    // Once it is there it stays, also while the clerk empties it.
    let is_written = Memo::new(move |was: Option<&bool>| {
        let is_filled = |text| {
            desk.draft
                .report
                .with(|report| !report.text(text).is_empty())
        };
        was.copied().unwrap_or(false) || text.is_some_and(is_filled)
    });
    move || {
        let text = text.filter(|_| is_written.get())?;
        let (spot, prompt) = (Spot::Text(text), form.texts[text.index()].prompt);
        Some(view! { <Prose spot label="表格前面的文字" prompt /> })
    }
}

/// One text with its label and prompt.
#[component]
fn SectionText(form: &'static Form, text: TextId) -> impl IntoView {
    let declared = &form.texts[text.index()];
    let section = &form.edition.sections[declared.section];
    let label = declared.topic.map_or(section.title, |topic| topic.title);
    // A section that is written by topics has its outlines there.
    let has_outline = declared.topic.is_some() || form.texts_of(declared.section).nth(1).is_none();
    let spot = Spot::Text(text);
    view! {
        <Prose spot label prompt=declared.prompt />
        {has_outline.then(|| rest(move |rest| (rest.outline)(spot, label)))}
    }
}
