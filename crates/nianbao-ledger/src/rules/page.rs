//! Prints the rules of ledgers as the second part of docs/rules.md.

use nianbao_core::rule_entry::RuleEntry;

use super::{BookRule, RULES};

/// All rules of ledgers as Markdown, in the order of the registry.
pub fn page() -> String {
    HEAD.to_owned() + &RULES.iter().map(|rule| entry(rule)).collect::<String>()
}

const HEAD: &str = "
# 台账的核对规则

`nianbao ledger` 按这些规则核对依申请公开登记台账；检查年报时附上台账（`nianbao check --ledger`），它们也一并核对。
";

fn entry(rule: &BookRule) -> String {
    let concern = if rule.is_missing { "，待填" } else { "" };
    RuleEntry {
        title: rule.title,
        id: rule.id,
        severity: rule.severity,
        remark: concern,
        formula: rule.formula,
        explanation: rule.explanation,
        source: rule.source,
        found: (rule.examples.iter())
            .flat_map(|example| example.finds.iter().copied())
            .collect(),
    }
    .print()
}
