//! The compound files of old office programs: streams by name.
//!
//! Only those right under the root are the document's own; an embedded document has some of the same names.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::ReadError;
use crate::budget::Budget;

/// A compound file whose streams are taken one at a time.
pub(crate) struct Ole<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

impl<'a> Ole<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Ole<'a>, ReadError> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let streams = file.read_root_storage().filter(cfb::Entry::is_stream);
        let names = streams.map(|entry| entry.name().to_owned()).collect();
        Ok(Ole { file, names })
    }

    /// The names of its streams.
    pub(crate) fn into_names(self) -> Vec<String> {
        self.names
    }

    /// Whether there is a stream of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
    }

    /// A stream; empty where there is none of this name.
    pub(crate) fn stream(&mut self, name: &str, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
        if !self.has(name) {
            return Ok(Vec::new());
        }
        let stream = self
            .file
            .open_stream(name)
            .map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        // What its directory says of its length may be a lie.
        let limit = budget.bytes_left() as u64;
        let read = stream.take(limit + 1).read_to_end(&mut bytes);
        budget.take_bytes(bytes.len())?;
        // A file that was cut off still has its beginning.
        match read {
            Err(error) if bytes.is_empty() => Err(damaged(&error)),
            _ => Ok(bytes),
        }
    }
}

fn damaged(error: &std::io::Error) -> ReadError {
    ReadError::Damaged {
        part: "OLE".to_owned(),
        reason: error.to_string(),
    }
}
