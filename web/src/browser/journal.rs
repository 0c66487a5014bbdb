//! The journal of the drafts, which says when the browser has a draft on the disk; `web/page/journal.js` keeps it.
//!
//! It copies what localStorage holds, key by key, and never leads: it is read where localStorage has lost something.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["nianbao", "journal"], js_name = all)]
    async fn all() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["nianbao", "journal"], js_name = copy)]
    async fn copy(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["nianbao", "journal"], js_name = forget)]
    async fn forget(key: &str, text: &str) -> Result<JsValue, JsValue>;
}

/// How sure it is that what was stored outlasts a crash.
#[derive(Clone, Debug, PartialEq)]
pub enum Safety {
    /// The browser has it on the disk.
    OnDisk,
    /// The browser has handed it to the system, but makes no promise about the disk.
    Handed,
    /// The journal did not take it, and why: a Chinese phrase.
    Unknown(&'static str),
}

/// Copies what is stored under a key, or that nothing is.
pub async fn keep(key: &str) -> Safety {
    match copy(key).await {
        Ok(is_on_disk) if is_on_disk.is_truthy() => Safety::OnDisk,
        Ok(_) => Safety::Handed,
        Err(error) => Safety::Unknown(reason(&error)),
    }
}

/// The same, where nobody waits for it.
pub fn keep_later(key: String) {
    spawn_local(async move { drop(copy(&key).await) });
}

/// Everything in the journal, as keys and texts; what is no text is left out.
///
/// # Errors
/// Why it cannot be read, as a Chinese phrase.
pub async fn read() -> Result<Vec<(String, String)>, &'static str> {
    let found = Array::from(&all().await.map_err(|error| reason(&error))?);
    let pairs = (0..found.length() / 2).map(|idx| [found.get(2 * idx), found.get(2 * idx + 1)]);
    let texts = pairs.filter_map(|[key, text]| Some((key.as_string()?, text.as_string()?)));
    Ok(texts.collect())
}

/// Leaves out a text that the storage has held for long; where that fails it does no harm.
pub async fn leave_out(key: &str, text: &str) {
    drop(forget(key, text).await);
}

fn reason(error: &JsValue) -> &'static str {
    let name = Reflect::get(error, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => "磁盘空间不足",
        Some("TimeoutError") => "浏览器没有回应",
        Some("SecurityError" | "InvalidStateError" | "TypeError" | "ReferenceError") => {
            "浏览器不允许"
        }
        _ => "浏览器没有写成",
    }
}
