use super::*;
use crate::drawn::{drawn, zipped};

const ROOT: &str = "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>";

/// A text whose first character stands at a place, in a size of 4 mm.
fn text(x: f64, y: f64, attributes: &str, text: &str) -> String {
    format!(
        r#"<TextObject Boundary="{x} {y} 50 6" Size="4"><TextCode X="0" Y="4" {attributes}>{text}</TextCode></TextObject>"#
    )
}

fn line(x0: f64, y0: f64, x1: f64, y1: f64) -> String {
    let (width, height) = (x1 - x0, y1 - y0);
    format!(
        r#"<PathObject Boundary="{x0} {y0} {width} {height}"><AbbreviatedData>M 0 0 L {width} {height}</AbbreviatedData></PathObject>"#
    )
}

/// A table of one row with two cells.
fn table() -> String {
    [
        line(20.0, 40.0, 120.0, 40.0),
        line(20.0, 50.0, 120.0, 50.0),
        line(20.0, 40.0, 20.0, 50.0),
        line(70.0, 40.0, 70.0, 50.0),
        line(120.0, 40.0, 120.0, 50.0),
        text(22.0, 42.0, "", "规章"),
        text(72.0, 42.0, r#"DeltaX="g 1 2""#, "12"),
    ]
    .concat()
}

#[track_caller]
fn reads(page: &str, resources: &str, expected: &str) {
    let document = r#"<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>
        <DocumentRes>Res.xml</DocumentRes><TemplatePage ID="9" BaseLoc="Tpl.xml"/></CommonData>
        <Pages><Page ID="1" BaseLoc="Pages\Page_0\Content.xml"/></Pages></Document>"#;
    let template = format!(
        "<Page><Content><Layer>{}</Layer></Content></Page>",
        text(20.0, 60.0, "", "模板")
    );
    let page = format!(
        r#"<Page><Template TemplateID="9"/><Content><Layer>{page}</Layer></Content></Page>"#
    );
    let bytes = zipped(&[
        ("OFD.xml", ROOT),
        ("Doc_0/Document.xml", document),
        ("Doc_0/Tpl.xml", &template),
        (
            "Doc_0/Res.xml",
            &format!("<Res><CompositeGraphicUnits>{resources}</CompositeGraphicUnits></Res>"),
        ),
        ("Doc_0/Pages/Page_0/Content.xml", &page),
    ]);
    let page = read(&bytes, &mut Budget::default()).expect("a document");
    assert_eq!(drawn(&page), expected);
}

#[test]
fn characters_and_lines_make_tables_and_templates_are_drawn() {
    reads(&table(), "", "=| 规章 | 12 |\n模板");
}

#[test]
fn a_space_between_figures_parts_them() {
    let table = table().replace(r#""g 1 2">12<"#, r#""g 2 2">1 2<"#);
    reads(&table, "", "=| 规章 | 1 2 |\n模板");
}

#[test]
fn composite_objects_are_drawn_where_they_are_placed() {
    let unit = format!(
        r#"<CompositeGraphicUnit ID="5" Width="10" Height="10"><Content><PageBlock>{}</PageBlock></Content></CompositeGraphicUnit>"#,
        table()
    );
    reads(
        r#"<CompositeObject ResourceID="5" Boundary="10 10 100 100" CTM="0.5 0 0 0.5 0 0"/>"#,
        &unit,
        "=| 规章 | 12 |\n模板",
    );
}

#[test]
fn what_is_not_seen_is_no_text_and_no_line() {
    let hidden = r#"<TextObject Visible="false" Boundary="0 0 9 9" Size="4"><TextCode X="0" Y="4">不见</TextCode></TextObject>
        <PathObject Boundary="20 41 100 0" Stroke="false"><AbbreviatedData>M 0 0 L 100 0</AbbreviatedData></PathObject>"#;
    reads(
        &format!("{hidden}{}", table()),
        "",
        "[Hidden 不见]\n=| 规章 | 12 |\n模板",
    );
}

#[test]
fn pages_without_text_may_be_scanned() {
    let bytes = zipped(&[
        ("OFD.xml", ROOT),
        (
            "Doc_0/Document.xml",
            r#"<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>"#,
        ),
        (
            "Doc_0/P.xml",
            "<Page><Content><Layer><ImageObject/></Layer></Content></Page>",
        ),
    ]);
    assert_eq!(
        read(&bytes, &mut Budget::default()),
        Err(ReadError::Scanned)
    );
}
