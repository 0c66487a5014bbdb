//! Drafts in the browser's own storage (localStorage): one key a draft, nothing else kept about them.
//!
//! A draft that cannot be read stays where it is, and is listed with its raw text.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use nianbao_core::history::History;
use nianbao_core::json::{Object, Raw, Tree};
use nianbao_core::report::Report;
use nianbao_core::saved;
use serde_json::value::RawValue;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::clock;
use crate::browser::journal::{self, Safety};

pub mod backup;
pub mod recovery;

/// Every draft is stored under this prefix and its id. On file:// all pages share one storage, so the product's name leads.
const DRAFT_PREFIX: &str = "nianbao/v1/draft/";

/// The id of the draft that was open last.
const CURRENT_KEY: &str = "nianbao/v1/current";

/// What is stored for one draft.
struct StoredDraft {
    /// A name given by the clerk, or empty.
    name: String,
    /// Milliseconds since 1970 of the last change.
    changed: u64,
    /// The report in the saved format, with last year's if there is one.
    report: Raw,
    /// What was done to it, so that it can be taken back after a reload.
    history: Option<Raw>,
}

impl StoredDraft {
    fn read(raw: &str) -> Option<StoredDraft> {
        let mut draft = Object::read(raw).ok()?;
        Some(StoredDraft {
            name: draft.text("name").unwrap_or_default(),
            changed: draft.remove("changed").map_or(0, |raw| time(raw.get())),
            report: draft.remove("report")?,
            history: draft.remove("history"),
        })
    }

    fn store(&self, key: &str, history: Option<Tree>) -> gloo_storage::Result<()> {
        let draft = Tree::object([
            ("name", Some(Tree::text(&self.name))),
            ("changed", Some(Tree::Number(self.changed.cast_signed()))),
            ("report", Some(Tree::Raw(self.report.clone()))),
            ("history", history),
        ]);
        LocalStorage::set(key, draft)
    }
}

/// The last time that a browser can show.
const LAST_TIME: u64 = 8_640_000_000_000_000;

/// A time as it is stored; 0 where that is none.
fn time(written: &str) -> u64 {
    // The first versions wrote it with a decimal point.
    let (whole, _) = written.split_once('.').unwrap_or((written, ""));
    let time = whole.parse().ok().filter(|&time| time < LAST_TIME);
    time.unwrap_or(0)
}

/// A draft as listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its name in the storage.
    pub id: String,
    /// A name given by the clerk, or empty.
    pub name: String,
    /// Milliseconds since 1970 of the last change; 0 where it is not known.
    pub changed: u64,
    /// Last year's report, kept beside it.
    pub previous: Option<Report>,
    /// What was done to it.
    pub history: History,
    /// Whether something of that is stored, and cannot be read.
    pub is_history_lost: bool,
    /// The report, or why it could not be read together with the raw text.
    pub content: Result<Report, Unreadable>,
}

/// A stored text that is no draft any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// Why, as a Chinese sentence.
    pub reason: String,
    /// The report as it is stored, or all that is stored where even that is not to be found.
    pub raw: String,
}

/// Why something was not stored, as a Chinese sentence.
pub type Refusal = String;

const BLOCKED: &str =
    "浏览器禁止本页面保存数据，草稿只在本窗口中，关闭即失。请用“下载草稿”保存到文件。";

/// Why the browser did not write: what that means is said by who wanted it.
#[derive(Clone, Debug, PartialEq)]
enum Fault {
    Full,
    Blocked,
    /// The browser's own name of it.
    Other(String),
}

impl Fault {
    /// By the name that the browser gives it.
    fn of_name(name: &str) -> Fault {
        match name {
            name if name.to_ascii_uppercase().contains("QUOTA") => Fault::Full,
            "SecurityError" => Fault::Blocked,
            name => Fault::Other(name.to_owned()),
        }
    }

