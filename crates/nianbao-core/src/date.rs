//! Dates as reports write them (2024年1月9日). The calendar is jiff's; only the Chinese spelling is ours.

pub use jiff::civil::Date;

/// Reads a date written 2024年1月9日, 2024-01-09 or 2024.1.9, in full-width digits too; none if there is no such day.
pub fn read(text: &str) -> Option<Date> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '０'..='９' => {
                char::from_u32(u32::from(c) - 0xFEE0).expect("full-width digits mirror ASCII")
            }
            '年' | '月' | '/' | '.' | '．' => '-',
            c => c,
        })
        .collect();
    let mut parts = plain
        .strip_suffix(['日', '号'])
        .unwrap_or(&plain)
        .split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Writes a date as official documents do: Arabic digits, no leading zeros.
pub fn written(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_spelling_is_read() {
        for text in [
            "2024年1月9日",
            "2024-01-09",
            "２０２４年１月９日",
            " 2024 年 1 月 9 日 ",
            "2024.1.9",
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
            "2025年13月1日",
            "2024年1月",
            "24年1月9日",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
