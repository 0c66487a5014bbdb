//! C-01

use crate::law;
use crate::rule::{Case, Check, Concern, Example, Failure, Field, Given, Outcome, Rule, Severity};

/// The report cites the form and the Regulations as they are.
pub(super) static RULE: Rule = Rule {
    id: "outdated-citation",
    title: "引用的依据过时或名称不全",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM],
    check: Check::Custom {
        formula: "不引用已被取代的〔2019〕60号格式（2021 年度起）和国务院令第492号，格式的名称写全",
        find,
    },
    explanation: "依据写错的年报会让读者怀疑用错了格式。请改为现行条例（国务院令第711号）和所用格式的通知。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据条例和国办公开办函〔2019〕60号的要求，编制本报告，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &["引用的国办公开办函〔2019〕60号已被〔2021〕30号取代"],
        },
        Example {
            given: &[Given::Text("overview", "依据国务院令第492号，推进公开。")],
            finds: &["引用的国务院令第492号已被第711号取代"],
        },
        Example {
            given: &[
                Given::Edition(2019),
                Given::Field(Field::Year, "2020"),
                Given::Field(
                    Field::Preamble,
                    "根据国办公开办函〔2019〕60号的要求，编制本报告，统计期限自2020年1月1日起至2020年12月31日止。",
                ),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    const OUTDATED: [(&str, &str, u16); 2] = [
        ("国办公开办函〔2019〕60号", "〔2021〕30号", 2021),
        ("国务院令第492号", "第711号", 2019),
    ];
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        for (old, new, since) in OUTDATED {
            if case.report.year >= since && text.contains(old) {
                let statement = format!("引用的{old}已被{new}取代");
                outcomes.push(Failure::new(statement, [spot]).into());
            }
        }
    }
    case.or_holds(outcomes)
}
