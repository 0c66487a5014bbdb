//! Finds the heads of a book on a sheet, and which column is what.

use std::collections::BTreeMap;

use nianbao_core::sheet::{Merged, Sheet};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::fold::folded;

/// What the columns of a kind of book hold.
pub(crate) trait Field: Copy + Ord + 'static {
    /// What a head says that its column holds, and how well: less is better.
    fn of(parent: &str, child: &str) -> Option<(Self, usize)>;
    /// Whether it is a sign that this is such a book at all.
    fn is_telling(self) -> bool;
    /// Whether several columns may hold it without being in each other's way.
    fn is_shared(self) -> bool;
    /// Fields of which a book has at least one.
    fn needed() -> &'static [Self];
}

/// A column under its head.
#[derive(Clone, Debug)]
pub(crate) struct Column<F> {
    /// Its place from 0.
    pub(crate) place: usize,
    /// Its head; of two levels, both.
    pub(crate) head: String,
    /// What it holds, if its head is known.
    pub(crate) field: Option<F>,
}

/// What a person said that the columns of a sheet hold; kept for every sheet with the same heads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadAnswer<F: Ord> {
    /// The heads of the sheet, as they are shown; none for all sheets.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
    /// Heads and what their columns hold; none for a column that is not to be read.
    pub fields: BTreeMap<String, Option<F>>,
}

/// What was said of these heads; of two answers the one for exactly these counts.
fn answered<'a, F: Ord>(
    answers: &'a [HeadAnswer<F>],
    heads: &[String],
    head: &str,
) -> Option<&'a Option<F>> {
    let is_same = |answer: &&HeadAnswer<F>| {
        answer.heads.len() == heads.len() && answer.heads.iter().all(|own| heads.contains(own))
    };
    let exact = answers.iter().filter(is_same);
    let general = answers.iter().filter(|answer| answer.heads.is_empty());
    exact
        .chain(general)
        .find_map(|answer| answer.fields.get(head))
}

/// The heads of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Mapping<F> {
    /// Its first row.
    pub(crate) row: usize,
    /// Rows that the heads take: one or two.
    pub(crate) n_rows: usize,
    /// Which column is what, from left to right.
    pub(crate) columns: Vec<Column<F>>,
    /// The best column of each field.
    by_field: BTreeMap<F, usize>,
    /// How many fields it has.
    score: usize,
}

/// Heads that a row must have to be taken for those of a ledger.
const ENOUGH: usize = 4;
/// Rows that are looked at: heads stand near the top.
const SEARCHED: usize = 60;
/// Cells of a row that may still be heads.
const WIDEST: usize = 400;

impl<F: Field> Mapping<F> {
    /// The row that looks most like the heads of a book; none where no row has a known head.
    pub(crate) fn find(sheet: &Sheet, answers: &[HeadAnswer<F>]) -> Option<Mapping<F>> {
        let rows = 0..sheet.n_rows().min(SEARCHED);
        let found = rows.filter_map(|row| Mapping::at(sheet, row, answers));
        let best = found.reduce(|best, next| match next.score > best.score {
            true => next,
            false => best,
        });
        best.filter(|mapping| mapping.score > 0)
    }

    /// Whether these are the heads of a book, rather than a row that has a few of its words.
    pub(crate) fn is_book(&self) -> bool {
        let has = |field: &F| self.by_field.contains_key(field);
        self.score >= ENOUGH && F::needed().iter().any(has)
    }

    /// Heads that begin in this row, of one or two levels.
    fn at(sheet: &Sheet, row: usize, answers: &[HeadAnswer<F>]) -> Option<Mapping<F>> {
        let has_day = |row: usize| {
            sheet
                .row(row)
                .any(|(_, text)| matches!(Day::read(text), Day::On(_)))
        };
        if has_day(row) || sheet.row(row).count() > WIDEST {
            return None;
        }
        let single = Mapping::of(sheet, row, 1, answers);
        let is_second =
            row + 1 < sheet.n_rows() && !has_day(row + 1) && has_new_columns(sheet, row);
        let double = is_second.then(|| Mapping::of(sheet, row, 2, answers));
        let double = double.filter(|double| double.score > single.score);
        Some(double.unwrap_or(single))
    }

