//! The figures of a report: 200 items in its row, 200 rows in the table `figures`.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Decimal128Builder, Int16Builder, Int64Builder, ListBuilder, StringBuilder,
};
use arrow_array::{ArrayRef, ListArray};
use arrow_schema::{DataType, Fields};
use nianbao_core::figure::{Figure, State};
use nianbao_core::form::Unit;
use nianbao_core::row;
use nianbao_read::{Confidence, Reading, reason_keys};

use crate::list::{Ends, full, list_of, maybe, texts};
use crate::words::{self, Words};
use crate::{Options, Places};

/// 万元 with six decimals, so that the integer inside is fen; up to 18 digits are kept as plain 64-bit numbers in files.
pub(crate) const AMOUNT: DataType = DataType::Decimal128(18, 6);

/// The columns of a figure.
pub(crate) fn fields(dictionary: bool) -> Fields {
    let word = || words::data_type(dictionary);
    Fields::from(vec![
        full("cell", DataType::Int16),
        full(row::TABLE, word()),
        full(row::ROW, word()),
        full(row::COLUMN, word()),
        maybe("count", DataType::Int64),
        maybe("amount", AMOUNT),
        full(row::STATE, word()),
        full("computed", DataType::Boolean),
        full(row::CONFIDENCE, word()),
        maybe("text", DataType::Utf8),
        maybe("reason", DataType::Utf8),
        maybe("reason_keys", list_of(DataType::Utf8)),
        maybe("place", DataType::Utf8),
    ])
}

/// The figures of many reports, column by column.
pub(crate) struct Figures {
    options: Options,
    ends: Ends,
    n_figures: usize,
    cell: Int16Builder,
    table: Words,
    row: Words,
    column: Words,
    count: Int64Builder,
    amount: Decimal128Builder,
    state: Words,
    computed: BooleanBuilder,
    confidence: Words,
    text: StringBuilder,
    reason: StringBuilder,
    reason_keys: ListBuilder<StringBuilder>,
    place: StringBuilder,
}

impl Figures {
    pub(crate) fn new(options: Options) -> Figures {
        Figures {
            options,
            ends: Ends::default(),
            n_figures: 0,
            cell: Int16Builder::new(),
            table: Words::default(),
            row: Words::default(),
            column: Words::default(),
            count: Int64Builder::new(),
            amount: Decimal128Builder::new().with_data_type(AMOUNT),
            state: Words::default(),
            computed: BooleanBuilder::new(),
            confidence: Words::default(),
            text: StringBuilder::new(),
            reason: StringBuilder::new(),
            reason_keys: texts(),
            place: StringBuilder::new(),
        }
    }

    /// The figures of one report; none of a file that could not be read.
    pub(crate) fn push(&mut self, reading: Option<&Reading>) {
        if let Some(reading) = reading {
            self.push_all(reading);
        }
        self.ends.push(self.n_figures);
    }

    fn push_all(&mut self, reading: &Reading) {
        let report = &reading.report;
        for (source, figure, state) in reading.figures() {
            let cell = source.cell;
            let index = i16::try_from(cell.index()).expect("a form has a few hundred cells");
            self.n_figures += 1;
            self.cell.append_value(index);
            let [table, row, column] = words::of_cell(report.form, cell);
            self.table.push_known(table);
            self.row.push_known(row);
            self.column.push_known(column);
            let number = figure.number();
            let is_amount = report.form.unit(cell) == Unit::TenThousandYuan;
            self.count.append_option(number.filter(|_| !is_amount));
            let fen = number.filter(|_| is_amount).map(i128::from);
            self.amount.append_option(fen);
            // A sum of amounts is an amount too, although it is shown as a plain number.
            let is_sum = is_amount && state == State::Count;
            self.state
                .push(if is_sum { State::Amount } else { state }.key());
            self.computed
                .append_value(number.is_some() && report.is_computed(cell));
            self.confidence.push(source.confidence.key());

            let is_doubtful = source.confidence != Confidence::Read;
            self.text.append_option(match &figure {
                Figure::Placeholder(text) | Figure::Unreadable(text) => Some(text.as_str()),
                _ if is_doubtful => some(&source.snippet),
                _ => None,
            });
            self.reason.append_option(some(source.confidence.reason()));
            if is_doubtful {
                for key in reason_keys(source.confidence.reason()) {
                    self.reason_keys.values().append_value(key);
                }
            }
            self.reason_keys.append(is_doubtful);
            let is_placed = match self.options.places {
                Places::None => false,
                Places::Doubtful => is_doubtful,
                Places::All => true,
            };
            self.place
                .append_option(some(&source.place).filter(|_| is_placed));
        }
    }

    pub(crate) fn finish(mut self) -> ListArray {
        let dictionary = self.options.dictionary;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.cell.finish()),
            self.table.finish(dictionary),
            self.row.finish(dictionary),
            self.column.finish(dictionary),
            Arc::new(self.count.finish()),
            Arc::new(self.amount.finish()),
            self.state.finish(dictionary),
            Arc::new(self.computed.finish()),
            self.confidence.finish(dictionary),
            Arc::new(self.text.finish()),
            Arc::new(self.reason.finish()),
            Arc::new(self.reason_keys.finish()),
            Arc::new(self.place.finish()),
        ];
        self.ends.finish(fields(dictionary), columns)
    }
}

/// A text, if there is one.
pub(crate) fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
