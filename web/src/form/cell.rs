//! One figure: an input that keeps what is being typed until the clerk leaves it.

use leptos::ev;
use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form, Unit};
use nianbao_core::report::Report;
use nianbao_core::rule::Spot;
use web_sys::HtmlInputElement;

use super::{anchor, is_composing};
use crate::state::desk;

/// The input of one figure. A 总计 shows what is computed until the clerk types another number.
#[component]
pub fn FigureInput(form: &'static Form, cell: Cell) -> impl IntoView {
    let desk = desk();
    let shown = Memo::new(move |_| desk.report.with(|report| report.shown(cell).to_string()));
    let figure = Memo::new(move |_| desk.report.with(|report| report.figure(cell).clone()));
    let mark = Memo::new(move |_| {
        desk.marks
            .with(|marks| marks.get(&cell).map(|severity| severity.key()))
    });
    // What is being typed, before it is shown as it was understood; another figure put here takes its place.
    let typing = RwSignal::new(None::<String>);
    let typed = move || {
        let means_it =
            |text: &String| figure.with(|figure| Figure::parse(text, form.unit(cell)) == *figure);
        typing.get().filter(means_it)
    };
    // What stood here when the clerk came, for Escape.
    let before = RwSignal::new(Figure::Blank);
    let is_total = form.is_total(cell);
    let input = NodeRef::<leptos::html::Input>::new();

    let take = move |element: HtmlInputElement| {
        let text = element.value();
        desk.type_figure(cell, &text);
        typing.set(Some(text));
    };
    let on_input = move |event: ev::Event| {
        if !is_composing(&event) {
            take(event_target(&event));
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if !event.is_composing() && typing.with_untracked(Option::is_some) => {
            desk.type_at(Spot::Cell(cell), |report| {
                report.set_figure(cell, before.get_untracked());
            });
            typing.set(None);
        }
        _ => {}
    };
    let on_focus = move |_| {
        // What was typed here before, or elsewhere, is a step of its own.
        desk.end_step();
        before.set(figure.get_untracked());
        desk.focused.set(Some(cell));
        if let Some(element) = input.get_untracked() {
            element.select();
        }
    };
    let on_blur = move |_| typing.set(None);

    let last_year =
        Memo::new(move |_| desk.of_last_year(|previous| last_year_shown(form, cell, previous)));

    view! {
        <input
            node_ref=input
            id=anchor(Spot::Cell(cell))
            data-cell=cell.index()
            type="text"
            autocomplete="off"
            inputmode=if form.unit(cell) == Unit::TenThousandYuan { "decimal" } else { "numeric" }
            aria-label=form.name(cell)
            aria-describedby="cell-line"
            aria-invalid=move || (mark.get() == Some("error")).then_some("true")
            class="figure"
            class:total=is_total
            class:typed=move || is_total && figure.with(|figure| !figure.is_blank())
            class:text=move || figure.with(|figure| matches!(figure, Figure::Unreadable(_) | Figure::Placeholder(_)))
            class:error=move || mark.get() == Some("error")
            class:warning=move || matches!(mark.get(), Some("warning" | "hint"))
            // Totals are reached by arrows and by mouse; Tab goes where something has to be typed.
            tabindex=is_total.then_some("-1")
            prop:value=move || typed().unwrap_or_else(|| shown.get())
            on:input=on_input
            on:compositionend=move |event: ev::CompositionEvent| take(event_target(&event))
            on:keydown=on_keydown
            on:focus=on_focus
            on:blur=on_blur
        />
        {move || last_year.get().map(|figure| view! { <span class="last-year">"上年 " {figure}</span> })}
    }
}

/// Last year's figure in the same line, as printed, if there is one.
fn last_year_shown(form: &Form, cell: Cell, previous: &Report) -> Option<String> {
    let figure = previous.shown(form.same_cell(cell, previous.form)?);
    (!figure.is_blank()).then(|| figure.to_string())
}
