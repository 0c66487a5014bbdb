//! Counting notes: what belongs in a place of the form and how it is counted, each with its evidence.
//!
//! They are declared beside their edition (`notes/e2021.rs`) and are not part of it: the page, which shows one at a time,
//! asks a program beside it and does not carry them all.

use serde::{Deserialize, Serialize};

use super::{Form, Heading, HeadingKind, Line, TableForm};
use crate::spot::{Field, Spot};

mod e2021;
mod page;

pub use page::page;

/// What is to be known before something is written in a place.
#[derive(Debug)]
pub struct CountingNote {
    /// The place.
    pub on: On,
    /// What belongs there and how it is counted, in our words; official wording stands in “”.
    pub says: &'static str,
    /// What kind of source says so.
    pub evidence: Evidence,
    /// The article, the notice, or where the practice was seen.
    pub source: &'static str,
}

/// What a note is about, by the keys of the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A field before or after the sections.
    Field(Field),
    /// A section.
    Section(&'static str),
    /// A topic of a section.
    Text(&'static str),
    /// A whole table.
    Table(&'static str),
    /// A row, or a group of rows, of a table.
    Row(&'static str, &'static str),
    /// A column, or a group of columns, of a table.
    Column(&'static str, &'static str),
}

/// What a reader asks notes about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Noted {
    /// A place that is filled in.
    Place(Spot),
    /// A section, by its position in the edition.
    Section(usize),
    /// A heading of the tables in a section: its position, and the wording.
    Heading(usize, String),
}

/// What kind of source a note has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Law or administrative regulation.
    Statute,
    /// A notice of the State Council's office: the uniform format, the fee rules, answers to localities.
    Notice,
    /// No sentence says so, but it follows from the form.
    Derived,
    /// What local notices ask and published reports do.
    Practice,
}

impl Evidence {
    /// The word shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Statute => "法规",
            Evidence::Notice => "文件",
            Evidence::Derived => "由格式推出",
            Evidence::Practice => "惯例",
        }
    }
}

impl Form {
    /// The counting notes of this edition, in printed order; none where we know none.
    pub fn counting_notes(&self) -> &'static [CountingNote] {
        match self.edition.year {
            2021 => e2021::NOTES,
            _ => &[],
        }
    }

    /// What is to be known about something: the nearest note first.
    pub fn notes_on(&self, about: &Noted) -> Vec<&'static CountingNote> {
        let mut about = self.about(about);
        about.dedup();
        let notes = about.iter().flat_map(|on| {
            let is_about = move |note: &&CountingNote| note.on == *on;
            self.counting_notes().iter().filter(is_about)
        });
        notes.collect()
    }

    fn about(&self, about: &Noted) -> Vec<On> {
        match about {
            Noted::Place(Spot::Field(field)) => vec![On::Field(*field)],
            Noted::Place(Spot::Text(text)) => {
                let text = &self.texts[text.index()];
                let noted =
                    |note: &&CountingNote| matches!(note.on, On::Text(key) if key == text.key);
                let own = self.counting_notes().iter().find(noted);
                let own = own.map(|note| note.on).into_iter();
                own.chain(self.about_section(text.section)).collect()
            }
            Noted::Place(Spot::Cell(cell)) => {
                let place = self.place(*cell);
                let table = &self.tables[place.table];
                let rows = self.about_line(table, &table.rows[place.row], On::Row);
                let columns = self.about_line(table, &table.columns[place.column], On::Column);
                let around = [On::Table(table.table.key)].into_iter();
                let around = around.chain(self.about_section(table.section));
                rows.into_iter().chain(columns).chain(around).collect()
            }
            Noted::Section(index) => self.about_section(*index).into_iter().collect(),
            Noted::Heading(section, label) => self.about_heading(*section, label),
        }
    }

    fn about_section(&self, index: usize) -> Option<On> {
        let section = self.edition.sections.get(index)?;
        Some(On::Section(section.key))
    }

    /// Notes on a line and on the groups it stands in, the nearest first.
    fn about_line(
        &self,
        table: &TableForm,
        line: &Line,
        on: fn(&'static str, &'static str) -> On,
    ) -> Vec<On> {
        let notes = self.counting_notes().iter().map(|note| note.on);
        let mut about: Vec<_> = notes
            .filter(|&about| {
                let (On::Row(key, path) | On::Column(key, path)) = about else {
                    return false;
                };
                let is_above = line.path.strip_prefix(path);
                let is_above =
                    is_above.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
                about == on(key, path) && key == table.table.key && is_above
            })
            .collect();
        about.sort_by_key(|about| match about {
            On::Row(_, path) | On::Column(_, path) => std::cmp::Reverse(path.len()),
            _ => std::cmp::Reverse(0),
        });
        about
    }

    /// What a heading of this wording stands over, in the tables of a section; their own notes behind it.
    fn about_heading(&self, section: usize, label: &str) -> Vec<On> {
        let is_its = |note: &&CountingNote| match note.on {
            On::Table(key) => self.table(key).is_some_and(|table| {
                table.section == section
                    && [table.table.banner, table.table.corner].contains(&label)
            }),
            On::Row(key, path) | On::Column(key, path) => {
                let is_row = matches!(note.on, On::Row(..));
                self.table(key).is_some_and(|table| {
                    let headings = if is_row {
                        table.table.rows
                    } else {
                        table.table.columns
                    };
                    let heading = heading(headings, path);
                    table.section == section
                        && heading.is_some_and(|heading| heading.label == label)
                })
            }
            On::Field(_) | On::Section(_) | On::Text(_) => false,
        };
        let its = self.counting_notes().iter().filter(is_its);
        its.map(|note| note.on)
            .chain(self.about_section(section))
            .collect()
    }

    /// The official wording of what a note is about.
    pub fn noted_place(&self, on: On) -> String {
        let line = |headings, path| heading(headings, path).map_or("", |heading| heading.label);
        let table = |key: &str| self.table(key).map(|table| table.table);
        match on {
            On::Field(field) => field.name().to_owned(),
            On::Section(key) => {
                let section = self.section(key).map(|idx| &self.edition.sections[idx]);
                section.map_or("", |section| section.title).to_owned()
            }
            On::Text(key) => {
                let text = self
                    .text(key)
                    .and_then(|text| self.texts[text.index()].topic);
                text.map_or("", |topic| topic.title).to_owned()
            }
            On::Table(key) => table(key)
                .map_or("", |table| match table.banner {
                    "" => table.corner,
                    banner => banner,
                })
                .to_owned(),
            On::Row(key, path) => table(key)
                .map_or("", |table| line(table.rows, path))
                .to_owned(),
            On::Column(key, path) => table(key)
                .map_or("", |table| line(table.columns, path))
                .to_owned(),
        }
    }
}

