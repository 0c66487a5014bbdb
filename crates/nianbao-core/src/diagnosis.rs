//! Which mistake would explain an equation that does not hold: one declaration for each, offered, never applied by itself.
//!
//! A suspected cell is one whose change alone satisfies every equation it stands in; a [`Diagnosis`] says why it may be wrong.

use crate::form::Cell;
use crate::form::keys::REQUESTS;
use crate::report::Report;
use crate::rule::Check;
use crate::rules::RULES;

mod mistakes;

pub use mistakes::DIAGNOSES;

/// A mistake that people make, and how it is recognized.
#[derive(Debug)]
pub struct Diagnosis {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What probably happened, as a Chinese phrase.
    pub mistake: &'static str,
    /// The numbers by which it is recognized.
    look: Look,
}

#[derive(Debug)]
enum Look {
    /// At one cell and the number that would satisfy everything.
    Cell(fn(&Suspect) -> bool),
    /// At the whole report; proposes changes that are then tried.
    Report(fn(&Report, Option<&Report>) -> Vec<Vec<Change>>),
}

/// A figure that would satisfy the equations: an offer to the clerk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub cell: Cell,
    /// What to type there.
    pub number: i64,
}

/// A mistake that would explain the numbers of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The id of the diagnosis.
    pub id: String,
    /// What probably happened, with cells and numbers, as a Chinese sentence.
    pub statement: String,
    /// The changes that would satisfy every equation they touch.
    pub changes: Vec<Change>,
    /// All cells of the equations that are explained: a finding with one of them is where it belongs.
    pub cells: Vec<Cell>,
}

impl Explanation {
    /// The report with the offered changes; the caller keeps the old one for undoing.
    pub fn applied(&self, report: &Report) -> Report {
        changed(report, &self.changes)
    }
}

/// A cell with the number that would satisfy every equation it stands in.
pub(crate) struct Suspect<'a> {
    report: &'a Report,
    cell: Cell,
    now: i64,
    needed: i64,
    /// In how many of the failed equations it stands.
    n_failed: usize,
}

/// Cells whose signed sum is 0.
struct Equation {
    cells: Vec<(Cell, i64)>,
}

impl Equation {
    /// What the sum comes to; none while a cell has no number.
    fn rest(&self, numbers: &[Option<i64>]) -> Option<i64> {
        let terms = self.cells.iter();
        terms
            .map(|&(cell, sign)| numbers[cell.index()].map(|number| sign * number))
            .sum()
    }

    /// Its cells that were typed; the terms of a computed total stand in for it.
    fn typed(&self, report: &Report) -> Vec<(Cell, i64)> {
        let mut typed = Vec::new();
        let mut open: Vec<_> = self.cells.iter().rev().copied().collect();
        while let Some((cell, sign)) = open.pop() {
            let total = report
                .form
                .totals_at(cell)
                .find(|_| report.is_computed(cell));
            match total {
                Some(total) => open.extend(total.terms.iter().rev().map(|&term| (term, sign))),
                None => typed.push((cell, sign)),
            }
        }
        typed
    }
}

/// The mistakes that would explain what does not add up, the most telling first; none where all holds.
pub fn explain(report: &Report, previous: Option<&Report>) -> Vec<Explanation> {
    let equations = equations(report);
    let failed = failed(&equations, report);
    // Where so much is wrong, no single mistake explains it.
    const MOST: usize = 14;
    if failed.len() > MOST {
        return Vec::new();
    }
    let figures = &figures_of(report);
    let suspects = suspects(figures, &equations, &failed);
    let mut explanations: Vec<Explanation> = Vec::new();
    let previous = previous.filter(|previous| report.is_year_after(previous));
    for diagnosis in DIAGNOSES {
        let proposals: Vec<Vec<Change>> = match diagnosis.look {
            Look::Cell(fits) => {
                let fitting = suspects.iter().filter(|suspect| fits(suspect));
                let change = |suspect: &Suspect| Change {
                    cell: suspect.cell,
                    number: suspect.needed,
                };
                fitting.map(|suspect| vec![change(suspect)]).collect()
            }
            Look::Report(propose) => propose(report, previous)
                .into_iter()
                .filter(|changes| is_better(figures, &equations, &failed, changes))
                .collect(),
        };
        for changes in proposals {
            if explanations.iter().any(|other| other.changes == changes) {
                continue;
            }
            explanations.push(Explanation {
                id: diagnosis.id.to_owned(),
                statement: statement(report, diagnosis, &changes),
                cells: touched(report, &equations, &failed, &changes),
                changes,
            });
        }
    }
    explanations
}

