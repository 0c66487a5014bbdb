//! Which mistake would explain an equation that does not hold: one declaration for each, offered, never applied by itself.
//!
//! A suspected cell is one whose change alone satisfies every equation it stands in; a [`Diagnosis`] says why it may be wrong.

use nianbao_core::form::Cell;
use nianbao_core::form::keys::REQUESTS;
use nianbao_core::judgement::{Change, Explanation};
use nianbao_core::report::Report;

mod equations;
mod mistakes;

use equations::{Equation, Equations};

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

/// A cell with the number that would satisfy every equation it stands in.
pub(crate) struct Suspect<'a> {
    report: &'a Report,
    cell: Cell,
    now: i64,
    needed: i64,
    /// In how many of the failed equations it stands.
    n_failed: usize,
}

/// The mistakes that would explain what does not add up, the most telling first; none where all holds.
pub fn explain(report: &Report, previous: Option<&Report>) -> Vec<Explanation> {
    let equations = Equations::of(report);
    // Where so much is wrong, no single mistake explains it.
    const MOST: usize = 14;
    if equations.failed().count() > MOST {
        return Vec::new();
    }
    let suspects = suspects(&equations);
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
                .filter(|changes| equations.are_mended_by(changes))
                .collect(),
        };
        for changes in proposals {
            if explanations.iter().any(|other| other.changes == changes) {
                continue;
            }
            explanations.push(Explanation {
                id: diagnosis.id.to_owned(),
                statement: statement(report, diagnosis, &changes),
                cells: touched(&equations, &changes),
                changes,
            });
        }
    }
    explanations
}

/// The cells of failed equations whose change alone satisfies every equation they stand in.
fn suspects<'a>(equations: &Equations<'a>) -> Vec<Suspect<'a>> {
    let report = equations.report;
    let mut suspects: Vec<Suspect> = Vec::new();
    for equation in equations.failed() {
        let rest = equation.rest.unwrap_or_default();
        for &(cell, sign) in &equation.typed {
            let Some(now) = report.figure(cell).number() else {
                continue;
            };
            let needed = now - sign * rest;
            let is_known = |other: &Suspect| other.cell == cell && other.needed == needed;
            let change = Change {
                cell,
                number: needed,
            };
            if needed < 0 || suspects.iter().any(is_known) || !equations.are_mended_by(&[change]) {
                continue;
            }
            let has_cell = |equation: &&Equation| equation.has(cell);
            suspects.push(Suspect {
                report,
                cell,
                now,
                needed,
                n_failed: equations.failed().filter(has_cell).count(),
            });
        }
    }
    suspects.sort_by_key(|suspect| suspect.cell);
    suspects
}

/// The cells of the failed equations that the changes touch, each once.
fn touched(equations: &Equations, changes: &[Change]) -> Vec<Cell> {
    let mut cells: Vec<_> = changes.iter().map(|change| change.cell).collect();
    for equation in equations.failed() {
        let has = |change: &Change| equation.typed.iter().any(|(cell, _)| *cell == change.cell);
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
