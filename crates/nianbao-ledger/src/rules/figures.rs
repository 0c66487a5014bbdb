//! Figures of a report beside those of the ledger.

use nianbao_core::form::keys::{CARRIED_FORWARD, CARRIED_OVER, CASES, DISPUTES, HANDLED, REQUESTS};
use nianbao_core::form::{Cell, TableForm};
use nianbao_core::judgement::Severity;
use nianbao_core::law;
use nianbao_core::report::Report;

use crate::book::Book;

use super::examples::Example;
use super::{BookRule, Found};

/// Rules whose findings say that a report and its ledger do not agree.
pub(super) const DIFFERS: [&str; 3] = [
    "typed-differs-from-ledger",
    "carried-over-differs",
    "disputes-differ",
];

/// Names of cases that a statement lists.
const NAMED: usize = 8;

/// Table three has what the ledger counts.
pub(super) static TYPED_DIFFERS: BookRule = BookRule {
    id: "typed-differs-from-ledger",
    title: "表三与台账不一致",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::FORM_TABLE_3, &law::FORM_RESPONSIBILITY],
    formula: "表三每一格 = 台账中属于这一格的件数；有待归类的，在确定的件数和全部归入的件数之间",
    explanation: "表三由台账逐件数出，不一致说明一处多计、漏计或者归错了类。请对照所列的申请更正，台账漏登的补登。",
    find: typed_differs,
    examples: &[
        Example {
            rows: &[&[], &[("申请人类别", "企业")]],
            report: &[
                ("newly-received", "requester/natural-person", "2"),
                ("handled/granted", "requester/natural-person", "2"),
            ],
            previous: &[],
            finds: &[
                "一、本年新收政府信息公开申请数量，自然人：年报 2，台账 1（2）；像是归错了申请人类别",
                "一、本年新收政府信息公开申请数量，法人或其他组织 商业企业：年报 0，台账 1（3）；像是归错了申请人类别",
                "（一）予以公开，自然人：年报 2，台账 1（2）；像是归错了申请人类别",
                "（一）予以公开，法人或其他组织 商业企业：年报 0，台账 1（3）；像是归错了申请人类别",
            ],
        },
        Example {
            rows: &[&[], &[("申请人类别", "单位")]],
            report: &[
                ("newly-received", "requester/natural-person", "1"),
                ("newly-received", "requester/organization/enterprise", "1"),
                ("handled/granted", "requester/natural-person", "1"),
                ("handled/granted", "requester/organization/enterprise", "1"),
            ],
            previous: &[],
            finds: &[],
        },
        Example {
            rows: &[
                &[],
                &[("收到日期", "2025-12-25"), ("答复日期", "2026-01-05")],
            ],
            report: &[
                ("newly-received", "requester/natural-person", "2"),
                ("handled/granted", "requester/natural-person", "2"),
            ],
            previous: &[],
            finds: &[
                "（一）予以公开，自然人：年报 2，台账 1（2）；像是把年底以后才答复的也算作办结",
                "四、结转下年度继续办理，自然人：年报 0，台账 1（3）",
            ],
        },
    ],
};

fn typed_differs(book: &Book, found: &mut Found) {
    compare(book, REQUESTS, found);
}

/// Table four has what the ledger counts.
pub(super) static DISPUTES_DIFFER: BookRule = BookRule {
    id: "disputes-differ",
    title: "表四与台账不一致",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::FORM_TABLE_4, &law::FORM_RESPONSIBILITY],
    formula: "表四每一格 = 台账中属于这一格的复议、诉讼件数（台账没有复议、诉讼各列的，不比较）",
    explanation: "表四由台账逐件数出；只因主动公开引起的复议、诉讼不在申请台账里。请对照所列的申请核对。",
    find: |book, found| {
        let has_disputes = book
            .ledger
            .requests
            .iter()
            .any(|request| request.disputes.is_some());
        if has_disputes {
            compare(book, DISPUTES, found);
        }
    },
    examples: &[
        Example {
            rows: &[&[("复议结果", "维持")]],
            report: &[(CASES, "reconsideration/corrected", "1")],
            previous: &[],
            finds: &[
                "行政复议 结果维持：年报 0，台账 1（2）",
                "行政复议 结果纠正：年报 1，台账 0",
            ],
        },
        Example {
            rows: &[&[]],
            report: &[(CASES, "reconsideration/corrected", "1")],
            previous: &[],
            finds: &[],
        },
    ],
};

