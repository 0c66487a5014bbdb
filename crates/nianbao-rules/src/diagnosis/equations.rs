//! The sums and balances of a form, and what changes of a report's numbers would make of them.

use nianbao_core::form::Cell;
use nianbao_core::judgement::Change;
use nianbao_core::report::Report;

/// Every sum and every balance of a form, with what the numbers of a report come to.
pub(super) struct Equations<'a> {
    /// The report.
    pub(super) report: &'a Report,
    all: Vec<Equation>,
}

/// Cells whose signed sum is 0.
pub(super) struct Equation {
    /// The cells with their signs.
    pub(super) cells: Vec<(Cell, i64)>,
    /// Those of them that were typed; the terms of a computed total stand in for it.
    pub(super) typed: Vec<(Cell, i64)>,
    /// What the sum comes to; none while a cell has no number.
    pub(super) rest: Option<i64>,
}

impl Equation {
    fn of(cells: Vec<(Cell, i64)>, report: &Report, numbers: &[Option<i64>]) -> Equation {
        let terms = cells.iter();
        let rest = terms
            .map(|&(cell, sign)| numbers[cell.index()].map(|number| sign * number))
            .sum();
        let mut typed = Vec::with_capacity(cells.len());
        let mut open: Vec<_> = cells.iter().rev().copied().collect();
        while let Some((cell, sign)) = open.pop() {
            let is_known = |cell: &Cell| numbers[cell.index()].is_some();
            let total = match report.figure(cell).is_blank() {
                true => {
                    (report.form.totals_at(cell)).find(|total| total.terms.iter().all(is_known))
                }
                false => None,
            };
            match total {
                Some(total) => open.extend(total.terms.iter().rev().map(|&term| (term, sign))),
                None => typed.push((cell, sign)),
            }
        }
        Equation { cells, typed, rest }
    }

    /// Whether the cell stands in it.
    pub(super) fn has(&self, cell: Cell) -> bool {
        self.cells.iter().any(|(other, _)| *other == cell)
    }
}

impl<'a> Equations<'a> {
    /// The equations of the report's form.
    pub(super) fn of(report: &'a Report) -> Equations<'a> {
        let form = report.form;
        let numbers = report.numbers();
        let equation = |cells| Equation::of(cells, report, &numbers);
        let totals = form.totals.iter().map(|total| {
            let terms = total.terms.iter().map(|&term| (term, -1));
            equation(std::iter::once((total.cell, 1)).chain(terms).collect())
        });
        let balances = form.balances.iter().map(|balance| {
            let right = balance.right.iter().map(|&cell| (cell, -1));
            let left = balance.left.iter().map(|&cell| (cell, 1));
            equation(left.chain(right).collect())
        });
        let all = totals.chain(balances).collect();
        Equations { report, all }
    }

    /// Those that do not hold.
    pub(super) fn failed(&self) -> impl Iterator<Item = &Equation> {
        let fails = |equation: &&Equation| equation.rest.is_some_and(|rest| rest != 0);
        self.all.iter().filter(fails)
    }

    /// Whether changes of typed numbers mend something and leave no equation with a changed cell unmet.
    /// Where all hold, a change may mend what compares years.
    pub(super) fn are_mended_by(&self, changes: &[Change]) -> bool {
        let added = |change: &Change| {
            let now = self.report.figure(change.cell).number()?;
            Some((change.cell, change.number - now))
        };
        let Some(added) = changes.iter().map(added).collect::<Option<Vec<_>>>() else {
            return false;
        };
        let mut mends = self.failed().next().is_none();
        for equation in &self.all {
            let Some(before) = equation.rest else {
                continue;
            };
            let mut after = before;
            for &(changed, more) in &added {
                let signs = equation.typed.iter().filter(|(cell, _)| *cell == changed);
                after += signs.map(|(_, sign)| sign * more).sum::<i64>();
            }
            let is_touched = || changes.iter().any(|change| equation.has(change.cell));
            if after != 0 && (before == 0 || is_touched()) {
                return false;
            }
            mends |= before != 0 && after == 0;
        }
        mends
    }
}
