//! What the editions must come to, counted by hand from the official tables.

use super::*;

fn newest() -> &'static Form {
    Form::of_edition(2021).expect("an edition we know")
}

#[test]
fn the_2021_edition_has_200_cells_in_six_sections() {
    let form = newest();
    let n_cells = |tables: &[&str]| -> usize {
        tables
            .iter()
            .map(|key| form.table(key).expect("a table").cells().count())
            .sum()
    };
    assert_eq!(form.edition.sections.len(), 6);
    assert_eq!(n_cells(&["documents", "licenses", "penalties", "fees"]), 10);
    assert_eq!(n_cells(&["requests"]), 175);
    assert_eq!(n_cells(&["disputes"]), 15);
    assert_eq!(form.n_cells(), 200);
    assert!(form.cells().map(Cell::index).eq(0..200));
}

#[test]
fn the_figures_are_bound_by_42_equations() {
    let form = newest();
    let requests = form.table("requests").expect("a table");
    let n_row_sums = form
        .totals
        .iter()
        .filter(|total| total.axis == Axis::Row)
        .count();
    assert_eq!(
        n_row_sums,
        25 + 3,
        "each row of table three, each group of table four"
    );
    assert_eq!(
        form.totals.len() - n_row_sums,
        7,
        "办理结果（七）总计 in each column"
    );
    let n_balances = requests.columns.len();
    assert_eq!(form.totals.len() + n_balances, 42);
}

#[test]
fn a_total_leaves_subtotals_and_itself_out() {
    let form = newest();
    let corner = form
        .cell("requests", "handled/total", "requester/total")
        .expect("a cell");
    let n_terms: Vec<_> = form
        .totals_at(corner)
        .map(|total| (total.axis, total.terms.len()))
        .collect();
    assert_eq!(n_terms, [(Axis::Row, 6), (Axis::Column, 21)]);
    assert!(
        form.totals
            .iter()
            .all(|total| total.terms.iter().all(|term| *term != total.cell))
    );
}

#[test]
fn table_three_has_the_official_labels() {
    let table = newest().table("requests").expect("a table");
    let rows: Vec<_> = table.rows.iter().map(Line::label).collect();
    assert_eq!(
        rows,
        [
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数量",
            "（一）予以公开",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
            "1.本机关不掌握相关政府信息",
            "2.没有现成信息需要另行制作",
            "3.补正后申请内容仍不明确",
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
            "（七）总计",
            "四、结转下年度继续办理",
        ]
    );
    let columns: Vec<_> = table.columns.iter().map(Line::label).collect();
    assert_eq!(
        columns,
        [
            "自然人",
            "商业企业",
            "科研机构",
            "社会公益组织",
            "法律服务机构",
            "其他",
            "总计"
        ]
    );
    let groups: Vec<_> = table
        .rows
        .iter()
        .filter_map(|row| row.headings.get(1))
        .map(|heading| heading.label)
        .collect();
    for group in [
        "（三）不予公开",
        "（四）无法提供",
        "（五）不予处理",
        "（六）其他处理",
    ] {
        assert!(groups.contains(&group), "{group}");
    }
}

#[test]
fn the_other_tables_have_the_official_labels() {
    let form = newest();
    let labels = |key: &str| {
        let table = form.table(key).expect("a table");
        let label = |lines: &[Line]| lines.iter().map(Line::label).collect::<Vec<_>>().join("，");
        format!(
            "{}|{}|{}",
            table.table.banner,
            label(&table.columns),
            label(&table.rows)
        )
    };
    assert_eq!(
        labels("documents"),
        "第二十条第（一）项|本年制发件数，本年废止件数，现行有效件数|规章，行政规范性文件"
    );
    assert_eq!(
        labels("licenses"),
        "第二十条第（五）项|本年处理决定数量|行政许可"
    );
    assert_eq!(
        labels("penalties"),
        "第二十条第（六）项|本年处理决定数量|行政处罚，行政强制"
    );
    assert_eq!(
        labels("fees"),
        "第二十条第（八）项|本年收费金额（单位：万元）|行政事业性收费"
    );
    let group = "结果维持，结果纠正，其他结果，尚未审结，总计";
    assert_eq!(labels("disputes"), format!("|{group}，{group}，{group}|"));
}

#[test]
fn keys_and_names_are_unique_in_every_edition() {
    for form in FORMS.iter() {
        let mut names: Vec<_> = Vec::new();
        for table in &form.tables {
            for lines in [&table.rows, &table.columns] {
                let mut paths: Vec<_> = lines.iter().map(|line| &line.path).collect();
                paths.sort();
                paths.dedup();
                assert_eq!(paths.len(), lines.len(), "{}", table.table.key);
            }
            names.extend(table.cells().map(|cell| (table.table.key, form.name(cell))));
        }
        let mut keys: Vec<_> = form.tables.iter().map(|table| table.table.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), form.tables.len());
        names.sort();
        names.dedup();
        assert_eq!(
            names.len(),
            form.n_cells(),
            "a cell's name is unmistakable in its table"
        );
    }
}

#[test]
fn a_cell_is_found_by_its_keys_and_knows_its_place() {
    for form in FORMS.iter() {
        for cell in form.cells() {
            let place = form.place(cell);
            let table = &form.tables[place.table];
            assert_eq!(table.cell(place.row, place.column), cell);
            let (row, column) = (
                &table.rows[place.row].path,
                &table.columns[place.column].path,
            );
            assert_eq!(form.cell(table.table.key, row, column), Some(cell));
        }
    }
}

#[test]
fn the_year_chooses_the_edition() {
    for (year, edition) in [
        (2018, 2019),
        (2019, 2019),
        (2020, 2019),
        (2021, 2021),
        (2025, 2021),
        (2040, 2021),
    ] {
        assert_eq!(Form::for_year(year).edition.year, edition, "{year}");
    }
}

#[test]
fn a_column_heading_carries_the_unit() {
    let form = newest();
    let unit = |table, row, column| form.unit(form.cell(table, row, column).expect("a cell"));
    assert_eq!(
        unit("fees", "administrative-fees", "amount"),
        Unit::TenThousandYuan
    );
    assert_eq!(
        unit("requests", "handled/total", "requester/total"),
        Unit::Count
    );
    let trial = Form::of_edition(2019).expect("an edition we know");
    let change = trial.cell("licenses", "license", "change").expect("a cell");
    assert_eq!(trial.unit(change), Unit::Change);
}
