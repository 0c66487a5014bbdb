//! Files that are known and not read, each with what to do instead.

use crate::ReadError;
use crate::container::{Sample, contains};

/// Pictures, by their first bytes. Recognizing what is scanned will begin here.
const IMAGES: &[&[u8]] = &[
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
];

/// Formats that are not read, by their first bytes.
const UNSUPPORTED: &[(&[u8], &str)] = &[
    (b"Rar!", "RAR 压缩"),
    (b"7z\xBC\xAF", "7z 压缩"),
    (b"\x1F\x8B", "gzip 压缩"),
];

/// Why a file is not read; none where its container may be known.
pub(super) fn reason(sample: &Sample) -> Option<ReadError> {
    let head = sample.head;
    if sample.has_stream("EncryptedPackage") {
        return Some(ReadError::Encrypted);
    }
    let is_webp = head.starts_with(b"RIFF") && contains(&head[..head.len().min(16)], b"WEBP");
    let is_heic = head.get(4..8) == Some(b"ftyp");
    if IMAGES.iter().any(|mark| head.starts_with(mark)) || is_webp || is_heic {
        return Some(ReadError::Image);
    }
    let known = UNSUPPORTED.iter().find(|(mark, _)| head.starts_with(mark));
    known.map(|(_, name)| ReadError::Unsupported(name))
}
