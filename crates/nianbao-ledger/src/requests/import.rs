//! Reads ledgers as they lie there: finds the heads, tells requests from other lines, and keeps what was not read with the reason.

use std::collections::HashMap;

use nianbao_core::sheet::Sheet;

use crate::day::{Day, is_blank};
use crate::lines;
use crate::mapping::{self, Mapping, Spread};

use super::heads::Field;
use super::receipt;
use super::{At, Column, Disputes, Ledger, Request, SheetRead, Unread, Wording};

/// Reads all sheets of one file and appends what is on them.
pub fn read(ledger: &mut Ledger, file: &str, sheets: &[Sheet]) {
    let mut interner = Interner::of(ledger);
    for sheet in sheets {
        read_sheet(ledger, &mut interner, file, sheet);
    }
    ledger.kinds = interner.kinds.wordings;
    ledger.results = interner.results.wordings;
}

fn read_sheet(ledger: &mut Ledger, interner: &mut Interner, file: &str, sheet: &Sheet) {
    let sheet_idx = u32::try_from(ledger.sheets.len()).unwrap_or(u32::MAX);
    let mut read = SheetRead {
        file: file.to_owned(),
        sheet: sheet.name.clone(),
        ..SheetRead::default()
    };
    let Some(mapping) = Mapping::<Field>::find(sheet) else {
        read.unread = (0..sheet.n_rows())
            .filter(|row| sheet.row(*row).next().is_some())
            .map(|row| (index(row), Unread::NoLedger))
            .collect();
        read.remarks.push(no_ledger(&sheet.name));
        ledger.sheets.push(read);
        return;
    };
    read.columns = mapping
        .columns
        .iter()
        .map(|column| Column {
            place: index(column.place),
            head: column.head.clone(),
            field: column.field,
        })
        .collect();
    read.remarks = remarks(&mapping);
    for row in 0..mapping.row {
        let why = lines::unread(sheet, row).filter(|why| matches!(why, Unread::Blank));
        read.unread.push((index(row), why.unwrap_or(Unread::Title)));
    }
    read.unread
        .extend((0..mapping.n_rows).map(|row| (index(mapping.row + row), Unread::Head)));
    let spread = Spread::new(sheet);
    let mut row = mapping.row + mapping.n_rows;
    let mut last: Option<usize> = None;
    while row < sheet.n_rows() {
        if mapping.is_repeated_at(sheet, row) {
            read.unread.push((index(row), Unread::Head));
        } else if let Some(why) = lines::unread(sheet, row) {
            read.unread.push((index(row), why));
        } else {
            let cells = Cells {
                sheet,
                mapping: &mapping,
                spread: &spread,
                row,
            };
            let previous = last.map(|last| &ledger.requests[last]);
            match cells.request(previous, interner) {
                Some(mut request) => {
                    request.at = At {
                        sheet: sheet_idx,
                        row: index(row),
                    };
                    if request.part_of.is_some() {
                        request.part_of = last.and_then(|last| {
                            ledger.requests[last].part_of.or(u32::try_from(last).ok())
                        });
                    }
                    last = Some(ledger.requests.len());
                    ledger.requests.push(request);
                }
                None => read.unread.push((index(row), Unread::Unknown)),
            }
        }
        row += 1;
    }
    // Blank lines at the end of a sheet are no lines of the ledger.
    while read
        .unread
        .last()
        .is_some_and(|(row, why)| *why == Unread::Blank && *row as usize + 1 >= sheet.n_rows())
    {
        read.unread.pop();
    }
    ledger.sheets.push(read);
}

fn no_ledger(name: &str) -> String {
    let sheet = if name.is_empty() {
        "这个文件".to_owned()
    } else {
        format!("工作表“{name}”")
    };
    format!("{sheet}中没有找到台账的表头（至少要有收到日期和另外三列），没有读入")
}

