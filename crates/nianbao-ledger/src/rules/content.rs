//! Cases that are alike, and what should not be in an export.

use std::collections::BTreeMap;

use nianbao_core::form::keys::HANDLED;
use nianbao_core::judgement::Severity;
use nianbao_core::law;

use crate::book::Book;
use crate::fold::folded;
use crate::requests::Request;

use super::examples::Example;
use super::{BookRule, Found};

/// A number is one case, or the parts of one form.
pub(super) static NUMBER_TWICE: BookRule = BookRule {
    id: "number-twice",
    title: "编号重复",
    severity: Severity::Error,
    is_missing: false,
    source: &[&law::PRACTICE],
    formula: "一个编号只登记一件；一份申请书拆成几件的，连续登记，收到日期和申请人相同",
    explanation: "编号重复，可能是同一件登了两次，也可能是一件的编号写错，件数因此会多算或者对不上。请核对原件，改正编号或者删去重复的一行。",
    find: number_twice,
    examples: &[
        Example::new(
            &[&[("登记编号", "7")], &[("登记编号", "7"), ("申请人", "乙")]],
            &["编号 7 有 2 件", "编号 7 有 2 件"],
        ),
        // The parts of one form.
        Example::new(
            &[
                &[("登记编号", "7")],
                &[("登记编号", "7"), ("申请内容", "另一项")],
            ],
            &[],
        ),
    ],
};

fn number_twice(book: &Book, found: &mut Found) {
    let mut by_number: BTreeMap<&str, Vec<(u32, &Request)>> = BTreeMap::new();
    for (idx, request, _) in book
        .requests()
        .filter(|(_, request, _)| !request.number.is_empty())
    {
        by_number
            .entry(&request.number)
            .or_default()
            .push((idx, request));
    }
    let mut twice: Vec<(u32, String, Vec<u32>)> = Vec::new();
    for (number, cases) in by_number {
        // Each form once, by its first part.
        let mut forms: Vec<&(u32, &Request)> = Vec::new();
        for case in &cases {
            let is_part = |first: &&&(u32, &Request)| {
                case.1.part_of == Some(first.0) || is_same_form(first.1, case.1)
            };
            if !forms.iter().any(|first| is_part(&first)) {
                forms.push(case);
            }
        }
        if forms.len() > 1 {
            let all: Vec<_> = cases.iter().map(|(idx, _)| *idx).collect();
            for (idx, _) in forms.iter().copied() {
                let others = all.iter().copied().filter(|other| other != idx).collect();
                twice.push((*idx, format!("编号 {number} 有 {} 件", cases.len()), others));
            }
        }
    }
    twice.sort_by_key(|(idx, ..)| *idx);
    for (idx, statement, also) in twice {
        found.push(idx, statement).also = also;
    }
}

/// Whether two lines with one number are parts of one form: one day, one requester who is named, next to each other.
fn is_same_form(first: &Request, part: &Request) -> bool {
    const NEAR: u32 = 20;
    first.at.sheet == part.at.sheet
        && part.at.row.abs_diff(first.at.row) <= NEAR
        && first.receipt() == part.receipt()
        && !first.who.is_empty()
        && first.who == part.who
        && first.what != part.what
}

/// Contents that are at least so alike, in hundredths, are the same question.
const ALIKE: usize = 85;

/// The same question of the same requester was answered before.
pub(super) static ASKED_BEFORE: BookRule = BookRule {
    id: "asked-before",
    title: "同一申请人以前申请过相近的内容",
    severity: Severity::Hint,
    is_missing: false,
    source: &[&law::ARTICLE_36],
    formula: "同一申请人、内容相同或者相近（八成五以上）的申请，以前没有答复过；已经按重复申请登记的不提示",
    explanation: "已经答复过的，再次申请可以告知不予重复处理。请核对这一件的办理结果。",
    find: asked_before,
    examples: &[
        Example::new(
            &[
                &[("申请内容", "青云路道路施工招投标文件和中标合同")],
                &[
                    ("申请内容", "青云路道路施工的招投标文件和中标合同"),
                    ("收到日期", "2025-04-03"),
                    ("答复日期", "2025-04-20"),
                ],
            ],
            &["与 2 相近，2025-03-20 已经答复"],
        ),
        Example::new(
            &[
                &[("申请内容", "青云路道路施工招投标文件和中标合同")],
                &[
                    ("申请内容", "南湖片区房屋征收补偿方案"),
                    ("收到日期", "2025-04-03"),
                    ("答复日期", "2025-04-20"),
                ],
            ],
            &[],
        ),
    ],
};

/// A request with its place in the ledger and what it asks for, folded.
type Earlier<'a> = (u32, &'a Request, Vec<char>);

