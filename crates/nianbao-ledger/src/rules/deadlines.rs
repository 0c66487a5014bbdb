//! Due days: open past them, answered after them, typed otherwise.

use nianbao_core::date::Date;
use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::requests::Request;
use crate::requests::deadline::{Due, Extension, PERIOD};

use super::examples::Example;
use super::{BookRule, Found};

/// The last day on which an answer is in time, whatever a consultation that is not answered still takes.
fn last_day(due: Option<&Due>) -> Option<Date> {
    due.and_then(|due| due.latest.max(due.on))
}

/// An open request is answered until its due day.
pub(super) static OPEN_PAST_DEADLINE: BookRule = BookRule {
    id: "open-past-deadline",
    title: "期限已过，还没有答复",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_33],
    formula: "没有答复的申请，今天不晚于答复期限",
    explanation: "逾期不答复的，申请人可以申请复议或者起诉。请尽快答复；已经答复的，把答复日期补进台账。",
    find: open_past_deadline,
    examples: &[
        Example::new(
            &[&[
                ("收到日期", "2025-12-09"),
                ("答复日期", ""),
                ("办理结果", ""),
            ]],
            &["期限 2026-01-07，已过 3 个工作日"],
        ),
        Example::new(
            &[&[
                ("收到日期", "2025-12-31"),
                ("答复日期", ""),
                ("办理结果", ""),
            ]],
            &[],
        ),
    ],
};

fn open_past_deadline(book: &Book, found: &mut Found) {
    let Some(today) = book.today else { return };
    for (idx, request, due) in book.requests() {
        if let Some(last) = last_day(due).filter(|last| *last < today && book.is_open(request)) {
            let n_days = book.calendar().working_days(last, today);
            found.push(idx, format!("期限 {last}，已过 {n_days} 个工作日"));
        }
    }
}

/// Days before the due day from which it is announced.
const SOON: u32 = 5;

/// A due day that is near is told.
pub(super) static DUE_SOON: BookRule = BookRule {
    id: "due-soon",
    title: "快到期了",
    severity: Severity::Hint,
    is_missing: true,
    source: &[&law::ARTICLE_33],
    formula: "没有答复的申请，离答复期限还有 5 个工作日以上",
    explanation: "期限按收到日期、补正、征求意见和延期逐日计算。请安排答复；需要延期的，在期限以内告知申请人。",
    find: due_soon,
    examples: &[
        Example::new(
            &[&[
                ("收到日期", "2025-12-16"),
                ("答复日期", ""),
                ("办理结果", ""),
            ]],
            &["期限 2026-01-14，还有 2 个工作日"],
        ),
        Example::new(
            &[&[
                ("收到日期", "2025-12-31"),
                ("答复日期", ""),
                ("办理结果", ""),
            ]],
            &[],
        ),
    ],
};

fn due_soon(book: &Book, found: &mut Found) {
    let Some(today) = book.today else { return };
    for (idx, request, due) in book.requests() {
        let on = due
            .and_then(|due| due.on)
            .filter(|on| *on >= today && book.is_open(request));
        let n_days = on.map(|on| (on, book.calendar().working_days(today, on)));
        if let Some((on, n_days)) = n_days.filter(|(_, n_days)| *n_days <= SOON) {
            found.push(idx, format!("期限 {on}，还有 {n_days} 个工作日"));
        }
    }
}

/// Whoever answers does so until the due day.
pub(super) static REPLIED_LATE: BookRule = BookRule {
    id: "replied-late",
    title: "答复晚于期限",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_33],
    formula: "答复日期不晚于答复期限：收到次日起 20 个工作日，补正后重新起算，征求意见的时间不计，期限内告知的延期加 20 个工作日",
    explanation: "逾期答复在复议、诉讼中会被确认违法。请核对收到、补正、征求意见和延期的日期是否写全；确实逾期的，正文中不要写全部按时答复。",
    find: replied_late,
    examples: &[
        Example::new(
            &[&[("答复日期", "2025-04-01")]],
            &["答复 2025-04-01，期限 2025-03-31"],
        ),
        Example::new(&[&[("答复日期", "2025-03-31")]], &[]),
        Example::new(
            &[&[("答复日期", "2025-04-20"), ("延期告知日期", "2025-03-31")]],
            &[],
        ),
    ],
};

