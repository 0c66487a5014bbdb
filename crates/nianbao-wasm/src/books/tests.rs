//! A ledger as the page goes through it: opened, answered, looked at, written.

use nianbao_core::sheet::Sheet;
use nianbao_core::spot::Spot;

use super::*;
use crate::job::CaseState;

const ROWS: [&[&str]; 4] = [
    &[
        "编号",
        "收到日期",
        "申请人",
        "申请人类别",
        "答复日期",
        "办理结果",
    ],
    &["1", "2025-03-03", "甲", "自然人", "2025-03-20", "予以公开"],
    &["2", "2025-03-04", "乙", "单位", "2025-05-30", "信息不存在"],
    &["3", "3月5日", "丙", "自然人", "", "办理中"],
];

fn opened_ledger() -> LedgerCounted {
    let mut sheet = Sheet::new("2025年");
    for row in ROWS {
        sheet.push_row(row.iter().copied().enumerate());
    }
    let change = LedgerChange::Add {
        file: "台账.xlsx".to_owned(),
        sheets: serde_json::to_string(&[sheet]).expect("JSON"),
    };
    counted(Book::default(), change).expect("a ledger")
}

fn counted(book: Book, change: LedgerChange) -> Result<LedgerCounted, String> {
    let by = CountedBy {
        today: Some((2026, 1, 12)),
        draft: None,
    };
    count(CountLedger { book, change, by })
}

fn answered(ledger: LedgerCounted, about: &str, wording: &str, answer: &str) -> LedgerCounted {
    let change = LedgerChange::Answer {
        about: about.to_owned(),
        wording: wording.to_owned(),
        answer: Some(answer.to_owned()),
    };
    counted(ledger.book, change).expect("a ledger")
}

#[test]
fn a_ledger_is_opened_answered_and_kept_without_names() {
    let ledger = opened_ledger();
    assert_eq!((ledger.year, ledger.cases.len()), (2025, 3));
    assert!(!ledger.book.kept.contains('甲') && ledger.book.people.contains('甲'));
    let asked: Vec<_> = ledger
        .questions
        .iter()
        .map(|asking| (asking.about.as_str(), asking.wording.as_str()))
        .collect();
    assert_eq!(asked, [("kind", "单位"), ("received", "3月5日")]);
    assert_eq!(ledger.cases[1].state, CaseState::Late);
    let enterprise = "requester/organization/enterprise";
    let ledger = answered(ledger, "kind", "单位", enterprise);
    let ledger = answered(ledger, "received", "3月5日", "2025-03-05");
    assert_eq!(ledger.questions, []);
    assert_eq!(ledger.answered.len(), 2);
    let state = ledger.cases[2].state;
    assert_eq!(state, CaseState::Overdue, "still not answered in January");
    let n_certain: usize = ledger
        .figures
        .iter()
        .filter(|figure| matches!(figure.place, Spot::Cell(_)))
        .map(|figure| figure.certain.len())
        .max()
        .expect("figures");
    assert_eq!(n_certain, 3);
    // What was kept counts the same the next day.
    let people = String::new();
    let kept = ledger.book.kept.clone();
    let again = counted(Book { kept, people }, LedgerChange::None).expect("kept");
    assert_eq!((again.figures, again.cases), (ledger.figures, ledger.cases));
}

#[test]
fn a_case_tells_its_days_and_a_workbook_is_written() {
    let book = opened_ledger().book;
    let told = explain(ExplainCase {
        book: book.clone(),
        case: 1,
    });
    let told = told.expect("a case");
    let days: Vec<_> = told
        .days
        .iter()
        .map(|(day, what)| (day.as_str(), what.as_str()))
        .collect();
    assert_eq!(
        days,
        [
            ("2025-03-04", "收到"),
            ("2025-04-01", "期限"),
            ("2025-05-30", "答复")
        ]
    );
    assert!(told.count.iter().any(|line| line == "期限 2025-04-01"));
    for (document, begin) in [
        (LedgerDocument::Workbook, &b"PK"[..]),
        (LedgerDocument::Calendar, b"BEGIN:VCALENDAR"),
    ] {
        let by = CountedBy::default();
        let book = book.clone();
        let bytes = write_ledger(WriteLedger { book, document, by }).expect("bytes");
        assert!(bytes.starts_with(begin), "{document:?}");
    }
}

#[test]
fn what_is_torn_or_no_ledger_is_told_in_a_sentence() {
    let book = Book {
        kept: "{}".to_owned(),
        people: String::new(),
    };
    assert_eq!(counted(book, LedgerChange::None), Err(TORN.to_owned()));
    let change = LedgerChange::Add {
        file: "别的.csv".to_owned(),
        sheets: serde_json::to_string(&[Sheet::new("")]).expect("JSON"),
    };
    let refused = counted(Book::default(), change);
    assert!(refused.is_err_and(|sentence| sentence.starts_with("没有读到申请。")));
    let no_day = LedgerChange::Answer {
        about: "received".to_owned(),
        wording: "3月5日".to_owned(),
        answer: Some("昨天".to_owned()),
    };
    assert!(counted(opened_ledger().book, no_day).is_err());
}
