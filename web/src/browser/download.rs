//! Hands bytes to the browser's own download.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers bytes as a file of this name; nothing leaves the machine.
///
/// # Errors
/// A Chinese sentence, where the browser refuses.
pub fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), String> {
    try_offer(name, media_type, bytes)
        .map_err(|_| format!("浏览器没有接受下载“{name}”，请检查浏览器的下载设置后再试。"))
}

fn try_offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let url = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(
        &parts, &options,
    )?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    document()
        .body()
        .ok_or(JsValue::NULL)?
        .append_child(&link)?;
    link.click();
    link.remove();
    // The browser reads the blob after the click returns; it keeps it alive until then even when the address is let go
    // a minute later.
    leptos::prelude::set_timeout(
        move || drop(Url::revoke_object_url(&url)),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
