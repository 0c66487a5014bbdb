//! Today's date and the time of day, as this machine has them.

use js_sys::Date;

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

/// `14:03`, or `1月9日 14:03` where it was not today.
pub fn spoken(milliseconds: u64) -> String {
    let (then, now) = (Date::new(&(milliseconds as f64).into()), Date::new_0());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    if then.to_date_string() == now.to_date_string() {
        time
    } else {
        format!("{}月{}日 {time}", then.get_month() + 1, then.get_date())
    }
}
