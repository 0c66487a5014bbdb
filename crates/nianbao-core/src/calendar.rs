//! Which days are working days (工作日): the yearly arrangements of the State Council's general office.
//!
//! A notice of each autumn says which days of the next year are off (放假) and which weekend days are worked instead (调休上班).
//! A year without a notice is not known: its days are told by weekday and by the holidays the law fixes, and every answer says so.

use std::borrow::Cow;

use jiff::civil::{Weekday, date};
use serde::{Deserialize, Serialize};

use crate::date::Date;

/// What one year's notices arrange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrangement {
    /// The year arranged; a notice may reach into the December before.
    pub year: i16,
    /// The notices by their number, and what a later one changed.
    pub notices: Cow<'static, str>,
    /// Days off, first and last, weekends within included.
    pub off: Cow<'static, [(Date, Date)]>,
    /// Weekend days that are worked.
    pub worked: Cow<'static, [Date]>,
}

impl Arrangement {
    const fn new(
        year: i16,
        notices: &'static str,
        off: &'static [(Date, Date)],
        worked: &'static [Date],
    ) -> Arrangement {
        Arrangement {
            year,
            notices: Cow::Borrowed(notices),
            off: Cow::Borrowed(off),
            worked: Cow::Borrowed(worked),
        }
    }
}

/// The published arrangements, oldest first. Each November brings one more line.
#[rustfmt::skip]
pub static ARRANGEMENTS: &[Arrangement] = &[
    Arrangement::new(2019, "国办发明电〔2018〕15号；劳动节按国办发明电〔2019〕3号", &[
        (date(2018, 12, 30), date(2019, 1, 1)), (date(2019, 2, 4), date(2019, 2, 10)), (date(2019, 4, 5), date(2019, 4, 5)),
        (date(2019, 5, 1), date(2019, 5, 4)), (date(2019, 6, 7), date(2019, 6, 7)), (date(2019, 9, 13), date(2019, 9, 13)),
        (date(2019, 10, 1), date(2019, 10, 7)),
    ], &[
        date(2018, 12, 29), date(2019, 2, 2), date(2019, 2, 3), date(2019, 4, 28), date(2019, 5, 5),
        date(2019, 9, 29), date(2019, 10, 12),
    ]),
    Arrangement::new(2020, "国办发明电〔2019〕16号；春节按国办发明电〔2020〕1号", &[
        (date(2020, 1, 1), date(2020, 1, 1)), (date(2020, 1, 24), date(2020, 2, 2)), (date(2020, 4, 4), date(2020, 4, 6)),
        (date(2020, 5, 1), date(2020, 5, 5)), (date(2020, 6, 25), date(2020, 6, 27)), (date(2020, 10, 1), date(2020, 10, 8)),
    ], &[
        date(2020, 1, 19), date(2020, 4, 26), date(2020, 5, 9), date(2020, 6, 28), date(2020, 9, 27), date(2020, 10, 10),
    ]),
    Arrangement::new(2021, "国办发明电〔2020〕27号", &[
        (date(2021, 1, 1), date(2021, 1, 3)), (date(2021, 2, 11), date(2021, 2, 17)), (date(2021, 4, 3), date(2021, 4, 5)),
        (date(2021, 5, 1), date(2021, 5, 5)), (date(2021, 6, 12), date(2021, 6, 14)), (date(2021, 9, 19), date(2021, 9, 21)),
        (date(2021, 10, 1), date(2021, 10, 7)),
    ], &[
        date(2021, 2, 7), date(2021, 2, 20), date(2021, 4, 25), date(2021, 5, 8), date(2021, 9, 18),
        date(2021, 9, 26), date(2021, 10, 9),
    ]),
    Arrangement::new(2022, "国办发明电〔2021〕11号", &[
        (date(2022, 1, 1), date(2022, 1, 3)), (date(2022, 1, 31), date(2022, 2, 6)), (date(2022, 4, 3), date(2022, 4, 5)),
        (date(2022, 4, 30), date(2022, 5, 4)), (date(2022, 6, 3), date(2022, 6, 5)), (date(2022, 9, 10), date(2022, 9, 12)),
        (date(2022, 10, 1), date(2022, 10, 7)),
    ], &[
        date(2022, 1, 29), date(2022, 1, 30), date(2022, 4, 2), date(2022, 4, 24), date(2022, 5, 7),
        date(2022, 10, 8), date(2022, 10, 9),
    ]),
    Arrangement::new(2023, "国办发明电〔2022〕16号", &[
        (date(2022, 12, 31), date(2023, 1, 2)), (date(2023, 1, 21), date(2023, 1, 27)), (date(2023, 4, 5), date(2023, 4, 5)),
        (date(2023, 4, 29), date(2023, 5, 3)), (date(2023, 6, 22), date(2023, 6, 24)), (date(2023, 9, 29), date(2023, 10, 6)),
    ], &[
        date(2023, 1, 28), date(2023, 1, 29), date(2023, 4, 23), date(2023, 5, 6), date(2023, 6, 25),
        date(2023, 10, 7), date(2023, 10, 8),
    ]),
    // 除夕 of 2024, 9 February, was only encouraged to be taken as leave and stays a working day.
    Arrangement::new(2024, "国办发明电〔2023〕7号", &[
        (date(2024, 1, 1), date(2024, 1, 1)), (date(2024, 2, 10), date(2024, 2, 17)), (date(2024, 4, 4), date(2024, 4, 6)),
        (date(2024, 5, 1), date(2024, 5, 5)), (date(2024, 6, 10), date(2024, 6, 10)), (date(2024, 9, 15), date(2024, 9, 17)),
        (date(2024, 10, 1), date(2024, 10, 7)),
    ], &[
        date(2024, 2, 4), date(2024, 2, 18), date(2024, 4, 7), date(2024, 4, 28), date(2024, 5, 11),
        date(2024, 9, 14), date(2024, 9, 29), date(2024, 10, 12),
    ]),
    Arrangement::new(2025, "国办发明电〔2024〕12号", &[
        (date(2025, 1, 1), date(2025, 1, 1)), (date(2025, 1, 28), date(2025, 2, 4)), (date(2025, 4, 4), date(2025, 4, 6)),
        (date(2025, 5, 1), date(2025, 5, 5)), (date(2025, 5, 31), date(2025, 6, 2)), (date(2025, 10, 1), date(2025, 10, 8)),
    ], &[
        date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27), date(2025, 9, 28), date(2025, 10, 11),
    ]),
    Arrangement::new(2026, "国办发明电〔2025〕7号", &[
        (date(2026, 1, 1), date(2026, 1, 3)), (date(2026, 2, 15), date(2026, 2, 23)), (date(2026, 4, 4), date(2026, 4, 6)),
        (date(2026, 5, 1), date(2026, 5, 5)), (date(2026, 6, 19), date(2026, 6, 21)), (date(2026, 9, 25), date(2026, 9, 27)),
        (date(2026, 10, 1), date(2026, 10, 7)),
    ], &[
        date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10),
    ]),
];

