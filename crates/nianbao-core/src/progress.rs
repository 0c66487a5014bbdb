//! How far a report is: the state of each of its parts, for the list at the left of the page.

use crate::form::Form;
use crate::judgement::Judgement;
use crate::judgement::Severity;
use crate::report::Report;
use crate::spot::Spot;

/// A part of a report that is filled in by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Organ, year, title, opening paragraph, signature and date.
    Header,
    /// One of the six sections, by position in the edition.
    Section(usize),
}

impl Part {
    /// All parts of a form, the header first.
    pub fn all(form: &Form) -> impl Iterator<Item = Part> + use<> {
        [Part::Header]
            .into_iter()
            .chain((0..form.edition.sections.len()).map(Part::Section))
    }

    /// Its name where there is little room.
    pub fn short(self, form: &Form) -> &'static str {
        match self {
            Part::Header => "基本信息",
            Part::Section(section) => form.edition.sections[section].short,
        }
    }

    /// The part that a place belongs to.
    pub fn of(form: &Form, spot: Spot) -> Part {
        match spot {
            Spot::Field(_) => Part::Header,
            Spot::Cell(cell) => Part::Section(form.tables[form.place(cell).table].section),
            Spot::Text(text) => Part::Section(form.texts[text.index()].section),
        }
    }
}

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is filled in.
    Untouched,
    /// Something is filled in, something is missing.
    Started,
    /// Something that is filled in contradicts the form or the rest of the report.
    Faulty,
    /// Nothing is missing and nothing is wrong.
    Complete,
}

impl Progress {
    /// The word shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Progress::Untouched => "未填写",
            Progress::Started => "填写中",
            Progress::Faulty => "有问题",
            Progress::Complete => "已完成",
        }
    }

    /// How far a part of a report is, given the judgement of the whole.
    pub fn of(report: &Report, judgement: &Judgement, part: Part) -> Progress {
        let form = report.form;
        let open = judgement
            .findings
            .iter()
            .filter(|finding| finding.is_open());
        let mut own = open.filter(|finding| {
            finding
                .spots
                .first()
                .is_some_and(|&spot| Part::of(form, spot) == part)
        });
        let is_untouched = match part {
            Part::Header => [
                &report.organ.name,
                &report.preamble,
                &report.signature,
                &report.date,
            ]
            .iter()
            .all(|field| field.trim().is_empty()),
            Part::Section(section) => {
                form.texts_of(section)
                    .all(|text| report.text(text).trim().is_empty())
                    && form
                        .tables_of(section)
                        .flat_map(|table| table.cells())
                        .all(|cell| report.figure(cell).is_blank())
            }
        };
        if is_untouched {
            Progress::Untouched
        } else if own
            .clone()
            .any(|finding| finding.is_wrong() && finding.severity == Severity::Error)
        {
            Progress::Faulty
        } else if own.any(|finding| !finding.is_wrong()) {
            Progress::Started
        } else {
            Progress::Complete
        }
    }
}
