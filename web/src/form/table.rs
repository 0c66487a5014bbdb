//! The tables of a section, drawn from the same grid as the printed ones; keys and paste move as on a spreadsheet.

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Axis, Cell, Form};
use nianbao_core::grid::{Grid, GridCell, GridContent, Step};
use nianbao_core::report::{Report, Sum};
use nianbao_core::rule::Spot;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{anchor, cell::FigureInput, focus};
use crate::state::desk;

/// All tables of a section under one border.
#[component]
pub fn Tables(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let grid = StoredValue::new(Grid::of_section(form, section));
    let title = form.edition.sections[section].title;
    let cells: Vec<Cell> = form
        .tables_of(section)
        .flat_map(|table| table.cells())
        .collect();
    let cells = StoredValue::new(cells);
    let blanks = Memo::new(move |_| {
        let is_open =
            |report: &Report, cell: Cell| report.figure(cell).is_blank() && !form.is_total(cell);
        desk.report.with(|report| {
            cells.with_value(|cells| cells.iter().filter(|&&cell| is_open(report, cell)).count())
        })
    });
    let fill_zeros = move |_| {
        let n_blanks = blanks.get_untracked();
        desk.change_with_undo(
            format!("已把 {n_blanks} 个空白格填为 0。"),
            |report| {
                let blanks: Vec<_> = report
                    .blanks()
                    .filter(|cell| cells.with_value(|cells| cells.contains(cell)))
                    .collect();
                for cell in blanks {
                    report.type_figure(cell, "0");
                }
            },
        );
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if let Some(to) = grid.with_value(|grid| step(form, grid, &event)) {
            event.prevent_default();
            focus(&anchor(Spot::Cell(to)));
        }
    };
    let on_paste = move |event: ev::ClipboardEvent| {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok())
            .unwrap_or_default();
        let from = event.target().and_then(|target| cell_of(form, &target));
        if let (Some(from), true) = (
            from,
            text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']),
        ) {
            event.prevent_default();
            let block = grid.with_value(|grid| block(form, grid, from, &text));
            let (n_filled, n_values) = (block.filled.len(), block.filled.len() + block.outside);
            let done = match block.outside {
                0 => format!("已粘贴 {n_filled} 格。"),
                outside => format!(
                    "剪贴板中有 {n_values} 个值，已粘贴 {n_filled} 格，其余 {outside} 个超出表格，没有填入。"
                ),
            };
            desk.change_with_undo(done, |report| {
                for (cell, typed) in block.filled {
                    report.type_figure(cell, &typed);
                }
            });
            // The focused input shows what was pasted rather than what was being typed.
            if let Some(element) = document()
                .active_element()
                .and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
            {
                drop(element.blur());
                drop(element.focus());
            }
        }
    };
    grid.with_value(|grid| {
        let rows = |rows: &[Vec<GridCell>]| rows.iter().map(|row| grid_row(form, row)).collect_view();
        let (head, body) = grid.rows.split_at(grid.n_header_rows);
        let columns = (0..grid.n_columns).map(|column| {
            let class = if column < grid.n_label_columns { "label" } else { "figures" };
            view! { <col class=class /> }
        });
        let columns = columns.collect_view();
        view! {
            <p class="hint">
                "从第一格填起：Tab 到下一格，Enter 到下一行，方向键移动；总计自动合计。可从 Excel、WPS 表格整块粘贴。"
            </p>
            <div class="sheet" on:keydown=on_keydown on:paste=on_paste>
                <table class=format!("grid labels-{}", grid.n_label_columns) aria-label=title>
                    <colgroup>{columns}</colgroup>
                    {(!head.is_empty()).then(|| view! { <thead>{rows(head)}</thead> })}
                    <tbody>{rows(body)}</tbody>
                </table>
            </div>
            <CellLine form section />
            <CarryOver form section />
            <p class="tools">
                <button type="button" on:click=fill_zeros disabled=move || blanks.get() == 0>
                    "空白格全部填 0"
                </button>
                <span class="count">
                    {move || match blanks.get() {
                        0 => "没有空白格".to_owned(),
                        n_blanks => format!("还有 {n_blanks} 格空白"),
                    }}
                </span>
            </p>
        }
    })
}

