//! A collection as JSON, for other programs: keys as in the saved format.

use serde_json::{Value, json};

use crate::collection::{Collection, State};
use crate::findings::CollectFinding;
use crate::sums::UnitSum;

/// Writes units, who is missing, sums with the units behind them, and findings.
///
/// Amounts are whole fen, as `"unit": "fen"` says; a sum is `null` where no unit has a number.
pub fn to_json(collection: &Collection, sums: &[UnitSum], findings: &[CollectFinding]) -> String {
    let name = |unit: usize| collection.unit(unit).name.as_str();
    let units = (0..collection.roster.units.len()).map(|unit| {
        let state = collection.state(unit);
        let file = collection.file(unit).map(|it| it.file.as_str());
        let mut it = json!({ "name": name(unit), "file": file, "state": state.key() });
        if let Some(reason) = collection.left_out.get(&unit) {
            it["reason"] = json!(reason);
        }
        let group = &collection.unit(unit).group;
        if !group.is_empty() {
            it["group"] = json!(group);
        }
        it
    });
    let missing = 0..collection.roster.units.len();
    let missing = missing
        .filter(|&unit| collection.state(unit) == State::Missing)
        .map(name);
    let value = json!({
        "year": collection.year,
        "units": units.collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
        "sums": sums.iter().map(|it| sum(collection, it)).collect::<Vec<_>>(),
        "findings": findings.iter().map(|it| finding(collection, it)).collect::<Vec<_>>(),
        "series": series(collection),
    });
    format!("{value:#}\n")
}

fn sum(collection: &Collection, sum: &UnitSum) -> Value {
    let form = collection.form();
    let [table, row, column] = form.keys(sum.cell);
    let name = |unit: usize| collection.unit(unit).name.as_str();
    let from = sum
        .from
        .iter()
        .map(|&(unit, number)| json!([name(unit), number]));
    let without = sum.without_number.iter().map(|it| {
        let shown = it.figure.as_ref().map(ToString::to_string);
        json!([name(it.unit), shown])
    });
    let mut value = json!({
        "table": table,
        "row": row,
        "column": column,
        "value": sum.value,
        "from": from.collect::<Vec<_>>(),
        "without_number": without.collect::<Vec<_>>(),
    });
    if form.unit(sum.cell) == nianbao_core::form::Unit::TenThousandYuan {
        value["unit"] = json!("fen");
    }
    value
}

/// Figures over the years, where there is more than one; those that were always 0 are left out.
fn series(collection: &Collection) -> Vec<Value> {
    let form = collection.form();
    if collection.years().len() < 2 {
        return Vec::new();
    }
    let all = form.cells().flat_map(|cell| collection.series(cell));
    let told = all.filter(|own| {
        own.points
            .iter()
            .any(|(_, number)| number.is_some_and(|number| number != 0))
    });
    let series = told.map(|own| {
        let [table, row, column] = form.keys(own.cell);
        json!({
            "table": table,
            "row": row,
            "column": column,
            "unit": own.unit.map(|unit| collection.unit(unit).name.as_str()),
            "years": own.points,
            "rank": own.rank,
            "outlier": own.is_outlier,
        })
    });
    series.collect()
}

fn finding(collection: &Collection, finding: &CollectFinding) -> Value {
    let form = collection.form();
    let cells = finding.cells.iter().map(|&cell| {
        let [table, row, column] = form.keys(cell);
        json!({ "table": table, "row": row, "column": column })
    });
    let units = finding
        .units
        .iter()
        .map(|&unit| collection.unit(unit).name.as_str());
    json!({
        "rule": finding.rule.id,
        "severity": finding.severity.key(),
        "title": finding.rule.title,
        "statement": finding.statement,
        "units": units.collect::<Vec<_>>(),
        "file": finding.file,
        "cells": cells.collect::<Vec<_>>(),
    })
}
