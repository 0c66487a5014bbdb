//! Finding and replacing words in all prose of the open report; the program beside the page finds and draws.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::form::{act_of, focus, select, spot_of};
use crate::state::{Desk, desk, focus_title};

/// What does not change in the panel.
const PANEL: &str = r#"<h2 id="find-title">查找和替换</h2>
<label for="find-words">查找</label><input id="find-words" type="text" autocomplete="off">
<label for="find-others">替换为</label><input id="find-others" type="text" autocomplete="off">
<p class="tools"><button type="button" data-act="replace">全部替换</button><button type="button" data-act="close">关闭（Esc）</button></p>"#;

impl Desk {
    /// Opens the panel.
    pub fn look_for_words(self) {
        self.is_finding.set(true);
        request_animation_frame(|| focus("find-words"));
    }
}

/// The panel, while it is wanted.
#[component]
pub fn Find() -> impl IntoView {
    let desk = desk();
    move || desk.is_finding.get().then(|| panel(desk))
}

fn panel(desk: Desk) -> AnyView {
    let words = RwSignal::new(String::new());
    let drawn = desk.drawn("find", words, Desk::draft_text);
    let on_click = move |event: ev::MouseEvent| {
        let act = act_of(&event).unwrap_or_default();
        match &act[..] {
            "close" => close(desk),
            "replace" => {
                let (words, others) = (words.get_untracked(), typed("find-others"));
                if drawn.with_untracked(|drawn| !drawn.is_empty()) {
                    desk.change_with_undo(
                        format!("已把“{words}”都替换为“{others}”。"),
                        |report| {
                            report.replace(&words, &others);
                        },
                    );
                }
            }
            _ => go(desk, &act),
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close(desk);
        }
    };
    view! {
        <div class="help find" role="dialog" aria-labelledby="find-title" on:keydown=on_key on:click=on_click>
            <div inner_html=PANEL on:input=move |_| words.set(typed("find-words"))></div>
            <div role="status" inner_html=drawn></div>
        </div>
    }
    .into_any()
}

fn close(desk: Desk) {
    desk.is_finding.set(false);
    focus_title();
}

/// Goes to the words that a click is about: a place, and between which letters of it.
fn go(desk: Desk, act: &str) {
    let mut act = act.split(' ');
    let place = act.next().unwrap_or_default().to_owned();
    let form = desk.report.with_untracked(|report| report.form);
    if let Some(spot) = spot_of(form, &place) {
        let mut letters = || {
            act.next()
                .and_then(|at| at.parse().ok())
                .unwrap_or_default()
        };
        let (from, to) = (letters(), letters());
        desk.go_to(spot);
        // The browser shows what is selected when the focus comes.
        request_animation_frame(move || select(&place, from, to));
    }
}

/// What stands in a field of the panel.
fn typed(id: &str) -> String {
    let field = document().get_element_by_id(id);
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map_or_else(String::new, |field| field.value())
}
