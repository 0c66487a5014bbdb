//! The form asks for numbers, and “/” is not one; it may stay where a place wants it, so it is no error.
//! Silent on blanks, and on text that is no number.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::figure::Figure;
use nianbao_core::form::keys::{CARRIED_OVER, NATURAL_PERSON, RESEARCH};
use nianbao_core::form::{Cell, TableForm};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// “/” and the like are no figures, and may stay: one finding for each table, and no error.
pub(super) static RULE: Rule = Rule {
    id: "placeholder-figure",
    title: "表中以符号代替数字",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3, &law::PRACTICE],
    check: Check::Custom {
        formula: "没有的填 0，不以“/”“-”“—”“无”等代替",
        find,
    },
    explanation: "“/”不是 0：读者分不清是没有还是不适用，相关的勾稽关系也无法核对。请尽量改填 0；各地也有填“/”的，可以保留，不会被自动改动。",
    examples: &[
        Example {
            given: &[Given::Figure("fees", "administrative-fees", "amount", "/")],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 填的是“/”，不是数字",
            ],
        },
        Example {
            given: &[
                Given::Figure("requests", CARRIED_OVER, NATURAL_PERSON, "无"),
                Given::Figure("requests", "handled/partial", NATURAL_PERSON, "/"),
                Given::Figure("requests", "handled/partial", RESEARCH, "—"),
            ],
            finds: &["二、上年结转政府信息公开申请数量，自然人 等 3 格填的是“无”“/”“—”，不是数字"],
        },
        Example {
            given: &[
                Given::Figure("requests", CARRIED_OVER, NATURAL_PERSON, ""),
                Given::Figure("requests", "handled/partial", NATURAL_PERSON, "约3"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let is_placeholder = |cell: &Cell| matches!(report.figure(*cell), Figure::Placeholder(_));
    let outcome = |table: &TableForm| {
        let wrong: Vec<_> = table.cells().filter(is_placeholder).collect();
        if wrong.is_empty() {
            let filled_in = table.cells().filter(|&cell| !report.is_computed(cell));
            return cells::cannot_tell(report, filled_in).unwrap_or(Outcome::Holds);
        }
        let statement = format!(
            "{}填的是{}，不是数字",
            cells::named(report.form, &wrong),
            cells::typed(report, &wrong)
        );
        Failure::new(statement, cells::spots(&wrong)).into()
    };
    report.form.tables.iter().map(outcome).collect()
}
