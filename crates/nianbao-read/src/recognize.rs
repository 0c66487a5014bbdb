//! From page to report: headings, prose and figures are known by their official wording, whatever container they came in.
//!
//! Tables with geometry are read by row and column wherever they stand; cells without it are read between the headings
//! of the table sections. Nothing is derived and nothing is dropped: what finds no place is listed.

use std::borrow::Cow;

use nianbao_core::form::Content;
use nianbao_core::report::Report;

use super::ReadError;
use super::page::Page;
use super::reading::{Kind, Reading};
use nianbao_core::unprinted;

mod edition;
mod figures;
mod front;
mod glued;
mod grid;
mod header;
mod items;
mod labels;
mod loose;
mod prose;
mod remarks;
mod row;
mod sections;
mod several;
mod table;
mod wording;

use figures::Figures;
use front::{Closing, Front};
use items::Item;
use labels::Labels;
use loose::Token;
use sections::Located;

/// Lines of one section that may be loose cells; the form's largest table has about 250.
const MAX_LOOSE: usize = 10_000;

/// What was found so far, beside sections.
struct Found {
    figures: Figures,
    /// The item that is being read.
    item: usize,
    /// Texts without a place, by the item they stand in.
    unread: Vec<(usize, String)>,
    /// Rows with numbers that are none of the form's.
    rows: Vec<String>,
    /// Columns with numbers that are none of the form's, by heading.
    columns: Vec<String>,
    /// What was printed as one row and is several in the form, a sentence each.
    groups: Vec<String>,
    /// Sentences among the tables of the section that is being read.
    sentences: Vec<String>,
}

impl Found {
    fn note_unread(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.unread.push((self.item, text.to_owned()));
        }
    }

    /// Notes what stands beside the figures of the item that was read.
    fn note_left(&mut self) {
        let left = self.figures.left.drain(..);
        self.unread.extend(left.map(|text| (self.item, text)));
    }

    /// Notes a sentence that stands among tables.
    fn note_sentence(&mut self, text: &str) {
        self.sentences.push(text.trim().to_owned());
    }

    fn note_row(&mut self, line: String) {
        self.note_unread(&line);
        self.rows.push(line);
    }

    fn note_column(&mut self, heading: &str) {
        // Only some are told one by one; the others are counted, each as often as it comes.
        let is_told = self.columns.len() > remarks::MAX_REMARKS_OF_A_KIND;
        if is_told || !self.columns.iter().any(|known| known == heading) {
            self.columns.push(heading.to_owned());
        }
    }
}

/// Makes of a page what it says of a report.
///
/// # Errors
/// [`ReadError::NotAReport`], if nothing of an annual report is in it.
pub(super) fn recognize(page: &Page) -> Result<Reading, ReadError> {
    let own = page.unprinted.as_deref().and_then(unprinted::read);
    let (mut items, mut left_out) = items::items_of(&page.blocks, own.is_some());
    let others = match &own {
        None => several::second(&items),
        Some(_) => None,
    };
    let n_items = items.len();
    let others = items.split_off(others.unwrap_or(n_items));
    let of_others = others.iter().flat_map(Item::lines);
    left_out.extend(of_others.map(|line| (n_items, line)));
    let form = own
        .as_ref()
        .map_or_else(|| items::form_of(&items), |own| own.form);
    let labels = Labels::new(form);
    let mut found = Found {
        figures: Figures::new(form, own.is_some()),
        item: 0,
        unread: left_out,
        rows: Vec::new(),
        columns: Vec::new(),
        groups: Vec::new(),
        sentences: Vec::new(),
    };
    let lines: Vec<_> = items.iter().map(Item::line).collect();
    let located = sections::locate(&lines);
    read_tables(&items, &located, &labels, &mut found);
    let mut report = Report::new(form, None);
    let mut remarks = std::mem::take(&mut found.groups);
    remarks.extend(others.first().map(|first| {
        let line = first.line().unwrap_or_default();
        format!("文件里不止一份年报：只读了第一份，从“{line}”起没有读入，请分成几个文件分别打开。")
    }));
    let (front, closing) = read_lines(
        &items,
        &located,
        &labels,
        own.as_ref(),
        &mut report,
        &mut found,
        &mut remarks,
    );
    fill_in_names(&mut report, &front, closing);
    if own.is_none() {
        remarks.extend(year_source(&report, &front));
    }
    let sources = found.figures.finish(&mut report);
    let headings: Vec<_> = located.iter().map(|located| located.text.clone()).collect();
    let mut sections = vec![None; form.edition.sections.len()];
    for located in &located {
        if let Some(section) = sections.get_mut(located.section) {
            *section = Some(located.text.clone());
        }
    }
    report.headings = headings;
    if let Some(own) = &own {
        unprinted::restore(&mut report, own);
    }
    found.unread.sort_by_key(|(item, _)| *item);
    let unread = found.unread.into_iter().map(|(_, text)| text).collect();
    let mut reading = Reading {
        report,
        previous: None,
        kind: Kind::Report,
        sources,
        sections,
        remarks,
        unread,
    };
    reading.kind = remarks::kind(&reading, &front).ok_or(ReadError::NotAReport)?;
    remarks::complete(&mut reading, &found.rows, &found.columns);
    Ok(reading)
}

