//! Older encodings of text, by the names that the web has for them.
//!
//! The tables of all of them weigh 140 KB as a browser loads them, and every browser has them already:
//! the page asks it, other programs bring the tables.

/// Text in an encoding of this name, such as `gb18030`; none where nobody knows the name.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn decode(name: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes())?;
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some(text.into_owned())
}

/// Text in an encoding of this name, such as `gb18030`; none where nobody knows the name.
#[cfg(target_family = "wasm")]
pub(crate) fn decode(name: &str, bytes: &[u8]) -> Option<String> {
    let decoder = web_sys::TextDecoder::new_with_label(name).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
