//! What came in, and to which unit it belongs.

use std::collections::BTreeMap;

use nianbao_core::form::{Cell, Form};
use nianbao_core::judgement::Judgement;
use nianbao_core::report::Report;

use crate::naming::{self, Match};
use crate::roster::{Roster, Unit};

/// A file that came in.
#[derive(Clone, Debug)]
pub struct HandedIn {
    /// Its name.
    pub file: String,
    /// The report in it with what the rules say of it, or the sentence that says why there is none.
    pub content: Result<(Report, Judgement), String>,
}

/// What is there of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its report is in.
    HandedIn,
    /// It was left out with a reason.
    LeftOut,
    /// Nothing came in that could be read.
    Missing,
}

impl State {
    /// The word used in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            State::HandedIn => "handed-in",
            State::LeftOut => "left-out",
            State::Missing => "missing",
        }
    }
}

/// The reports of all units on one year.
#[derive(Debug)]
pub struct Collection {
    /// Who has to report.
    pub roster: Roster,
    /// The year that is collected; none while no report says which.
    pub year: Option<u16>,
    /// What came in, in the order in which it did.
    pub handed_in: Vec<HandedIn>,
    /// Units that are left out on purpose, with the reason.
    pub left_out: BTreeMap<usize, String>,
    /// The government's own report, to be compared with the sums.
    pub parent: Option<Parent>,
    /// Reports on other years, by year and unit.
    pub other_years: BTreeMap<u16, BTreeMap<usize, Report>>,
    matches: Vec<Match>,
}

/// The government's own report.
#[derive(Clone, Debug)]
pub struct Parent {
    /// The report.
    pub report: Report,
    /// What the rules say of it.
    pub judgement: Judgement,
    /// What the rules say of its texts beside the sums of the units.
    pub beside_sums: Judgement,
}

impl Collection {
    /// Gives every file to its unit; the year is the parent's, else the one that most reports are on.
    pub fn new(roster: Roster, handed_in: Vec<HandedIn>, parent: Option<Report>) -> Collection {
        let organ = |it: &HandedIn| match &it.content {
            Ok((report, _)) => report.organ.name.clone(),
            Err(_) => String::new(),
        };
        let matches = handed_in.iter();
        let matches = matches
            .map(|it| naming::unit(&roster, &organ(it), &it.file))
            .collect();
        let mut years: BTreeMap<u16, usize> = BTreeMap::new();
        for (report, _) in handed_in.iter().filter_map(|it| it.content.as_ref().ok()) {
            if let Some(year) = report.year {
                *years.entry(year).or_default() += 1;
            }
        }
        let most = years
            .into_iter()
            .max_by_key(|&(year, n_reports)| (n_reports, year));
        let year = parent.as_ref().and_then(|parent| parent.year);
        Collection {
            year: year.or(most.map(|(year, _)| year)),
            roster,
            handed_in,
            left_out: BTreeMap::new(),
            parent: parent.map(|report| Parent {
                report,
                judgement: Judgement::default(),
                beside_sums: Judgement::default(),
            }),
            other_years: BTreeMap::new(),
            matches,
        }
    }

    /// Leaves a unit out, with a reason; false where the list has no unit of this name.
    pub fn leave_out(&mut self, name: &str, reason: &str) -> bool {
        let unit = naming::unit(&self.roster, name, "");
        if let Match::Sure(unit) = unit {
            self.left_out.insert(unit, reason.to_owned());
            return true;
        }
        false
    }

    /// Puts reports on other years beside this year's, each with its unit; what fits no unit is left aside.
    pub fn set_other_years(&mut self, reports: impl IntoIterator<Item = Report>) {
        for report in reports {
            let unit = naming::unit(&self.roster, &report.organ.name, "");
            if let (Match::Sure(unit), Some(year)) = (unit, report.year) {
                self.other_years
                    .entry(year)
                    .or_default()
                    .insert(unit, report);
            }
        }
    }

    /// Last year's report of a unit.
    pub fn previous(&self, unit: usize) -> Option<&Report> {
        self.other_years
            .get(&self.year?.checked_sub(1)?)?
            .get(&unit)
    }

    /// Has every report judged beside last year's of its unit, and the government's by itself and beside the sums.
    pub fn judge(&mut self, judge: impl Fn(&Report, Option<&Report>) -> Judgement) {
        let mut handed_in = std::mem::take(&mut self.handed_in);
        for (it, found) in handed_in.iter_mut().zip(&self.matches) {
            if let Ok((report, judgement)) = &mut it.content {
                let previous = match found {
                    Match::Sure(unit) if report.year == self.year => self.previous(*unit),
                    _ => None,
                };
                *judgement = judge(report, previous);
            }
        }
        self.handed_in = handed_in;
        if let Some(mut parent) = self.parent.take() {
            parent.judgement = judge(&parent.report, None);
            parent.beside_sums = judge(&self.draft(&self.sums(), Some(&parent.report)), None);
            self.parent = Some(parent);
        }
    }

    /// The form on which everything is added up.
    pub fn form(&self) -> &'static Form {
        Form::for_year(self.year.unwrap_or(u16::MAX))
    }

    /// The unit of the list.
    pub fn unit(&self, unit: usize) -> &Unit {
        &self.roster.units[unit]
    }

    /// What is there of a unit.
    pub fn state(&self, unit: usize) -> State {
        match (self.left_out.contains_key(&unit), self.valid(unit)) {
            (true, _) => State::LeftOut,
            (false, Some(_)) => State::HandedIn,
            (false, None) => State::Missing,
        }
    }

    /// The year as people say it: 2025 年度; 本年度 where no report says which.
    pub fn year_in_words(&self) -> String {
        self.year
            .map_or_else(|| "本年度".to_owned(), |year| format!("{year} 年度"))
    }

    /// All files of a unit on the collected year, the last one being what counts.
    pub fn files_of(&self, unit: usize) -> impl DoubleEndedIterator<Item = (&HandedIn, &Report)> {
        let own = self.handed_in.iter().zip(&self.matches);
        own.filter_map(move |(it, found)| {
            let (report, _) = it.content.as_ref().ok()?;
            (*found == Match::Sure(unit) && report.year == self.year).then_some((it, report))
        })
    }

    /// The report of a unit that counts: the last that came in on the collected year.
    pub fn report(&self, unit: usize) -> Option<&Report> {
        let is_in = self.state(unit) == State::HandedIn;
        self.valid(unit).filter(|_| is_in).map(|(_, report)| report)
    }

    /// The file that counts for a unit.
    pub fn file(&self, unit: usize) -> Option<&HandedIn> {
        self.valid(unit).map(|(it, _)| it)
    }

    fn valid(&self, unit: usize) -> Option<(&HandedIn, &Report)> {
        self.files_of(unit).next_back()
    }

    /// Every file with the unit it was given to.
    pub(crate) fn matched(&self) -> impl Iterator<Item = (&HandedIn, &Match)> {
        self.handed_in.iter().zip(&self.matches)
    }

    /// The units whose reports are added up.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Report)> {
        let units = 0..self.roster.units.len();
        units.filter_map(|unit| Some((unit, self.report(unit)?)))
    }

    /// The cell of a report that has the keys of a cell of the collection's form; none on an edition without it.
    pub(crate) fn cell_of(&self, report: &Report, cell: Cell) -> Option<Cell> {
        self.form().same_cell(cell, report.form)
    }
}
