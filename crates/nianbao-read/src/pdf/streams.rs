//! Unpacks the streams of a PDF, within what one document may cost.

use std::collections::BTreeMap;
use std::io::Read;
use std::rc::Rc;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use hayro_syntax::object::dict::keys::DECODE_PARMS;

use crate::ReadError;
use crate::limits::{MAX_PDF_GLYPHS, MAX_PDF_STEPS, MAX_UNPACKED_BYTES};

/// Streams packed in rare ways cannot be unpacked bit by bit; so large they still expand to some 64 MB at most.
pub(crate) const MAX_RARELY_PACKED: usize = 64 << 10;

/// How many comparisons cost as much as one drawing instruction.
const SMALL_STEPS: usize = 16;

/// What one document may still cost.
pub(crate) struct Budget {
    steps: usize,
    glyphs: usize,
    bytes: u64,
    /// Streams unpacked before, since one may be drawn many times; by the place of their data in the file.
    unpacked: BTreeMap<(u32, i32), Rc<[u8]>>,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            steps: MAX_PDF_STEPS,
            glyphs: MAX_PDF_GLYPHS,
            bytes: MAX_UNPACKED_BYTES,
            unpacked: BTreeMap::new(),
        }
    }
}

impl Budget {
    pub(crate) fn take_steps(&mut self, n_steps: usize) -> Result<(), ReadError> {
        self.steps = self.steps.checked_sub(n_steps).ok_or(ReadError::TooLarge)?;
        Ok(())
    }

    /// Takes steps that are no more than a comparison or a byte.
    pub(crate) fn take_small_steps(&mut self, n_steps: usize) -> Result<(), ReadError> {
        self.take_steps(n_steps / SMALL_STEPS)
    }

    pub(crate) fn take_glyph(&mut self) -> Result<(), ReadError> {
        self.glyphs = self.glyphs.checked_sub(1).ok_or(ReadError::TooLarge)?;
        Ok(())
    }

    /// The data of a stream; nothing where it cannot be unpacked.
    pub(crate) fn unpacked(&mut self, stream: &Stream) -> Result<Rc<[u8]>, ReadError> {
        let id = stream.obj_id();
        let key = (id.obj_number, id.gen_number);
        if let Some(data) = self.unpacked.get(&key) {
            return Ok(data.clone());
        }
        let data: Rc<[u8]> = self.unpack(stream)?.into();
        let left = self.bytes.checked_sub(data.len() as u64);
        self.bytes = left.ok_or(ReadError::TooLarge)?;
        self.unpacked.insert(key, data.clone());
        Ok(data)
    }

    fn unpack(&self, stream: &Stream) -> Result<Vec<u8>, ReadError> {
        let raw = stream.raw_data();
        let is_plainly_deflated = matches!(&stream.filters()[..], [Filter::FlateDecode])
            && !stream.dict().contains_key(DECODE_PARMS);
        if !is_plainly_deflated {
            return match raw.len() <= MAX_RARELY_PACKED || stream.filters().is_empty() {
                true => Ok(stream.decoded_data().unwrap_or_default().into_owned()),
                false => Err(ReadError::TooLarge),
            };
        }
        let mut data = Vec::new();
        // What comes before damage is still good.
        let result = ZlibDecoder::new(&raw[..])
            .take(self.bytes + 1)
            .read_to_end(&mut data);
        if result.is_err() && data.is_empty() && raw.len() <= MAX_RARELY_PACKED {
            return Ok(stream.decoded_data().unwrap_or_default().into_owned());
        }
        Ok(data)
    }
}