/// The heading with this path.
fn heading(headings: &'static [Heading], path: &str) -> Option<&'static Heading> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let found = headings.iter().find(|heading| heading.key == first)?;
    match (rest, &found.kind) {
        ("", _) => Some(found),
        (rest, HeadingKind::Group(children)) => heading(children, rest),
        _ => None,
    }
}

/// Whether the edition has what a note is about.
#[cfg(test)]
fn exists(form: &Form, on: On) -> bool {
    match on {
        On::Field(_) => true,
        On::Section(key) => form.section(key).is_some(),
        On::Text(key) => form
            .text(key)
            .is_some_and(|text| form.texts[text.index()].topic.is_some()),
        On::Table(key) => form.table(key).is_some(),
        On::Row(key, path) => form
            .table(key)
            .is_some_and(|table| heading(table.table.rows, path).is_some()),
        On::Column(key, path) => form
            .table(key)
            .is_some_and(|table| heading(table.table.columns, path).is_some()),
    }
}

/// The text of a section that stands for the section itself has no note of its own.
#[cfg(test)]
fn is_section(form: &Form, key: &str) -> bool {
    form.section(key).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> &'static Form {
        Form::for_year(2025)
    }

    fn about(asked: Noted) -> Vec<String> {
        let form = form();
        let notes = form.notes_on(&asked);
        notes.iter().map(|note| form.noted_place(note.on)).collect()
    }

    #[test]
    fn every_note_is_about_something_the_edition_has() {
        for form in super::super::FORMS.iter() {
            for note in form.counting_notes() {
                assert!(exists(form, note.on), "{:?}", note.on);
                assert!(note.says.ends_with('。'), "{}", note.says);
                assert!(!note.source.is_empty());
            }
        }
    }

    #[test]
    fn every_section_every_topic_and_every_cell_has_a_note_of_its_own() {
        let form = form();
        for section in form.edition.sections {
            let is_its = |note: &CountingNote| note.on == On::Section(section.key);
            assert!(form.counting_notes().iter().any(is_its), "{}", section.key);
        }
        for text in &form.texts {
            let is_its = |note: &CountingNote| matches!(note.on, On::Text(key) if key == text.key);
            let has_own = form.counting_notes().iter().any(is_its);
            assert!(has_own || is_section(form, &text.key), "{}", text.key);
        }
        for cell in form.cells() {
            let notes = form.notes_on(&Noted::Place(Spot::Cell(cell)));
            let is_line = |note: &&CountingNote| matches!(note.on, On::Row(..) | On::Column(..));
            assert!(notes.iter().any(is_line), "{}", form.name(cell));
        }
    }

    #[test]
    fn the_nearest_note_comes_first() {
        let form = form();
        let cell = form
            .cell(
                "requests",
                "handled/withheld/administrative-inquiry",
                "requester/natural-person",
            )
            .expect("in the form");
        let about = about(Noted::Place(Spot::Cell(cell)));
        assert_eq!(about[0], "8.属于行政查询事项");
        assert_eq!(about[1], "（三）不予公开");
        assert_eq!(
            about.last().map(String::as_str),
            Some("三、收到和处理政府信息公开申请情况")
        );
    }

    #[test]
    fn a_heading_leads_to_its_own_note_and_not_to_its_neighbours() {
        let heading = |section, label: &str| about(Noted::Heading(section, label.to_owned()));
        assert_eq!(heading(1, "行政许可")[0], "行政许可");
        let carried = "二、上年结转政府信息公开申请数量";
        assert_eq!(heading(2, carried)[0], carried);
        let corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
        assert_eq!(heading(2, corner)[0], corner);
        assert_eq!(heading(9, "行政许可"), Vec::<String>::new());
        assert_eq!(about(Noted::Section(9)), Vec::<String>::new());
        let date = Noted::Place(Spot::Field(Field::Date));
        assert_eq!(about(date), ["成文日期"]);
        let proactive = form().text("overview/proactive").expect("in the form");
        let proactive = Noted::Place(Spot::Text(proactive));
        assert_eq!(about(proactive)[0], "（一）主动公开");
    }
}
