//! What the columns are called where every figure is a row: in CSV files and in tables for databases.

/// Year of the form's edition.
pub const EDITION: &str = "edition";
/// The table: its number as printed in CSV files, its key in tables for databases.
pub const TABLE: &str = "table";
/// Path of the row, a name that outlives the edition.
pub const ROW: &str = "row";
/// Official wording of the row.
pub const ROW_LABEL: &str = "row_label";
/// Path of the column, a name that outlives the edition.
pub const COLUMN: &str = "column";
/// Official wording of the column.
pub const COLUMN_LABEL: &str = "column_label";
/// The figure as printed.
pub const VALUE: &str = "value";
/// Which kind of answer it is ([`State`](crate::figure::State)).
pub const STATE: &str = "state";
/// How sure the reading of it is.
pub const CONFIDENCE: &str = "confidence";
