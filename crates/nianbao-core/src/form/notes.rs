//! Counting notes: what belongs in a place of the form and how it is counted, each with its evidence.
//!
//! They are declared beside their edition (`notes/e2021.rs`) and are not part of it: the page, which shows one at a time,
//! asks a program beside it and does not carry them all.

use serde::Serialize;

use super::{Form, Heading, HeadingKind, Line, TableForm};
use crate::spot::Field;

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

    /// What is to be known about a place of the page: the nearest note first.
    ///
    /// Places are named as the page names them: `cell-57`, `text-3`, `field-date`, `section-2`,
    /// and `heading-2-规章` for a heading of the tables in the third section.
    pub fn notes_on(&self, place: &str) -> Vec<&'static CountingNote> {
        let mut about = self.about(place);
        about.dedup();
        let notes = about.iter().flat_map(|on| {
            let is_about = move |note: &&CountingNote| note.on == *on;
            self.counting_notes().iter().filter(is_about)
        });
        notes.collect()
    }

    fn about(&self, place: &str) -> Vec<On> {
        let Some((kind, which)) = place.split_once('-') else {
            return Vec::new();
        };
        let index = which.parse::<usize>();
        match (kind, index) {
            ("field", _) => Field::of_key(which).map(On::Field).into_iter().collect(),
            ("section", Ok(index)) => self.about_section(index).into_iter().collect(),
            ("text", Ok(index)) => {
                let Some(text) = self.texts.get(index) else {
                    return Vec::new();
                };
                let noted =
                    |note: &&CountingNote| matches!(note.on, On::Text(key) if key == text.key);
                let own = self.counting_notes().iter().find(noted);
                let own = own.map(|note| note.on).into_iter();
                own.chain(self.about_section(text.section)).collect()
            }
            ("cell", Ok(index)) => self.cells().nth(index).map_or_else(Vec::new, |cell| {
                let place = self.place(cell);
                let table = &self.tables[place.table];
                let rows = self.about_line(table, &table.rows[place.row], On::Row);
                let columns = self.about_line(table, &table.columns[place.column], On::Column);
                let around = [On::Table(table.table.key)].into_iter();
                let around = around.chain(self.about_section(table.section));
                rows.into_iter().chain(columns).chain(around).collect()
            }),
            ("heading", _) => which
                .split_once('-')
                .map_or_else(Vec::new, |(section, label)| {
                    self.about_heading(section.parse().unwrap_or(usize::MAX), label)
                }),
            _ => Vec::new(),
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

    /// The notes on a place as JSON: a list of `about`, `says`, `evidence`, `source`.
    pub fn notes_as_json(&self, place: &str) -> String {
        let json = |note: &'static CountingNote| JsonNote {
            about: self.noted_place(note.on),
            says: note.says,
            evidence: note.evidence.name(),
            source: note.source,
        };
        let notes: Vec<_> = self.notes_on(place).into_iter().map(json).collect();
        serde_json::to_string(&notes).expect("strings always serialize")
    }
}

#[derive(Serialize)]
struct JsonNote {
    about: String,
    says: &'static str,
    evidence: &'static str,
    source: &'static str,
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

    fn about(place: &str) -> Vec<String> {
        let form = form();
        let notes = form.notes_on(place);
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
            let notes = form.notes_on(&format!("cell-{}", cell.index()));
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
        let about = about(&format!("cell-{}", cell.index()));
        assert_eq!(about[0], "8.属于行政查询事项");
        assert_eq!(about[1], "（三）不予公开");
        assert_eq!(
            about.last().map(String::as_str),
            Some("三、收到和处理政府信息公开申请情况")
        );
    }

    #[test]
    fn a_heading_leads_to_its_own_note_and_not_to_its_neighbours() {
        assert_eq!(about("heading-1-行政许可")[0], "行政许可");
        assert_eq!(
            about("heading-2-二、上年结转政府信息公开申请数量")[0],
            "二、上年结转政府信息公开申请数量"
        );
        assert_eq!(
            about("heading-2-（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
                [0],
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        );
        assert_eq!(about("heading-9-行政许可"), Vec::<String>::new());
        assert_eq!(about("field-date"), ["成文日期"]);
        assert_eq!(about("text-1")[0], "（一）主动公开");
        assert_eq!(about("text-77"), Vec::<String>::new());
        assert_eq!(about("organ-kind"), Vec::<String>::new());
    }
}
