//! The worked example: asked for, opened, thrown away; there is one, and it is no draft of the clerk's.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::saved;
use nianbao_wasm::job::MakeExample;

use crate::browser::storage;
use crate::desk::{Desk, desk};
use crate::rest::Arrival;
use crate::screens::Screen;

/// The id under which it is stored.
pub const EXAMPLE: &str = "example";

/// Whether the worked example is wanted.
#[derive(Clone, Copy)]
pub struct Example {
    /// Whether it was asked for and is still to be opened.
    pub is_wanted: StoredValue<bool>,
}

impl Example {
    /// Nobody asked for it.
    pub fn new() -> Example {
        Example {
            is_wanted: StoredValue::new(false),
        }
    }
}

impl Desk {
    /// Opens the worked example as soon as that can be; who asks twice gets it once.
    pub fn ask_for_example(self) {
        let is_asked = self.example.is_wanted.get_value();
        self.example.is_wanted.set_value(true);
        match self.rest.get_untracked() {
            Arrival::Here(rest) if !is_asked => (rest.open_example)(self),
            Arrival::Failed => self.load_rest(),
            Arrival::Here(_) | Arrival::Awaited => {}
        }
        if self.example.is_wanted.get_value() {
            self.news.tell("示例正在载入…");
        }
    }

    /// Opens the worked example, if it is still wanted then: as it was left, or a new one.
    pub fn begin_example(self) {
        if self.open_example_as_left() {
            return;
        }
        spawn_local(async move {
            let draft = self.judging.judge.ask(MakeExample).await;
            // Another window may have begun it meanwhile.
            if !self.example.is_wanted.get_value() || self.open_example_as_left() {
                return;
            }
            match draft.map(|draft| saved::read(&draft)) {
                Ok(Ok(example)) => {
                    self.start_as(EXAMPLE.to_owned(), "示例", example.report, None);
                }
                Ok(Err(_)) => self.forget_example(),
                Err(sentence) => {
                    self.forget_example();
                    self.news.tell(sentence);
                }
            }
        });
    }

    /// Whether there was one to open.
    fn open_example_as_left(self) -> bool {
        let draft = storage::load(EXAMPLE).filter(|draft| draft.content.is_ok());
        if let Some(draft) = &draft {
            self.open(draft);
        }
        draft.is_some()
    }

    /// Whether the worked example is open.
    pub fn is_example(self) -> bool {
        self.draft.id.with(|id| id.as_deref() == Some(EXAMPLE))
    }

    /// Who turns to something else does not want the worked example any more.
    pub fn forget_example(self) {
        if self.example.is_wanted.get_value() {
            self.example.is_wanted.set_value(false);
            self.news.undo.set(None);
        }
    }
}

/// Says that the open report is the worked example, and throws it away.
#[component]
pub fn ThrowAway() -> impl IntoView {
    let desk = desk();
    let throw_away = move |_| {
        desk.give_up();
        desk.shown.screen.set(Screen::Start);
        desk.remove(EXAMPLE, "示例");
    };
    view! {
        <p class="notice example" hidden=move || !desk.is_example()>
            "这是示例，机关和数字都是虚构的，可以随意改动；下载的文档标明“示例”。"
            <button type="button" on:click=throw_away>"删除示例"</button>
        </p>
    }
}