    /// A sentence: what was not done, and what to do about it.
    fn told(&self, undone: &str, advice: &str) -> Refusal {
        match self {
            Fault::Full => format!("浏览器的存储空间已满，{undone}。{advice}"),
            Fault::Blocked => format!("浏览器禁止本页面保存数据，{undone}。"),
            Fault::Other(name) => format!("浏览器没有写成（{name}），{undone}。请再试一次。"),
        }
    }
}

impl From<StorageError> for Fault {
    fn from(error: StorageError) -> Fault {
        match error {
            StorageError::JsError(error) => Fault::of_name(&error.name),
            error => Fault::Other(error.to_string()),
        }
    }
}

impl From<JsValue> for Fault {
    fn from(error: JsValue) -> Fault {
        let error: Result<web_sys::DomException, _> = error.dyn_into();
        Fault::of_name(&error.map_or_else(|_| String::new(), |error| error.name()))
    }
}

/// What makes room for a change.
const MAKE_ROOM: &str = "请删除不用的草稿后再试。";

fn draft_key(id: &str) -> String {
    format!("{DRAFT_PREFIX}{id}")
}

/// The storage, if the browser lets us have it; asking gloo first would throw where it is blocked.
fn storage() -> Result<web_sys::Storage, Refusal> {
    match leptos::prelude::window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(BLOCKED.to_owned()),
    }
}

/// Stores a draft and says when; without what was done to it where there is no room for that.
///
/// # Errors
/// Storage full or blocked; what was stored before stays as it was.
pub fn save(
    id: &str,
    name: &str,
    report: String,
    history: &History,
    seen: u64,
) -> Result<u64, Refusal> {
    storage()?;
    // The time tells one state from the next, so it goes on even where the clock goes back.
    let changed = clock::now().max(seen + 1);
    let draft = StoredDraft {
        name: name.to_owned(),
        changed,
        report: RawValue::from_string(report).expect("the saved format is JSON"),
        history: None,
    };
    let key = draft_key(id);
    let mut stored = draft.store(&key, Some(history.to_json()));
    if stored.is_err() {
        stored = draft.store(&key, None);
    }
    match stored.map_err(Fault::from) {
        Ok(()) => Ok(changed),
        Err(Fault::Blocked) => Err(BLOCKED.to_owned()),
        Err(fault) => Err(fault.told(
            "最近的修改没有保存",
            "请先用“下载草稿”保存到文件，再删除不用的草稿。",
        )),
    }
}

/// Waits until the browser has what is stored of a draft on the disk, or says that it has not.
pub async fn make_safe(id: &str) -> Safety {
    journal::keep(&draft_key(id)).await
}

/// When the draft with this id was stored last; 0 where that cannot be read any more, none where it is gone.
pub fn changed(id: &str) -> Option<u64> {
    let raw = storage().ok()?.get_item(&draft_key(id)).ok()??;
    Some(StoredDraft::read(&raw).map_or(0, |draft| draft.changed))
}

/// Puts a stored text back as it was; under an id of its own where its id has been taken meanwhile.
///
/// # Errors
/// Storage full or blocked.
pub fn put_back(id: &str, raw: &str) -> Result<(), Refusal> {
    let id = if load(id).is_some() {
        new_id()
    } else {
        id.to_owned()
    };
    let key = draft_key(&id);
    let put = storage()?.set_item(&key, raw).map_err(Fault::from);
    put.map_err(|fault| fault.told("草稿没有放回", MAKE_ROOM))?;
    journal::keep_later(key);
    Ok(())
}

/// Gives a stored draft another name, whatever has been stored of it meanwhile.
///
/// # Errors
/// Storage full or blocked, or the draft gone, unreadable or not to be looked at.
pub fn rename(id: &str, name: &str) -> Result<(), Refusal> {
    let key = draft_key(id);
    let raw = storage()?.get_item(&key).map_err(Fault::from);
    let raw = raw.map_err(|fault| fault.told("没有改名", MAKE_ROOM))?;
    let raw = raw.ok_or("这份草稿已不在本机（可能在另一个窗口中删除了），没有改名。")?;
    let mut draft = StoredDraft::read(&raw).ok_or("这份草稿读不出来，没有改名。")?;
    draft.name = name.to_owned();
    let history = draft.history.take().map(Tree::Raw);
    let stored = draft.store(&key, history).map_err(Fault::from);
    stored.map_err(|fault| fault.told("没有改名", MAKE_ROOM))?;
    journal::keep_later(key);
    Ok(())
}

