//! Counts the requests of a year into table three and their disputes into table four.
//!
//! Every figure keeps the requests behind it. One whose place is not sure is open in all cells it may belong to,
//! and certain only where every possibility leads: in a total, or in the row of its receipt.

use std::collections::HashMap;

use jiff::civil::date;
use nianbao_core::date::Date;
use nianbao_core::form::keys::{
    CARRIED_FORWARD, CARRIED_OVER, DISPUTES, HANDLED, NEWLY_RECEIVED, REQUESTS,
};
use nianbao_core::form::{Cell, Form};
use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::{Ledger, Request, receipt};

mod disputes;
mod lines;
mod meaning;
mod questions;

pub use questions::{About, Question};

use disputes::Dispute;
use lines::{Belongs, Lines, Set};
use meaning::{Meaning, Result};

/// A year of a ledger, counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The form that reports on the year are written on.
    pub form: &'static Form,
    /// The year.
    pub year: i16,
    /// Requests that are not in this year's report, and why.
    pub uncounted: Vec<(u32, Uncounted)>,
    rows: Lines,
    columns: Lines,
    disputed: Lines,
    groups: Vec<Group>,
    /// For each request its group; none where it is not counted.
    group_of: Vec<Option<u32>>,
    disputes: Vec<Dispute>,
    meaning: Meaning,
}

/// Requests that may be in the same places.
#[derive(Clone, Debug)]
struct Group {
    intake: Set,
    end: Set,
    columns: Set,
    requests: Vec<u32>,
}

/// Why a request is not in a year's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uncounted {
    /// Answered before the year.
    ConcludedBefore,
    /// Received after the year.
    ReceivedAfter,
    /// No request at all, as answered.
    NotARequest,
}

impl Uncounted {
    /// What is shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Uncounted::ConcludedBefore => "年初以前已经答复",
            Uncounted::ReceivedAfter => "年底以后才收到",
            Uncounted::NotARequest => "不是政府信息公开申请",
        }
    }
}

/// How many requests are behind a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Those that belong here whatever is answered.
    pub certain: usize,
    /// Those that may belong here.
    pub open: usize,
}

/// Where a request is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Paths of the rows by receipt that it may be in.
    pub intake: Vec<&'static str>,
    /// Paths of the rows at the end of the year that it may be in.
    pub end: Vec<&'static str>,
    /// Paths of the columns that it may be in.
    pub columns: Vec<&'static str>,
    /// Whether it may be in no row at all.
    pub may_be_outside: bool,
}

/// Counts a year. Days that were answered must have been put already ([`Answers::put_days`]).
pub fn count(ledger: &Ledger, year: i16, answers: &Answers) -> Counted {
    let form = Form::for_year(year.unsigned_abs());
    let table = form.table(REQUESTS).expect("every edition has table three");
    let disputes = form.table(DISPUTES).expect("every edition has table four");
    let mut counted = Counted {
        form,
        year,
        uncounted: Vec::new(),
        rows: Lines::of(&table.rows),
        columns: Lines::of(&table.columns),
        disputed: Lines::of(&disputes.columns),
        groups: Vec::new(),
        group_of: vec![None; ledger.requests.len()],
        disputes: Vec::new(),
        meaning: Meaning::default(),
    };
    let meaning = Meaning::of(ledger, &counted, answers);
    let cases = answers.by_request(ledger);
    let mut groups: HashMap<(Set, Set, Set), u32> = HashMap::new();
    for (idx, request) in (0..).zip(&ledger.requests) {
        let answer = cases.get(&idx).copied();
        let columns = meaning.columns(request, answer, &counted);
        let result = meaning.result(request, answer, &counted);
        match counted.rows_of(request, result) {
            Err(why) => counted.uncounted.push((idx, why)),
            Ok((intake, end)) => {
                let group = *groups.entry((intake, end, columns)).or_insert_with(|| {
                    counted.groups.push(Group {
                        intake,
                        end,
                        columns,
                        requests: Vec::new(),
                    });
                    u32::try_from(counted.groups.len() - 1).expect("few groups")
                });
                counted.groups[group as usize].requests.push(idx);
                counted.group_of[idx as usize] = Some(group);
            }
        }
        if request.disputes.is_some() {
            let found = disputes::of(request, idx, &counted, answers);
            counted.disputes.extend(found);
        }
    }
    counted.meaning = meaning;
    counted
}

impl Counted {
    /// First and last day of the year.
    fn first_and_last(&self) -> (Date, Date) {
        (date(self.year, 1, 1), date(self.year, 12, 31))
    }

