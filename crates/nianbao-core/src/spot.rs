//! A place in a report: a field, a figure or a text.

use crate::form::{Cell, TextId};

/// A place in a report that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spot {
    /// One of the fields before and after the sections.
    Field(Field),
    /// A figure.
    Cell(Cell),
    /// A text.
    Text(TextId),
}

/// The fields of a report that are neither figures nor section texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 机关名称
    Organ,
    /// 年度
    Year,
    /// 标题
    Title,
    /// 开头段落
    Preamble,
    /// 落款
    Signature,
    /// 成文日期
    Date,
}

impl Field {
    /// All fields, in printed order after organ and year.
    pub const ALL: [Field; 6] = [
        Field::Organ,
        Field::Year,
        Field::Title,
        Field::Preamble,
        Field::Signature,
        Field::Date,
    ];

    /// Its name in the saved format.
    pub fn key(self) -> &'static str {
        match self {
            Field::Organ => "organ",
            Field::Year => "year",
            Field::Title => "title",
            Field::Preamble => "preamble",
            Field::Signature => "signature",
            Field::Date => "date",
        }
    }

    /// The field with this key.
    pub fn of_key(key: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.key() == key)
    }

    /// The words shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Field::Organ => "机关名称",
            Field::Year => "年度",
            Field::Title => "标题",
            Field::Preamble => "开头段落",
            Field::Signature => "落款",
            Field::Date => "成文日期",
        }
    }
}
