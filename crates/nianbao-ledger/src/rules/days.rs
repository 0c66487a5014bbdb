//! Days that are none, or that contradict each other.

use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::requests::deadline::Extension;
use crate::requests::{Ledger, Request};

use super::examples::Example;
use super::{BookRule, Found};

/// A cell for a day holds a day.
pub(super) static UNREADABLE_DATE: BookRule = BookRule {
    id: "unreadable-date",
    title: "日期读不出来",
    severity: Severity::Error,
    is_missing: false,
    source: &[&law::ARTICLE_31],
    formula: "台账中写日期的格，是日历上有的一天，年、月、日俱全",
    explanation: "日期决定申请计入哪一年、哪一天到期，读不出来就不猜。请在台账中改成 2025-03-05 的样子。",
    find: unreadable,
    examples: &[
        Example::new(
            &[&[("收到日期", "2025.9.31")]],
            &["收到日期“2025.9.31”：日历上没有这一天"],
        ),
        Example::new(
            &[&[("收到日期", "3月5日")]],
            &["收到日期“3月5日”：没有写年份"],
        ),
        Example::new(
            &[&[("收到日期", "2025年3月5日"), ("延期告知日期", "/")]],
            &[],
        ),
    ],
};

fn unreadable(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        let texts = Ledger::days(request)
            .into_iter()
            .filter_map(|(name, day)| Some((name, day.unreadable()?)));
        let said: Vec<_> = texts
            .map(|(name, (text, why))| format!("{name}日期“{text}”：{}", why.words()))
            .collect();
        if !said.is_empty() {
            found.push(idx, said.join("；"));
        }
    }
}

/// What has to come first comes first.
pub(super) static DATES_OUT_OF_ORDER: BookRule = BookRule {
    id: "dates-out-of-order",
    title: "日期先后颠倒",
    severity: Severity::Error,
    is_missing: false,
    source: &[&law::ARTICLE_33],
    formula: "收到 ≤ 补正告知 ≤ 收到补正 ≤ 答复；征求意见发出 ≤ 收到意见；收到 ≤ 延期告知 ≤ 答复 ≤ 送达",
    explanation: "先后颠倒说明有一个日期写错了，答复早于收到的，办结在哪一年也就不能确定。请核对原件，更正写错的日期。",
    find: out_of_order,
    examples: &[
        Example::new(
            &[&[("答复日期", "2024-03-20")]],
            &["答复 2024-03-20 早于收到 2025-03-03"],
        ),
        Example::new(
            &[&[
                ("补正告知日期", "2025-03-06"),
                ("收到补正日期", "2025-03-04"),
            ]],
            &["收到补正 2025-03-04 早于补正告知 2025-03-06"],
        ),
        Example::new(
            &[&[("答复日期", "2025-03-03"), ("送达日期", "2025-03-03")]],
            &[],
        ),
        // Told after the period and after the answer: that it was late says it already.
        Example::new(&[&[("延期告知日期", "2025-04-08")]], &[]),
    ],
};

fn out_of_order(book: &Book, found: &mut Found) {
    for (idx, request, due) in book.requests() {
        let is_late = due.is_some_and(|due| due.extension == Extension::Late);
        for (about, [(first_name, first), (then_name, then)]) in pairs(request) {
            if about == "延期" && then_name == "答复" && is_late {
                continue;
            }
            if let (Some(first), Some(then)) = (first, then)
                && then < first
            {
                found
                    .push(idx, format!("{then_name} {then} 早于{first_name} {first}"))
                    .about = Some(about);
            }
        }
    }
}

type Named = (&'static str, Option<nianbao_core::date::Date>);

/// Days of which the first comes first, with what the pair is about.
fn pairs(request: &Request) -> [(&'static str, [Named; 2]); 9] {
    let received = ("收到", request.receipt());
    let asked = ("补正告知", request.correction_asked.on());
    let corrected = ("收到补正", request.corrected.on());
    let sent = ("征求意见发出", request.opinion_sent.on());
    let answered = ("收到意见", request.opinion_received.on());
    let extended = ("延期告知", request.extended.on());
    let replied = ("答复", request.replied.on());
    let served = ("送达", request.served.on());
    [
        ("补正", [received, asked]),
        ("补正", [asked, corrected]),
        ("答复", [corrected, replied]),
        ("征求意见", [received, sent]),
        ("征求意见", [sent, answered]),
        ("延期", [received, extended]),
        ("延期", [extended, replied]),
        ("答复", [received, replied]),
        ("送达", [replied, served]),
    ]
}

/// What has happened happened before today.
pub(super) static DATE_IN_FUTURE: BookRule = BookRule {
    id: "date-in-future",
    title: "日期还没有到",
    severity: Severity::Error,
    is_missing: false,
    source: &[&law::PRACTICE],
    formula: "收到、补正、征求意见、延期告知、答复、送达的日期不晚于检查当天",
    explanation: "已经办过的事不会在今天以后，多半是年份写错了。请核对并更正。",
    find: in_future,
    examples: &[
        Example::new(
            &[&[("答复日期", "2026-03-20")]],
            &["答复 2026-03-20 在 2026-01-12 以后"],
        ),
        Example::new(
            &[&[("补正期限", "2026-03-20"), ("法定答复期限", "2026-03-31")]],
            &[],
        ),
    ],
};

fn in_future(book: &Book, found: &mut Found) {
    let Some(today) = book.today else { return };
    const TO_COME: [&str; 3] = ["补正期限", "延迟答复", "答复期限"];
    for (idx, request, _) in book.requests() {
        let days = Ledger::days(request)
            .into_iter()
            .filter(|(name, _)| !TO_COME.contains(name));
        let future = days
            .filter_map(|(name, day)| day.on().filter(|day| *day > today).map(|day| (name, day)));
        let said: Vec<_> = future
            .map(|(name, day)| format!("{name} {day} 在 {today} 以后"))
            .collect();
        if !said.is_empty() {
            found.push(idx, said.join("；"));
        }
    }
}
