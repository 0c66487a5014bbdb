//! Reads ledgers as they lie there: finds the heads, tells requests from other lines, and keeps what was not read with the reason.

use nianbao_core::sheet::Sheet;

use crate::lines;
use crate::mapping::{HeadAnswer, Mapping, Spread};

use super::heads::Field;
use super::{At, Column, Ledger, SheetRead, Unread};

mod interner;
mod remarks;
mod row;

use interner::Interner;
use row::Row;

/// Reads all sheets of one file and appends what is on them; what was said of their heads counts before any wording.
pub fn read(ledger: &mut Ledger, file: &str, sheets: &[Sheet], heads: &[HeadAnswer<Field>]) {
    let mut interner = Interner::of(ledger);
    for sheet in sheets {
        let mapping = Mapping::find(sheet, heads);
        let read = SheetRead {
            file: file.to_owned(),
            sheet: sheet.name.clone(),
            columns: mapping.as_ref().map(columns).unwrap_or_default(),
            unread: Vec::new(),
            remarks: Vec::new(),
        };
        let read = match mapping.filter(Mapping::is_book) {
            Some(mapping) => read_sheet(ledger, &mut interner, sheet, &mapping, read),
            None => no_ledger(sheet, read),
        };
        ledger.sheets.push(read);
    }
    ledger.kinds = interner.kinds.wordings;
    ledger.results = interner.results.wordings;
}

fn columns(mapping: &Mapping<Field>) -> Vec<Column> {
    let column = |column: &crate::mapping::Column<Field>| Column {
        place: index(column.place),
        head: column.head.clone(),
        field: column.field,
    };
    mapping.columns.iter().map(column).collect()
}

fn no_ledger(sheet: &Sheet, read: SheetRead) -> SheetRead {
    let rows = (0..sheet.n_rows()).filter(|row| sheet.row(*row).next().is_some());
    SheetRead {
        unread: rows.map(|row| (index(row), Unread::NoLedger)).collect(),
        remarks: vec![remarks::no_ledger(&sheet.name)],
        ..read
    }
}

/// Appends the requests of a sheet with these heads; what was read of it goes into `read`.
fn read_sheet(
    ledger: &mut Ledger,
    interner: &mut Interner,
    sheet: &Sheet,
    mapping: &Mapping<Field>,
    mut read: SheetRead,
) -> SheetRead {
    let sheet_idx = index(ledger.sheets.len());
    read.remarks = remarks::of(mapping);
    for row in 0..mapping.row {
        let is_blank = lines::unread(sheet, row) == Some(Unread::Blank);
        let why = if is_blank {
            Unread::Blank
        } else {
            Unread::Title
        };
        read.unread.push((index(row), why));
    }
    let first = mapping.row + mapping.n_rows;
    read.unread
        .extend((mapping.row..first).map(|row| (index(row), Unread::Head)));
    let spread = Spread::new(sheet);
    let mut last: Option<usize> = None;
    for row in first..sheet.n_rows() {
        let at = At {
            sheet: sheet_idx,
            row: index(row),
        };
        let why = match mapping.is_repeated_at(sheet, row) {
            true => Some(Unread::Head),
            false => lines::unread(sheet, row),
        };
        if let Some(why) = why {
            read.unread.push((at.row, why));
            continue;
        }
        let cells = Row {
            sheet,
            mapping,
            spread: &spread,
            row,
        };
        let previous = last.map(|last| &ledger.requests[last]);
        let Some(mut request) = cells.request(previous, interner) else {
            read.unread.push((at.row, Unread::Unknown));
            continue;
        };
        request.at = at;
        if request.part_of.is_some() {
            request.part_of =
                last.and_then(|last| ledger.requests[last].part_of.or(u32::try_from(last).ok()));
        }
        last = Some(ledger.requests.len());
        ledger.requests.push(request);
    }
    // Blank lines at the end of a sheet are no lines of the ledger.
    let is_at_end =
        |&(row, why): &(u32, Unread)| why == Unread::Blank && row as usize + 1 >= sheet.n_rows();
    while read.unread.last().is_some_and(is_at_end) {
        read.unread.pop();
    }
    read
}

fn index(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
