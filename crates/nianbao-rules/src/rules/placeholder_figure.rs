//! T2-05, and the placeholders of T3-N and T4-N

use crate::rule::{Case, Check, Example, Given, Outcome, Rule};
use nianbao_core::figure::Figure;
use nianbao_core::form::keys::{CARRIED_OVER, NATURAL_PERSON, RESEARCH};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::blank_figure::key_cells_apart;
use super::cells;

/// “/” and the like are no figures: one finding for each table, graver where the 勾稽关系 hangs on the cell.
pub(super) static RULE: Rule = Rule {
    id: "placeholder-figure",
    title: "表中以符号代替数字",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3, &law::PRACTICE],
    check: Check::Custom {
        formula: "没有的填 0，不以“/”“-”“—”“无”等代替（表三的总计列和第一、二、四项为错误，其余为提醒）",
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
            finds: &[
                "二、上年结转政府信息公开申请数量，自然人 填的是“无”，不是数字",
                "（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人 等 2 格填的是“/”“—”，不是数字",
            ],
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
    let outcomes = |table| {
        key_cells_apart(
            case.report,
            table,
            |report, cell| matches!(report.figure(cell), Figure::Placeholder(_)),
            |report, cells| format!("填的是{}，不是数字", cells::typed(report, cells)),
        )
    };
    case.report.form.tables.iter().flat_map(outcomes).collect()
}
