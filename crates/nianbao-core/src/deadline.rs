//! By when a report is published: departments by 31 January, governments by 31 March, or earlier by a local notice.

use crate::date::Date;
use crate::report::{OrganKind, Report};

/// The last day for a report on this year by the Regulations; for an organ of unknown kind, the earlier one.
pub fn statutory(kind: Option<OrganKind>, year: u16) -> Option<Date> {
    let month = match kind {
        Some(OrganKind::Government) => 3,
        Some(OrganKind::Department | OrganKind::Township | OrganKind::Other) | None => 1,
    };
    let next = i16::try_from(year).ok()?.checked_add(1)?;
    Date::new(next, month, 31).ok()
}

impl Report {
    /// The last day for publishing it, where its year is known.
    pub fn deadline(&self) -> Option<Date> {
        let year = self.year?;
        let statutory = statutory(self.organ.known_kind(), year)?;
        // A local notice may ask for an earlier day; a later one does not set the law aside.
        let local = self.local.last_day(year);
        Some(local.map_or(statutory, |local| local.min(statutory)))
    }

    /// How many days are left to publish it; negative once they are over.
    pub fn days_left(&self, today: Date) -> Option<i32> {
        let until = today.until(self.deadline()?).ok()?;
        Some(until.get_days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::sound_report;

    #[test]
    fn departments_have_until_january_and_governments_until_march() {
        let mut report = sound_report();
        let day = |report: &Report| report.deadline().map(crate::date::written);
        assert_eq!(day(&report).as_deref(), Some("2026年1月31日"));
        report.local.deadline = "1月20日".to_owned();
        assert_eq!(day(&report).as_deref(), Some("2026年1月20日"));
        report.local.deadline = "2月20日".to_owned();
        assert_eq!(day(&report).as_deref(), Some("2026年1月31日"));
        report.organ.kind = Some(OrganKind::Government);
        report.local.deadline.clear();
        assert_eq!(day(&report).as_deref(), Some("2026年3月31日"));
        report.year = None;
        assert_eq!(day(&report), None);
    }

    #[test]
    fn the_days_left_are_counted_across_months() {
        let report = sound_report();
        let left = |year, month, day| report.days_left(jiff::civil::date(year, month, day));
        assert_eq!(left(2026, 1, 19), Some(12));
        assert_eq!(left(2025, 11, 27), Some(65));
        assert_eq!(left(2026, 2, 2), Some(-2));
    }
}