/// What has to be known of the heads.
fn remarks(mapping: &Mapping<Field>) -> Vec<String> {
    let mut remarks = Vec::new();
    let head = |field| {
        let place = mapping.column(field)?;
        mapping
            .columns
            .iter()
            .find(|column| column.place == place)
            .map(|column| column.head.clone())
    };
    if mapping.column(Field::Received).is_none() {
        let instead = head(Field::Confirmed).or_else(|| head(Field::Submitted));
        remarks.extend(instead.map(|head| format!("没有“收到日期”一列，以“{head}”为收到日期")));
    } else if let Some(confirmed) = head(Field::Confirmed) {
        remarks.push(format!("网上、传真和平信的申请以“{confirmed}”为收到日期，其余以收到日期为准（《条例》第三十一条）"));
    }
    for field in [Field::Kind, Field::Result, Field::Replied] {
        if mapping.column(field).is_none() {
            remarks.push(format!("没有“{}”一列", field.name()));
        }
    }
    let named = |columns: Vec<&str>, what: &str| {
        (!columns.is_empty()).then(|| format!("“{}”{what}", columns.join("”“")))
    };
    let of = |wanted: fn(&mapping::Column<Field>) -> bool| -> Vec<&str> {
        mapping
            .columns
            .iter()
            .filter(|column| wanted(column))
            .map(|column| column.head.as_str())
            .collect()
    };
    remarks.extend(named(
        of(|column| column.field == Some(Field::Personal)),
        "是个人信息，没有读取",
    ));
    remarks.extend(named(
        of(|column| column.field.is_none() && !column.head.is_empty()),
        "没有认出，没有读取",
    ));
    remarks.extend(named(
        mapping
            .unused()
            .map(|column| column.head.as_str())
            .collect(),
        "与另一列重复，没有读取",
    ));
    remarks
}

/// Wordings by their letters, each once.
#[derive(Default)]
struct Wordings {
    wordings: Vec<Wording>,
    by_text: HashMap<(Box<str>, Box<str>), u32>,
}

impl Wordings {
    fn of(wordings: &mut Vec<Wording>) -> Wordings {
        let wordings = std::mem::take(wordings);
        let by_text = (wordings.iter().zip(0..))
            .map(|(wording, idx)| ((wording.text.clone(), wording.reason.clone()), idx))
            .collect();
        Wordings { wordings, by_text }
    }

    fn take(&mut self, text: &str, reason: &str) -> u32 {
        let [text, reason] = [text, reason].map(|text| if is_blank(text) { "" } else { text });
        let key: (Box<str>, Box<str>) = (one_line(text), one_line(reason));
        let idx = *self
            .by_text
            .entry(key)
            .or_insert_with_key(|(text, reason)| {
                self.wordings.push(Wording {
                    text: text.clone(),
                    reason: reason.clone(),
                    n_requests: 0,
                });
                index(self.wordings.len() - 1)
            });
        self.wordings[idx as usize].n_requests += 1;
        idx
    }
}

struct Interner {
    kinds: Wordings,
    results: Wordings,
}

impl Interner {
    fn of(ledger: &mut Ledger) -> Interner {
        Interner {
            kinds: Wordings::of(&mut ledger.kinds),
            results: Wordings::of(&mut ledger.results),
        }
    }
}

/// One row of a ledger.
struct Cells<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping<Field>,
    spread: &'a Spread,
    row: usize,
}

