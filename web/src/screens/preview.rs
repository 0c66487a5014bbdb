//! The whole report as printed, and the downloads.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::judgement::Severity;
use nianbao_core::saved;
use nianbao_wasm::job::{Document, Program, WriteDocument, WriteSheet};
use nianbao_write::{BUNDLE, Format, Layout, Mark, html};

use crate::browser::{clipboard, download, picture, worker::Running};
use crate::desk::judging::Judge;
use crate::desk::{Desk, desk};
use crate::screens::Screen;

/// The report as the downloaded web page shows and prints it, with the downloads above.
#[component]
pub fn Preview() -> impl IntoView {
    let desk = desk();
    view! {
        <section class="preview" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">"预览和下载"</h1>
            <Downloads />
            {paper(desk, "paper report")}
        </section>
    }
}

/// The report on its sheet of paper: the one place of the page that takes markup, which the writer of web pages makes (SECURITY.md).
fn paper(desk: Desk, class: &'static str) -> AnyView {
    let report = move || desk.draft.report.with(html::article);
    let mark = move || desk.is_example().then(|| Mark::Example.text());
    view! { <article class=class aria-label="报告预览" data-mark=mark inner_html=report /> }
        .into_any()
}

impl Desk {
    /// Whatever is shown of the open report, what is printed is all of it.
    pub fn print_the_report(self) {
        let alone = StoredValue::new_local(None);
        let begin = window_event_listener_untyped("beforeprint", move |_| {
            let is_shown = self.shown.screen.get_untracked() == Screen::Preview;
            let body = document().body();
            if let Some(body) = body.filter(|_| self.shown.is_open.get_untracked() && !is_shown) {
                drop(body.class_list().add_1("prints-alone"));
                let draw = move || paper(self, "paper report alone");
                alone.set_value(Some(mount_to(body, draw)));
            }
        });
        let end = window_event_listener_untyped("afterprint", move |_| {
            alone.set_value(None);
            if let Some(body) = document().body() {
                drop(body.class_list().remove_1("prints-alone"));
            }
        });
        // The page lives as long as these do.
        for handle in [begin, end] {
            std::mem::forget(handle);
        }
    }
}

/// A button for each format, with what it is for and how the report stands.
#[component]
fn Downloads() -> impl IntoView {
    let desk = desk();
    let n_errors = Memo::new(move |_| {
        desk.judging
            .judged(|judgement| judgement.wrong(Severity::Error).count())
            .unwrap_or_default()
    });
    let state = move || {
        desk.judging.judged(|judgement| {
            let n_missing = judgement.missing().count();
            let told = match (n_errors.get(), n_missing) {
                (0, 0) => "没有待填的内容，也没有错误。".to_owned(),
                (0, n_missing) => format!("还有 {n_missing} 处待填，照样可以下载。"),
                (n_errors, 0) => format!("还有 {n_errors} 处错误，照样可以下载。"),
                (n_errors, n_missing) => {
                    format!("还有 {n_missing} 处待填、{n_errors} 处错误，照样可以下载。")
                }
            };
            match judgement.set_aside().count() {
                0 => told,
                count => format!("{told}已说明 {count} 处。"),
            }
        })
    };
    // One file at a time: the buttons rest while it is being made.
    let is_working = RwSignal::new(false);
    let marks_drafts = RwSignal::new(true);
    let layout = RwSignal::new(Layout::default());
    let make = move |work: Work| {
        // Not disabled by the browser, which would drop the focus.
        if is_working.get_untracked() {
            return;
        }
        let layout = layout.get_untracked();
        let (name, draft) = desk.draft.report.with_untracked(|report| {
            let previous = desk.draft.previous.get_untracked();
            let draft = saved::write_draft(report, previous.as_ref());
            (report.file_name(), draft)
        });
        let is_draft = marks_drafts.get_untracked() && n_errors.get_untracked() > 0;
        let mark = match (untrack(|| desk.is_example()), is_draft) {
            (true, _) => Some(Mark::Example),
            (false, true) => Some(Mark::Draft),
            (false, false) => None,
        };
        is_working.set(true);
        spawn_local(async move {
            desk.news.tell(
                match work
                    .done(desk.judging.judge, &name, mark, layout, &draft)
                    .await
                {
                    Ok(told) => told,
                    Err(reason) => reason,
                },
            );
            is_working.set(false);
        });
    };
    let button = move |work: Work| {
        let class = if work == FIRST { "primary" } else { "" };
        let (label, purpose) = work.words();
        view! {
            <li>
                <button type="button" class=class aria-disabled=move || is_working.get().to_string() on:click=move |_| make(work)>{label}</button>
                <p class="hint">{purpose}</p>
            </li>
        }
        .into_any()
    };
    let group = move |name: &'static str, works: Vec<Work>| {
        let buttons = works.into_iter().map(button).collect_view();
        view! { <h2>{name}</h2><ul class="downloads">{buttons}</ul> }.into_any()
    };
    let layouts = Layout::ALL.map(|it| view! { <option value=it.key()>{it.name()}</option> });
    let choose_layout = move |event| {
        let key = event_target_value(&event);
        let chosen = Layout::ALL.into_iter().find(|it| it.key() == key);
        layout.set(chosen.unwrap_or_default());
    };
    let print = |_| drop(window().print());
    let toggle = move |event| marks_drafts.set(event_target_checked(&event));
    view! {
        <p class="verdict" role="status">{state}</p>
        <p hidden=move || n_errors.get() == 0 || desk.is_example()>
            <label>
                <input type="checkbox" prop:checked=move || marks_drafts.get() on:change=toggle />
                "在文档上标明“草稿（未定稿，请勿发布）”；没有错误时不标"
            </label>
        </p>
        <ul class="downloads">
            {button(FIRST)}
            {button(Work::Download(Format::Html))}
            <li>
                <button type="button" on:click=print>"打印"</button>
                <p class="hint">"只打印下面的年报，也可以另存为 PDF"</p>
            </li>
        </ul>
        {group("送审", vec![Work::Sheet(Format::Docx), Work::Sheet(Format::Html)])}
        {group("图解", vec![Work::Download(Format::Svg), Work::Picture])}
        <p><label>"版式 "<select class="narrow" on:change=choose_layout>{layouts}</select></label></p>
        {group("更多格式", others().collect())}
    }
}

