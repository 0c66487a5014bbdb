//! Ledgers drawn at random, with the truth known: counted right or asked about, never wrong in silence.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::{Date, date};
use nianbao_core::form::keys::{CARRIED_FORWARD, CARRIED_OVER, NEWLY_RECEIVED, REQUESTS};
use nianbao_core::sheet::{Merged, Sheet};
use nianbao_ledger::requests::{Answers, Ledger, count, read};
use proptest::prelude::*;

const YEAR: i16 = 2025;

/// Wordings and the column they mean; with several, which one is true is known to the test alone.
#[rustfmt::skip]
const KINDS: &[(&str, &[&str])] = &[
    ("自然人", &["requester/natural-person"]),
    ("公民", &["requester/natural-person"]),
    ("企业", &["requester/organization/enterprise"]),
    ("商业企业", &["requester/organization/enterprise"]),
    ("科研机构", &["requester/organization/research"]),
    ("基金会", &["requester/organization/public-interest"]),
    ("律师事务所", &["requester/organization/legal-services"]),
    ("其他组织", &["requester/organization/other"]),
    ("村委会", &["requester/organization/other"]),
    ("单位", &["requester/organization/enterprise", "requester/organization/other"]),
    ("个体工商户", &["requester/natural-person", "requester/organization/enterprise"]),
    ("外国机构代表处", &["requester/organization/other"]),
    ("", &["requester/natural-person", "requester/organization/research"]),
];

/// Wordings in two columns, and the rows they may mean.
#[rustfmt::skip]
const RESULTS: &[(&str, &str, &[&str])] = &[
    ("予以公开", "", &["handled/granted"]),
    ("已主动公开，告知获取途径", "", &["handled/granted"]),
    ("部分公开", "个人隐私", &["handled/partial"]),
    ("部分公开（涉及商业秘密部分不予公开）", "", &["handled/partial"]),
    ("不予公开", "国家秘密", &["handled/withheld/state-secret"]),
    ("不予公开", "法律、行政法规禁止公开", &["handled/withheld/barred-by-law"]),
    ("不予公开：危及社会稳定", "", &["handled/withheld/endangers-security"]),
    ("不予公开", "商业秘密", &["handled/withheld/third-party-rights"]),
    ("不予公开（内部事务信息）", "", &["handled/withheld/internal-affairs"]),
    ("不予公开", "过程性信息", &["handled/withheld/process-information"]),
    ("不予公开", "行政执法案卷", &["handled/withheld/enforcement-file"]),
    ("不予公开", "行政查询事项", &["handled/withheld/administrative-inquiry"]),
    ("信息不存在", "", &["handled/unavailable/not-held"]),
    ("无法提供", "不属于本机关负责公开", &["handled/unavailable/not-held"]),
    ("无法提供", "没有现成信息需要另行制作", &["handled/unavailable/must-be-created"]),
    ("补正后仍不明确", "", &["handled/unavailable/still-unclear"]),
    ("不予处理", "信访", &["handled/not-processed/petition"]),
    ("重复申请，不予重复处理", "", &["handled/not-processed/repeated"]),
    ("公开出版物，告知获取途径", "", &["handled/not-processed/publication"]),
    ("不予处理", "无正当理由大量反复申请", &["handled/not-processed/excessive"]),
    ("要求确认信息，不予处理", "", &["handled/not-processed/confirmation"]),
    ("其他处理", "逾期不补正", &["handled/other/not-corrected"]),
    ("逾期未缴费", "", &["handled/other/fee-unpaid"]),
    ("申请人撤回", "", &["handled/other/other"]),
    ("不予公开", "", &["handled/withheld/state-secret", "handled/withheld/process-information"]),
    ("无法提供", "", &["handled/unavailable/not-held", "handled/unavailable/must-be-created"]),
    ("不予处理", "/", &["handled/not-processed/petition", "handled/not-processed/repeated"]),
    ("非政府信息", "", &["handled/unavailable/not-held", "handled/other/other"]),
    ("已办结", "", &["handled/granted", "handled/withheld/state-secret", "handled/other/other"]),
    ("予以公开（涉及个人隐私的已遮挡）", "", &["handled/partial", "handled/granted"]),
];

