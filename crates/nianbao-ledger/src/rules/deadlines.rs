//! Due days, and the steps on the way that move them.

use nianbao_core::date::Date;
use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::requests::deadline::{Due, Extension, FOR_AN_OPINION, PERIOD, TO_ASK_FOR_CORRECTION};
use crate::requests::{Channel, Request};

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

/// A correction is asked for within seven working days.
pub(super) static CORRECTION_ASKED_LATE: BookRule = BookRule {
    id: "correction-asked-late",
    title: "补正告知晚了",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_30],
    formula: "补正告知日期在收到次日起 7 个工作日以内",
    explanation: "补正应当在收到申请之日起 7 个工作日内一次性告知，晚了期限是否还能重新起算会有争议。请核对两个日期。",
    find: correction_asked_late,
    examples: &[
        Example::new(
            &[&[
                ("补正告知日期", "2025-03-13"),
                ("收到补正日期", "2025-03-17"),
            ]],
            &["收到后第 8 个工作日（2025-03-13）告知补正"],
        ),
        Example::new(
            &[&[
                ("补正告知日期", "2025-03-12"),
                ("收到补正日期", "2025-03-17"),
            ]],
            &[],
        ),
    ],
};

fn correction_asked_late(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        let days = request.receipt().zip(request.correction_asked.on());
        if let Some((n_days, asked)) =
            days.map(|(received, asked)| (book.calendar().working_days(received, asked), asked))
            && n_days > TO_ASK_FOR_CORRECTION
        {
            found.push(
                idx,
                format!("收到后第 {n_days} 个工作日（{asked}）告知补正"),
            );
        }
    }
}

/// An extension is told within the period.
pub(super) static EXTENDED_LATE: BookRule = BookRule {
    id: "extended-late",
    title: "告知延期时期限已过",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_33],
    formula: "延期告知日期不晚于没有延期时的答复期限",
    explanation: "期限过后再告知，延期不起作用，答复期限仍是原来那一天。请核对延期告知的日期。",
    find: extended_late,
    examples: &[
        Example::new(
            &[&[("延期告知日期", "2025-04-01"), ("答复日期", "2025-04-10")]],
            &["告知延期 2025-04-01，期限 2025-03-31"],
        ),
        Example::new(
            &[&[("延期告知日期", "2025-03-31"), ("答复日期", "2025-04-10")]],
            &[],
        ),
    ],
};

fn extended_late(book: &Book, found: &mut Found) {
    for (idx, request, due) in book.requests() {
        let late = due.filter(|due| due.extension == Extension::Late);
        if let Some((told, base)) = late.and_then(|due| request.extended.on().zip(due.base)) {
            found.push(idx, format!("告知延期 {told}，期限 {base}"));
        }
    }
}

/// An extension takes twenty working days at most.
pub(super) static EXTENDED_TOO_LONG: BookRule = BookRule {
    id: "extended-too-long",
    title: "延期超过 20 个工作日",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_33],
    formula: "延期至的日期，不晚于原期限之后 20 个工作日",
    explanation: "延长答复的期限最长不得超过 20 个工作日。请核对延期至的日期。",
    find: extended_too_long,
    examples: &[
        Example::new(
            &[&[("延期告知日期", "2025-03-28"), ("延期至", "2025-05-06")]],
            &["延期至 2025-05-06，比原期限 2025-03-31 多 23 个工作日"],
        ),
        Example::new(
            &[&[("延期告知日期", "2025-03-28"), ("延期至", "2025-04-28")]],
            &[],
        ),
    ],
};

fn extended_too_long(book: &Book, found: &mut Found) {
    for (idx, request, due) in book.requests() {
        if let Some((until, base)) = request
            .extended_until
            .on()
            .zip(due.and_then(|due| due.base))
        {
            let n_days = book.calendar().working_days(base, until);
            if n_days > PERIOD {
                found.push(
                    idx,
                    format!("延期至 {until}，比原期限 {base} 多 {n_days} 个工作日"),
                );
            }
        }
    }
}

/// A third party has fifteen working days.
pub(super) static THIRD_PARTY_LATE: BookRule = BookRule {
    id: "third-party-late",
    title: "征求意见超过 15 个工作日",
    severity: Severity::Hint,
    is_missing: false,
    source: &[&law::ARTICLE_32],
    formula: "收到意见日期在征求意见发出次日起 15 个工作日以内",
    explanation: "第三方应当自收到征求意见书之日起 15 个工作日内提出意见，逾期未提出的由行政机关决定是否公开。请核对日期，不必再等的及时答复。",
    find: third_party_late,
    examples: &[
        Example::new(
            &[&[
                ("征求意见发出日期", "2025-03-04"),
                ("收到意见日期", "2025-03-26"),
                ("答复日期", "2025-04-10"),
            ]],
            &["征求意见 2025-03-04 发出，第 16 个工作日（2025-03-26）收到意见"],
        ),
        Example::new(
            &[&[
                ("征求意见发出日期", "2025-03-04"),
                ("收到意见日期", "2025-03-25"),
                ("答复日期", "2025-04-10"),
            ]],
            &[],
        ),
    ],
};