/// Takes a draft out of the storage and returns its raw text, so that it can be put back; none where it is gone already.
///
/// # Errors
/// Storage blocked.
pub fn remove(id: &str) -> Result<Option<String>, Refusal> {
    let storage = storage()?;
    let key = draft_key(id);
    let taken = storage.get_item(&key).and_then(|raw| {
        storage.remove_item(&key)?;
        Ok(raw)
    });
    let raw = taken.map_err(|error| Fault::from(error).told("草稿没有删除", MAKE_ROOM))?;
    journal::keep_later(key);
    Ok(raw)
}

/// All drafts, the last changed first.
///
/// # Errors
/// Storage blocked.
pub fn drafts() -> Result<Vec<Draft>, Refusal> {
    let storage = storage()?;
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|idx| storage.key(idx).ok()?);
    let ids = keys.filter_map(|key| key.strip_prefix(DRAFT_PREFIX).map(str::to_owned));
    let mut drafts: Vec<_> = ids.filter_map(|id| load(&id)).collect();
    drafts.sort_by(|a, b| (b.changed, &a.id).cmp(&(a.changed, &b.id)));
    Ok(drafts)
}

/// The draft with this id, readable or not.
pub fn load(id: &str) -> Option<Draft> {
    let raw = storage().ok()?.get_item(&draft_key(id)).ok()??;
    let id = id.to_owned();
    let Some(draft) = StoredDraft::read(&raw) else {
        let reason = "存储的内容不完整或已损坏，无法读取。".to_owned();
        let content = Err(Unreadable { reason, raw });
        return Some(Draft {
            id,
            name: String::new(),
            changed: 0,
            previous: None,
            history: History::default(),
            is_history_lost: false,
            content,
        });
    };
    let history = draft.history.map(|raw| History::read(raw.get()));
    let is_history_lost = matches!(history, Some(None));
    let history = history.flatten().unwrap_or_default();
    let unreadable = |reason| Unreadable {
        reason,
        // Without what only this storage needs, so that the file opens where it can be read.
        raw: draft.report.get().to_owned(),
    };
    let (content, previous) = match saved::read(draft.report.get()) {
        Ok(opened) if opened.remarks.is_empty() => (Ok(opened.report), opened.previous),
        // Storing it again would drop what has no place here.
        Ok(opened) => (Err(unreadable(opened.remarks.concat())), None),
        Err(error) => (Err(unreadable(error.to_string())), None),
    };
    Some(Draft {
        id,
        name: draft.name,
        changed: draft.changed,
        previous,
        history,
        is_history_lost,
        content,
    })
}

/// An id no stored draft has.
pub fn new_id() -> String {
    let mut number = clock::now();
    while load(&number.to_string()).is_some() {
        number += 1;
    }
    number.to_string()
}

/// The id of the draft that was open last.
pub fn current() -> Option<String> {
    storage().ok()?.get_item(CURRENT_KEY).ok()?
}

/// Asks the browser not to clear away what is stored; it may refuse, and some browsers cannot be asked.
pub fn ask_to_keep() {
    drop(leptos::prelude::window().navigator().storage().persist());
}

/// Remembers which draft is open; without storage there is nothing to remember it for.
pub fn set_current(id: Option<&str>) {
    let Ok(storage) = storage() else { return };
    // A full storage refuses even this; the list of drafts is then shown at the next start.
    drop(match id {
        Some(id) => storage.set_item(CURRENT_KEY, id),
        None => storage.remove_item(CURRENT_KEY),
    });
}

/// Whether a storage event of another window is about the draft with this id.
pub fn concerns(event: &web_sys::StorageEvent, id: &str) -> bool {
    event
        .key()
        .is_some_and(|key| key.strip_prefix(DRAFT_PREFIX) == Some(id))
}
