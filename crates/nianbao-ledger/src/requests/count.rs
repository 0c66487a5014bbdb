//! Counts the requests of a year into table three and their disputes into table four.
//!
//! Every figure keeps the requests behind it. One whose place is not sure is open in all cells it may belong to,
//! and certain only where every possibility leads: in a total, or in the row of its receipt.

use std::collections::HashMap;

use jiff::civil::date;
use nianbao_core::date::Date;
use nianbao_core::form::keys::{
    CARRIED_FORWARD, CARRIED_OVER, DISPUTES, HANDLED, NEWLY_RECEIVED, RECONSIDERATION, REQUESTS,
};
use nianbao_core::form::{Cell, Form};
use serde::{Deserialize, Serialize};

use crate::day::Day;

use super::answers::{Answers, CaseAnswer};
use super::wordings::{self, Said};
use super::{Ledger, Request, receipt};

mod lines;

use lines::{Belongs, Lines, Set};

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

/// A reconsideration or suit over a request, with the columns of table four that it may be in.
#[derive(Clone, Copy, Debug)]
struct Dispute {
    request: u32,
    columns: Set,
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

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// 申请人类别
    Kind,
    /// 办理结果
    Result,
    /// 收到日期
    Received,
    /// 答复日期: whether the request is concluded
    Replied,
    /// 复议、诉讼结果
    Outcome,
    /// 诉讼类型
    Suit,
}

impl About {
    /// What is shown to people.
    pub fn name(self) -> &'static str {
        match self {
            About::Kind => "申请人类别",
            About::Result => "办理结果",
            About::Received => "收到日期",
            About::Replied => "答复日期",
            About::Outcome => "复议、诉讼结果",
            About::Suit => "诉讼类型",
        }
    }
}

/// An open question (待归类): one for each wording, answered once for all requests alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// The wording as the ledger has it.
    pub wording: String,
    /// Paths of the lines that are possible.
    pub candidates: Vec<String>,
    /// Indices of the requests it is asked for.
    pub requests: Vec<u32>,
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
            let found = disputes_of(request, idx, &counted, answers);
            counted.disputes.extend(found);
        }
    }
    counted.meaning = meaning;
    counted
}

/// What the result of a request says, in rows of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Result {
    Blank,
    InProgress,
    Rows(Set),
}

/// What each wording of the ledger means on this form.
#[derive(Clone, Debug, Default)]
struct Meaning {
    kinds: Vec<Set>,
    results: Vec<Result>,
}

impl Meaning {
    fn of(ledger: &Ledger, counted: &Counted, answers: &Answers) -> Meaning {
        let kinds = ledger.kinds.iter().map(|wording| {
            let answer = answers
                .kinds
                .get(&wording.shown())
                .and_then(|path| counted.columns.answered(path));
            answer.unwrap_or_else(|| match wordings::kind(&wording.text) {
                Said::OneOf(paths) => counted.columns.all(&paths),
                Said::Blank | Said::InProgress => counted.columns.leaves(),
            })
        });
        let results = ledger.results.iter().map(|wording| {
            let answer = answers
                .results
                .get(&wording.shown())
                .and_then(|path| counted.rows.answered(path));
            match (answer, wordings::result(&wording.text, &wording.reason)) {
                (Some(set), _) => Result::Rows(set),
                (None, Said::OneOf(paths)) => Result::Rows(counted.rows.all(&paths)),
                (None, Said::Blank) => Result::Blank,
                (None, Said::InProgress) => Result::InProgress,
            }
        });
        Meaning {
            kinds: kinds.collect(),
            results: results.collect(),
        }
    }

    fn columns(&self, request: &Request, answer: Option<&CaseAnswer>, counted: &Counted) -> Set {
        let answer = answer.and_then(|answer| counted.columns.answered(answer.kind.as_deref()?));
        answer.unwrap_or_else(|| {
            self.kinds
                .get(request.kind as usize)
                .copied()
                .unwrap_or(counted.columns.leaves())
        })
    }

