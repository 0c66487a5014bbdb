//! The wordings of an edition's tables, gathered once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use nianbao_core::form::{FORMS, Form, Heading, HeadingKind, Line};

use crate::recognize::wording::{Likeness, bare};

/// A row of figures, by table and line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::recognize) struct RowAt {
    pub(in crate::recognize) table: usize,
    pub(in crate::recognize) row: usize,
}

/// The wordings of one edition.
pub(super) struct Known {
    pub(super) form: &'static Form,
    pub(super) rows: BTreeMap<String, (RowAt, Likeness)>,
    /// Groups of rows: 三、本年度办理结果, （三）不予公开 …
    pub(super) groups: BTreeSet<String>,
    /// Leaves of the column headings, by table.
    pub(super) columns: Vec<Vec<(String, usize, Likeness)>>,
    /// The groups that each column is in, by table and column.
    pub(super) column_groups: Vec<Vec<Vec<String>>>,
    /// All that is printed above figures: column headings and groups, corners, banners.
    pub(super) above: BTreeSet<String>,
    /// Where a table begins: banners and corners.
    pub(super) starts: BTreeSet<String>,
    /// The leaves of each table's column headings as printed, level by level and column by column;
    /// a leaf is named by the first column of its wording.
    pub(super) orders: Vec<[Vec<usize>; 2]>,
    /// The table whose only row has no label.
    pub(super) unlabeled: Option<usize>,
}

pub(super) static KNOWN: LazyLock<Vec<Known>> =
    LazyLock::new(|| FORMS.iter().map(Known::new).collect());

impl Known {
    fn new(form: &'static Form) -> Known {
        let mut known = Known {
            form,
            rows: BTreeMap::new(),
            groups: BTreeSet::new(),
            columns: Vec::new(),
            column_groups: Vec::new(),
            above: BTreeSet::new(),
            starts: BTreeSet::new(),
            orders: Vec::new(),
            unlabeled: form
                .tables
                .iter()
                .position(|table| matches!(&table.rows[..], [row] if row.label().is_empty())),
        };
        for (table_idx, table) in form.tables.iter().enumerate() {
            for start in [table.table.banner, table.table.corner] {
                known.starts.insert(bare(start).into_owned());
            }
            for (row_idx, row) in table.rows.iter().enumerate() {
                let at = RowAt {
                    table: table_idx,
                    row: row_idx,
                };
                for (wording, likeness) in row
                    .headings
                    .last()
                    .into_iter()
                    .flat_map(|heading| wordings(heading))
                {
                    known.rows.entry(wording).or_insert((at, likeness));
                }
            }
            let columns = table
                .columns
                .iter()
                .enumerate()
                .flat_map(|(column_idx, column)| {
                    let leaf = column.headings.last().into_iter();
                    leaf.flat_map(|heading| wordings(heading))
                        .map(move |(wording, likeness)| (wording, column_idx, likeness))
                });
            known.columns.push(columns.collect());
            let groups_of = |column: &Line| {
                let groups = column.headings.iter().rev().skip(1).rev();
                groups.map(|group| bare(group.label).into_owned()).collect()
            };
            known
                .column_groups
                .push(table.columns.iter().map(groups_of).collect());
            let mut by_level: Vec<_> = table.columns.iter().collect();
            by_level.sort_by_key(|line| line.headings.len());
            known
                .orders
                .push(
                    [by_level, table.columns.iter().collect()].map(|lines: Vec<&Line>| {
                        let first = |line: &&Line| {
                            table
                                .columns
                                .iter()
                                .position(|other| other.label() == line.label())
                        };
                        lines.iter().filter_map(first).collect()
                    }),
                );
            each_group(table.table.rows, &mut |label| {
                known.groups.insert(bare(label).into_owned());
            });
            each_group(table.table.columns, &mut |label| {
                known.above.insert(bare(label).into_owned());
            });
        }
        known.starts.remove("");
        known.rows.remove("");
        known.above.extend(known.starts.iter().cloned());
        known.above.extend(
            known
                .columns
                .iter()
                .flatten()
                .map(|(wording, ..)| wording.clone()),
        );
        known
    }
}

/// All bare wordings of a heading, the official one first.
pub(in crate::recognize) fn wordings(heading: &Heading) -> Vec<(String, Likeness)> {
    let mut wordings = vec![(bare(heading.label).into_owned(), Likeness::Official)];
    let variants = heading.seen_as.iter().map(|variant| bare(variant));
    wordings.extend(variants.map(|variant| (variant.into_owned(), Likeness::Variant)));
    wordings
}

fn each_group(headings: &[Heading], each: &mut impl FnMut(&'static str)) {
    for heading in headings {
        if let HeadingKind::Group(children) = heading.kind {
            each(heading.label);
            each_group(children, each);
        }
    }
}
