//! Word documents: our own OOXML in a zip, since no crate expresses what GB/T 9704 needs (`firstLineChars`, `tblHeader`).
//!
//! Type sizes, fonts and indents are styles in `docx/styles.xml`; [`body`] only names them.

use std::io::{Cursor, Write};

use nianbao_core::report::Report;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::unprinted;
use crate::xml::escape;

mod body;

/// Parts that are the same for every report.
const FIXED_PARTS: [(&str, &str); 8] = [
    (
        "[Content_Types].xml",
        include_str!("docx/content_types.xml"),
    ),
    ("_rels/.rels", include_str!("docx/package.rels")),
    (
        "word/_rels/document.xml.rels",
        include_str!("docx/document.rels"),
    ),
    ("word/styles.xml", include_str!("docx/styles.xml")),
    ("word/settings.xml", include_str!("docx/settings.xml")),
    ("word/font-table.xml", include_str!("docx/font-table.xml")),
    ("word/footer-odd.xml", include_str!("docx/footer-odd.xml")),
    ("word/footer-even.xml", include_str!("docx/footer-even.xml")),
];

/// Writes a report as a Word document.
pub(super) fn write(report: &Report) -> Vec<u8> {
    // A fixed date: the same report gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let own_parts = [
        ("docProps/core.xml", properties(report)),
        ("word/document.xml", body::write(report)),
        ("customXml/item1.xml", custom(report)),
    ];
    let own_parts = own_parts.iter().map(|(name, part)| (*name, part.as_str()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in FIXED_PARTS.into_iter().chain(own_parts) {
        zip.start_file(name, options)
            .and_then(|()| Ok(zip.write_all(part.as_bytes())?))
            .expect("a few small parts fit in memory");
    }
    zip.finish()
        .expect("a few small parts fit in memory")
        .into_inner()
}

/// What the printed page does not show, in the place where Word keeps the data of others.
fn custom(report: &Report) -> String {
    let name = unprinted::NAME;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{name}>{}</{name}>\n",
        escape(&unprinted::write(report)),
    )
}

/// What file managers and document systems show: title and author.
fn properties(report: &Report) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title>
<dc:creator>{author}</dc:creator>
</cp:coreProperties>
"#,
        title = escape(&report.printed_title()),
        author = escape(report.organ.name.trim()),
    )
}
