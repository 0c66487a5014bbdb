//! What was read: how much, what is doubtful beside its source, and the tables as they were understood.

use leptos::prelude::*;
use nianbao_core::form::{Cell, FORMS, Form};
use nianbao_core::grid::{Grid, GridCell, GridContent};
use nianbao_core::report::Report;
use nianbao_read::{Confidence, Reading, Source};

/// How much was read, in a few sentences.
#[component]
pub fn ReadingSummary(reading: Reading) -> impl IntoView {
    let form = reading.report.form;
    let is_newest = FORMS.last().is_some_and(|newest| newest == form);
    let figures = figures_in_words(&reading);
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

/// How many figures were read: a cell that is blank in the source is none. A total that is as computed was read, too.
fn figures_in_words(reading: &Reading) -> String {
    let form = reading.report.form;
    let n_cells = form.n_cells();
    let is_blank = |source: &&Source| {
        source.confidence == Confidence::Read && reading.report.shown(source.cell).is_blank()
    };
    let n_blank = reading.sources.iter().filter(is_blank).count();
    let n_read = reading.n_found() - n_blank;
    let blank = match n_blank {
        0 => String::new(),
        n_blank => format!("，{n_blank} 个在原文里是空白"),
    };
    match reading.doubtful().count() {
        0 if n_blank == 0 => format!("{n_cells} 个数据全部读到。"),
        0 => format!("{n_cells} 个数据中读到 {n_read} 个{blank}。"),
        n_doubtful => format!(
            "{n_cells} 个数据中读到 {n_read} 个{blank}；{n_doubtful} 个需要核对，列在下面，可以直接改。"
        ),
    }
}

/// Every doubtful figure beside its source, to be corrected; the tables as read; and what was not understood.
#[component]
pub fn ReadingDetails(reading: Reading, report: RwSignal<Report>) -> impl IntoView {
    let form = reading.report.form;
    let doubtful: Vec<_> = reading.doubtful().cloned().collect();
    let doubted: Vec<Cell> = doubtful.iter().map(|source| source.cell).collect();
    let rows: Vec<_> = doubtful
        .into_iter()
        .map(|source| correctable(source, report))
        .collect();
    let doubted = StoredValue::new(doubted);
    let sections = 0..form.edition.sections.len();
    let sections = sections.filter(|&section| form.tables_of(section).next().is_some());
    let tables: Vec<_> = sections
        .map(|section| as_read(form, section, report, doubted))
        .collect();
    view! {
        {(!reading.remarks.is_empty()).then(|| view! {
            <h2>"说明"</h2>
            <ul class="bullets">{reading.remarks.iter().map(|remark| view! { <li>{remark.clone()}</li> }).collect_view()}</ul>
        })}
        {(!rows.is_empty()).then(|| view! {
            <h2>"需要核对的数据"</h2>
            <div class="sheet">
                <table class="doubtful">
                    <thead>
                        <tr><th scope="col">"格"</th><th scope="col">"读作（可以改）"</th><th scope="col">"原文"</th><th scope="col">"原因和位置"</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        })}
        {(!reading.unread.is_empty()).then(|| view! {
            <details>
                <summary>{format!("没有归入报告的文字（{} 段）", reading.unread.len())}</summary>
                {reading.unread.iter().map(|text| view! { <p class="unread">{text.clone()}</p> }).collect_view()}
            </details>
        })}
        <h2>"读到的表格"</h2>
        {tables}
    }
}

/// A doubtful figure, with what it was read from.
fn correctable(source: Source, report: RwSignal<Report>) -> AnyView {
    let cell = source.cell;
    let form = report.with_untracked(|report| report.form);
    let class = match source.confidence {
        Confidence::NotFound(_) => "error",
        Confidence::Guessed(_) | Confidence::Read => "warning",
    };
    let correct = move |event| {
        report.update(|report| {
            report.type_figure(cell, &event_target_value(&event));
            // The clerk has looked.
            report.doubts.remove(&cell);
        });
    };
    let label = format!("读作：{}", form.name(cell));
    view! {
        <tr class=class>
            <td>{form.section_of(cell).short}"："{form.name(cell)}</td>
            <td>
                <input type="text" class="read-as" aria-label=label placeholder="空白"
                    prop:value=move || report.with(|report| report.figure(cell).to_string()) on:change=correct />
            </td>
            <td>{source.snippet}</td>
            <td>{source.confidence.reason().to_owned()}" "{source.place}</td>
        </tr>
    }
    .into_any()
}

/// The tables of a section as they were read, what is doubtful marked.
fn as_read(
    form: &'static Form,
    section: usize,
    report: RwSignal<Report>,
    doubted: StoredValue<Vec<Cell>>,
) -> AnyView {
    let grid = Grid::of_section(form, section);
    let cell = |it: &GridCell| {
        let (width, height) = (it.width.to_string(), it.height.to_string());
        match it.content {
            GridContent::Figure(cell) => {
                let is_doubted = doubted.with_value(|doubted| doubted.contains(&cell));
                let shown = move || report.with(|report| report.shown(cell).to_string());
                view! { <td colspan=width class:warning=is_doubted>{shown}</td> }.into_any()
            }
            GridContent::Banner(label)
            | GridContent::Corner(label)
            | GridContent::ColumnHeading(label)
            | GridContent::RowHeading(label) => {
                view! { <th colspan=width rowspan=height>{label}</th> }.into_any()
            }
        }
    };
    let rows = grid.rows.iter().map(|row| {
        let cells = row.iter().map(cell).collect_view();
        view! { <tr>{cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <h3>{form.edition.sections[section].title}</h3>
        <div class="sheet" tabindex="0" role="group" aria-label=form.edition.sections[section].title>
            <table class="doubtful as-read"><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
