//! The tables of a section, with what is done to all of their cells at once.

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form};
use nianbao_core::grid::Grid;
use nianbao_core::report::Report;

use super::paste::Pasted;
use crate::controls::grid::Sheet;
use crate::controls::keys::Selection;
use crate::desk::desk;
use crate::rest::{Arrival, rest};

/// All tables of a section under one border.
#[component]
pub fn Tables(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let grid = StoredValue::new(Grid::of_section(form, section));
    let cells: Vec<Cell> = form
        .tables_of(section)
        .flat_map(|table| table.cells())
        .collect();
    let cells = StoredValue::new(cells);
    let blanks = Memo::new(move |_| {
        let is_open =
            |report: &Report, cell: Cell| report.figure(cell).is_blank() && !form.is_total(cell);
        desk.draft.report.with(|report| {
            cells.with_value(|cells| cells.iter().filter(|&&cell| is_open(report, cell)).count())
        })
    });
    let fill_zeros = move |_| {
        let n_blanks = blanks.get_untracked();
        // Not disabled by the browser, which would drop the focus.
        if n_blanks == 0 {
            return;
        }
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
    let selection = Selection::new(form, grid);
    let pasted = RwSignal::new(None::<Pasted>);
    let on_paste = move |event: ev::ClipboardEvent| {
        // A browser would put the whole block into one cell.
        if !matches!(desk.rest.get_untracked(), Arrival::Here(_)) {
            event.prevent_default();
        }
        desk.do_by_rest(|rest| (rest.paste)(desk, form, grid, pasted, &event));
    };
    view! {
        <p class="hint">
            "Tab 到下一格，Enter 到下一行，方向键移动，F2 修改，Shift 加方向键选中一片；总计自动合计。可与 Excel、WPS 表格、网页互相复制粘贴。"
        </p>
        <Sheet form section grid selection cells on_paste />
        {rest(move |rest| (rest.pasted)(form, pasted))}
        {rest(move |rest| (rest.cell_line)(form, section, selection))}
        {rest(move |rest| (rest.carry_over)(form, section))}
        <p class="tools">
            <button type="button" on:click=fill_zeros aria-disabled=move || (blanks.get() == 0).to_string()>
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
}

/// Offers what last year's report carried forward, where this year's figures are not yet the same.
#[component]
pub fn CarryOver(form: &'static Form, section: usize) -> impl IntoView {
    let desk = desk();
    let offered = Memo::new(move |_| {
        let carried = desk
            .draft
            .of_last_year(|previous| {
                Some(
                    desk.draft
                        .report
                        .with(|report| report.carried_over_from(previous)),
                )
            })
            .unwrap_or_default();
        let differs = |(cell, figure): &(Cell, Figure)| {
            form.tables[form.place(*cell).table].section == section
                && desk
                    .draft
                    .report
                    .with(|report| report.figure(*cell) != figure)
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
