//! The drafts that are not open: that they have changed, and which were deleted in this window.

use leptos::prelude::*;

use crate::browser::storage;
use crate::desk::{Desk, focus_title};

/// A draft that was deleted in this window, and can be put back until that closes.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    id: String,
    raw: String,
    /// What the clerk knows it as.
    pub what: String,
}

/// The drafts that are not open.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// Tells that stored drafts have changed otherwise than by what is typed.
    pub changed: RwSignal<()>,
    /// Those that were deleted in this window, the last at the end.
    pub removed: RwSignal<Vec<Removed>>,
}

impl Shelf {
    /// Nothing was deleted yet.
    pub fn new() -> Shelf {
        Shelf {
            changed: RwSignal::new(()),
            removed: RwSignal::new(Vec::new()),
        }
    }
}

impl Desk {
    /// Throws a stored draft away; it can be put back.
    pub fn remove(self, id: &str, what: &str) {
        match storage::remove(id) {
            Ok(Some(raw)) => self.shelf.removed.update(|removed| {
                removed.push(Removed {
                    id: id.to_owned(),
                    raw,
                    what: what.to_owned(),
                });
            }),
            Ok(None) => self
                .news
                .tell("这份草稿已不在本机，可能在另一个窗口中删除了。"),
            Err(reason) => self.news.tell(reason),
        }
        self.shelf.changed.notify();
        focus_title();
    }

    /// Puts a deleted draft back.
    pub fn put_back(self, draft: &Removed) {
        match storage::put_back(&draft.id, &draft.raw) {
            Ok(()) => {
                let is_other = |it: &Removed| it != draft;
                self.shelf
                    .removed
                    .update(|removed| removed.retain(is_other));
            }
            // The window holds the only copy: it stays until there is room.
            Err(reason) => self.news.tell(reason),
        }
        self.shelf.changed.notify();
        focus_title();
    }
}
