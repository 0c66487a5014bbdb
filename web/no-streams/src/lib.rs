//! Stands in for wasm-streams (`[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! Leptos brings it for functions of a server, which this page does not have. It exports to JavaScript,
//! and what is exported no linker leaves out: 4 % of all that loads before the page can be typed into.

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;

/// A stream of the browser; nothing ever flows in it.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// An empty stream, whatever it is made from.
    ///
    /// # Panics
    /// Where the browser has no streams.
    pub fn from_stream(
        _: impl Stream<Item = Result<JsValue, JsValue>> + 'static,
    ) -> ReadableStream {
        ReadableStream(web_sys::ReadableStream::new().expect("browsers have streams"))
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// An empty stream.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
