//! A button that opens a file.

use leptos::ev;
use leptos::prelude::*;
use nianbao_read::accepted;

use crate::browser::upload;
use crate::desk::desk;

/// A button that opens a file of any kind we read.
#[component]
pub fn FileChooser(name: &'static str, #[prop(optional)] is_last_year: bool) -> impl IntoView {
    let desk = desk();
    let choose = move |event: ev::Event| {
        if let Some(file) = upload::take_files(&event).into_iter().next() {
            desk.opening.is_last_year.set_value(is_last_year);
            desk.open_file(file);
        }
    };
    view! {
        <label class="button">
            {name}
            <input type="file" accept=accepted() on:change=choose />
        </label>
    }
}
