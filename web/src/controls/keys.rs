//! Keys and mouse on a table, as on a spreadsheet: one listener each for the whole table, and a selection of two corners.

use std::ops::Range;

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form};
use nianbao_core::grid::{Grid, Step};
use nianbao_core::spot::Spot;
use nianbao_write::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::desk::{Desk, desk};
use crate::places::{anchor, focus_on, spot_of};

/// What is selected on a table: from the focused cell to another corner.
#[derive(Clone, Copy)]
pub struct Selection {
    desk: Desk,
    form: &'static Form,
    grid: StoredValue<Grid>,
    /// The corner opposite to the focused cell; none while that is the only one.
    pub end: RwSignal<Option<Cell>>,
    /// The cells of more than one, row by row; empty where a single cell has the focus.
    pub cells: Memo<Vec<Cell>>,
    /// The grid columns of the focused cell, whose headings are marked.
    pub columns: Memo<Option<Range<usize>>>,
    /// The cell in which the caret moves among the letters, as after F2.
    editing: StoredValue<Option<Cell>>,
    /// The cell from which Tab has led here, step by step.
    run: StoredValue<Option<Cell>>,
    /// Whether Tab is just leading to the next cell.
    is_tabbing: StoredValue<bool>,
}

impl Selection {
    /// Nothing selected yet; whatever will be is marked on the table.
    pub fn new(form: &'static Form, grid: StoredValue<Grid>) -> Selection {
        let desk = desk();
        let end = RwSignal::new(None);
        let cells = Memo::new(move |_| {
            let corners = desk.shown.focused.get().zip(end.get());
            corners.map_or_else(Vec::new, |(from, to)| {
                grid.with_value(|grid| grid.block(from, to)).concat()
            })
        });
        Effect::new(move |marked: Option<Vec<Cell>>| {
            let mark = |cell: &Cell, is_selected| {
                if let Some(element) = element(form, *cell) {
                    drop(
                        element
                            .class_list()
                            .toggle_with_force("selected", is_selected),
                    );
                }
            };
            marked.iter().flatten().for_each(|cell| mark(cell, false));
            let cells = cells.get();
            cells.iter().for_each(|cell| mark(cell, true));
            cells
        });
        let columns = Memo::new(move |_| {
            let cell = desk.shown.focused.get()?;
            grid.with_value(|grid| grid.columns_of(cell))
        });
        let editing = StoredValue::new(None);
        Selection {
            desk,
            form,
            grid,
            end,
            cells,
            columns,
            editing,
            run: StoredValue::new(None),
            is_tabbing: StoredValue::new(false),
        }
    }

    /// Whatever keys, mouse and clipboard do on the table.
    pub fn hear(self, event: &web_sys::Event) {
        match event.type_().as_str() {
            "keydown" => self.press(event.unchecked_ref()),
            "mousedown" => self.point(event.unchecked_ref()),
            "mouseover" => self.drag(event.unchecked_ref()),
            "copy" => self.copy(event.unchecked_ref()),
            "cut" => self.cut(event.unchecked_ref()),
            _ => {}
        }
    }

