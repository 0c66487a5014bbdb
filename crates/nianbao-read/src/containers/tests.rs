use super::*;

fn name_of(name: &str, bytes: &[u8]) -> Result<&'static str, ReadError> {
    container(name, bytes).map(|container| container.kind.name)
}

#[test]
fn content_counts_before_the_name() {
    for (name, bytes, expected) in [
        (
            "报告.doc",
            &b"PK\x03\x04................\0\0\0\0\0\0\x11\0\0\0word/document.xml"[..],
            Ok(docx::CONTAINER.kind.name),
        ),
        (
            "报告.docx",
            b"PK\x03\x04................\0\0\0\0\0\0\x0F\0\0\0xl\\workbook.xml",
            Ok(xlsx::CONTAINER.kind.name),
        ),
        ("报告.txt", b"%PDF-1.7", Ok(pdf::CONTAINER.kind.name)),
        (
            "报告.doc",
            b"<html xmlns:o=\"urn\">",
            Ok(html::CONTAINER.kind.name),
        ),
        (
            "报告.txt",
            b"\xEF\xBB\xBF {\"format\": 1}",
            Ok(json::CONTAINER.kind.name),
        ),
        (
            "报告.txt",
            "一、总体情况".as_bytes(),
            Ok(text::CONTAINER.kind.name),
        ),
        ("报告.docx", b"\xFF\xD8\xFF\xE0", Err(ReadError::Image)),
    ] {
        assert_eq!(name_of(name, bytes), expected, "{name}");
    }
}

#[test]
fn a_name_that_claims_another_kind_of_file_is_told() {
    let said = |name| misnamed(name, &html::CONTAINER.kind);
    assert_eq!(said("年报.html"), None);
    assert_eq!(said("年报.HTM"), None);
    assert_eq!(said("年报"), None);
    assert_eq!(said("年报.2025"), None);
    assert_eq!(
        said("年报.docx").as_deref(),
        Some("文件名以 .docx 结尾，应是Word 文档，内容却是网页；已按内容读取。")
    );
}

#[test]
fn no_two_kinds_of_file_share_a_name_or_an_ending() {
    let names: Vec<_> = READABLE.iter().map(|kind| kind.name).collect();
    let all_endings = READABLE.iter().flat_map(|kind| kind.endings);
    let all_endings: Vec<_> = all_endings.map(|ending| (*ending).to_owned()).collect();
    for words in [names.into_iter().map(str::to_owned).collect(), all_endings] {
        let mut unique: Vec<String> = words.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), words.len());
    }
}

#[test]
fn each_kind_that_people_are_told_of_has_its_reader() {
    let kinds: Vec<_> = CONTAINERS.iter().map(|container| container.kind).collect();
    assert_eq!(kinds, READABLE);
}
