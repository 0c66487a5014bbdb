use super::*;

/// A page as text: a line for each paragraph, tables as `text@column wxh | …`.
#[track_caller]
fn reads(html: &str, expected: &[&str]) {
    let page = read(html).expect("a page");
    let mut lines = Vec::new();
    for block in page.blocks {
        match block {
            Block::Paragraph(text) => lines.push(text),
            Block::Cells(cells) => lines.push(cells.join("·")),
            Block::Table(rows) => lines.extend(rows.iter().map(|row| {
                let cell = |cell: &crate::read::page::PageCell| {
                    let text = cell.text.replace('\n', "/").replace('\u{a0}', "_");
                    format!("{text}@{} {}x{}", cell.column, cell.width, cell.height)
                };
                row.iter().map(cell).collect::<Vec<_>>().join(" | ")
            })),
        }
    }
    assert_eq!(lines, expected);
}

#[test]
fn cells_and_rows_end_where_the_next_begin() {
    reads(
        "<TABLE><TR><TD>规章<TD>0<TR><TD COLSPAN=2>合计</TABLE>",
        &["规章@0 1x1 | 0@1 1x1", "合计@0 2x1"],
    );
}

#[test]
fn cells_stand_beside_those_that_reach_down_from_above() {
    reads(
        "<table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td></tr></table>",
        &["甲@0 1x2 | 乙@1 1x1", "丙@1 1x1", "丁@0 1x1"],
    );
}

#[test]
fn lines_of_a_cell_and_its_blank_are_kept() {
    reads(
        "<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td><td>&nbsp;</td><td></td></tr></table>",
        &["商业/企业@0 1x1 | 科研/机构@1 1x1 | _@2 1x1 | @3 1x1"],
    );
}

#[test]
fn a_table_around_the_page_is_laid_open() {
    reads(
        "<table><tr><td>导航</td><td><h1>标题</h1><table><tr><td>规章</td><td>0</td></tr></table></td></tr></table>",
        &["导航", "标题", "规章@0 1x1 | 0@1 1x1"],
    );
}

#[test]
fn what_a_reader_does_not_see_is_left_out() {
    reads(
        "<title>题</title><style>p{}</style><p style='display: none'>隐<p>见<script>'<p>1'</script><div hidden>隐<div>隐</div></div>末",
        &["见", "末"],
    );
}

#[test]
fn line_ends_of_the_source_are_spaces_only_between_words() {
    reads(
        "<p>政府\n信息 <b>公开</b>\n2023\n年</p>",
        &["政府信息 公开 2023 年"],
    );
}

#[test]
fn endless_nesting_is_no_danger() {
    let html = "<table><tr><td>".repeat(1_000) + "规章";
    assert!(read(&html).is_ok());
}

#[test]
fn tags_mean_the_same_however_they_are_written() {
    for tag in [
        "<td colspan=2>",
        "<TD COLSPAN=2>",
        "<td\n colspan = '2' >",
        "<td colspan=\"2\"/>",
        "<td colspan=2 title='a > b'>",
        "<td colspan=&#50;>",
        "<td title=a&b colspan=2>",
        "<td é colspan=2>",
        "<td title=\"a\"colspan=2>",
        "<td colspan=2\r\n>",
    ] {
        reads(
            &format!("<table><tr>{tag}规章</td></tr></table>"),
            &["规章@0 2x1"],
        );
    }
}

#[test]
fn what_is_no_tag_is_text() {
    reads(
        "<p>1 < 2 &lt; 3<p>a</é>b<p><style><p>x</p></style>c<!-- <p>d -->e",
        &["1 < 2 < 3", "ab", "ce"],
    );
}
