//! A section of prose: its own text and its topics, each with what belongs there.

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::form::{Form, TextId};
use nianbao_core::prose;
use nianbao_core::rule::Spot;
use web_sys::HtmlTextAreaElement;

use super::{anchor, help, is_composing, mark_of, outline::Outline};
use crate::problems::Found;
use crate::state::desk;

/// All texts of a section.
#[component]
pub fn Narrative(form: &'static Form, section: usize) -> impl IntoView {
    form.texts_of(section)
        .map(|text| view! { <SectionText form text /> })
        .collect_view()
}

/// One text with its label and prompt.
#[component]
fn SectionText(form: &'static Form, text: TextId) -> impl IntoView {
    let desk = desk();
    let declared = &form.texts[text.index()];
    let section = &form.edition.sections[declared.section];
    let label = declared.topic.map_or(section.title, |topic| topic.title);
    // A section that is written by topics has its outlines there.
    let has_outline = declared.topic.is_some() || form.texts_of(declared.section).nth(1).is_none();
    let content = Memo::new(move |_| desk.report.with(|report| report.text(text).to_owned()));
    view! {
        <Prose
            spot=Spot::Text(text)
            label=label.to_owned()
            prompt=declared.prompt
            content=content
            on_change=move |typed| desk.type_at(Spot::Text(text), |report| report.set_text(text, typed))
        />
        {has_outline.then(|| view! { <Outline spot=Spot::Text(text) name=label /> })}
    }
}

/// A labelled text area that grows with its text and counts its characters.
#[component]
pub fn Prose(
    spot: Spot,
    label: String,
    prompt: &'static str,
    content: Memo<String>,
    on_change: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let id = anchor(spot);
    let mark = mark_of(spot);
    let help = format!("{id}-help");
    let take = move |element: HtmlTextAreaElement| on_change(element.value());
    let on_input = move |event: ev::Event| {
        if !is_composing(&event) {
            take(event_target(&event));
        }
    };
    view! {
        <div class="prose">
            <label for=id.clone()>{label.clone()}</label>
            {help::why(id.clone(), &label)}
            <p class="hint" id=help.clone()>{prompt}</p>
            <textarea
                id=id
                aria-describedby=help
                aria-invalid=move || (mark.get() == Some("error")).then_some("true")
                class:error=move || mark.get() == Some("error")
                class:warning=move || matches!(mark.get(), Some("warning" | "hint"))
                rows=move || content.with(|text| n_rows(text)).to_string()
                prop:value=move || content.get()
                on:input=on_input
                on:compositionend=move |event: ev::CompositionEvent| take(event_target(&event))
            ></textarea>
            <Found spot />
            <p class="count">{move || format!("{} 字", content.with(|text| prose::length(text)))}</p>
        </div>
    }
}

/// Rows that a text needs, at about forty characters a line.
fn n_rows(text: &str) -> usize {
    const CHARACTERS_PER_ROW: usize = 40;
    const FEWEST: usize = 3;
    let rows: usize = text
        .split('\n')
        .map(|line| line.chars().count() / CHARACTERS_PER_ROW + 1)
        .sum();
    rows.max(FEWEST) + 1
}
