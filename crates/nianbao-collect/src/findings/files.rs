//! About what came in: missing, twice, of another year, of nobody known, not readable.

use nianbao_core::form::Cell;
use nianbao_core::judgement::Severity;
use nianbao_core::report::Report;

use super::Found;
use crate::collection::{Collection, State};
use crate::naming::Match;
use crate::sums::UnitSum;

pub(super) fn not_handed_in(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let units = 0..collection.roster.units.len();
    let missing = units.filter(|&unit| collection.state(unit) == State::Missing);
    missing
        .map(|unit| Found::of_unit(unit, format!("{}没有交", collection.unit(unit).name)))
        .collect()
}

pub(super) fn handed_in_twice(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let mut found = Vec::new();
    for unit in 0..collection.roster.units.len() {
        let files: Vec<_> = collection.files_of(unit).collect();
        let [earlier @ .., (last, counted)] = &files[..] else {
            continue;
        };
        for (it, report) in earlier {
            let differing = differing(report, counted);
            let name = &collection.unit(unit).name;
            let (severity, what) = match differing.len() {
                0 => (Severity::Hint, "数都相同".to_owned()),
                n_cells => (
                    Severity::Error,
                    format!(
                        "有 {n_cells} 格的数不相同，如“{}”",
                        report.form.name(differing[0])
                    ),
                ),
            };
            found.push(Found {
                severity: Some(severity),
                cells: differing,
                ..Found::of_unit(
                    unit,
                    format!(
                        "{name}交了“{}”和“{}”，{what}；计的是后一份",
                        it.file, last.file
                    ),
                )
            });
        }
    }
    found
}

/// The cells in which two reports on one form differ; on two forms, none can be named.
fn differing(one: &Report, other: &Report) -> Vec<Cell> {
    if one.form != other.form {
        return Vec::new();
    }
    let differs = |&cell: &Cell| one.shown(cell) != other.shown(cell);
    one.form.cells().filter(differs).collect()
}

pub(super) fn other_year(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let mut found = Vec::new();
    let Some(collected) = collection.year else {
        return found;
    };
    for (it, matched) in collection.matched() {
        let Ok((report, _)) = &it.content else {
            continue;
        };
        if report.year != Some(collected) {
            let year = match report.year {
                None => "没有写明年度".to_owned(),
                Some(year) => format!("是 {year} 年度的"),
            };
            let statement = format!("“{}”{year}，汇总的是 {collected} 年度，没有计入", it.file);
            let unit = match matched {
                Match::Sure(unit) => vec![*unit],
                _ => Vec::new(),
            };
            found.push(Found {
                units: unit,
                ..Found::of_file(&it.file, statement)
            });
        }
    }
    found
}

pub(super) fn not_on_roster(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let readable = collection.matched().filter(|(it, _)| it.content.is_ok());
    let found = readable.filter_map(|(it, matched)| {
        let organ = it
            .content
            .as_ref()
            .map_or("", |(report, _)| report.organ.name.as_str());
        let statement = match matched {
            Match::Sure(_) => return None,
            Match::Perhaps(unit) => format!(
                "“{}”的机关“{organ}”可能是“{}”，认不准，没有计入",
                it.file,
                collection.unit(*unit).name
            ),
            Match::None => format!("“{}”的机关“{organ}”不在名单上，没有计入", it.file),
        };
        Some(Found::of_file(&it.file, statement))
    });
    found.collect()
}

pub(super) fn not_readable(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let files = collection.handed_in.iter();
    let found = files.filter_map(|it| {
        let reason = it.content.as_ref().err()?;
        Some(Found::of_file(&it.file, format!("“{}”：{reason}", it.file)))
    });
    found.collect()
}

pub(super) fn late(collection: &Collection, _: &[UnitSum]) -> Vec<Found> {
    let Some(deadline) = collection.roster.deadline else {
        return Vec::new();
    };
    let found = collection.counted().filter_map(|(unit, report)| {
        let date = nianbao_core::date::read(&report.date).filter(|date| *date > deadline)?;
        let name = &collection.unit(unit).name;
        let statement = format!("{name}：成文日期 {date}，晚于期限 {deadline}");
        Some(Found::of_unit(unit, statement))
    });
    found.collect()
}
