//! What last year's report says in the same place, paragraph by paragraph: to be read beside this year's text, or quoted.

use leptos::prelude::*;
use nianbao_core::spot::{Place, Spot};

use crate::desk::desk;
use crate::places::focus_on;

/// Last year's text of a place, folded until it is asked for; nothing where there is none.
#[component]
pub fn LastYear(spot: Spot, name: &'static str) -> impl IntoView {
    let desk = desk();
    let is_open = RwSignal::new(false);
    let paragraphs = Memo::new(move |_| {
        let text = desk.draft.of_last_year(|previous| {
            let there = Place::of(desk.draft.form(), spot).on(previous.form)?;
            Some(previous.place_content(there))
        });
        let text = text.unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect::<Vec<_>>()
    });
    let label = format!("上年原文：{name}");
    move || {
        (!paragraphs.with(Vec::is_empty)).then(|| {
            let label = label.clone();
            view! {
                <button type="button" aria-label=label aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)>"上年原文"</button>
                {move || is_open.get().then(|| {
                    let quotable = paragraphs.get().into_iter().map(|paragraph| quotable(spot, paragraph));
                    view! { <ul class="last-years">{quotable.collect_view()}</ul> }
                })}
            }
        })
    }
}

/// One paragraph; one that stands in this year's text word for word is told to be the same.
fn quotable(spot: Spot, paragraph: String) -> AnyView {
    let desk = desk();
    let own = paragraph.clone();
    let is_same = Memo::new(move |_| {
        let text = desk.draft.report.with(|report| report.place_content(spot));
        text.contains(&own)
    });
    let quoted = paragraph.clone();
    let quote = move |_| {
        // Not disabled by the browser, which would drop the focus.
        if is_same.get_untracked() {
            return;
        }
        desk.change_with_undo(
            "已引用上年的一段，请改成今年的情况。",
            |report| {
                let mut text = report.place_content(spot);
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    text.push('\n');
                }
                report.set_place_text(spot, text + &quoted);
            },
        );
        focus_on(desk.draft.form(), spot);
    };
    let label = format!("引用：{paragraph}");
    view! {
        <li class:same=move || is_same.get()>
            <span>{paragraph}</span>
            <button type="button" aria-label=label aria-disabled=move || is_same.get().to_string() on:click=quote>
                {move || if is_same.get() { "今年相同" } else { "引用" }}
            </button>
        </li>
    }
    .into_any()
}