/// Reads all tables with geometry.
fn read_tables(items: &[Item], located: &[Located], labels: &Labels, found: &mut Found) {
    let mut carried = table::Carried::default();
    let mut number = 0;
    for (item_idx, item) in items.iter().enumerate() {
        if let Item::Table(grid) = item {
            number += 1;
            found.item = item_idx;
            if grid.is_cut {
                found.note_unread("（表格太大，只读了前面的部分）");
            }
            let section = located.iter().rfind(|located| located.item < item_idx);
            let own_table = labels.unlabeled_table_of(section.map(|located| located.section));
            table::read(grid, number, labels, own_table, &mut carried, found);
            found.note_left();
        }
    }
}

/// Reads everything that is not a table, section by section.
fn read_lines(
    items: &[Item],
    located: &[Located],
    labels: &Labels,
    own: Option<&Report>,
    report: &mut Report,
    found: &mut Found,
    remarks: &mut Vec<String>,
) -> (Front, Closing) {
    let first = located.first().map_or(items.len(), |located| located.item);
    let before = read_loose_tables(items, 0..first, labels, found);
    let front = front::front(&before, own);
    found
        .unread
        .extend(front.unread.iter().map(|text| (0, text.clone())));
    let mut closing = Closing::default();
    for (position, located_here) in located.iter().enumerate() {
        let end = located
            .get(position + 1)
            .map_or(items.len(), |next| next.item);
        let range = located_here.item + 1..end;
        let section = located_here.section;
        found.item = located_here.item;
        let is_tables = matches!(
            labels.form.edition.sections[section].content,
            Content::Tables(_)
        );
        if is_tables {
            let texts = read_among_tables(items, range, located_here, labels, own, found);
            let place = report.form.texts_of(section).next();
            if let Some(place) = place {
                report.set_text(place, texts.join("\n"));
            }
            continue;
        }
        let mut lines: Vec<_> = Some(located_here.rest.clone())
            .filter(|rest| !rest.is_empty())
            .into_iter()
            .collect();
        lines.extend(read_loose_tables(items, range, labels, found));
        if position + 1 == located.len() {
            closing = front::closing(&mut lines, &front.organ, own);
            found
                .unread
                .extend(closing.unread.drain(..).map(|text| (end, text)));
        }
        prose::fill(report, section, &lines, remarks);
    }
    (front, closing)
}

