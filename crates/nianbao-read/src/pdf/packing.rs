//! How the data of a stream is packed, as far as that is unpacked at all, and within what limit.

use flate2::{Decompress, FlushDecompress, Status};

use super::syntax::is_regular;

/// What is unpacked in one go.
const CHUNK: usize = 1 << 15;

/// Data written as text, which is longer than what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Hex,
    Base85,
}

/// How a stream is packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    /// Deflated once, and then perhaps written as text.
    Deflated(Vec<Text>),
    Lzw,
    RunLength,
}

impl Packing {
    /// The packing of these names, outermost first; none where it is packed more than once or in another way.
    pub(super) fn of_names<'n>(names: impl Iterator<Item = &'n [u8]>) -> Option<Packing> {
        let mut texts = Vec::new();
        let mut packing = Packing::Plain;
        for name in names {
            packing = match (name, packing) {
                (b"ASCIIHexDecode" | b"AHx", Packing::Plain) if texts.len() < 2 => {
                    texts.push(Text::Hex);
                    Packing::Plain
                }
                (b"ASCII85Decode" | b"A85", Packing::Plain) if texts.len() < 2 => {
                    texts.push(Text::Base85);
                    Packing::Plain
                }
                (b"FlateDecode" | b"Fl", Packing::Plain) => {
                    Packing::Deflated(std::mem::take(&mut texts))
                }
                (b"LZWDecode" | b"LZW", Packing::Plain) if texts.is_empty() => Packing::Lzw,
                (b"RunLengthDecode" | b"RL", Packing::Plain) if texts.is_empty() => {
                    Packing::RunLength
                }
                _ => return None,
            };
        }
        texts.is_empty().then_some(packing)
    }
}

/// The packing that a dictionary of a stream names; none where that is left in any doubt.
pub(super) fn of_dict(dict: &[u8]) -> Option<Packing> {
    let names = |from: usize| {
        let rest = &dict[from..];
        &rest[..rest.iter().take_while(|byte| is_regular(**byte)).count()]
    };
    let mut keys = memchr::memchr_iter(b'/', dict)
        .map(|slash| (slash + 1, names(slash + 1)))
        .filter(|(_, name)| matches!(*name, b"Filter" | b"F") || name.contains(&b'#'));
    let Some((at, b"Filter")) = keys.next() else {
        // Without any such key it is not packed; with another one it is left to doubt.
        return memchr::memchr_iter(b'/', dict)
            .all(|slash| {
                let name = names(slash + 1);
                name != b"F" && !name.contains(&b'#')
            })
            .then_some(Packing::Plain);
    };
    if keys.next().is_some() {
        return None;
    }
    let value = dict[at + b"Filter".len()..].trim_ascii_start();
    let (list, is_list) = match value.strip_prefix(b"[") {
        Some(list) => (&list[..memchr::memchr(b']', list)?], true),
        None => (value, false),
    };
    let mut rest = list.trim_ascii();
    let mut found = Vec::new();
    while let Some(after) = rest.strip_prefix(b"/") {
        let n = after.iter().take_while(|byte| is_regular(**byte)).count();
        found.push(&after[..n]);
        rest = after[n..].trim_ascii_start();
        if !is_list {
            rest = &[];
        }
    }
    match rest.is_empty() && !found.is_empty() {
        true => Packing::of_names(found.into_iter()),
        false => None,
    }
}

/// What data written as text stands for; none where it breaks a rule, which readers take differently.
pub(super) fn without_texts(data: &[u8], texts: &[Text]) -> Option<Vec<u8>> {
    let mut data = data.to_vec();
    for text in texts {
        data = match text {
            Text::Hex => without_hex(&data)?,
            Text::Base85 => without_base85(&data)?,
        };
    }
    Some(data)
}

fn without_hex(text: &[u8]) -> Option<Vec<u8>> {
    let end = memchr::memchr(b'>', text)?;
    let digits = text[..end]
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace());
    let digits: Option<Vec<_>> = digits
        .map(|digit| char::from(*digit).to_digit(16))
        .collect();
    let pairs = digits?;
    let (pairs, rest) = pairs.as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[high, low]| u8::try_from(high * 16 + low).ok());
    rest.is_empty().then(|| bytes.collect())?
}

fn without_base85(text: &[u8]) -> Option<Vec<u8>> {
    let end = memchr::memmem::find(text, b"~>")?;
    let mut bytes = Vec::with_capacity(end);
    let mut group = Vec::with_capacity(5);
    for &c in text[..end]
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
    {
        match c {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(c - b'!'),
            _ => return None,
        }
        if group.len() == 5 {
            bytes.extend(number(&group)?.to_be_bytes());
            group.clear();
        }
    }
    if !group.is_empty() {
        let n_bytes = group.len() - 1;
        group.resize(5, 84);
        bytes.extend(&number(&group)?.to_be_bytes()[..n_bytes]);
    }
    Some(bytes)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |n, digit| {
        n.checked_mul(85)?.checked_add((*digit).into())
    })
}

/// What unpacking deflated data for trial came to.
pub(super) struct Trial {
    /// Bytes unpacked, which are more than the limit where the data holds no end.
    pub(super) n_bytes: usize,
    /// Whether the data is without damage.
    pub(super) is_sound: bool,
}

/// Unpacks deflated data and keeps nothing of it.
pub(super) fn inflated_len(data: &[u8], limit: usize) -> Trial {
    let Some(packed) = without_header(data) else {
        return Trial {
            n_bytes: 0,
            is_sound: false,
        };
    };
    let mut inflate = Decompress::new(false);
    let mut chunk = vec![0; CHUNK];
    loop {
        let (n_in, n_out) = (inflate.total_in(), inflate.total_out());
        let rest = &packed[usize::try_from(n_in).unwrap_or(packed.len())..];
        let status = inflate.decompress(rest, &mut chunk, FlushDecompress::None);
        let n_bytes = usize::try_from(inflate.total_out()).unwrap_or(usize::MAX);
        let stands = (n_in, n_out) == (inflate.total_in(), inflate.total_out());
        let is_sound = match status {
            Ok(Status::StreamEnd) => true,
            Ok(_) if n_bytes > limit => true,
            Ok(_) if !stands => continue,
            _ => false,
        };
        return Trial { n_bytes, is_sound };
    }
}

/// What deflated data holds before its end or any damage, up to one byte more than the limit.
pub(super) fn inflated(data: &[u8], limit: usize) -> Vec<u8> {
    let packed = without_header(data).unwrap_or(data);
    let mut inflate = Decompress::new(false);
    let mut unpacked = Vec::new();
    loop {
        let (n_in, n_out) = (inflate.total_in(), inflate.total_out());
        unpacked.reserve(CHUNK.max(packed.len()).min(limit + 1 - unpacked.len()));
        let rest = &packed[usize::try_from(n_in).unwrap_or(packed.len())..];
        let status = inflate.decompress_vec(rest, &mut unpacked, FlushDecompress::None);
        let stands = (n_in, n_out) == (inflate.total_in(), inflate.total_out());
        if stands || unpacked.len() > limit || !matches!(status, Ok(Status::Ok)) {
            unpacked.truncate(limit + 1);
            return unpacked;
        }
    }
}

/// Deflated data without the two bytes in front of it.
fn without_header(data: &[u8]) -> Option<&[u8]> {
    let [kind, check, rest @ ..] = data else {
        return None;
    };
    let is_header = kind & 0x0F == 8
        && (u16::from(*kind) << 8 | u16::from(*check)).is_multiple_of(31)
        && check & 0x20 == 0;
    is_header.then_some(rest)
}
