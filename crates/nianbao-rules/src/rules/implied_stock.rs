//! What was in force a year ago follows from this year's numbers, and is worth comparing where last year's report is not at hand.
//! Silent where it is, and where there is no document.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{DOCUMENTS, IN_FORCE, ISSUED, NORMATIVE_DOCUMENTS, REPEALED};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;
use super::stock_not_negative::{Stock, stocks};

/// Says what the stock must have been a year ago, for a clerk without last year's report at hand.
pub(super) static RULE: Rule = Rule {
    id: "implied-stock",
    title: "上年底的件数可以推算，尚未与上年年报核对",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2, &law::PRACTICE],
    check: Check::Custom {
        formula: "上年的现行有效件数 = 现行有效件数 − 本年制发件数 + 本年废止件数",
        find,
    },
    explanation: "本年的三个数合起来说明了上年底有多少件，应与上年年报的现行有效件数一致。请与上年年报对照；调入上年年报后可以自动核对。",
    examples: &[
        Example {
            given: &[
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED, "3"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED, "1"),
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "12"),
            ],
            finds: &["行政规范性文件：12 − 3 + 1 = 10，即上年的现行有效件数应为 10"],
        },
        Example {
            given: &[
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "12"),
                Given::Previous(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE, "12"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED, "3")],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    // With last year's figure at hand, in-force-follows compares.
    let is_unknown = |stock: &Stock| case.number_before(stock.cells[2]).is_none();
    stocks(case)
        .filter(is_unknown)
        .filter_map(|stock| judge(case, &stock))
        .collect()
}

fn judge(case: &Case, stock: &Stock) -> Option<Outcome> {
    let Some([issued, repealed, in_force]) = stock.numbers(case.report) else {
        return cells::cannot_tell(case.report, stock.cells);
    };
    let before = in_force - issued + repealed;
    // A negative stock is the business of stock-not-negative.
    if [issued, repealed, in_force] == [0; 3] || before < 0 {
        return None;
    }
    let statement = format!(
        "{}：{in_force} − {issued} + {repealed} = {before}，即上年的{}应为 {before}",
        stock.row, stock.columns[2]
    );
    Some(Failure::new(statement, cells::spots(&stock.cells[2..])).into())
}
