//! What the journal has and the storage has lost: a browser that was killed may not have written the storage to the disk.

use super::{DRAFT_PREFIX, StoredDraft, draft_key, new_id, storage};
use crate::browser::{clock, journal};

/// So long after a change the storage is on the disk too, whatever browser it is.
const SETTLED_MS: u64 = 24 * 3_600_000;

/// What came of looking into the journal: drafts by their ids.
#[derive(Default)]
pub struct Recovery {
    /// They stand in the storage again as they were stored last.
    pub recovered: Vec<String>,
    /// They could not be put back, and are still in the journal.
    pub refused: Vec<String>,
}

/// Puts back what the storage has lost; what it has in a later state stays. A journal that cannot be read has nothing.
pub async fn recover() -> Recovery {
    let mut recovery = Recovery::default();
    for (key, text) in journal::read().await.unwrap_or_default() {
        let Some(id) = key.strip_prefix(DRAFT_PREFIX) else {
            continue;
        };
        match take_in(id, &text) {
            Taken::Already if is_settled(&text) => journal::leave_out(&key, &text).await,
            Taken::Already => {}
            Taken::Now => {
                recovery.recovered.push(id.to_owned());
                journal::keep_later(key);
            }
            Taken::Refused => recovery.refused.push(id.to_owned()),
        }
    }
    recovery
}

enum Taken {
    Already,
    Now,
    Refused,
}

/// Puts a text of the journal into the storage, unless that has the same or a later state.
fn take_in(id: &str, text: &str) -> Taken {
    let Ok(storage) = storage() else {
        return Taken::Refused;
    };
    let Ok(here) = storage.get_item(&draft_key(id)) else {
        return Taken::Refused;
    };
    let put = |id: &str, text: &str| storage.set_item(&draft_key(id), text).is_ok();
    let is_put = match here {
        None => put(id, text),
        Some(here) if here == text => return Taken::Already,
        Some(here) => match (StoredDraft::read(&here), StoredDraft::read(text)) {
            (Some(here), Some(kept)) if here.changed <= kept.changed => put(id, text),
            (None, Some(_)) => {
                // What cannot be read is listed beside what took its place.
                put(&new_id(), &here) && put(id, text)
            }
            _ => return Taken::Already,
        },
    };
    match is_put {
        true => Taken::Now,
        false => Taken::Refused,
    }
}

fn is_settled(text: &str) -> bool {
    StoredDraft::read(text)
        .is_some_and(|draft| draft.changed.saturating_add(SETTLED_MS) < clock::now())
}
