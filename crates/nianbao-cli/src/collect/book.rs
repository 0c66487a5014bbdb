//! 汇总表: the sums as live formulas over one sheet of all units.

use nianbao_collect::{CollectFinding, Collection, State, UnitSum};
use nianbao_core::figure::Amount;
use nianbao_core::form::{Form, Unit};
use nianbao_write::column_name;
use nianbao_write::lists::{Item, List};

const ALL_UNITS: &str = "明细";

/// The workbook: sums, all units, who is in, what is wrong.
pub(super) fn workbook(
    collection: &Collection,
    sums: &[UnitSum],
    findings: &[CollectFinding],
) -> Vec<u8> {
    let title = format!(
        "{}政府信息公开工作年度报告汇总表",
        collection.year_in_words()
    );
    nianbao_write::lists_workbook(
        &title,
        &[
            totals(collection, sums),
            all_units(collection, sums),
            handed_in(collection),
            problems(collection, findings),
        ],
    )
}

/// A sum as people read it: amounts in 万元, “有空白” where a unit has no number.
pub(super) fn shown(form: &Form, sum: &UnitSum) -> String {
    let value = match (sum.value, form.unit(sum.cell)) {
        (None, _) => String::new(),
        (Some(fen), Unit::TenThousandYuan) => Amount::of_fen(fen).to_string(),
        (Some(number), _) => number.to_string(),
    };
    match sum.is_complete() {
        true => value,
        false => format!("{value}（{} 个单位没有数）", sum.without_number.len()),
    }
}

fn heads(heads: &[(&str, usize)]) -> Vec<(String, usize)> {
    heads
        .iter()
        .map(|&(head, width)| (head.to_owned(), width))
        .collect()
}

/// Every figure of the form, added up over the rows of the sheet of units.
fn totals(collection: &Collection, sums: &[UnitSum]) -> List {
    let form = collection.form();
    let last_row = collection.counted().count() + 1;
    let rows = sums.iter().enumerate().map(|(idx, sum)| {
        let column = column_name(idx + 1);
        let formula = format!("SUM('{ALL_UNITS}'!{column}2:{column}{last_row})");
        let place = form.place(sum.cell);
        let table = &form.tables[place.table];
        let own = collection.parent.as_ref().and_then(|parent| {
            let cell = form.same_cell(sum.cell, parent.form)?;
            Some(parent.shown(cell).to_string())
        });
        vec![
            Item::text(form.edition.sections[table.section].short),
            Item::text(table.rows[place.row].name.clone()),
            Item::text(table.columns[place.column].name.clone()),
            Item::Formula(formula, printed(form, sum)),
            Item::text(own.unwrap_or_default()),
            Item::text(match sum.is_complete() {
                true => String::new(),
                false => format!("{} 个单位没有数", sum.without_number.len()),
            }),
        ]
    });
    List {
        name: "汇总".to_owned(),
        heads: heads(&[
            ("部分", 12),
            ("行", 44),
            ("列", 24),
            ("各单位之和", 14),
            ("本级年报", 14),
            ("说明", 20),
        ]),
        rows: rows.collect(),
    }
}

/// The digits of a sum, as a workbook keeps them.
fn printed(form: &Form, sum: &UnitSum) -> String {
    let value = sum.value.unwrap_or(0);
    match form.unit(sum.cell) {
        Unit::TenThousandYuan => Amount::of_fen(value).to_string(),
        _ => value.to_string(),
    }
}

/// A row for each unit that is counted, a column for each figure.
fn all_units(collection: &Collection, sums: &[UnitSum]) -> List {
    let form = collection.form();
    let names = sums.iter().map(|sum| (form.name(sum.cell), 10));
    let row = |(unit, report): (usize, &nianbao_core::report::Report)| {
        let figures = sums.iter().map(|sum| {
            let cell = form.same_cell(sum.cell, report.form);
            match cell.map(|cell| (report.shown(cell), report.number(cell))) {
                Some((figure, Some(_))) => Item::Figure(figure.to_string()),
                Some((figure, None)) => Item::text(figure.to_string()),
                None => Item::text(""),
            }
        });
        let name = Item::text(collection.unit(unit).name.clone());
        std::iter::once(name).chain(figures).collect()
    };
    List {
        name: ALL_UNITS.to_owned(),
        heads: std::iter::once(("单位".to_owned(), 24))
            .chain(names)
            .collect(),
        rows: collection.counted().map(row).collect(),
    }
}

fn handed_in(collection: &Collection) -> List {
    let row = |unit: usize| {
        let (it, file) = (collection.unit(unit), collection.file(unit));
        let state = match collection.state(unit) {
            State::HandedIn => "已交".to_owned(),
            State::Missing => "没有交".to_owned(),
            State::LeftOut => format!("不计入：{}", collection.left_out[&unit]),
        };
        vec![
            Item::text(it.group.clone()),
            Item::text(it.name.clone()),
            Item::text(state),
            Item::text(file.map(|file| file.file.clone()).unwrap_or_default()),
        ]
    };
    List {
        name: "交表情况".to_owned(),
        heads: heads(&[("分组", 12), ("单位", 30), ("情况", 20), ("文件", 40)]),
        rows: (0..collection.roster.units.len()).map(row).collect(),
    }
}

fn problems(collection: &Collection, findings: &[CollectFinding]) -> List {
    let row = |finding: &CollectFinding| {
        let units: Vec<_> = finding
            .units
            .iter()
            .map(|&unit| collection.unit(unit).name.as_str())
            .collect();
        vec![
            Item::text(finding.severity.name()),
            Item::text(finding.rule.title),
            Item::text(units.join("、")),
            Item::text(finding.statement.clone()),
        ]
    };
    List {
        name: "问题".to_owned(),
        heads: heads(&[("级别", 8), ("问题", 24), ("单位", 30), ("情况", 80)]),
        rows: findings.iter().map(row).collect(),
    }
}
