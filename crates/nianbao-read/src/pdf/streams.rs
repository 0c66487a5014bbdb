//! Unpacks the streams of a PDF, within what one document may cost.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys::DECODE_PARMS;
use hayro_syntax::object::{Array, Dict, Name, Stream};

use super::guard::UNKNOWN;
use super::packing::{self, Packing};
use crate::ReadError;
use crate::budget::Budget;

/// What it costs to look a stream up, in steps.
const LOOK_UP: usize = 20;

/// Streams unpacked before, since one may be named many times; by their number.
pub(super) struct Streams {
    file_len: usize,
    unpacked: BTreeMap<(u32, i32), Rc<[u8]>>,
}

impl Streams {
    /// None, of a file of this length.
    pub(super) fn new(file_len: usize) -> Streams {
        Streams {
            file_len,
            unpacked: BTreeMap::new(),
        }
    }

    /// The length of the file.
    pub(super) fn file_len(&self) -> usize {
        self.file_len
    }

    /// The data of a stream; nothing where it cannot be unpacked.
    pub(super) fn unpacked(
        &mut self,
        stream: &Stream,
        budget: &mut Budget,
    ) -> Result<Rc<[u8]>, ReadError> {
        budget.take_steps(LOOK_UP)?;
        budget.take_small_steps(stream.dict().data().len())?;
        let raw = stream.raw_data();
        // Where its length is not told, its end was looked for.
        budget.take_scan(raw.len())?;
        let id = stream.obj_id();
        let key = (id.obj_number, id.gen_number);
        if let Some(data) = self.unpacked.get(&key) {
            return Ok(data.clone());
        }
        let data: Rc<[u8]> = unpack(stream, &raw, budget.bytes_left())?.into();
        budget.take_bytes(data.len())?;
        self.unpacked.insert(key, data.clone());
        Ok(data)
    }
}

fn unpack<'a>(
    stream: &Stream<'a>,
    raw: &'a [u8],
    limit: usize,
) -> Result<Cow<'a, [u8]>, ReadError> {
    let dict = stream.dict();
    let is_known =
        !dict.contains_key([&[UNKNOWN], &b"ilter"[..]].concat()) && !dict.contains_key([UNKNOWN]);
    match &stream.filters()[..] {
        [] if is_known => Ok(Cow::Borrowed(raw)),
        [] => unpack_unknown(dict, raw, limit),
        [Filter::FlateDecode] if !dict.contains_key(DECODE_PARMS) => {
            Ok(Cow::Owned(packing::inflated(raw, limit)))
        }
        // What it holds was looked at before, and taken from the budget.
        _ => Ok(stream.decoded_data().unwrap_or_default()),
    }
}

/// Unpacks what was not to be unpacked before its time.
fn unpack_unknown<'a>(
    dict: &Dict<'a>,
    raw: &'a [u8],
    limit: usize,
) -> Result<Cow<'a, [u8]>, ReadError> {
    let names: Vec<_> = [[&[UNKNOWN], &b"ilter"[..]].concat(), vec![UNKNOWN]]
        .iter()
        .flat_map(|key| match dict.get::<Name>(key) {
            Some(name) => vec![name],
            None => {
                let list = dict.get::<Array>(key).unwrap_or_default();
                // One more than are unpacked.
                list.iter::<Name>().take(4).collect()
            }
        })
        .collect();
    match Packing::of_names(names.iter().map(|name| &**name)) {
        Some(Packing::Plain) => Ok(Cow::Borrowed(raw)),
        Some(Packing::Deflated(texts)) => {
            let packed = packing::without_texts(raw, &texts).unwrap_or_default();
            Ok(Cow::Owned(packing::inflated(&packed, limit)))
        }
        _ => Err(ReadError::TooLarge),
    }
}
