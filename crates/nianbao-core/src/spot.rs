//! A place in a report: a field, a figure or a text.
//!
//! A [`Spot`] is a place on one form, small and quick; a [`Place`] is its name, which outlives the edition:
//! saved reports, addresses and other programs use it.

use std::fmt;
use std::str::FromStr;

use crate::form::{Cell, Form, TextId};

/// A place in a report that a finding is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Spot {
    /// One of the fields before and after the sections.
    Field(Field),
    /// A figure.
    Cell(Cell),
    /// A text.
    Text(TextId),
}

/// The fields of a report that are neither figures nor section texts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
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

/// The name of a place in a report: `field:organ`, `text:overview/platforms`,
/// `cell:requests:newly-received:requester/natural-person`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// One of the fields before and after the sections.
    Field(Field),
    /// A text, by its key.
    Text(String),
    /// A figure, by the keys of its table, row and column.
    Cell {
        /// Key of the table.
        table: String,
        /// Path of the row.
        row: String,
        /// Path of the column.
        column: String,
    },
}

impl Place {
    /// The name of a spot on this form.
    pub fn of(form: &Form, spot: Spot) -> Place {
        match spot {
            Spot::Field(field) => Place::Field(field),
            Spot::Text(text) => Place::Text(form.texts[text.index()].key.clone()),
            Spot::Cell(cell) => {
                let [table, row, column] = form.keys(cell).map(str::to_owned);
                Place::Cell { table, row, column }
            }
        }
    }

    /// Where that is on this form; none where the edition has no such place.
    pub fn on(&self, form: &Form) -> Option<Spot> {
        match self {
            Place::Field(field) => Some(Spot::Field(*field)),
            Place::Text(key) => form.text(key).map(Spot::Text),
            Place::Cell { table, row, column } => form.cell(table, row, column).map(Spot::Cell),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Field(field) => write!(f, "field:{}", field.key()),
            Place::Text(key) => write!(f, "text:{key}"),
            Place::Cell { table, row, column } => write!(f, "cell:{table}:{row}:{column}"),
        }
    }
}

/// A text that names no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace;

impl fmt::Display for NoPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not the name of a place in a report")
    }
}

impl std::error::Error for NoPlace {}

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Place, NoPlace> {
        let parts: Vec<_> = text.split(':').collect();
        match parts[..] {
            ["field", key] => Field::of_key(key).map(Place::Field).ok_or(NoPlace),
            ["text", key] => Ok(Place::Text(key.to_owned())),
            ["cell", table, row, column] => {
                let [table, row, column] = [table, row, column].map(str::to_owned);
                Ok(Place::Cell { table, row, column })
            }
            _ => Err(NoPlace),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FORMS;

    #[test]
    fn every_place_of_every_edition_is_found_by_its_name() {
        for form in FORMS.iter() {
            let cells = form.cells().map(Spot::Cell);
            let texts = form.text_ids().map(Spot::Text);
            for spot in cells.chain(texts).chain(Field::ALL.map(Spot::Field)) {
                let name = Place::of(form, spot).to_string();
                let place: Place = name.parse().expect("a name of our own");
                assert_eq!(place.on(form), Some(spot), "{name}");
            }
        }
    }

    #[test]
    fn what_names_no_place_is_no_place() {
        let form = Form::for_year(2025);
        for text in [
            "",
            "cell",
            "cell:requests",
            "field:colour",
            "page:1",
            "cell:a:b:c:d",
        ] {
            assert_eq!(text.parse::<Place>(), Err(NoPlace), "{text}");
        }
        let unknown: Place = "text:overview/weather".parse().expect("a name");
        assert_eq!(unknown.on(form), None);
    }
}