    fn result(&self, request: &Request, answer: Option<&CaseAnswer>, counted: &Counted) -> Result {
        let answer = answer.and_then(|answer| counted.rows.answered(answer.result.as_deref()?));
        match answer {
            Some(set) => Result::Rows(set),
            None => self
                .results
                .get(request.result as usize)
                .copied()
                .unwrap_or(Result::Blank),
        }
    }
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

    /// Open questions in the order of what they are about and of the ledger.
    pub fn questions(&self, ledger: &Ledger, answers: &Answers) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        let mut place: HashMap<(About, String), usize> = HashMap::new();
        let mut ask = |about: About, wording: String, candidates: Vec<&str>, request: u32| {
            let idx = *place.entry((about, wording.clone())).or_insert_with(|| {
                let candidates = candidates.into_iter().map(str::to_owned).collect();
                questions.push(Question {
                    about,
                    wording,
                    candidates,
                    requests: Vec::new(),
                });
                questions.len() - 1
            });
            questions[idx].requests.push(request);
        };
        for (idx, request) in (0..).zip(&ledger.requests) {
            if let Some(places) = self.places(idx) {
                self.ask_for(
                    ledger,
                    request,
                    &places,
                    &mut |about, wording, candidates| ask(about, wording, candidates, idx),
                );
            }
            for (about, wording, candidates) in request
                .disputes
                .as_deref()
                .map(|_| open_disputes(request, answers))
                .unwrap_or_default()
            {
                ask(about, wording, candidates, idx);
            }
        }
        questions.sort_by_key(|question| question.about);
        questions
    }

    fn ask_for<'a>(
        &self,
        ledger: &Ledger,
        request: &Request,
        places: &Places,
        ask: &mut dyn FnMut(About, String, Vec<&'a str>),
    ) {
        let received = receipt::day(request);
        if received.on().is_none() {
            ask(About::Received, shown(received), Vec::new());
        }
        if places.columns.len() > 1 {
            ask(
                About::Kind,
                ledger.kinds[request.kind as usize].shown(),
                places.columns.clone(),
            );
        }
        if places.end.len() > 1 || places.may_be_outside && received.on().is_some() {
            let is_day_wanted = places.end.contains(&CARRIED_FORWARD)
                && request
                    .replied
                    .on()
                    .is_none_or(|replied| Some(replied) < received.on());
            if is_day_wanted {
                ask(About::Replied, shown(&request.replied), places.end.clone());
            }
            if !is_day_wanted || places.end.len() > 2 {
                ask(
                    About::Result,
                    ledger.results[request.result as usize].shown(),
                    places.end.clone(),
                );
            }
        }
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

    /// The official wording of a line that a question offers.
    pub fn label(&self, about: About, path: &str) -> String {
        let table = |key, is_row| {
            let table = self.form.table(key)?;
            let lines = if is_row { &table.rows } else { &table.columns };
            lines
                .iter()
                .find(|line| line.path == path)
                .map(|line| line.name.clone())
        };
        let name = match about {
            About::Kind => table(REQUESTS, false),
            About::Result | About::Replied | About::Received => table(REQUESTS, true),
            About::Outcome => self.outcome_label(path),
            About::Suit => self.group_label(path),
        };
        name.unwrap_or_else(|| path.to_owned())
    }

    fn outcome_label(&self, path: &str) -> Option<String> {
        let table = self.form.table(DISPUTES)?;
        let line = table
            .columns
            .iter()
            .find(|line| line.path == format!("{RECONSIDERATION}/{path}"))?;
        Some(line.label().to_owned())
    }

    fn group_label(&self, path: &str) -> Option<String> {
        let table = self.form.table(DISPUTES)?;
        let line = table
            .columns
            .iter()
            .find(|line| line.path == format!("{path}/total"))?;
        Some(
            line.name
                .rsplit_once(' ')
                .map_or(line.name.as_str(), |(group, _)| group)
                .to_owned(),
        )
    }

    /// Answers that name no line of the form, as sentences.
    pub fn unusable(&self, answers: &Answers) -> Vec<String> {
        let kinds = answers
            .kinds
            .iter()
            .filter(|(_, line)| self.columns.answered(line).is_none());
        let results = answers
            .results
            .iter()
            .filter(|(_, line)| self.rows.answered(line).is_none());
        kinds
            .chain(results)
            .map(|(wording, line)| {
                format!("“{wording}”答作“{line}”，表三没有这一行或者列，没有采用。")
            })
            .collect()
    }
}

