//! The steps on the way to an answer: receipt, correction, consultation, extension.

use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::requests::Channel;
use crate::requests::deadline::{Extension, FOR_AN_OPINION, PERIOD, TO_ASK_FOR_CORRECTION};

use super::examples::Example;
use super::{BookRule, Found};

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
