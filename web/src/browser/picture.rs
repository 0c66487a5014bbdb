//! Pictures that the browser draws.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The same as PNG; `web/page/boot.js` draws it.
    #[wasm_bindgen(catch, js_namespace = nianbao, js_name = png)]
    async fn draw(svg: &str) -> Result<JsValue, JsValue>;
}

/// An SVG picture as PNG.
///
/// # Errors
/// A Chinese sentence, where the browser refuses.
pub async fn png(svg: &str) -> Result<Vec<u8>, String> {
    match draw(svg).await {
        Ok(bytes) => Ok(Uint8Array::new(&bytes).to_vec()),
        Err(_) => Err("浏览器没能画出图片，可以改为下载图解（SVG），内容相同。".to_owned()),
    }
}
