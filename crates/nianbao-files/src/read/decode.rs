//! Bytes of text to text: UTF-8 and UTF-16, or what a page says of itself, or the GB 18030 of older Chinese software.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030};

/// How far into a page its encoding is looked for; browsers look at the first 1024 bytes.
const HEAD_BYTES: usize = 4096;

/// The text of a file. Text that is valid UTF-8 is UTF-8, whatever it says: Chinese in another encoding never is.
pub(crate) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            declared(bytes)
                .unwrap_or(GB18030)
                .decode_without_bom_handling(bytes)
                .0
        }
    }
}

/// The encoding named after `charset=`, which UTF-8 has been ruled out for.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD_BYTES)].to_ascii_lowercase();
    let name = b"charset=";
    let start = head.windows(name.len()).position(|window| window == name)? + name.len();
    let label = head[start..]
        .iter()
        .skip_while(|byte| b"\"' ".contains(byte));
    let label: Vec<_> = label
        .copied()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte))
        .collect();
    Encoding::for_label(&label).filter(|encoding| *encoding != encoding_rs::UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_every_usual_encoding() {
        let text = "一、总体情况";
        let (gbk, ..) = encoding_rs::GBK.encode(text);
        let utf16: Vec<_> = [0xFF, 0xFE]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        for bytes in [
            text.as_bytes(),
            "\u{feff}一、总体情况".as_bytes(),
            &gbk,
            &utf16,
        ] {
            assert_eq!(decoded(bytes), text);
        }
    }

    #[test]
    fn a_page_in_utf_8_that_says_it_is_gbk_is_read_as_utf_8() {
        let page = "<meta charset=gb2312>总计";
        assert_eq!(decoded(page.as_bytes()), page);
        let (big5, ..) = encoding_rs::BIG5.encode("<meta charset='big5'>總計");
        assert!(decoded(&big5).ends_with("總計"));
    }
}
