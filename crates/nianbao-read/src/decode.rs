//! Bytes of text to text: UTF-8 and UTF-16, or what a page says of itself, or the GB 18030 of older Chinese software.

use std::borrow::Cow;

use super::encoding::decode;

/// How far into a page its encoding is looked for; browsers look at the first 1024 bytes.
const HEAD_BYTES: usize = 4096;

/// What stands at the start of a file in UTF-8 or UTF-16, and which that is.
const MARKS: [(&[u8], &str); 3] = [
    (b"\xEF\xBB\xBF", "utf-8"),
    (b"\xFF\xFE", "utf-16le"),
    (b"\xFE\xFF", "utf-16be"),
];

/// The text of a file. Text that is valid UTF-8 is UTF-8, whatever it says: Chinese in another encoding never is.
pub(crate) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let marked = MARKS
        .iter()
        .find_map(|(mark, name)| decode(name, bytes.strip_prefix(*mark)?));
    if let Some(text) = marked {
        return Cow::Owned(text);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => declared(bytes)
            .and_then(|name| decode(&name, bytes))
            .or_else(|| decode("gb18030", bytes))
            .map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned),
    }
}

/// The text of a part whose encoding is told beside it.
pub(crate) fn decoded_as(name: &str, bytes: &[u8]) -> String {
    let is_marked = MARKS.iter().any(|(mark, _)| bytes.starts_with(mark));
    let is_utf16 = ["utf-16", "unicode", "ucs-2"].iter().any(|start| {
        let named = name.get(..start.len());
        named.is_some_and(|named| named.eq_ignore_ascii_case(start))
    });
    let is_utf8 = !is_utf16 && std::str::from_utf8(bytes).is_ok();
    let text = Some(name).filter(|_| !is_marked && !is_utf8);
    let text = text.and_then(|name| decode(name, bytes));
    text.unwrap_or_else(|| decoded(bytes).into_owned())
}

/// The encoding named after `charset=`, which UTF-8 has been ruled out for.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(HEAD_BYTES)].to_ascii_lowercase();
    let name = b"charset=";
    let start = head.windows(name.len()).position(|window| window == name)? + name.len();
    let label = head[start..]
        .iter()
        .skip_while(|byte| b"\"' ".contains(byte));
    let label = label
        .map(|&byte| char::from(byte))
        .take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter));
    let label: String = label.collect();
    (!matches!(&label[..], "utf-8" | "utf8")).then_some(label)
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
