//! What is looked at to tell a container: name, first bytes and the names of the parts of an archive.

use std::borrow::Cow;
use std::io::Cursor;

use zip::ZipArchive;

use super::ole::Ole;
use crate::ReadError;

/// How far into a file the mark of its format may stand.
const HEAD_BYTES: usize = 4096;

/// A file before it is read.
pub(crate) struct Sample<'a> {
    name: &'a str,
    /// Its first bytes.
    pub(crate) head: &'a [u8],
    /// The head as text without white space before it; none where it is no text.
    pub(crate) text: Option<Cow<'a, [u8]>>,
    /// Names of the streams right under the root of a compound file, in lower case; none where it is no such file.
    streams: Option<Vec<String>>,
    /// Names of the parts of an archive, in lower case with forward slashes; none where it is no archive.
    pub(crate) parts: Option<Vec<String>>,
}

impl<'a> Sample<'a> {
    pub(crate) fn new(name: &'a str, bytes: &'a [u8]) -> Result<Sample<'a>, ReadError> {
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let parts = head.starts_with(b"PK\x03\x04").then(|| parts(bytes));
        let is_ole = head.starts_with(b"\xD0\xCF\x11\xE0");
        let ole = is_ole.then(|| Ole::open(bytes)).transpose()?;
        Ok(Sample {
            name,
            streams: ole.map(Ole::into_names),
            head,
            text: text(head),
            parts,
        })
    }

    /// Whether the file's name has this ending, in upper or lower case.
    pub(crate) fn has_ending(&self, wanted: &str) -> bool {
        ending(self.name).is_some_and(|found| found.eq_ignore_ascii_case(wanted))
    }

    /// Whether it is an archive with a part, or parts in a folder, of this name.
    pub(crate) fn has_part(&self, name: &str) -> bool {
        let mut parts = self.parts.iter().flatten();
        parts.any(|part| match name.ends_with('/') {
            true => part.starts_with(name),
            false => part == name,
        })
    }

    /// Whether it is a compound file.
    pub(crate) fn is_ole(&self) -> bool {
        self.streams.is_some()
    }

    /// Whether it is a compound file with a stream of this name.
    pub(crate) fn has_stream(&self, name: &str) -> bool {
        let mut streams = self.streams.iter().flatten();
        streams.any(|stream| stream.eq_ignore_ascii_case(name))
    }

    /// Whether its text begins with this.
    pub(crate) fn begins_with(&self, mark: &[u8]) -> bool {
        let start = self.text.as_deref().and_then(|text| text.get(..mark.len()));
        start.is_some_and(|start| start.eq_ignore_ascii_case(mark))
    }

    /// Whether the head of its text holds this, in upper or lower case.
    pub(crate) fn holds(&self, mark: &[u8]) -> bool {
        self.text
            .as_deref()
            .is_some_and(|text| contains(text, mark))
    }
}

/// The ending of a file's name, without the dot.
pub(crate) fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending)
}

/// Whether bytes hold a mark, in upper or lower case.
pub(crate) fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    let first = mark[0].to_ascii_lowercase();
    bytes
        .windows(mark.len())
        .any(|window| window[0].to_ascii_lowercase() == first && window.eq_ignore_ascii_case(mark))
}

/// The head of a text in whatever encoding, as far as it is ASCII.
fn text(head: &[u8]) -> Option<Cow<'_, [u8]>> {
    let is_utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if !is_utf16 && head.contains(&0) {
        return None;
    }
    let is_space =
        |byte: &u8| byte.is_ascii_whitespace() || b"\xEF\xBB\xBF\xFF\xFE\0".contains(byte);
    let start = head.iter().position(|byte| !is_space(byte));
    let head = &head[start.unwrap_or(head.len())..];
    Some(match is_utf16 {
        true => head.iter().copied().filter(|byte| *byte != 0).collect(),
        false => head.into(),
    })
}

/// The names in an archive's directory, or, where that is lost, at the beginnings of its parts.
fn parts(bytes: &[u8]) -> Vec<String> {
    let folded = |name: &[u8]| {
        let name = String::from_utf8_lossy(name).replace('\\', "/");
        name.trim_start_matches('/').to_lowercase()
    };
    if let Ok(zip) = ZipArchive::new(Cursor::new(bytes)) {
        return zip.file_names_raw().map(folded).collect();
    }
    let starts = memchr::memmem::find_iter(bytes, b"PK\x03\x04");
    let name = |start: usize| {
        let length = bytes.get(start + 26..start + 28)?;
        let length = usize::from(u16::from_le_bytes(length.try_into().ok()?));
        bytes.get(start + 30..start + 30 + length).map(folded)
    };
    starts.filter_map(name).collect()
}
