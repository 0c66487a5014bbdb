//! Opens what an office already has: shows what was read before it becomes a draft.

mod reading;

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::progress::Part;
use nianbao_core::report::Report;
use nianbao_read::readable_in_words;

use crate::controls::file::FileChooser;
use crate::desk::opening::Opening;
use crate::desk::{Desk, desk};
use crate::screens::Screen;
use reading::{ReadingDetails, ReadingSummary};

/// The ways in: a file chosen or dropped, or the clipboard.
#[component]
pub fn WaysIn() -> impl IntoView {
    let desk = desk();
    let drop_file = move |event: ev::DragEvent| {
        event.prevent_default();
        desk.opening.is_last_year.set_value(false);
        if let Some(file) = event
            .data_transfer()
            .and_then(|data| data.files())
            .and_then(|files| files.get(0))
        {
            desk.open_file(file);
        }
    };
    let paste = move |event: ev::ClipboardEvent| {
        event.prevent_default();
        desk.opening.is_last_year.set_value(false);
        if let Some(data) = event.clipboard_data() {
            let content = |kind| data.get_data(kind).unwrap_or_default();
            desk.open_clipboard(content("text/html"), content("text/plain"));
        }
    };
    view! {
        <div class="ways-in" on:dragover=|event: ev::DragEvent| event.prevent_default() on:drop=drop_file>
            <h2>"打开已有的年报"</h2>
            <p class="hint">
                {readable_in_words()} "；也可以把文件拖到这里。先显示读到了什么，确认后才成为草稿。"
            </p>
            <p class="tools">
                <FileChooser name="选择文件" />
            </p>
            <textarea
                class="paste"
                rows="2"
                aria-label="粘贴年报"
                placeholder="或者在 Word、WPS、网页中全选、复制，再点这里粘贴（Ctrl+V）"
                prop:value=""
                on:paste=paste
                on:input=move |event: ev::Event| {
                    event_target::<web_sys::HtmlTextAreaElement>(&event).set_value("");
                    desk.news.tell("这里只用来粘贴整份年报；要自己填写，请点“新建年报”。");
                }
            ></textarea>
        </div>
    }
}

/// What was read, for the clerk to take over or not.
#[component]
pub fn Review() -> impl IntoView {
    let desk = desk();
    let back = move |_| {
        // A program that still reads ends here.
        desk.opening.program.set_value(None);
        desk.opening.what.set(None);
        desk.shown
            .screen
            .set(match desk.draft.id.with_untracked(Option::is_some) {
                true => Screen::Part(Part::Header),
                false => Screen::Start,
            });
    };
    move || match desk.opening.what.get() {
        None => ().into_any(),
        Some(Opening::Working(name)) => view! {
            <section aria-labelledby="part-title">
                <h1 id="part-title" tabindex="-1">"正在读取“"{name}"”"</h1>
                <p role="status"><progress aria-label="正在读取"></progress></p>
                <p class="tools"><button type="button" on:click=back>"取消"</button></p>
            </section>
        }
        .into_any(),
        Some(Opening::Refused(name, sentence)) => view! {
            <section aria-labelledby="part-title">
                <h1 id="part-title" tabindex="-1">"没有打开“"{name}"”"</h1>
                <p class="notice" role="alert">{sentence}</p>
                <p class="tools"><button type="button" on:click=back>"返回"</button></p>
            </section>
        }
        .into_any(),
        Some(Opening::Read(name, reading)) => {
            let report = reading.as_draft();
            let misfit = desk
                .draft
                .report
                .with_untracked(|open| open.why_not_previous(&report));
            let origin = name.clone();
            let previous = reading.previous.clone();
            // Doubtful figures are corrected here, before it is a draft.
            let report = RwSignal::new(report);
            let is_last_year = desk.opening.is_last_year.get_value();
            let as_draft = move |_| {
                desk.opening.what.set(None);
                desk.start(&origin, report.get_untracked(), previous.clone());
            };
            let as_last_year = move |_| {
                desk.opening.what.set(None);
                desk.set_previous(Some(report.get_untracked()));
                desk.shown.screen.set(Screen::Part(Part::Header));
            };
            // What it was opened for is done by the main button, unless that is doubtful.
            let main = |is_main: bool| if is_main { "primary" } else { "" };
            let last_year = beside_open_report(desk).map(|title| view! {
                <button type="button" class=main(is_last_year && misfit.is_none()) on:click=as_last_year>
                    "作为“" {title} "”的上年报告"
                </button>
            });
            let draft = view! {
                <button type="button" class=main(!is_last_year) on:click=as_draft>"作为新草稿打开"</button>
            };
            view! {
                <section aria-labelledby="part-title">
                    <h1 id="part-title" tabindex="-1">"从“"{name}"”读到的内容"</h1>
                    <ReadingSummary reading=(*reading).clone() />
                    {misfit.filter(|_| is_last_year).map(|misfit| view! { <p class="notice" role="alert">{misfit}</p> })}
                    <p class="tools">
                        {match is_last_year {
                            true => (last_year, draft).into_any(),
                            false => (draft, last_year).into_any(),
                        }}
                        <button type="button" on:click=back>"不要了"</button>
                    </p>
                    <ReadingDetails reading=*reading report />
                </section>
            }
            .into_any()
        }
    }
}

/// Which open report the one that was read could be last year's of.
fn beside_open_report(desk: Desk) -> Option<String> {
    desk.draft
        .id
        .with(Option::is_some)
        .then(|| desk.draft.report.with(Report::short_title))
}