impl Cells<'_> {
    fn text(&self, field: Field) -> &str {
        let Some(column) = self.mapping.column(field) else {
            return "";
        };
        match self.sheet.cell(self.row, column) {
            "" if !self.spread.merged.is_empty() => {
                self.sheet.cell(self.spread.row(self.row, column), column)
            }
            text => text,
        }
    }

    fn own_text(&self, field: Field) -> &str {
        let column = self.mapping.column(field);
        column.map_or("", |column| self.sheet.cell(self.row, column))
    }

    fn day(&self, field: Field) -> Day {
        Day::read(self.text(field))
    }

    /// The request of this row, if there is enough in it; its form begins above where only its own result stands here.
    fn request(&self, previous: Option<&Request>, interner: &mut Interner) -> Option<Request> {
        const IDENTIFYING: [Field; 6] = [
            Field::Number,
            Field::Received,
            Field::Confirmed,
            Field::Submitted,
            Field::Who,
            Field::Kind,
        ];
        const TELLING: [Field; 6] = [
            Field::Result,
            Field::Reason,
            Field::Replied,
            Field::What,
            Field::CorrectionAsked,
            Field::Channel,
        ];
        let has = |field: &Field| !is_blank(self.text(*field));
        let has_own = |field: &Field| !is_blank(self.own_text(*field));
        let n_known = IDENTIFYING
            .iter()
            .chain(&TELLING)
            .filter(|field| has(field))
            .count();
        let is_part = !IDENTIFYING.iter().any(has_own)
            && TELLING[..3].iter().any(has_own)
            && previous.is_some();
        if n_known < 2 && !is_part {
            return None;
        }
        let own_kind = self.text(Field::Kind);
        let mut request = Request {
            number: one_line(self.number()),
            channel: receipt::channel(self.text(Field::Channel)),
            received: self.day(Field::Received),
            confirmed: self.day(Field::Confirmed),
            submitted: self.day(Field::Submitted),
            result: interner
                .results
                .take(self.text(Field::Result), self.text(Field::Reason)),
            correction_asked: self.day(Field::CorrectionAsked),
            corrected: self.day(Field::Corrected),
            correction_until: self.day(Field::CorrectionUntil),
            opinion_sent: self.day(Field::OpinionSent),
            opinion_received: self.day(Field::OpinionReceived),
            extended: self.day(Field::Extended),
            extended_until: self.day(Field::ExtendedUntil),
            postponed_to: self.day(Field::PostponedTo),
            due_typed: self.day(Field::DueTyped),
            replied: self.day(Field::Replied),
            served: self.day(Field::Served),
            fee_notice: self.day(Field::FeeNotice),
            disputes: self.disputes(),
            who: one_line(self.text(Field::Who)),
            what: one_line(self.text(Field::What)),
            has_personal_data: [Field::What, Field::Note]
                .iter()
                .any(|field| has_personal_data(self.own_text(*field))),
            ..Request::default()
        };
        let previous = previous.filter(|_| is_part);
        if let Some(first) = previous {
            // Marked as a part here; which one comes first is known to the caller.
            request.part_of = Some(0);
            request.inherit(first);
        }
        request.kind = match previous {
            Some(first) if own_kind.is_empty() => interner.kinds.again(first.kind),
            _ => interner.kinds.take(own_kind, ""),
        };
        Some(request)
    }

    fn number(&self) -> &str {
        match self.text(Field::Number) {
            "" => self.text(Field::Sequence),
            number => number,
        }
    }

    fn disputes(&self) -> Option<Box<Disputes>> {
        let text = |field| match self.own_text(field) {
            text if is_blank(text) => Box::default(),
            text => one_line(text),
        };
        let disputes = Disputes {
            reconsideration: text(Field::Reconsideration),
            reconsideration_filed: Day::read(self.own_text(Field::ReconsiderationFiled)),
            suit_kind: text(Field::SuitKind),
            suit_filed: Day::read(self.own_text(Field::SuitFiled)),
            suit_outcome: text(Field::SuitOutcome),
            direct: text(Field::DirectSuit),
            later: text(Field::LaterSuit),
        };
        (disputes != Disputes::default()).then(|| Box::new(disputes))
    }
}

impl Wordings {
    /// One more request with a wording that is known.
    fn again(&mut self, wording: u32) -> u32 {
        self.wordings[wording as usize].n_requests += 1;
        wording
    }
}

impl Request {
    /// Takes from the first part of a form what stands there once for all parts.
    fn inherit(&mut self, first: &Request) {
        if self.number.is_empty() {
            self.number.clone_from(&first.number);
        }
        let [confirmed, received, submitted] =
            [&first.confirmed, &first.received, &first.submitted];
        for (own, theirs) in [
            (&mut self.confirmed, confirmed),
            (&mut self.received, received),
            (&mut self.submitted, submitted),
        ] {
            if own.is_blank() {
                own.clone_from(theirs);
            }
        }
        if self.channel == super::Channel::Unknown {
            self.channel = first.channel;
        }
        if self.who.is_empty() {
            self.who.clone_from(&first.who);
        }
    }
}

/// Whether a text holds a number of an identity card (18 digits, the last maybe an X) or of a mobile phone (11 digits from 1).
fn has_personal_data(text: &str) -> bool {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    runs.into_iter().any(|run| {
        let n_digits = run.bytes().take_while(u8::is_ascii_digit).count();
        let is_phone = run.len() == 11
            && n_digits == 11
            && run.starts_with(['1'])
            && !run.starts_with("10")
            && !run.starts_with("12");
        let is_card = run.len() == 18 && n_digits >= 17;
        is_phone || is_card
    })
}

fn one_line(text: &str) -> Box<str> {
    match text.contains(['\n', '\r', '\t']) || text.contains("  ") {
        true => text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        false => text.into(),
    }
}

fn index(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
