//! A report: what one organ filled in for one year, on one form.

use std::collections::BTreeMap;

use crate::figure::Figure;
use crate::form::{Cell, Form, TextId, Total};
use crate::judgement::Explanation;
use crate::local::Local;
pub use crate::organ::{Level, Organ, OrganKind};

mod difference;
mod linked;
mod note;
mod on_form;
mod search;

pub use difference::excerpts;
pub use note::Note;

/// One annual report, finished or not. Everything typed is kept as it was understood, nothing is derived into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The form it is written on; it keeps it for ever.
    pub form: &'static Form,
    /// Who reports.
    pub organ: Organ,
    /// The year reported on, if it is known.
    pub year: Option<u16>,
    /// The title as typed; blank means [`Report::standard_title`].
    pub title: String,
    /// The paragraph before 一、总体情况.
    pub preamble: String,
    /// The name under the report; blank where none is printed.
    pub signature: String,
    /// The date under the report (成文日期), as typed.
    pub date: String,
    /// Section headings as found in a published source, in its order; empty for a report written here.
    pub headings: Vec<String>,
    /// What a local notice asks for beyond the form.
    pub local: Local,
    /// Why findings were set aside.
    pub notes: Vec<Note>,
    /// Figures that were read with a guess, each with its source and the reason, until somebody fills in or confirms them.
    pub doubts: BTreeMap<Cell, String>,
    /// Sentences that an aid made, as they were inserted, by the aid's id.
    pub linked: BTreeMap<String, String>,
    figures: Vec<Figure>,
    texts: Vec<String>,
}

/// What stands in a text where something is not known: a gap to be filled in, which a rule finds.
pub const GAP: &str = "＿＿";

/// The sentences of the customary opening paragraph, with braces around what depends on the report.
pub const STANDARD_PREAMBLE: [&str; 2] = [
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和{格式}的规定，编制并公布{机关}{年}年政府信息公开工作年度报告。",
    "本报告中所列数据的统计期限自{年}年1月1日起至{年}年12月31日止。",
];

/// A total with its terms and what they come to.
#[derive(Clone, Debug)]
pub struct Sum<'a> {
    /// The total that is explained.
    pub total: &'a Total,
    /// Every term as shown, in printed order.
    pub terms: Vec<(Cell, Figure)>,
}

impl Sum<'_> {
    /// The sum, or none while a term has no number.
    pub fn value(&self) -> Option<i64> {
        self.terms.iter().map(|(_, figure)| figure.number()).sum()
    }

    /// The sum of the terms that have a number.
    pub fn subtotal(&self) -> i64 {
        self.terms
            .iter()
            .filter_map(|(_, figure)| figure.number())
            .sum()
    }

    /// The terms without a number, in printed order.
    pub fn missing(&self) -> impl Iterator<Item = Cell> + '_ {
        self.terms
            .iter()
            .filter(|(_, figure)| figure.number().is_none())
            .map(|(cell, _)| *cell)
    }
}

impl Report {
    /// An empty report on this year, if it is known.
    pub fn new(form: &'static Form, year: impl Into<Option<u16>>) -> Report {
        Report {
            form,
            organ: Organ::default(),
            year: year.into(),
            title: String::new(),
            preamble: String::new(),
            signature: String::new(),
            date: String::new(),
            headings: Vec::new(),
            local: Local::default(),
            notes: Vec::new(),
            doubts: BTreeMap::new(),
            linked: BTreeMap::new(),
            figures: vec![Figure::Blank; form.n_cells()],
            texts: vec![String::new(); form.texts.len()],
        }
    }

    /// The figure that was filled in. For a 总计, blank means that it is computed.
    pub fn figure(&self, cell: Cell) -> &Figure {
        &self.figures[cell.index()]
    }

    /// Fills in a figure; a doubt about what stood there is settled by it.
    pub fn set_figure(&mut self, cell: Cell, figure: Figure) {
        self.doubts.remove(&cell);
        self.figures[cell.index()] = figure;
    }

    /// Reads and fills in what was typed in a cell.
    pub fn type_figure(&mut self, cell: Cell, typed: &str) {
        self.set_figure(cell, Figure::parse(typed, self.form.unit(cell)));
    }

    /// The report with the changes that an explanation offers; the caller keeps the old one for undoing.
    pub fn with_changes(&self, explanation: &Explanation) -> Report {
        let mut report = self.clone();
        for change in &explanation.changes {
            report.type_figure(change.cell, &change.number.to_string());
        }
        report
    }

    /// The text of a section or topic.
    pub fn text(&self, text: TextId) -> &str {
        &self.texts[text.index()]
    }

    /// Replaces the text of a section or topic.
    pub fn set_text(&mut self, text: TextId, content: impl Into<String>) {
        self.texts[text.index()] = content.into();
    }

    /// All prose of a section with its sub-headings, as printed.
    pub fn prose(&self, section: usize) -> String {
        let mut prose = String::new();
        for id in self.form.texts_of(section) {
            let text = self.text(id);
            if text.trim().is_empty() {
                continue;
            }
            if let Some(topic) = self.form.texts[id.index()].topic {
                prose += topic.title;
                prose.push('\n');
            }
            prose += text;
            prose.push('\n');
        }
        prose
    }

