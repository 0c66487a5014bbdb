//! Reconsiderations and suits over requests.

use jiff::civil::date;
use nianbao_core::form::keys::WITHHELD;
use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::requests::Request;
use crate::requests::count::About;

use super::examples::Example;
use super::{BookRule, Found, results};

/// Since 2024 who was refused information goes to reconsideration first.
pub(super) static SUED_DIRECTLY: BookRule = BookRule {
    id: "sued-directly-though-withheld",
    title: "不予公开的申请，未经复议直接起诉",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::RECONSIDERATION_FIRST],
    formula: "2024 年起，不予公开（行政查询事项除外）引起的诉讼，不是未经复议直接起诉",
    explanation: "2024 年 1 月 1 日起，对不予公开不服的应当先申请复议。请核对诉讼类型和立案日期；法院因此裁定驳回起诉的，计入其他结果。",
    find: sued_directly,
    examples: &[
        Example::new(
            &[&[
                ("办理结果", "不予公开（过程性信息）"),
                ("诉讼类型", "未经复议直接起诉"),
                ("诉讼结果", "裁定驳回起诉"),
            ]],
            &["不予公开，2025-03-20 以后直接起诉"],
        ),
        Example::new(
            &[&[
                ("办理结果", "信息不存在"),
                ("诉讼类型", "未经复议直接起诉"),
                ("诉讼结果", "判决维持"),
            ]],
            &[],
        ),
        Example::new(
            &[&[
                ("办理结果", "不予公开（过程性信息）"),
                ("诉讼类型", "复议后起诉"),
                ("诉讼结果", "判决维持"),
            ]],
            &[],
        ),
    ],
};

/// The row of （三）不予公开 that may be sued over directly: it rests on article 36 and not on articles 14 to 16.
const INQUIRY: &str = "handled/withheld/administrative-inquiry";

fn sued_directly(book: &Book, found: &mut Found) {
    let since = date(2024, 1, 1);
    for (idx, request, _) in book.requests() {
        let Some(disputes) = request.disputes.as_deref() else {
            continue;
        };
        if !is_direct(request) {
            continue;
        }
        let (when, is_after) = match (disputes.suit_filed.on(), request.replied.on()) {
            (Some(filed), _) => (format!("{filed} "), filed >= since),
            (None, Some(replied)) => (format!("{replied} 以后"), replied >= since),
            (None, None) => continue,
        };
        let is_withheld = book.counted.result_rows(request).is_some_and(|rows| {
            !rows.is_empty()
                && rows
                    .iter()
                    .all(|row| row.starts_with(WITHHELD) && *row != INQUIRY)
        });
        if is_after && is_withheld {
            found.push(idx, format!("不予公开，{when}直接起诉"));
        }
    }
}

fn is_direct(request: &Request) -> bool {
    request.disputes.as_deref().is_some_and(|disputes| {
        !disputes.direct.is_empty()
            || disputes.suit_kind.contains("直接")
            || disputes.suit_kind.contains("未经复议")
    })
}

/// A dispute of another year is told, since table four counts by the outcome alone.
pub(super) static DISPUTE_OUTSIDE_YEAR: BookRule = BookRule {
    id: "dispute-outside-year",
    title: "立案日期在统计年度以后",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::FORM_TABLE_4],
    formula: "复议、诉讼的立案日期不晚于统计年度的 12 月 31 日",
    explanation: "表四按台账中的复议、诉讼结果统计，没有按立案日期剔除。请核对这一件是否应当计入这一年。",
    find: dispute_outside_year,
    examples: &[
        Example::new(
            &[&[
                ("办理结果", "信息不存在"),
                ("诉讼类型", "未经复议直接起诉"),
                ("诉讼立案日期", "2026-01-05"),
                ("诉讼结果", "尚未审结"),
            ]],
            &["2026-01-05 立案"],
        ),
        Example::new(
            &[&[
                ("办理结果", "信息不存在"),
                ("诉讼类型", "未经复议直接起诉"),
                ("诉讼立案日期", "2025-05-05"),
                ("诉讼结果", "尚未审结"),
            ]],
            &[],
        ),
    ],
};

fn dispute_outside_year(book: &Book, found: &mut Found) {
    for (idx, request, _) in book.requests() {
        let Some(disputes) = request.disputes.as_deref() else {
            continue;
        };
        for filed in [&disputes.reconsideration_filed, &disputes.suit_filed] {
            if let Some(filed) = filed.on().filter(|filed| filed.year() > book.counted.year) {
                found.push(idx, format!("{filed} 立案"));
            }
        }
    }
}

/// A dispute comes after the answer, or after the due day.
pub(super) static DISPUTE_TOO_EARLY: BookRule = BookRule {
    id: "dispute-too-early",
    title: "复议、诉讼早于答复和期限",
    severity: Severity::Hint,
    is_missing: false,
    source: &[&law::RECONSIDERATION_FIRST],
    formula: "复议、诉讼的立案日期不早于答复日期，也不早于答复期限的次日",
    explanation: "没有答复、期限也没有到，还谈不上复议和诉讼，多半是日期写错或者登在了另一件下面。请核对。",
    find: dispute_too_early,
    examples: &[
        Example::new(
            &[&[
                ("复议结果", "维持"),
                ("诉讼类型", "复议后起诉"),
                ("诉讼立案日期", "2025-03-10"),
                ("诉讼结果", "撤诉"),
            ]],
            &["2025-03-10 立案，答复 2025-03-20"],
        ),
        Example::new(
            &[&[
                ("复议结果", "维持"),
                ("诉讼类型", "复议后起诉"),
                ("诉讼立案日期", "2025-06-10"),
                ("诉讼结果", "撤诉"),
            ]],
            &[],
        ),
    ],
};

fn dispute_too_early(book: &Book, found: &mut Found) {
    for (idx, request, due) in book.requests() {
        let Some(disputes) = request.disputes.as_deref() else {
            continue;
        };
        for filed in [&disputes.reconsideration_filed, &disputes.suit_filed] {
            let (Some(filed), Some(replied)) = (filed.on(), request.replied.on()) else {
                continue;
            };
            let is_before_due = due.and_then(|due| due.on).is_none_or(|on| filed <= on);
            if filed < replied && is_before_due {
                found.push(idx, format!("{filed} 立案，答复 {replied}"));
            }
        }
    }
}

/// A wording of an outcome fits one column.
pub(super) static OUTCOME_OPEN: BookRule = BookRule {
    id: "dispute-outcome-open",
    title: "复议、诉讼结果待归类",
    severity: Severity::Warning,
    is_missing: true,
    source: &[&law::FORM_TABLE_4],
    formula: "复议、诉讼结果和诉讼类型的写法，只合表四的一列",
    explanation: "“驳回”可能计入结果维持，也可能计入其他结果，程序不猜。请回答每种写法属于哪一列。",
    find: |book, found| {
        results::open(book, found, About::Outcome);
        results::open(book, found, About::Suit);
    },
    examples: &[
        Example::new(&[&[("复议结果", "驳回复议请求")]], &["“驳回复议请求” 1 件"]),
        Example::new(&[&[("复议结果", "维持")]], &[]),
    ],
};
