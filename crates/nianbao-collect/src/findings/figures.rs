//! About what stands in the reports: errors, blanks, differences, copied sentences.

use std::collections::BTreeSet;

use nianbao_core::form::keys::{
    AFTER_RECONSIDERATION, ALL_REQUESTERS, CARRIED_FORWARD, CARRIED_OVER, CASES, DISPUTES,
    NEWLY_RECEIVED, REQUESTS, TOTAL,
};
use nianbao_core::judgement::{Finding, Severity};
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

use super::Found;
use crate::alike::{MUCH, alike};
use crate::collection::Collection;
use crate::parent;
use crate::series::is_outlier;
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
    let differences = parent::differences(collection, &parent.report, sums).into_iter();
    let found = differences.map(|it| Found {
        units: it.units,
        cells: it.cells,
        statement: it.statement,
        ..Found::default()
    });
    found.collect()
}

pub(super) fn unit_outlier(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let mut found = Vec::new();
    for (unit, report) in collection.counted() {
        let Some(previous) = collection.previous(unit) else {
            continue;
        };
        let form = report.form;
        for cell in form.cells().filter(|&cell| !form.is_total(cell)) {
            let Some(there) = form.same_cell(cell, previous.form) else {
                continue;
            };
            let (Some(now), Some(before)) = (report.number(cell), previous.number(there)) else {
                continue;
            };
            if is_outlier(form.unit(cell), now, before) {
                let name = &collection.unit(unit).name;
                let (here, last) = (report.shown(cell), previous.shown(there));
                let line = form.name(cell);
                found.push(Found {
                    cells: Vec::from_iter(form.same_cell(cell, collection.form())),
                    ..Found::of_unit(unit, format!("{name}：{line}本年 {here}，上年 {last}"))
                });
            }
        }
    }
    found
}

pub(super) fn one_unit_dominates(collection: &Collection, sums: &[UnitSum]) -> Vec<Found> {
    /// With few units, or few requests, one of them may well have most.
    const UNITS: usize = 5;
    const REQUESTS_OF_ALL: i64 = 50;
    let form = collection.form();
    let Some(cell) = form.cell(REQUESTS, NEWLY_RECEIVED, ALL_REQUESTERS) else {
        return Vec::new();
    };
    let sum = sums.iter().find(|sum| sum.cell == cell);
    let Some((sum, value)) = sum.and_then(|sum| Some((sum, sum.value?))) else {
        return Vec::new();
    };
    if collection.counted().count() < UNITS || value < REQUESTS_OF_ALL {
        return Vec::new();
    }
    let most = sum.from.iter().filter(|(_, own)| own * 5 > value * 4);
    let found = most.map(|(unit, own)| {
        let name = &collection.unit(*unit).name;
        Found {
            cells: vec![cell],
            ..Found::of_unit(
                *unit,
                format!(
                    "{name}：{}{own}，占全部 {value} 的八成以上",
                    form.name(cell)
                ),
            )
        }
    });
    found.collect()
}

pub(super) fn alike_between_units(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let found = alike(collection).pairs.into_iter().map(|pair| {
        let (one, other) = pair.units;
        let names = [one, other].map(|unit| collection.unit(unit).name.as_str());
        let first = pair.sentences.first().map_or("", |[first, _]| first);
        Found {
            severity: (pair.percent < MUCH).then_some(Severity::Hint),
            units: vec![one, other],
            statement: format!(
                "{}与{}有 {} 句相同，占较短一份的 {}%，如“{first}”",
                names[0],
                names[1],
                pair.sentences.len(),
                pair.percent,
            ),
            ..Found::default()
        }
    });
    found.collect()
}

/// The id of the rule on reports that are last year's again.
const COPIED: &str = "copied-prose";

pub(super) fn copied_from_last_year(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let found = collection.counted().filter_map(|(unit, _)| {
        let (_, judgement) = collection.file(unit)?.content.as_ref().ok()?;
        let mut problems = judgement.problems();
        let finding = problems.find(|finding| finding.rule.id == COPIED)?;
        let name = &collection.unit(unit).name;
        Some(Found {
            severity: Some(finding.severity),
            ..Found::of_unit(unit, format!("{name}：{}", finding.statement))
        })
    });
    found.collect()
}

/// A suit that both the unit and the organ that reviewed it count is one case (国办公开办函〔2016〕201号).
pub(super) fn reviewed_by_two(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    /// Of more suits it is no wonder that two units have the same number.
    const FEW: i64 = 5;
    let suits = |report: &Report| -> Option<Vec<i64>> {
        let table = report.form.table(DISPUTES)?;
        let columns = table.columns.iter().map(|line| line.path.as_str());
        let outcomes = columns
            .filter(|path| path.starts_with(AFTER_RECONSIDERATION) && !path.ends_with(TOTAL));
        let number = |path| report.number(report.form.cell(DISPUTES, CASES, path)?);
        outcomes.map(number).collect()
    };
    let is_small = |suits: &Vec<i64>| (1..=FEW).contains(&suits.iter().sum());
    let all = collection.counted();
    let all = all.filter_map(|(unit, report)| Some((unit, suits(report).filter(is_small)?)));
    let all: Vec<_> = all.collect();
    let (reviewers, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|(unit, _)| reviews(&collection.unit(*unit).name));
    let found = reviewers.iter().flat_map(|(reviewer, own)| {
        let same = others.iter().filter(move |(_, theirs)| theirs == own);
        same.map(|(unit, theirs)| {
            let names = [*unit, *reviewer].map(|unit| collection.unit(unit).name.as_str());
            let n_suits = theirs.iter().sum::<i64>();
            Found {
                units: vec![*unit, *reviewer],
                statement: format!(
                    "{}和{}都有复议后起诉 {n_suits} 件，结果也相同，可能是同一案件",
                    names[0], names[1]
                ),
                ..Found::default()
            }
        })
    });
    found.collect()
}

/// Whether a unit decides on reconsiderations: a government above townships, its office, or the department of justice.
fn reviews(name: &str) -> bool {
    let place = name
        .strip_suffix("人民政府")
        .or_else(|| name.strip_suffix("人民政府办公室"));
    place.is_some_and(|place| !place.ends_with(['镇', '乡'])) || name.ends_with("司法局")
}

/// What the government's text states fits neither its own tables nor the sums.
pub(super) fn text_of_parent(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let Some(parent) = &collection.parent else {
        return Vec::new();
    };
    let is_stated = |finding: &&Finding| finding.rule.id.ends_with("-stated");
    let texts = |finding: &Finding| -> Vec<Spot> {
        let spots = finding.spots.iter().copied();
        spots.filter(|spot| matches!(spot, Spot::Text(_))).collect()
    };
    let is_wrong_beside_sums = |finding: &&Finding| {
        let mut others = parent.beside_sums.problems();
        let own = texts(finding);
        others.any(|other| {
            other.rule.id == finding.rule.id && texts(other).iter().any(|spot| own.contains(spot))
        })
    };
    let wrong = parent.judgement.problems().filter(is_stated);
    let found = wrong.filter(is_wrong_beside_sums).map(|finding| Found {
        statement: format!("本级年报正文：{}", finding.statement),
        ..Found::default()
    });
    found.collect()
}

pub(super) fn carried_over_differs(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let found = collection.counted().filter_map(|(unit, report)| {
        let previous = collection.previous(unit)?;
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
