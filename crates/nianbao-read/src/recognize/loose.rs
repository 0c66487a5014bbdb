//! Reads cells that come one after the other, without columns: row labels in order, each with exactly its number of values.

mod token;

use std::borrow::Cow;

use nianbao_core::form::TableForm;

use super::figures::Doubt;
use super::grid::{Kind, kind_of};
use super::labels::{Labels, RowAt};
use super::row::{self, FoundRow, Value};
use super::wording::{Likeness, bare, folded, split_ordinal};
use super::{Found, glued};
pub(super) use token::{Token, is_sentence};
use token::{is_page_number, values};

/// Pieces that a label may be broken into.
const MAX_PIECES: usize = 6;

/// A label and fifteen figures in one line are no longer.
const MAX_LINE_BYTES: usize = 600;

/// Reads a run of tokens; `own_table` is the table without row labels, where they stand in its section.
pub(super) fn read(tokens: &[Token], labels: &Labels, own_table: Option<usize>, found: &mut Found) {
    let mut reader = Reader {
        tokens,
        labels,
        found,
        headings: Vec::new(),
        is_in_figures: true,
        last_row: None,
        own_table,
    };
    let mut position = 0;
    while position < tokens.len() {
        position = reader.step(position);
    }
}

/// What a text at some position is, with the number of tokens it is made of.
enum Match {
    Row(RowAt, Likeness, usize),
    Above(usize),
    Group(usize),
}

struct Reader<'a, 't> {
    tokens: &'a [Token<'t>],
    labels: &'a Labels,
    found: &'a mut Found,
    /// Bare column headings since the figures before.
    headings: Vec<String>,
    is_in_figures: bool,
    last_row: Option<RowAt>,
    /// The table without row labels, where this is its section.
    own_table: Option<usize>,
}

impl Reader<'_, '_> {
    /// Reads on from a position and returns the next one.
    fn step(&mut self, position: usize) -> usize {
        let token = &self.tokens[position];
        self.found.item = token.row;
        if token.kind != Kind::Text {
            return self.read_unlabeled(position);
        }
        if token.is_line && token.text.contains('。') && is_sentence(token.text) {
            self.found.note_sentence(token.text);
            return position + 1;
        }
        let exact = self.matched(position);
        if exact.is_none() && self.read_line(position) {
            return position + 1;
        }
        match exact.or_else(|| self.nearly_matched(position)) {
            Some(Match::Above(n)) => {
                if self.is_in_figures {
                    self.headings.clear();
                    self.is_in_figures = false;
                }
                self.headings.push(self.joined_bare(position, n));
                position + n
            }
            Some(Match::Group(n)) => position + n,
            Some(Match::Row(at, likeness, n)) => {
                let doubt = (likeness != Likeness::Official)
                    .then(|| Doubt::RowWording(self.joined(position, n)));
                self.read_row(at, doubt, position, n)
            }
            None => {
                let row = self.tokens[position..]
                    .iter()
                    .take_while(|other| other.row == token.row);
                let values = row
                    .skip(1)
                    .take_while(|token| token.kind != Kind::Text)
                    .count();
                match values {
                    0 if token.is_line && is_sentence(token.text) => {
                        self.found.note_sentence(token.text);
                    }
                    0 => self.found.note_unread(token.text),
                    n => self.found.note_row(self.snippet(position, n + 1)),
                }
                position + 1 + values
            }
        }
    }

    /// What begins at a position: the longest run of texts that is a known wording.
    fn matched(&self, position: usize) -> Option<Match> {
        let texts = self.tokens[position..]
            .iter()
            .take(MAX_PIECES)
            .take_while(|token| token.kind == Kind::Text);
        for n in (1..=texts.count()).rev() {
            let text = match n {
                1 => Cow::Borrowed(self.tokens[position].bare.as_ref()),
                n => Cow::Owned(self.joined_bare(position, n)),
            };
            if text.is_empty() {
                continue;
            }
            let is_other = |at| {
                self.labels
                    .is_numbered_otherwise(self.tokens[position].text, &text, at)
            };
            let row = self.labels.row_of(&text).filter(|(at, _)| !is_other(*at));
            let is_above = self.labels.is_above(&text);
            match row {
                Some((at, likeness)) if !(is_above && self.is_heading_here(position)) => {
                    return Some(Match::Row(at, likeness, n));
                }
                _ if is_above => return Some(Match::Above(n)),
                _ if self.labels.is_group(&text) => return Some(Match::Group(n)),
                _ => {}
            }
        }
        None
    }

