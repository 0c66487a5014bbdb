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
///
/// Units with the same figures explain it equally well, and all of them are named.
fn one_slip(collection: &Collection, all: &BTreeMap<Cell, i64>) -> Option<Difference> {
    let fits = |value: &dyn Fn(Cell) -> Option<i64>| {
        collection.form().cells().all(|cell| {
            let expected = value(cell).unwrap_or(0);
            all.get(&cell).copied().unwrap_or(0) == expected
        })
    };
    let number = |report: &Report, cell| report.number(collection.cell_of(report, cell)?);
    let with = |slip: &dyn Fn(usize, &Report) -> bool| -> Vec<usize> {
        let fitting = collection.counted();
        let fitting = fitting.filter(|(unit, report)| slip(*unit, report));
        fitting.map(|(unit, _)| unit).collect()
    };
    let left_out = with(&|_, report| fits(&|cell| Some(-number(report, cell)?)));
    let twice = with(&|_, report| fits(&|cell| number(report, cell)));
    let other_file = with(&|unit, report| {
        let mut files = collection.files_of(unit);
        files.any(|(_, other)| {
            other != report && fits(&|cell| Some(number(other, cell)? - number(report, cell)?))
        })
    });
    let slips = [
        (
            left_out,
            "本级年报没有计入这个单位",
            "本级年报没有计入其中一个单位",
        ),
        (
            twice,
            "本级年报把这个单位计了两次",
            "本级年报把其中一个单位计了两次",
        ),
        (
            other_file,
            "本级年报用的是这个单位另一份文件的数",
            "本级年报用的是其中一个单位另一份文件的数",
        ),
    ];
    let (units, one, several) = slips.into_iter().find(|(units, ..)| !units.is_empty())?;
    let names: Vec<_> = units
        .iter()
        .map(|unit| collection.unit(*unit).name.as_str())
        .collect();
    let words = if units.len() == 1 { one } else { several };
    Some(Difference {
        cells: all.keys().copied().collect(),
        statement: format!("{words}：{}", names.join("、")),
        units,
    })
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