/// A report on the same year, and its table and ours.
fn tables<'a>(book: &Book<'a>, key: &str) -> Option<(&'a Report, &'static TableForm)> {
    let report = book
        .report
        .filter(|report| report.year.map(i32::from) == Some(i32::from(book.counted.year)))?;
    Some((report, book.counted.form.table(key)?))
}

/// A figure of the report that cannot be what the ledger counts.
struct Difference {
    cell: Cell,
    row: usize,
    column: usize,
    typed: i64,
    certain: i64,
    open: i64,
}

impl Difference {
    fn by(&self) -> i64 {
        self.typed - self.certain
    }
}

fn compare(book: &Book, key: &str, found: &mut Found) {
    let Some((report, table)) = tables(book, key) else {
        return;
    };
    let differences = differences(book, report, table);
    for difference in &differences {
        let (requests, _) = book.counted.requests_behind(difference.cell);
        let guess = guess(book, table, difference, &differences)
            .map_or(String::new(), |guess| format!("；像是{guess}"));
        let open = match difference.open {
            0 => String::new(),
            open => format!("，另有 {open} 件待归类"),
        };
        let name = book.counted.form.name(difference.cell);
        let (typed, certain) = (difference.typed, difference.certain);
        let names = names(book, &requests);
        let statement = format!("{name}：年报 {typed}，台账 {certain}{open}{names}{guess}");
        found.push_figure(statement).also = requests;
    }
}

/// Where a report and the ledger differ, in printed order; a total that differs only because its terms do says nothing new.
fn differences(book: &Book, report: &Report, table: &'static TableForm) -> Vec<Difference> {
    let (form, key) = (book.counted.form, table.table.key);
    let places = (0..table.rows.len())
        .flat_map(|row| (0..table.columns.len()).map(move |column| (row, column)));
    let mut places: Vec<_> = places
        .map(|(row, column)| (form.is_total(table.cell(row, column)), row, column))
        .collect();
    places.sort_by_key(|(is_total, ..)| *is_total);
    let mut differences: Vec<Difference> = Vec::new();
    let mut wrong: Vec<(usize, usize)> = Vec::new();
    for (is_total, row, column) in places {
        let cell = table.cell(row, column);
        let typed = report
            .form
            .cell(key, &table.rows[row].path, &table.columns[column].path)
            .and_then(|cell| report.number(cell));
        let (Some(typed), Some(behind)) = (typed, book.counted.behind(cell)) else {
            continue;
        };
        let [certain, open] =
            [behind.certain, behind.open].map(|n| i64::try_from(n).unwrap_or(i64::MAX));
        if (certain..=certain + open).contains(&typed) {
            continue;
        }
        let mut others = wrong.iter();
        let follows = is_total && others.any(|other| other.0 == row || other.1 == column);
        wrong.push((row, column));
        if !follows {
            differences.push(Difference {
                cell,
                row,
                column,
                typed,
                certain,
                open,
            });
        }
    }
    differences.sort_by_key(|difference| difference.cell);
    differences
}

/// What mistake would explain a difference.
fn guess(
    book: &Book,
    table: &'static TableForm,
    about: &Difference,
    others: &[Difference],
) -> Option<&'static str> {
    let is_requests = table.table.key == REQUESTS;
    let moved = others.iter().any(|other| {
        other.row == about.row && other.column != about.column && other.by() == -about.by()
    });
    if is_requests && moved {
        return Some("归错了申请人类别");
    }
    let row = &table.rows[about.row].path;
    if !is_requests || !row.starts_with(HANDLED) {
        return None;
    }
    // Answered after the year with a result that the ledger shows already.
    let forward = table.row(CARRIED_FORWARD)?;
    let (carried, _) = book
        .counted
        .requests_behind(table.cell(forward, about.column));
    let with_result = carried.iter().filter(|request| {
        let rows = book
            .counted
            .result_rows(&book.ledger.requests[**request as usize]);
        rows.is_some_and(|rows| rows == [row.as_str()])
    });
    (i64::try_from(with_result.count()) == Ok(about.by())).then_some("把年底以后才答复的也算作办结")
}

fn names(book: &Book, requests: &[u32]) -> String {
    if requests.is_empty() {
        return String::new();
    }
    let names: Vec<_> = requests
        .iter()
        .take(NAMED)
        .map(|request| book.name(*request))
        .collect();
    let more = if requests.len() > NAMED { "……" } else { "" };
    format!("（{}{more}）", names.join("、"))
}