fn asked_before(book: &Book, found: &mut Found) {
    const REPEATED: &str = "handled/not-processed/repeated";
    const SHORTEST: usize = 8;
    // Of one requester with thousands of requests only the latest are compared.
    const COMPARED: usize = 300;
    let mut by_who: BTreeMap<&str, Vec<Earlier>> = BTreeMap::new();
    for (idx, request, _) in book
        .requests()
        .filter(|(_, request, _)| !request.who.is_empty())
    {
        let what: Vec<char> = folded(&request.what).chars().collect();
        if what.len() >= SHORTEST {
            by_who
                .entry(&request.who)
                .or_default()
                .push((idx, request, what));
        }
    }
    let mut alike: Vec<(u32, u32)> = Vec::new();
    for cases in by_who.values() {
        for (place, (idx, request, what)) in cases.iter().enumerate() {
            let is_told = book
                .counted
                .places(*idx)
                .is_some_and(|places| places.end.contains(&REPEATED));
            let received = request.receipt().filter(|_| !is_told);
            let Some(received) = received else { continue };
            let was_answered = |earlier: &Request| {
                earlier
                    .replied
                    .on()
                    .is_some_and(|replied| replied <= received)
            };
            let before = cases[place.saturating_sub(COMPARED)..place]
                .iter()
                .find(|(_, earlier, text)| was_answered(earlier) && likeness(text, what) >= ALIKE);
            alike.extend(before.map(|(earlier, ..)| (*idx, *earlier)));
        }
    }
    alike.sort_unstable();
    for (idx, earlier) in alike {
        let replied = book.ledger.requests[earlier as usize]
            .replied
            .on()
            .map_or(String::new(), |day| day.to_string());
        found
            .push(
                idx,
                format!("与 {} 相近，{replied} 已经答复", book.name(earlier)),
            )
            .also = vec![earlier];
    }
}

/// How alike two texts are in hundredths: pairs of letters that both have.
fn likeness(a: &[char], b: &[char]) -> usize {
    let pairs = |text: &[char]| {
        let mut pairs: Vec<_> = text.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs
    };
    let (a, b) = (pairs(a), pairs(b));
    let (mut n_common, mut i, mut k) = (0, 0, 0);
    while i < a.len() && k < b.len() {
        match a[i].cmp(&b[k]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => k += 1,
            std::cmp::Ordering::Equal => (n_common, i, k) = (n_common + 1, i + 1, k + 1),
        }
    }
    200 * n_common / (a.len() + b.len()).max(1)
}

/// Requests of one requester in a calendar month for which no fee is asked.
const FREE: usize = 10;

/// More than ten requests in a month are told, since fees may be asked.
pub(super) static MANY_IN_MONTH: BookRule = BookRule {
    id: "many-in-month",
    title: "同一申请人一个月内超过 10 件",
    severity: Severity::Hint,
    is_missing: false,
    source: &[&law::FEE_RULES, &law::ARTICLE_35],
    formula: "同一申请人一个自然月内的申请不超过 10 件",
    explanation: "超过 10 件的，可以要求说明理由，可以按件收取信息处理费，收费情况写进第六部分。请核对是否同名的不同申请人。",
    find: many_in_month,
    examples: &[
        Example::new(
            &[&[], &[], &[], &[], &[], &[], &[], &[], &[], &[], &[]],
            &[
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
                "2025 年 3 月共 11 件",
            ],
        ),
        Example::new(
            &[
                &[],
                &[],
                &[],
                &[],
                &[],
                &[],
                &[],
                &[],
                &[],
                &[("收到日期", "2025-04-01")],
                &[],
            ],
            &[],
        ),
    ],
};

fn many_in_month(book: &Book, found: &mut Found) {
    let mut by_month: BTreeMap<(&str, i16, i8), Vec<u32>> = BTreeMap::new();
    for (idx, request, _) in book
        .requests()
        .filter(|(_, request, _)| !request.who.is_empty())
    {
        if let Some(received) = request.receipt() {
            by_month
                .entry((&request.who, received.year(), received.month()))
                .or_default()
                .push(idx);
        }
    }
    let many = by_month.into_iter().filter(|(_, cases)| cases.len() > FREE);
    let mut many: Vec<_> = many
        .flat_map(|((_, year, month), cases)| {
            let n = cases.len();
            cases
                .into_iter()
                .map(move |idx| (idx, format!("{year} 年 {month} 月共 {n} 件")))
        })
        .collect();
    many.sort_unstable();
    for (idx, statement) in many {
        found.push(idx, statement);
    }
}

/// Texts that are exported hold no numbers of identity cards and phones.
pub(super) static PERSONAL_DATA: BookRule = BookRule {
    id: "personal-data-in-content",
    title: "申请内容或备注里有身份证号、手机号",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::PERSONAL_DATA],
    formula: "申请内容和备注中没有 18 位身份证号和 11 位手机号",
    explanation: "导出台账给别人看以前，个人信息要去掉。请删去号码；本程序导出的文件不含申请内容和备注。",
    find: personal_data,
    examples: &[
        Example::new(
            &[&[("申请内容", "请寄到，电话14000001234")]],
            &["申请内容或备注里有号码"],
        ),
        Example::new(
            &[&[("申请内容", "2021〔35〕号文件附表12345678901234567890")]],
            &[],
        ),
    ],
};

fn personal_data(book: &Book, found: &mut Found) {
    for (idx, _, _) in book
        .requests()
        .filter(|(_, request, _)| request.has_personal_data)
    {
        found.push(idx, "申请内容或备注里有号码");
    }
}

/// The rows of results, for rules that look whether a case is concluded.
pub(super) fn is_concluded(places: &crate::requests::count::Places) -> bool {
    !places.end.is_empty() && places.end.iter().all(|path| path.starts_with(HANDLED))
}
