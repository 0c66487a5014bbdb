//! 汇总表: the sums as live formulas over one sheet of all units, and what else a collecting office keeps.

use nianbao_core::figure::Amount;
use nianbao_core::form::{Cell, Form, Unit};
use nianbao_core::lists::{Item, List};
use nianbao_core::sheet::column_name;

use crate::{CollectFinding, Collection, Series, State, UnitSum, alike};

const ALL_UNITS: &str = "明细";

/// The title of the workbook.
pub fn title(collection: &Collection) -> String {
    let year = collection.year_in_words();
    format!("{year}政府信息公开工作年度报告汇总表")
}

/// The sheets of the workbook: sums, all units, who is in, what is wrong, how it went on over the years, which texts are alike.
pub fn workbook(
    collection: &Collection,
    sums: &[UnitSum],
    findings: &[CollectFinding],
) -> Vec<List> {
    let mut lists = vec![
        totals(collection, sums),
        all_units(collection, sums),
        handed_in(collection),
        problems(collection, findings),
    ];
    if collection.years().len() > 1 {
        lists.push(years(collection));
    }
    lists.extend(alike_texts(collection));
    lists
}

/// A sum as people read it: amounts in 万元, “有空白” where a unit has no number.
pub fn shown(form: &Form, sum: &UnitSum) -> String {
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
            let cell = form.same_cell(sum.cell, parent.report.form)?;
            let shown = parent.report.shown(cell).to_string();
            Some(match parent.report.number(cell) {
                Some(_) => Item::Figure(shown),
                None => Item::text(shown),
            })
        });
        vec![
            Item::text(form.edition.sections[table.section].short),
            Item::text(table.rows[place.row].name.clone()),
            Item::text(table.columns[place.column].name.clone()),
            Item::Formula(formula, printed(form, sum)),
            own.unwrap_or_else(|| Item::text("")),
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
    digits(form, sum.cell, sum.value.unwrap_or(0))
}

fn digits(form: &Form, cell: Cell, number: i64) -> String {
    match form.unit(cell) {
        Unit::TenThousandYuan => Amount::of_fen(number).to_string(),
        _ => number.to_string(),
    }
}

/// Every figure that was not always 0, over the years: of all units together, then of each.
fn years(collection: &Collection) -> List {
    let form = collection.form();
    let years = collection.years();
    let row = |own: Series| {
        let place = form.place(own.cell);
        let table = &form.tables[place.table];
        let unit = own.unit.map(|unit| collection.unit(unit).name.clone());
        let points = own.points.iter().map(|(_, number)| match number {
            Some(number) => Item::Figure(digits(form, own.cell, *number)),
            None => Item::text(""),
        });
        let rank = own.rank.map(|(rank, of)| format!("{rank}/{of}"));
        let told = [
            Item::text(rank.unwrap_or_default()),
            Item::text(if own.is_outlier { "悬殊" } else { "" }),
        ];
        [
            Item::text(unit.unwrap_or_else(|| "全部".to_owned())),
            Item::text(table.rows[place.row].name.clone()),
            Item::text(table.columns[place.column].name.clone()),
        ]
        .into_iter()
        .chain(points)
        .chain(told)
        .collect()
    };
    let is_told = |own: &Series| {
        let mut numbers = own.points.iter().filter_map(|(_, number)| *number);
        numbers.any(|number| number != 0)
    };
    let all = form.cells().flat_map(|cell| collection.series(cell));
    let years = years.iter().map(|year| (format!("{year}年"), 10));
    let first = heads(&[("单位", 24), ("行", 44), ("列", 24)]);
    let last = heads(&[("组内名次", 10), ("与上年", 10)]);
    List {
        name: "历年比较".to_owned(),
        heads: first.into_iter().chain(years).chain(last).collect(),
        rows: all.filter(is_told).map(row).collect(),
    }
}

/// Sentences that two units share, side by side, and those of the common model; none where there are none.
fn alike_texts(collection: &Collection) -> Option<List> {
    let found = alike(collection);
    let name = |unit: usize| Item::text(collection.unit(unit).name.clone());
    let pairs = found.pairs.iter().flat_map(|pair| {
        pair.sentences.iter().map(move |[one, other]| {
            vec![
                name(pair.units.0),
                name(pair.units.1),
                Item::text(format!("{}%", pair.percent)),
                Item::text(one),
                Item::text(other),
            ]
        })
    });
    let model = found.model.iter().map(|(sentence, n_units)| {
        vec![
            Item::text("范文"),
            Item::text(format!("{n_units} 个单位")),
            Item::text(""),
            Item::text(sentence),
            Item::text(""),
        ]
    });
    let rows: Vec<_> = pairs.chain(model).collect();
    (!found.pairs.is_empty()).then(|| List {
        name: "雷同".to_owned(),
        heads: heads(&[
            ("单位", 24),
            ("另一单位", 24),
            ("占较短一份", 12),
            ("句子", 60),
            ("另一单位的句子", 60),
        ]),
        rows,
    })
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
