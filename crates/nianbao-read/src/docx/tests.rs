use super::*;
use crate::drawn::{drawn, zipped};

const PACKAGE: &str = r#"<Relationships>
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"#;

const PARTS: &str = r#"<Relationships>
<Relationship Id="rId1" Type="x/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="x/relationships/numbering" Target="/word/numbering.xml"/>
</Relationships>"#;

fn document(body: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
}

#[track_caller]
fn reads(body: &str, expected: &str) {
    let bytes = zipped(&[
        ("_rels/.rels", PACKAGE),
        ("word/document.xml", &document(body)),
    ]);
    let page = read(&bytes, &mut Budget::default()).expect("it is a document");
    assert_eq!(drawn(&page), expected);
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

#[test]
fn split_runs_tabs_and_breaks_make_one_paragraph() {
    reads(
        r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>
           <w:r><w:t>共收到</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>
           <w:r><w:t xml:space="preserve"> 件 &lt;依申请&#x3E;</w:t><w:tab/><w:t>无</w:t><w:br/><w:t>。</w:t></w:r></w:p><w:p/>"#,
        "共收到12 件 <依申请>⇥无⏎。",
    );
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let deleted_row = format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", tc("", "旧"));
    reads(
        &format!(
            "<w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>3</w:delText><w:tab/></w:r></w:del>\
             <w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>件</w:t></w:r></w:moveFrom>\
             <w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo></w:p>\
             <w:tbl>{deleted_row}<w:tr>{}</w:tr></w:tbl>",
            tc(
                r#"<w:gridSpan w:val="2"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange>"#,
                "新"
            )
        ),
        "收到5件\n[Deleted 3⇥]\n=| 新 2x1 |\n[Deleted 旧]",
    );
}

#[test]
fn fields_show_their_results() {
    reads(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>
           <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2026年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
           <w:fldSimple w:instr="PAGE"><w:r><w:t>1月</w:t></w:r></w:fldSimple></w:p>
           <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>代码</w:t></w:r></w:p><w:p><w:r><w:t>正文</w:t></w:r></w:p>"#,
        "2026年1月\n正文",
    );
}

#[test]
fn a_text_box_is_read_once_after_its_paragraph() {
    let text_box = |tag: &str| {
        format!(
            "<{tag}><w:txbxContent>{}</w:txbxContent></{tag}>",
            p("公章")
        )
    };
    reads(
        &format!(
            "<w:p><w:r><w:t>示例市</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice>\
             <mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>人民政府</w:t></w:r></w:p>",
            text_box("wps:txbx"),
            text_box("v:textbox"),
        ),
        "示例市人民政府\n公章",
    );
}

#[test]
fn spans_merges_and_gaps_make_merged_cells() {
    let rows = [
        [
            tc(
                r#"<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>"#,
                "信息内容",
            ),
            tc(r#"<w:gridSpan w:val="2"/>"#, "件数"),
        ]
        .concat(),
        [
            tc(r#"<w:gridSpan w:val="2"/><w:vMerge/>"#, ""),
            tc("", "制发"),
            tc("", "废止"),
        ]
        .concat(),
        [
            r#"<w:trPr><w:gridBefore w:val="1"/></w:trPr>"#.to_owned(),
            tc("", "规章"),
            tc("", "\u{a0}"),
            "<w:tc><w:p/></w:tc>".to_owned(),
        ]
        .concat(),
    ];
    let rows: String = rows
        .iter()
        .map(|row| format!("<w:tr>{row}</w:tr>"))
        .collect();
    reads(
        &format!(
            "{}<w:tbl><w:tblGrid/>{rows}</w:tbl>{}",
            p("二、"),
            p("三、")
        ),
        "二、\n=| 信息内容 2x2 | 件数 2x1 |\n | 2: 制发 | 废止 |\n | 1: 规章 | \u{a0} |  |\n三、",
    );
}

#[test]
fn a_merge_ends_with_the_first_cell_that_does_not_continue_it() {
    let column: String = ["restart", "continue", "none", "continue"]
        .iter()
        .zip(["甲", "", "乙", "丙"])
        .map(|(merge, text)| match *merge {
            "none" => format!("<w:tr>{}</w:tr>", tc("", text)),
            merge => format!(
                "<w:tr>{}</w:tr>",
                tc(&format!(r#"<w:vMerge w:val="{merge}"/>"#), text)
            ),
        })
        .collect();
    reads(
        &format!("<w:tbl>{column}</w:tbl>"),
        "=| 甲 1x2 |\n |\n | 乙 |\n | 丙 |",
    );
}

#[test]
fn cells_keep_their_lines_and_content_controls_do_not_hide_them() {
    reads(
        &format!(
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:tbl><w:sdt><w:sdtContent><w:tr>\
             <w:tc>{}<w:p/>{}</w:tc><w:sdt><w:sdtContent><w:tc><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:tc>\
             </w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>",
            p("商业"),
            p("企业"),
            p("0")
        ),
        "=| 商业⏎企业 | 0 |",
    );
}

#[test]
fn a_table_that_holds_another_is_only_its_place() {
    let inner = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        tc("", "规章"),
        tc("", "0")
    );
    reads(
        &format!(
            "<w:tbl><w:tr>{}</w:tr><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>",
            tc("", "标题"),
            p("二、"),
            p("三、")
        ),
        "=| 标题 |\n二、\n=| 规章 | 0 |\n三、",
    );
}

#[test]
fn automatic_numbers_are_counted() {
    let numbering = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/>
          <w:lvlOverride w:ilvl="2"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>"#;
    let styles = r#"<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="2"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>
        <w:style w:styleId="9"><w:name w:val="toc 1"/></w:style></w:styles>"#;
    let listed = |text: &str, list: &str, level: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let styled = |text: &str, style: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        styled("总体情况1", "9"),
        styled("总体情况", "1"),
        listed("主动公开", "1", "1"),
        listed("依申请公开", "1", "1"),
        listed("国家秘密", "1", "2"),
        styled("主动公开政府信息情况", "2"),
        listed("平台", "1", "1"),
        listed("续", "2", "2"),
        listed("点", "3", "0"),
        listed("无", "0", "0"),
    ]
    .concat();
    let bytes = zipped(&[
        ("word/document.xml", &document(&body)),
        ("word/_rels/document.xml.rels", PARTS),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
    ]);
    let page = read(&bytes, &mut Budget::default()).expect("it is a document");
    assert_eq!(
        drawn(&page),
        "[Beside 总体情况1]\n一、总体情况\n（一）主动公开\n（二）依申请公开\n1.国家秘密\n二、主动公开政府信息情况\n（一）平台\n11.续\n点\n无"
    );
}

#[test]
fn an_envelope_that_cannot_be_opened_is_refused() {
    assert!(matches!(
        read(b"PK", &mut Budget::default()),
        Err(ReadError::Damaged { .. })
    ));
    let without_document = zipped(&[("a.txt", "")]);
    assert!(matches!(
        read(&without_document, &mut Budget::default()),
        Err(ReadError::Damaged { .. })
    ));
    let torn = zipped(&[("word/document.xml", "<w:document><w:body>")]);
    assert!(matches!(
        read(&torn, &mut Budget::default()),
        Err(ReadError::Damaged { .. })
    ));
}

#[test]
fn bombs_are_refused() {
    let deep = "<w:p>".repeat(10_000) + &"</w:p>".repeat(10_000);
    let wide = "<w:p><w:r><w:t>0</w:t></w:r></w:p>".repeat(201_000);
    let padded = " ".repeat(41 << 20);
    let column = format!(
        "<w:tbl><w:tr>{}</w:tr></w:tbl>",
        r#"<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc>"#.repeat(3)
    );
    for body in [deep, wide, padded, column] {
        let bytes = zipped(&[("word/document.xml", &document(&body))]);
        assert_eq!(
            read(&bytes, &mut Budget::default()),
            Err(ReadError::TooLarge)
        );
    }
}

#[test]
fn struck_hidden_raised_and_white_text_is_told_from_the_rest() {
    let r = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let runs = [
        r("<w:strike/>", "99"),
        r("", "31"),
        r(r#"<w:vertAlign w:val="superscript"/>"#, "1"),
        r("<w:dstrike/>", "8"),
        r(r#"<w:strike w:val="0"/>"#, "件"),
        r("<w:vanish/>", "隐"),
        r(r#"<w:color w:val="FFFFFF"/>"#, "白"),
        r(r#"<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>"#, "底"),
    ];
    reads(
        &format!("<w:p>{}</w:p>", runs.concat()),
        "31¹件白底\n[Struck 998]\n[Hidden 隐]\n[Faint ]",
    );
}

#[test]
fn a_list_to_choose_from_shows_what_was_chosen() {
    reads(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>
           <w:listEntry w:val="0"/><w:listEntry w:val="5"/></w:ddList></w:ffData></w:fldChar></w:r>
           <w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        "5\n[Field ]",
    );
}

#[test]
fn what_stands_beside_the_body_is_told() {
    let links = r#"<Relationships><Relationship Id="a" Type="x/header" Target="header1.xml"/>
        <Relationship Id="b" Type="x/header" Target="header2.xml"/><Relationship Id="c" Type="x/footnotes" Target="footnotes.xml"/>
        <Relationship Id="d" Type="x/comments" Target="comments.xml"/></Relationships>"#;
    let part = |name: &str, text: &str| format!("<w:{name}>{}</w:{name}>", p(text));
    let (header, comments) = (part("hdr", "页眉"), part("comments", "批注"));
    let notes = format!(
        "<w:footnotes><w:footnote>{}</w:footnote></w:footnotes>",
        p("脚注")
    );
    let bytes = zipped(&[
        ("_rels/.rels", PACKAGE),
        ("word/document.xml", &document(&p("正文"))),
        ("word/_rels/document.xml.rels", links),
        ("word/header1.xml", &header),
        ("word/header2.xml", &header),
        ("word/footnotes.xml", &notes),
        ("word/comments.xml", &comments),
    ]);
    let page = read(&bytes, &mut Budget::default()).expect("it is a document");
    assert_eq!(
        drawn(&page),
        "正文\n[Beside 页眉]\n[Beside 脚注]\n[Beside 批注]"
    );
}
