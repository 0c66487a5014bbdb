//! The containers that are known: what each is called, how its bytes are told, and what reads it.
//!
//! Bytes count before names. A container declares itself in its own file; to be known it takes a line here.

mod bytes;
mod csv;
mod doc;
mod mht;
pub(crate) mod number_format;
pub(crate) mod odf;
mod ofd;
mod ole;
mod refused;
mod rows;
mod rtf;
mod sample;
pub(crate) mod xls;
mod zip;

use nianbao_core::saved::Opened;

use super::budget::Budget;
use super::page::Page;
use super::{ReadError, Reading, docx, html, json, pdf, text, xlsx};
pub(crate) use sample::{Sample, contains};
pub use zip::{NamedFile, unpacked};

/// A container that is read.
pub(crate) struct Container {
    /// What people call it.
    pub(crate) kind: FileKind,
    /// Whether a file is one; asked in the order of [`CONTAINERS`].
    pub(crate) is: fn(&Sample) -> bool,
    /// Reads a whole file, within what that may cost.
    pub(crate) read: fn(&[u8], &mut Budget) -> Result<Content, ReadError>,
}

/// What a container holds.
pub(crate) enum Content {
    /// A document, in which a report is looked for.
    Page(Page),
    /// A report that was saved here.
    Saved(Box<Opened>),
    /// A report that says of each figure which it is.
    Reading(Box<Reading>),
}

/// A kind of file as people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileKind {
    /// Its Chinese name.
    pub name: &'static str,
    /// How names of such files end, without the dot, the usual ending first.
    pub endings: &'static [&'static str],
}

/// Every container that is read, in the order in which bytes are tried and people are told.
const CONTAINERS: [Container; 15] = [
    common(docx::CONTAINER),
    rarer(doc::CONTAINER),
    common(xlsx::CONTAINER),
    rarer(xls::CONTAINER),
    common(pdf::CONTAINER),
    rarer(ofd::CONTAINER),
    rarer(rtf::CONTAINER),
    rarer(odf::TEXT),
    rarer(odf::SHEETS),
    rarer(mht::CONTAINER),
    html::CONTAINER,
    csv::CONTAINER,
    json::CONTAINER,
    text::CONTAINER,
    zip::CONTAINER,
];

/// A container whose reader is here with the feature `common` alone.
const fn common(container: Container) -> Container {
    here_with(cfg!(feature = "common"), container)
}

/// A container whose reader is here with the feature `rarer` alone.
const fn rarer(container: Container) -> Container {
    here_with(cfg!(feature = "rarer"), container)
}

/// The container with its reader, or one that is known all the same and says that its reader is elsewhere.
const fn here_with(is_here: bool, container: Container) -> Container {
    match is_here {
        true => container,
        false => Container {
            read: |_, _| Err(ReadError::Elsewhere),
            ..container
        },
    }
}

/// Every kind of file that is opened.
///
/// A list by itself, so that a program can show it without the readers.
pub static READABLE: [FileKind; CONTAINERS.len()] = {
    let mut kinds = [CONTAINERS[0].kind; CONTAINERS.len()];
    let mut place = 0;
    while place < kinds.len() {
        kinds[place] = CONTAINERS[place].kind;
        place += 1;
    }
    kinds
};

/// The endings of all files that are opened, as a file dialog takes them: `.docx,.xlsx`.
pub fn accepted() -> String {
    endings().collect::<Vec<_>>().join(",")
}

/// What is opened, in a phrase: `Word 文档（.docx）、网页（.html、.htm）`.
pub fn readable_in_words() -> String {
    let kinds = READABLE.iter().map(FileKind::in_words);
    kinds.collect::<Vec<_>>().join("、")
}

fn endings() -> impl Iterator<Item = String> {
    let endings = READABLE.iter().flat_map(|kind| kind.endings);
    endings.map(|ending| format!(".{ending}"))
}

impl FileKind {
    /// Name and endings: `网页（.html、.htm）`.
    pub fn in_words(&self) -> String {
        let endings: Vec<_> = self.endings.iter().map(|end| format!(".{end}")).collect();
        format!("{}（{}）", self.name, endings.join("、"))
    }

    fn has(&self, ending: &str) -> bool {
        self.endings
            .iter()
            .any(|own| own.eq_ignore_ascii_case(ending))
    }
}

/// Reads a file, whatever it is, and says where its name claims something else.
pub(crate) fn read(
    name: &str,
    bytes: &[u8],
    budget: &mut Budget,
) -> Result<(Content, Option<String>), ReadError> {
    let container = container(name, bytes)?;
    let content = (container.read)(bytes, budget)?;
    Ok((content, misnamed(name, &container.kind)))
}

/// The container of these bytes.
pub(crate) fn container(name: &str, bytes: &[u8]) -> Result<Container, ReadError> {
    let sample = Sample::new(name, bytes)?;
    if let Some(error) = refused::reason(&sample) {
        return Err(error);
    }
    let found = CONTAINERS.into_iter().find(|known| (known.is)(&sample));
    found.ok_or(match sample.is_ole() {
        true => ReadError::OldOffice,
        false => ReadError::Unsupported("这种二进制"),
    })
}

/// What to say of a file whose name has the ending of another kind of file.
fn misnamed(name: &str, kind: &FileKind) -> Option<String> {
    let ending = sample::ending(name)?;
    let claimed = READABLE.iter().find(|known| known.has(ending))?;
    (!kind.has(ending)).then(|| {
        format!(
            "文件名以 .{ending} 结尾，应是{}，内容却是{}；已按内容读取。",
            claimed.name, kind.name
        )
    })
}

#[cfg(test)]
mod tests;
