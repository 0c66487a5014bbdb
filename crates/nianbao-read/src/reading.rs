//! What was read: the report, and for every figure where it came from and how sure that is.

use nianbao_core::figure::{Figure, State};
use nianbao_core::form::Cell;
use nianbao_core::report::Report;
use nianbao_core::saved::Opened;

/// A report as it was understood, shown to a clerk before it is taken over.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// What was understood. Its year is 0 where none was found.
    pub report: Report,
    /// Last year's report, where a draft holds one.
    pub previous: Option<Report>,
    /// What kind of document it was.
    pub kind: Kind,
    /// One for each cell of the report's form, in printed order.
    pub sources: Vec<Source>,
    /// One for each section of the report's form: its heading as found.
    pub sections: Vec<Option<String>>,
    /// Whole Chinese sentences about what was not understood.
    pub remarks: Vec<String>,
    /// Text that found no place in the report, in reading order.
    pub unread: Vec<String>,
}

impl Reading {
    /// A saved report, every figure of which is what was saved.
    pub(super) fn of_saved(opened: Opened) -> Reading {
        let Opened {
            report,
            previous,
            remarks,
        } = opened;
        let source = |cell| Source {
            cell,
            confidence: Confidence::Read,
            snippet: report.figure(cell).to_string(),
            place: "草稿文件".to_owned(),
        };
        let sections = report
            .form
            .edition
            .sections
            .iter()
            .map(|section| Some(section.title.to_owned()));
        Reading {
            kind: Kind::Report,
            sources: report.form.cells().map(source).collect(),
            sections: sections.collect(),
            remarks,
            unread: Vec::new(),
            report,
            previous,
        }
    }

    /// How many of the form's figures were found, blank ones included.
    pub fn n_found(&self) -> usize {
        self.sources
            .iter()
            .filter(|source| !matches!(source.confidence, Confidence::NotFound(_)))
            .count()
    }

    /// The report as a draft: it prints the official headings, and what was guessed is doubted until somebody has looked.
    pub fn as_draft(&self) -> Report {
        let mut report = self.report.clone();
        report.headings.clear();
        for source in self.doubtful() {
            // What was not found at all is blank, and listed as such.
            if let Confidence::Guessed(reason) = &source.confidence {
                let doubt = format!("{reason}（原文“{}”）", source.snippet);
                report.doubts.insert(source.cell, doubt);
            }
        }
        report
    }

    /// What stands in each cell of the source, in printed order, and which kind of answer that is.
    ///
    /// A total that our own draft leaves to be added up is printed; one that the source leaves blank or lacks is not.
    pub fn figures(&self) -> impl Iterator<Item = (&Source, Figure, State)> {
        let shown = self.report.all_shown();
        self.sources.iter().map(move |source| {
            let is_blank = self.report.figure(source.cell).is_blank();
            match &source.confidence {
                Confidence::Guessed(_) if is_blank => (source, Figure::Blank, State::Blank),
                Confidence::NotFound(_) if is_blank => (source, Figure::Blank, State::Absent),
                _ => {
                    let figure = shown[source.cell.index()].clone();
                    let state = figure.state();
                    (source, figure, state)
                }
            }
        })
    }

    /// The figures a person should look at: guessed or not found, in printed order.
    pub fn doubtful(&self) -> impl Iterator<Item = &Source> {
        self.sources
            .iter()
            .filter(|source| source.confidence != Confidence::Read)
    }
}

/// What kind of document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A report on the edition of the reading's form.
    Report,
    /// The form with nothing filled in.
    Template,
    /// Figures of another period than a year, such as half-year statistics.
    OtherPeriod,
    /// A report from before the uniform format; it has none of its tables.
    Older,
}

impl Kind {
    /// The word used in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Report => "report",
            Kind::Template => "template",
            Kind::OtherPeriod => "other-period",
            Kind::Older => "older",
        }
    }

    /// What has to be said of a document that is no report on a form we know.
    pub fn remark(self) -> Option<&'static str> {
        match self {
            Kind::Report => None,
            Kind::Template => Some("这是一份空白的格式，还没有填写数据。"),
            Kind::OtherPeriod => Some("标题写明是半年或季度的统计，不是全年的年度报告。"),
            Kind::Older => {
                Some("这是2019年以前的年度报告，当时还没有统一格式，数据无法对应到现在的表格。")
            }
        }
    }
}

/// Where a figure came from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The figure's cell.
    pub cell: Cell,
    /// How sure it is.
    pub confidence: Confidence,
    /// The text as found: the figure's own, or all of its row where the figure could not be told.
    pub snippet: String,
    /// Where that stands, in words.
    pub place: String,
}

/// How sure a figure is; the reasons are Chinese phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read under its official row and column, or under nearly official ones and confirmed by the form's equations.
    Read,
    /// Read with a guess.
    Guessed(String),
    /// Not found, or found in a way that does not tell which figure is which. The report's figure is blank.
    NotFound(String),
}

impl Confidence {
    /// The word used in machine-readable output.
    pub fn key(&self) -> &'static str {
        match self {
            Confidence::Read => "read",
            Confidence::Guessed(_) => "guessed",
            Confidence::NotFound(_) => "not-found",
        }
    }

    /// Why it is doubtful; empty where it is not.
    pub fn reason(&self) -> &str {
        match self {
            Confidence::Read => "",
            Confidence::Guessed(reason) | Confidence::NotFound(reason) => reason,
        }
    }
}
