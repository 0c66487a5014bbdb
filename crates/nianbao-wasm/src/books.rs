//! Counts the books of the year beside the page.

use std::collections::BTreeSet;

use nianbao_core::date::Date;
use nianbao_core::report::Report;
use nianbao_core::saved::Opened;
use nianbao_core::sheet::Sheet;
use nianbao_ledger::requests::count::{About, Counted};
use nianbao_ledger::requests::kept::Kept;
use nianbao_ledger::requests::{self, Answers, Ledger};
use nianbao_ledger::rules::check;
use nianbao_ledger::{Book as Judged, write};
use nianbao_write::lists_workbook;

use crate::job::{
    Book, Bytes, CaseTold, CountLedger, CountedBy, ExplainCase, Job, LedgerChange, LedgerCounted,
    LedgerDocument, WriteLedger,
};
use crate::opened;
use crate::serve::{Answered, answer, not_here};

mod told;

/// Does what this program is asked.
pub fn work(job: Job) -> Answered {
    match job {
        Job::CountLedger(asked) => answer(count, asked),
        Job::ExplainCase(asked) => answer(explain, asked),
        Job::WriteLedger(asked) => answer(write_ledger, asked),
        Job::JudgeDraft(_)
        | Job::OutlineText(_)
        | Job::TellNotes(_)
        | Job::CompareEarlier(_)
        | Job::FindWords(_)
        | Job::WidenText(_)
        | Job::MakeExample(_)
        | Job::WriteDocument(_)
        | Job::WriteSheet(_)
        | Job::ReadReport(_)
        | Job::ReadSheets(_) => not_here(),
    }
}

const TORN: &str = "台账的内容读不出来，请重新打开原来的文件。";

/// A ledger as it was sent.
fn kept(book: &Book) -> Result<Kept, String> {
    if book.kept.is_empty() {
        return Ok(Kept::default());
    }
    let mut kept = Kept::from_json(&book.kept).ok_or(TORN)?;
    let people: Vec<(Box<str>, Box<str>)> = serde_json::from_str(&book.people).unwrap_or_default();
    if people.len() == kept.ledger.requests.len() {
        for (request, (who, what)) in kept.ledger.requests.iter_mut().zip(people) {
            (request.who, request.what) = (who, what);
        }
    }
    Ok(kept)
}

/// The same to be sent back.
fn sent(kept: &Kept) -> Book {
    let people = kept.ledger.requests.iter();
    let people: Vec<_> = people
        .map(|request| (&request.who, &request.what))
        .collect();
    Book {
        kept: kept.to_json(),
        people: serde_json::to_string(&people).unwrap_or_default(),
    }
}

fn count(asked: CountLedger) -> Result<LedgerCounted, String> {
    let mut kept = kept(&asked.book)?;
    change(&mut kept, asked.change)?;
    let book = sent(&kept);
    let (ledger, year) = ready(&kept)?;
    let beside = Beside::of(&asked.by)?;
    let counted = requests::count::count(&ledger, year, &kept.answers);
    let judged = beside.judged(&ledger, &counted, &kept.answers);
    let told = told::told(&judged, &check(&judged));
    Ok(LedgerCounted {
        book,
        name: kept.name.clone(),
        answered: told::answered(&counted, &kept.answers),
        unusable: counted.unusable(&kept.answers),
        ..told
    })
}

/// The ledger with the days that were answered, and the year it is counted for.
fn ready(kept: &Kept) -> Result<(Ledger, i16), String> {
    let mut ledger = kept.ledger.clone();
    kept.answers.put_days(&mut ledger);
    let year = kept.year.or_else(|| ledger.most_received());
    let year = year.ok_or("没有一件申请有能读的收到日期，不知道统计哪一年。")?;
    Ok((ledger, year))
}

