//! All drafts as one file, and back.

use std::collections::BTreeMap;

use nianbao_core::json::{Object, Tree};
use serde_json::value::RawValue;

use crate::browser::clock;

use super::{DRAFT_PREFIX, Refusal, draft_key, put_back, storage};

/// Marks our files.
const FORMAT: &str = "nianbao-backup";

/// When a backup was made last.
const MADE_KEY: &str = "nianbao/v1/backup";

/// When a backup was offered last, in milliseconds since 1970; none if never.
pub fn last_made() -> Option<u64> {
    let made = storage().ok()?.get_item(MADE_KEY).ok()??;
    made.parse().ok()
}

/// Remembers that one was offered now; without storage nobody is reminded.
pub fn note_made() {
    if let Ok(storage) = storage() {
        drop(storage.set_item(MADE_KEY, &clock::now().to_string()));
    }
}

/// All drafts as they are stored; what is no JSON any more is left out, since the list offers it by itself.
///
/// # Errors
/// Storage blocked.
pub fn write() -> Result<String, Refusal> {
    let storage = storage()?;
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|idx| storage.key(idx).ok()?);
    let drafts = keys.filter_map(|key| {
        let id = key.strip_prefix(DRAFT_PREFIX)?.to_owned();
        let raw = storage.get_item(&key).ok()??;
        Some((id, RawValue::from_string(raw).ok()?))
    });
    let drafts: BTreeMap<_, _> = drafts.collect();
    let backup = Tree::object([
        ("format", Some(Tree::text(FORMAT))),
        (
            "drafts",
            Some(Tree::object(
                drafts
                    .iter()
                    .map(|(id, raw)| (&id[..], Some(Tree::Raw(raw.clone())))),
            )),
        ),
    ]);
    Ok(backup.written())
}

/// Puts the drafts of a backup beside those that are here; how many came. What is here already stays as it is.
///
/// # Errors
/// No backup of ours, or storage full or blocked.
pub fn restore(file: &str) -> Result<usize, Refusal> {
    const NOT_OURS: &str = "这不是年报助手的备份文件。单份草稿请用“选择文件”打开。";
    let mut backup = Object::read(file).map_err(|_| NOT_OURS)?;
    if backup.text("format").ok().as_deref() != Some(FORMAT) {
        return Err(NOT_OURS.to_owned());
    }
    let drafts = backup.object("drafts").map_err(|_| NOT_OURS)?;
    let storage = storage()?;
    let mut n_restored = 0;
    for (id, raw) in drafts.fields() {
        let here = storage.get_item(&draft_key(id)).ok().flatten();
        if here.as_deref() != Some(raw.get()) {
            put_back(id, raw.get()).map_err(|reason| match n_restored {
                0 => reason,
                _ => format!("已从备份恢复 {n_restored} 份草稿，其余的没有：{reason}"),
            })?;
            n_restored += 1;
        }
    }
    Ok(n_restored)
}
