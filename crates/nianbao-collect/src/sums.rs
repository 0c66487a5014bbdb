//! The tables added up, each figure with the units behind it.

use nianbao_core::figure::Figure;
use nianbao_core::form::Cell;

use crate::collection::Collection;

/// One figure of all units together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSum {
    /// Where it is on the collection's form.
    pub cell: Cell,
    /// The sum of all numbers that are there, amounts in fen; none where no unit has one.
    pub value: Option<i64>,
    /// The units with a number other than 0, in the order of the list.
    pub from: Vec<(usize, i64)>,
    /// The units whose figure is no number: blank, “/” or unreadable, or not on their edition.
    pub without_number: Vec<WithoutNumber>,
}

/// A unit that adds nothing to a sum, because its figure is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutNumber {
    /// The unit.
    pub unit: usize,
    /// What stands there; none where its edition has no such line.
    pub figure: Option<Figure>,
}

impl UnitSum {
    /// Whether every unit that is in has a number.
    pub fn is_complete(&self) -> bool {
        self.without_number.is_empty()
    }
}

impl Collection {
    /// Every figure of the form added up over the units that are in, in printed order.
    pub fn sums(&self) -> Vec<UnitSum> {
        self.form().cells().map(|cell| self.sum(cell)).collect()
    }

    fn sum(&self, cell: Cell) -> UnitSum {
        let mut sum = UnitSum {
            cell,
            value: None,
            from: Vec::new(),
            without_number: Vec::new(),
        };
        for (unit, report) in self.counted() {
            let own = self.cell_of(report, cell);
            match own.and_then(|own| report.number(own)) {
                Some(number) => {
                    sum.value = Some(sum.value.unwrap_or(0).saturating_add(number));
                    if number != 0 {
                        sum.from.push((unit, number));
                    }
                }
                None => sum.without_number.push(WithoutNumber {
                    unit,
                    figure: own.map(|own| report.shown(own)),
                }),
            }
        }
        sum
    }
}