fn third_party_late(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        let Some(sent) = request.opinion_sent.on() else {
            continue;
        };
        let is_waiting = request.opinion_received.is_blank() && book.is_open(request);
        match (request.opinion_received.on(), book.today) {
            (Some(answered), _) => {
                let n_days = book.calendar().working_days(sent, answered);
                if n_days > FOR_AN_OPINION {
                    found.push(
                        idx,
                        format!("征求意见 {sent} 发出，第 {n_days} 个工作日（{answered}）收到意见"),
                    );
                }
            }
            (None, Some(today)) if is_waiting => {
                let n_days = book.calendar().working_days(sent, today);
                if n_days > FOR_AN_OPINION {
                    found.push(
                        idx,
                        format!("征求意见 {sent} 发出，已过 {n_days} 个工作日，还没有收到意见"),
                    );
                }
            }
            _ => {}
        }
    }
}

/// A third party's rights are weighed after asking it.
pub(super) static THIRD_PARTY_NOT_ASKED: BookRule = BookRule {
    id: "third-party-not-asked",
    title: "以第三方权益为由不予公开，没有征求意见的日期",
    severity: Severity::Hint,
    is_missing: false,
    source: &[&law::ARTICLE_32],
    formula: "以保护第三方合法权益为由不予公开的，有征求意见发出日期（台账没有这一列的，不判断）",
    explanation: "公开会损害第三方合法权益的，应当书面征求第三方的意见。请核对是否漏登了征求意见的日期。",
    find: third_party_not_asked,
    examples: &[
        Example::new(
            &[&[("办理结果", "不予公开（商业秘密）")]],
            &["以保护第三方合法权益为由不予公开"],
        ),
        Example::new(
            &[&[
                ("办理结果", "不予公开（商业秘密）"),
                ("征求意见发出日期", "2025-03-04"),
                ("收到意见日期", "2025-03-10"),
            ]],
            &[],
        ),
    ],
};

fn third_party_not_asked(book: &Book, found: &mut Found) {
    const THIRD_PARTY: &str = "handled/withheld/third-party-rights";
    for (idx, request, _) in book.requests() {
        let is_reason = || {
            book.counted
                .places(idx)
                .is_some_and(|places| places.end == [THIRD_PARTY])
        };
        if request.opinion_sent.is_blank()
            && book.has_column(request, crate::requests::heads::Field::OpinionSent)
            && is_reason()
        {
            found.push(idx, "以保护第三方合法权益为由不予公开");
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

/// A request that was not corrected in time is closed.
pub(super) static CORRECTION_LAPSED: BookRule = BookRule {
    id: "correction-lapsed",
    title: "补正期限已过，没有补正也没有办结",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_30],
    formula: "补正期限过后，有收到补正日期或者已经办结",
    explanation: "申请人无正当理由逾期不补正的，视为放弃申请，不再处理。请按办结登记，或者补上收到补正的日期。",
    find: correction_lapsed,
    examples: &[
        Example::new(
            &[&[
                ("补正告知日期", "2025-03-06"),
                ("补正期限", "2025-03-20"),
                ("答复日期", ""),
                ("办理结果", "补正中"),
            ]],
            &["补正期限 2025-03-20 已过"],
        ),
        Example::new(
            &[&[
                ("补正告知日期", "2025-03-06"),
                ("补正期限", "2025-03-20"),
                ("办理结果", "逾期不补正"),
            ]],
            &[],
        ),
    ],
};

fn correction_lapsed(book: &Book, found: &mut Found) {
    let Some(today) = book.today else { return };
    for (idx, request, _) in book.requests() {
        let until = request.correction_until.on().filter(|until| *until < today);
        if let Some(until) = until.filter(|_| request.corrected.is_blank() && book.is_open(request))
        {
            found.push(idx, format!("补正期限 {until} 已过"));
        }
    }
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

/// The day of receipt is the one that the channel asks for.
pub(super) static RECEIPT_BY_CHANNEL: BookRule = BookRule {
    id: "receipt-by-channel",
    title: "收到日期与申请方式不符",
    severity: Severity::Hint,
    is_missing: false,
    source: &[&law::ARTICLE_31],
    formula: "当面提交的，收到日期就是提交日期；邮寄签收的，收到日期与申请日期相差不超过 5 天",
    explanation: "当面提交以提交之日、邮寄签收以行政机关签收之日、网上和传真以双方确认之日、平常信函以与申请人确认之日为收到。请核对收到日期。",
    find: receipt_by_channel,
    examples: &[
        Example::new(
            &[&[("申请日期", "2025-03-01")]],
            &["当面提交于 2025-03-01，却写 2025-03-03 收到"],
        ),
        Example::new(
            &[&[("申请日期", "2025-02-24"), ("申请方式", "EMS")]],
            &["邮寄 2025-02-24 申请，7 天后才收到"],
        ),
        Example::new(&[&[("申请日期", "2025-02-28"), ("申请方式", "EMS")]], &[]),
        Example::new(&[&[("申请日期", "2025-03-01"), ("申请方式", "")]], &[]),
    ],
};

fn receipt_by_channel(book: &Book, found: &mut Found) {
    const DAYS_OF_POST: i32 = 5;
    for (idx, request, _) in book.requests() {
        let (Some(submitted), Some(received)) = (request.submitted.on(), request.received.on())
        else {
            continue;
        };
        let n_days = (received - submitted).get_days();
        match request.channel {
            Channel::InPerson if n_days > 0 => {
                found.push(idx, format!("当面提交于 {submitted}，却写 {received} 收到"));
            }
            Channel::SignedFor if n_days > DAYS_OF_POST => {
                found.push(idx, format!("邮寄 {submitted} 申请，{n_days} 天后才收到"));
            }
            _ => {}
        }
    }
}
