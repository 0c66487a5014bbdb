//! A counted ledger as a workbook: figures, the cases behind each, due days, open questions, quarters. No names, no contents.

use nianbao_core::date::Date;
use nianbao_core::form::keys::{DISPUTES, REQUESTS};
use nianbao_core::lists::{Item, List};

use crate::book::Book;
use crate::requests::Request;
use crate::requests::deadline::Due;
use crate::rules::Finding;

/// The title of the workbook.
pub fn title(book: &Book) -> String {
    format!("{}年申请台账统计", book.counted.year)
}

/// The sheets of the workbook.
pub fn workbook(book: &Book, findings: &[Finding]) -> Vec<List> {
    vec![
        table(book, REQUESTS, "表三"),
        table(book, DISPUTES, "表四"),
        behind(book),
        due_days(book),
        questions(book),
        quarters(book),
        found(book, findings),
    ]
}

fn list(name: &str, heads: &[(&str, usize)], rows: Vec<Vec<Item>>) -> List {
    List {
        name: name.to_owned(),
        heads: heads
            .iter()
            .map(|(head, width)| ((*head).to_owned(), *width))
            .collect(),
        rows,
    }
}

/// A counted table; a cell with open cases shows its certain part and how many are open.
fn table(book: &Book, key: &str, name: &str) -> List {
    let table = book
        .counted
        .form
        .table(key)
        .expect("every edition has tables three and four");
    let columns = table
        .columns
        .iter()
        // Wide enough for a head in two lines.
        .map(|column| {
            (
                column.name.as_str(),
                column.name.chars().count().max(12) + 2,
            )
        });
    let heads: Vec<_> = [("", 50)].into_iter().chain(columns).collect();
    let rows = table.rows.iter().enumerate().map(|(row_idx, row)| {
        let figures = (0..table.columns.len()).map(|column| {
            let behind = book
                .counted
                .behind(table.cell(row_idx, column))
                .unwrap_or_default();
            match behind.open {
                0 => Item::Number(behind.certain),
                open => Item::text(format!("至少{}，另{open}件待归类", behind.certain)),
            }
        });
        [Item::text(&row.name)].into_iter().chain(figures).collect()
    });
    list(name, &heads, rows.collect())
}

fn behind(book: &Book) -> List {
    let heads = [
        ("格", 60),
        ("件数", 8),
        ("申请", 80),
        ("待归类", 8),
        ("待归类的申请", 40),
    ];
    let names = |requests: &[u32]| {
        requests
            .iter()
            .map(|request| book.name(*request))
            .collect::<Vec<_>>()
            .join("、")
    };
    let rows = book.counted.cells().filter_map(|cell| {
        let (certain, open) = book.counted.requests_behind(cell);
        (certain.len() + open.len() > 0).then(|| {
            vec![
                Item::text(book.counted.form.name(cell)),
                Item::Number(certain.len()),
                Item::text(names(&certain)),
                Item::Number(open.len()),
                Item::text(names(&open)),
            ]
        })
    });
    list("各格背后的申请", &heads, rows.collect())
}

fn due_days(book: &Book) -> List {
    let heads = [
        ("申请", 16),
        ("编号", 22),
        ("收到", 12),
        ("期限", 12),
        ("答复", 12),
        ("怎样算的", 100),
    ];
    let shown = |day: Option<Date>| Item::text(day.map_or(String::new(), |day| day.to_string()));
    let rows = book.requests().map(|(idx, request, due)| {
        let explained = due
            .map(|due| due.explanation().join("；"))
            .unwrap_or_default();
        vec![
            Item::text(book.name(idx)),
            Item::text(&*request.number),
            shown(request.receipt()),
            shown(due.and_then(|due| due.on)),
            shown(request.replied.on()),
            Item::text(explained),
        ]
    });
    list("期限", &heads, rows.collect())
}

fn questions(book: &Book) -> List {
    let heads = [
        ("问题", 18),
        ("写法", 30),
        ("件数", 8),
        ("申请", 50),
        ("可能是", 90),
    ];
    let rows = book
        .counted
        .questions(book.ledger, book.answers)
        .into_iter()
        .map(|question| {
            let candidates = question
                .candidates
                .iter()
                .map(|path| book.counted.label(question.about, path));
            let names = question.requests.iter().map(|request| book.name(*request));
            vec![
                Item::text(question.about.name()),
                Item::text(&question.wording),
                Item::Number(question.requests.len()),
                Item::text(names.collect::<Vec<_>>().join("、")),
                Item::text(candidates.collect::<Vec<_>>().join("；")),
            ]
        });
    list("待归类", &heads, rows.collect())
}

/// What quarterly statistics ask for: received, answered, and late ones among the answered.
fn quarters(book: &Book) -> List {
    let heads = [
        ("季度", 12),
        ("收到", 10),
        ("答复", 10),
        ("其中逾期答复", 14),
    ];
    let year = book.counted.year;
    let rows = (1..=4_i8).map(|quarter| {
        let is_in = |day: Option<Date>| {
            day.is_some_and(|day| day.year() == year && (day.month() - 1) / 3 + 1 == quarter)
        };
        let count = |wanted: &dyn Fn(&Request, Option<&Due>) -> bool| {
            Item::Number(
                book.requests()
                    .filter(|(_, request, due)| wanted(request, *due))
                    .count(),
            )
        };
        vec![
            Item::text(format!(
                "第{}季度",
                ["一", "二", "三", "四"][usize::from(quarter.unsigned_abs()) - 1]
            )),
            count(&|request, _| is_in(request.receipt())),
            count(&|request, _| is_in(request.replied.on())),
            count(&|request, due| {
                let last = due.and_then(|due| due.latest.max(due.on));
                is_in(request.replied.on())
                    && last.is_some_and(|last| request.replied.on() > Some(last))
            }),
        ]
    });
    list("季度统计", &heads, rows.collect())
}

fn found(book: &Book, findings: &[Finding]) -> List {
    let heads = [
        ("级别", 8),
        ("问题", 40),
        ("申请", 16),
        ("情况", 80),
        ("规则", 30),
    ];
    let rows = findings.iter().map(|finding| {
        vec![
            Item::text(finding.severity.name()),
            Item::text(finding.rule.title),
            Item::text(
                finding
                    .request
                    .map(|request| book.name(request))
                    .unwrap_or_default(),
            ),
            Item::text(&finding.statement),
            Item::text(finding.rule.id),
        ]
    });
    list("核对", &heads, rows.collect())
}
