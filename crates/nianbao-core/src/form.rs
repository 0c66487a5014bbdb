//! What a form is: sections of prose and of tables, declared by an [`Edition`] and walked by everything else.
//!
//! An edition is constant data in the shape of the printed page (`e2021.rs`, `e2019.rs`).
//! A [`Form`] is the same edition with its leaves numbered, so that a figure is found by index and every 总计 knows its terms.

use std::sync::LazyLock;

pub mod e2019;
pub mod e2021;
pub mod keys;
mod line;
pub mod notes;
mod numbered;
mod parts;

pub use line::Line;
pub use numbered::Form;
pub use parts::{Axis, Cell, ColumnBalance, Position, TableForm, TextForm, TextId, Total};

/// What one edition of the uniform format (统一格式) prescribes, as published by notice.
#[derive(Debug)]
pub struct Edition {
    /// Year of the notice, which names the edition: 2021 for 国办公开办函〔2021〕30号.
    pub year: u16,
    /// Name and number of the notice.
    pub notice: &'static str,
    /// First and last year that reports are written *about* on this edition.
    pub reports_on: (u16, Option<u16>),
    /// The six sections in printed order.
    pub sections: &'static [Section],
}

/// One of the six sections (一 to 六).
#[derive(Debug)]
pub struct Section {
    /// Name that outlives the edition.
    pub key: &'static str,
    /// Official heading with its number, as printed.
    pub title: &'static str,
    /// Short name for navigation; a part of the official heading.
    pub short: &'static str,
    /// Headings met in published reports that mean this section.
    pub seen_as: &'static [&'static str],
    /// Prose or tables.
    pub content: Content,
}

/// What stands under a section's heading.
#[derive(Debug)]
pub enum Content {
    /// 文字描述: prose, the section's own text first, then the topics that have sub-headings.
    Prose {
        /// What the notice asks to be written, for the section's own text.
        prompt: &'static str,
        /// Sub-headings with their prompts; may be empty.
        topics: &'static [Topic],
    },
    /// Tables printed under one border.
    Tables(&'static [Table]),
}

/// A topic of a prose section, printed as a sub-heading when something is written under it.
#[derive(Debug)]
pub struct Topic {
    /// Last part of the text's key.
    pub key: &'static str,
    /// Sub-heading as printed, with its number.
    pub title: &'static str,
    /// What belongs here.
    pub prompt: &'static str,
    /// Words of which at least one is expected where the topic is treated (S-03).
    pub words: &'static [&'static str],
}

/// A table: two trees of headings with a figure where two leaves cross.
#[derive(Debug)]
pub struct Table {
    /// Name that outlives the edition.
    pub key: &'static str,
    /// A full-width line above the headings (“第二十条第（一）项”), or empty.
    pub banner: &'static str,
    /// Text of the top left cell, or empty where there are no row labels.
    pub corner: &'static str,
    /// Headings along the top.
    pub columns: &'static [Heading],
    /// Headings down the left.
    pub rows: &'static [Heading],
    /// The printed 勾稽关系 between its rows; most tables have none.
    pub balances: &'static [Balance],
}

/// A 勾稽关系: in each column, the rows on the left add up to the rows on the right.
#[derive(Debug)]
pub struct Balance {
    /// Paths of rows.
    pub left: &'static [&'static str],
    /// Paths of rows.
    pub right: &'static [&'static str],
}

/// One heading: a line of figures, a group of headings, or the total of its neighbours.
#[derive(Debug)]
pub struct Heading {
    /// One step of the path that names the line.
    pub key: &'static str,
    /// Official wording, as printed.
    pub label: &'static str,
    /// Wordings met in published reports that mean this line.
    pub seen_as: &'static [&'static str],
    /// What the heading stands over.
    pub kind: HeadingKind,
}

/// What a heading stands over.
#[derive(Debug)]
pub enum HeadingKind {
    /// A line of figures in this unit.
    Entry(Unit),
    /// Headings under a common one.
    Group(&'static [Heading]),
    /// 总计: the sum of all other lines in the same group.
    Total,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 件 or 项: whole and not negative.
    Count,
    /// 本年增/减 of the 2019 edition: whole, may be negative.
    Change,
    /// 万元 with up to six decimals, that is, whole fen.
    TenThousandYuan,
}

/// A line counted in 件 or 项.
pub const fn entry(key: &'static str, label: &'static str) -> Heading {
    counted(key, label, Unit::Count)
}

/// A line in a unit of its own.
pub const fn counted(key: &'static str, label: &'static str, unit: Unit) -> Heading {
    Heading {
        key,
        label,
        seen_as: &[],
        kind: HeadingKind::Entry(unit),
    }
}

/// Headings under a common one.
pub const fn group(
    key: &'static str,
    label: &'static str,
    headings: &'static [Heading],
) -> Heading {
    Heading {
        key,
        label,
        seen_as: &[],
        kind: HeadingKind::Group(headings),
    }
}

/// The sum of the other lines in the same group.
pub const fn total(label: &'static str) -> Heading {
    Heading {
        key: keys::TOTAL,
        label,
        seen_as: &[],
        kind: HeadingKind::Total,
    }
}

impl Heading {
    /// The same heading with wordings that published reports use for it.
    pub const fn seen_as(self, variants: &'static [&'static str]) -> Heading {
        Heading {
            seen_as: variants,
            ..self
        }
    }
}

/// All editions we know, oldest first. A new one is a file beside `e2021.rs` and a line here.
pub static FORMS: LazyLock<Vec<Form>> =
    LazyLock::new(|| [&e2019::EDITION, &e2021::EDITION].map(Form::new).into());

#[cfg(test)]
mod tests;
