//! Plain tables under a title, as writers make workbooks and documents of them: statistics of ledgers, catalogs, sums of units.

/// A table of texts and whole numbers under its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Name of the sheet, or the heading above the table.
    pub name: String,
    /// Heads, each with the width of its column in digits.
    pub heads: Vec<(String, usize)>,
    /// Rows from top to bottom. A text is text, whatever it begins with.
    pub rows: Vec<Vec<Item>>,
}

/// What is in a cell of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A text; empty for a blank cell.
    Text(String),
    /// A whole number.
    Number(usize),
    /// A figure of a report that is a number, in digits.
    Figure(String),
    /// A formula, and in digits what it comes to now.
    Formula(String, String),
}

impl Item {
    /// A text.
    pub fn text(text: impl Into<String>) -> Item {
        Item::Text(text.into())
    }

    /// What people see of it.
    pub fn shown(&self) -> String {
        match self {
            Item::Text(text) => text.clone(),
            Item::Number(number) => number.to_string(),
            Item::Figure(digits) | Item::Formula(_, digits) => digits.clone(),
        }
    }
}