/// What most do not come for; drafts are kept by the button in the top bar, with last year's report.
fn others() -> impl Iterator<Item = Work> {
    let shown = [Format::Docx, Format::Html, Format::Svg, Format::Json];
    let documents = Format::ALL.into_iter();
    let documents = documents.filter(move |format| !shown.contains(format));
    documents
        .map(Work::Download)
        .chain([Work::Copy, Work::Bundle])
}

/// What a button makes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    /// A document.
    Download(Format),
    /// The picture of the year's figures, as browsers draw it.
    Picture,
    /// One document of each format.
    Bundle,
    /// Markup on the clipboard, for the editor of a website.
    Copy,
    /// What was found in the report, for who signs it.
    Sheet(Format),
}

/// What most come for.
const FIRST: Work = Work::Download(Format::Docx);

impl Work {
    /// What its button says, and what it is for.
    fn words(self) -> (String, &'static str) {
        let (label, purpose) = match self {
            Work::Download(format) => {
                return (format!("下载 {}", format.name()), format.purpose());
            }
            Work::Picture => (
                "下载 图解（PNG 图片）",
                "同一张图，放到公众号、演示文稿等只收图片的地方",
            ),
            Work::Bundle => ("全部打包", "以上各种文件（PNG 图片除外）和草稿，一个 zip"),
            Work::Copy => ("复制到网站", "粘贴到网站后台的编辑器，表格和文字格式都在"),
            Work::Sheet(Format::Docx) => (
                "下载 审核单（Word）",
                "给审核、签发的人：发现的问题、写明的理由和签字的地方",
            ),
            Work::Sheet(_) => ("下载 审核单（网页）", "同一张单子，在浏览器里看和打印"),
        };
        (label.to_owned(), purpose)
    }

    /// Makes it beside the page and hands it to the browser; tells what was done, or why not.
    async fn done(
        self,
        judge: Judge,
        name: &str,
        mark: Option<Mark>,
        layout: Layout,
        draft: &str,
    ) -> Result<String, String> {
        let program = Running::start(Program::Write)?;
        let write = async |document| {
            let draft = draft.to_owned();
            let asked = WriteDocument {
                draft,
                document,
                mark,
            };
            Ok::<_, String>(program.ask(asked).await?.into_vec())
        };
        let words = async |document| {
            let bytes = write(document).await?;
            Ok::<_, String>(String::from_utf8_lossy(&bytes).into_owned())
        };
        let (name, media_type, bytes) = match self {
            Work::Download(format @ Format::Svg) => {
                let name = format!("{name}图解.{}", format.extension());
                let picture = write(Document::Picture(layout)).await?;
                (name, format.media_type(), picture)
            }
            Work::Download(format) => {
                let name = format!("{name}.{}", format.extension());
                (
                    name,
                    format.media_type(),
                    write(Document::Report(format)).await?,
                )
            }
            Work::Picture => {
                let picture = words(Document::Picture(layout)).await?;
                (
                    format!("{name}图解.png"),
                    "image/png",
                    picture::png(&picture).await?,
                )
            }
            Work::Bundle => {
                let name = format!("{name}.{BUNDLE}");
                (name, "application/zip", write(Document::Bundle).await?)
            }
            Work::Sheet(format) => {
                let draft = draft.to_owned();
                let judgement = judge.judged(draft.clone()).await?.judgement;
                let sheet = WriteSheet {
                    draft,
                    judgement,
                    format,
                };
                let name = format!("{name}审核单.{}", format.extension());
                (
                    name,
                    format.media_type(),
                    program.ask(sheet).await?.into_vec(),
                )
            }
            Work::Copy => {
                let html = words(Document::Fragment).await?;
                let text = words(Document::Report(Format::Text)).await?;
                return match clipboard::write(html, text) {
                    true => Ok("已复制，请到网站后台的编辑器里粘贴。".to_owned()),
                    false => Err("浏览器没有允许复制，可以下载网页，打开后全选、复制。".to_owned()),
                };
            }
        };
        download::offer(&name, media_type, &bytes)?;
        Ok(format!("已下载“{name}”。"))
    }
}
