//! Wordings as they are compared: without spacing, width, punctuation, quotation marks and ordinals.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::super::raised::is_raised;

/// How a wording found agrees with one of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The official wording.
    Official,
    /// A wording known from published reports, or one with a remark in brackets.
    Variant,
    /// Nearly the official wording.
    Similar,
}

/// The number at the head of a heading or label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ordinal {
    pub(super) style: Style,
    pub(super) number: usize,
}

/// How an ordinal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// 1. and ①
    Arabic,
    /// （1）
    ArabicInBrackets,
}

/// A text in its compatibility form and without white space: full-width forms, Kangxi radicals, ㈠ and the like are folded.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    // These need no look into the tables: Chinese, ASCII, the usual punctuation.
    let is_plain =
        |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '!'..='~' | '、'..='〕' | '‘'..='”');
    let others = text.char_indices().filter(|(_, c)| !is_plain(*c));
    let mut others = others.peekable();
    if others.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    let mut end = 0;
    for (start, c) in others {
        folded.push_str(&text[end..start]);
        end = start + c.len_utf8();
        match c {
            '！'..='～' => folded.extend(char::from_u32(u32::from(c) - 0xFEE0)),
            c if c.is_whitespace() || is_invisible(c) || is_raised(c) => {}
            c => folded.extend(std::iter::once(c).nfkc().filter(|c| !c.is_whitespace())),
        }
    }
    folded.push_str(&text[end..]);
    Cow::Owned(folded)
}

/// Characters that take no room, which sites and word processors scatter.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// What is compared: a folded text without its ordinal and punctuation.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    // Most wordings are nothing but words.
    let is_word = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    if !text.starts_with(|c| chinese_digit(c).is_some()) && text.chars().all(is_word) {
        return Cow::Borrowed(text);
    }
    match folded(text) {
        Cow::Borrowed(folded) => stripped(split_ordinal(folded).1),
        Cow::Owned(folded) => Cow::Owned(stripped(split_ordinal(&folded).1).into_owned()),
    }
}

/// The same without what stands in brackets, if anything does.
pub(super) fn bare_without_brackets(text: &str) -> Option<String> {
    let is_open = |c| matches!(c, '(' | '（' | '[' | '［' | '【' | '〔');
    if !text.contains(is_open) {
        return None;
    }
    let text = folded(text);
    let rest = split_ordinal(&text).1;
    let is_bracket = |c| matches!(c, '(' | '[' | '【' | '〔' | ')' | ']' | '】' | '〕');
    if !rest.contains(is_bracket) {
        return None;
    }
    let mut depth = 0_usize;
    let mut outside = String::new();
    for c in rest.chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    (outside.len() < rest.len() && !outside.is_empty()).then(|| stripped(&outside).into_owned())
}

/// A folded text without punctuation.
pub(super) fn stripped(folded: &str) -> Cow<'_, str> {
    // Most characters are Chinese, which need no look into the tables.
    let is_word = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphanumeric();
    if folded.chars().all(is_word) {
        return Cow::Borrowed(folded);
    }
    let mut stripped = String::with_capacity(folded.len());
    stripped.extend(folded.split(|c| !is_word(c)));
    Cow::Owned(stripped)
}

/// Splits the ordinal off a folded text.
pub(super) fn split_ordinal(folded: &str) -> (Option<Ordinal>, &str) {
    let (in_brackets, inner) = match folded.strip_prefix('(') {
        Some(inner) => (true, inner),
        None => (false, folded),
    };
    let is_arabic = inner.starts_with(|c: char| c.is_ascii_digit());
    let end = inner
        .find(|c: char| match is_arabic {
            true => !c.is_ascii_digit(),
            false => chinese_digit(c).is_none(),
        })
        .unwrap_or(inner.len());
    let (digits, rest) = inner.split_at(end);
    let number = match is_arabic {
        true if digits.len() <= 2 => digits.parse().ok(),
        true => None,
        false => chinese_number(digits),
    };
    let Some(number) = number else {
        return (None, folded);
    };
    let (style, delimiters): (_, &[char]) = match (in_brackets, is_arabic) {
        (true, true) => (Style::ArabicInBrackets, &[')']),
        (true, false) => (Style::ChineseInBrackets, &[')']),
        (false, true) => (Style::Arabic, &['.', '、', ',', ')', '．']),
        (false, false) => (Style::Chinese, &['、', '.', ',', '，', ':', '．']),
    };
    let after = rest.strip_prefix(delimiters).or_else(|| {
        // ① folds to a bare digit.
        let is_circled =
            style == Style::Arabic && rest.starts_with(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        is_circled.then_some(rest)
    });
    match after {
        Some(rest) => (Some(Ordinal { style, number }), rest),
        None => (None, folded),
    }
}

/// A Chinese digit or 十 as a number.
pub(super) fn chinese_digit(c: char) -> Option<usize> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// A Chinese number below a hundred.
fn chinese_number(text: &str) -> Option<usize> {
    let digits: Vec<_> = text.chars().filter_map(chinese_digit).collect();
    match digits[..] {
        [digit] => Some(digit),
        [10, ones] => Some(10 + ones),
        [tens, 10] => Some(tens * 10),
        [tens, 10, ones] => Some(tens * 10 + ones),
        _ => None,
    }
}

/// Whether a character ends a heading that text follows on the same line.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '。' | '：' | ':' | '；')
}

/// Whether two texts are at least as alike as this.
pub(super) fn is_alike(a: &str, b: &str, needed: f64) -> bool {
    similarity(a, b, needed).is_some()
}

/// How alike two texts are, if at least as much as needed, from 0 (nothing in common) to 1 (the same):
/// the share of characters that need not be changed.
pub(super) fn similarity(a: &str, b: &str, needed: f64) -> Option<f64> {
    // What one text is longer than the other has to be changed in any case, which is cheaper to know.
    let (shorter, longer) = match (a.chars().count(), b.chars().count()) {
        (a, b) if a <= b => (a, b),
        (a, b) => (b, a),
    };
    if longer > 0 && 1.0 - (longer - shorter) as f64 / (longer as f64) < needed {
        return None;
    }
    Some(strsim::normalized_levenshtein(a, b)).filter(|alike| *alike >= needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_set_aside_in_every_spelling() {
        for text in [
            "（三）不予公开",
            "(三) 不予公开",
            "㈢不予公开",
            "三、不予公开",
            "3、不予公开",
            "３．不予公开",
            "（3）不予公开",
            "③不予公开",
            "不予公开",
        ] {
            assert_eq!(bare(text), "不予公开", "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_ordinal_stays() {
        assert_eq!(bare("三安全一稳定"), "三安全一稳定");
        assert_eq!(bare("2023年度"), "2023年度");
        assert_eq!(bare("第二十条第（一）项"), "第二十条第一项");
    }

    #[test]
    fn quotes_radicals_and_spaces_do_not_matter() {
        assert_eq!(
            bare("3.危及\"三安全⼀稳定\""),
            bare("3．危及“三安全一稳定”")
        );
        assert_eq!(bare("第二十条 第（一）项"), bare("第二十条第(一)项"));
    }

    #[test]
    fn brackets_can_be_left_out() {
        assert_eq!(
            bare_without_brackets("本年（2023）制发件数").as_deref(),
            Some("本年制发件数")
        );
        assert_eq!(bare_without_brackets("（一）规章"), None);
    }
}
