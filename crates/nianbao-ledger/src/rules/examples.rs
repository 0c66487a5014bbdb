//! Small ledgers that prove the rules: a sound row, changed in a few cells.

use nianbao_core::date::Date;
use nianbao_core::example::sound_report;
use nianbao_core::form::keys::{DISPUTES, DOCUMENTS, REQUESTS};
use nianbao_core::report::Report;
use nianbao_core::sheet::Sheet;

use crate::book::Book;
use crate::requests::{Answers, Ledger, count, read};

/// A small ledger or register, and what a rule must say of it.
#[derive(Debug)]
pub struct Example {
    /// For each row its changes to the sound one: head and content.
    pub rows: &'static [&'static [(&'static str, &'static str)]],
    /// Row path, column path and figure of a report on 2025 to compare with; without any, there is no report.
    pub report: &'static [(&'static str, &'static str, &'static str)],
    /// The same of last year's report.
    pub previous: &'static [(&'static str, &'static str, &'static str)],
    /// The statements of this rule, in order; none for a look-alike that must stay silent.
    pub finds: &'static [&'static str],
}

impl Example {
    /// A book that is compared with nothing.
    pub(crate) const fn new(
        rows: &'static [&'static [(&'static str, &'static str)]],
        finds: &'static [&'static str],
    ) -> Example {
        Example {
            rows,
            report: &[],
            previous: &[],
            finds,
        }
    }
}

#[cfg(test)]
impl Example {
    /// A ledger of which nothing is said.
    pub(crate) const fn of_rows(
        rows: &'static [&'static [(&'static str, &'static str)]],
    ) -> Example {
        Example::new(rows, &[])
    }
}

/// The heads of the examples, each with what a sound request has there.
const SOUND: &[(&str, &str)] = &[
    ("登记编号", "1"),
    ("收到日期", "2025-03-03"),
    ("申请方式", "当面"),
    ("申请日期", ""),
    ("申请人", "甲"),
    ("申请人类别", "自然人"),
    ("申请内容", ""),
    ("补正告知日期", ""),
    ("收到补正日期", ""),
    ("补正期限", ""),
    ("征求意见发出日期", ""),
    ("收到意见日期", ""),
    ("延期告知日期", ""),
    ("延期至", ""),
    ("法定答复期限", ""),
    ("答复日期", "2025-03-20"),
    ("送达日期", ""),
    ("办理结果", "予以公开"),
    ("要求说明理由", ""),
    ("收费通知", ""),
    ("复议结果", ""),
    ("诉讼类型", ""),
    ("诉讼立案日期", ""),
    ("诉讼结果", ""),
    ("备注", ""),
];

/// The day on which the examples are checked.
fn today() -> Date {
    jiff::civil::date(2026, 1, 12)
}

/// The ledger of an example.
pub fn ledger(example: &Example) -> Ledger {
    let mut sheet = Sheet::new("");
    sheet.push_row(SOUND.iter().map(|(head, _)| *head).enumerate());
    for (idx, changes) in example.rows.iter().enumerate() {
        let number = (idx + 1).to_string();
        let cells = SOUND.iter().map(|(head, sound)| {
            let changed = changes.iter().find(|(changed, _)| changed == head);
            match (changed, *head) {
                (Some((_, text)), _) => *text,
                (None, "登记编号") => &number,
                (None, _) => sound,
            }
        });
        sheet.push_row(cells.enumerate());
    }
    let mut ledger = Ledger::default();
    read(&mut ledger, "台账.csv", &[sheet], &[]);
    ledger
}

/// What a rule says of an example.
pub fn statements(rule: &'static super::BookRule, example: &Example) -> Vec<String> {
    let ledger = ledger(example);
    let answers = Answers::default();
    let counted = count::count(&ledger, 2025, &answers);
    let report = report(2025, example.report);
    let previous = self::report(2024, example.previous);
    let book = Book {
        report: (!example.report.is_empty()).then_some(&report),
        previous: (!example.previous.is_empty()).then_some(&previous),
        ..Book::new(&ledger, &counted, &answers, Some(today()))
    };
    let findings = rule.judge(&book);
    findings
        .iter()
        .map(|finding| finding.statement.clone())
        .collect()
}

/// A correct report of zeros on a year, with some figures and texts of its own.
pub(crate) fn report(year: u16, changes: &[(&str, &str, &str)]) -> Report {
    let mut report = sound_report();
    report.year = Some(year);
    for (row, column, typed) in changes {
        let tables = [DOCUMENTS, REQUESTS, DISPUTES].into_iter();
        let cell = tables
            .filter_map(|table| report.form.cell(table, row, column))
            .next();
        match (cell, report.form.text(row)) {
            (Some(cell), _) => report.type_figure(cell, typed),
            (None, Some(text)) => report.set_text(text, *typed),
            (None, None) => {}
        }
    }
    report
}
