//! Numbers as texts spell them: 128, １２８, 1,280, 1.28万, 一百二十八. Exact, without floating point.

use super::han::HanSet;

/// A number that a text states, exact to its sixth decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number in millionths.
    pub millionths: i64,
    /// What one unit of its last printed digit stands for, in millionths: 10 000 for 12.35.
    pub step: i64,
}

/// One, in millionths.
pub const ONE: i64 = 1_000_000;

impl Number {
    /// A whole number, printed to the last digit; none beyond what fits.
    pub fn of(whole: i64) -> Option<Number> {
        Some(Number {
            millionths: whole.checked_mul(ONE)?,
            step: ONE,
        })
    }

    /// The number, if it is a whole one.
    pub fn whole(self) -> Option<i64> {
        (self.millionths % ONE == 0).then_some(self.millionths / ONE)
    }

    /// The same number with all units so many times larger: 1.28 as 万.
    pub fn times(self, factor: i64) -> Option<Number> {
        Some(Number {
            millionths: self.millionths.checked_mul(factor)?,
            step: self.step.checked_mul(factor)?,
        })
    }

    /// Whether this number is what the exact one looks like in print, cut off or rounded at the last digit.
    ///
    /// A number printed in full is only itself: 12 stands for 12, 1.2万 for whatever rounds to it.
    pub fn stands_for(self, millionths: i64) -> bool {
        match self.step {
            ..=ONE => self.millionths == millionths,
            step => (self.millionths - millionths).abs() < step,
        }
    }
}

/// Whether a character is a digit, half-width or full-width.
pub fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Whether a character is a digit or a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    const NUMERALS: HanSet = HanSet::of("零一二三四五六七八九十");
    NUMERALS.has(c) || c == '〇' || is_digit(c)
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
    match text.len() - rest.len() {
        0 => take_numeral(text),
        length => Some((joined(&text[..length])?, rest)),
    }
}

/// The number at the start of a text with its decimals and its 万 or 亿, and what follows it.
pub fn take_exact(text: &str) -> Option<(Number, &str)> {
    if !text.starts_with(is_digit) {
        let (number, rest) = take_numeral(text)?;
        return Some((Number::of(number)?, rest));
    }
    let (whole, rest) = take_grouped(text)?;
    let (decimals, rest) = match rest.strip_prefix(['.', '．']) {
        Some(after) if after.starts_with(is_digit) => {
            let end = after.trim_start_matches(is_digit);
            (&after[..after.len() - end.len()], end)
        }
        _ => ("", rest),
    };
    const MOST_DECIMALS: usize = 6;
    let n_decimals = decimals.chars().count();
    if n_decimals > MOST_DECIMALS {
        return None;
    }
    let step = ONE / 10_i64.pow(u32::try_from(n_decimals).ok()?);
    let part = if n_decimals > 0 { joined(decimals)? } else { 0 };
    let number = Number {
        millionths: whole.checked_mul(ONE)?.checked_add(part * step)?,
        step,
    };
    let scale = SCALES
        .iter()
        .find_map(|(word, factor)| Some((*factor, rest.trim_start().strip_prefix(word)?)));
    match scale {
        Some((factor, rest)) => Some((number.times(factor)?, rest)),
        None => Some((number, rest)),
    }
}

const SCALES: [(&str, i64); 5] = [
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("万亿", 1_000_000_000_000),
    ("万", 10_000),
    ("亿", 100_000_000),
];

/// Digits with thousands separators where they belong.
fn take_grouped(text: &str) -> Option<(i64, &str)> {
    let mut rest = text.trim_start_matches(is_digit);
    let first = &text[..text.len() - rest.len()];
    let mut whole = joined(first)?;
    while first.chars().count() <= 3
        && let Some(after) = rest.strip_prefix([',', '，'])
    {
        let end = after.trim_start_matches(is_digit);
        let group = &after[..after.len() - end.len()];
        // A comma of the sentence has other digits behind it: 有101，27为企业.
        let is_group = group.chars().count() == 3 && rest.starts_with(',')
            || group.chars().count() == 3 && group.starts_with(|c: char| !c.is_ascii());
        if !is_group {
            break;
        }
        whole = whole.checked_mul(1000)?.checked_add(joined(group)?)?;
        rest = end;
    }
    Some((whole, rest))
}

/// The number that some digits are; none for more of them than fit.
fn joined(digits: &str) -> Option<i64> {
    let mut number = 0_i64;
    for c in digits.chars() {
        let zero = if c.is_ascii() { '0' } else { '０' };
        let digit = i64::from(u32::from(c) - u32::from(zero));
        number = number.checked_mul(10)?.checked_add(digit)?;
    }
    Some(number)
}

/// The digit that a numeral is.
fn digit_of(numeral: char) -> Option<i64> {
    Some(match numeral {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The number in Chinese numerals at the start of a text: 二〇二五, 三十一, 一千二百, 三万五千.
fn take_numeral(text: &str) -> Option<(i64, &str)> {
    const LONGEST: usize = 30;
    // What is above the last 万, what is below it, and the digits not yet given a place.
    let (mut large, mut small, mut digits) = (0_i64, 0_i64, None::<i64>);
    let (mut last_scale, mut end) = (1_i64, 0);
    for (at, c) in text.char_indices() {
        if let Some(digit) = digit_of(c) {
            if c == '零' || c == '〇' {
                last_scale = 1;
            }
            digits = Some(digits.unwrap_or(0) * 10 + digit);
        } else {
            let scale = match c {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                '万' if end > 0 => 10_000,
                '亿' if end > 0 => 100_000_000,
                _ => break,
            };
            // A scale alone is no number, but for 十.
            if digits.is_none() && scale != 10 && small == 0 {
                break;
            }
            if scale < 10_000 {
                small += digits.take().unwrap_or(1) * scale;
            } else {
                small += digits.take().unwrap_or(0);
                large = (large + small).checked_mul(scale)?;
                small = 0;
            }
            last_scale = scale;
        }
        end = at + c.len_utf8();
        if end > LONGEST {
            return None;
        }
    }
    // 一百二 is 120.
    let last = match last_scale {
        100.. => digits.map(|digit| {
            if digit < 10 {
                digit * last_scale / 10
            } else {
                digit
            }
        }),
        _ => digits,
    };
    (end > 0).then(|| (large + small + last.unwrap_or(0), &text[end..]))
}