fn shown(day: &Day) -> String {
    match day {
        Day::Blank => "（空白）".to_owned(),
        Day::On(date) => date.to_string(),
        Day::Unreadable(unreadable) => unreadable.text.to_string(),
    }
}

/// The blocks and outcomes of a request's disputes, as paths; blank outcomes are pending.
fn said_of_disputes(request: &Request) -> Vec<(Said, Said, Box<str>, Box<str>)> {
    let Some(disputes) = request.disputes.as_deref() else {
        return Vec::new();
    };
    let pending = || Said::OneOf(vec!["pending"]);
    let outcome = |text: &str| match wordings::outcome(text) {
        Said::OneOf(paths) => Said::OneOf(paths),
        Said::Blank | Said::InProgress => pending(),
    };
    let mut said = Vec::new();
    if !disputes.reconsideration.is_empty() || !disputes.reconsideration_filed.is_blank() {
        said.push((
            Said::OneOf(vec![RECONSIDERATION]),
            outcome(&disputes.reconsideration),
            Box::default(),
            disputes.reconsideration.clone(),
        ));
    }
    for (column, block) in [(&disputes.direct, 0), (&disputes.later, 1)] {
        if !column.is_empty() {
            said.push((
                Said::OneOf(vec![wordings::SUITS[block]]),
                outcome(column),
                Box::default(),
                column.clone(),
            ));
        }
    }
    let has_suit = !disputes.suit_kind.is_empty()
        || !disputes.suit_outcome.is_empty()
        || !disputes.suit_filed.is_blank();
    if has_suit {
        let block = match wordings::suit(&disputes.suit_kind) {
            Said::OneOf(paths) => Said::OneOf(paths),
            Said::Blank | Said::InProgress => Said::OneOf(wordings::SUITS.to_vec()),
        };
        said.push((
            block,
            outcome(&disputes.suit_outcome),
            disputes.suit_kind.clone(),
            disputes.suit_outcome.clone(),
        ));
    }
    said
}

fn disputes_of(request: &Request, idx: u32, counted: &Counted, answers: &Answers) -> Vec<Dispute> {
    let one_of = |said: &Said, answer: Option<&String>| match (answer, said) {
        (Some(answer), _) => vec![answer.clone()],
        (None, Said::OneOf(paths)) => paths.iter().map(|path| (*path).to_owned()).collect(),
        (None, _) => Vec::new(),
    };
    let said = said_of_disputes(request);
    let disputes = said
        .iter()
        .map(|(block, outcome, kind_text, outcome_text)| {
            let blocks = one_of(
                block,
                answers.suits.get(&**kind_text).filter(|_| is_open(block)),
            );
            let outcomes = one_of(
                outcome,
                answers
                    .outcomes
                    .get(&**outcome_text)
                    .filter(|_| is_open(outcome)),
            );
            let paths = blocks.iter().flat_map(|block| {
                outcomes
                    .iter()
                    .map(move |outcome| format!("{block}/{outcome}"))
            });
            Dispute {
                request: idx,
                columns: paths.fold(Set::default(), |set, path| {
                    set | counted.disputed.all(&[&path])
                }),
            }
        });
    disputes.collect()
}

fn is_open(said: &Said) -> bool {
    matches!(said, Said::OneOf(paths) if paths.len() > 1)
}

fn open_disputes(request: &Request, answers: &Answers) -> Vec<(About, String, Vec<&'static str>)> {
    let mut open = Vec::new();
    for (block, outcome, kind_text, outcome_text) in said_of_disputes(request) {
        for (about, said, text, given) in [
            (About::Suit, block, kind_text, &answers.suits),
            (About::Outcome, outcome, outcome_text, &answers.outcomes),
        ] {
            if let Said::OneOf(paths) = said
                && paths.len() > 1
                && !given.contains_key(&*text)
            {
                open.push((about, text.into(), paths));
            }
        }
    }
    open
}

#[cfg(test)]
mod tests;
