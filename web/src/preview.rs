//! The whole report as printed, and the downloads.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::grid::{Grid, GridContent};
use nianbao_core::report::Report;
use nianbao_core::rule::Severity;
use nianbao_core::saved;
use nianbao_files::write::Format;
use nianbao_files::write::document::{Block, TEXT_WIDTH, cell_text, column_widths, outline};

use crate::browser::{download, worker::Program};
use crate::state::desk;

/// The report on paper, with the downloads above it.
#[component]
pub fn Preview() -> impl IntoView {
    let desk = desk();
    view! {
        <section class="preview" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">"预览和下载"</h1>
            <Downloads />
            {move || desk.report.with(|report| view! {
                <article class="paper" aria-label="报告预览">
                    {outline(report).into_iter().map(|block| printed(report, block)).collect_view()}
                </article>
            })}
        </section>
    }
}

/// A button for each format, with what it is for and how the report stands.
#[component]
fn Downloads() -> impl IntoView {
    let desk = desk();
    let state = move || {
        desk.judged(|judgement| {
            let n_errors = judgement.wrong(Severity::Error).count();
            match (n_errors, judgement.missing().count()) {
                (0, 0) => "没有待填的内容，也没有错误。".to_owned(),
                (_, n_missing) => {
                    format!("还有 {n_missing} 处待填、{n_errors} 处错误，照样可以下载。")
                }
            }
        })
    };
    // One download at a time: the buttons rest while a file is being made.
    let is_working = RwSignal::new(false);
    let save = move |format: Format| {
        let (name, draft) = desk.report.with_untracked(|report| {
            let name = format!("{}.{}", report.file_name(), format.extension());
            let previous = desk.previous.get_untracked();
            (name, saved::write_draft(report, previous.as_ref()))
        });
        is_working.set(true);
        spawn_local(async move {
            let written = written(format, &draft).await;
            let offered =
                written.and_then(|bytes| download::offer(&name, format.media_type(), &bytes));
            desk.tell(match offered {
                Ok(()) => format!("已下载“{name}”。"),
                Err(reason) => reason,
            });
            is_working.set(false);
        });
    };
    // Drafts are kept by the button in the top bar, with last year's report.
    let documents = Format::ALL
        .into_iter()
        .filter(|&format| format != Format::Json);
    let buttons = documents.map(|format| view! {
        <li>
            <button type="button" class=if format == Format::Docx { "primary" } else { "" } disabled=move || is_working.get() on:click=move |_| save(format)>
                "下载 " {format.name()}
            </button>
            <p class="hint">{format.purpose()}</p>
        </li>
    });
    view! {
        <ul class="downloads">{buttons.collect_view()}</ul>
        <p class="hint" role="status">{state}</p>
    }
}

/// The document, made beside the page.
async fn written(format: Format, draft: &str) -> Result<Vec<u8>, String> {
    let program = Program::start("files")?;
    let bytes = program
        .ask("write", format.extension(), &draft.into())
        .await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// One block of the printed report. Headings stand one level below those of the page.
fn printed(report: &Report, block: Block) -> AnyView {
    match block {
        Block::Title(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Paragraph(text) => view! { <p>{text.to_owned()}</p> }.into_any(),
        Block::SectionHeading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::TopicHeading(text) => view! { <h4>{text}</h4> }.into_any(),
        Block::Table(grid) => printed_table(report, &grid).into_any(),
        Block::Signature(text) | Block::Date(text) => {
            view! { <p class="signature">{text.to_owned()}</p> }.into_any()
        }
    }
}

fn printed_table(report: &Report, grid: &Grid) -> impl IntoView + use<> {
    let columns = column_widths(grid).into_iter().map(|width| {
        let percent = format!("{}%", width * 100 / TEXT_WIDTH);
        view! { <col style:width=percent /> }
    });
    let rows = grid.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| {
            let (width, height) = (cell.width.to_string(), cell.height.to_string());
            let text = cell_text(report, cell.content);
            match cell.content {
                GridContent::Figure(_) | GridContent::Corner(_) => {
                    view! { <td colspan=width rowspan=height>{text}</td> }.into_any()
                }
                _ => view! { <th colspan=width rowspan=height>{text}</th> }.into_any(),
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! { <div class="sheet"><table><colgroup>{columns.collect_view()}</colgroup><tbody>{rows.collect_view()}</tbody></table></div> }
}