    /// The title as printed: the one typed, else the standard one.
    pub fn printed_title(&self) -> String {
        match self.title.trim() {
            "" => self.standard_title(),
            title => title.to_owned(),
        }
    }

    /// `{机关名称}{年}年政府信息公开工作年度报告`; without the year where it is not known.
    pub fn standard_title(&self) -> String {
        let year = self.year.map(|year| format!("{year}年"));
        format!(
            "{}{}政府信息公开工作年度报告",
            self.organ.name.trim(),
            year.unwrap_or_default()
        )
    }

    /// The customary opening paragraph with organ and year filled in, offered as a starting text.
    pub fn standard_preamble(&self) -> String {
        STANDARD_PREAMBLE
            .concat()
            .replace("{机关}", self.organ.name.trim())
            .replace(
                "{年}",
                &self
                    .year
                    .map_or_else(|| GAP.to_owned(), |year| year.to_string()),
            )
            .replace("{格式}", self.form.edition.notice)
    }

    /// The year in digits; blank where it is not known.
    pub fn written_year(&self) -> String {
        self.year.map_or_else(String::new, |year| year.to_string())
    }

    /// Organ and year, as people call a report: 示例市教育局 2025年.
    pub fn short_title(&self) -> String {
        let organ = match self.organ.name.trim() {
            "" => "（未填机关名称）",
            organ => organ,
        };
        match self.year {
            Some(year) => format!("{organ} {year}年"),
            None => format!("{organ}（年度未填）"),
        }
    }

    /// The file name of the finished report, without its ending.
    pub fn file_name(&self) -> String {
        self.standard_title()
            .chars()
            .map(|c| {
                if c.is_control() || r#"\/:*?"<>|"#.contains(c) {
                    '_'
                } else {
                    c
                }
            })
            .collect()
    }

    /// What is printed in a cell: the figure filled in, or the computed total where none was typed.
    pub fn shown(&self, cell: Cell) -> Figure {
        self.shown_as(cell, self.number(cell))
    }

    /// What [`Report::shown`] says of every cell, each total added up once.
    pub fn all_shown(&self) -> Vec<Figure> {
        let cells = self.form.cells().zip(self.numbers());
        cells
            .map(|(cell, number)| self.shown_as(cell, number))
            .collect()
    }

    fn shown_as(&self, cell: Cell, number: Option<i64>) -> Figure {
        match self.figure(cell) {
            Figure::Blank => number.map_or(Figure::Blank, Figure::Count),
            figure => figure.clone(),
        }
    }

    /// The printed number of a cell, in 件 or fen: none for a blank, a placeholder or text that is no figure,
    /// nor for a computed total of which a term has no number.
    pub fn number(&self, cell: Cell) -> Option<i64> {
        self.number_by(cell, &mut |term| self.number(term))
    }

    /// What [`Report::number`] says of every cell, each total added up once.
    pub fn numbers(&self) -> Vec<Option<i64>> {
        let mut known = vec![None; self.form.n_cells()];
        self.form
            .cells()
            .map(|cell| self.number_knowing(cell, &mut known))
            .collect()
    }

    fn number_knowing(&self, cell: Cell, known: &mut [Option<Option<i64>>]) -> Option<i64> {
        if let Some(number) = known[cell.index()] {
            return number;
        }
        let number = self.number_by(cell, &mut |term| self.number_knowing(term, known));
        known[cell.index()] = Some(number);
        number
    }

    /// The number of a cell, by the numbers of the terms where it is an untyped total.
    fn number_by(&self, cell: Cell, number_of: &mut dyn FnMut(Cell) -> Option<i64>) -> Option<i64> {
        match self.figure(cell) {
            Figure::Blank => self.form.totals_at(cell).find_map(|total| {
                let mut terms = total.terms.iter();
                terms.try_fold(0, |sum, &term| Some(sum + number_of(term)?))
            }),
            figure => figure.number(),
        }
    }

    /// Adds up one total.
    pub fn add_up<'a>(&self, total: &'a Total) -> Sum<'a> {
        Sum {
            total,
            terms: total
                .terms
                .iter()
                .map(|&term| (term, self.shown(term)))
                .collect(),
        }
    }

    /// The sums a 总计 stands for: along its row, down its column, or both in the corner.
    pub fn sums(&self, cell: Cell) -> Vec<Sum<'_>> {
        self.form
            .totals_at(cell)
            .map(|total| self.add_up(total))
            .collect()
    }

    /// Whether a total shows what was computed rather than typed.
    pub fn is_computed(&self, cell: Cell) -> bool {
        self.figure(cell).is_blank() && self.form.is_total(cell)
    }

    /// Cells a clerk has to fill in that are blank, in printed order.
    pub fn blanks(&self) -> impl Iterator<Item = Cell> + '_ {
        self.form
            .cells()
            .filter(|&cell| self.figure(cell).is_blank() && !self.form.is_total(cell))
    }
}

#[cfg(test)]
mod tests;
