//! What all office files have in common: a zip of parts, the properties of the document, and what it carries unprinted.

use std::io::{Cursor, Write};

use nianbao_core::report::Report;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::xml::escape;
use nianbao_core::unprinted;

/// The beginning of every part.
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The parts of an office document with those that every one of ours has.
pub(super) fn zipped(report: &Report, parts: &[(&str, &str)]) -> Vec<u8> {
    let (properties, custom) = (properties(report), custom(report));
    let common = [
        ("docProps/core.xml", properties.as_str()),
        ("customXml/item1.xml", custom.as_str()),
    ];
    let parts: Vec<_> = (parts.iter().chain(&common))
        .map(|(name, part)| (*name, part.as_bytes()))
        .collect();
    archive(&parts)
}

/// The parts of a document that holds lists and no report.
pub(super) fn listed(title: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let properties = core_properties(title, "");
    let custom = format!("{XML}<lists/>\n");
    let common = [
        ("docProps/core.xml", properties.as_str()),
        ("customXml/item1.xml", custom.as_str()),
    ];
    let parts: Vec<_> = (parts.iter().chain(&common))
        .map(|(name, part)| (*name, part.as_bytes()))
        .collect();
    archive(&parts)
}

/// Parts in an archive, with a fixed date: the same parts give the same bytes.
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, options)
            .and_then(|()| Ok(zip.write_all(part)?))
            .expect("some small parts fit in memory");
    }
    zip.finish()
        .expect("some small parts fit in memory")
        .into_inner()
}

/// What the printed page does not show, in the place where office programs keep the data of others.
fn custom(report: &Report) -> String {
    let name = unprinted::NAME;
    format!(
        "{XML}<{name}>{}</{name}>\n",
        escape(&unprinted::write(report)),
    )
}

/// What file managers and document systems show: title and author.
fn properties(report: &Report) -> String {
    core_properties(&report.printed_title(), report.organ.name.trim())
}

fn core_properties(title: &str, author: &str) -> String {
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title>
<dc:creator>{author}</dc:creator>
<dc:language>zh-CN</dc:language>
</cp:coreProperties>
"#,
        title = escape(title),
        author = escape(author),
    )
}
