//! A counted ledger with what it is judged by.

use nianbao_core::calendar::Calendar;
use nianbao_core::date::Date;
use nianbao_core::report::Report;

use crate::requests::deadline::{Due, due};
use crate::requests::heads::Field;
use crate::requests::{Answers, Counted, Ledger, Request};

/// A counted ledger, the due days of its requests, and what it is compared with.
#[derive(Clone, Debug)]
pub struct Book<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// Its year, counted.
    pub counted: &'a Counted,
    /// What was answered.
    pub answers: &'a Answers,
    /// The day of checking; rules about days to come need it.
    pub today: Option<Date>,
    /// The report whose figures are compared.
    pub report: Option<&'a Report>,
    /// Last year's report of the same organ.
    pub previous: Option<&'a Report>,
    /// For each request its due day; none where its receipt is not known.
    pub dues: Vec<Option<Due>>,
}

impl<'a> Book<'a> {
    /// Counts all due days.
    pub fn new(
        ledger: &'a Ledger,
        counted: &'a Counted,
        answers: &'a Answers,
        today: Option<Date>,
    ) -> Book<'a> {
        Book {
            ledger,
            counted,
            answers,
            today,
            report: None,
            previous: None,
            dues: ledger
                .requests
                .iter()
                .map(|request| due(&request.facts(), &answers.calendar))
                .collect(),
        }
    }

    /// The calendar, with arrangements that were given.
    pub fn calendar(&self) -> &'a Calendar {
        &self.answers.calendar
    }

    /// The name of a case.
    pub fn name(&self, request: u32) -> String {
        self.ledger.case(&self.ledger.requests[request as usize])
    }

    /// All requests with their indices and due days.
    pub fn requests(&self) -> impl Iterator<Item = (u32, &'a Request, Option<&Due>)> {
        let dues = self.dues.iter().map(Option::as_ref);
        (0..)
            .zip(&self.ledger.requests)
            .zip(dues)
            .map(|((idx, request), due)| (idx, request, due))
    }

    /// Whether the sheet of a request has a column of this kind.
    pub(crate) fn has_column(&self, request: &Request, field: Field) -> bool {
        let sheet = self.ledger.sheets.get(request.at.sheet as usize);
        sheet.is_some_and(|sheet| {
            sheet
                .columns
                .iter()
                .any(|column| column.field == Some(field))
        })
    }

    /// Whether a request is still waited for: no answer, and no result that says otherwise.
    pub fn is_open(&self, request: &Request) -> bool {
        request.replied.is_blank() && !self.counted.has_result(request)
    }
}