    /// The row whose label nearly is what begins at a position, or begins with it.
    fn nearly_matched(&self, position: usize) -> Option<Match> {
        let token = &self.tokens[position];
        if let Some((at, likeness)) = self.labels.row(token.text, &token.bare, self.last_row) {
            return Some(Match::Row(at, likeness, 1));
        }
        // Aligned text wraps a long label around its figures.
        let next = self.tokens.get(position + 1);
        let n = match next.is_some_and(|next| next.kind == Kind::Text) {
            true => 2,
            false => 1,
        };
        let at = self.labels.row_beginning(&self.joined_bare(position, n))?;
        Some(Match::Row(at, Likeness::Similar, n))
    }

    /// Whether 总计 or 其他 at this position is a column heading rather than the row of that name.
    fn is_heading_here(&self, position: usize) -> bool {
        let has_ordinal = split_ordinal(&folded(self.tokens[position].text))
            .0
            .is_some();
        !has_ordinal && !self.is_in_figures
    }

    fn read_row(
        &mut self,
        at: RowAt,
        doubt: Option<Doubt>,
        position: usize,
        n_label: usize,
    ) -> usize {
        self.is_in_figures = true;
        self.last_row = Some(at);
        let tokens = self.tokens;
        let (start, row) = (position + n_label, tokens[position + n_label - 1].row);
        let n_in_row = tokens[start..]
            .iter()
            .take_while(|token| token.row == row && !self.labels.is_label(&token.bare))
            .count();
        let n_in_all = tokens[start..]
            .iter()
            .take_while(|token| token.kind != Kind::Text || is_page_number(token.text))
            .count();
        // What stands in a row of the source is not completed from the next one.
        let in_row = values(&tokens[start..start + n_in_row]);
        let is_row = in_row.iter().any(|value| !value.is_weak)
            || row::exactly(self.table(at).columns.len(), &in_row).is_some();
        let n = if is_row { n_in_row } else { n_in_all };
        let label = self.joined(position, n_label);
        let snippet = self.snippet(position, n_label + n);
        let place = format!("文字中“{label}”之后");
        let found_row = FoundRow {
            at,
            doubts: doubt.into_iter().collect(),
            snippet: &snippet,
            place: &place,
        };
        let is_known = row::are_headings_in_order(
            self.headings.iter().map(String::as_str),
            self.labels,
            at.table,
        );
        row::assign(
            self.found,
            self.labels,
            &found_row,
            &values(&tokens[start..start + n]),
            is_known,
        );
        start + n
    }

    /// Reads values that stand under the headings of a table without row labels.
    fn read_unlabeled(&mut self, position: usize) -> usize {
        let tokens = self.tokens;
        let n = tokens[position..]
            .iter()
            .take_while(|token| token.kind != Kind::Text || is_page_number(token.text))
            .count();
        let run = &tokens[position..position + n];
        let Some(first) = run.iter().position(|token| !token.is_weak) else {
            return position + n;
        };
        let headings = self.headings.iter().map(String::as_str);
        let table = self
            .labels
            .unlabeled_table()
            .filter(|&table| row::are_headings_in_order(headings, self.labels, table));
        let Some(table) = table.filter(|_| !self.is_in_figures) else {
            let texts = values(run);
            let snippet = self.snippet(position, n);
            if !self.read_below_broken_headings(&texts, &snippet) {
                self.found.note_unread(&snippet);
            }
            return position + n;
        };
        self.is_in_figures = true;
        let row = &run[first..];
        let n_in_row = row
            .iter()
            .take_while(|token| token.row == row[0].row)
            .count();
        let run = if n_in_row > 1 { &row[..n_in_row] } else { row };
        let snippet = self.snippet(position + first, run.len());
        let found_row = FoundRow {
            at: RowAt { table, row: 0 },
            doubts: Vec::new(),
            snippet: &snippet,
            place: "文字中列名之后",
        };
        row::assign(self.found, self.labels, &found_row, &values(run), true);
        position + first + run.len()
    }

