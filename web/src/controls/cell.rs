//! The figures of a sheet: inputs that are drawn once, and one effect that keeps all of them true.
//!
//! Not a component with signals of its own for each: 140 of those cost a keystroke more than all the sums.

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form, Unit};
use nianbao_core::judgement::Severity;
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::keys::target;
use crate::desk::judging::Marks;
use crate::desk::{Desk, desk};
use crate::places::{anchor, is_composing};

/// The input of one figure, as yet without its figure.
pub fn figure_input(form: &Form, cell: Cell) -> AnyView {
    let is_total = form.is_total(cell);
    let is_amount = form.unit(cell) == Unit::TenThousandYuan;
    view! {
        <input
            id=anchor(form, Spot::Cell(cell))
            type="text"
            autocomplete="off"
            inputmode=if is_amount { "decimal" } else { "numeric" }
            aria-label=form.name(cell)
            aria-describedby="cell-line"
            class=if is_total { "figure total" } else { "figure" }
            // Totals are reached by arrows and by mouse; Tab goes where something has to be typed.
            tabindex=is_total.then_some("-1")
        />
    }
    .into_any()
}

/// What of an input follows the report. A 总计 shows what is computed until the clerk types another number.
#[derive(Clone, PartialEq)]
struct Look {
    shown: Figure,
    is_typed_total: bool,
    severity: Option<Severity>,
    last_year: Option<Figure>,
}

const DRAWN: Look = Look {
    shown: Figure::Blank,
    is_typed_total: false,
    severity: None,
    last_year: None,
};

impl Look {
    /// How these cells look now; whoever asks is asked again when that changes.
    fn all(desk: Desk, cells: &[Cell]) -> Vec<Look> {
        let look = |report: &Report,
                    shown: &[Figure],
                    marks: &Marks,
                    previous: Option<&Report>,
                    cell: Cell| Look {
            shown: shown[cell.index()].clone(),
            is_typed_total: report.form.is_total(cell) && !report.figure(cell).is_blank(),
            severity: marks.get(cell.index()).copied().flatten(),
            last_year: previous.and_then(|previous| {
                let figure = previous.shown(report.form.same_cell(cell, previous.form)?);
                (!figure.is_blank()).then_some(figure)
            }),
        };
        desk.draft.report.with(|report| {
            desk.judging.marks.with(|marks| {
                desk.draft.previous.with(|previous| {
                    let last_year = previous.as_ref().filter(|it| report.is_year_after(it));
                    let shown = report.all_shown();
                    let looks = cells
                        .iter()
                        .map(|&cell| look(report, &shown, marks, last_year, cell));
                    looks.collect()
                })
            })
        })
    }

    /// Makes an input that looked like `before` look like this; the letters in it are kept where they mean what is shown.
    fn put_on(&self, before: &Look, input: &HtmlInputElement, keeps_letters: bool) {
        if self.shown != before.shown && !keeps_letters {
            write(input, &self.shown);
        }
        let severity = self.severity.map(Severity::key);
        if self.severity != before.severity {
            match severity {
                Some("error") => drop(input.set_attribute("aria-invalid", "true")),
                _ => drop(input.remove_attribute("aria-invalid")),
            }
        }
        let is_odd = matches!(self.shown, Figure::Unreadable(_) | Figure::Placeholder(_));
        for (class, is_on) in [
            ("typed", self.is_typed_total),
            ("text", is_odd),
            ("error", severity == Some("error")),
            ("warning", matches!(severity, Some("warning" | "hint"))),
        ] {
            drop(input.class_list().toggle_with_force(class, is_on));
        }
        if self.last_year != before.last_year {
            if let Some(note) = input.next_element_sibling() {
                note.remove();
            }
            let class = input.class_list();
            drop(class.toggle_with_force("beside", self.last_year.is_some()));
            if let Some(figure) = &self.last_year {
                let note = document().create_element("span");
                let note = note.inspect(|note| {
                    note.set_class_name("last-year");
                    note.set_text_content(Some(&format!("上年 {figure}")));
                });
                drop(note.and_then(|note| input.insert_adjacent_element("afterend", &note)));
            }
        }
    }
}

