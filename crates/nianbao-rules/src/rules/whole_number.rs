//! Cases, documents and decisions are counted in whole numbers.
//! Silent on amounts of money, blanks and “/”.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::figure::Figure;
use nianbao_core::form::keys::{
    DISPUTES, DOCUMENTS, ISSUED, NATURAL_PERSON, NEWLY_RECEIVED, NORMATIVE_DOCUMENTS, REQUESTS,
    RESEARCH,
};
use nianbao_core::form::{Cell, TableForm, Unit};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Cases, documents and decisions are counted; one finding for each table.
pub(super) static RULE: Rule = Rule {
    id: "whole-number",
    title: "件数不是整数",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2, &law::FORM_TABLE_3],
    check: Check::Custom {
        formula: "除收费金额外，各格填 0 或正整数",
        find,
    },
    explanation: "件数只能是 0 或正整数，带文字、小数、负号的内容无法合计和核对。请只填数字，需要说明的写在正文里。",
    examples: &[
        Example {
            given: &[Given::Figure(
                REQUESTS,
                NEWLY_RECEIVED,
                NATURAL_PERSON,
                "约3",
            )],
            finds: &["一、本年新收政府信息公开申请数量，自然人 填的是“约3”，应填整数"],
        },
        Example {
            given: &[
                Given::Figure(DISPUTES, "cases", "reconsideration/upheld", "-1"),
                Given::Figure(REQUESTS, NEWLY_RECEIVED, RESEARCH, "1.5"),
                Given::Figure(REQUESTS, "handled/granted", RESEARCH, "1.5"),
            ],
            finds: &[
                "一、本年新收政府信息公开申请数量，法人或其他组织 科研机构 等 2 格填的是“1.5”，应填整数",
                "行政复议 结果维持 填的是“-1”，应填整数",
            ],
        },
        Example {
            given: &[
                Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED, "１，２００件"),
                Given::Figure("fees", "administrative-fees", "amount", "1.5"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let tables = case.report.form.tables.iter();
    tables.filter_map(|table| judge(case, table)).collect()
}

fn judge(case: &Case, table: &TableForm) -> Option<Outcome> {
    let report = case.report;
    let is_counted = |cell: &Cell| report.form.unit(*cell) != Unit::TenThousandYuan;
    let counted: Vec<_> = table.cells().filter(is_counted).collect();
    if counted.is_empty() {
        return None;
    }
    let is_wrong = |cell: &Cell| matches!(report.figure(*cell), Figure::Unreadable(_));
    let wrong: Vec<_> = counted.iter().copied().filter(is_wrong).collect();
    if wrong.is_empty() {
        return Some(cells::cannot_tell(report, counted).unwrap_or(Outcome::Holds));
    }
    let statement = format!(
        "{}填的是{}，应填整数",
        cells::named(report.form, &wrong),
        cells::typed(report, &wrong)
    );
    Some(Failure::new(statement, cells::spots(&wrong)).into())
}
