//! From the codes of a font to characters and their widths.

use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys::{
    BASE_ENCODING, DESCENDANT_FONTS, DIFFERENCES, DW, ENCODING, FIRST_CHAR, FONT_MATRIX, SUBTYPE,
    TO_UNICODE, W, WIDTHS,
};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use unicode_normalization::UnicodeNormalization;

use super::streams::Streams;
use crate::budget::Budget;
use crate::{ReadError, encoding};

/// Characters that one code may stand for; ligatures have three.
const MAX_CHARS: usize = 8;

/// What it costs to begin with a font, in steps; and the bytes of its table of characters that cost one.
const FONT_STEPS: usize = 100;
const MAP_BYTES: usize = 4;

/// Widths where a font does not say, in thousandths of its size.
const USUAL_WIDTH: f64 = 500.0;
const USUAL_WIDE_WIDTH: f64 = 1000.0;

/// How a font reads its codes.
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    /// First code to last code and width.
    widths: BTreeMap<u32, (u32, f64)>,
    usual_width: f64,
    /// Size of a unit of width.
    unit: f64,
    pub(super) is_vertical: bool,
}

/// How many bytes a code has, and which character it is where the font does not map it itself.
enum Codes {
    /// One byte.
    Simple(Box<[Option<char>; 256]>),
    /// Two bytes that number the font's glyphs.
    Glyphs,
    /// Two bytes, mapped to the font's glyphs by a table of the document.
    Mapped(Box<CMap>),
    /// UTF-16, as in `UniGB-UTF16-H`.
    Utf16,
    /// One or two bytes, as in `GBK-EUC-H`.
    Gbk,
}

