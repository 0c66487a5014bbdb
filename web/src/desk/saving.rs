//! Keeps the open draft safe: stored after a pause in typing, and at once when the page is hidden or left.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::journal::Safety;
use crate::browser::storage::{self, recovery};
use crate::desk::Desk;

/// Whether the last change is safe.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// A change is waiting for a pause in typing.
    Pending,
    /// Stored at this time; the browser is writing it to the disk.
    Writing(u64),
    /// Stored at this time, and how sure it is that it outlasts a crash.
    Saved(u64, Safety),
    /// Not stored, and why.
    Failed(String),
}

impl Saving {
    /// Whether nothing is lost when the window closes.
    fn is_stored(&self) -> bool {
        matches!(self, Saving::Writing(_) | Saving::Saved(..))
    }
}

/// Whether the open draft is safe.
#[derive(Clone, Copy)]
pub struct Kept {
    /// Whether its last change is.
    pub state: RwSignal<Saving>,
    /// When it was stored, as far as this window knows.
    pub seen: StoredValue<u64>,
    /// The drafts that the journal has in a later state than the storage has room for; none while it has not been read.
    pub refused: StoredValue<Option<Vec<String>>>,
}

impl Kept {
    /// Nothing is stored yet, and the journal not read.
    pub fn new() -> Kept {
        Kept {
            state: RwSignal::new(Saving::Pending),
            seen: StoredValue::new(0),
            refused: StoredValue::new(None),
        }
    }
}

const PAUSE: Duration = Duration::from_millis(500);

impl Desk {
    /// Stores what is not stored yet; whether all is safe.
    pub fn settle(self) -> bool {
        let is_stored = || self.saving.state.with_untracked(Saving::is_stored);
        if self.draft.id.with_untracked(Option::is_some) && !is_stored() {
            self.save();
        }
        self.draft.id.with_untracked(Option::is_none) || is_stored()
    }

    /// Stores the open draft now.
    pub fn save(self) {
        let Some(id) = self.draft.id.get_untracked() else {
            return;
        };
        if !self.windows.is_here_untracked() {
            return;
        }
        let mut id = id;
        let mut name = self.draft.name.get_untracked();
        let seen = self.saving.seen.get_value();
        if storage::changed(&id).is_some_and(|changed| changed != seen) {
            // Another window has stored it meanwhile: both are kept.
            id = storage::new_id();
            name = format!("{name}（另一窗口中的修改）");
            self.draft.id.set(Some(id.clone()));
            self.draft.name.set(name.clone());
            storage::set_current(Some(&id));
            self.news
                .tell("这份草稿在另一个窗口中也被改过。为免互相覆盖，本窗口的内容另存为一份草稿。");
        }
        let draft = self.draft.text();
        let mut stored = Ok(0);
        self.history.log.update_untracked(|log| {
            stored = storage::save(&id, &name, draft.clone(), log.history(&draft), seen);
        });
        match stored {
            Ok(time) => self.make_safe(time),
            Err(reason) => self.saving.state.set(Saving::Failed(reason)),
        }
    }

    /// The open draft is stored as of this time: has the browser write it to the disk, and says when that is done.
    pub fn make_safe(self, time: u64) {
        self.saving.seen.set_value(time);
        self.saving.state.set(Saving::Writing(time));
        let Some(id) = self.draft.id.get_untracked() else {
            return;
        };
        // The journal is read before it is written: it may have a later state.
        let Some(refused) = self.saving.refused.get_value() else {
            return;
        };
        spawn_local(async move {
            let safety = match refused.contains(&id) {
                true => Safety::Unknown("存储空间已满"),
                false => storage::make_safe(&id).await,
            };
            let is_last = self.draft.id.with_untracked(|draft| *draft == Some(id))
                && self.saving.state.get_untracked() == Saving::Writing(time);
            if is_last {
                self.saving.state.set(Saving::Saved(time, safety));
            }
        });
    }

    /// Puts back what the browser had not written to the disk when it was ended, and shows it.
    pub fn recover(self) {
        spawn_local(async move {
            let found = recovery::recover().await;
            let (n_recovered, n_refused) = (found.recovered.len(), found.refused.len());
            self.saving.refused.set_value(Some(found.refused));
            if n_recovered > 0 {
                self.news.tell(format!(
                    "浏览器上次没有正常关闭，已找回 {n_recovered} 份草稿最近的修改。"
                ));
                self.shelf.changed.notify();
            }
            if n_refused > 0 {
                self.news.tell(format!(
                    "有 {n_refused} 份草稿最近的修改没有找回，因为存储空间已满；修改还留着，请删除不用的草稿后刷新页面。"
                ));
            }
            // What was typed meanwhile is stored as a draft of its own.
            let Saving::Writing(time) = self.saving.state.get_untracked() else {
                return;
            };
            let open = self.draft.id.get_untracked();
            let open = open.filter(|id| found.recovered.contains(id));
            match open.and_then(|id| storage::load(&id)) {
                Some(draft) => self.show_stored(draft),
                None => self.make_safe(time),
            }
        });
    }

    /// Stores the draft after a pause in typing, and at once when the page is hidden or left.
    pub fn save_after_pauses(self) {
        let store_if_pending = move || {
            if self.saving.state.get_untracked() == Saving::Pending {
                self.save();
            }
        };
        let timer = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |_| {
            self.draft.report.track();
            self.draft.previous.track();
            self.draft.name.track();
            if let Some(earlier) = timer.get_value() {
                earlier.clear();
            }
            timer.set_value(set_timeout_with_handle(store_if_pending, PAUSE).ok());
        });
        let hidden = window_event_listener_untyped("visibilitychange", move |_| store_if_pending());
        let left = window_event_listener_untyped("pagehide", move |_| {
            store_if_pending();
            self.let_go();
        });
        let closing = window_event_listener(leptos::ev::beforeunload, move |event| {
            store_if_pending();
            if self.draft.id.with_untracked(Option::is_some)
                && matches!(self.saving.state.get_untracked(), Saving::Failed(_))
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
