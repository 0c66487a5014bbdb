//! A section of prose: its own text and its topics, each with what belongs there.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::form::notes::Noted;
use nianbao_core::form::{Form, TextId};
use nianbao_core::spot::Spot;
use nianbao_core::text;
use nianbao_wasm::job::WidenText;
use web_sys::HtmlTextAreaElement;

use super::{anchor, focus, help, is_composing, mark_of, select};
use crate::problems::Found;
use crate::rest::rest;
use crate::state::{Desk, desk};

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

/// What was written above the tables of a section. Most reports have nothing there, and are not asked for it.
#[component]
pub fn Above(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let text = form.texts_of(section).next();
    // Once it is there it stays, also while the clerk empties it.
    let is_written = Memo::new(move |was: Option<&bool>| {
        let is_filled = |text| desk.report.with(|report| !report.text(text).is_empty());
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

/// A labelled text area that grows with its text and counts its characters.
#[component]
pub fn Prose(spot: Spot, label: &'static str, prompt: &'static str) -> impl IntoView {
    let desk = desk();
    let id = anchor(spot);
    let mark = mark_of(spot);
    let help = format!("{id}-help");
    let content = Memo::new(move |_| desk.report.with(|report| report.place_content(spot)));
    let take = move |element: HtmlTextAreaElement| desk.take_text(spot, &element);
    let on_input = move |event: ev::Event| {
        if !is_composing(&event) {
            take(event_target(&event));
        }
    };
    let on_paste = move |event: ev::ClipboardEvent| {
        desk.with_rest(|rest| (rest.paste_text)(desk, spot, &event));
    };
    let widen = move |_| desk.do_by_rest(|rest| (rest.widen)(desk, spot));
    view! {
        <div class="prose">
            <label for=id.clone()>{label}</label>
            {help::why(Noted::Place(spot), label)}
            <p class="hint" id=help.clone()>{prompt}</p>
            {rest(move |rest| (rest.headings)(spot))}
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
                {move || format!("{} 字", content.with(|text| text::length(text)))}
            </p>
        </div>
    }
}

/// Ways straight to the headings that stand within a text.
#[component]
pub fn Headings(spot: Spot) -> impl IntoView {
    let desk = desk();
    let headings = Memo::new(move |_| {
        let text = desk.report.with(|report| report.place_content(spot));
        let found = text::headings(&text).map(|(_, line)| line.to_owned());
        found.collect::<Vec<_>>()
    });
    let go = move |nth: usize| {
        let text = desk
            .report
            .with_untracked(|report| report.place_content(spot));
        let Some((start, line)) = text::headings(&text).nth(nth) else {
            return;
        };
        let [from, length] = [&text[..start], line].map(|it| it.encode_utf16().count());
        let id = anchor(spot);
        focus(&id);
        select(&id, from, from + length);
    };
    let way = move |(nth, line): (usize, String)| {
        view! { <button type="button" on:click=move |_| go(nth)>"到"{line}</button> }
    };
    move || {
        let headings = headings.get();
        let ways = headings.into_iter().enumerate().map(way).collect_view();
        (!ways.is_empty()).then(|| view! { <p class="walk">{ways}</p> })
    }
}

impl Desk {
    fn take_text(self, spot: Spot, area: &HtmlTextAreaElement) {
        let typed = area.value();
        self.type_at(spot, |report| report.set_place_text(spot, typed));
    }

    /// Pastes into a text without the layout of the program that it comes from; the browser pastes where there is none.
    pub fn paste_text(self, spot: Spot, event: &ev::ClipboardEvent) {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        let text = text.unwrap_or_default();
        let tidy = text::pasted(&text);
        if tidy == text.replace('\r', "") {
            return;
        }
        event.prevent_default();
        let area: HtmlTextAreaElement = event_target(event);
        drop(area.set_range_text(&tidy));
        // The caret goes behind it.
        let start = area.selection_start().ok().flatten().unwrap_or_default();
        let end = start as usize + tidy.encode_utf16().count();
        select(&area.id(), end, end);
        self.end_step();
        self.take_text(spot, &area);
        self.end_step();
    }

    /// Makes the punctuation between the Han characters of a text full-width, by a step of its own.
    pub fn widen(self, spot: Spot) {
        let content = move || {
            self.report
                .with_untracked(|report| report.place_content(spot))
        };
        let text = content();
        focus(&anchor(spot));
        spawn_local(async move {
            let asked = WidenText { text: text.clone() };
            match self.judge.ask(asked).await {
                Ok(widened) if widened != text && content() == text => {
                    self.change_with_undo(
                        "已把汉字间的半角标点改为全角。",
                        |report| {
                            report.set_place_text(spot, widened);
                        },
                    );
                }
                Ok(_) => self.tell("汉字之间没有半角标点。"),
                Err(sentence) => self.tell(sentence),
            }
        });
    }
}