/// What the ledger carries over is what last year's report carried forward.
pub(super) static CARRIED_OVER_DIFFERS: BookRule = BookRule {
    id: "carried-over-differs",
    title: "台账中的上年结转与上年年报不一致",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::FORM_TABLE_3],
    formula: "每一列：台账中的上年结转 = 上年年报的结转下年度继续办理",
    explanation: "上年年底没有办完的申请，今年的台账里应当都在。请核对上年台账末尾没有办结的申请是否转了过来。",
    find: carried_over_differs,
    examples: &[
        Example {
            rows: &[&[("收到日期", "2024-12-20"), ("答复日期", "2025-01-10")]],
            report: &[],
            previous: &[(CARRIED_FORWARD, "requester/natural-person", "2")],
            finds: &[
                "自然人：上年年报 2，台账 1（2）",
                "总计：上年年报 2，台账 1（2）",
            ],
        },
        Example {
            rows: &[&[("收到日期", "2024-12-20"), ("答复日期", "2025-01-10")]],
            report: &[],
            previous: &[(CARRIED_FORWARD, "requester/natural-person", "1")],
            finds: &[],
        },
    ],
};

fn carried_over_differs(book: &Book, found: &mut Found) {
    let Some(previous) = book.previous.filter(|previous| {
        previous.year.map(|year| i32::from(year) + 1) == Some(i32::from(book.counted.year))
    }) else {
        return;
    };
    let Some(table) = book.counted.form.table(REQUESTS) else {
        return;
    };
    let Some(row) = table.row(CARRIED_OVER) else {
        return;
    };
    for (column, line) in table.columns.iter().enumerate() {
        let typed = previous
            .form
            .cell(REQUESTS, CARRIED_FORWARD, &line.path)
            .and_then(|cell: Cell| previous.number(cell));
        let cell = table.cell(row, column);
        let (Some(typed), Some(behind)) = (typed, book.counted.behind(cell)) else {
            continue;
        };
        let [certain, open] =
            [behind.certain, behind.open].map(|n| i64::try_from(n).unwrap_or(i64::MAX));
        if !(certain..=certain + open).contains(&typed) {
            let (requests, _) = book.counted.requests_behind(cell);
            let name = &line.name;
            let statement = format!(
                "{name}：上年年报 {typed}，台账 {certain}{}",
                names(book, &requests)
            );
            found.push_figure(statement).also = requests;
        }
    }
}

/// A text that says that all was answered in time is not contradicted.
pub(super) static RATE_CONTRADICTED: BookRule = BookRule {
    id: "rate-contradicted",
    title: "正文说全部按时答复，台账中有逾期的",
    severity: Severity::Warning,
    is_missing: false,
    source: &[&law::FORM_RESPONSIBILITY],
    formula: "正文写全部按时、按期答复或者按时办结率 100% 的，台账中没有答复晚于期限的申请",
    explanation: "按时办结率是按时办结的件数除以办结的件数，有逾期的就不是 100%。请核对逾期的申请，或者改写正文。",
    find: rate_contradicted,
    examples: &[
        Example {
            rows: &[&[("答复日期", "2025-04-01")]],
            report: &[("overview/on-request", "", "全年收到申请1件，全部按时答复。")],
            previous: &[],
            finds: &["“全部按时答复”，台账中有 1 件逾期"],
        },
        Example {
            rows: &[&[]],
            report: &[("overview/on-request", "", "全年收到申请1件，全部按时答复。")],
            previous: &[],
            finds: &[],
        },
    ],
};

fn rate_contradicted(book: &Book, found: &mut Found) {
    const CLAIMS: [&str; 10] = [
        "全部按时答复",
        "全部按期答复",
        "均按时答复",
        "均按期答复",
        "按时答复率100%",
        "按期答复率100%",
        "按时办结率100%",
        "按期办结率100%",
        "全部在法定期限内答复",
        "均在法定期限内答复",
    ];
    let Some((report, _)) = tables(book, REQUESTS) else {
        return;
    };
    let late: Vec<_> = super::deadlines::REPLIED_LATE
        .judge(book)
        .into_iter()
        .filter_map(|finding| finding.request)
        .collect();
    let counted: Vec<_> = late
        .into_iter()
        .filter(|request| {
            book.counted
                .places(*request)
                .is_some_and(|places| super::content::is_concluded(&places))
        })
        .collect();
    if counted.is_empty() {
        return;
    }
    let texts = report
        .form
        .text_ids()
        .map(|text| crate::fold::folded(report.text(text)));
    let claim = texts
        .into_iter()
        .find_map(|text| CLAIMS.into_iter().find(|claim| text.contains(claim)));
    if let Some(claim) = claim {
        let statement = format!("“{claim}”，台账中有 {} 件逾期", counted.len());
        found.push_figure(statement).also = counted;
    }
}
