//! Reads text with fields between commas or tabs: our own list of figures, and sheets that were saved as such.

use std::collections::BTreeMap;

use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, FORMS, Form};
use nianbao_core::report::Report;

use crate::ReadError;
use crate::budget::{Budget, MAX_BLOCKS, MAX_COLUMNS};
use crate::container::{Container, Content, Sample};
use crate::decode::decoded;
use crate::kinds;
use crate::page::Page;
use crate::reading::{Confidence, Kind, Reading, Source};
use crate::separated;
use crate::xlsx::{Row, Sheet, Text, push_blocks};

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::CSV,
    is: |sample| {
        let is_named = sample.has_ending("csv") || sample.has_ending("tsv");
        sample.text.is_some() && (is_named || is_own(sample))
    },
    read: |bytes, budget| read(&decoded(bytes), budget),
};

/// The columns of our own list that say which figure a line has, and which it is.
const EDITION: &str = "edition";
const KEYS: [&str; 3] = ["table", "row", "column"];
const VALUE: &str = "value";
const STATE: &str = "state";

fn is_own(sample: &Sample) -> bool {
    sample.begins_with(b"organ,year,edition,") || sample.begins_with(b"edition,table,row,")
}

/// Reads a `.csv` or a `.tsv`.
fn read(text: &str, budget: &mut Budget) -> Result<Content, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let records = records(text)?;
    match figures(&records) {
        Some(reading) => Ok(Content::Reading(Box::new(reading))),
        None => page(records, budget).map(Content::Page),
    }
}

/// A line with its fields, a quoted one of which may hold line ends.
struct Record {
    /// Its number, from 1.
    line: u64,
    fields: Vec<String>,
}

fn records(text: &str) -> Result<Vec<Record>, ReadError> {
    let mut reader = separated::reader(text);
    let mut records = Vec::new();
    let mut n_fields = 0;
    for record in reader.records() {
        let record = record.map_err(separated::damaged)?;
        n_fields += record.len();
        if record.len() > MAX_COLUMNS || n_fields > MAX_BLOCKS {
            return Err(ReadError::TooLarge);
        }
        records.push(Record {
            line: record.position().map_or(0, csv::Position::line),
            fields: record.iter().map(|field| field.replace('\r', "")).collect(),
        });
    }
    Ok(records)
}

/// Our own list of figures; none where it is another's.
fn figures(records: &[Record]) -> Option<Reading> {
    let header = &records.first()?.fields;
    let place = |name: &str| header.iter().position(|field| field == name);
    let keys = [place(KEYS[0])?, place(KEYS[1])?, place(KEYS[2])?];
    let (edition, value) = (place(EDITION)?, place(VALUE)?);
    let field = |record: &[String], place: Option<usize>| {
        place
            .and_then(|place| record.get(place).cloned())
            .unwrap_or_default()
    };
    let first = &records.get(1)?.fields;
    let form = Form::of_edition(field(first, Some(edition)).parse().ok()?)?;
    let year = field(first, place("year")).parse().unwrap_or(0);
    let mut report = Report::new(form, year);
    report.organ.name = plain(&field(first, place("organ")));
    let cells = cells(form);
    let mut found = BTreeMap::new();
    let mut remarks = Vec::new();
    let mut unread = Vec::new();
    for Record {
        line,
        fields: record,
    } in records.iter().skip(1)
    {
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let key = keys.map(|place| field(record, Some(place)));
        let is_of_report = field(record, Some(edition)) == form.edition.year.to_string()
            && plain(&field(record, place("organ"))) == report.organ.name
            && field(record, place("year")).parse().unwrap_or(0) == year;
        let cell = cells
            .get(&key)
            .filter(|cell| is_of_report && !found.contains_key(*cell));
        let Some(&cell) = cell else {
            unread.push(record.join(","));
            continue;
        };
        let is_text = field(record, place(STATE)) == "unreadable";
        let text = field(record, Some(value));
        let text = if is_text { plain(&text) } else { text };
        let figure = Figure::parse(&text, form.unit(cell));
        report.set_figure(cell, figure);
        found.insert(cell, (text, format!("第{line}行")));
    }
    remarks.push("这是数据文件，只有表格里的数，没有文字部分。".to_owned());
    if !unread.is_empty() {
        let n = unread.len();
        remarks.push(format!(
            "有 {n} 行不属于第一份年报的表格，或者重复，没有读入。"
        ));
    }
    let source = |cell| {
        let (confidence, (snippet, place)) = match found.remove(&cell) {
            Some(found) => (Confidence::Read, found),
            None => {
                let reason = "没有找到这一行".to_owned();
                (Confidence::NotFound(reason), (String::new(), String::new()))
            }
        };
        Source {
            cell,
            confidence,
            snippet,
            place,
        }
    };
    Some(Reading {
        sources: form.cells().map(source).collect(),
        previous: None,
        kind: Kind::Report,
        sections: vec![None; form.edition.sections.len()],
        remarks,
        unread,
        report,
    })
}

