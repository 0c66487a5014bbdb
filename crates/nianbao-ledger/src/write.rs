//! Writes a counted ledger: as data, and as a calendar of due days. Names and contents are never written.

mod workbook;

pub use workbook::{title, workbook};

use std::collections::BTreeMap;

use nianbao_core::date::Date;
use nianbao_core::form::Cell;
use serde_json::{Map, Value, json};

use crate::book::Book;
use crate::requests::{Question, Request, SheetRead};
use crate::rules::Finding;

/// The ledger, its figures with the cases behind them, questions and findings, as JSON.
pub fn json(book: &Book, findings: &[Finding]) -> String {
    let counted = book.counted;
    let json = json!({
        "format": "nianbao-ledger",
        "version": 1,
        "edition": counted.form.edition.year,
        "year": counted.year,
        "today": book.today.map(|day| day.to_string()),
        "sheets": book.ledger.sheets.iter().map(sheet).collect::<Vec<_>>(),
        "figures": counted.cells().map(|cell| figure(book, cell)).collect::<Vec<_>>(),
        "questions": questions(book),
        "answers": book.answers,
        "findings": findings.iter().map(|it| finding(book, it)).collect::<Vec<_>>(),
        "cases": cases(book, findings),
    });
    serde_json::to_string_pretty(&json).expect("only strings are keys") + "\n"
}

fn names(book: &Book, requests: &[u32]) -> Vec<String> {
    requests.iter().map(|request| book.name(*request)).collect()
}

fn sheet(sheet: &SheetRead) -> Value {
    let unread = sheet.unread.iter();
    let unread: Vec<_> = unread
        .map(|(row, why)| json!({ "row": row + 1, "why": why }))
        .collect();
    json!({
        "file": sheet.file,
        "sheet": sheet.sheet,
        "columns": sheet.columns,
        "unread": unread,
        "remarks": sheet.remarks,
    })
}

fn figure(book: &Book, cell: Cell) -> Value {
    let counted = book.counted;
    let [table, row, column] = counted.form.keys(cell);
    let (certain, open) = counted.requests_behind(cell);
    json!({
        "table": table,
        "row": row,
        "column": column,
        "certain": certain.len(),
        "open": open.len(),
        "cases": names(book, &certain),
        "open_cases": names(book, &open),
    })
}

fn questions(book: &Book) -> Vec<Value> {
    let questions = book.counted.questions(book.ledger, book.answers);
    let question = |question: Question| {
        json!({
            "about": question.about,
            "wording": question.wording,
            "candidates": question.candidates,
            "cases": names(book, &question.requests),
        })
    };
    questions.into_iter().map(question).collect()
}

fn finding(book: &Book, finding: &Finding) -> Value {
    json!({
        "rule": finding.rule.id,
        "about": finding.about,
        "severity": finding.severity.key(),
        "case": finding.request.map(|request| book.name(request)),
        "statement": finding.statement,
        "also": names(book, &finding.also),
    })
}

fn cases(book: &Book, findings: &[Finding]) -> Vec<Value> {
    let mut found_of: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for finding in findings {
        if let Some(request) = finding.request {
            found_of.entry(request).or_default().push(finding.key());
        }
    }
    let uncounted: BTreeMap<_, _> = book.counted.uncounted.iter().copied().collect();
    let cases = book.requests().map(|(idx, request, _)| {
        let mut case = case(book, idx, request);
        if let Some(why) = uncounted.get(&idx) {
            case.insert("uncounted".to_owned(), json!(why));
        }
        let found = found_of.get(&idx).map_or(&[][..], Vec::as_slice);
        case.insert("findings".to_owned(), json!(found));
        Value::Object(case)
    });
    cases.collect()
}

/// One case: where it stands, what was read, where it is counted, its due day and what was found.
fn case(book: &Book, idx: u32, request: &Request) -> Map<String, Value> {
    let mut case = Map::new();
    let mut put = |key: &str, value: Value| {
        if !matches!(&value, Value::Null) && value != "" {
            case.insert(key.to_owned(), value);
        }
    };
    put("case", book.name(idx).into());
    put("number", (*request.number).into());
    put("received", shown(request.receipt()));
    put("replied", shown(request.replied.on()));
    put(
        "kind",
        book.ledger.kinds[request.kind as usize].shown().into(),
    );
    put(
        "result",
        book.ledger.results[request.result as usize].shown().into(),
    );
    if let Some(places) = book.counted.places(idx) {
        put("rows_by_receipt", json!(places.intake));
        put("rows_at_year_end", json!(places.end));
        put("columns", json!(places.columns));
    }
    if let Some(due) = &book.dues[idx as usize] {
        put("due", shown(due.on));
        put("due_explained", json!(due.explanation()));
    }
    case
}

fn shown(day: Option<Date>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}

/// The due days of all requests that are not answered, as a calendar (RFC 5545) with numbers only.
pub fn ics(book: &Book) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//nianbao//ledger//ZH".to_owned(),
    ];
    for (idx, request, due) in book.requests() {
        let Some(on) = due.and_then(|due| due.on).filter(|_| book.is_open(request)) else {
            continue;
        };
        let day = on.strftime("%Y%m%d");
        let next = on.tomorrow().unwrap_or(on).strftime("%Y%m%d");
        let name = match &*request.number {
            "" => book.name(idx),
            number => number.to_owned(),
        };
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@nianbao", uid(&book.name(idx), on)),
            // The same ledger gives the same calendar: the stamp is the due day and not the clock.
            format!("DTSTAMP:{day}T000000Z"),
            format!("DTSTART;VALUE=DATE:{day}"),
            format!("DTEND;VALUE=DATE:{next}"),
            format!("SUMMARY:{}", escaped(&format!("{name} 答复期限"))),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| format!("{line}\r\n")).collect()
}

/// A name for an event that stays the same as long as the case stands where it stands.
fn uid(case: &str, on: Date) -> String {
    let letters: String = case
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_string()
            } else {
                format!("{:x}", u32::from(c))
            }
        })
        .collect();
    format!("{letters}-{on}")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
