use super::*;

/// A page as text: paragraphs as they are, loose cells parted by `·`, tables by their size.
#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let page = read(text, &mut Budget::default()).expect("a page");
    let drawn: Vec<_> = page
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) => text.clone(),
            Block::Cells(cells) => crate::page::joined(cells, "·").replace('\u{a0}', "_"),
            Block::Table(rows) => format!("{} x {}", rows[0].len(), rows.len()),
            Block::Aside(aside) => format!("{aside:?}"),
        })
        .collect();
    assert_eq!(drawn, expected);
}

#[test]
fn empty_lines_part_rows_and_lone_tabs_are_merged_cells() {
    reads("\t\n\t规章\n\t0\n\n\t\u{a0}\n", &["·规章·0", "_"]);
}

#[test]
fn paragraphs_indented_by_a_tab_are_paragraphs() {
    reads(
        "\t一年来，工作有进展。\n\t下一步继续努力。\n",
        &["一年来，工作有进展。", "下一步继续努力。"],
    );
}

#[test]
fn rows_of_equal_length_are_a_table_and_others_are_not() {
    reads("规章\t0\t0\n文件\t1\t\n", &["3 x 2"]);
    reads(
        "信息内容\t数量\n规章\t0\t0\n",
        &["信息内容·数量", "规章·0·0"],
    );
}

#[test]
fn what_markdown_strikes_or_makes_bold_is_told_from_its_marks() {
    reads("| 许可 | ~~99~~ 31 | **5** |\n", &["许可·31·5"]);
    reads(
        "收到~~99~~31件。\n",
        &["收到31件。", r#"Aside { look: Struck, text: "99" }"#],
    );
    reads("约3~~5件\n", &["约3~~5件"]);
}

#[test]
fn a_quoted_cell_runs_over_lines() {
    reads("\"商业\n企业\"\t科研\n0\t1\n", &["2 x 2"]);
    reads("\"引文没有结束\n第二行\n", &["\"引文没有结束", "第二行"]);
}

#[test]
fn wide_gaps_and_pipes_part_cells_but_not_sentences() {
    reads("规章   0  0\n共有  三条。\n", &["规章·0·0", "共有  三条。"]);
    reads(
        "| 规章 | 0 | |\n|---|---|---|\n## 标题\n",
        &["规章·0·", "标题"],
    );
}