/// The cells of a form by the number of the section and the names of row and column.
fn cells(form: &'static Form) -> BTreeMap<[String; 3], Cell> {
    let named = |cell| {
        let place = form.place(cell);
        let table = &form.tables[place.table];
        let title = form.edition.sections[table.section].title;
        let number = title.split('、').next().unwrap_or_default();
        let (row, column) = (&table.rows[place.row], &table.columns[place.column]);
        ([number, &row.path, &column.path].map(str::to_owned), cell)
    };
    form.cells().map(named).collect()
}

/// A text without the mark that keeps spreadsheets from computing it.
fn plain(text: &str) -> String {
    const GUARDED: [char; 5] = ['=', '+', '-', '@', '\''];
    let inner = text
        .strip_prefix('\'')
        .filter(|inner| inner.starts_with(GUARDED));
    inner.unwrap_or(text).to_owned()
}

/// A sheet that was saved as text: what is no table in it stands alone on its line.
fn page(records: Vec<Record>, budget: &mut Budget) -> Result<Page, ReadError> {
    let mut sheet = Sheet::default();
    let mut is_before_tables = true;
    for Record { line, fields } in records {
        let n_fields = fields.len();
        let is_filled = |(_, text): &(usize, String)| !text.trim().is_empty();
        let cells: Vec<_> = fields.into_iter().enumerate().filter(is_filled).collect();
        is_before_tables &= cells.len() < 2;
        let is_line = match &cells[..] {
            [(_, text)] => {
                n_fields == 1 || is_before_tables || text.contains('。') || is_title(text)
            }
            _ => false,
        };
        if !cells.is_empty() {
            sheet.rows.push(Row {
                place: usize::try_from(line).unwrap_or(0).saturating_sub(1),
                cells: cells
                    .into_iter()
                    .map(|(at, text)| (at, Text::plain(text)))
                    .collect(),
                n_present: if is_line { 1 } else { n_fields },
                has_border: !is_line,
                ..Row::default()
            });
        }
    }
    let mut page = Page::default();
    push_blocks(&sheet, &mut page.blocks, budget)?;
    Ok(page)
}

/// Whether a text is the title of a section of some edition.
fn is_title(text: &str) -> bool {
    let sections = FORMS.iter().flat_map(|form| form.edition.sections);
    let text: String = text.split_whitespace().collect();
    sections.into_iter().any(|section| section.title == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::drawn;

    #[test]
    fn fields_may_be_quoted_and_hold_commas_and_lines() {
        let records = records("甲,\"乙,\"\"丙\"\"\r\n丁\"\r\n1,\n").expect("records");
        assert_eq!(records[0].fields, ["甲", "乙,\"丙\"\n丁"]);
        assert_eq!(records[1].fields, ["1", ""]);
    }

    #[test]
    fn a_sheet_saved_as_text_is_a_table_between_lines() {
        let Ok(Content::Page(page)) = read(
            "示例市信访局年报,,\n信息内容,制发,废止\n规章,0,1\n文件,,\n二、主动公开政府信息情况,,\n没有。,,\n",
            &mut Budget::default(),
        ) else {
            panic!("it is a page");
        };
        assert_eq!(
            drawn(&page),
            "示例市信访局年报\n=| 信息内容 | 制发 | 废止 |\n | 规章 | 0 | 1 |\n | 文件 |  |  |\n二、主动公开政府信息情况\n没有。"
        );
    }
}
