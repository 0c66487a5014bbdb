//! In which encoding the bytes of a text are: that of its font, or of the document.

use std::collections::BTreeMap;

use crate::encoding::decode;

/// Fonts of one document; real ones have some hundreds.
const MAX_FONTS: usize = 20_000;

/// The encodings of a document.
#[derive(Default)]
pub(super) struct Fonts {
    /// That of the document.
    own: Option<&'static str>,
    by_number: BTreeMap<i32, &'static str>,
}

/// The fonts of a text: one for Latin letters, one for Chinese ones.
#[derive(Clone, Copy, Default)]
pub(super) struct Chosen {
    pub(super) font: i32,
    pub(super) wide: Option<i32>,
}

impl Fonts {
    pub(super) fn set_code_page(&mut self, number: i32) {
        self.own = of_code_page(number);
    }

    pub(super) fn set_charset(&mut self, font: i32, charset: i32) {
        if let Some(name) = of_charset(charset).filter(|_| self.by_number.len() < MAX_FONTS) {
            self.by_number.insert(font, name);
        }
    }

    /// Bytes as text. What is no text in the encoding of its font may be one in Latin letters.
    pub(super) fn decoded(&self, bytes: &[u8], chosen: Chosen) -> String {
        if bytes.is_ascii() {
            return bytes.iter().map(|byte| char::from(*byte)).collect();
        }
        let of_font = self.by_number.get(&chosen.font).copied();
        let of_wide = chosen
            .wide
            .and_then(|font| self.by_number.get(&font).copied());
        let known = || [of_font, of_wide, self.own].into_iter().flatten();
        match known().find(|name| !name.starts_with(LATIN)) {
            Some(name) => mixed(name, bytes),
            None => {
                let name = known().next().unwrap_or("windows-1252");
                decode(name, bytes).unwrap_or_default()
            }
        }
    }
}

/// How the names of encodings begin in which each byte is a letter.
const LATIN: &str = "windows-12";

/// Bytes in an encoding of Chinese; those that are no characters in it are Latin letters.
fn mixed(name: &str, bytes: &[u8]) -> String {
    let sound = |bytes: &[u8]| {
        decode(name, bytes).filter(|text| !text.contains(char::REPLACEMENT_CHARACTER))
    };
    if let Some(text) = sound(bytes) {
        return text;
    }
    let mut text = String::new();
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        let pair = rest.get(..2).filter(|_| !first.is_ascii());
        match pair.and_then(sound) {
            Some(c) => {
                text += &c;
                rest = &rest[2..];
            }
            None => {
                text += &decode("windows-1252", &[*first]).unwrap_or_default();
                rest = after;
            }
        }
    }
    text
}

/// The encoding that fonts of a character set are in; none for those that say nothing.
fn of_charset(charset: i32) -> Option<&'static str> {
    Some(match charset {
        77 => "macintosh",
        128 => "shift_jis",
        129 => "euc-kr",
        134 => "gb18030",
        136 => "big5",
        161 => "windows-1253",
        162 => "windows-1254",
        204 => "windows-1251",
        238 => "windows-1250",
        _ => return None,
    })
}

fn of_code_page(number: i32) -> Option<&'static str> {
    Some(match number {
        936 | 54936 => "gb18030",
        950 => "big5",
        932 => "shift_jis",
        949 => "euc-kr",
        65001 => "utf-8",
        1250 => "windows-1250",
        1251 => "windows-1251",
        1252 => "windows-1252",
        _ => return None,
    })
}
