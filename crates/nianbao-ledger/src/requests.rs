//! The request ledger (依申请公开登记台账): from sheets of text to cases, and from cases to figures.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::date::Date;
use serde::{Deserialize, Serialize};

use crate::day::Day;
pub use crate::lines::Unread;

pub mod answers;
pub mod count;
pub mod deadline;
pub mod heads;
pub mod import;
pub mod kept;
mod receipt;
mod wordings;

pub use crate::mapping::HeadAnswer;
pub use answers::Answers;
pub use count::{Counted, Question};
pub use import::read;

/// The requests of a ledger, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// Where they stand: the sheets that were read.
    pub sheets: Vec<SheetRead>,
    /// One for each 件.
    pub requests: Vec<Request>,
    /// Every wording of a kind of requester, once.
    pub kinds: Vec<Wording>,
    /// Every wording of a result, once.
    pub results: Vec<Wording>,
}

/// What was read of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetRead {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet; empty for text files.
    pub sheet: String,
    /// Which column is what: its place from 0, its head, and what it was taken for.
    pub columns: Vec<Column>,
    /// Rows that were not read as requests: their place from 0, and why.
    pub unread: Vec<(u32, Unread)>,
    /// What has to be known before the figures are trusted, as sentences.
    pub remarks: Vec<String>,
}

/// A column under its head.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its place from 0.
    pub place: u32,
    /// Its head; of two levels, both.
    pub head: String,
    /// What it holds; none where the head is not known, and then it is not read.
    pub field: Option<heads::Field>,
}

/// A wording of the ledger, with the number of requests that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The letters; those of the reason behind those of the result.
    pub text: Box<str>,
    /// The reason (具体情形) alone, for results.
    pub reason: Box<str>,
    /// How many requests have it.
    pub n_requests: usize,
}

impl Wording {
    /// What people see: “不予公开（商业秘密）”, or “（空白）”.
    pub fn shown(&self) -> String {
        match (&*self.text, &*self.reason) {
            ("", "") => "（空白）".to_owned(),
            (text, "") => text.to_owned(),
            ("", reason) => reason.to_owned(),
            (text, reason) => format!("{text}（{reason}）"),
        }
    }
}

/// Where a request stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct At {
    /// Index into [`Ledger::sheets`].
    pub sheet: u32,
    /// Its row, from 0.
    pub row: u32,
}

/// How a request came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Not told, or not understood.
    #[default]
    Unknown,
    /// 互联网、传真: received when both sides have confirmed.
    Confirmed,
    /// 邮寄签收: received when signed for.
    SignedFor,
    /// 平常信函: received when confirmed with the requester.
    Letter,
    /// 当面
    InPerson,
}

/// One request (件).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Request {
    /// Where it stands.
    pub at: At,
    /// The first part of the form that it was split from (一事一申请), if it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<u32>,
    /// 登记编号
    pub number: Box<str>,
    /// 申请方式
    pub channel: Channel,
    /// 收到日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub received: Day,
    /// 确认、受理日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub confirmed: Day,
    /// 申请、提交日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub submitted: Day,
    /// Index into [`Ledger::kinds`].
    pub kind: u32,
    /// Index into [`Ledger::results`].
    pub result: u32,
    /// 补正告知日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub correction_asked: Day,
    /// 收到补正日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub corrected: Day,
    /// 补正期限
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub correction_until: Day,
    /// 征求意见发出日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub opinion_sent: Day,
    /// 收到意见日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub opinion_received: Day,
    /// 延期告知日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub extended: Day,
    /// 延期至
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub extended_until: Day,
    /// 延迟答复至
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub postponed_to: Day,
    /// 答复期限 as the ledger states it
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub due_typed: Day,
    /// 答复日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub replied: Day,
    /// 送达日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub served: Day,
    /// 收费通知日期
    #[serde(skip_serializing_if = "Day::is_blank")]
    pub fee_notice: Day,
    /// Whether the requester of many requests was asked for reasons (要求说明理由)
    pub reason_asked: bool,
    /// 复议、诉讼
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputes: Option<Box<Disputes>>,
    /// Requester and content, in memory only: they serve comparison and are never written.
    #[serde(skip)]
    pub who: Box<str>,
    /// What was asked for, in memory only.
    #[serde(skip)]
    pub what: Box<str>,
    /// Whether the ledger has a number of an identity card or of a phone in texts that may be exported.
    pub has_personal_data: bool,
}

