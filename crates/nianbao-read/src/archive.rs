//! Office files are archives of XML parts that name each other by relationships.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};
use memchr::memmem;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::ReadError;
use super::budget::Budget;
use super::xml::{Node, Xml};
use nianbao_core::unprinted;

/// An archive whose parts are unpacked one at a time, up to a limit in all.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Entries by name in lower case with forward slashes, since some producers write neither.
    entries: BTreeMap<String, usize>,
    pub(crate) budget: &'a mut Budget,
}

/// What each entry of an archive begins with in the list at its end.
const ENTRY: &[u8] = b"PK\x01\x02";

/// A link from one part to another.
pub(crate) struct Relationship {
    /// What the linking part calls it.
    pub(crate) id: String,
    /// The last word of its type, such as `officeDocument`.
    pub(crate) kind: String,
    /// Name of the linked part.
    pub(crate) target: String,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8], budget: &'a mut Budget) -> Result<Archive<'a>, ReadError> {
        // The list is read as a whole.
        budget.take_blocks(memmem::find_iter(bytes, ENTRY).count())?;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("zip", &error))?;
        let mut entries = BTreeMap::new();
        for (entry, name) in zip.file_names_raw().enumerate() {
            entries.insert(folded(&String::from_utf8_lossy(name)), entry);
        }
        Ok(Archive {
            bytes,
            zip,
            entries,
            budget,
        })
    }

    /// The text of a part, or none where the archive lacks it.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(&entry) = self.entries.get(&folded(name)) else {
            return Ok(None);
        };
        self.budget.take_part()?;
        let bytes = match self.unpacked(entry) {
            Some(bytes) => bytes,
            None => self.unpacked_in_pieces(name, entry)?,
        };
        self.budget.take_bytes(bytes.len())?;
        Ok(Some(decoded(bytes)))
    }

    /// A part unpacked in one go, if it is packed as usual, sound, and as large as the archive says and the limit allows.
    fn unpacked(&mut self, entry: usize) -> Option<Vec<u8>> {
        let file = self.zip.by_index_raw(entry).ok()?;
        let is_usual = file.compression() == CompressionMethod::Deflated && !file.encrypted();
        let size = usize::try_from(file.size()).ok()?;
        if !is_usual || size > self.budget.bytes_left() {
            return None;
        }
        let start = usize::try_from(file.data_start()?).ok()?;
        let end = start.checked_add(usize::try_from(file.compressed_size()).ok()?)?;
        let packed = self.bytes.get(start..end)?;
        let mut bytes = Vec::with_capacity(size);
        let status =
            Decompress::new(false).decompress_vec(packed, &mut bytes, FlushDecompress::Finish);
        let mut sum = Crc::new();
        sum.update(&bytes);
        let is_sound = bytes.len() == size && sum.sum() == file.crc32();
        (status.ok()? == Status::StreamEnd && is_sound).then_some(bytes)
    }

    /// The same for any part: up to one byte more than the limit allows, or what is wrong with it.
    fn unpacked_in_pieces(&mut self, name: &str, entry: usize) -> Result<Vec<u8>, ReadError> {
        let file = self.zip.by_index(entry).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
            error => damaged(name, &error),
        })?;
        // What the archive says of its size may be a lie.
        let limit = self.budget.bytes_left() as u64;
        let size = file.size().min(limit).try_into().unwrap_or(0);
        let mut bytes = Vec::with_capacity(size);
        file.take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(name, &error))?;
        Ok(bytes)
    }

    /// The text of a part that must be there.
    pub(crate) fn required(&mut self, name: &str) -> Result<String, ReadError> {
        self.text(name)?
            .ok_or_else(|| damaged(name, "it is missing"))
    }

    /// What a part links to; the package itself links from the part with the empty name.
    pub(crate) fn relationships(&mut self, part: &str) -> Result<Vec<Relationship>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = resolved(folder, &format!("_rels/{file}.rels"));
        let Some(text) = self.text(&name)? else {
            return Ok(Vec::new());
        };
        let mut relationships = Vec::new();
        let mut xml = Xml::new(&name, &text);
        while let Some(node) = xml.next()? {
            let Node::Start(link) = node else { continue };
            let [id, kind, target] =
                ["Id", "Type", "Target"].map(|key| link.attribute(key).unwrap_or_default());
            relationships.push(Relationship {
                id,
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: resolved(folder, &target),
            });
        }
        Ok(relationships)
    }

    /// The first part of this kind that a part links to.
    pub(crate) fn related(&mut self, part: &str, kind: &str) -> Result<Option<String>, ReadError> {
        let relationships = self.relationships(part)?;
        let found = relationships.into_iter().find(|link| link.kind == kind);
        Ok(found.map(|link| link.target))
    }

    /// What our own documents carry beside what they print; a document of others has none.
    pub(crate) fn unprinted(
        &mut self,
        links: &[Relationship],
    ) -> Result<Option<String>, ReadError> {
        for link in links {
            if link.kind != "customXml" {
                continue;
            }
            let text = self.text(&link.target)?.unwrap_or_default();
            let mut xml = Xml::new(&link.target, &text);
            // Data of other programs may be damaged or of any kind, and does not matter.
            while let Ok(Some(node)) = xml.next() {
                match node {
                    Node::Start(element) if element.name() == unprinted::NAME => {
                        return Ok(xml.text(&[]).ok());
                    }
                    Node::Start(_) => break,
                    Node::Text(_) | Node::End => {}
                }
            }
        }
        Ok(None)
    }
}

fn damaged(part: &str, reason: impl std::fmt::Display) -> ReadError {
    ReadError::Damaged {
        part: part.to_owned(),
        reason: reason.to_string(),
    }
}

fn folded(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

/// A target as seen from the root of the archive.
pub(crate) fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// XML is UTF-8, or UTF-16 where it begins with a byte order mark.
fn decoded(bytes: Vec<u8>) -> String {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].as_chunks().0.iter().map(|pair| unit(*pair));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match bytes[..] {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        _ => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}
