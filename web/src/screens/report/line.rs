//! The line under the table: which cell has the focus, how its total comes about, what is found in it, what is selected.

use leptos::prelude::*;
use nianbao_core::figure::{Amount, Figure};
use nianbao_core::form::notes::Noted;
use nianbao_core::form::{Axis, Cell, Form, Unit};
use nianbao_core::report::{Report, Sum};
use nianbao_core::spot::Spot;

use crate::controls::help::why;
use crate::controls::keys::Selection;
use crate::desk::desk;
use crate::places::focus_on;

/// The line under the table that says which cell has the focus, and explains a total.
#[component]
pub fn CellLine(form: &'static Form, section: usize, selection: Selection) -> impl IntoView {
    let desk = desk();
    let focused = move || {
        desk.shown
            .focused
            .get()
            .filter(|&cell| form.tables[form.place(cell).table].section == section)
    };
    let explained = move || {
        let cell = focused()?;
        Some(desk.draft.report.with(|report| explanation(report, cell)))
    };
    let before = move || {
        let cell = focused()?;
        desk.draft.of_last_year(|previous| {
            desk.draft
                .report
                .with(|report| last_year_in_words(report, previous, cell))
        })
    };
    let is_typed_total = move || {
        focused().filter(|&cell| {
            form.is_total(cell)
                && desk
                    .draft
                    .report
                    .with(|report| !report.figure(cell).is_blank())
        })
    };
    let doubted = move || {
        focused().filter(|cell| {
            desk.draft
                .report
                .with(|report| report.doubts.contains_key(cell))
        })
    };
    let confirm = move |cell| {
        let what = format!("核对“{}”", form.name(cell));
        desk.change(what, |report| drop(report.doubts.remove(&cell)));
        focus_on(form, Spot::Cell(cell));
    };
    let compute = move |cell| {
        let what = format!("把“{}”改回自动合计", form.name(cell));
        desk.change(what, |report| report.set_figure(cell, Figure::Blank));
        focus_on(form, Spot::Cell(cell));
    };
    let has_totals = form
        .cells()
        .any(|cell| form.is_total(cell) && form.tables[form.place(cell).table].section == section);
    let hint = if has_totals {
        "点到总计上，可以看到它是怎样合计的。"
    } else {
        "点到一格上，可以看到它的名称。"
    };
    let n_blank = move || {
        let is_blank =
            |report: &Report, cell: Cell| report.figure(cell).is_blank() && !form.is_total(cell);
        selection.cells.with(|cells| {
            desk.draft
                .report
                .with(|report| cells.iter().filter(|&&cell| is_blank(report, cell)).count())
        })
    };
    let fill = move |_| {
        let n_filled = n_blank();
        desk.change_with_undo(
            format!("已把选中的 {n_filled} 个空白格填为 0。"),
            |report| {
                for cell in selection.cells.get_untracked() {
                    if report.figure(cell).is_blank() && !form.is_total(cell) {
                        report.type_figure(cell, "0");
                    }
                }
            },
        );
        if let Some(cell) = desk.shown.focused.get_untracked() {
            focus_on(form, Spot::Cell(cell));
        }
    };
    let selected = move || {
        let words = selection
            .cells
            .with(|cells| desk.draft.report.with(|report| in_words(report, cells)))?;
        Some(view! {
            <strong>{words}</strong>
            {(n_blank() > 0).then(|| view! {
                <button type="button" on:click=fill>"选中的空白格填 0"</button>
            })}
        })
    };
    view! {
        <div class="cell-line" id="cell-line">
            <span class="selected" role="status">{selected}</span>
            {move || focused().map(|cell| view! { <strong>{form.name(cell)}</strong> })}
            {move || before().map(|it| view! { <span class="before">{it}</span> })}
            <span>{move || explained().unwrap_or_else(|| hint.to_owned())}</span>
            {move || focused().and_then(|cell| desk.judging.about(Spot::Cell(cell))).map(|(severity, told)| view! {
                <span class=format!("found {}", severity.key())>{told}</span>
            })}
            {move || focused().map(|cell| why(Noted::Place(Spot::Cell(cell)), "怎样统计"))}
            {move || doubted().map(|cell| view! {
                <button type="button" on:click=move |_| confirm(cell)>"核对无误"</button>
            })}
            {move || is_typed_total().map(|cell| view! {
                <button type="button" on:click=move |_| compute(cell)>"改回自动合计"</button>
            })}
        </div>
    }
}

/// What stood in a cell last year, and how much more or less that is now.
fn last_year_in_words(report: &Report, previous: &Report, cell: Cell) -> Option<String> {
    let before = report.form.same_cell(cell, previous.form)?;
    let shown = previous.shown(before);
    if shown.is_blank() {
        return None;
    }
    let numbers = report.number(cell).zip(shown.number());
    let change = numbers.map(|(now, then)| {
        let figure = |number: i64| match report.form.unit(cell) {
            Unit::Count | Unit::Change => number.to_string(),
            Unit::TenThousandYuan => Amount::of_fen(number).to_string(),
        };
        match now - then {
            0 => "，相同".to_owned(),
            more if more > 0 => format!("，多 {}", figure(more)),
            less => format!("，少 {}", figure(-less)),
        }
    });
    Some(format!("上年 {shown}{}", change.unwrap_or_default()))
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

/// How many cells are selected and what they come to; none for a single one.
fn in_words(report: &Report, cells: &[Cell]) -> Option<String> {
    if cells.len() < 2 {
        return None;
    }
    let n_cells = cells.len();
    let unit = |cell: &Cell| report.form.unit(*cell);
    if cells.iter().any(|cell| unit(cell) != unit(&cells[0])) {
        return Some(format!("选中 {n_cells} 格"));
    }
    let sum: i64 = cells.iter().filter_map(|&cell| report.number(cell)).sum();
    let n_without = cells
        .iter()
        .filter(|&&cell| report.number(cell).is_none())
        .count();
    let without = match n_without {
        0 => String::new(),
        n_without => format!("，{n_without} 格没有数字"),
    };
    Some(format!("选中 {n_cells} 格，合计 {sum}{without}"))
}
