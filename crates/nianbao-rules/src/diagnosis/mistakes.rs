//! The mistakes, the most telling first.

use nianbao_core::judgement::Change;

use super::{Diagnosis, Look, Suspect, request};
use nianbao_core::form::keys::*;
use nianbao_core::form::{Cell, Position};
use nianbao_core::report::Report;

/// All diagnoses, in the order they are offered.
pub static DIAGNOSES: &[&Diagnosis] = &[
    &Diagnosis {
        id: "forward-in-total",
        mistake: "（七）总计可能把结转下年度也加了进去",
        look: Look::Cell(|suspect| {
            let forward = suspect.in_column(CARRIED_FORWARD);
            suspect.is_in_row(HANDLED_TOTAL)
                && forward
                    .is_some_and(|forward| forward > 0 && suspect.now == suspect.needed + forward)
        }),
    },
    &Diagnosis {
        id: "over-in-new",
        mistake: "本年新收可能已经包含上年结转",
        look: Look::Cell(|suspect| {
            let over = suspect.in_column(CARRIED_OVER);
            suspect.is_in_row(NEWLY_RECEIVED)
                && over.is_some_and(|over| over > 0 && suspect.now == suspect.needed + over)
        }),
    },
    &Diagnosis {
        id: "partial-counted-twice",
        mistake: "部分公开的可能又计入了不予公开，区分处理的只计部分公开",
        look: Look::Cell(|suspect| {
            let partial = suspect.in_column(PARTIAL);
            suspect.is_in_row(WITHHELD)
                && partial
                    .is_some_and(|partial| partial > 0 && suspect.now == suspect.needed + partial)
        }),
    },
    &Diagnosis {
        id: "digits-swapped",
        mistake: "相邻两位数字可能写颠倒了",
        look: Look::Cell(|suspect| are_swapped(suspect.now, suspect.needed)),
    },
    &Diagnosis {
        id: "zeros-too-many",
        mistake: "可能多写或少写了末尾的 0",
        look: Look::Cell(|suspect| {
            let (small, large) = (
                suspect.now.min(suspect.needed),
                suspect.now.max(suspect.needed),
            );
            small > 0
                && [10, 100, 10_000]
                    .iter()
                    .any(|factor| small.checked_mul(*factor) == Some(large))
        }),
    },
    &Diagnosis {
        id: "wrong-line-of-last-year",
        mistake: "上年结转可能抄了上年年报的另一行，应为上年的结转下年度",
        look: Look::Report(wrong_line),
    },
    &Diagnosis {
        id: "row-shifted",
        mistake: "这一行的数可能错了一列",
        look: Look::Report(shifted),
    },
    &Diagnosis {
        id: "number-split",
        mistake: "一个数可能被拆成了两格",
        look: Look::Report(split),
    },
    &Diagnosis {
        id: "requester-changed",
        mistake: "同一件申请在收件和办理结果中可能归入了不同的申请人类别",
        look: Look::Report(moved),
    },
    &Diagnosis {
        id: "cell-mistyped",
        mistake: "行和列都差同一个数，交叉处的这一格可能写错",
        look: Look::Cell(|suspect| {
            suspect.n_failed > 1 && !suspect.report.form.is_total(suspect.cell)
        }),
    },
    &Diagnosis {
        id: "total-mistyped",
        mistake: "各项都相符，只有总计可能写错",
        look: Look::Cell(|suspect| suspect.report.form.is_total(suspect.cell)),
    },
];

impl Suspect<'_> {
    fn place(&self) -> Position {
        self.report.form.place(self.cell)
    }

    /// Whether the cell stands in the row, or the group of rows, with this path in table three.
    fn is_in_row(&self, path: &str) -> bool {
        let place = self.place();
        let table = &self.report.form.tables[place.table];
        let row = table.rows[place.row].path.strip_prefix(path);
        table.table.key == REQUESTS
            && row.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The number of the same column in another row of table three.
    fn in_column(&self, row: &str) -> Option<i64> {
        let place = self.place();
        let table = &self.report.form.tables[place.table];
        let cell = table.cell(table.row(row)?, place.column);
        self.report
            .number(cell)
            .filter(|_| table.table.key == REQUESTS)
    }
}

/// Whether two numbers differ in the order of two neighbouring digits.
fn are_swapped(a: i64, b: i64) -> bool {
    let (a, b) = (a.to_string().into_bytes(), b.to_string().into_bytes());
    a != b
        && a.len() == b.len()
        && (1..a.len()).any(|idx| {
            let mut swapped = a.clone();
            swapped.swap(idx - 1, idx);
            swapped == b
        })
}