fn grid_row(form: &'static Form, row: &[GridCell]) -> impl IntoView + use<> {
    let cells = row.iter().map(|cell| {
        let (width, height) = (cell.width.to_string(), cell.height.to_string());
        match cell.content {
            GridContent::Banner(label) => {
                view! { <th class="banner" colspan=width>{label}</th> }.into_any()
            }
            GridContent::Corner(label) => {
                view! { <td class="corner" colspan=width rowspan=height>{label}</td> }.into_any()
            }
            GridContent::ColumnHeading(label) => {
                let scope = if cell.width > 1 { "colgroup" } else { "col" };
                view! { <th scope=scope colspan=width rowspan=height>{label}</th> }.into_any()
            }
            GridContent::RowHeading(label) => {
                let scope = if cell.height > 1 { "rowgroup" } else { "row" };
                let class = if cell.height > 1 { "row group" } else { "row" };
                view! { <th scope=scope class=class colspan=width rowspan=height>{label}</th> }
                    .into_any()
            }
            GridContent::Figure(figure) => {
                let class = form.is_total(figure).then_some("total");
                view! { <td class=class colspan=width><FigureInput form cell=figure /></td> }
                    .into_any()
            }
        }
    });
    view! { <tr>{cells.collect_view()}</tr> }
}

/// Offers what last year's report carried forward, where this year's figures are not yet the same.
#[component]
fn CarryOver(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let offered = Memo::new(move |_| {
        let carried = desk
            .of_last_year(|previous| {
                Some(
                    desk.report
                        .with(|report| report.carried_over_from(previous)),
                )
            })
            .unwrap_or_default();
        let differs = |(cell, figure): &(Cell, Figure)| {
            form.tables[form.place(*cell).table].section == section
                && desk.report.with(|report| report.figure(*cell) != figure)
        };
        carried.into_iter().filter(differs).collect::<Vec<_>>()
    });
    let row = move || {
        let place = form.place(offered.with(|offered| offered.first().map(|(cell, _)| *cell))?);
        Some(form.tables[place.table].rows[place.row].label())
    };
    let fill = move |_| {
        let offered = offered.get_untracked();
        desk.change_with_undo("已按上年报告填入。", |report| {
            for (cell, figure) in offered {
                report.set_figure(cell, figure);
            }
        });
    };
    move || {
        row().map(|row| {
            view! {
                <p class="tools">
                    <button type="button" on:click=fill>"按上年报告填“" {row} "”"</button>
                </p>
            }
        })
    }
}

/// The line under the table that says which cell has the focus, and explains a total.
#[component]
fn CellLine(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let focused = move || {
        desk.focused
            .get()
            .filter(|&cell| form.tables[form.place(cell).table].section == section)
    };
    let explained = move || {
        let cell = focused()?;
        Some(desk.report.with(|report| explanation(report, cell)))
    };
    let is_typed_total = move || {
        focused().filter(|&cell| {
            form.is_total(cell) && desk.report.with(|report| !report.figure(cell).is_blank())
        })
    };
    let doubted = move || {
        focused().filter(|cell| desk.report.with(|report| report.doubts.contains_key(cell)))
    };
    let confirm = move |cell| {
        desk.change(|report| drop(report.doubts.remove(&cell)));
        focus(&anchor(Spot::Cell(cell)));
    };
    let compute = move |cell| {
        desk.change(|report| report.set_figure(cell, Figure::Blank));
        focus(&anchor(Spot::Cell(cell)));
    };
    view! {
        <div class="cell-line" id="cell-line">
            {move || focused().map(|cell| view! { <strong>{form.name(cell)}</strong> })}
            <span>{move || explained().unwrap_or_else(|| "点到总计上，可以看到它是怎样合计的。".to_owned())}</span>
            {move || doubted().map(|cell| view! {
                <button type="button" on:click=move |_| confirm(cell)>"核对无误"</button>
            })}
            {move || is_typed_total().map(|cell| view! {
                <button type="button" on:click=move |_| compute(cell)>"改回自动合计"</button>
            })}
        </div>
    }
}

/// What stands in a cell, in words: how a total comes about, what an odd entry means.
fn explanation(report: &Report, cell: Cell) -> String {
    let sums: Vec<_> = report
        .sums(cell)
        .iter()
        .map(|sum| sum_in_words(report, sum))
        .collect();
    if sums.is_empty() {
        return match report.figure(cell) {
            Figure::Blank => "空白，还没有填。没有的请填 0。".to_owned(),
            Figure::Placeholder(text) => format!("填的是“{text}”，不是数字；没有的建议填 0。"),
            Figure::Unreadable(text) => format!("“{text}”不是这一格能用的数字，已按原样保留。"),
            Figure::Count(_) | Figure::Amount(_) => String::new(),
        };
    }
    match report.figure(cell) {
        Figure::Blank => format!("自动合计。{}", sums.join("")),
        typed => format!("手填 {typed}。{}", sums.join("")),
    }
}

