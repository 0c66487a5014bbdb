//! The tables of a section, drawn from the same grid as the printed ones; keys and paste move as on a spreadsheet.

use std::ops::Range;

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form};
use nianbao_core::grid::{Grid, GridCell, GridContent};
use nianbao_core::report::Report;

use super::cell::{Typing, figure_input};
use super::help::heading;
use super::keys::Selection;
use super::paste::Pasted;
use crate::rest::{Arrival, rest};
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
    let typing = Typing::new(form, cells);
    let pasted = RwSignal::new(None::<Pasted>);
    let hear = move |event: &web_sys::Event| desk.with_rest(|rest| (rest.hear)(selection, event));
    let on_paste = move |event: ev::ClipboardEvent| {
        // A browser would put the whole block into one cell.
        if !matches!(desk.rest.get_untracked(), Arrival::Here(_)) {
            event.prevent_default();
        }
        desk.do_by_rest(|rest| (rest.paste)(desk, form, grid, pasted, &event));
    };
    grid.with_value(|grid| {
        let rows = |rows: &[Vec<GridCell>]| rows.iter().map(|row| grid_row(form, section, row, selection.columns)).collect_view();
        let (head, body) = grid.rows.split_at(grid.n_header_rows);
        let columns = (0..grid.n_columns).map(|column| {
            let class = if column < grid.n_label_columns { "label" } else { "figures" };
            view! { <col class=class /> }
        });
        let columns = columns.collect_view();
        view! {
            <p class="hint">
                "Tab 到下一格，Enter 到下一行，方向键移动，F2 修改，Shift 加方向键选中一片；总计自动合计。可与 Excel、WPS 表格、网页互相复制粘贴。"
            </p>
            <div class="sheet"
                on:keydown=move |event| {
                    typing.press(&event);
                    hear(&event);
                }
                on:mousedown=move |event| hear(&event)
                on:mouseover=move |event| hear(&event)
                on:focusin=move |event| {
                    typing.enter(&event);
                    selection.enter(&event);
                }
                on:focusout=move |_| typing.leave()
                on:input=move |event| {
                    typing.input(&event);
                    selection.end_it();
                }
                on:compositionend=move |event| typing.input(&event)
                on:copy=move |event| hear(&event)
                on:cut=move |event| hear(&event)
                on:paste=on_paste
            >
                <table class=format!("grid labels-{}", grid.n_label_columns) aria-label=title>
                    <colgroup>{columns}</colgroup>
                    {(!head.is_empty()).then(|| view! { <thead>{rows(head)}</thead> })}
                    <tbody>{rows(body)}</tbody>
                </table>
            </div>
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
    })
}

fn grid_row(
    form: &'static Form,
    section: usize,
    row: &[GridCell],
    columns: Memo<Option<Range<usize>>>,
) -> impl IntoView + use<> {
    let cells = row.iter().map(|cell| {
        let (width, height) = (cell.width.to_string(), cell.height.to_string());
        match cell.content {
            GridContent::Banner(label) => {
                view! { <th class="banner" colspan=width>{heading(section, label)}</th> }.into_any()
            }
            GridContent::Corner(label) => {
                view! { <td class="corner" colspan=width rowspan=height>{heading(section, label)}</td> }.into_any()
            }
            GridContent::ColumnHeading(label) => {
                let scope = if cell.width > 1 { "colgroup" } else { "col" };
                let span = cell.column..cell.column + cell.width;
                let is_over = move || columns.with(|columns| columns.as_ref().is_some_and(|over| over.start < span.end && span.start < over.end));
                view! { <th scope=scope colspan=width rowspan=height class:active=is_over>{heading(section, label)}</th> }.into_any()
            }
            GridContent::RowHeading(label) => {
                let scope = if cell.height > 1 { "rowgroup" } else { "row" };
                let class = if cell.height > 1 { "row group" } else { "row" };
                view! { <th scope=scope class=class colspan=width rowspan=height>{heading(section, label)}</th> }
                    .into_any()
            }
            GridContent::Figure(figure) => {
                let class = form.is_total(figure).then_some("total");
                view! { <td class=class colspan=width>{figure_input(form, figure)}</td> }.into_any()
            }
        }
    });
    view! { <tr>{cells.collect_view()}</tr> }
}

/// Offers what last year's report carried forward, where this year's figures are not yet the same.
#[component]
pub fn CarryOver(form: &'static Form, section: usize) -> impl IntoView {
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
