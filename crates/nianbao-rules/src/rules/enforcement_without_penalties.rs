//! An organ that enforces the law decides on penalties.
//! Silent on organs whose name does not say that they enforce it.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{DECIDED, PENALTIES, PENALTY};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, OrganKind};

use super::cells;

/// An organ that enforces the law hardly spends a year without a penalty.
pub(super) static RULE: Rule = Rule {
    id: "enforcement-without-penalties",
    title: "执法机关的行政处罚为零",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2, &law::PRACTICE],
    check: Check::Custom {
        formula: "公安、城市管理、综合执法、市场监管、交通运输、应急管理、税务、生态环境等部门，行政处罚的本年处理决定数量 > 0",
        find,
    },
    explanation: "这类机关全年没有作出行政处罚决定的很少见，常见的原因是只填了已公开的件数或者漏填。请与执法台账核对；处罚由上级或其他机关以自己名义作出的，保留 0。",
    examples: &[
        Example {
            given: &[Given::Organ(
                "示例县市场监督管理局",
                OrganKind::Department,
                Level::County,
            )],
            finds: &[
                "第二十条第（六）项：行政处罚，本年处理决定数量 为 0，而机关名称含“市场监督管理”",
            ],
        },
        Example {
            given: &[
                Given::Organ("示例县公安局", OrganKind::Department, Level::County),
                Given::Figure(PENALTIES, PENALTY, DECIDED, "310"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Organ(
                "示例县教育局",
                OrganKind::Department,
                Level::County,
            )],
            finds: &[],
        },
    ],
};

const ENFORCING: &[&str] = &[
    "公安",
    "城市管理",
    "城管",
    "综合执法",
    "行政执法",
    "市场监督管理",
    "交通运输",
    "应急管理",
    "税务",
    "生态环境",
];

fn find(case: &Case) -> Vec<Outcome> {
    let (report, organ) = (case.report, &case.report.organ);
    let word = ENFORCING.iter().find(|word| organ.name.contains(**word));
    let Some(word) = word.filter(|_| organ.known_kind() == Some(OrganKind::Department)) else {
        return Vec::new();
    };
    let Some(cell) = case.cell(PENALTIES, PENALTY, DECIDED) else {
        return Vec::new();
    };
    match case.number_at(cell) {
        None => vec![Outcome::CannotTell(vec![cell])],
        Some(0) => {
            let statement = format!(
                "{}为 0，而机关名称含“{word}”",
                cells::named(report.form, &[cell])
            );
            vec![Failure::new(statement, cells::spots(&[cell])).into()]
        }
        Some(_) => vec![Outcome::Holds],
    }
}
