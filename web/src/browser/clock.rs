//! Today's date and the time of day, as this machine has them.

use js_sys::{Date, Object};

/// Milliseconds since 1970.
pub fn now() -> u64 {
    Date::now() as u64
}

/// A moment that no other window has.
pub fn instant() -> f64 {
    Date::now() + js_sys::Math::random()
}

/// Today, for rules about dates and for the year a new report is about.
pub fn today() -> Option<nianbao_core::date::Date> {
    let now = Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    nianbao_core::date::Date::new(year, month, i8::try_from(now.get_date()).ok()?).ok()
}

/// The year that reports are written about now.
pub fn year_to_report() -> u16 {
    today().map_or(2025, nianbao_core::date::year_to_report)
}

/// `14:03`, or `1月9日 14:03` where it was not today, or `2025年1月9日 14:03` where it was not this year; 0 is not known.
pub fn spoken(milliseconds: u64) -> String {
    if milliseconds == 0 {
        return "（时间不明）".to_owned();
    }
    let (then, now) = (Date::new(&(milliseconds as f64).into()), Date::new_0());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    if then.to_date_string() == now.to_date_string() {
        return time;
    }
    let day = format!("{}月{}日 {time}", then.get_month() + 1, then.get_date());
    match then.get_full_year() {
        year if year == now.get_full_year() => day,
        year => format!("{year}年{day}"),
    }
}

/// Day and time as people here write them: `2026/1/9 14:03:20`.
pub fn written(milliseconds: u64) -> String {
    let then = Date::new(&(milliseconds as f64).into());
    then.to_locale_string("zh-CN", &Object::new()).into()
}