    /// Reads as many values as a table without row labels has, in its section, though its headings are not whole.
    fn read_below_broken_headings(&mut self, values: &[Value], snippet: &str) -> bool {
        let n_strong = values.iter().filter(|value| !value.is_weak).count();
        let found = &self.found.figures;
        let own = self.own_table.filter(|&table| {
            n_strong == self.labels.form.tables[table].columns.len() && !found.is_table_found(table)
        });
        let Some(table) = own else {
            return false;
        };
        self.is_in_figures = true;
        let found_row = FoundRow {
            at: RowAt { table, row: 0 },
            doubts: vec![Doubt::BrokenHeadings],
            snippet,
            place: "文字中残缺的列名之后",
        };
        row::assign(self.found, self.labels, &found_row, values, true)
    }

    /// Reads a label and its values in one line: “规章 0 0 0”, and “规章000” where every figure has one digit.
    fn read_line(&mut self, position: usize) -> bool {
        let text = self.tokens[position].text.trim();
        if text.len() > MAX_LINE_BYTES {
            return false;
        }
        let words: Vec<_> = text.split_whitespace().collect();
        let n_values = words
            .iter()
            .rev()
            .take_while(|word| kind_of(word) == Kind::Value)
            .count();
        let label = words[..words.len() - n_values].concat();
        let place = format!("文字“{text}”中");
        let read = |this: &mut Self, at, doubt: Option<Doubt>, values: &[&str]| {
            this.is_in_figures = true;
            this.last_row = Some(at);
            let values: Vec<_> = values.iter().map(|text| Value::of_word(text)).collect();
            let is_known = row::are_headings_in_order(
                this.headings.iter().map(String::as_str),
                this.labels,
                at.table,
            );
            let found_row = FoundRow {
                at,
                doubts: doubt.into_iter().collect(),
                snippet: text,
                place: &place,
            };
            row::assign(this.found, this.labels, &found_row, &values, is_known);
            true
        };
        if n_values > 1 && label.is_empty() {
            let values: Vec<_> = words.iter().map(|text| Value::of_word(text)).collect();
            return self.read_below_broken_headings(&values, text);
        }
        if n_values > 0 {
            return match self.labels.row(&label, &bare(&label), self.last_row) {
                Some((at, likeness)) => {
                    let doubt =
                        (likeness != Likeness::Official).then_some(Doubt::RowWording(label));
                    read(self, at, doubt, &words[words.len() - n_values..])
                }
                None => false,
            };
        }
        let label = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let Some((at, _)) = self
            .labels
            .row_of(&bare(label))
            .filter(|_| label.len() < text.len())
        else {
            return false;
        };
        let digits = &text[label.len()..];
        let parts = match self.table(at).columns.len() {
            1 => Some(vec![digits]),
            _ => glued::split(self.labels.form, at, digits),
        };
        if let Some(parts) = parts {
            return read(self, at, Some(Doubt::Glued(text.to_owned())), &parts);
        }
        for column in 0..self.table(at).columns.len() {
            let cell = self.table(at).cell(at.row, column);
            self.found.figures.leave_untold(
                cell,
                "行名和数字连在一起，分不清各是哪一格",
                text,
                &place,
            );
        }
        true
    }

    fn table(&self, at: RowAt) -> &'static TableForm {
        &self.labels.form.tables[at.table]
    }

    fn joined(&self, position: usize, n: usize) -> String {
        self.tokens[position..position + n]
            .iter()
            .map(|token| token.text.trim())
            .collect()
    }

    fn joined_bare(&self, position: usize, n: usize) -> String {
        let tokens = self.tokens[position..position + n].iter();
        tokens.map(|token| token.bare.as_ref()).collect()
    }

    fn snippet(&self, position: usize, n: usize) -> String {
        let texts = self.tokens[position..position + n]
            .iter()
            .map(|token| token.text.trim());
        texts.collect::<Vec<_>>().join(" ")
    }
}
