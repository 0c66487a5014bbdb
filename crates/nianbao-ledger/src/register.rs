//! The register of documents (主动公开台账): rules and normative documents become table two,
//! and everything published the figures of section one.

use std::collections::BTreeMap;

use jiff::civil::date;
use nianbao_core::date::Date;
use nianbao_core::form::keys::{DOCUMENTS, IN_FORCE, ISSUED, NORMATIVE_DOCUMENTS, REPEALED, RULES};
use nianbao_core::form::{Cell, Form};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::lines::Unread;
pub use crate::mapping::HeadAnswer;

pub mod catalogs;
pub mod heads;
pub mod import;
pub mod rules;

pub use import::read;

/// The documents of a register, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    /// One for each document.
    pub items: Vec<Item>,
    /// For each sheet its file and name.
    pub sheets: Vec<(String, String)>,
    /// Rows that were not read: sheet, row from 0, and why.
    pub unread: Vec<(u32, u32, Unread)>,
    /// What has to be known before the figures are trusted, as sentences.
    pub remarks: Vec<String>,
    /// Which heads were found, and what each was taken for.
    pub columns: Vec<(String, Option<heads::Field>)>,
}

/// What a person answered about a register, kept beside it as data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// What the columns under unusual heads hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<HeadAnswer<heads::Field>>,
    /// Wordings of the kind (文件类型) → what they mean.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, Kind>,
    /// Titles of documents → what they are.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub documents: BTreeMap<String, Kind>,
}

impl Answers {
    /// The kind of a document as somebody told it: of it alone, or of all with its wording.
    fn kind(&self, title: &str, wording: &str) -> Option<Kind> {
        let wording = if wording.is_empty() { BLANK } else { wording };
        let own = self.documents.get(title);
        own.or_else(|| self.kinds.get(wording)).copied()
    }
}

/// How questions and answers name a cell without text.
pub const BLANK: &str = "（空白）";

/// What kind of document it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Not told: open, since the criteria of 国办发〔2018〕37号 are for people to apply.
    #[default]
    Open,
    /// 规章
    Rules,
    /// 行政规范性文件
    NormativeDocument,
    /// Something else.
    Other,
}

/// Whether a document is in force, as the register states it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Not told.
    #[default]
    Unknown,
    /// 现行有效、继续有效、已修改
    InForce,
    /// 废止、宣布失效、有效期届满
    Ended,
}

/// One document or piece of information.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Item {
    /// Index of the sheet.
    pub sheet: u32,
    /// Row from 0.
    pub row: u32,
    /// 文件名称
    pub title: Box<str>,
    /// 文号
    pub doc_no: Box<str>,
    /// 文件类型
    pub kind: Kind,
    /// The wording of the kind.
    pub kind_text: Box<str>,
    /// 制定机关
    pub organ: Box<str>,
    /// 成文（印发）日期
    pub signed: Day,
    /// 发布（公开）日期
    pub published: Day,
    /// 施行日期
    pub in_force_from: Day,
    /// 有效期至
    pub valid_until: Day,
    /// 废止、失效日期
    pub ended: Day,
    /// 效力状态
    pub state: State,
    /// The wording of the state.
    pub state_text: Box<str>,
    /// 公开渠道; the same information on several is counted once.
    pub channels: Vec<Box<str>>,
    /// 信息类别
    pub topic: Box<str>,
    /// 公开属性
    pub openness: Box<str>,
    /// 是否解读
    pub is_interpreted: bool,
}

/// The documents that are certainly behind a figure, and those that leave it open.
type Behind = (Vec<u32>, Vec<u32>);

/// The documents behind the figures of table two, and those that leave them open.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The form of the year.
    pub form: &'static Form,
    /// The year.
    pub year: i16,
    cells: BTreeMap<(&'static str, &'static str), Behind>,
    /// Information published in the year, by channel; on several, once in each and once in all.
    pub by_channel: BTreeMap<String, Vec<u32>>,
    /// Information published in the year, by topic.
    pub by_topic: BTreeMap<String, Vec<u32>>,
    /// Information published in the year.
    pub published: Vec<u32>,
    /// Published in the year with an interpretation (解读).
    pub interpreted: Vec<u32>,
}

const ROWS: [&str; 2] = [RULES, NORMATIVE_DOCUMENTS];
const COLUMNS: [&str; 3] = [ISSUED, REPEALED, IN_FORCE];

/// Counts a year: issued by 成文日期, repealed with everything that lapsed in the year, in force on 31 December.
pub fn count(register: &Register, year: i16) -> Counted {
    let mut counted = Counted {
        form: Form::for_year(year.unsigned_abs()),
        year,
        cells: ROWS
            .iter()
            .flat_map(|row| {
                COLUMNS
                    .iter()
                    .map(move |column| ((*row, *column), Default::default()))
            })
            .collect(),
        by_channel: BTreeMap::new(),
        by_topic: BTreeMap::new(),
        published: Vec::new(),
        interpreted: Vec::new(),
    };
    for (idx, item) in (0..).zip(&register.items) {
        for column in COLUMNS {
            let place = item.place(column, year);
            for row in item.rows() {
                let (certain, open) = counted.cells.entry((row, column)).or_default();
                match place {
                    Some(true) if item.kind != Kind::Open => certain.push(idx),
                    Some(true) | None => open.push(idx),
                    Some(false) => {}
                }
            }
        }
        counted.take_published(idx, item);
    }
    counted
}