/// What is true of a request.
#[derive(Clone, Debug)]
struct Fact {
    kind: usize,
    column: usize,
    result: usize,
    row: usize,
    /// Days after 1 November of the year before.
    received: i64,
    /// Days until the answer; none while it is open.
    took: Option<i64>,
    spelling: [usize; 2],
    /// How the ledger is torn here: nothing, a month before it, the heads again, a blank row.
    torn: usize,
}

fn fact() -> impl Strategy<Value = Fact> {
    let numbers = (
        0..KINDS.len(),
        any::<prop::sample::Index>(),
        0..RESULTS.len(),
        any::<prop::sample::Index>(),
    );
    let days = (
        0_i64..470,
        prop::option::weighted(0.9, 0_i64..60),
        [0_usize..9, 0_usize..9],
        0_usize..12,
    );
    (numbers, days).prop_map(
        |((kind, column, result, row), (received, took, spelling, torn))| Fact {
            kind,
            column: column.index(KINDS[kind].1.len()),
            result,
            row: row.index(RESULTS[result].2.len()),
            received,
            took,
            spelling,
            torn,
        },
    )
}

fn plus(day: Date, n_days: i64) -> Date {
    day.checked_add(Span::new().days(n_days))
        .expect("a day of our time")
}

impl Fact {
    fn received(&self) -> Date {
        plus(date(YEAR - 1, 11, 1), self.received)
    }

    fn replied(&self) -> Option<Date> {
        Some(plus(self.received(), self.took?))
    }
}

fn spelled(day: Date, spelling: usize) -> String {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    match spelling {
        0 => format!("{year}.{month}.{of_month}"),
        1 => format!("{year}年{month}月{of_month}日"),
        2 => format!("{year}/{month}/{of_month}"),
        3 => format!("{year}{month:02}{of_month:02}"),
        4 => format!("{year}-{month:02}-{of_month:02} 09:12"),
        5 => format!("{year}-{month:02}-{of_month:02}"),
        6 => (day - date(1899, 12, 30)).get_days().to_string(),
        7 => format!(" {year} 年 {month} 月 {of_month} 日"),
        _ => format!("{year}.{month:02}.{of_month:02}"),
    }
}

/// How the heads are laid out.
#[derive(Clone, Copy, Debug)]
enum Heads {
    One,
    TwoMerged,
    TwoPlain,
}

const HEADS: [&str; 7] = [
    "登记编号",
    "收到申请\n日期",
    "申请人类别",
    "补正告知",
    "答复日期",
    "办理结果",
    "具体情形",
];

fn push(sheet: &mut Sheet, cells: &[&str]) {
    sheet.push_row(cells.iter().copied().enumerate());
}

impl Heads {
    fn rows(self) -> Vec<Vec<&'static str>> {
        match self {
            Heads::One => vec![HEADS.to_vec()],
            Heads::TwoMerged | Heads::TwoPlain => vec![
                vec![
                    "登记编号",
                    "收到申请日期",
                    "申请人类别",
                    "补正",
                    "答复情况",
                    "",
                    "",
                ],
                vec!["", "", "", "告知日期", "答复日期", "答复类型", "具体情形"],
            ],
        }
    }

    /// Pushes the heads below the rows that are there.
    fn push(self, sheet: &mut Sheet) {
        let row = sheet.n_rows();
        if matches!(self, Heads::TwoMerged) {
            sheet.merged.push(Merged {
                row,
                column: 4,
                height: 1,
                width: 3,
            });
            sheet.merged.extend([0, 1, 2].map(|column| Merged {
                row,
                column,
                height: 2,
                width: 1,
            }));
        }
        for cells in self.rows() {
            push(sheet, &cells);
        }
    }
}

