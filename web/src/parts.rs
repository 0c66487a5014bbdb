//! The list of parts of the open report, at the left: short names, each with one mark of how far it is.

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::progress::{Part, Progress};

use crate::desk::desk;
use crate::screens::Screen;

/// All parts, and the way to the preview.
#[component]
pub fn Parts() -> impl IntoView {
    let desk = desk();
    let parts = move || {
        // Another draft may stand on another form.
        desk.draft.id.track();
        let form = desk.draft.form();
        Part::all(form).map(|part| entry(form, part)).collect_view()
    };
    let is_shown = move |screen| move || (desk.shown.screen.get() == screen).then_some("step");
    view! {
        <nav class="parts" aria-label="报告各部分">
            <ol>
                {parts}
                {move || desk.draft.previous.with(Option::is_some).then(|| view! {
                    <li>
                        <button type="button" class="beside" aria-current=is_shown(Screen::Compare)
                            on:click=move |_| desk.shown.screen.set(Screen::Compare)>
                            <span class="name">"与上年比较"</span>
                        </button>
                    </li>
                })}
                <li>
                    <button type="button" class="preview" aria-current=is_shown(Screen::Preview)
                        on:click=move |_| desk.shown.screen.set(Screen::Preview)>
                        <span class="name">"预览和下载"</span>
                    </button>
                </li>
            </ol>
        </nav>
    }
}

/// One part: its short name to see, its whole name to hear.
fn entry(form: &'static Form, part: Part) -> AnyView {
    let desk = desk();
    let screen = Screen::Part(part);
    let title = match part {
        Part::Header => "",
        Part::Section(section) => form.edition.sections[section].title,
    };
    let progress = Memo::new(move |_| {
        desk.judging.judged(|judgement| {
            desk.draft
                .report
                .with(|report| Progress::of(report, judgement, part))
        })
    });
    let n_wrong = Memo::new(move |_| desk.judging.n_wrong(form, part));
    let class = move || match progress.get() {
        None => "state",
        Some(Progress::Untouched) => "state untouched",
        Some(Progress::Started) => "state started",
        Some(Progress::Faulty) => "state faulty",
        Some(Progress::Complete) => "state complete",
    };
    let how_far = move || progress.get().map_or("…", Progress::name);
    view! {
        <li>
            <button type="button" title=title
                aria-current=move || (desk.shown.screen.get() == screen).then_some("step")
                on:click=move |_| desk.shown.screen.set(screen)>
                <span class="unseen">{title}</span>
                <span class="name">{part.short(form)}</span>
                <span class=class><span class="unseen">{how_far}</span></span>
                {move || (n_wrong.get() > 0).then(|| view! { <span class="tally">{n_wrong.get()} " 处"</span> })}
            </button>
        </li>
    }
    .into_any()
}
