//! What a local notice asks for beyond the form: kept in the draft, printed nowhere.

use crate::date::{self, Date};
use crate::text;

/// What a local notice asks for, as typed; blank where it asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Local {
    /// The last day for publishing, in the year after the one reported on: 1月26日.
    pub deadline: String,
    /// How many characters section one may have: 1000, 一千字.
    pub overview_limit: String,
}

impl Local {
    /// The last day for publishing a report on this year; none if none was typed or it is no such day.
    pub fn last_day(&self, year: u16) -> Option<Date> {
        let (stated, rest) = date::take(self.deadline.trim())?;
        let next = i64::from(year) + 1;
        let is_said =
            matches!(rest.trim(), "" | "前") && stated.year.is_none_or(|year| year == next);
        let day = stated.day.filter(|_| is_said)?;
        let [month, day] = [stated.month, day].map(i8::try_from);
        Date::new(i16::try_from(next).ok()?, month.ok()?, day.ok()?).ok()
    }

    /// How many characters section one may have; none if nothing was typed or it is no number.
    pub fn most_characters(&self) -> Option<usize> {
        let (number, rest) = text::take_number(self.overview_limit.trim())?;
        let is_said = matches!(rest.trim(), "" | "字" | "字以内");
        usize::try_from(number)
            .ok()
            .filter(|&most| is_said && most > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_understood_or_said_not_to_be() {
        let local = |deadline: &str, overview_limit: &str| Local {
            deadline: deadline.to_owned(),
            overview_limit: overview_limit.to_owned(),
        };
        let last_day = |typed| local(typed, "").last_day(2025).map(date::written);
        for typed in ["1月26日", " 1 月 26 日前", "2026年1月26日", "一月二十六日"] {
            assert_eq!(last_day(typed).as_deref(), Some("2026年1月26日"), "{typed}");
        }
        for typed in [
            "",
            "1月",
            "26",
            "2月30日",
            "2025年1月26日",
            "月底",
            "1月26日左右",
        ] {
            assert_eq!(last_day(typed), None, "{typed}");
        }
        let most = |typed| local("", typed).most_characters();
        for typed in ["1000", "1000字", "一千字以内", " １０００ "] {
            assert_eq!(most(typed), Some(1000), "{typed}");
        }
        for typed in ["", "0", "不限", "1000左右", "-5"] {
            assert_eq!(most(typed), None, "{typed}");
        }
    }
}
