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

/// The content of a file as text.
///
/// # Errors
/// A Chinese sentence, where the browser cannot read the file.
pub async fn text(file: &File) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await;
    text.ok().and_then(|text| text.as_string()).ok_or_else(|| {
        format!(
            "浏览器读不出文件“{}”，请确认文件还在原处、没有被占用。",
            file.name()
        )
    })
}
