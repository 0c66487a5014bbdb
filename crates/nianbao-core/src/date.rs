//! Dates as reports write them (2024年1月9日). The calendar is jiff's; only the Chinese spelling is ours.

pub use jiff::civil::Date;

use crate::text;

/// A day as a text states it, whether the calendar has it or not; the year or the day may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// 年
    pub year: Option<i64>,
    /// 月
    pub month: i64,
    /// 日
    pub day: Option<i64>,
}

impl Stated {
    /// Whether the calendar has it; without a year, in some year.
    pub fn exists(self) -> bool {
        const SOME_LEAP_YEAR: i64 = 2024;
        let year = self.year.unwrap_or(SOME_LEAP_YEAR);
        calendar_day(year, self.month, self.day.unwrap_or(1)).is_some()
    }
}

/// The year that reports are written about on a day: from October on the year that ends, before that the one that ended.
pub fn year_to_report(today: Date) -> u16 {
    const FIRST_MONTH: i8 = 10;
    let year = today.year() - i16::from(today.month() < FIRST_MONTH);
    u16::try_from(year).unwrap_or_default()
}

/// Reads a date written 2024年1月9日, 二〇二四年一月九日, 2024-01-09, 2024.1.9 or 20240109; none if there is no such day.
pub fn read(text: &str) -> Option<Date> {
    if let Some(date) = of_digits(text.trim()) {
        return Some(date);
    }
    let (stated, rest) = take(text)?;
    if !rest.trim().is_empty() {
        return None;
    }
    calendar_day(stated.year?, stated.month, stated.day?)
}

/// The day of eight digits, such as 20240109.
fn of_digits(text: &str) -> Option<Date> {
    const MONTH: usize = 4;
    const DAY: usize = 6;
    const LENGTH: usize = 8;
    let is_digits = text.len() == LENGTH && text.bytes().all(|letter| letter.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse().ok();
    calendar_day(
        part(0..MONTH).filter(|_| is_digits)?,
        part(MONTH..DAY)?,
        part(DAY..LENGTH)?,
    )
}

/// The date at the start of a text, and what follows it: 2024年1月9日, 2024.1.9, 1月9日, 2024年1月.
pub fn take(text: &str) -> Option<(Stated, &str)> {
    let (first, rest) = text::take_number(text)?;
    let (year, month, rest, after_month) = match take_char(rest)? {
        ('年', rest) => {
            let (month, rest) = text::take_number(rest)?;
            (Some(first), month, rest, '月')
        }
        (mark @ ('-' | '/' | '.' | '．'), rest) if first >= 1000 => {
            let (month, rest) = text::take_number(rest)?;
            (Some(first), month, rest, mark)
        }
        ('月', _) => (None, first, rest, '月'),
        _ => return None,
    };
    if year.is_some_and(|year| year < 1000) {
        return None;
    }
    let Some((_, rest)) = take_char(rest).filter(|(mark, _)| *mark == after_month) else {
        let stated = Stated {
            year,
            month,
            day: None,
        };
        return year.map(|_| (stated, rest));
    };
    let (day, rest) = match text::take_number(rest) {
        Some((day, rest)) => (Some(day), rest),
        None => (None, rest),
    };
    let end = rest.trim_start().strip_prefix(['日', '号']);
    Some((Stated { year, month, day }, end.unwrap_or(rest)))
}

fn take_char(text: &str) -> Option<(char, &str)> {
    let mut chars = text.trim_start().chars();
    chars.next().map(|c| (c, chars.as_str()))
}

fn calendar_day(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
    .ok()
}

/// Writes a date as official documents do: Arabic digits, no leading zeros.
pub fn written(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_october_on_the_year_that_ends_is_reported_on() {
        let on = |month, day| year_to_report(jiff::civil::date(2026, month, day));
        assert_eq!([on(1, 9), on(9, 30), on(10, 1)], [2025, 2025, 2026]);
    }

    #[test]
    fn every_usual_spelling_is_read() {
        for text in [
            "2024年1月9日",
            "2024-01-09",
            "２０２４年１月９日",
            " 2024 年 1 月 9 日 ",
            "2024.1.9",
            "2024年1月9号",
            "2024年01月09日",
            "2024/1/9",
            "20240109",
            "二〇二四年一月九日",
        ] {
            assert_eq!(
                read(text).map(written).as_deref(),
                Some("2024年1月9日"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_none() {
        for text in [
            "2024年2月30日",
            "2023年2月29日",
            "202511日",
            "20240230",
            "2024010",
            "+2024010",
            "2025年13月1日",
            "2024年1月",
            "24年1月9日",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_may_leave_the_year_or_the_day_out() {
        let stated =
            |text| take(text).map(|(stated, rest)| (stated.year, stated.month, stated.day, rest));
        assert_eq!(stated("12月31日止"), Some((None, 12, Some(31), "止")));
        assert_eq!(stated("2025年1月至"), Some((Some(2025), 1, None, "至")));
        assert_eq!(stated("2025年1—12月"), Some((Some(2025), 1, None, "—12月")));
        assert_eq!(
            stated("2025.12.31。"),
            Some((Some(2025), 12, Some(31), "。"))
        );
        assert_eq!(stated("2件"), None);
        assert_eq!(stated("25年1月"), None);
    }
}