fn replied_late(book: &Book, found: &mut Found) {
    for (idx, request, due) in book.requests() {
        if let (Some(replied), Some(last)) = (request.replied.on(), last_day(due))
            && replied > last
        {
            found.push(idx, format!("答复 {replied}，期限 {last}"));
        }
    }
}

/// The due day that the ledger states is the one that the law gives.
pub(super) static TYPED_DEADLINE_DIFFERS: BookRule = BookRule {
    id: "typed-deadline-differs",
    title: "台账写的答复期限与计算不一致",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_33],
    formula: "台账写的答复期限 = 按收到、补正、征求意见、延期逐日算出的期限",
    explanation: "常见的是按自然日、把收到当天算进去、没有按调休安排或者没有按补正重新起算。请按说明核对，改正公式。",
    find: typed_deadline_differs,
    examples: &[
        Example::new(
            &[&[("法定答复期限", "2025-03-23")]],
            &["台账写 2025-03-23，应为 2025-03-31；像是按 20 个自然日算的"],
        ),
        Example::new(
            &[&[("法定答复期限", "2025-03-28")]],
            &["台账写 2025-03-28，应为 2025-03-31；像是把收到当天算了进去"],
        ),
        Example::new(&[&[("法定答复期限", "2025.3.31")]], &[]),
    ],
};

fn typed_deadline_differs(book: &Book, found: &mut Found) {
    for (idx, request, due) in book.requests() {
        let (Some(typed), Some(due)) = (request.due_typed.on(), due) else {
            continue;
        };
        let Some(on) = due.on else { continue };
        let fits = [
            due.on,
            due.latest,
            due.base.filter(|_| due.extension == Extension::InTime),
        ]
        .contains(&Some(typed));
        if !fits {
            let guess = how_counted(book, request, typed)
                .map_or(String::new(), |how| format!("；像是{how}"));
            found.push(idx, format!("台账写 {typed}，应为 {on}{guess}"));
        }
    }
}

/// How a wrong due day was probably counted.
fn how_counted(book: &Book, request: &Request, typed: Date) -> Option<&'static str> {
    let received = request.receipt()?;
    let calendar = book.calendar();
    let natural = |n: i64| received.checked_add(jiff::Span::new().days(n)).ok();
    let weekdays = |n: u32| {
        let (mut day, mut left) = (received, n);
        while left > 0 {
            day = day.tomorrow().ok()?;
            left -= u32::from(!matches!(
                day.weekday(),
                jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday
            ));
        }
        Some(day)
    };
    let first = || {
        let plain = calendar.after(received, PERIOD);
        (plain == Some(typed)).then_some("没有按补正、征求意见或者延期计算")
    };
    [
        (natural(20), "按 20 个自然日算的"),
        (natural(19), "按 20 个自然日、把收到当天算了进去"),
        (calendar.after(received, PERIOD - 1), "把收到当天算了进去"),
        (weekdays(PERIOD), "没有按放假和调休安排算"),
        (calendar.after(received, 15), "按旧条例的 15 个工作日算的"),
    ]
    .into_iter()
    .find_map(|(day, how)| (day == Some(typed)).then_some(how))
    .or_else(first)
}

/// A due day in a year without an arrangement is only a guess.
pub(super) static CALENDAR_UNKNOWN: BookRule = BookRule {
    id: "calendar-unknown",
    title: "期限经过的年份没有放假安排",
    severity: Severity::Hint,
    is_missing: true,
    source: &[&law::HOLIDAYS],
    formula: "答复期限经过的每一天，放假安排都已收录",
    explanation: "放假安排每年十一月前后才公布，没有收录的年份只能按周末和日期固定的节日推算。请在通知公布后填入这一年的安排，再算一次。",
    find: calendar_unknown,
    examples: &[
        Example::new(
            &[&[
                ("收到日期", "2026-12-04"),
                ("答复日期", ""),
                ("办理结果", ""),
            ]],
            &["期限 2027-01-04 是推算的"],
        ),
        Example::new(&[&[]], &[]),
    ],
};

fn calendar_unknown(book: &Book, found: &mut Found) {
    for (idx, _, due) in book.requests() {
        if let Some(on) = due.filter(|due| due.is_guessed).and_then(|due| due.on) {
            found.push(idx, format!("期限 {on} 是推算的"));
        }
    }
}