fn sheet(facts: &[Fact], heads: Heads) -> Sheet {
    let mut sheet = Sheet::new("台账");
    push(&mut sheet, &["示例市某局2025年依申请公开台账"]);
    heads.push(&mut sheet);
    for (idx, fact) in facts.iter().enumerate() {
        match fact.torn {
            0 => push(&mut sheet, &["3月"]),
            1 => heads.push(&mut sheet),
            2 => push(&mut sheet, &[]),
            3 => push(&mut sheet, &["小计", "12件"]),
            _ => {}
        }
        let (result, reason) = match fact.replied() {
            Some(_) => (RESULTS[fact.result].0, RESULTS[fact.result].1),
            None => (["", "办理中", "待答复"][fact.result % 3], ""),
        };
        let replied = fact.replied().map(|day| spelled(day, fact.spelling[1]));
        push(
            &mut sheet,
            &[
                &format!("申{idx}"),
                &spelled(fact.received(), fact.spelling[0]),
                KINDS[fact.kind].0,
                "/",
                replied.as_deref().unwrap_or(""),
                result,
                reason,
            ],
        );
    }
    push(&mut sheet, &["合计", &format!("{}件", facts.len())]);
    push(&mut sheet, &["注：本台账由办公室登记。"]);
    sheet
}

/// Counts by row and column, straight from the facts.
fn truth(facts: &[Fact]) -> BTreeMap<(&'static str, &'static str), usize> {
    let (first, last) = (date(YEAR, 1, 1), date(YEAR, 12, 31));
    let mut truth = BTreeMap::new();
    for fact in facts {
        let (received, replied) = (fact.received(), fact.replied());
        if received > last || replied.is_some_and(|replied| replied < first) {
            continue;
        }
        let column = KINDS[fact.kind].1[fact.column];
        let intake = if received < first {
            CARRIED_OVER
        } else {
            NEWLY_RECEIVED
        };
        let end = match replied {
            Some(replied) if replied <= last => RESULTS[fact.result].2[fact.row],
            _ => CARRIED_FORWARD,
        };
        for row in [intake, end] {
            for column in [column, "requester/total"] {
                *truth.entry((row, column)).or_insert(0) += 1;
            }
        }
        if end != CARRIED_FORWARD {
            for column in [column, "requester/total"] {
                *truth.entry(("handled/total", column)).or_insert(0) += 1;
            }
        }
    }
    truth
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn a_ledger_is_counted_right_or_asked_about(
        facts in prop::collection::vec(fact(), 1..25),
        heads in prop::sample::select(vec![Heads::One, Heads::TwoMerged, Heads::TwoPlain]),
    ) {
        let mut ledger = Ledger::default();
        read(&mut ledger, "台账.xlsx", &[sheet(&facts, heads)], &[]);
        prop_assert_eq!(ledger.requests.len(), facts.len());
        let counted = count::count(&ledger, YEAR, &Answers::default());
        let truth = truth(&facts);
        let table = counted.form.table(REQUESTS).expect("table three");
        let mut n_open = 0;
        for (row_idx, row) in table.rows.iter().enumerate() {
            for (column_idx, column) in table.columns.iter().enumerate() {
                let behind = counted.behind(table.cell(row_idx, column_idx)).expect("a counted cell");
                let expected = truth.get(&(row.path.as_str(), column.path.as_str())).copied().unwrap_or(0);
                prop_assert!(
                    (behind.certain..=behind.certain + behind.open).contains(&expected),
                    "{} {}: {:?}, truly {}", row.path, column.path, behind, expected
                );
                n_open += behind.open;
            }
        }
        let is_clear = |fact: &Fact| {
            let is_known = !["", "外国机构代表处"].contains(&KINDS[fact.kind].0) && KINDS[fact.kind].1.len() == 1;
            is_known && (RESULTS[fact.result].2.len() == 1 || fact.replied().is_none())
        };
        // What is clear is not asked about.
        if facts.iter().all(is_clear) {
            prop_assert_eq!(n_open, 0);
        }
        let questions = counted.questions(&ledger, &Answers::default());
        prop_assert_eq!(n_open > 0, !questions.is_empty());
    }
}
