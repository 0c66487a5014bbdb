//! Results and days that belong together, and wordings that wait for an answer.

use std::collections::BTreeMap;

use nianbao_core::form::keys::{EXCESSIVE, FEE_UNPAID};
use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::requests::count::About;
use crate::requests::heads::Field;

use super::examples::Example;
use super::{BookRule, Found};

/// A result has a day.
pub(super) static RESULT_WITHOUT_DATE: BookRule = BookRule {
    id: "result-without-date",
    title: "有办理结果，没有答复日期",
    severity: Severity::Warning,
    is_missing: true,
    source: &[&law::FORM_TABLE_3],
    formula: "写了办理结果的申请，有答复日期",
    explanation: "没有答复日期，就不知道是不是在年内办结，办理结果和结转下年度两处都不能确定。请补上答复日期；还没有办结的，删去结果。",
    find: result_without_date,
    examples: &[
        Example::new(&[&[("答复日期", "")]], &["办理结果“予以公开”"]),
        Example::new(&[&[("答复日期", ""), ("办理结果", "办理中")]], &[]),
    ],
};

fn result_without_date(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        if request.replied.on().is_none() && book.counted.has_result(request) {
            found.push(
                idx,
                format!(
                    "办理结果“{}”",
                    book.ledger.results[request.result as usize].shown()
                ),
            );
        }
    }
}

/// A day of answer has a result.
pub(super) static DATE_WITHOUT_RESULT: BookRule = BookRule {
    id: "date-without-result",
    title: "有答复日期，没有办理结果",
    severity: Severity::Warning,
    is_missing: true,
    source: &[&law::FORM_TABLE_3],
    formula: "写了答复日期的申请，有办理结果",
    explanation: "已经办结的申请要按结果计入表三的一行。请查看答复书，补上办理结果。",
    find: date_without_result,
    examples: &[
        Example::new(&[&[("办理结果", "")]], &["答复 2025-03-20"]),
        Example::new(&[&[("办理结果", ""), ("答复日期", "")]], &[]),
    ],
};

fn date_without_result(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        if let Some(replied) = request
            .replied
            .on()
            .filter(|_| !book.counted.has_result(request))
        {
            found.push(idx, format!("答复 {replied}"));
        }
    }
}

/// A wording of the requester's kind fits one column.
pub(super) static KIND_OPEN: BookRule = BookRule {
    id: "kind-open",
    title: "申请人类别待归类",
    severity: Severity::Warning,
    is_missing: true,
    source: &[&law::FORM_TABLE_3],
    formula: "申请人类别的写法，只合表三的一列",
    explanation: "“法人或其他组织”这样的写法合于几列，程序不猜。请回答每种写法属于哪一列，同样写法的申请一次归类。",
    find: |book, found| open(book, found, About::Kind),
    examples: &[
        Example::new(
            &[&[("申请人类别", "单位")], &[("申请人类别", "单位")]],
            &["“单位” 2 件"],
        ),
        Example::new(&[&[("申请人类别", "律师事务所")]], &[]),
    ],
};

/// A wording of a result fits one row.
pub(super) static RESULT_OPEN: BookRule = BookRule {
    id: "result-open",
    title: "办理结果待归类",
    severity: Severity::Warning,
    is_missing: true,
    source: &[&law::FORM_TABLE_3],
    formula: "办理结果的写法，只合表三的一行",
    explanation: "“不予公开”这样的写法没有说是哪一种情形，程序不猜。请回答每种写法属于哪一行，同样写法的申请一次归类。",
    find: |book, found| open(book, found, About::Result),
    examples: &[
        Example::new(&[&[("办理结果", "不予公开")]], &["“不予公开” 1 件"]),
        Example::new(&[&[("办理结果", "不予公开（过程性信息）")]], &[]),
    ],
};

pub(super) fn open(book: &Book, found: &mut Found, about: About) {
    for question in book.counted.questions(book.ledger, book.answers) {
        if let (true, [first, rest @ ..]) = (question.about == about, &question.requests[..]) {
            let n_requests = question.requests.len();
            found
                .push(*first, format!("“{}” {n_requests} 件", question.wording))
                .also = rest.to_vec();
        }
    }
}

/// Whoever is told that requests are excessive has been asked for reasons.
pub(super) static EXCESSIVE_WITHOUT_REASON: BookRule = BookRule {
    id: "excessive-without-reason",
    title: "以大量反复申请为由不予处理，没有要求说明理由",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::ARTICLE_35],
    formula: "以无正当理由大量反复申请为由不予处理的，有要求说明理由的记录；台账没有这一列的，同一申请人不止一件（没有申请人姓名的不判断）",
    explanation: "申请数量、频次明显超过合理范围的，应当先要求申请人说明理由，理由不合理的才告知不予处理。请核对申请人一栏、要求说明理由的日期和办理结果。",
    find: excessive_without_reason,
    examples: &[
        Example::new(
            &[
                &[("办理结果", "大量反复申请"), ("要求说明理由", "/")],
                &[("要求说明理由", "2025-03-06")],
            ],
            &["没有要求说明理由的记录"],
        ),
        Example::new(
            &[
                &[("办理结果", "大量反复申请"), ("要求说明理由", "2025-03-06")],
                &[],
            ],
            &[],
        ),
    ],
};

fn excessive_without_reason(book: &Book, found: &mut Found) {
    let mut by_who: BTreeMap<&str, usize> = BTreeMap::new();
    for request in &book.ledger.requests {
        *by_who.entry(&request.who).or_default() += 1;
    }
    for (idx, request, _) in book.requests() {
        let places = book.counted.places(idx);
        if places.is_none_or(|places| places.end != [EXCESSIVE]) || request.reason_asked {
            continue;
        }
        if book.has_column(request, Field::ReasonAsked) {
            found.push(idx, "没有要求说明理由的记录");
        } else if !request.who.is_empty() && by_who.get(&*request.who) == Some(&1) {
            found.push(idx, "申请人在台账中只有这一件").severity = Severity::Hint;
        }
    }
}

/// Whoever did not pay was told to.
pub(super) static FEE_UNPAID_WITHOUT_NOTICE: BookRule = BookRule {
    id: "fee-unpaid-without-notice",
    title: "以未缴费为由不再处理，没有收费通知",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::FEE_RULES],
    formula: "以逾期未缴费为由不再处理的，有收费通知日期（台账没有这一列的，不判断）",
    explanation: "未缴费以发出收费通知为前提，收费情况还要写进第六部分。请补上收费通知的日期。",
    find: fee_unpaid_without_notice,
    examples: &[
        Example::new(&[&[("办理结果", "逾期未缴费")]], &["没有收费通知日期"]),
        Example::new(
            &[&[("办理结果", "逾期未缴费"), ("收费通知", "2025-03-05")]],
            &[],
        ),
    ],
};

fn fee_unpaid_without_notice(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        let is_reason = || {
            book.counted
                .places(idx)
                .is_some_and(|places| places.end == [FEE_UNPAID])
        };
        if request.fee_notice.is_blank()
            && book.has_column(request, Field::FeeNotice)
            && is_reason()
        {
            found.push(idx, "没有收费通知日期");
        }
    }
}