/// One code shown.
pub(super) struct Shown {
    pub(super) chars: Vec<char>,
    /// In units of the font's size.
    pub(super) width: f64,
    /// Whether word spacing applies.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(
        dict: &Dict,
        streams: &mut Streams,
        budget: &mut Budget,
    ) -> Result<Font, ReadError> {
        budget.take_steps(FONT_STEPS)?;
        let to_unicode = match dict.get::<Stream>(TO_UNICODE) {
            Some(stream) => cmap(&stream, streams, budget)?,
            None => None,
        };
        let kind = dict.get::<Name>(SUBTYPE);
        let kind = kind.as_deref().unwrap_or_default();
        let mut font = Font {
            codes: Codes::Glyphs,
            to_unicode,
            widths: BTreeMap::new(),
            usual_width: USUAL_WIDTH,
            unit: 0.001,
            is_vertical: false,
        };
        if kind == b"Type0" {
            font.read_composite(dict, streams, budget)?;
        } else {
            font.codes = Codes::Simple(Box::new(simple_encoding(dict, budget)?));
            let first = dict.get::<u32>(FIRST_CHAR).unwrap_or(0);
            let widths = dict.get::<Array>(WIDTHS).unwrap_or_default();
            for (code, width) in (first..).zip(widths.iter::<f64>().take(256)) {
                font.widths.insert(code, (code, width));
            }
            if kind == b"Type3" {
                let matrix = dict.get::<[f64; 6]>(FONT_MATRIX);
                font.unit = matrix.map_or(0.001, |matrix| matrix[0].abs());
            }
        }
        Ok(font)
    }

    fn read_composite(
        &mut self,
        dict: &Dict,
        streams: &mut Streams,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        match dict.get::<Object>(ENCODING) {
            Some(Object::Name(name)) => {
                self.is_vertical = name.ends_with(b"-V");
                let name = name.as_str();
                if name.contains("UTF16") || name.contains("UCS2") {
                    self.codes = Codes::Utf16;
                } else if name.starts_with("GB") {
                    self.codes = Codes::Gbk;
                }
            }
            Some(Object::Stream(stream)) => {
                if let Some(map) = cmap(&stream, streams, budget)? {
                    self.codes = Codes::Mapped(Box::new(map));
                }
            }
            _ => {}
        }
        let descendants = dict.get::<Array>(DESCENDANT_FONTS).unwrap_or_default();
        let descendant = descendants.iter::<Dict>().next().unwrap_or_default();
        self.usual_width = descendant.get::<f64>(DW).unwrap_or(USUAL_WIDE_WIDTH);
        let widths = descendant.get::<Array>(W).unwrap_or_default();
        let mut first = None;
        let mut last = None;
        for part in widths.iter::<Object>() {
            budget.take_steps(1)?;
            match (part, first, last) {
                (Object::Number(code), None, _) => first = Some(code.as_i64() as u32),
                (Object::Number(code), Some(_), None) => last = Some(code.as_i64() as u32),
                (Object::Number(width), Some(code), Some(end)) => {
                    self.widths.insert(code, (end, width.as_f64()));
                    (first, last) = (None, None);
                }
                (Object::Array(list), Some(code), None) => {
                    for (code, width) in (code..).zip(list.iter::<f64>()) {
                        budget.take_steps(1)?;
                        self.widths.insert(code, (code, width));
                    }
                    first = None;
                }
                _ => (first, last) = (None, None),
            }
        }
        Ok(())
    }

    /// The next code, taken off the bytes.
    pub(super) fn next(&self, bytes: &mut &[u8]) -> Option<Shown> {
        let (first, after_first) = bytes.split_first()?;
        let second = after_first.first().copied();
        let n_bytes = match &self.codes {
            Codes::Simple(_) => 1,
            Codes::Gbk if *first < 0x81 => 1,
            Codes::Glyphs | Codes::Mapped(_) | Codes::Gbk => 2,
            Codes::Utf16 if (0xD8..0xDC).contains(first) => 4,
            Codes::Utf16 => 2,
        };
        let (taken, rest) = bytes.split_at(n_bytes.min(bytes.len()));
        *bytes = rest;
        let code = taken
            .iter()
            .fold(0, |code, byte| code << 8 | u32::from(*byte));
        let chars = self.chars(code, taken);
        let glyph = match &self.codes {
            Codes::Simple(_) | Codes::Glyphs => code,
            Codes::Mapped(map) => map.lookup_cid_code(code, 2).unwrap_or(0),
            // The places of the half-width and the proportional ASCII characters in Adobe-GB1.
            Codes::Gbk if second.is_none() || n_bytes == 1 => code.wrapping_sub(0x20) + 814,
            Codes::Utf16 if code < 0x7F => code.wrapping_sub(0x1F),
            Codes::Gbk | Codes::Utf16 => u32::MAX,
        };
        Some(Shown {
            width: self.width(glyph) * self.unit,
            is_space: n_bytes == 1 && code == 0x20,
            chars: chars.into_iter().take(MAX_CHARS).map(unified).collect(),
        })
    }

    fn chars(&self, code: u32, bytes: &[u8]) -> Vec<char> {
        let mapped = self
            .to_unicode
            .as_ref()
            .and_then(|map| map.lookup_bf_string(code));
        let mapped: Vec<char> = match mapped {
            Some(BfString::Char(c)) => vec![c],
            Some(BfString::String(text)) => text.chars().collect(),
            None => Vec::new(),
        };
        if !mapped.is_empty() && mapped != ['\0'] {
            return mapped;
        }
        let unknown = vec![char::REPLACEMENT_CHARACTER];
        match &self.codes {
            Codes::Simple(chars) => {
                let c = chars.get(code as usize).copied().flatten();
                c.map_or(unknown, |c| vec![c])
            }
            Codes::Glyphs | Codes::Mapped(_) => unknown,
            Codes::Utf16 => {
                let units = bytes
                    .as_chunks()
                    .0
                    .iter()
                    .map(|pair| u16::from_be_bytes(*pair));
                char::decode_utf16(units)
                    .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                    .collect()
            }
            Codes::Gbk => encoding::decode("gbk", bytes)
                .unwrap_or_default()
                .chars()
                .collect(),
        }
    }

    fn width(&self, glyph: u32) -> f64 {
        let range = self.widths.range(..=glyph).next_back();
        let width = range.filter(|(_, (last, _))| glyph <= *last);
        width.map_or(self.usual_width, |(_, (_, width))| *width)
    }
}

