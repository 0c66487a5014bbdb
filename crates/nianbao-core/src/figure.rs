//! One figure of a table: blank, a placeholder, a count, an amount, or text that is no figure.

use std::borrow::Cow;
use std::fmt;

use crate::form::Unit;

/// One figure, as the clerk gave it. Blank, 0 and “/” are three different answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// Nothing was filled in.
    #[default]
    Blank,
    /// “/”, “-”, “无” or the like, as typed.
    Placeholder(String),
    /// A whole number in 件 or 项; negative only where the unit is [`Unit::Change`].
    Count(i64),
    /// Money in 万元.
    Amount(Amount),
    /// Text that is no figure of the cell's unit, as typed.
    Unreadable(String),
}

/// Money, kept in fen and shown in 万元 with as many decimals as were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    fen: i64,
    decimals: u8,
}

/// Which of the possible answers stands in a cell, for files and tables that programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing stands there.
    Blank,
    /// “/” or the like.
    Placeholder,
    /// A number of 件 or 项.
    Count,
    /// An amount in 万元.
    Amount,
    /// Text that is no figure.
    Unreadable,
    /// The source has no such cell, or does not tell which figure is the cell's.
    Absent,
}

impl State {
    /// All states.
    pub const ALL: [State; 6] = [
        State::Blank,
        State::Placeholder,
        State::Count,
        State::Amount,
        State::Unreadable,
        State::Absent,
    ];

    /// The word used in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            State::Blank => "blank",
            State::Placeholder => "placeholder",
            State::Count => "count",
            State::Amount => "amount",
            State::Unreadable => "unreadable",
            State::Absent => "absent",
        }
    }
}

/// Fen in one 万元, and the number of decimals a 万元 can have.
const FEN_PER_TEN_THOUSAND_YUAN: i64 = 1_000_000;
const MAX_DECIMALS: usize = 6;

/// More digits than any organ of the country can need, few enough that no sum overflows.
const MAX_DIGITS: usize = 12;

/// What offices write where there is nothing to count.
const PLACEHOLDERS: &[&str] = &[
    "/", "／", "\\", "＼", "-", "－", "—", "——", "–", "―", "−", "无", "*", "N/A",
];

impl Amount {
    /// An amount of whole fen, shown with the decimals that it needs.
    pub fn of_fen(fen: i64) -> Amount {
        Amount { fen, decimals: 0 }
    }

    /// The amount in fen.
    pub fn fen(self) -> i64 {
        self.fen
    }
}

impl fmt::Display for Amount {
    /// The amount in 万元: `12`, `0.50`, `190.457379`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (
            self.fen / FEN_PER_TEN_THOUSAND_YUAN,
            self.fen % FEN_PER_TEN_THOUSAND_YUAN,
        );
        let digits = format!("{rest:06}");
        let n_digits = digits
            .trim_end_matches('0')
            .len()
            .max(usize::from(self.decimals));
        match n_digits {
            0 => write!(f, "{whole}"),
            n => write!(f, "{whole}.{}", &digits[..n]),
        }
    }
}

impl Figure {
    /// Reads what was typed or found in a cell of this unit.
    ///
    /// Full-width digits, thousands separators in their places and the unit's own name are understood.
    /// Whatever else there is stays as typed, as [`Figure::Unreadable`].
    pub fn parse(text: &str, unit: Unit) -> Figure {
        let typed = text.trim();
        if typed.is_empty() {
            return Figure::Blank;
        }
        if PLACEHOLDERS.contains(&typed) {
            return Figure::Placeholder(typed.to_owned());
        }
        if !typed.chars().all(may_be_in_number) {
            return Figure::Unreadable(typed.to_owned());
        }
        let plain: Cow<str> = match typed.is_ascii() {
            true => Cow::Borrowed(typed),
            false => typed.chars().map(half_width).collect(),
        };
        let figure = match unit {
            Unit::Count => {
                count(plain.trim_end_matches(['件', '项', '宗']).trim_end()).map(Figure::Count)
            }
            Unit::Change => change(&plain).map(Figure::Count),
            Unit::TenThousandYuan => {
                amount(plain.trim_end_matches("万元").trim_end()).map(Figure::Amount)
            }
        };
        figure.unwrap_or_else(|| Figure::Unreadable(typed.to_owned()))
    }

    /// The number in 件 or in fen, if there is one.
    pub fn number(&self) -> Option<i64> {
        match self {
            Figure::Count(count) => Some(*count),
            Figure::Amount(amount) => Some(amount.fen),
            Figure::Blank | Figure::Placeholder(_) | Figure::Unreadable(_) => None,
        }
    }

    /// Which kind of answer it is; of a figure alone it is never known that it is absent.
    pub fn state(&self) -> State {
        match self {
            Figure::Blank => State::Blank,
            Figure::Placeholder(_) => State::Placeholder,
            Figure::Count(_) => State::Count,
            Figure::Amount(_) => State::Amount,
            Figure::Unreadable(_) => State::Unreadable,
        }
    }

    /// Whether nothing was filled in.
    pub fn is_blank(&self) -> bool {
        *self == Figure::Blank
    }
}

