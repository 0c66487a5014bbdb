//! One draft in two windows: one edits, the others follow it live and can take over; nothing is overwritten.
//!
//! Windows tell each other what they hold over a channel. Should that fail, storing still notices that
//! somebody else has stored meanwhile (`saving.rs`), and keeps both.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::channel::Channel;
use crate::browser::{clock, storage};
use crate::desk::history::Log;
use crate::desk::{Desk, desk};

/// Whether this window edits the open draft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holding {
    /// It does, since the moment with this number.
    Here(f64),
    /// Another does; this one follows.
    Elsewhere,
    /// Another did, and is asked whether it still does.
    Doubted,
    /// This one has asked the other to hand it over.
    Asking,
}

/// Who edits the open draft.
#[derive(Clone, Copy)]
pub struct Windows {
    /// Whether this window does.
    pub holding: RwSignal<Holding>,
    /// The line to the other windows.
    pub channel: StoredValue<Option<Channel>, LocalStorage>,
}

impl Windows {
    /// This window, as far as it knows.
    pub fn new() -> Windows {
        Windows {
            holding: RwSignal::new(Holding::Here(0.0)),
            channel: StoredValue::new_local(None),
        }
    }

    /// Whether this window may change the open draft.
    pub fn is_here(self) -> bool {
        matches!(self.holding.get(), Holding::Here(_))
    }

    /// The same, asked outside of what is drawn.
    pub fn is_here_untracked(self) -> bool {
        matches!(self.holding.get_untracked(), Holding::Here(_))
    }
}

/// How long the other window may take to hand over: it only stores what is pending.
const PATIENCE: Duration = Duration::from_millis(1_000);

/// How long a window that went may take to come again: it may only have been reloaded.
const RELOAD: Duration = Duration::from_millis(2_500);

impl Desk {
    /// Opens the line to the other windows.
    pub fn listen_to_windows(self) {
        let channel = Channel::new(move |word, draft, number| self.hear(word, draft, number));
        self.windows.channel.set_value(Some(channel));
        let follow = window_event_listener(leptos::ev::storage, move |event| {
            let id = self.draft.id.get_untracked();
            if id.is_some_and(|id| storage::concerns(&event, &id)) {
                self.follow();
            }
        });
        // A window that was ended could not say that it goes, so it is asked.
        let comes = window_event_listener_untyped("focus", move |_| self.ask_holder());
        let returns = window_event_listener_untyped("pageshow", move |event| {
            let event: web_sys::PageTransitionEvent = event.unchecked_into();
            let draft = self.draft.id.get_untracked().filter(|_| event.persisted());
            if let Some(draft) = draft.filter(|_| self.windows.is_here_untracked()) {
                self.take(&draft);
            }
        });
        // The page lives as long as these do.
        for handle in [follow, comes, returns] {
            std::mem::forget(handle);
        }
    }

    /// Says that this window edits its draft no longer; whoever follows it goes on.
    pub fn let_go(self) {
        let draft = self.draft.id.get_untracked();
        if let Some(draft) = draft.filter(|_| self.windows.is_here_untracked()) {
            self.say("gone", &draft, 0.0);
        }
    }

    /// Asks whether the window that this one follows is still there.
    fn ask_holder(self) {
        if self.windows.holding.get_untracked() == Holding::Elsewhere
            && let Some(draft) = self.draft.id.get_untracked()
        {
            self.windows.holding.set(Holding::Doubted);
            self.say("asks", &draft, 0.0);
            self.take_after(PATIENCE, draft, Holding::Doubted);
        }
    }

    /// Says that this window opened a draft; whoever edits it answers.
    pub fn hold(self, draft: &str) {
        let since = clock::instant();
        self.windows.holding.set(Holding::Here(since));
        self.say("opens", draft, since);
    }

    /// Asks the window that edits the open draft to hand it over.
    pub fn take_over(self) {
        let Some(draft) = self.draft.id.get_untracked() else {
            return;
        };
        self.windows.holding.set(Holding::Asking);
        self.say("takes", &draft, 0.0);
        self.take_after(PATIENCE, draft, Holding::Asking);
    }

    /// A window that is gone or frozen does not answer.
    fn take_after(self, patience: Duration, draft: String, asked: Holding) {
        let take = move || {
            if self.windows.holding.get_untracked() == asked
                && self.draft.id.get_untracked().as_deref() == Some(draft.as_str())
            {
                self.take(&draft);
            }
        };
        set_timeout(take, patience);
    }

    fn take(self, draft: &str) {
        self.follow();
        self.hold(draft);
    }

    fn say(self, word: &str, draft: &str, number: f64) {
        self.windows.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.say(word, draft, number);
            }
        });
    }

    fn hear(self, word: &str, draft: &str, number: f64) {
        if self.draft.id.get_untracked().as_deref() != Some(draft) {
            return;
        }
        match (word, self.windows.holding.get_untracked()) {
            ("opens" | "asks", Holding::Here(since)) => self.say("held", draft, since),
            // Two windows that open at once hear each other: the earlier one goes on.
            ("held", Holding::Here(since)) if number < since => self.give_way(),
            ("held", Holding::Asking | Holding::Doubted) => {
                self.windows.holding.set(Holding::Elsewhere);
            }
            ("gone", Holding::Elsewhere) => {
                self.windows.holding.set(Holding::Doubted);
                self.take_after(RELOAD, draft.to_owned(), Holding::Doubted);
            }
            // It has come again, or a third window was quicker.
            ("opens", Holding::Doubted) => self.windows.holding.set(Holding::Elsewhere),
            ("takes", Holding::Here(since)) => {
                self.end_step();
                if self.settle() {
                    self.give_way();
                    self.say("leaves", draft, self.saving.seen.get_value() as f64);
                } else {
                    // What cannot be stored cannot be handed over.
                    self.say("held", draft, since);
                }
            }
            // The word may be here before what was stored is: then the end of the patience takes it.
            ("leaves", Holding::Asking)
                if storage::changed(draft).is_some_and(|changed| changed as f64 >= number) =>
            {
                self.take(draft);
            }
            _ => {}
        }
    }

    /// Another window goes on with the draft: what is unsaved here is kept first, in a draft of its own if need be.
    fn give_way(self) {
        if self.settle() {
            self.windows.holding.set(Holding::Elsewhere);
            self.follow();
        }
    }

    /// Shows what another window has stored of the open draft.
    fn follow(self) {
        let id = self.draft.id.get_untracked();
        let Some(draft) = id.and_then(|id| storage::load(&id)) else {
            return;
        };
        match self.windows.is_here_untracked() {
            true => self.draft.name.set(draft.name),
            false => self.show_stored(draft),
        }
    }

    /// Shows the open draft as it is stored now.
    pub fn show_stored(self, draft: storage::Draft) {
        self.draft.name.set(draft.name);
        if let Ok(report) = draft.content {
            self.history.log.set(Log::new(draft.history));
            self.draft.previous.set(draft.previous);
            self.draft.report.set(report);
            self.make_safe(draft.changed);
        }
    }
}

/// Says that another window edits the open draft, and offers to go on here.
#[component]
pub fn HeldElsewhere() -> impl IntoView {
    let desk = desk();
    view! {
        {move || (!desk.windows.is_here()).then(|| view! {
            <p class="notice held" role="status">
                "这份草稿正在另一个窗口中编辑，这里只看、跟着更新。"
                <button type="button" on:click=move |_| desk.take_over()>"在这里继续编辑"</button>
            </p>
        })}
    }
}
