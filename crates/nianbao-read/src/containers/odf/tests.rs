use super::*;
use crate::drawn::{drawn, zipped};

const STYLES: &str = r#"<office:automatic-styles>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T"><style:table-properties table:display="false"/></style:style>
<style:style style:name="B"><style:table-cell-properties fo:border="0.5pt solid"/></style:style>
</office:automatic-styles>"#;

#[track_caller]
fn reads(body: &str, expected: &str) {
    let flat =
        format!("<office:document>{STYLES}<office:body>{body}</office:body></office:document>");
    let page = read(flat.as_bytes(), &mut Budget::default()).expect("a document");
    assert_eq!(drawn(&page), expected);
    let packed = zipped(&[("mimetype", "x"), ("content.xml", &flat)]);
    assert_eq!(read(&packed, &mut Budget::default()), Ok(page));
}

#[test]
fn paragraphs_are_read_as_they_are_printed() {
    reads(
        r#"<office:text><text:tracked-changes><text:p>no</text:p></text:tracked-changes>
<text:h>一、<text:span>总体</text:span>
  情况</text:h><text:p>a<text:s text:c="3"/>b<text:line-break/>c<text:note><text:p>no</text:p></text:note></text:p>
<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>
<text:p>x<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>y</text:p></office:text>"#,
        "[Deleted no]\n一、总体 情况\na   b⏎c\n[Beside no]\nitem\nxy\nbox",
    );
}

#[test]
fn tables_have_their_cells_where_they_are_shown() {
    reads(
        r#"<office:text><table:table><table:table-header-rows><table:table-row>
<table:table-cell table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell>
<table:table-cell table:number-columns-spanned="2"><text:p>B</text:p><text:p>C</text:p></table:table-cell><table:covered-table-cell/>
</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>
<table:table-cell table:number-columns-repeated="2"><text:p>0</text:p></table:table-cell></table:table-row></table:table></office:text>"#,
        "=| A 1x2 | B⏎C 2x1 |\n | 1: 0 | 0 |",
    );
}

#[test]
fn the_cells_of_sheets_are_read_as_they_are_shown() {
    reads(
        r#"<office:spreadsheet><table:table table:style-name="T"><table:table-row><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:table>
<table:table><table:table-row><table:table-cell><text:p>标题</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
<table:table-row><table:table-cell table:style-name="B" table:number-columns-spanned="2"><text:p>A</text:p></table:table-cell><table:covered-table-cell table:style-name="B"/>
<table:table-cell table:style-name="B" office:value="0.5"><text:p>1</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:style-name="B" table:number-columns-repeated="3"><text:p>0</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet>"#,
        "[Hidden no]\n标题\n=| A 2x1 | 1 |\n | 0 | 0 | 0 |",
    );
}

#[test]
fn a_package_with_a_password_asks_for_it() {
    let packed = zipped(&[
        (
            "META-INF/manifest.xml",
            "<manifest><encryption-data/></manifest>",
        ),
        ("content.xml", "x"),
    ]);
    assert_eq!(
        read(&packed, &mut Budget::default()),
        Err(ReadError::Encrypted)
    );
}