    fn of(sheet: &Sheet, row: usize, n_rows: usize, answers: &[HeadAnswer<F>]) -> Mapping<F> {
        let columns = heads(sheet, row, n_rows);
        let shown = |(_, parent, child): &(usize, &str, &str)| match *parent {
            "" => one_line(child),
            parent => format!("{} {}", one_line(parent), one_line(child)),
        };
        let shown: Vec<_> = columns.iter().map(shown).collect();
        let mut mapping = Mapping {
            row,
            n_rows,
            columns: Vec::with_capacity(columns.len()),
            by_field: BTreeMap::new(),
            score: 0,
        };
        let mut ranks: BTreeMap<F, usize> = BTreeMap::new();
        for ((place, parent, child), head) in columns.into_iter().zip(&shown) {
            let found = match answered(answers, &shown, head) {
                Some(said) => said.map(|field| (field, 0)),
                // What a person said counts before any wording.
                None => F::of(parent, child).map(|(field, rank)| (field, rank + 1)),
            };
            if let Some((field, rank)) = found
                && ranks.get(&field).is_none_or(|best| rank < *best)
            {
                ranks.insert(field, rank);
                mapping.by_field.insert(field, place);
            }
            mapping.columns.push(Column {
                place,
                head: head.clone(),
                field: found.map(|(field, _)| field),
            });
        }
        let fields = mapping.by_field.keys();
        mapping.score = fields.filter(|field| field.is_telling()).count();
        mapping
    }

    /// The column of a field.
    pub(crate) fn column(&self, field: F) -> Option<usize> {
        self.by_field.get(&field).copied()
    }

    /// Columns of which another one of the same field was better: what they are is shown, and they are not read.
    pub(crate) fn unused(&self) -> impl Iterator<Item = &Column<F>> {
        self.columns.iter().filter(|column| {
            column
                .field
                .is_some_and(|field| !field.is_shared() && self.column(field) != Some(column.place))
        })
    }

    /// Whether a row repeats the heads, as printed pages do.
    pub(crate) fn is_repeated_at(&self, sheet: &Sheet, row: usize) -> bool {
        let n_alike = |row: usize, head: usize| {
            let alike = sheet
                .row(row)
                .filter(|(column, text)| folded(sheet.cell(head, *column)) == folded(text));
            alike.count()
        };
        (self.row..self.row + self.n_rows).any(|head| {
            let n = n_alike(row, head);
            n >= 3 && 2 * n > sheet.row(row).count()
        })
    }
}

/// Whether the row below has texts where this one has none, as a second level of heads does.
fn has_new_columns(sheet: &Sheet, row: usize) -> bool {
    sheet
        .row(row + 1)
        .any(|(column, _)| sheet.cell(row, column).is_empty())
}

/// Columns with the head above (empty without one) and the head itself.
fn heads(sheet: &Sheet, row: usize, n_rows: usize) -> Vec<(usize, &str, &str)> {
    if n_rows == 1 {
        return sheet
            .row(row)
            .map(|(column, text)| (column, "", text))
            .collect();
    }
    let is_merged = |column: usize| {
        let merged = sheet
            .merged
            .iter()
            .find(|merged| merged.row == row && merged.covers(row, column));
        merged.map(|merged: &Merged| sheet.cell(row, merged.column))
    };
    let mut columns: Vec<_> = sheet
        .row(row)
        .chain(sheet.row(row + 1))
        .map(|(column, _)| column)
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let has_groups = sheet
        .merged
        .iter()
        .any(|merged| merged.row == row && merged.width > 1);
    let mut last = "";
    let mut heads = Vec::with_capacity(columns.len());
    for column in columns {
        let (upper, lower) = (sheet.cell(row, column), sheet.cell(row + 1, column));
        if !upper.is_empty() {
            last = upper;
        }
        let parent = match (upper, is_merged(column)) {
            ("", Some(text)) => text,
            // Where nothing is merged, a head above reaches as far as the columns below it have heads of their own.
            ("", None) if !has_groups => last,
            ("", None) => "",
            (upper, _) => upper,
        };
        heads.push(match lower {
            "" => (column, "", upper),
            lower => (column, parent, lower),
        });
    }
    heads
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Cells that are merged downward, as a form that was split into several parts is.
pub(crate) struct Spread {
    pub(crate) merged: Vec<Merged>,
    longest: usize,
}

impl Spread {
    pub(crate) fn new(sheet: &Sheet) -> Spread {
        let mut merged: Vec<_> = sheet
            .merged
            .iter()
            .copied()
            .filter(|merged| merged.height > 1)
            .collect();
        merged.sort_by_key(|merged| merged.row);
        let longest = merged.iter().map(|merged| merged.height).max().unwrap_or(0);
        Spread { merged, longest }
    }

    /// The row whose text a merged cell shows here.
    pub(crate) fn row(&self, row: usize, column: usize) -> usize {
        let start = self
            .merged
            .partition_point(|merged| merged.row + self.longest <= row);
        let above = self.merged[start..]
            .iter()
            .take_while(|merged| merged.row <= row);
        above
            .into_iter()
            .find(|merged| merged.covers(row, column))
            .map_or(row, |merged| merged.row)
    }
}