fn sum_in_words(report: &Report, sum: &Sum) -> String {
    /// A sum longer than this leaves out its zeros.
    const LONG: usize = 6;
    let form = report.form;
    let name = |cell: Cell| {
        let place = form.place(cell);
        let table = &form.tables[place.table];
        match sum.total.axis {
            Axis::Row => table.columns[place.column].label(),
            Axis::Column => table.rows[place.row].label(),
        }
    };
    let is_told = |figure: &Figure| {
        figure
            .number()
            .is_some_and(|number| sum.terms.len() <= LONG || number != 0)
    };
    let terms: Vec<_> = sum
        .terms
        .iter()
        .filter(|(_, figure)| is_told(figure))
        .map(|(cell, figure)| format!("{} {figure}", name(*cell)))
        .collect();
    let direction = match sum.total.axis {
        Axis::Row => "横向",
        Axis::Column => "纵向",
    };
    let terms = if terms.is_empty() {
        "各项都是 0".to_owned()
    } else {
        terms.join(" + ")
    };
    let missing: Vec<_> = sum.missing().map(name).collect();
    match (sum.value(), missing.len()) {
        (Some(value), _) => format!("{direction}：{terms} = {value}。"),
        (None, n_missing) if n_missing == sum.terms.len() => {
            format!("{direction}：各项都还没有数字。")
        }
        (None, n_missing) => {
            let shown: Vec<_> = missing.iter().take(3).copied().collect();
            let more = if n_missing > shown.len() {
                format!("等 {n_missing} 项")
            } else {
                String::new()
            };
            format!(
                "{direction}：{terms}，已有 {}；{}{more}没有数字，还不能合计。",
                sum.subtotal(),
                shown.join("、")
            )
        }
    }
}

/// Where a key leads from the focused figure; none where the key belongs to the input.
fn step(form: &Form, grid: &Grid, event: &ev::KeyboardEvent) -> Option<Cell> {
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let target = event.target()?;
    let from = cell_of(form, &target)?;
    let input: HtmlInputElement = target.dyn_into().ok()?;
    let (start, end) = (input.selection_start().ok()??, input.selection_end().ok()??);
    let length = u32::try_from(input.value().encode_utf16().count()).ok()?;
    let is_whole = start == 0 && end == length;
    let step = match event.key().as_str() {
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "ArrowLeft" if is_whole || end == 0 => Step::Left,
        "ArrowRight" if is_whole || start == length => Step::Right,
        // Enter goes on to where something has to be typed, so it passes over totals.
        "Enter" => {
            let step = if event.shift_key() {
                Step::Up
            } else {
                Step::Down
            };
            let mut to = grid.neighbor(from, step)?;
            while form.is_total(to) && !is_total_column(form, from) {
                to = grid.neighbor(to, step)?;
            }
            return Some(to);
        }
        _ => return None,
    };
    grid.neighbor(from, step)
}

fn is_total_column(form: &Form, cell: Cell) -> bool {
    let place = form.place(cell);
    form.tables[place.table].columns[place.column].is_total()
}

/// A block from the clipboard, laid onto the figures from one cell on.
struct Block {
    filled: Vec<(Cell, String)>,
    outside: usize,
}

fn block(form: &Form, grid: &Grid, from: Cell, text: &str) -> Block {
    let mut block = Block {
        filled: Vec::new(),
        outside: 0,
    };
    let mut row_start = Some(from);
    for line in text.trim_end_matches(['\r', '\n']).lines() {
        let mut at = row_start;
        for value in line.split('\t') {
            match at {
                // A total that is pasted stays computed where nothing was in the clipboard for it.
                Some(cell) if !(form.is_total(cell) && value.trim().is_empty()) => {
                    block.filled.push((cell, value.to_owned()));
                }
                Some(_) => {}
                None => block.outside += 1,
            }
            at = at.and_then(|cell| grid.neighbor(cell, Step::Right));
        }
        row_start = row_start.and_then(|cell| grid.neighbor(cell, Step::Down));
    }
    block
}

fn cell_of(form: &Form, target: &web_sys::EventTarget) -> Option<Cell> {
    let index: usize = target
        .dyn_ref::<web_sys::Element>()?
        .get_attribute("data-cell")?
        .parse()
        .ok()?;
    form.cells().nth(index)
}
