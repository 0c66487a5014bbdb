//! The tables of a section as they are printed, with a figure to type in every cell.

use std::ops::Range;

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::form::{Cell, Form};
use nianbao_core::grid::{Grid, GridCell, GridContent};

use super::cell::{Typing, figure_input};
use super::help::heading;
use super::keys::Selection;
use crate::desk::desk;

/// The grid of a section; keys move on it as on a spreadsheet.
#[component]
pub fn Sheet(
    form: &'static Form,
    section: usize,
    grid: StoredValue<Grid>,
    selection: Selection,
    cells: StoredValue<Vec<Cell>>,
    on_paste: impl FnMut(ev::ClipboardEvent) + 'static,
) -> impl IntoView {
    let desk = desk();
    let title = form.edition.sections[section].title;
    let typing = Typing::new(form, cells);
    let hear = move |event: &web_sys::Event| desk.with_rest(|rest| (rest.hear)(selection, event));
    grid.with_value(|grid| {
        let rows = |rows: &[Vec<GridCell>]| {
            rows.iter()
                .map(|row| grid_row(form, section, row, selection.columns))
                .collect_view()
        };
        let (head, body) = grid.rows.split_at(grid.n_header_rows);
        let columns = (0..grid.n_columns).map(|column| {
            let class = if column < grid.n_label_columns {
                "label"
            } else {
                "figures"
            };
            view! { <col class=class /> }
        });
        let columns = columns.collect_view();
        view! {
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
