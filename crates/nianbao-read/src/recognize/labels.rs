//! The wordings of an edition's tables, ready to be looked up.

mod known;

use std::cell::Cell;

use nianbao_core::form::{Form, Line};

use known::{KNOWN, Known};
pub(super) use known::{RowAt, wordings};

use super::wording::{
    Likeness, bare, bare_without_brackets, folded, is_alike, similarity, split_ordinal,
};

/// A wording as alike as this is taken for the official one, with a guess.
const ALIKE: f64 = 0.85;

/// The same for a column heading, if no other is as alike.
const HEADING_ALIKE: f64 = 0.6;

/// Words of headings that mean other numbers than those of the form.
const OTHER_NUMBERS: &[&str] = &["上年", "上一年", "去年", "同期", "累计", "增", "减"];

/// The share of a shortened label's characters that the official one has.
const CONTAINED: f64 = 0.8;

/// The same where the line before was the form's line before.
const ALIKE_IN_ORDER: f64 = 0.6;

/// No label is longer, even with a remark in brackets.
const MAX_LABEL_CHARS: usize = 120;

/// The longest text that begins a table, the corner of table three, has 108.
const MAX_START_BYTES: usize = 160;

/// Comparisons of unknown wordings in one document; a real one has a few hundred cells of text.
const MAX_COMPARISONS: usize = 3_000;

/// Looks wordings up for one document.
pub(super) struct Labels {
    pub(super) form: &'static Form,
    known: &'static Known,
    comparisons: Cell<usize>,
}

impl Labels {
    pub(super) fn new(form: &'static Form) -> Labels {
        let known = KNOWN
            .iter()
            .find(|known| known.form == form)
            .expect("every form has its wordings");
        Labels {
            form,
            known,
            comparisons: Cell::new(0),
        }
    }

    /// The row with this label, exactly or nearly; `label_bare` is the bare label, `after` the row read last.
    pub(super) fn row(
        &self,
        label: &str,
        label_bare: &str,
        after: Option<RowAt>,
    ) -> Option<(RowAt, Likeness)> {
        if label_bare.is_empty() || label_bare.chars().nth(MAX_LABEL_CHARS).is_some() {
            return None;
        }
        if let Some((at, likeness)) = self.exact_row(label_bare) {
            return (!self.is_numbered_otherwise(label, label_bare, at)).then_some((at, likeness));
        }
        if let Some(outside) = bare_without_brackets(label)
            && let Some((at, _)) = self.exact_row(&outside)
        {
            return Some((at, Likeness::Variant));
        }
        self.similar_row(label_bare, after)
            .or_else(|| self.shortened_row(label, label_bare, after?))
    }

    /// The row whose label is cut short here: it has the number of the row, and no other row of its group has its words.
    fn shortened_row(
        &self,
        label: &str,
        label_bare: &str,
        after: RowAt,
    ) -> Option<(RowAt, Likeness)> {
        let number = |text: &str| split_ordinal(&folded(text)).0.map(|ordinal| ordinal.number);
        let own = number(label)?;
        let rows = &self.form.tables[after.table].rows;
        let next = rows.get(after.row + 1)?;
        let group = |row: &Line| row.headings.iter().rev().nth(1).map(|group| group.label);
        let n_chars = label_bare.chars().count();
        let fits = |row: &Line| {
            let official = bare(row.label());
            let n_there = label_bare.chars().filter(|c| official.contains(*c)).count();
            n_there as f64 >= CONTAINED * n_chars as f64
        };
        let in_group = || {
            rows.iter()
                .enumerate()
                .filter(|(_, row)| group(row) == group(next))
        };
        let mut fitting = in_group().filter(|(_, row)| fits(row));
        let (row, found) = fitting.next().filter(|_| n_chars >= 3)?;
        let is_told = fitting.next().is_none() && number(found.label()) == Some(own);
        let at = RowAt {
            table: after.table,
            row,
        };
        is_told.then_some((at, Likeness::Similar))
    }

