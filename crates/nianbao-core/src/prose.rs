//! What rules read in text: words, sentences, numbers and sums of money.

use crate::figure::Figure;
use crate::form::Unit;

/// Whether a text holds any of these words.
pub fn mentions(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Number of characters that are not white space.
pub fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The text without white space.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The sentences of a text, without their final marks.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', ';', '！', '？', '\n', '\r'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

/// A quotation of the text around a place, short enough for a finding.
pub fn quote(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut quote: String = text.trim().chars().take(LONGEST).collect();
    if quote.len() < text.trim().len() {
        quote.push('…');
    }
    format!("“{quote}”")
}

/// Whether a character is a digit, half-width or full-width.
pub fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Whether a character is a digit or a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    ) || is_digit(c)
}

/// The places where a number starts, in digits or in Chinese numerals.
pub fn number_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut is_inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let was_inside = std::mem::replace(&mut is_inside, is_numeral(c));
        (is_inside && !was_inside).then_some(at)
    })
}

/// The whole number at the start of a text, in digits or in Chinese numerals, and what follows it.
pub fn take_number(text: &str) -> Option<(i64, &str)> {
    let text = text.trim_start();
    let rest = text.trim_start_matches(is_digit);
    let digits = &text[..text.len() - rest.len()];
    if digits.is_empty() {
        return take_numeral(text);
    }
    Some((Figure::parse(digits, Unit::Count).number()?, rest))
}

/// The number in Chinese numerals at the start of a text: 二〇二五, 三十一, 一千二百.
fn take_numeral(text: &str) -> Option<(i64, &str)> {
    let (mut sum, mut digits, mut end) = (0, None, 0);
    for (at, c) in text.char_indices() {
        let digit = "〇一二三四五六七八九"
            .chars()
            .position(|numeral| numeral == c);
        let digit = digit.or(match c {
            '零' => Some(0),
            '两' => Some(2),
            _ => None,
        });
        let scale = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 1,
        };
        match digit {
            Some(digit) => digits = Some(digits.unwrap_or(0) * 10 + i64::try_from(digit).ok()?),
            None if scale > 1 => sum += digits.take().unwrap_or(1) * scale,
            None => break,
        }
        end = at + c.len_utf8();
        const LONGEST: usize = 30;
        if end > LONGEST {
            return None;
        }
    }
    (end > 0).then(|| (sum + digits.unwrap_or(0), &text[end..]))
}

/// A number with its unit, as texts state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// 件
    Cases(i64),
    /// 页
    Pages(i64),
    /// 元 or 万元, in fen.
    Fen(i64),
}

/// The exact quantities in a text, in its order.
///
/// Rates (100元/件, 每页10元), limits (10件以下) and round figures (约3件, 200余元) are left out.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut quantities = Vec::new();
    let mut rest = text;
    let mut before = "";
    while let Some(first) = rest.chars().next() {
        let Some((millionths, after)) = take_decimal(rest) else {
            rest = &rest[first.len_utf8()..];
            before = &text[..text.len() - rest.len()];
            continue;
        };
        if let Some((quantity, after)) = with_unit(millionths, after.trim_start())
            && ![
                "每", "每件", "每页", "约", "近", "超过", "第", "—", "-", "至",
            ]
            .iter()
            .any(|word| before.ends_with(word))
            && !["/", "／", "每", "以上", "以下", "以内", "左右", "（含"]
                .iter()
                .any(|word| after.starts_with(word))
        {
            quantities.push(quantity);
        }
        rest = after;
        before = &text[..text.len() - rest.len()];
    }
    quantities
}

/// A number with decimals or in Chinese numerals at the start of a text, in millionths.
fn take_decimal(text: &str) -> Option<(i64, &str)> {
    const MILLION: i64 = 1_000_000;
    let rest = text.trim_start_matches(|c| is_digit(c) || matches!(c, ',' | '.' | '．'));
    let digits = &text[..text.len() - rest.len()];
    if digits.is_empty() {
        return take_numeral(text).map(|(number, rest)| (number * MILLION, rest));
    }
    // 万元 have six decimals: their figures are read in millionths.
    Some((Figure::parse(digits, Unit::TenThousandYuan).number()?, rest))
}

/// The quantity that a number in millionths is with the unit at the start of a text, and what follows it.
fn with_unit(millionths: i64, text: &str) -> Option<(Quantity, &str)> {
    let whole = |one: i64| (millionths % one == 0).then_some(millionths / one);
    if let Some(rest) = text.strip_prefix("万元") {
        Some((Quantity::Fen(millionths), rest))
    } else if let Some(rest) = text.strip_prefix('元') {
        Some((Quantity::Fen(whole(10_000)?), rest))
    } else if let Some(rest) = text.strip_prefix('页') {
        Some((Quantity::Pages(whole(1_000_000)?), rest))
    } else {
        let rest = text.strip_prefix(['件', '宗', '笔', '次', '份', '起'])?;
        Some((Quantity::Cases(whole(1_000_000)?), rest))
    }
}

#[cfg(test)]
mod tests;
