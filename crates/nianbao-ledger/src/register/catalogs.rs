//! The catalogs that offices publish of a register.

use nianbao_core::date::Date;
use nianbao_core::form::keys::DOCUMENTS;
use nianbao_core::lists::{Item, List};

use super::rules::Book;

/// The title above both.
pub fn title(book: &Book) -> String {
    let table = book.counted.form.table(DOCUMENTS);
    let kinds = table.map_or(&[][..], |table| &table.rows);
    let kinds: Vec<_> = kinds.iter().map(|row| row.label()).collect();
    let (kinds, year) = (kinds.join("和"), book.counted.year);
    format!("{kinds}目录（截至{year}年12月31日）")
}

/// 现行有效目录 and 废止失效目录, as offices publish them.
pub fn catalogs(book: &Book) -> [List; 2] {
    let (in_force, ended) = book.catalogs();
    let heads = [
        ("序号", 8),
        ("文件名称", 60),
        ("文号", 28),
        ("制定机关", 28),
        ("成文日期", 14),
    ];
    let day =
        |day: Option<Date>| Item::text(day.map_or(String::new(), nianbao_core::date::written));
    let list = |name: &str, items: Vec<u32>, last: &str| List {
        name: name.to_owned(),
        heads: heads
            .into_iter()
            .chain([(last, 14)])
            .map(|(head, width)| (head.to_owned(), width))
            .collect(),
        rows: (items.iter().enumerate())
            .map(|(idx, item)| {
                let item = &book.register.items[*item as usize];
                let end = match name.starts_with("现行") {
                    true => item.valid_until.on(),
                    false => item.ended.on().or(item.valid_until.on()),
                };
                vec![
                    Item::Number(idx + 1),
                    Item::text(&*item.title),
                    Item::text(&*item.doc_no),
                    Item::text(&*item.organ),
                    day(item.issued()),
                    day(end),
                ]
            })
            .collect(),
    };
    [
        list("现行有效目录", in_force, "有效期至"),
        list("废止失效目录", ended, "废止失效日期"),
    ]
}