    /// A key pressed on the table.
    fn press(self, event: &ev::KeyboardEvent) {
        let Some((from, input)) = self.target(event) else {
            return;
        };
        if event.is_composing() || event.key_code() == 229 || event.alt_key() {
            return;
        }
        let is_control = event.ctrl_key() || event.meta_key();
        let is_editing = self.editing.get_value() == Some(from);
        let key = event.key();
        match key.as_str() {
            "Tab" => {
                let begin = self.run.get_value().unwrap_or(from);
                self.run.set_value(Some(begin));
                return self.is_tabbing.set_value(true);
            }
            "F2" => self.edit(from, &input),
            "Escape" if self.end.get_untracked().is_some() => self.end.set(None),
            // The cell itself puts back what stood there.
            "Escape" => return self.editing.set_value(None),
            "Delete" | "Backspace" if self.end.get_untracked().is_some() => self.clear(),
            "Delete" if !is_editing => {
                self.desk
                    .change(format!("清除“{}”", self.form.name(from)), |report| {
                        report.set_figure(from, Figure::Blank);
                    });
            }
            "a" | "A" if is_control && !is_editing => {
                self.go(self
                    .grid
                    .with_value(|grid| grid.neighbor(from, Step::First)));
                self.end
                    .set(self.grid.with_value(|grid| grid.neighbor(from, Step::Last)));
            }
            "Enter" if is_control => self.fill(&input.value()),
            "Enter" if event.shift_key() => self.go(self.below(from, Step::Up)),
            "Enter" => self.go(match self.run.get_value() {
                Some(begin) => self.next_line(begin, from),
                None => self.below(from, Step::Down),
            }),
            _ => {
                let Some(step) = step(&key, is_control) else {
                    return;
                };
                if is_editing && !matches!(step, Step::Up | Step::Down) {
                    return;
                }
                let corner = self.end.get_untracked().filter(|_| event.shift_key());
                let to = self.reach(corner.unwrap_or(from), step, is_control);
                match to {
                    Some(to) if event.shift_key() => self.extend(to),
                    _ => self.go(to),
                }
            }
        }
        event.prevent_default();
    }

    /// Where a step leads, with Ctrl over what is filled or blank alike.
    fn reach(self, from: Cell, step: Step, is_control: bool) -> Option<Cell> {
        let is_blank = |cell| {
            self.desk
                .draft
                .report
                .with_untracked(|report| report.shown(cell).is_blank())
        };
        let is_arrow = matches!(step, Step::Up | Step::Down | Step::Left | Step::Right);
        self.grid.with_value(|grid| match is_control && is_arrow {
            true => grid.edge(from, step, is_blank),
            false => grid.neighbor(from, step),
        })
    }

    /// Enter goes on to where something has to be typed, so it passes over totals.
    fn below(self, from: Cell, step: Step) -> Option<Cell> {
        let place = self.form.place(from);
        let is_total_column = self.form.tables[place.table].columns[place.column].is_total();
        self.grid.with_value(|grid| {
            let mut to = grid.neighbor(from, step)?;
            while self.form.is_total(to) && !is_total_column {
                to = grid.neighbor(to, step)?;
            }
            Some(to)
        })
    }

    /// Where Enter leads after a run of Tabs: to the next row, in the column where the run began.
    fn next_line(self, begin: Cell, from: Cell) -> Option<Cell> {
        let row = |cell| (self.form.place(cell).table, self.form.place(cell).row);
        let mut to = self.below(begin, Step::Down)?;
        while row(to) <= row(from) {
            to = self.below(to, Step::Down)?;
        }
        Some(to)
    }

    /// Puts the focus on a cell, and nothing else is selected.
    fn go(self, to: Option<Cell>) {
        self.end_it();
        if let Some(to) = to {
            focus_on(self.form, Spot::Cell(to));
        }
    }

