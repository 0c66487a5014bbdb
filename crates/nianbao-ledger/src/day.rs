//! Days as ledgers write them: seven spellings, serial numbers of spreadsheets, and what is no day.

use nianbao_core::date::{self, Date, Stated};
use serde::{Deserialize, Serialize};

/// What a cell for a day holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Day {
    /// Nothing, or a mark for nothing such as “/” and 无.
    #[default]
    Blank,
    /// A day of the calendar.
    On(Date),
    /// A text that is no day. Never guessed.
    Unreadable(Box<Unreadable>),
}

/// A text that is no day, kept as it stands, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// The letters.
    pub text: Box<str>,
    /// The reason.
    pub why: Why,
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// 2月30日 is in no calendar.
    NoSuchDay,
    /// 3月5日, of which year?
    NoYear,
    /// 24.3.5, which may be read in several ways.
    ShortYear,
    /// 2024年3月, on which day?
    NoDay,
    /// Several days in one cell.
    SeveralDays,
    /// No day at all.
    NoDate,
}

impl Why {
    /// The reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Why::NoSuchDay => "日历上没有这一天",
            Why::NoYear => "没有写年份",
            Why::ShortYear => "年份只写了两位",
            Why::NoDay => "没有写日",
            Why::SeveralDays => "一格里有几个日期",
            Why::NoDate => "不是日期",
        }
    }
}

/// What clerks write where nothing is to be written.
const BLANKS: &[&str] = &[
    "/",
    "／",
    "\\",
    "-",
    "－",
    "—",
    "——",
    "--",
    "–",
    "无",
    "否",
    "未",
    "空",
    "没有",
    "不涉及",
    "无需",
    "未涉及",
    "暂无",
    "未延期",
    "未补正",
    "未复议",
    "未诉讼",
    "N/A",
    "n/a",
    "NA",
    "0",
];

/// Whether a text stands for nothing.
pub fn is_blank(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || BLANKS.contains(&text)
}

/// Serial numbers of 2000-01-01 and 2050-07-31: what lies between may be a day whose format was lost.
const SERIALS: std::ops::RangeInclusive<i64> = 36_526..=55_000;

impl Day {
    /// Reads a cell.
    pub fn read(text: &str) -> Day {
        let text = text.trim();
        if is_blank(text) {
            return Day::Blank;
        }
        match read(text) {
            Ok(date) => Day::On(date),
            Err(why) => Day::Unreadable(Box::new(Unreadable {
                text: text.into(),
                why,
            })),
        }
    }

    /// The day, if it is one.
    pub fn on(&self) -> Option<Date> {
        match self {
            Day::On(date) => Some(*date),
            _ => None,
        }
    }

    /// Whether there is nothing.
    pub fn is_blank(&self) -> bool {
        *self == Day::Blank
    }

    /// The text that is no day, and why.
    pub fn unreadable(&self) -> Option<(&str, Why)> {
        match self {
            Day::Unreadable(unreadable) => Some((&unreadable.text, unreadable.why)),
            _ => None,
        }
    }
}

fn read(text: &str) -> Result<Date, Why> {
    if let Some(date) = plain(text) {
        return date;
    }
    let (stated, rest) = match date::take(text) {
        Some(taken) => taken,
        None => return Err(guess_why(text)),
    };
    if !is_time(rest) {
        return Err(
            match date::take(rest.trim_start_matches(|c: char| !c.is_ascii_digit())) {
                Some(_) => Why::SeveralDays,
                None => Why::NoDate,
            },
        );
    }
    calendar_day(stated)
}

fn calendar_day(stated: Stated) -> Result<Date, Why> {
    let year = stated.year.ok_or(match stated.exists() {
        true => Why::NoYear,
        false => Why::NoSuchDay,
    })?;
    let day = stated.day.ok_or(Why::NoDay)?;
    let [Ok(month), Ok(day)] = [i8::try_from(stated.month), i8::try_from(day)] else {
        return Err(Why::NoSuchDay);
    };
    let year = i16::try_from(year).map_err(|_| Why::NoSuchDay)?;
    Date::new(year, month, day).map_err(|_| Why::NoSuchDay)
}

