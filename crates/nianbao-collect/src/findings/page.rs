//! Prints the rules of collections as the last part of docs/rules.md.

use nianbao_core::rule_entry::RuleEntry;

use super::{CollectRule, RULES};

/// All rules of collections as Markdown, in the order of the registry.
pub fn page() -> String {
    HEAD.to_owned() + &RULES.iter().map(entry).collect::<String>()
}

const HEAD: &str = "
# 汇总的核对规则

`nianbao collect` 按这些规则核对各单位的年报合在一起是否完整、一致；每份年报自身的问题按第一部分的规则核对。
";

fn entry(rule: &CollectRule) -> String {
    RuleEntry {
        title: rule.title,
        id: rule.id,
        severity: rule.severity,
        remark: "",
        formula: rule.formula,
        explanation: rule.explanation,
        source: rule.source,
        found: (rule.examples.iter())
            .flat_map(|example| example.finds.iter().copied())
            .collect(),
    }
    .print()
}
