use std::sync::LazyLock;

use nianbao_core::calendar::Calendar;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    nianbao_core::date::read(text).expect("a day")
}

fn received(text: &str) -> Facts {
    Facts {
        received: Some(day(text)),
        ..Facts::default()
    }
}

fn due_day(facts: &Facts) -> String {
    let due = due(facts, &Calendar::default()).expect("received");
    due.on.map_or(String::new(), |day| day.to_string())
}

#[test]
fn days_of_moved_rest_count_and_holidays_do_not() {
    for (received_on, expected) in [
        ("2025-01-10", "2025-02-13"),
        ("2024-09-20", "2024-10-23"),
        ("2025-10-03", "2025-11-04"),
        ("2025-10-09", "2025-11-05"),
        ("2020-01-15", "2020-02-19"),
        ("2025-12-15", "2026-01-13"),
    ] {
        assert_eq!(due_day(&received(received_on)), expected, "{received_on}");
    }
}

#[test]
fn a_correction_begins_the_period_anew() {
    let mut facts = received("2025-04-25");
    let calendar = Calendar::default();
    let last_day_to_ask = calendar.after(day("2025-04-25"), TO_ASK_FOR_CORRECTION);
    assert_eq!(last_day_to_ask, Some(day("2025-05-08")));
    assert_eq!(due_day(&facts), "2025-05-27");
    facts.correction_asked = Some(day("2025-05-08"));
    assert_eq!(
        due_day(&facts),
        "",
        "the period does not run while a correction is waited for"
    );
    facts.corrected = Some(day("2025-05-20"));
    assert_eq!(due_day(&facts), "2025-06-18");
}

#[test]
fn an_extension_counts_if_it_is_told_within_the_period() {
    let mut facts = received("2025-08-18");
    assert_eq!(due_day(&facts), "2025-09-15");
    facts.extended = Some(day("2025-09-12"));
    assert_eq!(due_day(&facts), "2025-10-17");
    facts.extended = Some(day("2025-09-16"));
    let due = due(&facts, &Calendar::default()).expect("received");
    assert_eq!(
        (due.on, due.extension),
        (Some(day("2025-09-15")), Extension::Late)
    );
}

#[test]
fn a_consultation_is_not_counted() {
    let mut facts = received("2026-02-09");
    assert_eq!(due_day(&facts), "2026-03-13");
    facts.opinions = vec![(day("2026-02-12"), Some(day("2026-03-06")))];
    let due = due(&facts, &Calendar::default()).expect("received");
    assert_eq!(due.on, Some(day("2026-03-31")));
    let paused = due
        .skipped
        .iter()
        .filter(|(_, skip)| *skip == Skip::Consultation);
    assert_eq!(paused.count(), 12);
    let end = Calendar::default().after(day("2026-02-13"), FOR_AN_OPINION);
    assert_eq!(end, Some(day("2026-03-12")));
}

#[test]
fn consultations_that_overlap_are_counted_once() {
    let mut facts = received("2026-02-09");
    facts.opinions = vec![
        (day("2026-02-12"), Some(day("2026-03-02"))),
        (day("2026-02-25"), Some(day("2026-03-06"))),
    ];
    assert_eq!(due_day(&facts), "2026-03-31");
}

#[test]
fn correction_consultation_and_extension_together() {
    let mut facts = received("2026-08-24");
    facts.correction_asked = Some(day("2026-08-26"));
    facts.corrected = Some(day("2026-09-07"));
    facts.opinions = vec![(day("2026-09-10"), Some(day("2026-09-21")))];
    assert_eq!(due_day(&facts), "2026-10-21");
    facts.extended = Some(day("2026-09-30"));
    assert_eq!(due_day(&facts), "2026-11-18");
}

#[test]
fn a_year_without_a_notice_is_guessed_and_said() {
    let due = due(&received("2026-12-04"), &Calendar::default()).expect("received");
    assert_eq!((due.on, due.is_guessed), (Some(day("2027-01-04")), true));
    assert!(
        due.explanation()
            .last()
            .is_some_and(|line| line.contains("推算"))
    );
}

#[test]
fn a_consultation_without_answer_is_said_with_both_days() {
    let mut facts = received("2025-01-10");
    facts.opinions = vec![(day("2025-01-13"), None)];
    let due = due(&facts, &Calendar::default()).expect("received");
    assert_eq!(due.on, Some(day("2025-02-13")));
    assert_eq!(due.latest, Some(day("2025-03-06")));
}

#[test]
fn a_later_day_told_replaces_the_due_day() {
    let mut facts = received("2025-01-10");
    facts.postponed_to = Some(day("2025-06-30"));
    assert_eq!(due_day(&facts), "2025-06-30");
    let mut facts = received("2025-08-18");
    (facts.extended, facts.extended_until) = (Some(day("2025-09-12")), Some(day("2025-09-26")));
    assert_eq!(
        due_day(&facts),
        "2025-09-26",
        "an organ is bound by the earlier day it told"
    );
}

#[test]
fn the_explanation_lists_what_was_skipped_and_why() {
    let due = due(&received("2025-01-10"), &Calendar::default()).expect("received");
    assert_eq!(
        due.explanation(),
        [
            "2025-01-10收到，当日不计，次日起算",
            "2025-01-11至2025-01-12 周末，不计",
            "2025-01-18至2025-01-19 周末，不计",
            "2025-01-25 周末，不计",
            "2025-01-28至2025-02-04 放假，不计（国办发明电〔2024〕12号）",
            "2025-02-09 周末，不计",
            "2025-01-26 调休上班，计入（国办发明电〔2024〕12号）",
            "2025-02-08 调休上班，计入（国办发明电〔2024〕12号）",
            "期限 2025-02-13",
        ]
    );
}

/// All working days of the known years, the plain way: a list to look things up in.
static WORKING_DAYS: LazyLock<Vec<Date>> = LazyLock::new(|| {
    let calendar = Calendar::default();
    let (mut day, mut days) = (day("2019-01-01"), Vec::new());
    while day.year() < 2027 {
        if calendar.day(day).works() {
            days.push(day);
        }
        day = day.tomorrow().expect("a day");
    }
    days
});

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn the_loop_agrees_with_a_plain_list_of_days(
        start in 0_i64..2400,
        corrected in prop::option::of(0_i64..40),
        pauses in prop::collection::vec((0_i64..60, 0_i64..40), 0..3),
        told in prop::option::of(0_i64..80),
    ) {
        let first = day("2019-01-02");
        let plus = |day: Date, n: i64| day.checked_add(jiff::Span::new().days(n)).expect("a day");
        let received = plus(first, start);
        let facts = Facts {
            received: Some(received),
            correction_asked: corrected.map(|_| received),
            corrected: corrected.map(|n| plus(received, n)),
            opinions: pauses.iter().map(|(sent, n)| (plus(received, *sent), Some(plus(received, sent + n)))).collect(),
            extended: told.map(|n| plus(received, n)),
            ..Facts::default()
        };
        let from = facts.corrected.unwrap_or(received);
        let counting: Vec<_> = WORKING_DAYS.iter().copied()
            .filter(|day| *day > from)
            .filter(|day| !facts.opinions.iter().any(|(sent, answered)| day > sent && Some(*day) <= *answered))
            .collect();
        let base = counting[19];
        let expected = match facts.extended {
            Some(told) if told <= base => counting[39],
            _ => base,
        };
        let due = due(&facts, &Calendar::default()).expect("received");
        prop_assert_eq!(due.base, Some(base));
        prop_assert_eq!(due.on, Some(expected));
        prop_assert_eq!(due.latest, Some(expected));
    }
}