/// What the calendar says of a day, and on what ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day<'a> {
    /// A working day: an ordinary weekday.
    Works,
    /// A weekend day that is worked (调休上班), by these notices.
    WorksInstead(&'a str),
    /// A weekend day.
    Weekend,
    /// A day off by these notices.
    Off(&'a str),
    /// A day of a year whose arrangement is not known, told by weekday and by the holidays with a fixed date.
    Guessed {
        /// Whether it would be a working day.
        works: bool,
    },
}

impl Day<'_> {
    /// Whether it is a working day, as far as it is known.
    pub fn works(self) -> bool {
        matches!(
            self,
            Day::Works | Day::WorksInstead(_) | Day::Guessed { works: true }
        )
    }

    /// Whether the arrangement of its year is known.
    pub fn is_known(self) -> bool {
        !matches!(self, Day::Guessed { .. })
    }
}

/// The arrangements that are known: the published ones and those a user gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Calendar {
    /// Arrangements of a user; one for a published year replaces it.
    pub given: Vec<Arrangement>,
}

impl Calendar {
    /// What is known of a day.
    pub fn day(&self, day: Date) -> Day<'_> {
        let is_weekend = is_weekend(day);
        // Its own year first, then the next, whose notice may reach into December.
        for year in [day.year(), day.year() + 1] {
            let Some(arrangement) = self.arrangement(year) else {
                continue;
            };
            let notices = &*arrangement.notices;
            if arrangement.worked.contains(&day) {
                return Day::WorksInstead(notices);
            }
            if (arrangement.off.iter()).any(|(first, last)| (*first..=*last).contains(&day)) {
                return Day::Off(notices);
            }
        }
        match self.knows(day.year()) {
            true if is_weekend => Day::Weekend,
            true => Day::Works,
            false => Day::Guessed {
                works: !is_weekend && !is_fixed_holiday(day),
            },
        }
    }

    /// Whether the arrangement of a year is known.
    pub fn knows(&self, year: i16) -> bool {
        self.arrangement(year).is_some()
    }

    /// The first working day after a day.
    pub fn next_working_day(&self, day: Date) -> Option<Date> {
        self.after(day, 1)
    }

    /// The n-th working day after a day, which does not count itself; none beyond the last year jiff knows.
    pub fn after(&self, day: Date, n: u32) -> Option<Date> {
        let (mut day, mut left) = (day, n);
        while left > 0 {
            day = day.tomorrow().ok()?;
            left -= u32::from(self.day(day).works());
        }
        Some(day)
    }

    /// How many working days lie in `(from, to]`; 0 where `to` is not later.
    pub fn working_days(&self, from: Date, to: Date) -> u32 {
        let mut n_days = 0;
        let mut day = from;
        while day < to {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            n_days += u32::from(self.day(day).works());
        }
        n_days
    }

    fn arrangement(&self, year: i16) -> Option<&Arrangement> {
        let given = self.given.iter().find(|given| given.year == year);
        given.or_else(|| {
            let first = ARRANGEMENTS.first()?.year;
            ARRANGEMENTS.get(usize::try_from(year.checked_sub(first)?).ok()?)
        })
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// 元旦、劳动节、国庆节: the holidays of 《全国年节及纪念日放假办法》第二条 that have the same date every year.
fn is_fixed_holiday(day: Date) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3))
}

