//! Every report in tests/data/reports against its documents in tests/data/renderings.

use nianbao_write::{Format, write};

use crate::support::{golden, part, report, reports};

#[test]
fn every_report_is_printed_as_before() {
    for (name, report) in reports() {
        let html = String::from_utf8(write(&report, Format::Html)).expect("pages are UTF-8");
        golden(&format!("tests/data/renderings/{name}/page.html"), &html);
        let docx = write(&report, Format::Docx);
        let main = part(&docx, "word/document.xml");
        golden(&format!("tests/data/renderings/{name}/document.xml"), &main);
        let xlsx = write(&report, Format::Xlsx);
        let requests = part(&xlsx, "xl/worksheets/sheet3.xml");
        golden(
            &format!("tests/data/renderings/{name}/sheet.xml"),
            &requests,
        );
        for (format, file) in [(Format::Markdown, "text.md"), (Format::Svg, "picture.svg")] {
            let text = String::from_utf8(write(&report, format)).expect("text is UTF-8");
            golden(&format!("tests/data/renderings/{name}/{file}"), &text);
        }
    }
}

#[test]
fn every_report_on_file_is_as_the_program_saves_it() {
    for (name, report) in reports() {
        let json = String::from_utf8(write(&report, Format::Json)).expect("JSON is UTF-8");
        golden(&format!("tests/data/reports/{name}.json"), &json);
    }
}

#[test]
fn a_document_knows_its_title_and_author() {
    let docx = write(&report("quiet-bureau"), Format::Docx);
    let properties = part(&docx, "docProps/core.xml");
    assert!(properties.contains("<dc:title>示例市信访局2023年政府信息公开工作年度报告</dc:title>"));
    assert!(properties.contains("<dc:creator>示例市信访局</dc:creator>"));
}

#[test]
fn every_part_that_a_document_names_is_there_and_every_style_is_declared() {
    let docx = write(&report("busy-department"), Format::Docx);
    let xlsx = write(&report("busy-department"), Format::Xlsx);
    for document in [&docx, &xlsx] {
        let types = part(document, "[Content_Types].xml");
        for part_name in types.split("PartName=\"/").skip(1) {
            part(document, part_name.split('"').next().expect("a name"));
        }
    }
    let styles = part(&docx, "word/styles.xml");
    let main = part(&docx, "word/document.xml");
    for style in main.split("Style w:val=\"").skip(1) {
        let style = style.split('"').next().expect("a name");
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
}