impl Counted {
    fn take_published(&mut self, idx: u32, item: &Item) {
        // What a register does not date as published was published when it was signed.
        let published = item.published.on().or(item.signed.on());
        if published.is_none_or(|day| day.year() != self.year) || item.is_withheld() {
            return;
        }
        self.published.push(idx);
        for channel in &item.channels {
            self.by_channel
                .entry(channel.to_string())
                .or_default()
                .push(idx);
        }
        if !item.topic.is_empty() {
            self.by_topic
                .entry(item.topic.to_string())
                .or_default()
                .push(idx);
        }
        if item.is_interpreted {
            self.interpreted.push(idx);
        }
    }

    /// The documents behind a figure of table two: certain ones, open ones; none for other figures.
    pub fn behind(&self, cell: Cell) -> Option<&(Vec<u32>, Vec<u32>)> {
        let place = self.form.place(cell);
        let table = &self.form.tables[place.table];
        if table.table.key != DOCUMENTS {
            return None;
        }
        let (row, column) = (
            table.rows[place.row].path.as_str(),
            table.columns[place.column].path.as_str(),
        );
        self.cells
            .iter()
            .find(|((own_row, own_column), _)| *own_row == row && *own_column == column)
            .map(|(_, behind)| behind)
    }

    /// How many documents are certainly behind a figure, and how many leave it open.
    fn certain_and_open(&self, row: &'static str, column: &'static str) -> Option<(usize, usize)> {
        let (certain, open) = self.cells.get(&(row, column))?;
        Some((certain.len(), open.len()))
    }

    /// The cells that are counted: those of 第二十条第（一）项, in printed order.
    pub fn cells(&self) -> impl Iterator<Item = Cell> {
        self.form
            .cells()
            .filter(|cell| self.behind(*cell).is_some())
    }
}

impl Item {
    /// Rows of table two that it belongs to, or may belong to.
    fn rows(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Rules => &ROWS[..1],
            Kind::NormativeDocument => &ROWS[1..],
            Kind::Open => &ROWS,
            Kind::Other => &[],
        }
    }

    /// Whether it counts in a column of a year; none where it cannot be told.
    fn place(&self, column: &str, year: i16) -> Option<bool> {
        match column {
            ISSUED => Some(self.issued()?.year() == year),
            REPEALED => match self.end() {
                End::On(day) => Some(day.year() == year),
                End::Never => Some(false),
                End::Disputed(until) => (until.year() != year).then_some(false),
                End::Unknown => None,
            },
            _ => self.is_in_force(date(year, 12, 31)),
        }
    }

    /// When it was made: 成文日期, or 发布日期 where that is all there is.
    pub fn issued(&self) -> Option<Date> {
        self.signed.on().or(self.published.on())
    }

    /// When it ended.
    pub fn end(&self) -> End {
        match (self.ended.on(), self.valid_until.on(), self.state) {
            (Some(day), ..) => End::On(day),
            (None, Some(until), State::Ended | State::Unknown) => End::On(until),
            (None, Some(until), State::InForce) => End::Disputed(until),
            (None, None, State::InForce) => End::Never,
            (None, None, State::Ended) => End::Unknown,
            (None, None, State::Unknown) => match (&self.ended, &self.valid_until) {
                (Day::Blank, Day::Blank) => End::Never,
                _ => End::Unknown,
            },
        }
    }

    /// Whether it is in force at the end of a day; none where it cannot be told.
    pub fn is_in_force(&self, day: Date) -> Option<bool> {
        if self.issued()? > day {
            return Some(false);
        }
        match self.end() {
            End::On(end) => Some(end > day),
            End::Never => Some(true),
            End::Disputed(until) => (until > day).then_some(true),
            End::Unknown => None,
        }
    }

    /// Whether it is one of those that table two counts.
    pub fn is_listed(&self) -> bool {
        matches!(self.kind, Kind::Rules | Kind::NormativeDocument)
    }

    /// The day of a year on which it ended.
    pub fn ended_in(&self, year: i16) -> Option<Date> {
        match self.end() {
            End::On(day) if day.year() == year => Some(day),
            _ => None,
        }
    }

    /// Whether it is not published: 依申请公开 or 不予公开.
    pub fn is_withheld(&self) -> bool {
        self.openness.contains("依申请") || self.openness.contains("不予")
    }
}

/// When a document ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// On this day.
    On(Date),
    /// It has not.
    Never,
    /// Its period ended on this day, but the register has it in force.
    Disputed(Date),
    /// It has, but the register does not say when.
    Unknown,
}

impl Register {
    /// Wordings of the kind that nobody has told yet, each with its documents, in the order of the register.
    pub fn questions(&self) -> Vec<(String, Vec<u32>)> {
        let mut questions: Vec<(String, Vec<u32>)> = Vec::new();
        for (idx, item) in (0..).zip(&self.items) {
            if item.kind != Kind::Open {
                continue;
            }
            let wording = match &*item.kind_text {
                "" => BLANK,
                text => text,
            };
            match questions.iter_mut().find(|(own, _)| own == wording) {
                Some((_, items)) => items.push(idx),
                None => questions.push((wording.to_owned(), vec![idx])),
            }
        }
        questions
    }

    /// The document's name: `sheet!row`, or the number of the record in a text file.
    pub fn name(&self, item: u32) -> String {
        let item = &self.items[item as usize];
        let sheet = self.sheets.get(item.sheet as usize);
        match sheet.map(|(_, name)| name.as_str()) {
            None | Some("") => (item.row + 1).to_string(),
            Some(name) => format!("{name}!{}", item.row + 1),
        }
    }
}

#[cfg(test)]
mod tests;
