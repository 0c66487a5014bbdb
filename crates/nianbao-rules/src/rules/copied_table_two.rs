//! A year's documents, decisions and fees do not come to last year's numbers again.
//! Silent without last year's report, where two zeros are the same, and where all numbers are small.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Cell;
use nianbao_core::form::keys::{
    ADMINISTRATIVE_FEES, AMOUNT, DECIDED, DOCUMENTS, FEES, IN_FORCE, LICENSE, LICENSES, PENALTIES,
    PENALTY,
};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// A year's work does not come to the same numbers twice.
pub(super) static RULE: Rule = Rule {
    id: "copied-table-two",
    title: "第二部分的数据与上年几乎相同",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "第二部分除现行有效件数外，两年不都为 0 的格至少两格、其中有 10 以上的数时，与上年相同的不到八成",
        find,
    },
    explanation: "各项数据一年一报，多格同时与上年相同，多半是在上年的年报上改写时没有更新。请逐格核对，确实相同的予以保留。",
    examples: &[
        Example {
            given: &[
                Given::Figure(LICENSES, LICENSE, DECIDED, "120"),
                Given::Previous(LICENSES, LICENSE, DECIDED, "120"),
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "3.52"),
                Given::Previous(FEES, ADMINISTRATIVE_FEES, AMOUNT, "3.52"),
            ],
            finds: &[
                "两年不都为 0 的 2 格中有 2 格与上年相同：行政许可，本年处理决定数量 120；行政事业性收费，本年收费金额（单位：万元） 3.52",
            ],
        },
        Example {
            given: &[
                Given::Figure(LICENSES, LICENSE, DECIDED, "120"),
                Given::Previous(LICENSES, LICENSE, DECIDED, "120"),
                Given::Figure(PENALTIES, PENALTY, DECIDED, "7"),
                Given::Previous(PENALTIES, PENALTY, DECIDED, "8"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(LICENSES, LICENSE, DECIDED, "2"),
                Given::Previous(LICENSES, LICENSE, DECIDED, "2"),
                Given::Figure(PENALTIES, PENALTY, DECIDED, "1"),
                Given::Previous(PENALTIES, PENALTY, DECIDED, "1"),
            ],
            finds: &[],
        },
    ],
};

const FEWEST: usize = 2;
/// Smaller numbers come twice by themselves.
const TELLING: i64 = 10;

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let (Some(previous), Some(documents)) = (case.previous(), form.table(DOCUMENTS)) else {
        return Vec::new();
    };
    let is_flow = |cell: &Cell| {
        let place = form.place(*cell);
        form.tables[place.table].columns[place.column].path != IN_FORCE
            && form.same_cell(*cell, previous.form).is_some()
    };
    let tables = form.tables_of(documents.section);
    let flows: Vec<_> = tables
        .flat_map(|table| table.cells())
        .filter(is_flow)
        .collect();
    let numbers = |&cell: &Cell| Some((cell, case.number_at(cell)?, case.number_before(cell)?));
    let counted = flows.iter().filter_map(numbers);
    let counted: Vec<_> = counted
        .filter(|(_, this, last)| (*this, *last) != (0, 0))
        .collect();
    let same: Vec<_> = counted
        .iter()
        .filter(|(_, this, last)| this == last)
        .collect();
    let is_telling = counted.len() >= FEWEST && counted.iter().any(|(_, this, _)| *this >= TELLING);
    if is_telling && same.len() * 10 >= counted.len() * 8 {
        let named = |(cell, ..): &&(Cell, i64, i64)| {
            format!("{} {}", form.name(*cell), report.figure(*cell))
        };
        let statement = format!(
            "两年不都为 0 的 {} 格中有 {} 格与上年相同：{}",
            counted.len(),
            same.len(),
            same.iter().map(named).collect::<Vec<_>>().join("；"),
        );
        let spots: Vec<_> = same.iter().map(|(cell, ..)| *cell).collect();
        return vec![Failure::new(statement, cells::spots(&spots)).into()];
    }
    if let Some(outcome) = cells::cannot_tell(report, flows) {
        return vec![outcome];
    }
    is_telling.then_some(Outcome::Holds).into_iter().collect()
}