/// Every sum and every balance of the form.
fn equations(report: &Report) -> Vec<Equation> {
    let form = report.form;
    let totals = form.totals.iter().map(|total| Equation {
        cells: std::iter::once((total.cell, 1))
            .chain(total.terms.iter().map(|&term| (term, -1)))
            .collect(),
    });
    let mut equations: Vec<_> = totals.collect();
    for rule in RULES {
        let Check::Balance { table, left, right } = rule.check else {
            continue;
        };
        let Some(table) = form.table(table) else {
            continue;
        };
        for column in 0..table.columns.len() {
            let side = |rows: &[&str], sign| {
                let rows = rows.iter().filter_map(|row| table.row(row));
                rows.map(|row| (table.cell(row, column), sign))
                    .collect::<Vec<_>>()
            };
            let cells = [side(left, 1), side(right, -1)].concat();
            equations.push(Equation { cells });
        }
    }
    equations
}

/// Positions of the equations that do not hold.
fn failed(equations: &[Equation], report: &Report) -> Vec<usize> {
    let numbers = report.numbers();
    let fails = |idx: &usize| equations[*idx].rest(&numbers).is_some_and(|rest| rest != 0);
    (0..equations.len()).filter(fails).collect()
}

/// The cells of failed equations whose change alone satisfies every equation they stand in.
fn suspects<'a>(
    report: &'a Report,
    equations: &[Equation],
    failed_before: &[usize],
) -> Vec<Suspect<'a>> {
    let numbers = report.numbers();
    let mut suspects: Vec<Suspect> = Vec::new();
    for &idx in failed_before {
        let Some(rest) = equations[idx].rest(&numbers) else {
            continue;
        };
        for (cell, sign) in equations[idx].typed(report) {
            let Some(now) = report.figure(cell).number() else {
                continue;
            };
            let needed = now - sign * rest;
            let is_known = |other: &Suspect| other.cell == cell && other.needed == needed;
            let change = Change {
                cell,
                number: needed,
            };
            if needed < 0
                || suspects.iter().any(is_known)
                || !is_better(report, equations, failed_before, &[change])
            {
                continue;
            }
            let has_cell = |idx: &&usize| {
                let cells = &equations[**idx].cells;
                cells.iter().any(|(other, _)| *other == cell)
            };
            suspects.push(Suspect {
                report,
                cell,
                now,
                needed,
                n_failed: failed_before.iter().filter(has_cell).count(),
            });
        }
    }
    suspects.sort_by_key(|suspect| suspect.cell);
    suspects
}

/// Whether changes mend something and leave no equation with a changed cell unmet. A change may mend what compares years.
fn is_better(
    report: &Report,
    equations: &[Equation],
    failed_before: &[usize],
    changes: &[Change],
) -> bool {
    let after = changed(report, changes);
    let failed_after = failed(equations, &after);
    let is_new = |idx: &usize| !failed_before.contains(idx);
    let touches = |idx: &usize| {
        let cells = &equations[*idx].cells;
        changes
            .iter()
            .any(|change| cells.iter().any(|(cell, _)| *cell == change.cell))
    };
    !failed_after.iter().any(|idx| is_new(idx) || touches(idx))
        && (failed_after.len() < failed_before.len() || failed_before.is_empty())
}

/// The report without its prose: what is tried again and again.
fn figures_of(report: &Report) -> Report {
    let mut figures = Report::new(report.form, report.year);
    for cell in report.form.cells() {
        figures.set_figure(cell, report.figure(cell).clone());
    }
    figures
}

fn changed(report: &Report, changes: &[Change]) -> Report {
    let mut report = report.clone();
    for change in changes {
        report.type_figure(change.cell, &change.number.to_string());
    }
    report
}

/// The cells of the failed equations that the changes touch, each once.
fn touched(
    report: &Report,
    equations: &[Equation],
    failed: &[usize],
    changes: &[Change],
) -> Vec<Cell> {
    let mut cells: Vec<_> = changes.iter().map(|change| change.cell).collect();
    for &idx in failed {
        let equation = &equations[idx];
        let typed = equation.typed(report);
        let has = |change: &Change| typed.iter().any(|(cell, _)| *cell == change.cell);
        if changes.iter().any(has) {
            cells.extend(equation.cells.iter().map(|(cell, _)| *cell));
        }
    }
    cells.sort_unstable();
    cells.dedup();
    cells
}

fn statement(report: &Report, diagnosis: &Diagnosis, changes: &[Change]) -> String {
    let offered = changes.iter().map(|change| {
        let now = report.figure(change.cell);
        format!(
            "{} {now} → {}",
            report.form.name(change.cell),
            change.number
        )
    });
    format!(
        "{}：{}",
        diagnosis.mistake,
        offered.collect::<Vec<_>>().join("；")
    )
}

/// The cell of table three with this row and column.
fn request(report: &Report, row: &str, column: &str) -> Option<Cell> {
    report.form.cell(REQUESTS, row, column)
}

#[cfg(test)]
mod tests;