    /// The rows of a group that holds no other groups, by its bare label.
    pub(super) fn rows_of_group(&self, text: &str) -> Option<(usize, std::ops::Range<usize>)> {
        if !self.is_group(text) {
            return None;
        }
        self.form
            .tables
            .iter()
            .enumerate()
            .find_map(|(table_idx, table)| {
                let is_of = |row: &Line| {
                    let group = row.headings.iter().rev().nth(1);
                    group.is_some_and(|group| bare(group.label) == text)
                };
                let first = table.rows.iter().position(is_of)?;
                let n_rows = table.rows[first..]
                    .iter()
                    .take_while(|row| is_of(row))
                    .count();
                Some((table_idx, first..first + n_rows))
            })
    }

    /// Whether a label that only its number tells from others, as “3.其他” does, has another number than this row's.
    pub(super) fn is_numbered_otherwise(&self, label: &str, label_bare: &str, at: RowAt) -> bool {
        let number = |text: &str| split_ordinal(&folded(text)).0.map(|ordinal| ordinal.number);
        let official = self.form.tables[at.table].rows[at.row].label();
        self.is_above(label_bare)
            && number(label).is_some_and(|found| number(official).is_some_and(|own| own != found))
    }

    /// Whether one of these groups of rows, by their bare labels, is none that this row is in.
    pub(super) fn is_in_other_group<'b>(
        &self,
        mut groups: impl Iterator<Item = &'b str>,
        at: RowAt,
    ) -> bool {
        let headings = &self.form.tables[at.table].rows[at.row].headings;
        groups.any(|group| {
            self.is_group(group) && !headings.iter().any(|heading| bare(heading.label) == group)
        })
    }

    /// The row with this bare label.
    pub(super) fn row_of(&self, label: &str) -> Option<(RowAt, Likeness)> {
        self.known.rows.get(label).copied()
    }

    /// The row with this bare label, also where the labels of its groups run into it.
    pub(super) fn exact_row(&self, label: &str) -> Option<(RowAt, Likeness)> {
        if let Some(found) = self.row_of(label) {
            return Some(found);
        }
        let mut rest = label;
        while let Some(group) = self
            .known
            .groups
            .iter()
            .find(|group| rest.starts_with(group.as_str()))
        {
            rest = rest[group.len()..].trim_start_matches(|c: char| c.is_ascii_digit());
        }
        let (at, _) = self.known.rows.get(rest)?;
        Some((*at, Likeness::Variant))
    }

    fn similar_row(&self, label: &str, after: Option<RowAt>) -> Option<(RowAt, Likeness)> {
        let n_chars = label.chars().count();
        if n_chars < 3 || self.comparisons.get() >= MAX_COMPARISONS {
            return None;
        }
        self.comparisons.set(self.comparisons.get() + 1);
        let mut best = (0.0, None);
        for (wording, &(at, _)) in &self.known.rows {
            let is_next =
                after.is_some_and(|after| after.table == at.table && after.row + 1 == at.row);
            let needed = if is_next { ALIKE_IN_ORDER } else { ALIKE };
            if let Some(alike) = similarity(label, wording, needed)
                && alike > best.0
            {
                best = (alike, Some(at));
            }
        }
        best.1.map(|at| (at, Likeness::Similar))
    }

    /// Whether this bare label is the beginning of exactly one row's, and of half of it at least.
    pub(super) fn row_beginning(&self, label: &str) -> Option<RowAt> {
        let mut found =
            self.known.rows.iter().filter(|(wording, _)| {
                wording.starts_with(label) && label.len() * 2 >= wording.len()
            });
        match (found.next(), found.next()) {
            (Some((_, &(at, _))), None) => Some(at),
            _ => None,
        }
    }

    /// The columns of a table that bear this heading; several where only the groups above tell them apart.
    pub(super) fn columns(
        &self,
        table: usize,
        heading: &str,
        bare: &str,
    ) -> Option<(Vec<usize>, Likeness)> {
        if let Some(found) = self.columns_of(table, bare) {
            return Some(found);
        }
        let outside = bare_without_brackets(heading)?;
        let (columns, likeness) = self.columns_of(table, &outside)?;
        // A year in brackets changes nothing; a unit might.
        let is_year = bare.replace(|c: char| c.is_ascii_digit(), "") == outside;
        Some((
            columns,
            if is_year {
                likeness
            } else {
                likeness.max(Likeness::Variant)
            },
        ))
    }

    fn columns_of(&self, table: usize, bare: &str) -> Option<(Vec<usize>, Likeness)> {
        let found = self.known.columns[table]
            .iter()
            .filter(|(known, ..)| known == bare);
        let (columns, likenesses): (Vec<_>, Vec<_>) = found
            .map(|(_, column, likeness)| (*column, *likeness))
            .unzip();
        Some((columns, *likenesses.first()?))
    }

    /// The bare labels of the groups that a column of a table is in.
    pub(super) fn groups_of_column(&self, table: usize, column: usize) -> &[String] {
        &self.known.column_groups[table][column]
    }

    /// The columns of a table whose heading nearly is this one.
    pub(super) fn similar_columns(&self, table: usize, bare: &str) -> Vec<usize> {
        if bare.chars().count() < 3
            || self.is_label(bare)
            || self.comparisons.get() >= MAX_COMPARISONS
        {
            return Vec::new();
        }
        self.comparisons.set(self.comparisons.get() + 1);
        let wordings = || self.known.columns[table].iter();
        let similar = wordings().filter(|(known, ..)| is_alike(known, bare, ALIKE));
        let similar: Vec<_> = similar.map(|(_, column, _)| *column).collect();
        if !similar.is_empty() || OTHER_NUMBERS.iter().any(|word| bare.contains(word)) {
            return similar;
        }
        let alike = |known: &str| similarity(known, bare, HEADING_ALIKE);
        let best = wordings()
            .filter_map(|(known, ..)| alike(known))
            .fold(0.0, f64::max);
        let mut columns: Vec<_> = wordings()
            .filter(|(known, ..)| alike(known).is_some_and(|alike| alike >= best))
            .map(|(_, column, _)| *column)
            .collect();
        columns.dedup();
        match columns[..] {
            [_] => columns,
            _ => Vec::new(),
        }
    }

    /// A column heading of a table by its bare text: the first column of this wording.
    pub(super) fn heading(&self, table: usize, text: &str) -> Option<usize> {
        self.known.columns[table]
            .iter()
            .find(|(known, ..)| known == text)
            .map(|(_, column, _)| *column)
    }

    /// The orders in which a table's column headings are printed, as [`Labels::heading`] names them.
    pub(super) fn heading_orders(&self, table: usize) -> &[Vec<usize>] {
        &self.known.orders[table]
    }

    /// The table whose only row has no label.
    pub(super) fn unlabeled_table(&self) -> Option<usize> {
        self.known.unlabeled
    }

    /// The same, if it is a table of this section.
    pub(super) fn unlabeled_table_of(&self, section: Option<usize>) -> Option<usize> {
        let table = self.known.unlabeled?;
        (Some(self.form.tables[table].section) == section).then_some(table)
    }

    /// Whether this bare text is any wording of the tables.
    pub(super) fn is_label(&self, text: &str) -> bool {
        !text.is_empty()
            && (self.is_above(text) || self.is_group(text) || self.known.rows.contains_key(text))
    }

    /// Whether this bare text is the label of a group of rows.
    pub(super) fn is_group(&self, text: &str) -> bool {
        self.known.groups.contains(text)
    }

    /// Whether this bare text is printed above figures.
    pub(super) fn is_above(&self, text: &str) -> bool {
        self.known.above.contains(text)
    }

    /// Whether this text begins a table.
    pub(super) fn is_start_line(&self, text: &str) -> bool {
        text.len() < MAX_START_BYTES
            && !text.contains('。')
            && self.known.starts.contains(bare(text).as_ref())
    }

    /// Whether this bare text is printed above figures and beside none.
    pub(super) fn is_only_above(&self, text: &str) -> bool {
        self.is_above(text) && !self.known.rows.contains_key(text)
    }
}
