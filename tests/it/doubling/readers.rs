//! Sources made of one piece over and over, for each reader.

use nianbao_read::read;

use crate::lost::made::zipped;

/// Lines, cells and marks of pasted text.
pub(super) const TEXT: &[&str] = &[
    "收到申请3件。\n",
    "规章\t0\t0\t0\n",
    "| 规章 | 0 | 0 |\n",
    "规章 0 0 0\n",
    "规章  0\n",
    "0\n",
    "一、总体情况\n",
    "示例市信访局2025年政府信息公开工作年度报告\n",
    "\"甲\n",
    "~~1",
    "|",
];

pub(super) fn text(text: &str) {
    let _ = read("年报.txt", text.as_bytes());
}

/// Tags of web pages, also such as nobody ends.
pub(super) const HTML: &[&str] = &[
    "<p>一",
    "<table><tr><td>规章",
    "<tr><td rowspan=3>1<td>2",
    "<div hidden>1",
    "<s>1</s>",
    "<b><i>",
    "<select><option>1",
    "<style>.a{display:none}</style><p class=a>1",
    "&nbsp;1",
    "<a b=c ",
];

pub(super) fn html(text: &str) {
    let _ = read("年报.html", format!("<html>{text}").as_bytes());
}

pub(super) const RTF: &[&str] = &[
    "{\\v 1}",
    "{",
    "\\trowd\\cellx100\\pard\\intbl 1\\cell\\row",
    "\\pard\\intbl 1\\cell",
    "{\\footnote 1}",
    "\\u19968?",
    "\\par 1",
];

pub(super) fn rtf(text: &str) {
    let _ = read("年报.rtf", format!("{{\\rtf1 {text}}}").as_bytes());
}

pub(super) const DOCX: &[&str] = &[
    "<w:p><w:r><w:t>一</w:t></w:r></w:p>",
    "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>1</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "<w:ins><w:del></w:del></w:ins>",
];

pub(super) fn docx(text: &str) {
    let document = format!("<w:document><w:body>{text}</w:body></w:document>");
    let _ = read("年报.docx", &zipped(&[("word/document.xml", document)]));
}

pub(super) const SHEET: &[&str] = &[
    "<table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell></table:table-row>",
    "<table:table-row><table:table-cell table:number-rows-spanned=\"9\"><text:p>1</text:p></table:table-cell></table:table-row>",
    "<table:table-cell><text:p><text:span>1</text:span></text:p></table:table-cell>",
];

pub(super) fn sheet(text: &str) {
    let flat = format!(
        "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>\
         <table:table>{text}</table:table></office:spreadsheet></office:body></office:document>"
    );
    let _ = read("年报.fods", flat.as_bytes());
}

pub(super) const LAYOUT: &[&str] = &[
    "<TextObject Boundary=\"20 20 9 9\" Size=\"4\"><TextCode X=\"0\" Y=\"4\">一 1</TextCode></TextObject>",
    "<PathObject Boundary=\"20 20 9 9\"><AbbreviatedData>M 0 0 L 9 0</AbbreviatedData></PathObject>",
    "<Layer></Layer>",
];

pub(super) fn layout(text: &str) {
    let part = |text: &str| text.to_owned();
    let bytes = zipped(&[
        (
            "OFD.xml",
            part("<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"),
        ),
        (
            "D.xml",
            part("<Document><Pages><Page BaseLoc=\"P.xml\"/></Pages></Document>"),
        ),
        (
            "P.xml",
            format!("<Page><Content><Layer>{text}</Layer></Content></Page>"),
        ),
    ]);
    let _ = read("年报.ofd", &bytes);
}

pub(super) const CSV: &[&str] = &["规章,0,0\n", "\"", ",", "一、总体情况,,\n"];

pub(super) fn csv(text: &str) {
    let _ = read("年报.csv", text.as_bytes());
}