#[cfg(test)]
mod tests {
    use chinese_holiday::{Ymd, chinese_holiday};

    use super::*;

    #[test]
    fn every_day_agrees_with_an_independent_calendar() {
        let calendar = Calendar::default();
        // The last day that the other calendar knows.
        let end = date(2026, 12, 25);
        let mut day = date(2018, 12, 29);
        let mut n_days = 0;
        while day <= end {
            // Of 2018 only the days that the notice for 2019 arranges are known.
            let ours = calendar.day(day);
            if ours.is_known() {
                let [month, of_month] = [day.month(), day.day()].map(|n| n.unsigned_abs());
                let theirs = Ymd::new(day.year().unsigned_abs(), month, of_month);
                assert_eq!(ours.works(), chinese_holiday(theirs).is_workday(), "{day}");
                n_days += 1;
            }
            day = day.tomorrow().expect("a day of our time");
        }
        assert_eq!(n_days, 3 + 8 * 365 + 2 - 6);
    }

    #[test]
    fn a_year_has_as_many_working_days_as_its_notice_leaves() {
        let calendar = Calendar::default();
        let n_days = |year| calendar.working_days(date(year - 1, 12, 31), date(year, 12, 31));
        assert_eq!(
            (2019..=2026).map(n_days).collect::<Vec<_>>(),
            [250, 249, 250, 249, 249, 251, 248, 248]
        );
    }

    #[test]
    fn a_notice_arranges_its_own_year_and_december_before_in_order() {
        for arrangement in ARRANGEMENTS {
            let year = arrangement.year;
            let off = arrangement
                .off
                .iter()
                .flat_map(|(first, last)| [first, last]);
            assert!(
                off.clone().is_sorted() && arrangement.worked.is_sorted(),
                "{year}"
            );
            let is_near =
                |day: &&Date| day.year() == year || (day.year(), day.month()) == (year - 1, 12);
            assert!(
                off.chain(arrangement.worked.iter())
                    .all(|day| is_near(&day)),
                "{year}"
            );
            assert!(
                arrangement.worked.iter().all(|day| is_weekend(*day)),
                "{year}"
            );
        }
        let years: Vec<_> = ARRANGEMENTS
            .iter()
            .map(|arrangement| arrangement.year)
            .collect();
        assert_eq!(years, (2019..=2026).collect::<Vec<_>>());
    }

    #[test]
    fn a_year_without_a_notice_is_guessed_and_says_so() {
        let calendar = Calendar::default();
        for (day, works) in [
            (date(2027, 1, 1), false),
            (date(2027, 1, 4), true),
            (date(2027, 1, 9), false),
            (date(2027, 2, 8), true),
            (date(2018, 12, 28), true),
        ] {
            assert_eq!(calendar.day(day), Day::Guessed { works }, "{day}");
        }
        assert!(calendar.day(date(2018, 12, 31)).is_known());
    }

    #[test]
    fn a_given_arrangement_makes_its_year_known() {
        let json = r#"[{"year": 2027, "notices": "国办发明电〔2026〕1号",
            "off": [["2027-01-01", "2027-01-03"], ["2027-02-05", "2027-02-11"]], "worked": ["2027-02-13"]}]"#;
        let calendar: Calendar = serde_json::from_str(json).expect("an arrangement");
        let notice = "国办发明电〔2026〕1号";
        assert_eq!(calendar.day(date(2027, 2, 8)), Day::Off(notice));
        assert_eq!(calendar.day(date(2027, 2, 13)), Day::WorksInstead(notice));
        assert_eq!(calendar.day(date(2027, 2, 14)), Day::Weekend);
        assert!(!calendar.knows(2028));
        let written = serde_json::to_string(&calendar).expect("JSON");
        assert_eq!(
            serde_json::from_str::<Calendar>(&written).expect("the same"),
            calendar
        );
    }
}
