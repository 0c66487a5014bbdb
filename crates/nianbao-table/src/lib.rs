//! Annual reports as Arrow tables: bytes or readings in, one nested row for each file out.
//!
//! A [`Row`] is what came of one file; [`Rows`] gathers them into a batch, and [`Tables`] takes such a batch apart into
//! `files`, `figures` and `findings`. [`cells`] and [`rules`] are the dictionaries beside them. The nested row is the
//! unit that engines exchange: one file in, one row out, and what goes wrong with a file is data in its row.
//!
//! This crate alone knows the names of columns (docs/tables.md describes them); those that a figure has in CSV files too
//! come from [`nianbao_core::row`].
//!
//! ```
//! use nianbao_table::{Context, Options, Row, Rows, Tables};
//!
//! let context = Context::on("2026-01-31".parse()?);
//! let mut rows = Rows::new(Options::default());
//! rows.push(&Row::of_bytes("empty.docx", b"", &context), &context);
//! let nested = rows.finish();
//! let tables = Tables::of(&nested);
//! assert_eq!((tables.files.num_rows(), tables.figures.num_rows()), (1, 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod figures;
mod files;
mod findings;
mod list;
mod packed;
mod reference;
mod row;
mod rows;
mod tidy;
mod words;

pub use arrow_schema::SchemaRef;
pub use packed::{CONTENT, NAME, packed_schema};
pub use reference::{cells, rules};
pub use row::{Context, Failure, Judged, Row};
pub use rows::{Rows, schema};
pub use tidy::Tables;

/// The version of reader and rules, which stands in each row: what they find may change with it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How tables are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Words that repeat (labels, states, rules) as Arrow dictionaries rather than plain text. Spark takes plain text only.
    pub dictionary: bool,
    /// For which figures the place in the source is told.
    pub places: Places,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            dictionary: true,
            places: Places::Doubtful,
        }
    }
}

/// For which figures a table tells where they stand in their source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// For none.
    None,
    /// For those that were read with a guess or not found.
    Doubtful,
    /// For all.
    All,
}

impl Places {
    /// All choices with their words.
    pub const ALL: [(Places, &str); 3] = [
        (Places::None, "none"),
        (Places::Doubtful, "doubtful"),
        (Places::All, "all"),
    ];

    /// The choice with this word.
    pub fn of_key(key: &str) -> Option<Places> {
        let mut all = Places::ALL.into_iter();
        all.find(|(_, word)| *word == key).map(|(places, _)| places)
    }
}
