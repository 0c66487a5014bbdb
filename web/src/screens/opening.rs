//! Opens what an office already has: shows what was read before it becomes a draft.

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::form::FORMS;
use nianbao_core::progress::Part;
use nianbao_core::report::Report;
use nianbao_read::{Confidence, Reading, Source, readable_in_words};

use crate::controls::file::FileChooser;
use crate::desk::opening::Opening;
use crate::desk::{Desk, desk};
use crate::screens::Screen;

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
            let report = StoredValue::new((report, reading.previous.clone()));
            let is_last_year = desk.opening.is_last_year.get_value();
            let as_draft = move |_| {
                desk.opening.what.set(None);
                report.with_value(|(report, previous)| {
                    desk.start(&origin, report.clone(), previous.clone())
                });
            };
            let as_last_year = move |_| {
                desk.opening.what.set(None);
                desk.set_previous(Some(report.with_value(|(report, _)| report.clone())));
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
                    <ReadingDetails reading=*reading />
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

/// How much was read, in a few sentences.
#[component]
fn ReadingSummary(reading: Reading) -> impl IntoView {
    let form = reading.report.form;
    let is_newest = FORMS.last().is_some_and(|newest| newest == form);
    let n_doubtful = reading.doubtful().count();
    let figures = match n_doubtful {
        0 => format!("{} 个数据全部读到。", form.n_cells()),
        _ => format!(
            "{} 个数据中读到 {} 个；{n_doubtful} 个需要核对，列在下面。",
            form.n_cells(),
            reading.n_found()
        ),
    };
    let n_sections = reading.sections.iter().flatten().count();
    let missing: Vec<_> = form
        .edition
        .sections
        .iter()
        .zip(&reading.sections)
        .filter(|(_, found)| found.is_none())
        .map(|(section, _)| format!("“{}”", section.title))
        .collect();
    let sections = if missing.is_empty() {
        "六个部分都找到了。".to_owned()
    } else {
        format!("找到 {n_sections} 个部分，没有找到{}。", missing.join("、"))
    };
    let organ = match reading.report.organ.name.trim() {
        "" => "没有找到机关名称".to_owned(),
        organ => organ.to_owned(),
    };
    let year = match reading.report.year {
        None => "没有找到年度，请在“基本信息”中选择".to_owned(),
        Some(year) => format!("{year}年"),
    };
    view! {
        <p><strong>{organ}" "{year}</strong></p>
        {reading.kind.remark().map(|kind| view! { <p class="notice">{kind}</p> })}
        {(!is_newest).then(|| view! { <p class="notice">{format!("使用的是 {} 年版格式，按那一版打开。", form.edition.year)}</p> })}
        <p>{figures}" "{sections}</p>
    }
}

/// Every doubtful figure beside its source, and what was not understood.
#[component]
fn ReadingDetails(reading: Reading) -> impl IntoView {
    let report = &reading.report;
    let row = |source: &Source| {
        let class = match source.confidence {
            Confidence::NotFound(_) => "error",
            Confidence::Guessed(_) | Confidence::Read => "warning",
        };
        let table = report.form.section_of(source.cell).short;
        let read_as = match report.figure(source.cell).to_string() {
            text if text.is_empty() => "空白".to_owned(),
            text => text,
        };
        view! {
            <tr class=class>
                <td>{table}"："{report.form.name(source.cell)}</td>
                <td>{read_as}</td>
                <td>{source.snippet.clone()}</td>
                <td>{source.confidence.reason().to_owned()}" "{source.place.clone()}</td>
            </tr>
        }
    };
    let doubtful: Vec<_> = reading.doubtful().map(row).collect();
    view! {
        {(!reading.remarks.is_empty()).then(|| view! {
            <h2>"说明"</h2>
            <ul class="bullets">{reading.remarks.iter().map(|remark| view! { <li>{remark.clone()}</li> }).collect_view()}</ul>
        })}
        {(!doubtful.is_empty()).then(|| view! {
            <h2>"需要核对的数据"</h2>
            <div class="sheet">
                <table class="doubtful">
                    <thead>
                        <tr><th scope="col">"格"</th><th scope="col">"读作"</th><th scope="col">"原文"</th><th scope="col">"原因和位置"</th></tr>
                    </thead>
                    <tbody>{doubtful}</tbody>
                </table>
            </div>
        })}
        {(!reading.unread.is_empty()).then(|| view! {
            <details>
                <summary>{format!("没有归入报告的文字（{} 段）", reading.unread.len())}</summary>
                {reading.unread.iter().map(|text| view! { <p class="unread">{text.clone()}</p> }).collect_view()}
            </details>
        })}
    }
}