    /// Selects from the focused cell to this one.
    fn extend(self, to: Cell) {
        self.end
            .set(Some(to).filter(|&to| self.desk.shown.focused.get_untracked() != Some(to)));
        if let Some(element) = element(self.form, to) {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            nearest.set_inline(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// The cells that are selected, or the focused one, in rows.
    fn block(self) -> Vec<Vec<Cell>> {
        let Some(from) = self.desk.shown.focused.get_untracked() else {
            return Vec::new();
        };
        let to = self.end.get_untracked().unwrap_or(from);
        self.grid.with_value(|grid| grid.block(from, to))
    }

    fn clear(self) {
        let cells = self.block().concat();
        self.desk
            .change_with_undo(format!("已清除 {} 格。", cells.len()), |report| {
                for cell in cells {
                    report.set_figure(cell, Figure::Blank);
                }
            });
    }

    /// Puts what stands in the focused cell into all that are selected, but for totals.
    fn fill(self, typed: &str) {
        let cells = self.block().concat();
        let typed_into: Vec<_> = cells
            .into_iter()
            .filter(|&cell| !self.form.is_total(cell))
            .collect();
        self.desk
            .change_with_undo(format!("已填入 {} 格。", typed_into.len()), |report| {
                for cell in typed_into {
                    report.type_figure(cell, typed);
                }
            });
    }

    /// The mouse pressed on a cell: goes there, selects up to it with Shift; a double click begins to edit.
    fn point(self, event: &ev::MouseEvent) {
        let Some((cell, input)) = self.target(event).filter(|_| event.button() == 0) else {
            return;
        };
        self.is_tabbing.set_value(false);
        let is_there = document().active_element() == element(self.form, cell);
        if is_there && self.editing.get_value() == Some(cell) {
            return;
        }
        event.prevent_default();
        if event.shift_key() && self.desk.shown.focused.get_untracked().is_some() {
            self.extend(cell);
        } else if is_there && event.detail() > 1 {
            self.edit(cell, &input);
        } else {
            self.go(Some(cell));
            input.select();
        }
    }

    /// Lets the caret move among the letters of a cell, beginning behind them.
    fn edit(self, cell: Cell, input: &HtmlInputElement) {
        self.editing.set_value(Some(cell));
        let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
        drop(input.set_selection_range(end, end));
    }

    /// The mouse drawn over a cell with its button down.
    fn drag(self, event: &ev::MouseEvent) {
        let is_drawn = event.buttons() == 1 && self.desk.shown.focused.get_untracked().is_some();
        if let Some((cell, _)) = self.target(event).filter(|_| is_drawn) {
            self.editing.set_value(None);
            self.extend(cell);
        }
    }

    /// The focus came to a cell.
    pub fn enter(self, event: &ev::FocusEvent) {
        if self.target(event).is_some() {
            self.end_it();
            self.editing.set_value(None);
            if !self.is_tabbing.get_value() {
                self.run.set_value(None);
            }
            self.is_tabbing.set_value(false);
        }
    }

    /// Only the focused cell is selected again.
    pub fn end_it(self) {
        if self.end.with_untracked(Option::is_some) {
            self.end.set(None);
        }
    }

    /// Puts the selected figures on the clipboard; letters marked within a cell are the browser's.
    fn copy(self, event: &ev::ClipboardEvent) {
        let Some((from, _)) = self.target(event) else {
            return;
        };
        let data = event
            .clipboard_data()
            .filter(|_| self.editing.get_value() != Some(from));
        let Some(data) = data else { return };
        let report = self.desk.draft.report.get_untracked();
        let rows = self.block();
        let shown = |&cell: &Cell| report.shown(cell).to_string();
        let of_row = |row: &Vec<Cell>| row.iter().map(shown).collect();
        let values: Vec<Vec<_>> = rows.iter().map(of_row).collect();
        let lines = values.iter().map(|row| row.join("\t"));
        let text = lines.collect::<Vec<_>>().join("\r\n");
        let html = html::plain_table(&values);
        drop(data.set_data("text/plain", &text));
        drop(data.set_data("text/html", &html));
        event.prevent_default();
    }

    /// Puts the selected figures on the clipboard and clears them.
    fn cut(self, event: &ev::ClipboardEvent) {
        self.copy(event);
        if event.default_prevented() {
            self.clear();
        }
    }

    fn target(self, event: &web_sys::Event) -> Option<(Cell, HtmlInputElement)> {
        target(self.form, event)
    }
}

/// The cell in which something happened, and its input.
pub fn target(form: &Form, event: &web_sys::Event) -> Option<(Cell, HtmlInputElement)> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let cell = cell_of(form, &input)?;
    Some((cell, input))
}

/// The cell that is typed into an element.
pub fn cell_of(form: &Form, element: &Element) -> Option<Cell> {
    match spot_of(form, &element.id())? {
        Spot::Cell(cell) => Some(cell),
        Spot::Field(_) | Spot::Text(_) => None,
    }
}

fn element(form: &Form, cell: Cell) -> Option<Element> {
    document().get_element_by_id(&anchor(form, Spot::Cell(cell)))
}

/// The step that a key asks for.
fn step(key: &str, is_control: bool) -> Option<Step> {
    Some(match key {
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "Home" if is_control => Step::First,
        "End" if is_control => Step::Last,
        "Home" => Step::RowStart,
        "End" => Step::RowEnd,
        _ => return None,
    })
}
