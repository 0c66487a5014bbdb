use super::*;

/// A page as text: a line for each paragraph, tables as `text@column wxh | …`.
#[track_caller]
fn reads(html: &str, expected: &[&str]) {
    let page = read(html, &mut Budget::default()).expect("a page");
    let mut lines = Vec::new();
    for block in page.blocks {
        match block {
            Block::Paragraph(text) => lines.push(text),
            Block::Cells(cells) => lines.push(crate::page::joined(&cells, "·")),
            Block::Aside(aside) => lines.push(told(&aside)),
            Block::Table(rows) => lines.extend(rows.iter().map(|row| {
                let cell = |cell: &crate::page::PageCell| {
                    let text = cell.text.replace('\n', "/").replace('\u{a0}', "_");
                    let asides: String = cell.asides.iter().map(told).collect();
                    format!(
                        "{text}{asides}@{} {}x{}",
                        cell.column, cell.width, cell.height
                    )
                };
                row.iter().map(cell).collect::<Vec<_>>().join(" | ")
            })),
        }
    }
    assert_eq!(lines, expected);
}

fn told(aside: &Aside) -> String {
    format!("[{:?} {}]", aside.look, aside.text)
}

#[test]
fn what_is_struck_or_hidden_is_no_text_of_its_cell() {
    reads(
        "<style>.x{text-decoration:line-through} .y{visibility:hidden}</style>\
         <table><tr><td><del>99</del> <ins>31</ins></td><td><s>9<b>9</s></b>1</td><td><span class='a x'>7</span>8</td>\
         <td class=y>5</td><td style='display:none'>6</td><td>4</td></tr><tr hidden><td>1</td></tr>\
         <tr style='text-decoration:line-through'><td>2</td></tr><tr><td>3<font color=white>0</font></td></table>\
         <p>收到<strike>5</strike>3件</p>",
        &[
            "[Hidden 6]",
            "[Hidden 1]",
            "31[Struck 99]@0 1x1 | 1[Struck 99]@1 1x1 | 8[Struck 7]@2 1x1 | [Hidden 5]@3 1x1 | 4@4 1x1",
            "[Struck 2]@0 1x1",
            "30[Faint ]@0 1x1",
            "收到3件",
            "[Struck 5]",
        ],
    );
}

#[test]
fn raised_digits_are_no_digits_of_the_number() {
    reads(
        "<table><tr><td>31<sup>1</sup></td><td>3<span style='vertical-align:super'>[2]</span></td></tr></table>",
        &["31¹@0 1x1 | 3[²]@1 1x1"],
    );
}

#[test]
fn what_stands_in_fields_is_read() {
    reads(
        "<table><tr><td><input value=31></td><td><input type=hidden value=9><textarea>4</textarea></td>\
         <td><select><option>0<option selected>5</select></td><td><button>查</button>7</td></tr></table>",
        &["31[Field ]@0 1x1 | 4[Field ]@1 1x1 | 5[Field ][Hidden 0]@2 1x1 | 7[Beside 查]@3 1x1"],
    );
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
        &["[Hidden 隐]", "见", "末", "[Hidden 隐 隐]", "[Beside 题]"],
    );
}

#[test]
fn what_stands_in_for_what_a_browser_shows_is_told() {
    reads(
        "<title>年报</title><p>年报</p><noscript><p>请启用脚本</p></noscript><img alt='印章'><object>附件</object>\
         <input placeholder=请输入><input type=submit value=检索><template><p>模板</template><p>正文",
        &[
            "年报",
            "[Hidden 请启用脚本]",
            "[Beside 印章]",
            "[Hidden 附件]",
            "[Field ]",
            "[Beside 请输入]",
            "[Beside 检索]",
            "[Hidden 模板]",
            "正文",
        ],
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
    assert!(read(&html, &mut Budget::default()).is_ok());
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
