//! What the rules say of a report: a list in its row, and the rows of the table `findings`.

use std::sync::Arc;

use arrow_array::builder::{Int16Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, ListArray};
use arrow_schema::{DataType, Fields};
use nianbao_core::form::Form;
use nianbao_core::judgement::{Finding, Judgement};
use nianbao_core::spot::{Place, Spot};

use crate::list::{Ends, builder, full, list_of, maybe, texts};
use crate::words::{self, Words};

/// The columns of a finding.
pub(crate) fn fields(dictionary: bool) -> Fields {
    let word = || words::data_type(dictionary);
    Fields::from(vec![
        full("rule", word()),
        full("severity", word()),
        full("concerns", word()),
        full("statement", DataType::Utf8),
        maybe("note", DataType::Utf8),
        full("cells", list_of(DataType::Int16)),
        full("places", list_of(DataType::Utf8)),
    ])
}

/// The findings on many reports, column by column.
pub(crate) struct Findings {
    dictionary: bool,
    ends: Ends,
    n_findings: usize,
    rule: Words,
    severity: Words,
    concerns: Words,
    statement: StringBuilder,
    note: StringBuilder,
    cells: ListBuilder<Int16Builder>,
    places: ListBuilder<StringBuilder>,
}

impl Findings {
    pub(crate) fn new(dictionary: bool) -> Findings {
        Findings {
            dictionary,
            ends: Ends::default(),
            n_findings: 0,
            rule: Words::default(),
            severity: Words::default(),
            concerns: Words::default(),
            statement: StringBuilder::new(),
            note: StringBuilder::new(),
            cells: builder(Int16Builder::new(), DataType::Int16),
            places: texts(),
        }
    }

    /// What was found in one report; nothing in a file that was not judged.
    pub(crate) fn push(&mut self, judged: Option<(&Form, &Judgement)>) {
        if let Some((form, judgement)) = judged {
            for finding in &judgement.findings {
                self.push_one(form, finding);
            }
        }
        self.ends.push(self.n_findings);
    }

    fn push_one(&mut self, form: &Form, finding: &Finding) {
        self.n_findings += 1;
        self.rule.push(&finding.rule.id);
        self.severity.push(finding.severity.key());
        self.concerns.push(finding.rule.concerns.key());
        self.statement.append_value(&finding.statement);
        self.note.append_option(finding.note.as_deref());
        for &spot in &finding.spots {
            match spot {
                Spot::Cell(cell) => {
                    let index =
                        i16::try_from(cell.index()).expect("a form has a few hundred cells");
                    self.cells.values().append_value(index);
                }
                Spot::Field(_) | Spot::Text(_) => {
                    let place = Place::of(form, spot).to_string();
                    self.places.values().append_value(place);
                }
            }
        }
        self.cells.append(true);
        self.places.append(true);
    }

    pub(crate) fn finish(mut self) -> ListArray {
        let dictionary = self.dictionary;
        let columns: Vec<ArrayRef> = vec![
            self.rule.finish(dictionary),
            self.severity.finish(dictionary),
            self.concerns.finish(dictionary),
            Arc::new(self.statement.finish()),
            Arc::new(self.note.finish()),
            Arc::new(self.cells.finish()),
            Arc::new(self.places.finish()),
        ];
        self.ends.finish(fields(dictionary), columns)
    }
}
