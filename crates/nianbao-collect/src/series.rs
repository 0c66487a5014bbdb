//! Several years side by side: how a figure of a unit, or of all, went on.

use nianbao_core::form::{Cell, Form, Unit as FigureUnit};
use nianbao_core::report::Report;

use crate::collection::Collection;

/// A figure of one unit, or of all together, over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Where it is on the collection's form.
    pub cell: Cell,
    /// The unit; none for all together.
    pub unit: Option<usize>,
    /// Years in order with the number, amounts in fen; none where there is no report, or no number in it.
    pub points: Vec<(u16, Option<i64>)>,
    /// Its place among the units of its group in the collected year, and how many have a number; the largest is first.
    pub rank: Option<(usize, usize)>,
    /// Whether the number of the collected year is out of all proportion to the one before.
    pub is_outlier: bool,
}

/// Below this a count may well be ten times last year's.
const FEW: i64 = 20;

/// Whether a number is out of all proportion to last year's: tenfold, or an amount that looks like 元 for 万元.
pub(crate) fn is_outlier(unit: FigureUnit, now: i64, before: i64) -> bool {
    if now <= 0 || before <= 0 {
        return false;
    }
    match unit {
        FigureUnit::TenThousandYuan => now / before >= 1000,
        _ => now.max(before) >= FEW && (now / 10 > before || before / 10 > now),
    }
}

/// The number of a report in a cell of another form; none where it has none.
fn number(form: &Form, cell: Cell, report: &Report) -> Option<i64> {
    report.number(form.same_cell(cell, report.form)?)
}

impl Collection {
    /// The years of which there are reports, from the first to the collected one.
    pub fn years(&self) -> Vec<u16> {
        let collected = self.year;
        let mut years: Vec<_> = self.other_years.keys().copied().chain(collected).collect();
        years.retain(|year| collected.is_none_or(|collected| *year <= collected));
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The report of a unit on a year.
    fn report_on(&self, year: u16, unit: usize) -> Option<&Report> {
        match self.year == Some(year) {
            true => self.report(unit),
            false => self.other_years.get(&year)?.get(&unit),
        }
    }

    /// A figure of all units together, and of each that has ever had a number there, in the order of the list.
    pub fn series(&self, cell: Cell) -> Vec<Series> {
        let years = self.years();
        let units = 0..self.roster.units.len();
        let mut series: Vec<_> = units
            .map(|unit| {
                let point = |year: &u16| {
                    let report = self.report_on(*year, unit);
                    (
                        *year,
                        report.and_then(|report| number(self.form(), cell, report)),
                    )
                };
                self.of_points(cell, Some(unit), years.iter().map(point).collect())
            })
            .filter(|own| own.points.iter().any(|(_, number)| number.is_some()))
            .collect();
        let all = years.iter().enumerate().map(|(at, year)| {
            let numbers = series.iter().filter_map(|own| own.points[at].1);
            (*year, numbers.reduce(i64::saturating_add))
        });
        let all = self.of_points(cell, None, all.collect());
        self.rank(&mut series);
        series.insert(0, all);
        series
    }

    fn of_points(
        &self,
        cell: Cell,
        unit: Option<usize>,
        points: Vec<(u16, Option<i64>)>,
    ) -> Series {
        let is_outlier = match points[..] {
            [.., (before, Some(old)), (now, Some(new))] => {
                now == before + 1 && is_outlier(self.form().unit(cell), new, old)
            }
            _ => false,
        };
        Series {
            cell,
            unit,
            points,
            rank: None,
            is_outlier,
        }
    }

    /// Ranks the units within their groups.
    fn rank(&self, series: &mut [Series]) {
        let group = |own: &Series| own.unit.map(|unit| self.unit(unit).group.clone());
        let now = |own: &Series| own.points.last().and_then(|(_, number)| *number);
        let all: Vec<_> = series.iter().map(|own| (group(own), now(own))).collect();
        for (own, (group, number)) in series.iter_mut().zip(&all) {
            let Some(number) = number else { continue };
            let peers = all.iter().filter(|(other, _)| other == group);
            let peers: Vec<_> = peers.filter_map(|(_, number)| *number).collect();
            let larger = peers.iter().filter(|peer| *peer > number).count();
            own.rank = Some((larger + 1, peers.len()));
        }
    }
}
