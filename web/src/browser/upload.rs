//! Reads a file that the clerk chose.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// The chosen files of a file input, which is emptied so that the same file can be chosen again.
pub fn take_files(event: &web_sys::Event) -> Vec<File> {
    let Some(input) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return Vec::new();
    };
    let files = input.files().map_or_else(Vec::new, |list| {
        (0..list.length()).filter_map(|idx| list.get(idx)).collect()
    });
    input.set_value("");
    files
}

/// The content of a file.
///
/// # Errors
/// A Chinese sentence, where the browser cannot read the file.
pub async fn bytes(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer
        .map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec())
        .map_err(|_| {
            format!(
                "浏览器读不出文件“{}”，请确认文件还在原处、没有被占用。",
                file.name()
            )
        })
}

/// The content of a file as text.
///
/// # Errors
/// A Chinese sentence, where the browser cannot read the file.
pub async fn text(file: &File) -> Result<String, String> {
    Ok(String::from_utf8_lossy(&bytes(file).await?).into_owned())
}