fn cmap(
    stream: &Stream,
    streams: &mut Streams,
    budget: &mut Budget,
) -> Result<Option<CMap>, ReadError> {
    let data = streams.unpacked(stream, budget)?;
    budget.take_steps(data.len() / MAP_BYTES)?;
    Ok(CMap::parse(&data, |_| None))
}

/// The character that a radical looks like: fonts draw ⽇ and 日 alike, and a PDF may name the wrong one.
fn unified(c: char) -> char {
    if !('\u{2E80}'..='\u{2FD5}').contains(&c) {
        return c;
    }
    match RADICALS.iter().find(|(radical, _)| *radical == c) {
        Some((_, unified)) => *unified,
        None => std::iter::once(c).nfkc().next().unwrap_or(c),
    }
}

/// The radicals that are characters of today, where Unicode knows no such character or only one of old.
#[rustfmt::skip]
const RADICALS: [(char, char); 33] = [
    ('⼾', '户'), ('⺟', '母'), ('⺠', '民'), ('⺎', '兀'), ('⺒', '巳'), ('⺓', '幺'), ('⺝', '月'), ('⺪', '疋'), ('⺬', '示'),
    ('⻁', '虎'), ('⻄', '西'), ('⻅', '见'), ('⻆', '角'), ('⻉', '贝'), ('⻋', '车'), ('⻓', '长'), ('⻔', '门'),
    ('⻘', '青'), ('⻙', '韦'), ('⻚', '页'), ('⻛', '风'), ('⻜', '飞'), ('⻝', '食'), ('⻢', '马'), ('⻣', '骨'),
    ('⻤', '鬼'), ('⻥', '鱼'), ('⻦', '鸟'), ('⻨', '麦'), ('⻩', '黄'), ('⻬', '齐'), ('⻮', '齿'), ('⻰', '龙'),
];

/// The characters of one-byte codes: the font's own names for them, or else those of Windows.
fn simple_encoding(dict: &Dict, budget: &mut Budget) -> Result<[Option<char>; 256], ReadError> {
    let mut chars = [None; 256];
    let encoding = dict.get::<Object>(ENCODING);
    let is_named = match &encoding {
        Some(Object::Dict(encoding)) => encoding.contains_key(BASE_ENCODING),
        Some(_) => true,
        None => false,
    };
    // A font drawn by the document has no characters but those it names.
    let is_drawn = dict
        .get::<Name>(SUBTYPE)
        .is_some_and(|kind| &*kind == b"Type3");
    if is_named || !is_drawn {
        for (code, c) in (0x20..).zip((' '..='~').chain([' ']).chain(WINDOWS.chars())) {
            chars[code] = Some(c);
        }
        for (code, c) in (0xA0..=0xFF).zip('\u{A0}'..='\u{FF}') {
            chars[code] = Some(c);
        }
    }
    if let Some(Object::Dict(encoding)) = &encoding {
        let differences = encoding.get::<Array>(DIFFERENCES).unwrap_or_default();
        let mut code = 0;
        for part in differences.iter::<Object>() {
            budget.take_steps(1)?;
            match part {
                Object::Number(first) => code = first.as_i64().clamp(0, 256) as usize,
                Object::Name(name) => {
                    if let Some(place) = chars.get_mut(code) {
                        *place = named(name.as_str());
                    }
                    code += 1;
                }
                _ => {}
            }
        }
    }
    Ok(chars)
}

/// Codes 0x80 to 0x9F of Windows-1252.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Names of the ASCII characters that are not letters, in order from the space.
const NAMES: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft \
    parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine \
    colon semicolon less equal greater question at";

/// The character of a glyph name.
fn named(name: &str) -> Option<char> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(c);
    }
    if let Some((_, c)) = NAMES
        .split_whitespace()
        .zip(' '..)
        .find(|(known, _)| *known == name)
    {
        return Some(c);
    }
    let digits = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))?;
    char::from_u32(u32::from_str_radix(digits.get(..4.max(digits.len().min(6)))?, 16).ok()?)
}
