//! What container some bytes are, by what they begin with; names only help where the bytes leave it open.

use std::borrow::Cow;

use super::ReadError;

/// How far into a file the mark of its format may stand.
const HEAD_BYTES: usize = 4096;

/// A container that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Docx,
    Xlsx,
    Pdf,
    Html,
    Json,
    Text,
}

/// Pictures, by their first bytes.
const IMAGES: &[&[u8]] = &[
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
];

/// Tags of which a web page, or a piece of one, has at least one near its head.
const MARKUP: &[&[u8]] = &[
    b"<html",
    b"<!doctype html",
    b"<table",
    b"<body",
    b"<meta",
    b"<div",
    b"<p>",
    b"<p ",
];

/// Formats that are not read, by their first bytes.
const UNSUPPORTED: &[(&[u8], &str)] = &[
    (b"{\\rtf", "RTF"),
    (b"MIME-Version:", "MHT（单个文件网页）"),
    (b"From:", "MHT（单个文件网页）"),
    (b"Rar!", "RAR 压缩"),
    (b"7z\xBC\xAF", "7z 压缩"),
    (b"\x1F\x8B", "gzip 压缩"),
];

/// The container of these bytes.
pub(super) fn container(name: &str, bytes: &[u8]) -> Result<Container, ReadError> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let contains = |bytes: &[u8], mark: &[u8]| {
        let first = mark[0].to_ascii_lowercase();
        bytes.windows(mark.len()).any(|window| {
            window[0].to_ascii_lowercase() == first && window.eq_ignore_ascii_case(mark)
        })
    };
    if head.starts_with(b"PK\x03\x04") {
        // Names of parts stand uncompressed at the end of the archive.
        let tail = &bytes[bytes.len().saturating_sub(1 << 16)..];
        return match contains(tail, b"word/") {
            true => Ok(Container::Docx),
            false if contains(tail, b"xl/") => Ok(Container::Xlsx),
            false if contains(tail, b"OFD.xml") => Err(ReadError::Unsupported("OFD")),
            false if contains(head, b"opendocument") => {
                Err(ReadError::Unsupported("ODF（.odt、.ods）"))
            }
            false if has_ending(name, "docx") => Ok(Container::Docx),
            false if has_ending(name, "xlsx") => Ok(Container::Xlsx),
            false => Err(ReadError::Unsupported("ZIP 压缩")),
        };
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0") {
        let encrypted: Vec<_> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let is_encrypted = bytes
            .windows(encrypted.len())
            .any(|window| window == encrypted);
        return Err(if is_encrypted {
            ReadError::Encrypted
        } else {
            ReadError::OldOffice
        });
    }
    if contains(&head[..head.len().min(1024)], b"%PDF-") {
        return Ok(Container::Pdf);
    }
    let is_webp = head.starts_with(b"RIFF") && contains(&head[..head.len().min(16)], b"WEBP");
    let is_heic = head.get(4..8) == Some(b"ftyp");
    if IMAGES.iter().any(|mark| head.starts_with(mark)) || is_webp || is_heic {
        return Err(ReadError::Image);
    }
    if let Some((_, name)) = UNSUPPORTED.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(ReadError::Unsupported(name));
    }
    let is_utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if !is_utf16 && head.contains(&0) {
        return Err(ReadError::Unsupported("这种二进制"));
    }
    let text: Cow<[u8]> = match is_utf16 {
        true => head.iter().copied().filter(|byte| *byte != 0).collect(),
        false => head.into(),
    };
    let is_space =
        |byte: &u8| byte.is_ascii_whitespace() || b"\xEF\xBB\xBF\xFF\xFE\0".contains(byte);
    let start = text.iter().position(|byte| !is_space(byte));
    let text = &text[start.unwrap_or(text.len())..];
    if text.starts_with(b"{") {
        return Ok(Container::Json);
    }
    let is_markup = || MARKUP.iter().any(|tag| contains(text, tag));
    let is_page = text.starts_with(b"<")
        && (has_ending(name, "html") || has_ending(name, "htm") || is_markup());
    Ok(if is_page {
        Container::Html
    } else {
        Container::Text
    })
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_counts_before_the_name() {
        for (name, bytes, expected) in [
            (
                "报告.doc",
                &b"PK\x03\x04 word/document.xml"[..],
                Ok(Container::Docx),
            ),
            (
                "报告.docx",
                b"PK\x03\x04 xl/workbook.xml",
                Ok(Container::Xlsx),
            ),
            ("报告.txt", b"%PDF-1.7", Ok(Container::Pdf)),
            ("报告.doc", b"<html xmlns:o=\"urn\">", Ok(Container::Html)),
            (
                "报告.txt",
                b"\xEF\xBB\xBF {\"format\": 1}",
                Ok(Container::Json),
            ),
            ("报告.txt", "一、总体情况".as_bytes(), Ok(Container::Text)),
            (
                "报告.wps",
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                Err(ReadError::OldOffice),
            ),
            (
                "报告.docx",
                b"\xD0\xCF\x11\xE0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                Err(ReadError::Encrypted),
            ),
            ("报告.docx", b"\xFF\xD8\xFF\xE0", Err(ReadError::Image)),
            (
                "报告.doc",
                b"{\\rtf1\\ansi",
                Err(ReadError::Unsupported("RTF")),
            ),
        ] {
            assert_eq!(container(name, bytes), expected, "{name}");
        }
    }
}