/// The lines of a stretch of prose. Where a heading of a table section is missing, its loose cells are read from the first banner on.
fn read_loose_tables(
    items: &[Item],
    range: std::ops::Range<usize>,
    labels: &Labels,
    found: &mut Found,
) -> Vec<String> {
    let is_start = |item: &Item| match item {
        Item::Line(line) => labels.is_start_line(line),
        Item::Cells(cells) => cells.iter().any(|cell| labels.is_start_line(&cell.text)),
        Item::Table(_) => false,
    };
    let start = range
        .clone()
        .find(|&item| is_start(&items[item]))
        .unwrap_or(range.end);
    read_loose(items, start..range.end, labels, None, found);
    for sentence in std::mem::take(&mut found.sentences) {
        found.note_unread(&sentence);
    }
    let lines = items[range.start..start].iter().filter_map(Item::line);
    lines
        .map(Cow::into_owned)
        .filter(|line| !line.trim().is_empty())
        .collect()
}

/// Reads a section of tables: its loose cells, and what was written there beside tables.
fn read_among_tables(
    items: &[Item],
    range: std::ops::Range<usize>,
    heading: &Located,
    labels: &Labels,
    own: Option<&Report>,
    found: &mut Found,
) -> Vec<String> {
    let rest = &heading.rest;
    let mut texts: Vec<String> = Vec::new();
    match loose::is_sentence(rest) || own.is_some() && !rest.is_empty() {
        true => texts.push(rest.to_owned()),
        false => found.note_unread(rest),
    }
    if own.is_some() {
        // The tables of our own documents are whole.
        texts.extend(
            items[range]
                .iter()
                .filter_map(Item::line)
                .map(Cow::into_owned),
        );
        texts.retain(|text| !text.trim().is_empty());
    } else {
        found.sentences.clear();
        let own_table = labels.unlabeled_table_of(Some(heading.section));
        read_loose(items, range, labels, own_table, found);
        texts.append(&mut found.sentences);
    }
    texts
}

/// Reads the loose cells of a stretch, each run between two tables by itself.
fn read_loose(
    items: &[Item],
    range: std::ops::Range<usize>,
    labels: &Labels,
    own_table: Option<usize>,
    found: &mut Found,
) {
    let mut tokens = Vec::new();
    let mut n_tokens = 0;
    for item_idx in range {
        if n_tokens > MAX_LOOSE {
            found.item = item_idx;
            found.note_unread(&items[item_idx].line().unwrap_or_default());
            continue;
        }
        match &items[item_idx] {
            Item::Line(line) => tokens.push(Token::of_line(line, item_idx)),
            Item::Cells(cells) => {
                tokens.extend(cells.iter().map(|cell| Token::of_cell(cell, item_idx)));
            }
            Item::Table(_) => {
                loose::read(&tokens, labels, own_table, found);
                tokens.clear();
            }
        }
        n_tokens += 1;
    }
    loose::read(&tokens, labels, own_table, found);
    found.note_left();
}

/// Where the year was taken from, if not from the title: it may be another one.
fn year_source(report: &Report, front: &Front) -> Option<String> {
    let year = report.year?;
    match (front.year, front.year_source.as_str()) {
        (None, _) => Some(format!(
            "标题没有写年度，按成文日期“{}”的上一年读作 {year} 年，请核对。",
            report.date
        )),
        (Some(_), "") => None,
        (Some(_), source) => Some(format!(
            "标题没有写年度，按“{source}”读作 {year} 年，请核对。"
        )),
    }
}

/// Fills in who reports on which year, with what the head and the foot of the report say.
fn fill_in_names(report: &mut Report, front: &Front, closing: Closing) {
    let signed_year = || {
        closing
            .date
            .get(..4)
            .and_then(|year| year.parse::<u16>().ok())
            .map(|year| year.saturating_sub(1))
    };
    report.year = front.year.or_else(signed_year);
    report.organ.name = match front.organ.as_str() {
        "" => closing.signature.clone(),
        organ => organ.to_owned(),
    };
    if front.title != report.standard_title() {
        report.title = front.title.clone();
    }
    report.preamble = front.preamble.join("\n");
    report.signature = closing.signature;
    report.date = closing.date;
}
