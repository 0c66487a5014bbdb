//! What a report holds and its printed document does not show, carried along in the documents we write.
//!
//! It is a saved report (docs/saved-format.md) without prose and without the figures that are typed:
//! what is printed always counts as it is printed, also where somebody changed it afterwards.

use crate::figure::Figure;
use crate::report::Report;
use crate::saved;

/// What documents call it: a `meta` element of web pages, a custom XML part of office documents.
pub const NAME: &str = "nianbao-report";

/// What documents say of themselves that must not be published; no part of the report, wherever they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Mark {
    /// The report is not final.
    Draft,
    /// The report was made to be looked at.
    Example,
}

impl Mark {
    /// The sentence at the top of the document.
    pub fn text(self) -> &'static str {
        match self {
            Mark::Draft => "草稿（未定稿，请勿发布）",
            Mark::Example => "示例（数据均为虚构，请勿发布）",
        }
    }

    /// Whether this is what a document says of itself.
    pub fn is_one(text: &str) -> bool {
        [Mark::Draft, Mark::Example]
            .iter()
            .any(|mark| mark.text() == text.trim())
    }
}

/// The sheet of our workbooks that computes from the others and holds nothing of the report.
pub const CHECKS_SHEET: &str = "勾稽核对";

/// What a document of this report has to carry along.
pub fn write(report: &Report) -> String {
    let mut carried = report.clone();
    carried.preamble.clear();
    for id in
        (0..report.form.edition.sections.len()).flat_map(|section| report.form.texts_of(section))
    {
        carried.set_text(id, "");
    }
    for cell in report
        .form
        .cells()
        .filter(|&cell| !report.form.is_total(cell))
    {
        carried.set_figure(cell, Figure::Blank);
    }
    carried.doubts.clone_from(&report.doubts);
    // Line ends of JSON are layout: those in its texts are escaped.
    saved::write(&carried).lines().map(str::trim).collect()
}

/// Reads what a document carried along; nothing if that is damaged, since the document can be read without it.
pub fn read(carried: &str) -> Option<Report> {
    saved::read(carried).ok().map(|opened| opened.report)
}

/// Completes a report that was read from print by what its document carried along.
pub fn restore(report: &mut Report, carried: &Report) {
    report.organ.kind = carried.organ.kind;
    report.local.clone_from(&carried.local);
    report.notes.clone_from(&carried.notes);
    report.doubts.clone_from(&carried.doubts);
    report.linked.clone_from(&carried.linked);
    report.organ.level = carried.organ.level;
    if report.title.is_empty() || report.title == carried.printed_title() {
        report.title.clone_from(&carried.title);
        report.organ.name.clone_from(&carried.organ.name);
        report.year = carried.year;
    }
    let official = report
        .form
        .edition
        .sections
        .iter()
        .map(|section| section.title);
    if official.eq(report.headings.iter().map(String::as_str)) {
        report.headings.clone_from(&carried.headings);
    }
    // A total that was computed when printed and still comes out the same is computed again.
    for total in report.form.totals.iter().rev() {
        let cell = total.cell;
        if carried.figure(cell).is_blank() {
            let printed = report.figure(cell).clone();
            report.set_figure(cell, Figure::Blank);
            if report.shown(cell).to_string() != printed.to_string() {
                report.set_figure(cell, printed);
            }
        }
    }
}