/// The spellings in ASCII that most cells have, read without looking at anything else:
/// 2024-03-05, 2024/3/5, 2024.3.5, 20240305, 45356, each with a time behind it or not.
fn plain(text: &str) -> Option<Result<Date, Why>> {
    let (year, rest) = digits(text);
    match (year.len(), rest.as_bytes().first()) {
        (4, Some(mark @ (b'-' | b'/' | b'.'))) => {
            let (month, rest) = digits(&rest[1..]);
            let (day, end) = digits(rest.strip_prefix(char::from(*mark))?);
            let is_plain = (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
            (is_plain && is_time(end)).then(|| on(year, month, day))
        }
        (8, _) if is_time(rest) => Some(on(&year[..4], &year[4..6], &year[6..])),
        (14, None) => Some(on(&year[..4], &year[4..6], &year[6..8])),
        (5, None | Some(b'.')) => {
            let fraction = rest.strip_prefix('.').unwrap_or("0");
            let serial: i64 = year.parse().ok()?;
            let is_serial =
                SERIALS.contains(&serial) && fraction.bytes().all(|byte| byte.is_ascii_digit());
            is_serial.then(|| of_serial(serial))?
        }
        _ => None,
    }
}

/// The day with this serial number, counted as spreadsheets do.
fn of_serial(serial: i64) -> Option<Result<Date, Why>> {
    let first = jiff::civil::date(1899, 12, 30);
    let span = jiff::Span::new().try_days(serial).ok()?;
    Some(first.checked_add(span).map_err(|_| Why::NoSuchDay))
}

fn digits(text: &str) -> (&str, &str) {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.split_at(end)
}

fn on(year: &str, month: &str, day: &str) -> Result<Date, Why> {
    let number = |digits: &str| digits.parse::<i16>().map_err(|_| Why::NoSuchDay);
    let [year, month, day] = [number(year)?, number(month)?, number(day)?];
    let [Ok(month), Ok(day)] = [i8::try_from(month), i8::try_from(day)] else {
        return Err(Why::NoSuchDay);
    };
    Date::new(year, month, day).map_err(|_| Why::NoSuchDay)
}

/// Whether what follows a day is nothing but the time of day, the weekday, or a remark in brackets.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim();
    let in_brackets = |rest: &str| {
        (rest.starts_with(['(', '（']))
            && rest.ends_with([')', '）'])
            && !rest.contains(|c: char| c.is_ascii_digit())
    };
    let is_clock = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ':' | '：' | '.' | 'T' | 'Z' | '+' | ' ' | '时' | '分' | '秒'
            )
    };
    rest.is_empty()
        || in_brackets(rest)
        || ["上午", "下午", "星期", "周"]
            .iter()
            .any(|word| rest.starts_with(word) && rest.chars().count() <= 10)
        || rest.len() <= 20
            && rest.contains([':', '：', '时'])
            && rest.starts_with(|c: char| c.is_ascii_digit() || c == 'T')
            && rest.chars().all(is_clock)
}

/// Why a text that does not begin with a day is none.
fn guess_why(text: &str) -> Why {
    let (first, rest) = digits(text);
    let Some(mark) = rest
        .chars()
        .next()
        .filter(|mark| matches!(mark, '-' | '/' | '.' | '年'))
    else {
        return Why::NoDate;
    };
    let rest = &rest[mark.len_utf8()..];
    let (second, rest) = digits(rest);
    match (
        first.len(),
        second.len(),
        rest.trim_start_matches(['-', '/', '.', '月', '日', '号']),
    ) {
        (1..=2, 1..=2, "") => Why::NoYear,
        (2, 1..=2, rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => Why::ShortYear,
        _ => Why::NoDate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_spelling_is_the_same_day() {
        for text in [
            "2024.3.5",
            "2024年3月5日",
            "2024/3/5",
            "20240305",
            "2024-03-05 09:12",
            "2024-03-05",
            "45356",
            "45356.5",
            " 2024 年 3 月 5 日 ",
            "２０２４．３．５",
            "2024年3月5号",
            "二〇二四年三月五日",
            "2024-03-05T09:12:33",
            "2024/3/5 9:12:33",
            "20240305091233",
            "2024年3月5日上午",
            "2024.3.5（周二）",
            "2024年3月5日星期二",
            "2024-3-5",
            "2024年3月5日 9时12分",
        ] {
            assert_eq!(
                Day::read(text),
                Day::On(jiff::civil::date(2024, 3, 5)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_mark_for_nothing_is_blank() {
        for text in ["", " ", "/", "无", "-", "——", "否"] {
            assert_eq!(Day::read(text), Day::Blank, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_kept_with_the_reason() {
        for (text, why) in [
            ("2024.9.31", Why::NoSuchDay),
            ("2024年2月30日", Why::NoSuchDay),
            ("20241301", Why::NoSuchDay),
            ("2月30日", Why::NoSuchDay),
            ("3月5日", Why::NoYear),
            ("3/5", Why::NoYear),
            ("24.3.5", Why::ShortYear),
            ("2024年3月", Why::NoDay),
            ("2024.03", Why::NoDay),
            ("2024.3.5、2024.3.8", Why::SeveralDays),
            ("是", Why::NoDate),
            ("12345", Why::NoDate),
            ("见备注", Why::NoDate),
        ] {
            assert_eq!(Day::read(text).unreadable(), Some((text, why)), "{text}");
        }
    }
}
