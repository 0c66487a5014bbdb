//! Word documents: our own OOXML in a zip, since no crate expresses what GB/T 9704 needs (`firstLineChars`, `tblHeader`).
//!
//! Type sizes, fonts and indents are styles in `docx/styles.xml`; [`body`] only names them.

use nianbao_core::report::Report;

use super::lists::List;
use super::package;
use super::sheet::Piece;

mod body;
mod lists;

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

/// The header of every page, where the document bears a mark.
const MARK: &str = include_str!("docx/mark.xml");

/// Writes the review sheet of a report as a Word document.
pub(super) fn write_sheet(report: &Report, pieces: &[Piece]) -> Vec<u8> {
    document(report, &lists::write_sheet(pieces), None)
}

/// Writes a report as a Word document.
pub(super) fn write(report: &Report, mark: Option<&str>) -> Vec<u8> {
    document(report, &body::write(report, mark.is_some()), mark)
}

/// Writes lists as a Word document, one below the other.
pub(super) fn write_lists(title: &str, lists: &[List]) -> Vec<u8> {
    let (header, body) = (MARK.replace("{mark}", ""), lists::write_lists(title, lists));
    let own_parts = [("word/document.xml", &body[..]), ("word/mark.xml", &header)];
    package::listed(title, &[&FIXED_PARTS[..], &own_parts].concat())
}

fn document(report: &Report, body: &str, mark: Option<&str>) -> Vec<u8> {
    let header = MARK.replace("{mark}", mark.unwrap_or_default());
    let own_parts = [("word/document.xml", body), ("word/mark.xml", &header)];
    package::zipped(report, &[&FIXED_PARTS[..], &own_parts].concat())
}