/// What was carried over is not what last year carried forward, but what another line of last year says.
fn wrong_line(report: &Report, previous: Option<&Report>) -> Vec<Vec<Change>> {
    let Some(previous) = previous else {
        return Vec::new();
    };
    let Some(table) = report.form.table(REQUESTS) else {
        return Vec::new();
    };
    let change = |column: &str| {
        let cell = request(report, CARRIED_OVER, column)?;
        let now = report.figure(cell).number()?;
        let last = |row: &str| previous.number(request(previous, row, column)?);
        let forward = last(CARRIED_FORWARD)?;
        let is_other_line = [NEWLY_RECEIVED, CARRIED_OVER, HANDLED_TOTAL]
            .into_iter()
            .any(|row| last(row) == Some(now));
        (now != forward && now > 0 && is_other_line).then_some(vec![Change {
            cell,
            number: forward,
        }])
    };
    table
        .columns
        .iter()
        .filter_map(|column| change(&column.path))
        .collect()
}

/// The typed numbers of a row of table three, with their cells; none if one is missing. A total may be left to be computed.
fn row_of(report: &Report, row: usize) -> Option<Vec<(Cell, i64)>> {
    let table = report.form.table(REQUESTS)?;
    let cells = (0..table.columns.len()).map(|column| table.cell(row, column));
    cells
        .filter(|&cell| !report.is_computed(cell))
        .map(|cell| Some((cell, report.figure(cell).number()?)))
        .collect()
}

/// Rows whose total stands one column too far to the left: everything moves to the right.
fn shifted(report: &Report, _: Option<&Report>) -> Vec<Vec<Change>> {
    let n_rows = report
        .form
        .table(REQUESTS)
        .map_or(0, |table| table.rows.len());
    let change = |row| {
        let numbers = row_of(report, row)?;
        let total_idx = report.form.table(REQUESTS)?.columns.len() - 2;
        let (total, terms) = (numbers.get(total_idx)?.1, &numbers[..total_idx]);
        let is_total = total > 0 && terms.iter().map(|(_, number)| number).sum::<i64>() == total;
        let before = std::iter::once(0).chain(numbers.iter().map(|(_, number)| *number));
        let moved = numbers.iter().zip(before);
        let changes = moved.filter(|((_, now), before)| now != before);
        is_total.then(|| {
            changes
                .map(|((cell, _), number)| Change {
                    cell: *cell,
                    number,
                })
                .collect()
        })
    };
    (0..n_rows).filter_map(change).collect()
}

/// Rows in which two neighbouring digits are one number: they are joined, and what follows moves to the left.
fn split(report: &Report, _: Option<&Report>) -> Vec<Vec<Change>> {
    let Some(table) = report.form.table(REQUESTS) else {
        return Vec::new();
    };
    let rows = (0..table.rows.len()).filter_map(|row| row_of(report, row));
    let mut proposals = Vec::new();
    for numbers in rows.filter(|numbers| numbers.len() == table.columns.len()) {
        for idx in 0..numbers.len() - 1 {
            let (first, second) = (numbers[idx].1, numbers[idx + 1].1);
            if !(1..10).contains(&first) || !(0..10).contains(&second) {
                continue;
            }
            let mut joined: Vec<i64> = numbers.iter().map(|(_, number)| *number).collect();
            joined[idx] = first * 10 + second;
            joined.remove(idx + 1);
            // The last column was pushed out of the table: it is the sum of the others.
            joined.push(joined.iter().sum());
            let changes = numbers
                .iter()
                .zip(joined)
                .filter(|((_, now), joined)| now != joined);
            let changes: Vec<_> = changes
                .map(|((cell, _), number)| Change {
                    cell: *cell,
                    number,
                })
                .collect();
            if changes.len() > 1 {
                proposals.push(changes);
            }
        }
    }
    proposals
}

/// Two columns that are out of balance by the same number in opposite directions.
fn moved(report: &Report, _: Option<&Report>) -> Vec<Vec<Change>> {
    let Some(table) = report.form.table(REQUESTS) else {
        return Vec::new();
    };
    let rest = |column: &str| {
        let number = |row| report.number(request(report, row, column)?);
        let rest = number(NEWLY_RECEIVED)? + number(CARRIED_OVER)?
            - number(HANDLED_TOTAL)?
            - number(CARRIED_FORWARD)?;
        (rest != 0).then_some((request(report, NEWLY_RECEIVED, column)?, rest))
    };
    let columns = table.columns.iter().filter(|column| !column.is_total());
    let unmet: Vec<_> = columns.filter_map(|column| rest(&column.path)).collect();
    let [(one, more), (other, less)] = unmet[..] else {
        return Vec::new();
    };
    let change = |cell: Cell, rest: i64| {
        let number = report.figure(cell).number()? - rest;
        (number >= 0).then_some(Change { cell, number })
    };
    let changes = (more + less == 0).then(|| Some(vec![change(one, more)?, change(other, less)?]));
    changes.flatten().into_iter().collect()
}
