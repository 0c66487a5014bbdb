//! Keeps the open draft safe: stored after a pause in typing, and at once when the page is hidden or left.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::storage;
use crate::state::Desk;

/// Whether the last change is safe.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// A change is waiting for a pause in typing.
    Pending,
    /// Stored at this time.
    Saved(u64),
    /// Not stored, and why.
    Failed(String),
}

const PAUSE: Duration = Duration::from_millis(500);

impl Desk {
    /// Stores what is not stored yet; whether all is safe.
    pub fn settle(self) -> bool {
        if self.draft.with_untracked(Option::is_some)
            && !matches!(self.saving.get_untracked(), Saving::Saved(_))
        {
            self.save();
        }
        self.draft.with_untracked(Option::is_none)
            || matches!(self.saving.get_untracked(), Saving::Saved(_))
    }

    /// Stores the open draft now.
    pub fn save(self) {
        let Some(id) = self.draft.get_untracked() else {
            return;
        };
        if !self.is_here_untracked() {
            return;
        }
        let mut id = id;
        let mut name = self.name.get_untracked();
        let seen = self.seen.get_value();
        if storage::changed(&id).is_some_and(|changed| changed != seen) {
            // Another window has stored it meanwhile: both are kept.
            id = storage::new_id();
            name = format!("{name}（另一窗口中的修改）");
            self.draft.set(Some(id.clone()));
            self.name.set(name.clone());
            storage::set_current(Some(&id));
            self.tell("这份草稿在另一个窗口中也被改过。为免互相覆盖，本窗口的内容另存为一份草稿。");
        }
        let draft = self.draft_text();
        let mut stored = Ok(0);
        self.log.update_untracked(|log| {
            stored = storage::save(&id, &name, draft.clone(), log.history(&draft), seen);
        });
        self.saving.set(match stored {
            Ok(time) => {
                self.seen.set_value(time);
                Saving::Saved(time)
            }
            Err(reason) => Saving::Failed(reason),
        });
    }

    /// Stores the draft after a pause in typing, and at once when the page is hidden or left.
    pub fn save_after_pauses(self) {
        let store_if_pending = move || {
            if self.saving.get_untracked() == Saving::Pending {
                self.save();
            }
        };
        let timer = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |_| {
            self.report.track();
            self.previous.track();
            self.name.track();
            if let Some(earlier) = timer.get_value() {
                earlier.clear();
            }
            timer.set_value(set_timeout_with_handle(store_if_pending, PAUSE).ok());
        });
        let hidden = window_event_listener_untyped("visibilitychange", move |_| store_if_pending());
        let left = window_event_listener_untyped("pagehide", move |_| store_if_pending());
        let closing = window_event_listener(leptos::ev::beforeunload, move |event| {
            store_if_pending();
            if self.draft.with_untracked(Option::is_some)
                && matches!(self.saving.get_untracked(), Saving::Failed(_))
            {
                event.prevent_default();
                event.set_return_value("unsaved");
            }
        });
        // The page lives as long as these do.
        for handle in [hidden, left, closing] {
            std::mem::forget(handle);
        }
    }
}
