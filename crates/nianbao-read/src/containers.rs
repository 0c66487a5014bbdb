//! The containers that are known: bytes count before names.
//!
//! A container declares itself in its own file; to be known it takes a line here and one in `kinds.rs`.

mod bytes;
mod csv;
mod doc;
mod mht;
pub(crate) mod number_format;
pub(crate) mod odf;
mod ofd;
mod refused;
mod rows;
mod rtf;
pub(crate) mod xls;
mod zip;

use crate::ReadError;
use crate::budget::Budget;
use crate::container::{Container, Content, Sample, ending};
use crate::kinds::{FileKind, READABLE};
use crate::{docx, html, json, pdf, text, xlsx};
pub use zip::{NamedFile, unpacked};

/// Every container that is read, in the order of [`READABLE`].
const CONTAINERS: [Container; READABLE.len()] = [
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
    let ending = ending(name)?;
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
