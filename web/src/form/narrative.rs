//! A section of prose: its own text and its topics, each with what belongs there.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::form::{Form, TextId};
use nianbao_core::prose;
use nianbao_core::rule::Spot;
use web_sys::HtmlTextAreaElement;

use super::{anchor, focus, help, is_composing, mark_of, outline::Outline, select};
use crate::problems::Found;
use crate::state::desk;

/// All texts of a section, with ways straight to each.
#[component]
pub fn Narrative(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let to = |text: TextId| {
        let topic = form.texts[text.index()].topic?;
        let go = move |_| focus(&anchor(Spot::Text(text)));
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
        {has_outline.then(|| view! { <Outline spot name=label /> })}
    }
}

/// A labelled text area that grows with its text and counts its characters.
#[component]
pub fn Prose(spot: Spot, label: &'static str, prompt: &'static str) -> impl IntoView {
    let desk = desk();
    let id = anchor(spot);
    let mark = mark_of(spot);
    let help = format!("{id}-help");
    let content = Memo::new(move |_| desk.report.with(|report| report.place_content(spot)));
    let take = move |element: HtmlTextAreaElement| {
        let typed = element.value();
        desk.type_at(spot, |report| report.set_place_text(spot, typed));
    };
    let on_input = move |event: ev::Event| {
        if !is_composing(&event) {
            take(event_target(&event));
        }
    };
    // Without the layout of the program it comes from; the browser pastes where there is none.
    let on_paste = move |event: ev::ClipboardEvent| {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        let text = text.unwrap_or_default();
        let tidy = prose::pasted(&text);
        if tidy == text.replace('\r', "") {
            return;
        }
        event.prevent_default();
        let area: HtmlTextAreaElement = event_target(&event);
        drop(area.set_range_text(&tidy));
        // The caret goes behind it.
        let start = area.selection_start().ok().flatten().unwrap_or_default();
        let end = start as usize + tidy.encode_utf16().count();
        select(&area.id(), end, end);
        desk.end_step();
        take(area);
        desk.end_step();
    };
    let widen = move |_| {
        let text = content.get_untracked();
        focus(&anchor(spot));
        spawn_local(async move {
            match desk.judge.text("widen", "", text.clone()).await {
                Ok(widened) if widened != text && content.get_untracked() == text => {
                    desk.change_with_undo(
                        "已把汉字间的半角标点改为全角。",
                        |report| {
                            report.set_place_text(spot, widened);
                        },
                    );
                }
                Ok(_) => desk.tell("汉字之间没有半角标点。"),
                Err(sentence) => desk.tell(sentence),
            }
        });
    };
    view! {
        <div class="prose">
            <label for=id.clone()>{label}</label>
            {help::why(id.clone(), label)}
            <p class="hint" id=help.clone()>{prompt}</p>
            // What is written stands behind the text area too, unseen, and stretches it.
            <div class="grows" data-text=move || content.get()>
                <textarea
                    id=id
                    aria-describedby=help
                    aria-invalid=move || (mark.get() == Some("error")).then_some("true")
                    class:error=move || mark.get() == Some("error")
                    class:warning=move || matches!(mark.get(), Some("warning" | "hint"))
                    prop:value=move || content.get()
                    on:input=on_input
                    on:compositionend=move |event: ev::CompositionEvent| take(event_target(&event))
                    on:paste=on_paste
                ></textarea>
            </div>
            <Found spot />
            <p class="count">
                <button type="button" on:click=widen>"标点改为全角"</button>" "
                {move || format!("{} 字", content.with(|text| prose::length(text)))}
            </p>
        </div>
    }
}
