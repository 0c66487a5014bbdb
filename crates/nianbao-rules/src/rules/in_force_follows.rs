//! What is in force is last year's stock, with what was issued and without what was repealed.
//! Silent without last year's report.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{DOCUMENTS, IN_FORCE, ISSUED, NORMATIVE_DOCUMENTS, REPEALED};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;
use super::stock_not_negative::{Stock, stocks};

/// What is in force follows from last year's stock, what was issued and what was repealed.
pub(super) static RULE: Rule = Rule {
    id: "in-force-follows",
    title: "现行有效件数与上年年报衔接不上",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2, &law::PRACTICE],
    check: Check::Custom {
        formula: "规章、行政规范性文件：现行有效件数 = 上年的现行有效件数 + 本年制发件数 − 本年废止件数",
        find,
    },
    explanation: "年底有效的文件，是上年底有效的加上今年制发的、减去今年废止的；对不上多是漏报了废止，或者两年的统计范围不同。请核对三个数，范围有调整的在正文中说明。",
    examples: &[
        Example {
            given: &[
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED, "3"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED, "1"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "13"),
                Given::Previous(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "10"),
            ],
            finds: &[
                "行政规范性文件：现行有效件数 13 ≠ 上年 10 + 本年制发件数 3 − 本年废止件数 1 = 12，相差 1",
            ],
        },
        Example {
            given: &[
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED, "1"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "9"),
                Given::Previous(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "10"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "9")],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let Some(previous) = case.previous() else {
        return Vec::new();
    };
    let has_it = |stock: &Stock| {
        let [_, _, in_force] = stock.cells;
        case.report
            .form
            .same_cell(in_force, previous.form)
            .is_some()
    };
    stocks(case)
        .filter(has_it)
        .filter_map(|stock| judge(case, &stock))
        .collect()
}

fn judge(case: &Case, stock: &Stock) -> Option<Outcome> {
    let numbers = stock.numbers(case.report);
    let (Some([issued, repealed, in_force]), Some(before)) =
        (numbers, case.number_before(stock.cells[2]))
    else {
        let missing = cells::without_number(case.report, stock.cells);
        return Some(Outcome::CannotTell(missing));
    };
    // Fewer in force than were added: that is the business of stock-not-negative.
    if in_force < issued - repealed {
        return None;
    }
    let due = before + issued - repealed;
    if in_force == due {
        return Some(Outcome::Holds);
    }
    let [issued_name, repealed_name, in_force_name] = stock.columns;
    let statement = format!(
        "{}：{in_force_name} {in_force} ≠ 上年 {before} + {issued_name} {issued} − {repealed_name} {repealed} = {due}，相差 {}",
        stock.row,
        (in_force - due).abs(),
    );
    let [issued, repealed, in_force] = stock.cells;
    Some(Failure::new(statement, cells::spots(&[in_force, issued, repealed])).into())
}
