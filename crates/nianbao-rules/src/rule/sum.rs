//! Sums of figures by place: what a number of a text or of a sentence may stand for.

use std::borrow::Cow;

use super::Case;
use nianbao_core::form::{Cell, Form, Line};

/// A sum of figures.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    /// Figures that are added.
    pub plus: &'static [At],
    /// Figures that are taken off.
    pub minus: &'static [At],
}

/// A place in the tables: table, row, column. The path of a group stands for all its lines.
#[derive(Clone, Copy, Debug)]
pub struct At(pub &'static str, pub &'static str, pub &'static str);

/// The cells of a sum on a form.
pub(crate) struct Cells {
    pub(super) plus: Vec<Cell>,
    minus: Vec<Cell>,
}

impl Cells {
    /// What the sum comes to; none while a cell has no number.
    pub(crate) fn total(&self, number_of: impl Fn(Cell) -> Option<i64>) -> Option<i64> {
        let sum = |cells: &[Cell]| {
            cells
                .iter()
                .map(|&cell| number_of(cell))
                .sum::<Option<i64>>()
        };
        Some(sum(&self.plus)? - sum(&self.minus)?)
    }

    /// The cell, if there is only one.
    pub(crate) fn only(&self) -> Option<Cell> {
        match (&self.plus[..], &self.minus[..]) {
            (&[cell], []) => Some(cell),
            _ => None,
        }
    }

    /// Those that have no number.
    pub(super) fn without_number<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = Cell> + 'a {
        let cells = self.plus.iter().chain(&self.minus).copied();
        cells.filter(|&cell| case.number_at(cell).is_none())
    }
}

impl Sum {
    /// A sum of figures.
    pub const fn of(plus: &'static [At]) -> Sum {
        Sum { plus, minus: &[] }
    }

    /// What is left when others are taken off.
    pub const fn less(self, minus: &'static [At]) -> Sum {
        Sum { minus, ..self }
    }

    /// Its cells; none if the edition lacks one.
    pub(crate) fn cells(&self, form: &Form) -> Option<Cells> {
        self.cells_of(form, |place| place)
    }

    /// Its cells in another column of the same rows.
    pub(super) fn cells_in(&self, form: &Form, column: &'static str) -> Option<Cells> {
        self.cells_of(form, |At(table, row, _)| At(table, row, column))
    }

    fn cells_of(&self, form: &Form, moved: impl Fn(At) -> At) -> Option<Cells> {
        let all = |places: &[At]| {
            let mut cells = Vec::new();
            for &place in places {
                cells.extend(moved(place).cells(form)?);
            }
            Some(cells)
        };
        Some(Cells {
            plus: all(self.plus)?,
            minus: all(self.minus)?,
        })
    }

    /// Its terms in official wording.
    pub(crate) fn name(&self, form: &Form) -> String {
        let named = |places: &[At], sign: &str| {
            let names: Vec<_> = places.iter().map(|place| place.name(form)).collect();
            names.join(sign)
        };
        match self.minus {
            [] => named(self.plus, " + "),
            minus => format!("{} − {}", named(self.plus, " + "), named(minus, " − ")),
        }
    }
}

impl At {
    /// All cells it stands for; none if the edition has no such line.
    fn cells(self, form: &Form) -> Option<Vec<Cell>> {
        let table = form.table(self.0)?;
        let (rows, columns) = (
            positions(&table.rows, self.1),
            positions(&table.columns, self.2),
        );
        let crossings = rows.flat_map(|row| {
            let columns = columns.clone();
            columns.map(move |column| table.cell(row, column))
        });
        let cells: Vec<_> = crossings.collect();
        (!cells.is_empty()).then_some(cells)
    }

    /// Official wording of its row and column, without the 总计 of all columns.
    fn name(self, form: &Form) -> Cow<'_, str> {
        let Some(table) = form.table(self.0) else {
            return Cow::default();
        };
        let (row, column) = (named(&table.rows, self.1), named(&table.columns, self.2));
        let is_grand_total =
            (table.columns.last()).is_some_and(|last| last.path == self.2 && last.is_total());
        match (row, is_grand_total && table.rows.len() > 1) {
            ("", _) => column.into(),
            (_, true) => row.into(),
            _ => format!("{row}，{column}").into(),
        }
    }
}

/// Positions of the line with this path, or of all lines of the group with this path.
fn positions<'a>(lines: &'a [Line], path: &'a str) -> impl Iterator<Item = usize> + Clone + 'a {
    let line = lines.iter().position(|line| line.path == path);
    let is_inside = move |line: &Line| {
        let rest = line.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.starts_with('/')) && !line.is_total()
    };
    let range = line.map_or(0..lines.len(), |line| line..line + 1);
    range.filter(move |&idx| line.is_some() || is_inside(&lines[idx]))
}

/// Official wording of a line, or of the group with this path.
fn named<'a>(lines: &'a [Line], path: &str) -> &'a str {
    if let Some(line) = lines.iter().find(|line| line.path == path) {
        return &line.name;
    }
    let depth = path.split('/').count();
    let inside = lines.iter().find(|line| {
        let rest = line.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.starts_with('/'))
    });
    let heading = inside.and_then(|line| line.headings.get(depth - 1));
    heading.map_or("", |heading| heading.label)
}
