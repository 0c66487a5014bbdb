//! Where the government's own report differs from the sum of its units, and which slip would explain it.

use std::collections::BTreeMap;

use nianbao_core::form::Cell;
use nianbao_core::report::Report;

use crate::collection::Collection;
use crate::sums::UnitSum;

/// A difference between the government's report and the sums, explained where one slip explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The cells that it explains.
    pub(crate) cells: Vec<Cell>,
    /// The units that it is about; empty where nothing explains it.
    pub(crate) units: Vec<usize>,
    /// What probably happened, as a Chinese sentence.
    pub(crate) statement: String,
}

/// All differences: first a slip that explains every one, else each by itself.
pub(crate) fn differences(
    collection: &Collection,
    parent: &Report,
    sums: &[UnitSum],
) -> Vec<Difference> {
    let form = collection.form();
    let differs = |sum: &UnitSum| {
        let own = parent.number(collection.cell_of(parent, sum.cell)?)?;
        let difference = own - sum.value?;
        (difference != 0).then_some((sum.cell, difference))
    };
    let all: BTreeMap<Cell, i64> = sums.iter().filter_map(differs).collect();
    if all.is_empty() {
        return Vec::new();
    }
    if let Some(whole) = one_slip(collection, &all) {
        return vec![whole];
    }
    // A total that differs because its terms do needs no words of its own.
    let is_new = |cell: &Cell| {
        let mut sums = form.totals.iter().filter(|total| total.cell == *cell);
        !sums.any(|total| total.terms.iter().any(|term| all.contains_key(term)))
    };
    let single = all.iter().filter(|(cell, _)| is_new(cell));
    single
        .map(|(&cell, &difference)| explained(collection, parent, cell, difference, &all))
        .collect()
}

/// One unit left out, or counted twice, or with figures of another file, where that explains every difference.
fn one_slip(collection: &Collection, all: &BTreeMap<Cell, i64>) -> Option<Difference> {
    let fits = |value: &dyn Fn(Cell) -> Option<i64>| {
        collection.form().cells().all(|cell| {
            let expected = value(cell).unwrap_or(0);
            all.get(&cell).copied().unwrap_or(0) == expected
        })
    };
    let made = |unit: usize, words: &str| Difference {
        cells: all.keys().copied().collect(),
        units: vec![unit],
        statement: format!("{words}：{}", collection.unit(unit).name),
    };
    for (unit, report) in collection.counted() {
        let number = |report: &Report, cell| report.number(collection.cell_of(report, cell)?);
        if fits(&|cell| Some(-number(report, cell)?)) {
            return Some(made(unit, "本级年报没有计入这个单位"));
        }
        if fits(&|cell| number(report, cell)) {
            return Some(made(unit, "本级年报把这个单位计了两次"));
        }
        for (_, other) in collection.files_of(unit) {
            let moved = |cell| Some(number(other, cell)? - number(report, cell)?);
            if other != report && fits(&moved) {
                return Some(made(unit, "本级年报用的是这个单位另一份文件的数"));
            }
        }
    }
    None
}

/// One cell: a unit's figure that is missing or twice there, or a figure that went to another row.
fn explained(
    collection: &Collection,
    parent: &Report,
    cell: Cell,
    difference: i64,
    all: &BTreeMap<Cell, i64>,
) -> Difference {
    let form = collection.form();
    let place = form.place(cell);
    let others = all.iter().filter(|&(&other, &by)| {
        let there = form.place(other);
        by == -difference && there.table == place.table && there.column == place.column
    });
    let moved = others.map(|(&other, _)| other).next();
    let with = |wanted: i64| {
        let units = collection.counted().filter(move |(_, report)| {
            let own = collection
                .cell_of(report, cell)
                .and_then(|own| report.number(own));
            own == Some(wanted)
        });
        units.map(|(unit, _)| unit).collect::<Vec<_>>()
    };
    let (left_out, twice) = (with(-difference), with(difference));
    let (units, why) = match (moved, &left_out[..], &twice[..]) {
        (Some(other), ..) => (Vec::new(), format!("，可能填到了“{}”", form.name(other))),
        (None, [unit], _) => (
            left_out.clone(),
            format!("，可能没有计入{}", collection.unit(*unit).name),
        ),
        (None, [], [unit]) => (
            twice.clone(),
            format!("，可能把{}计了两次", collection.unit(*unit).name),
        ),
        _ => (Vec::new(), String::new()),
    };
    let own = collection
        .cell_of(parent, cell)
        .map(|own| parent.shown(own).to_string());
    Difference {
        cells: vec![cell],
        units,
        statement: format!(
            "{}：本级年报写 {}，与各单位之和相差 {}{why}",
            form.name(cell),
            own.unwrap_or_default(),
            difference.abs()
        ),
    }
}
