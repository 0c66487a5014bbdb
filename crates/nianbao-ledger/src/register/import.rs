//! Reads registers as they lie there.

use nianbao_core::sheet::Sheet;

use crate::day::{Day, is_blank};
use crate::fold::folded;
use crate::lines::{self, Unread};
use crate::mapping::{Mapping, Spread};

use super::heads::Field;
use super::{Answers, Item, Kind, Register, State};

/// Reads all sheets of one file and appends what is on them, with what was answered.
pub fn read(register: &mut Register, file: &str, sheets: &[Sheet], answers: &Answers) {
    for sheet in sheets {
        read_sheet(register, file, sheet, answers);
    }
}

fn read_sheet(register: &mut Register, file: &str, sheet: &Sheet, answers: &Answers) {
    let sheet_idx = index(register.sheets.len());
    register.sheets.push((file.to_owned(), sheet.name.clone()));
    let found = Mapping::<Field>::find(sheet, &answers.heads);
    let Some(mapping) = found.filter(Mapping::is_book) else {
        register.remarks.push(no_register(file, &sheet.name));
        return;
    };
    register.columns.extend(
        mapping
            .columns
            .iter()
            .map(|column| (column.head.clone(), column.field)),
    );
    let spread = Spread::new(sheet);
    for row in mapping.row + mapping.n_rows..sheet.n_rows() {
        let why = match mapping.is_repeated_at(sheet, row) {
            true => Some(Unread::Head),
            false => lines::unread(sheet, row),
        };
        let item = why
            .is_none()
            .then(|| {
                item(&Row {
                    sheet,
                    mapping: &mapping,
                    spread: &spread,
                    row,
                })
            })
            .flatten();
        match (item, why) {
            (Some(item), _) => register.items.push(Item {
                sheet: sheet_idx,
                row: index(row),
                kind: answers
                    .kind(&item.title, &item.kind_text)
                    .unwrap_or(item.kind),
                ..item
            }),
            (None, why) => {
                register
                    .unread
                    .push((sheet_idx, index(row), why.unwrap_or(Unread::Unknown)));
            }
        }
    }
}

fn no_register(file: &str, sheet: &str) -> String {
    let name = if sheet.is_empty() { file } else { sheet };
    format!("“{name}”中没有找到文件目录的表头（至少要有文件名称和另外三列），没有读入")
}

struct Row<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping<Field>,
    spread: &'a Spread,
    row: usize,
}

impl Row<'_> {
    fn text(&self, field: Field) -> &str {
        let Some(column) = self.mapping.column(field) else {
            return "";
        };
        let text = match self.sheet.cell(self.row, column) {
            "" => self.sheet.cell(self.spread.row(self.row, column), column),
            text => text,
        };
        if is_blank(text) { "" } else { text }
    }

    fn line(&self, field: Field) -> Box<str> {
        self.text(field)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .into()
    }

    fn day(&self, field: Field) -> Day {
        match self.text(field) {
            // A period without end.
            "长期" | "长期有效" | "永久" | "未规定" | "未设定" | "不设有效期" => {
                Day::Blank
            }
            text => Day::read(text),
        }
    }
}

fn item(row: &Row) -> Option<Item> {
    let title = row.line(Field::Title);
    if title.is_empty() {
        return None;
    }
    let channels = row.text(Field::Channels);
    let channels = channels
        .split(['、', '，', ',', '；', ';', '/', '\n', '和'])
        .map(str::trim)
        .filter(|channel| !channel.is_empty());
    let mut item = Item {
        doc_no: row.line(Field::DocNo),
        kind_text: row.line(Field::Kind),
        organ: row.line(Field::Organ),
        signed: row.day(Field::Signed),
        published: row.day(Field::Published),
        in_force_from: row.day(Field::InForceFrom),
        valid_until: row.day(Field::ValidUntil),
        ended: row.day(Field::Ended),
        state_text: row.line(Field::State),
        topic: row.line(Field::Topic),
        openness: row.line(Field::Openness),
        is_interpreted: !matches!(row.text(Field::Interpreted), "" | "否" | "无" | "未解读"),
        channels: channels.map(Box::from).collect(),
        title,
        ..Item::default()
    };
    item.valid_until = period_end(&item, row.text(Field::ValidUntil));
    item.kind = kind(&item.kind_text);
    item.state = state(&item.state_text);
    Some(item)
}

/// “5年” counts from the day a document comes into force, or else was made.
fn period_end(item: &Item, text: &str) -> Day {
    let n_years = text
        .strip_suffix('年')
        .and_then(|text| text.trim().parse::<i16>().ok())
        .filter(|n| (1..=30).contains(n));
    let from = item.in_force_from.on().or(item.issued());
    match (n_years, from) {
        (Some(n_years), Some(from)) => {
            let end = from
                .checked_add(jiff::Span::new().years(n_years))
                .and_then(|day| day.yesterday());
            end.map_or_else(|_| item.valid_until.clone(), Day::On)
        }
        _ => item.valid_until.clone(),
    }
}

fn kind(text: &str) -> Kind {
    let text = folded(text);
    match text.as_str() {
        "" => Kind::Open,
        "是" => Kind::NormativeDocument,
        "否" | "其他" | "其他文件" | "一般文件" | "普通文件" | "工作动态" | "通知公告" => {
            Kind::Other
        }
        text if text.contains("规范性文件") && !text.contains('非') && !text.contains("不是") => {
            Kind::NormativeDocument
        }
        text if text.contains("规范性文件") => Kind::Other,
        text if text.ends_with("规章") && !text.contains("规章制度") => Kind::Rules,
        _ => Kind::Open,
    }
}

fn state(text: &str) -> State {
    let text = folded(text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match () {
        () if has(&["废止", "失效", "届满", "无效", "到期", "被替代"])
            && !has(&["未废止", "未失效", "拟废止", "建议废止"]) =>
        {
            State::Ended
        }
        () if has(&["有效", "修改", "修订", "保留"]) || text == "是" => State::InForce,
        () if text == "否" => State::Ended,
        () => State::Unknown,
    }
}

fn index(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
