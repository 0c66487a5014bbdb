//! A text of the report: an area that grows with it, counts its characters, and tidies what is pasted.

use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::form::notes::Noted;
use nianbao_core::spot::Spot;
use nianbao_core::text;
use nianbao_wasm::job::WidenText;
use web_sys::HtmlTextAreaElement;

use super::help::why;
use super::mark::{Found, mark_of};
use crate::desk::{Desk, desk};
use crate::places::{anchor, focus, focus_on, is_composing, select};
use crate::rest::rest;

/// Bytes of a text above which its box grows no further: laying it out once more would be felt at each key.
const LONG: usize = 12_000;

/// A labelled text area that grows with its text and counts its characters.
#[component]
pub fn Prose(spot: Spot, label: &'static str, prompt: &'static str) -> impl IntoView {
    let desk = desk();
    let id = anchor(desk.draft.form(), spot);
    let mark = mark_of(spot);
    let help = format!("{id}-help");
    let content = Memo::new(move |_| desk.draft.report.with(|report| report.place_content(spot)));
    let is_long = Memo::new(move |_| content.with(|text| text.len() > LONG));
    let behind = move || match is_long.get() {
        true => String::new(),
        false => content.get(),
    };
    let is_long = move || is_long.get();
    let area = NodeRef::<Textarea>::new();
    // What was typed here stands here: a long text is not written back at each key.
    let typed = StoredValue::new(None::<String>);
    let take = move |area: HtmlTextAreaElement| {
        typed.set_value(Some(area.value()));
        desk.take_text(spot, &area);
    };
    Effect::new(move |_| {
        let text = content.get();
        let Some(area) = area.get() else { return };
        let is_typed = typed.with_value(|typed| typed.as_ref() == Some(&text));
        if !is_typed {
            typed.set_value(None);
            if area.value() != text {
                area.set_value(&text);
            }
        }
    });
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
            {why(Noted::Place(spot), label)}
            <p class="hint" id=help.clone()>{prompt}</p>
            {rest(move |rest| (rest.headings)(spot))}
            // What is written stands behind the text area too, unseen, and stretches it; a long text scrolls in a box of its own.
            <div class="grows" class:long=is_long data-text=behind>
                <textarea
                    id=id
                    aria-describedby=help
                    aria-invalid=move || (mark.get() == Some("error")).then_some("true")
                    class:error=move || mark.get() == Some("error")
                    class:warning=move || matches!(mark.get(), Some("warning" | "hint"))
                    node_ref=area
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
        let text = desk.draft.report.with(|report| report.place_content(spot));
        let found = text::headings(&text).map(|(_, line)| line.to_owned());
        found.collect::<Vec<_>>()
    });
    let go = move |nth: usize| {
        let text = desk
            .draft
            .report
            .with_untracked(|report| report.place_content(spot));
        let Some((start, line)) = text::headings(&text).nth(nth) else {
            return;
        };
        let [from, length] = [&text[..start], line].map(|it| it.encode_utf16().count());
        let id = anchor(desk.draft.form(), spot);
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
            self.draft
                .report
                .with_untracked(|report| report.place_content(spot))
        };
        let text = content();
        focus_on(self.draft.form(), spot);
        spawn_local(async move {
            let asked = WidenText { text: text.clone() };
            match self.judging.judge.ask(asked).await {
                Ok(widened) if widened != text && content() == text => {
                    self.change_with_undo(
                        "已把汉字间的半角标点改为全角。",
                        |report| {
                            report.set_place_text(spot, widened);
                        },
                    );
                }
                Ok(_) => self.news.tell("汉字之间没有半角标点。"),
                Err(sentence) => self.news.tell(sentence),
            }
        });
    }
}