/// The letters that stand in the inputs of a sheet, from the first one typed until the clerk leaves the cell.
#[derive(Clone, Copy)]
pub struct Typing {
    desk: Desk,
    form: &'static Form,
    /// The cell whose letters stand as typed, before they are shown as they were understood.
    cell: StoredValue<Option<Cell>>,
    /// What stood here when the clerk came, for Escape.
    before: StoredValue<Figure>,
}

impl Typing {
    /// Keeps these cells true from now on.
    pub fn new(form: &'static Form, cells: StoredValue<Vec<Cell>>) -> Typing {
        let desk = desk();
        let typing = StoredValue::new(None);
        Effect::new(move |before: Option<Vec<Look>>| {
            cells.with_value(|cells| {
                let looks = Look::all(desk, cells);
                for (i, (&cell, look)) in cells.iter().zip(&looks).enumerate() {
                    let before = before.as_ref().map_or(&DRAWN, |before| &before[i]);
                    if let Some(input) = (look != before).then(|| input(form, cell)).flatten() {
                        let keeps_letters = typing.get_value() == Some(cell)
                            && Figure::parse(&input.value(), form.unit(cell))
                                == desk
                                    .draft
                                    .report
                                    .with_untracked(|report| report.figure(cell).clone());
                        look.put_on(before, &input, keeps_letters);
                    }
                }
                looks
            })
        });
        Typing {
            desk,
            form,
            cell: typing,
            before: StoredValue::new(Figure::Blank),
        }
    }

    /// Letters were typed; those that an input method still composes wait.
    pub fn input(self, event: &web_sys::Event) {
        if !is_composing(event)
            && let Some((cell, input)) = target(self.form, event)
        {
            self.cell.set_value(Some(cell));
            self.desk.type_figure(cell, &input.value());
        }
    }

    /// Escape puts back what stood in the cell when the clerk came.
    pub fn press(self, event: &ev::KeyboardEvent) {
        if event.key() == "Escape"
            && !event.is_composing()
            && let Some(cell) = self.cell.get_value()
        {
            let before = self.before.get_value();
            self.desk
                .type_at(Spot::Cell(cell), |report| report.set_figure(cell, before));
            self.show(cell);
        }
    }

    /// The clerk came into a cell.
    pub fn enter(self, event: &ev::FocusEvent) {
        if let Some((cell, input)) = target(self.form, event) {
            // What was typed here before, or elsewhere, is a step of its own.
            self.desk.end_step();
            let figure = |report: &Report| report.figure(cell).clone();
            self.before
                .set_value(self.desk.draft.report.with_untracked(figure));
            self.desk.shown.focused.set(Some(cell));
            input.select();
        }
    }

    /// The clerk left a cell: its letters give way to what they mean. A sheet that goes away with the focus in it is left too, when nothing of this is there any more.
    pub fn leave(self) {
        if let Some(Some(cell)) = self.cell.try_get_value() {
            self.show(cell);
        }
    }

    fn show(self, cell: Cell) {
        self.cell.set_value(None);
        let shown = self
            .desk
            .draft
            .report
            .with_untracked(|report| report.shown(cell));
        if let Some(input) = input(self.form, cell) {
            write(&input, &shown);
        }
    }
}

/// Shows a figure; where the clerk is, it is marked, so that typing replaces what was taken back or pasted too.
fn write(input: &HtmlInputElement, figure: &Figure) {
    input.set_value(&figure.to_string());
    if document().active_element().as_ref() == Some::<&web_sys::Element>(input) {
        input.select();
    }
}

fn input(form: &Form, cell: Cell) -> Option<HtmlInputElement> {
    let element = document().get_element_by_id(&anchor(form, Spot::Cell(cell)))?;
    element.dyn_into().ok()
}
