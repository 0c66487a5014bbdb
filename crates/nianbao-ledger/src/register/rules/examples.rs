//! Small registers that prove the rules: a sound document, changed in a few cells.

use jiff::civil::date;
use nianbao_core::sheet::Sheet;

use crate::register::{Answers, Register, count, read};
pub use crate::rules::examples::Example;
use crate::rules::examples::report;

use super::{Book, RegisterRule};

/// The heads of the examples, each with what a sound document has there.
const SOUND: &[(&str, &str)] = &[
    ("文件名称", ""),
    ("文号", ""),
    ("文件类型", "行政规范性文件"),
    ("成文日期", "2025-03-03"),
    ("发布日期", "2025-03-05"),
    ("施行日期", ""),
    ("有效期至", ""),
    ("效力状态", "现行有效"),
    ("废止日期", ""),
    ("制定机关", ""),
    ("公开属性", "主动公开"),
    ("公开渠道", "网站、公报"),
    ("信息类别", "政策文件"),
    ("解读", ""),
];

/// A register with these changes to sound documents.
pub(crate) fn register(rows: &[&[(&str, &str)]]) -> Register {
    let mut sheet = Sheet::new("");
    sheet.push_row(SOUND.iter().map(|(head, _)| *head).enumerate());
    for (idx, changes) in rows.iter().enumerate() {
        let (title, number) = (
            format!("关于第{idx}件事的通知"),
            format!("示政规〔2025〕{}号", idx + 1),
        );
        let cells = SOUND.iter().map(|(head, sound)| {
            let changed = changes.iter().find(|(changed, _)| changed == head);
            match (changed, *head) {
                (Some((_, text)), _) => *text,
                (None, "文件名称") => &title,
                (None, "文号") => &number,
                (None, _) => sound,
            }
        });
        sheet.push_row(cells.enumerate());
    }
    let mut register = Register::default();
    read(&mut register, "目录.csv", &[sheet], &Answers::default());
    register
}

/// What a rule says of an example.
pub fn statements(rule: &RegisterRule, example: &Example) -> Vec<String> {
    let register = register(example.rows);
    let counted = count(&register, 2025);
    let current = report(2025, example.report);
    let previous = report(2024, example.previous);
    let book = Book {
        register: &register,
        counted: &counted,
        today: Some(date(2026, 1, 12)),
        report: (!example.report.is_empty()).then_some(&current),
        previous: (!example.previous.is_empty()).then_some(&previous),
    };
    (rule.find)(&book)
        .into_iter()
        .map(|(_, statement)| statement)
        .collect()
}
