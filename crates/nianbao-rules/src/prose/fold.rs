//! What is left of a sentence when only its words count: told apart by a hash, since a report has thousands of them.

use super::{is_han, is_numeral};

/// A sentence without what does not count: two of them are the same if their sentences are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folded {
    hash: u64,
    /// How many characters count.
    pub length: usize,
}

impl Folded {
    const NOTHING: Folded = Folded {
        // FNV-1a, whose first number this is.
        hash: 0xcbf2_9ce4_8422_2325,
        length: 0,
    };

    fn with(self, c: char) -> Folded {
        const PRIME: u64 = 0x0100_0000_01b3;
        Folded {
            hash: (self.hash ^ u64::from(c)).wrapping_mul(PRIME),
            length: self.length + 1,
        }
    }
}

/// A sentence without white space.
pub fn folded(sentence: &str) -> Folded {
    let seen = sentence
        .chars()
        .filter(|c| is_han(*c) || !c.is_whitespace());
    seen.fold(Folded::NOTHING, Folded::with)
}

/// A sentence without years, punctuation and white space.
pub fn folded_without_years(sentence: &str) -> Folded {
    let mut folded = Folded::NOTHING;
    // The numerals on end, and what was there before them.
    let (mut n_numerals, mut before, mut is_over) = (0, folded, true);
    for c in sentence.chars() {
        if is_numeral(c) {
            if n_numerals == 0 || is_over {
                (n_numerals, before) = (0, folded);
            }
            n_numerals += 1;
            is_over = false;
            folded = folded.with(c);
            continue;
        }
        if !is_han(c) && c.is_whitespace() {
            is_over = true;
            continue;
        }
        if c == '年' && n_numerals == 4 {
            folded = before;
        } else if c != '年' && counts(c) {
            folded = folded.with(c);
        }
        n_numerals = 0;
    }
    folded
}

/// A sentence without numbers, punctuation, white space and these names: what two organs say alike.
pub fn folded_without_numbers(sentence: &str, names: &[&str]) -> Folded {
    let mut folded = Folded::NOTHING;
    let mut rest = sentence;
    while let Some(c) = rest.chars().next() {
        let name = names.iter().find(|name| rest.starts_with(**name));
        let skipped = name.map_or(c.len_utf8(), |name| name.len());
        if name.is_none() && !is_numeral(c) && counts(c) {
            folded = folded.with(c);
        }
        rest = &rest[skipped..];
    }
    folded
}

/// Whether a character is part of a word. Most are Han or usual marks, for which the general question is slow.
fn counts(c: char) -> bool {
    let is_mark = || {
        matches!(
            c,
            '，' | '。' | '、' | '：' | '；' | '（' | '）' | '“' | '”' | '《' | '》'
        )
    };
    is_han(c) || !is_mark() && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_does_not_count() {
        assert_eq!(folded("公开 信息\u{3000}42条"), folded("公开信息42条"));
        assert_ne!(folded("公开信息42条"), folded("公开信息24条"));
        assert_eq!(folded(" 公开，").length, 3);
    }

    #[test]
    fn numbers_and_names_do_not_count_between_two_organs() {
        let of = |sentence, name| folded_without_numbers(sentence, &[name]);
        assert_eq!(
            of("2025年，甲局公开信息42条", "甲局"),
            of("2024年乙局公开信息 七条", "乙局")
        );
        assert_ne!(of("甲局公开信息", "乙局"), of("公开信息", "乙局"));
    }

    #[test]
    fn a_year_does_not_count_and_any_other_number_does() {
        let same = |a: &str, b: &str| folded_without_years(a) == folded_without_years(b);
        assert!(same("2025年，公开信息", "２０２４ 年公开信息"));
        assert!(same("二〇二五年度公开", "2024年度公开"));
        assert!(!same("公开12025年报", "公开12024年报"));
        assert!(!same("公开2025件", "公开2024件"));
        assert!(!same("12 2025年", "13 2025年"));
        assert_eq!(folded_without_years("“2025年”：").length, 0);
    }
}
