use super::*;
use crate::drawn::{drawn, zipped};

const PACKAGE: &str = r#"<Relationships><Relationship Id="rId9" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const LINKS: &str = r#"<Relationships>
<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="x/worksheet" Target="worksheets/sheet3.xml"/>
<Relationship Id="rId4" Type="x/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId5" Type="x/styles" Target="styles.xml"/>
</Relationships>"#;

const WORKBOOK: &str = r#"<workbook xmlns:r="r"><sheets>
<sheet name="二" sheetId="2" r:id="rId2"/><sheet name="选项" sheetId="3" state="hidden" r:id="rId3"/>
<sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

const STRINGS: &str = r#"<sst><si><t>规章</t></si>
<si><r><rPr><b/></rPr><t>行政</t></r><r><t xml:space="preserve">许可_x000D_
（件）</t></r><rPh sb="0" eb="1"><t>ㄒㄧㄥ</t></rPh></si></sst>"#;

/// Format 1 has a border, format 2 is a date, format 3 is one in the workbook's own words.
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/>
<numFmt numFmtId="177" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>
<borders><border><left/><right/></border><border><left style="thin"><color/></left></border></borders>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="177" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;

fn sheet(rows: &str, merged: &str) -> String {
    let merged: String = merged
        .split_whitespace()
        .map(|range| format!(r#"<mergeCell ref="{range}"/>"#))
        .collect();
    format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>")
}

fn read_sheets(sheet1: &str, sheet2: &str) -> Result<Page, ReadError> {
    let parts = zipped(&[
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", sheet1),
        ("xl/worksheets/sheet2.xml", sheet2),
        ("xl/worksheets/sheet3.xml", &rows(&[&["隐藏"]], 0)),
    ]);
    read(&parts, &mut Budget::default())
}

#[track_caller]
fn reads(rows: &str, merged: &str, expected: &str) {
    let page = read_sheets(&sheet(rows, merged), &sheet("", "")).expect("it is a workbook");
    // The hidden sheet comes before this one.
    assert_eq!(drawn(&page), format!("[Hidden 隐藏]\n{expected}"));
}

/// Rows of texts in cells of one format, without references; "" is a blank cell and "-" none.
fn rows(rows: &[&[&str]], format: usize) -> String {
    let cell = |text: &&str| match *text {
        "-" => String::new(),
        "" => format!(r#"<c s="{format}"/>"#),
        text => format!(r#"<c s="{format}" t="inlineStr"><is><t>{text}</t></is></c>"#),
    };
    let row =
        |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    rows.iter().map(row).collect()
}

#[test]
fn cells_are_shown_as_the_spreadsheet_shows_them() {
    reads(
        r#"<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>59237.244899999998</v></c><c r="D2" t="b"><v>1</v></c></row>
           <row r="3" hidden="1"><c r="B3" t="s"><v>1</v></c><c r="C3"><f>1+1</f><v>2</v></c><c r="D3" t="e"><v>#REF!</v></c></row>
           <row r="4"><c r="B4" t="s"><v>99</v></c><c r="C4" t="str"><f>"/"</f><v>/</v></c><c r="D4" s="2"><v>46031</v></c></row>
           <row r="5"><c r="B5" s="3"><v>46031</v></c><c r="C5"><v>0</v></c></row>"#,
        "",
        "=| 规章 | 59237.24 [Reshaped 59237.2449] | TRUE |\n |  |  |  |\n |  | / | 2026年1月9日 |\n | 2026年1月9日 | 0 |  |\n\
         [Hidden 行政许可⏎（件）]\n[Hidden 2]\n[Hidden #REF!]",
    );
}

#[test]
fn merged_cells_cover_what_is_below_and_beside_them() {
    let cells = rows(
        &[
            &["信息内容", "件数", "", ""],
            &["", "制发", "", "废止"],
            &["规章", "0", "", "1"],
        ],
        1,
    );
    reads(
        &cells,
        "A1:A2 B1:D1 B2:C2 $B$3:$C$3 Z9:ZZ99999999 bad",
        "=| 信息内容 1x2 | 件数 3x1 |\n | 1: 制发 2x1 | 废止 |\n | 规章 | 0 2x1 | 1 |",
    );
}

#[test]
fn sheets_come_in_the_workbooks_order() {
    let (first, second) = (rows(&[&["甲", "1"]], 0), rows(&[&["乙", "2"]], 0));
    let page = read_sheets(&sheet(&first, ""), &sheet(&second, "")).expect("it is a workbook");
    assert_eq!(drawn(&page), "=| 乙 | 2 |\n[Hidden 隐藏]\n=| 甲 | 1 |");
}

#[test]
fn lines_outside_the_borders_are_paragraphs() {
    let cells = [
        rows(
            &[&["示例市信访局年度报告", "", ""], &["二、主动公开", "-"]],
            0,
        ),
        rows(
            &[&["第一项", "", ""], &["规章", "0", "0"], &["许可", "", ""]],
            1,
        ),
        rows(&[&["三、申请情况"]], 0),
        rows(&[&["合计", "3", "4"]], 1),
        rows(&[&["注：无"]], 0),
    ]
    .concat();
    reads(
        &cells,
        "A3:C3",
        "示例市信访局年度报告\n二、主动公开\n=| 第一项 3x1 |\n | 规章 | 0 | 0 |\n | 许可 |  |  |\n三、申请情况\n=| 合计 | 3 | 4 |\n注：无",
    );
}

#[test]
fn without_borders_only_headings_end_a_table() {
    let cells = rows(
        &[
            &["示例市信访局年度报告"],
            &["正文。"],
            &["规章", "0", "0"],
            &["许可"],
            &["处罚", "", "1"],
            &["三、申请情况"],
            &["一、新收", "1", "2"],
            &["注"],
        ],
        0,
    );
    reads(
        &cells,
        "",
        "示例市信访局年度报告\n正文。\n=| 规章 | 0 | 0 |\n | 许可 |  |  |\n | 处罚 |  | 1 |\n三、申请情况\n=| 一、新收 | 1 | 2 |\n注",
    );
}

#[test]
fn an_empty_row_ends_a_table_unless_a_merged_cell_bridges_it() {
    let cells = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c><c r="C3"><v>4</v></c></row>
        <row r="1048576"><c r="A1048576"><v>5</v></c><c r="B1048576"><v>6</v></c></row>"#;
    reads(
        cells,
        "A1:A3",
        "=| 1 1x3 | 2 |  |\n | 1:  |  |\n | 1: 3 | 4 |\n=| 5 | 6 |",
    );
    reads(cells, "", "=| 1 | 2 |\n=| 3 | 4 |\n=| 5 | 6 |");
}

#[test]
fn bombs_are_refused() {
    let far = r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>"#;
    let column: String = (1..500)
        .map(|row| {
            format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c><c r="B{row}"><v>1</v></c></row>"#)
        })
        .collect();
    for cells in [
        format!("{far}{column}"),
        r#"<row><c t="s"><v>0</v></c></row>"#.repeat(201_000),
        r#"<row r="99999999"><c><v>0</v></c></row>"#.to_owned(),
    ] {
        let page = read_sheets(&sheet(&cells, ""), &sheet("", ""));
        assert_eq!(page, Err(ReadError::TooLarge));
    }
}

#[test]
fn one_long_text_in_every_cell_is_refused() {
    let long = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(1 << 20));
    let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(1_000);
    let bytes = zipped(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/sharedStrings.xml", &long),
        ("xl/worksheets/sheet2.xml", &sheet(&cells, "")),
        ("xl/worksheets/sheet1.xml", &sheet("", "")),
    ]);
    assert_eq!(
        read(&bytes, &mut Budget::default()),
        Err(ReadError::TooLarge)
    );
}

#[test]
fn hidden_rows_and_columns_and_formulas_without_a_value_are_told() {
    let rows = r#"<row r="1"><c r="A1"><v>6.0</v></c><c r="B1"><v>7</v></c><c r="C1"><f>A1+B1</f></c></row>
        <row r="2" hidden="1"><c r="A2"><v>8</v></c></row><row r="3"><c r="A3"><v>9</v></c><c r="C3"><v>4</v></c></row>"#;
    let sheet1 = format!(
        r#"<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>{rows}</sheetData></worksheet>"#
    );
    let page = read_sheets(&sheet1, &sheet("", "")).expect("it is a workbook");
    assert_eq!(
        drawn(&page),
        "[Hidden 隐藏]\n=| 6 |  |  [Uncomputed ] |\n |  |  |  |\n | 9 |  | 4 |\n[Hidden 7]\n[Hidden 8]"
    );
}

#[test]
fn struck_and_raised_runs_and_numbers_shown_otherwise_are_told() {
    const RICH: &str = r#"<row><c t="inlineStr"><is><r><rPr><strike/></rPr><t>99</t></r><r><t>31</t></r>
        <r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c><c s="0"><v>6.449</v></c></row>"#;
    reads(RICH, "", "=| 31¹ [Struck 99] | 6.45 [Reshaped 6.449] |");
}
