//! What last year's report carried forward is what this year's carries over, column by column.
//! Silent without last year's report; told more mildly where only the kinds of requesters differ.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{
    ALL_REQUESTERS, CARRIED_FORWARD, CARRIED_OVER, NATURAL_PERSON, REQUESTS, RESEARCH,
};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// What last year's report carried forward is what this year's carries over.
pub(super) static RULE: Rule = Rule {
    id: "carried-over-matches",
    title: "上年结转与上年年报的结转下年度不一致",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3, &law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "每一列：二、上年结转 = 上年年报的 四、结转下年度继续办理（总计不一致为错误，只是各类申请人之间不一致为提醒）",
        find,
    },
    explanation: "上年年底没有办完的申请，就是今年年初结转来的申请，两年的年报公开后可以互相对照。请核对登记台账，更正今年的数；上年公布有误的，在正文中说明。",
    examples: &[
        Example {
            given: &[Given::Previous(
                REQUESTS,
                CARRIED_FORWARD,
                NATURAL_PERSON,
                "1",
            )],
            finds: &[
                "二、上年结转政府信息公开申请数量 与上年的 四、结转下年度继续办理 不一致：自然人 0 ≠ 1，总计 0 ≠ 1",
            ],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, CARRIED_OVER, RESEARCH, "1"),
                Given::Previous(REQUESTS, CARRIED_FORWARD, NATURAL_PERSON, "1"),
            ],
            finds: &[
                "二、上年结转政府信息公开申请数量 与上年的 四、结转下年度继续办理 不一致：自然人 0 ≠ 1，法人或其他组织 科研机构 1 ≠ 0；总计一致，只是申请人类别不同",
            ],
        },
        Example {
            given: &[
                Given::Figure(REQUESTS, CARRIED_OVER, NATURAL_PERSON, "1"),
                Given::Previous(REQUESTS, CARRIED_FORWARD, NATURAL_PERSON, "1"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Previous(REQUESTS, CARRIED_FORWARD, NATURAL_PERSON, "1"),
                Given::PreviousYear(2023),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let rows = case.previous().and_then(|previous| {
        let (table, before) = (report.form.table(REQUESTS)?, previous.form.table(REQUESTS)?);
        let (over, forward) = (table.row(CARRIED_OVER)?, before.row(CARRIED_FORWARD)?);
        Some((previous, table, over, before, forward))
    });
    let Some((previous, table, over, before, forward)) = rows else {
        return Vec::new();
    };
    let mut outcomes = Vec::new();
    let (mut different, mut differences) = (Vec::new(), Vec::new());
    let mut severity = Severity::Warning;
    let mut is_total_same = false;
    for (column_idx, column) in table.columns.iter().enumerate() {
        let cell = table.cell(over, column_idx);
        let is_total = column.path == ALL_REQUESTERS;
        let last = before.column(&column.path);
        let last = last.and_then(|column| previous.number(before.cell(forward, column)));
        match (case.number_at(cell), last) {
            (Some(this), Some(last)) if this == last => {
                is_total_same |= is_total;
                outcomes.push(Outcome::Holds);
            }
            (Some(this), Some(last)) => {
                if is_total {
                    severity = Severity::Error;
                }
                different.push(cell);
                differences.push(format!("{} {this} ≠ {last}", column.name));
            }
            _ => outcomes.push(Outcome::CannotTell(cells::without_number(report, [cell]))),
        }
    }
    if !different.is_empty() {
        let statement = format!(
            "{} 与上年的 {} 不一致：{}{}",
            table.rows[over].name,
            before.rows[forward].name,
            differences.join("，"),
            match is_total_same {
                true => "；总计一致，只是申请人类别不同",
                false => "",
            },
        );
        let failure = Failure::new(statement, cells::spots(&different));
        outcomes.push(failure.with_severity(severity).into());
    }
    outcomes
}
