//! Sets of Han characters, made when the program is compiled: asking one is as quick as looking at a bit.

/// A set of Han characters.
#[derive(Debug)]
pub struct HanSet([u64; N_HAN / 64]);

/// The first Chinese character of Unicode (U+4E00).
pub const FIRST_HAN: u32 = 0x4E00;
/// How many follow it, itself included.
pub const N_HAN: usize = 0x5200;

impl HanSet {
    /// The set of the characters of a text, which are all Han.
    pub const fn of(text: &str) -> HanSet {
        let bytes = text.as_bytes();
        let (mut set, mut at) = ([0; N_HAN / 64], 0);
        while at < bytes.len() {
            // Han characters have three bytes: 1110xxxx 10xxxxxx 10xxxxxx.
            let c = (bytes[at] as usize & 0xF) << 12
                | (bytes[at + 1] as usize & 0x3F) << 6
                | (bytes[at + 2] as usize & 0x3F);
            let offset = c - FIRST_HAN as usize;
            set[offset / 64] |= 1 << (offset % 64);
            at += 3;
        }
        HanSet(set)
    }

    /// Whether a character is among them.
    pub fn has(&self, c: char) -> bool {
        let offset = u32::from(c).wrapping_sub(FIRST_HAN) as usize;
        self.0
            .get(offset / 64)
            .is_some_and(|bits| bits >> (offset % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_characters_and_no_other() {
        const SET: HanSet = HanSet::of("一件鿿");
        for c in ['一', '件', '鿿'] {
            assert!(SET.has(c), "{c}");
        }
        for c in [
            '丁',
            '伶',
            '鿾',
            'a',
            '\0',
            '。',
            '〇',
            '\u{10FFFF}',
            '\u{A000}',
        ] {
            assert!(!SET.has(c), "{c}");
        }
    }
}
