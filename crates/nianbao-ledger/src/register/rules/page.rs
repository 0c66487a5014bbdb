//! Prints the rules of registers as the third part of docs/rules.md.

use nianbao_core::rule_entry::RuleEntry;

use super::{RULES, RegisterRule};

/// All rules of registers as Markdown, in the order of the registry.
pub fn page() -> String {
    HEAD.to_owned() + &RULES.iter().map(|rule| entry(rule)).collect::<String>()
}

const HEAD: &str = "
# 文件目录的核对规则

`nianbao register` 按这些规则核对规章和行政规范性文件的目录；只在要求时核对的，用 `--also 编号` 加上。
";

fn entry(rule: &RegisterRule) -> String {
    let remark = match (rule.is_missing, rule.is_on_request) {
        (_, true) => "，只在要求时核对",
        (true, _) => "，待填",
        _ => "",
    };
    RuleEntry {
        title: rule.title,
        id: rule.id,
        severity: rule.severity,
        remark,
        formula: rule.formula,
        explanation: rule.explanation,
        source: rule.source,
        found: (rule.examples.iter())
            .flat_map(|example| example.finds.iter().copied())
            .collect(),
    }
    .print()
}
