//! Zips of files: as many files, by their names.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::budget::Budget;
use zip::result::ZipError;

use super::container;
use crate::ReadError;
use crate::container::{Container, Content};
use crate::decode::decoded;
use crate::json;
use crate::kinds;

/// How zips are known; documents that are packed as one come before.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::ZIP,
    is: |sample| sample.parts.is_some(),
    read: only_document,
};

/// Files of one zip, with those of the zips in it; a province has some three thousand organs.
const MAX_FILES: usize = 10_000;

/// All files of one zip, unpacked: what a browser still holds.
const MAX_BYTES: u64 = 400 << 20;

/// Zips within zips that are unpacked: the offices of a county, packed by the city.
const MAX_DEPTH: usize = 2;

/// A file out of a zip.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedFile {
    /// Its name, with the folders that it is in, `/` between them.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The files that a file stands for: those in a zip and in the zips in it; itself where it is none.
///
/// # Errors
/// [`ReadError`], if the zip is damaged or asks for a password, or more is in it than can be read.
pub fn unpacked(name: &str, bytes: Vec<u8>) -> Result<Vec<NamedFile>, ReadError> {
    let mut files = Vec::new();
    let file = NamedFile {
        name: name.to_owned(),
        bytes,
    };
    let mut bytes_left = MAX_BYTES;
    unpack(file, 0, &mut bytes_left, &mut files)?;
    Ok(files)
}

fn unpack(
    file: NamedFile,
    depth: usize,
    bytes_left: &mut u64,
    files: &mut Vec<NamedFile>,
) -> Result<(), ReadError> {
    let is_zip =
        container(&file.name, &file.bytes).is_ok_and(|container| container.kind == CONTAINER.kind);
    if !is_zip || depth >= MAX_DEPTH {
        files.push(file);
        return match files.len() > MAX_FILES {
            true => Err(ReadError::TooLarge),
            false => Ok(()),
        };
    }
    let damaged = |error: &dyn std::fmt::Display| ReadError::Damaged {
        part: "zip".to_owned(),
        reason: error.to_string(),
    };
    let mut zip = ZipArchive::new(Cursor::new(&file.bytes)).map_err(|error| damaged(&error))?;
    for entry in 0..zip.len() {
        let packed = zip.by_index(entry).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
            error => damaged(&error),
        })?;
        // Names are in the encoding of the system that packed them.
        let name = decoded(packed.name_raw()).replace('\\', "/");
        if packed.is_dir() || is_left_by_system(&name) {
            continue;
        }
        let mut bytes = Vec::new();
        let read = packed.take(*bytes_left + 1).read_to_end(&mut bytes);
        read.map_err(|error| damaged(&error))?;
        let left = bytes_left.checked_sub(bytes.len() as u64);
        *bytes_left = left.ok_or(ReadError::TooLarge)?;
        unpack(NamedFile { name, bytes }, depth + 1, bytes_left, files)?;
    }
    Ok(())
}

/// Files that systems and office programs leave in folders.
fn is_left_by_system(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/")
        || ["._", "~$", ".DS_Store", "Thumbs.db", "desktop.ini"]
            .iter()
            .any(|start| file.starts_with(start))
}

/// The one document in a zip, or the one draft among its documents.
fn only_document(bytes: &[u8], budget: &mut Budget) -> Result<Content, ReadError> {
    let files = unpacked("", bytes.to_vec())?;
    let known = files.iter().filter_map(|file| {
        let container = container(&file.name, &file.bytes).ok()?;
        (container.kind != CONTAINER.kind).then_some((file, container))
    });
    let documents: Vec<_> = known.collect();
    let is_draft = |container: &Container| container.kind == json::CONTAINER.kind;
    let mut drafts = documents
        .iter()
        .filter(|(_, container)| is_draft(container));
    let only = match (&documents[..], drafts.next(), drafts.next()) {
        ([only], ..) | (_, Some(only), None) => only,
        ([], ..) => return Err(ReadError::Unsupported("没有文档的 ZIP 压缩")),
        (several, ..) => return Err(ReadError::Several(several.len())),
    };
    let (file, container) = only;
    (container.read)(&file.bytes, budget)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::zipped;

    fn names(files: &[NamedFile]) -> Vec<&str> {
        files.iter().map(|file| &file.name[..]).collect()
    }

    #[test]
    fn a_zip_is_as_many_files_and_anything_else_is_itself() {
        let zip = zipped(&[
            ("县\\甲.txt", "甲"),
            ("__MACOSX/县/._甲.txt", "x"),
            ("县/~$乙.docx", "x"),
            ("乙.txt", "乙"),
        ]);
        let files = unpacked("全县.zip", zip).expect("files");
        assert_eq!(names(&files), ["县/甲.txt", "乙.txt"]);
        assert_eq!(files[0].bytes, "甲".as_bytes());
        let docx = zipped(&[("word/document.xml", "x")]);
        assert_eq!(
            names(&unpacked("丙.docx", docx).expect("a file")),
            ["丙.docx"]
        );
    }

    #[test]
    fn names_may_be_in_gbk() {
        let mut zip = zipped(&[("abcd.txt", "x")]);
        let (name, ..) = encoding_rs::GBK.encode("年报");
        for start in 0..zip.len() - 4 {
            if &zip[start..start + 4] == b"abcd" {
                zip[start..start + 4].copy_from_slice(&name);
            }
        }
        assert_eq!(names(&unpacked("a.zip", zip).expect("files")), ["年报.txt"]);
    }

    #[test]
    fn the_only_document_of_a_zip_is_read_and_several_are_not_chosen_from() {
        let one = zipped(&[
            (
                "年报.txt",
                "示例市信访局2025年政府信息公开工作年度报告\n一、总体情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
            ),
            ("印章.gif", "GIF89a"),
        ]);
        let reading = crate::read("年报.zip", &one).expect("a report");
        assert_eq!(reading.report.year, Some(2025));
        let two = zipped(&[("a.txt", "一、总体情况"), ("b.txt", "一、总体情况")]);
        assert_eq!(crate::read("年报.zip", &two), Err(ReadError::Several(2)));
    }
}