impl fmt::Display for Figure {
    /// What stands in the cell, on the screen and in print; nothing for a blank.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Figure::Blank => Ok(()),
            Figure::Placeholder(text) | Figure::Unreadable(text) => f.write_str(text),
            Figure::Count(count) => write!(f, "{count}"),
            Figure::Amount(amount) => write!(f, "{amount}"),
        }
    }
}

/// The half-width form of a full-width digit, sign, separator or space.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '＋' => {
            char::from_u32(u32::from(c) - 0xFEE0).expect("full-width forms mirror ASCII")
        }
        '－' | '−' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        c => c,
    }
}

/// Whether a number can hold this character; most texts are told to be none by their first one.
fn may_be_in_number(c: char) -> bool {
    matches!(
        half_width(c),
        '0'..='9' | '.' | ',' | '+' | '-' | '件' | '项' | '宗' | '万' | '元'
    ) || c.is_whitespace()
}

/// Digits, with thousands separators only where they belong.
fn digits(text: &str) -> Option<i64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && (1..=MAX_DIGITS).contains(&text.len()) {
        return text.parse().ok();
    }
    let is_grouped = match text.split_once(',') {
        None => true,
        Some((first, rest)) => {
            (1..=3).contains(&first.len()) && rest.split(',').all(|group| group.len() == 3)
        }
    };
    let digits: Cow<str> = match text.contains(',') {
        true => text.replace(',', "").into(),
        false => text.into(),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let n_digits = digits.trim_start_matches('0').len();
    (is_grouped && is_number && n_digits <= MAX_DIGITS)
        .then(|| digits.parse().expect("twelve digits fit"))
}

fn count(text: &str) -> Option<i64> {
    digits(text)
}

fn change(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(rest) => digits(rest).map(|count| -count),
        None => digits(text.strip_prefix('+').unwrap_or(text)),
    }
}

fn amount(text: &str) -> Option<Amount> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_decimal =
        decimals.len() <= MAX_DECIMALS && decimals.bytes().all(|byte| byte.is_ascii_digit());
    if !is_decimal || text.ends_with('.') {
        return None;
    }
    let fen = format!("{decimals:0<6}")
        .parse::<i64>()
        .expect("six digits fit");
    Some(Amount {
        fen: digits(whole)? * FEN_PER_TEN_THOUSAND_YUAN + fen,
        decimals: u8::try_from(decimals.len()).expect("at most six"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, unit: Unit, expected: &str) {
        assert_eq!(format!("{:?}", Figure::parse(text, unit)), expected);
    }

    #[test]
    fn blank_zero_and_placeholders_are_different_answers() {
        reads("", Unit::Count, "Blank");
        reads(" \u{a0}\u{3000}", Unit::Count, "Blank");
        reads("0", Unit::Count, "Count(0)");
        reads("/", Unit::Count, "Placeholder(\"/\")");
        reads("——", Unit::TenThousandYuan, "Placeholder(\"——\")");
    }

    #[test]
    fn counts_are_read_in_every_usual_spelling() {
        reads("１２", Unit::Count, "Count(12)");
        reads("1,234", Unit::Count, "Count(1234)");
        reads("12，345，678", Unit::Count, "Count(12345678)");
        reads("3 件", Unit::Count, "Count(3)");
        reads("007", Unit::Count, "Count(7)");
    }

    #[test]
    fn what_is_no_count_stays_as_typed() {
        for text in [
            "-3",
            "3.5",
            "1,23",
            "1 2",
            "约3",
            "260余",
            "1234567890123",
            "3元",
        ] {
            assert_eq!(
                Figure::parse(text, Unit::Count),
                Figure::Unreadable(text.to_owned())
            );
        }
    }

    #[test]
    fn a_change_may_be_negative() {
        reads("-3", Unit::Change, "Count(-3)");
        reads("+3", Unit::Change, "Count(3)");
        reads("－３", Unit::Change, "Count(-3)");
    }

    #[test]
    fn amounts_are_whole_fen_and_keep_their_decimals() {
        for (typed, shown, fen) in [
            ("59237.2449", "59237.2449", 59_237_244_900),
            ("190.457379", "190.457379", 190_457_379),
            ("12.50", "12.50", 12_500_000),
            ("0.00", "0.00", 0),
            ("160.5964万元", "160.5964", 160_596_400),
            ("１２．５", "12.5", 12_500_000),
            ("1,234.5", "1234.5", 1_234_500_000),
        ] {
            let figure = Figure::parse(typed, Unit::TenThousandYuan);
            assert_eq!(
                (figure.to_string().as_str(), figure.number()),
                (shown, Some(fen)),
                "{typed}"
            );
        }
        for text in ["1.2345678", "12.", ".5", "5元", "-1", "1.2.3"] {
            assert_eq!(
                Figure::parse(text, Unit::TenThousandYuan),
                Figure::Unreadable(text.to_owned())
            );
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_figure() {
        for unit in [Unit::Count, Unit::Change, Unit::TenThousandYuan] {
            for text in [
                "", "0", "/", "－", "12", "-4", "0.50", "1.000001", "三", "1,2",
            ] {
                let figure = Figure::parse(text, unit);
                assert_eq!(Figure::parse(&figure.to_string(), unit), figure);
            }
        }
    }
}