    /// The rows that a request may be in: by its receipt, and at the end of the year.
    fn rows_of(
        &self,
        request: &Request,
        result: Result,
    ) -> std::result::Result<(Set, Set), Uncounted> {
        let (first, last) = self.first_and_last();
        let [newly, over, forward, handled] =
            [NEWLY_RECEIVED, CARRIED_OVER, CARRIED_FORWARD, HANDLED]
                .map(|path| self.rows.all(&[path]));
        let received = receipt::day(request).on();
        if received.is_some_and(|received| received > last) {
            return Err(Uncounted::ReceivedAfter);
        }
        let is_earlier = received.is_none_or(|received| received < first);
        let mut intake = match received {
            None => newly | over | Set::OUTSIDE,
            Some(_) if is_earlier => over,
            Some(_) => newly,
        };
        let rows = match result {
            Result::Rows(set) => set,
            Result::Blank | Result::InProgress => handled,
        };
        let mut end = match request.replied.on() {
            Some(replied) if received.is_some_and(|received| replied < received) => {
                rows | forward | Set::outside_if(is_earlier)
            }
            Some(replied) if replied < first && received.is_some() => {
                return Err(Uncounted::ConcludedBefore);
            }
            Some(replied) if replied < first => Set::OUTSIDE,
            Some(replied) if replied > last => forward,
            Some(_) if result == Result::InProgress => handled | forward,
            Some(_) => rows,
            None => match result {
                Result::Blank if request.replied.is_blank() => forward,
                Result::InProgress => forward,
                _ => rows | forward | Set::outside_if(is_earlier),
            },
        };
        if received.is_none() {
            end = end | Set::OUTSIDE;
        }
        if end == Set::OUTSIDE {
            return Err(match result {
                Result::Rows(set) if set == Set::OUTSIDE => Uncounted::NotARequest,
                _ => Uncounted::ConcludedBefore,
            });
        }
        if end.intersects(Set::OUTSIDE) {
            intake = intake | Set::OUTSIDE;
        }
        Ok((intake, end))
    }

    /// How many requests are behind a figure of table three or four; none for other tables.
    pub fn behind(&self, cell: Cell) -> Option<Behind> {
        let mut behind = Behind::default();
        self.each_behind(cell, |is_certain, requests| match is_certain {
            true => behind.certain += requests.len(),
            false => behind.open += requests.len(),
        })?;
        Some(behind)
    }

    /// The requests behind a figure in the order of the ledger: certain ones, open ones.
    pub fn requests_behind(&self, cell: Cell) -> (Vec<u32>, Vec<u32>) {
        let (mut certain, mut open) = (Vec::new(), Vec::new());
        self.each_behind(cell, |is_certain, requests| match is_certain {
            true => certain.extend(requests),
            false => open.extend(requests),
        });
        certain.sort_unstable();
        open.sort_unstable();
        (certain, open)
    }

    fn each_behind(&self, cell: Cell, mut take: impl FnMut(bool, &[u32])) -> Option<()> {
        let place = self.form.place(cell);
        match self.form.tables[place.table].table.key {
            REQUESTS => {
                for group in &self.groups {
                    let row = self
                        .rows
                        .belongs(group.intake, place.row)
                        .max(self.rows.belongs(group.end, place.row));
                    let column = self.columns.belongs(group.columns, place.column);
                    if let Some(is_certain) = row.and(column) {
                        take(is_certain, &group.requests);
                    }
                }
            }
            DISPUTES => {
                for dispute in &self.disputes {
                    let column = self.disputed.belongs(dispute.columns, place.column);
                    if let Some(is_certain) = column.and(Belongs::Certainly) {
                        take(is_certain, &[dispute.request]);
                    }
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// All cells that are counted: those of tables three and four, in printed order.
    pub fn cells(&self) -> impl Iterator<Item = Cell> {
        let is_counted = |cell: &Cell| {
            matches!(
                self.form.tables[self.form.place(*cell).table].table.key,
                REQUESTS | DISPUTES
            )
        };
        self.form.cells().filter(is_counted)
    }

    /// Where a request is counted; none where it is not.
    pub fn places(&self, request: u32) -> Option<Places> {
        let group = self.group_of.get(request as usize).copied().flatten()?;
        let group = &self.groups[group as usize];
        Some(Places {
            intake: self.rows.paths(group.intake),
            end: self.rows.paths(group.end),
            columns: self.columns.paths(group.columns),
            may_be_outside: group.end.intersects(Set::OUTSIDE),
        })
    }
}

impl Counted {
    /// Whether the ledger states a result for a request, rather than nothing or that it is being handled.
    pub fn has_result(&self, request: &Request) -> bool {
        matches!(
            self.meaning.results.get(request.result as usize),
            Some(Result::Rows(_))
        )
    }

    /// Paths of the rows that a request's result may mean, whenever it was answered; none without a result.
    pub fn result_rows(&self, request: &Request) -> Option<Vec<&'static str>> {
        match self.meaning.results.get(request.result as usize) {
            Some(Result::Rows(rows)) => Some(self.rows.paths(*rows)),
            _ => None,
        }
    }
}
