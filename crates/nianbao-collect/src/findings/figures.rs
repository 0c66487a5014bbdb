//! About what stands in the reports: errors, blanks, differences, copied sentences.

use std::collections::BTreeSet;

use nianbao_core::form::Unit as FigureUnit;
use nianbao_core::form::keys::{CARRIED_FORWARD, CARRIED_OVER, REQUESTS};
use nianbao_core::judgement::Severity;

use super::Found;
use crate::alike::alike;
use crate::collection::Collection;
use crate::parent;
use crate::sums::{UnitSum, WithoutNumber};

pub(super) fn unit_has_errors(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let units = collection.counted().filter_map(|(unit, _)| {
        let (_, judgement) = collection.file(unit)?.content.as_ref().ok()?;
        let errors: Vec<_> = judgement.wrong(Severity::Error).collect();
        let first = errors.first()?;
        let name = &collection.unit(unit).name;
        Some(Found::of_unit(
            unit,
            format!(
                "{name}：{} 处错误，如“{}”：{}",
                errors.len(),
                first.rule.title,
                first.statement
            ),
        ))
    });
    units.collect()
}

pub(super) fn sum_incomplete(collection: &Collection, sums: &[UnitSum]) -> Vec<Found> {
    let found = collection.counted().filter_map(|(unit, _)| {
        let lacks = |sum: &&UnitSum| {
            let form = collection.form();
            let is_there = |it: &WithoutNumber| it.unit == unit && it.figure.is_some();
            !form.is_total(sum.cell) && sum.without_number.iter().any(is_there)
        };
        let cells: Vec<_> = sums.iter().filter(lacks).map(|sum| sum.cell).collect();
        let first = *cells.first()?;
        let (name, n_cells) = (&collection.unit(unit).name, cells.len());
        let statement = format!(
            "{name}有 {n_cells} 格没有数，如“{}”",
            collection.form().name(first)
        );
        Some(Found {
            cells,
            ..Found::of_unit(unit, statement)
        })
    });
    found.collect()
}

pub(super) fn parent_differs(collection: &Collection, sums: &[UnitSum]) -> Vec<Found> {
    let Some(parent) = &collection.parent else {
        return Vec::new();
    };
    let differences = parent::differences(collection, parent, sums).into_iter();
    let found = differences.map(|it| Found {
        units: it.units,
        cells: it.cells,
        statement: it.statement,
        ..Found::default()
    });
    found.collect()
}

pub(super) fn unit_outlier(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    /// Below this a count may well be ten times last year's.
    const FEW: i64 = 20;
    let mut found = Vec::new();
    for (unit, report) in collection.counted() {
        let Some(previous) = collection.previous.get(&unit) else {
            continue;
        };
        for cell in report
            .form
            .cells()
            .filter(|&cell| !report.form.is_total(cell))
        {
            let there = report.form.same_cell(cell, previous.form);
            let before = there.and_then(|cell| previous.number(cell));
            let (Some(now), Some(before)) = (report.number(cell), before) else {
                continue;
            };
            let is_odd = match report.form.unit(cell) {
                FigureUnit::TenThousandYuan => before > 0 && now / before >= 1000,
                _ => {
                    now.max(before) >= FEW
                        && (now > before * 10 || before > now * 10)
                        && before > 0
                        && now > 0
                }
            };
            if is_odd {
                let name = &collection.unit(unit).name;
                let here = report.shown(cell);
                let last = there
                    .map(|cell| previous.shown(cell).to_string())
                    .unwrap_or_default();
                let line = report.form.name(cell);
                found.push(Found {
                    cells: Vec::from_iter(report.form.same_cell(cell, collection.form())),
                    ..Found::of_unit(unit, format!("{name}：{line}本年 {here}，上年 {last}"))
                });
            }
        }
    }
    found
}

pub(super) fn alike_between_units(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    const SOME: usize = 30;
    const MUCH: usize = 50;
    let pairs = alike(collection)
        .into_iter()
        .filter(|pair| pair.percent >= SOME);
    let found = pairs.map(|pair| {
        let (one, other) = pair.units;
        let names = [one, other].map(|unit| collection.unit(unit).name.as_str());
        Found {
            severity: (pair.percent < MUCH).then_some(Severity::Hint),
            units: vec![one, other],
            statement: format!(
                "{}与{}有 {} 句相同，占较短一份的 {}%，如“{}”",
                names[0],
                names[1],
                pair.sentences.len(),
                pair.percent,
                pair.sentences.first().map_or("", String::as_str)
            ),
            ..Found::default()
        }
    });
    found.collect()
}

pub(super) fn carried_over_differs(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let found = collection.counted().filter_map(|(unit, report)| {
        let previous = collection.previous.get(&unit)?;
        let table = report.form.table(REQUESTS)?;
        let columns: BTreeSet<_> = table
            .columns
            .iter()
            .map(|column| column.path.as_str())
            .collect();
        let differs = |column: &&str| {
            let now = report.number(report.form.cell(REQUESTS, CARRIED_OVER, column)?)?;
            let before =
                previous.number(previous.form.cell(REQUESTS, CARRIED_FORWARD, column)?)?;
            (now != before).then_some(format!("{now} ≠ {before}"))
        };
        let total = columns
            .iter()
            .rev()
            .find(|column| column.ends_with("total"));
        let words = total.and_then(&differs);
        let words = words.or_else(|| columns.iter().find_map(differs))?;
        let name = &collection.unit(unit).name;
        Some(Found::of_unit(
            unit,
            format!("{name}：上年结转与上年的结转下年度不相等，{words}"),
        ))
    });
    found.collect()
}