/// Reconsideration and suits over one request, as the ledger words them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Disputes {
    /// 复议结果
    pub reconsideration: Box<str>,
    /// 复议立案日期
    pub reconsideration_filed: Day,
    /// 诉讼类型
    pub suit_kind: Box<str>,
    /// 诉讼立案日期
    pub suit_filed: Day,
    /// 诉讼结果
    pub suit_outcome: Box<str>,
    /// 未经复议直接起诉, where this is a column of its own with the outcome in it
    pub direct: Box<str>,
    /// 复议后起诉, where this is a column of its own
    pub later: Box<str>,
}

impl Ledger {
    /// The case's name: `sheet!row` as a spreadsheet counts rows, or the number of the record in a text file.
    pub fn case(&self, request: &Request) -> String {
        let row = request.at.row + 1;
        let Some(sheet) = self.sheets.get(request.at.sheet as usize) else {
            return row.to_string();
        };
        let alike = self
            .sheets
            .iter()
            .filter(|other| other.sheet == sheet.sheet)
            .count();
        let place = match sheet.sheet.as_str() {
            "" => row.to_string(),
            name => format!("{name}!{row}"),
        };
        match alike {
            ..=1 => place,
            _ => format!("{}:{place}", sheet.file),
        }
    }

    /// Years in which requests were received, in order.
    pub fn years(&self) -> Vec<i16> {
        let received = self.requests.iter().filter_map(Request::receipt);
        let years: BTreeSet<_> = received.map(|day| day.year()).collect();
        years.into_iter().collect()
    }

    /// The year in which most requests were received, the later one of equals.
    pub fn most_received(&self) -> Option<i16> {
        let mut years: BTreeMap<i16, usize> = BTreeMap::new();
        for received in self.requests.iter().filter_map(Request::receipt) {
            *years.entry(received.year()).or_default() += 1;
        }
        let most = years.into_iter().max_by_key(|(year, n)| (*n, *year));
        most.map(|(year, _)| year)
    }

    /// The days with their names and what the ledger holds, in the order in which they follow each other.
    pub fn days(request: &Request) -> [(&'static str, &Day); 13] {
        [
            ("收到", &request.received),
            ("确认", &request.confirmed),
            ("申请", &request.submitted),
            ("补正告知", &request.correction_asked),
            ("补正期限", &request.correction_until),
            ("补正", &request.corrected),
            ("征求意见", &request.opinion_sent),
            ("收到意见", &request.opinion_received),
            ("延期", &request.extended),
            ("延迟答复", &request.postponed_to),
            ("答复期限", &request.due_typed),
            ("答复", &request.replied),
            ("送达", &request.served),
        ]
    }
}

impl Request {
    /// The facts that its due day depends on.
    pub fn facts(&self) -> deadline::Facts {
        deadline::Facts {
            received: self.receipt(),
            correction_asked: self.correction_asked.on(),
            corrected: self.corrected.on(),
            opinions: self
                .opinion_sent
                .on()
                .map(|sent| (sent, self.opinion_received.on()))
                .into_iter()
                .collect(),
            extended: self.extended.on(),
            extended_until: self.extended_until.on(),
            postponed_to: self.postponed_to.on(),
            replied: self.replied.on(),
        }
    }

    /// The day of receipt by channel (第三十一条); none where it cannot be told.
    pub fn receipt(&self) -> Option<Date> {
        receipt::day(self).on()
    }
}
