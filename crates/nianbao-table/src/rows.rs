//! Many files as one batch: the nested row that engines exchange.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{Field, Schema, SchemaRef};

use crate::figures::{self, Figures};
use crate::files::{self, Files};
use crate::findings::{self, Findings};
use crate::list::{full, list_of};
use crate::{Context, Options, Row};

/// The list of a report's figures.
pub(crate) const FIGURES: &str = "figures";
/// The list of what was found in a report.
pub(crate) const FINDINGS: &str = "findings";

/// The columns of the nested row.
pub fn schema(options: Options) -> SchemaRef {
    let list = |name, fields| full(name, list_of(arrow_schema::DataType::Struct(fields)));
    let mut fields: Vec<Field> = files::fields();
    fields.push(list(FIGURES, figures::fields(options.dictionary)));
    fields.push(list(FINDINGS, findings::fields(options.dictionary)));
    Arc::new(Schema::new(fields))
}

/// A batch that is being made.
pub struct Rows {
    options: Options,
    n_rows: usize,
    files: Files,
    figures: Figures,
    findings: Findings,
}

impl Rows {
    /// A batch without rows.
    pub fn new(options: Options) -> Rows {
        Rows {
            options,
            n_rows: 0,
            files: Files::new(),
            figures: Figures::new(options),
            findings: Findings::new(options.dictionary),
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.n_rows
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.n_rows == 0
    }

    /// Adds what came of one file, which was judged in this context.
    pub fn push(&mut self, row: &Row, context: &Context) {
        self.n_rows += 1;
        self.files.push(row, context.today);
        let judged = row.outcome.as_deref().ok();
        let reading = judged.map(|judged| &judged.reading);
        self.figures.push(reading);
        self.findings.push(judged.and_then(|judged| {
            let judgement = judged.judgement.as_ref()?;
            Some((judged.reading.report.form, judgement))
        }));
    }

    /// The batch, one row for each file in the order in which they were added.
    pub fn finish(self) -> RecordBatch {
        let mut columns = self.files.finish();
        columns.push(Arc::new(self.figures.finish()));
        columns.push(Arc::new(self.findings.finish()));
        RecordBatch::try_new(schema(self.options), columns).expect("columns as the schema says")
    }
}