fn change(kept: &mut Kept, change: LedgerChange) -> Result<(), String> {
    match change {
        LedgerChange::None => {}
        LedgerChange::Year(year) => kept.year = Some(year),
        LedgerChange::Answer {
            about,
            wording,
            answer,
        } => answer_question(&mut kept.answers, &about, wording, answer)?,
        LedgerChange::Add { file, sheets } => {
            let sheets: Vec<Sheet> = serde_json::from_str(&sheets).map_err(|_| TORN)?;
            let n_before = kept.ledger.requests.len();
            requests::read(&mut kept.ledger, &file, &sheets, &kept.answers.heads);
            if kept.ledger.requests.len() == n_before {
                let remarks = kept.ledger.sheets.iter().flat_map(|sheet| &sheet.remarks);
                let remarks: BTreeSet<_> = remarks.map(|remark| format!("{remark}。")).collect();
                return Err(format!(
                    "没有读到申请。{}",
                    Vec::from_iter(remarks).concat()
                ));
            }
            if kept.name.is_empty() {
                kept.name = file;
            }
        }
    }
    Ok(())
}

fn answer_question(
    answers: &mut Answers,
    about: &str,
    wording: String,
    answer: Option<String>,
) -> Result<(), String> {
    const NO_DAY: &str = "请写成 2025-03-05 的样子。";
    let lines = match told::about(about) {
        Some(About::Kind) => &mut answers.kinds,
        Some(About::Result) => &mut answers.results,
        Some(About::Outcome) => &mut answers.outcomes,
        Some(About::Suit) => &mut answers.suits,
        Some(About::Received | About::Replied) => {
            match answer {
                Some(day) => {
                    let day: Date = day.trim().parse().map_err(|_| NO_DAY)?;
                    answers.days.insert(wording, day);
                }
                None => {
                    answers.days.remove(&wording);
                }
            }
            return Ok(());
        }
        None => return Err(TORN.to_owned()),
    };
    match answer {
        Some(line) => lines.insert(wording, line),
        None => lines.remove(&wording),
    };
    Ok(())
}

/// What a ledger is judged beside.
struct Beside {
    today: Option<Date>,
    opened: Option<Opened>,
}

impl Beside {
    fn of(by: &CountedBy) -> Result<Beside, String> {
        let today = by.today;
        Ok(Beside {
            today: today.and_then(|(year, month, day)| Date::new(year, month, day).ok()),
            opened: by.draft.as_deref().map(opened).transpose()?,
        })
    }

    fn judged<'a>(
        &'a self,
        ledger: &'a Ledger,
        counted: &'a Counted,
        answers: &'a Answers,
    ) -> Judged<'a> {
        let opened = self.opened.as_ref();
        let previous = |opened: &'a Opened| -> Option<&'a Report> { opened.previous.as_ref() };
        Judged {
            report: opened.map(|opened| &opened.report),
            previous: opened.and_then(previous),
            ..Judged::new(ledger, counted, answers, self.today)
        }
    }
}

fn explain(asked: ExplainCase) -> Result<CaseTold, String> {
    let kept = kept(&asked.book)?;
    let (ledger, year) = ready(&kept)?;
    let counted = requests::count::count(&ledger, year, &kept.answers);
    let judged = Judged::new(&ledger, &counted, &kept.answers, None);
    let case = ledger.requests.get(asked.case).ok_or(TORN)?;
    Ok(told::case(&judged, asked.case, case))
}

fn write_ledger(asked: WriteLedger) -> Result<Bytes, String> {
    let kept = kept(&asked.book)?;
    let (ledger, year) = ready(&kept)?;
    let beside = Beside::of(&asked.by)?;
    let counted = requests::count::count(&ledger, year, &kept.answers);
    let judged = beside.judged(&ledger, &counted, &kept.answers);
    Ok(Bytes::from(match asked.document {
        LedgerDocument::Workbook => {
            let sheets = write::workbook(&judged, &check(&judged));
            lists_workbook(&write::title(&judged), &sheets)
        }
        LedgerDocument::Calendar => write::ics(&judged).into_bytes(),
    }))
}

#[cfg(test)]
mod tests;
