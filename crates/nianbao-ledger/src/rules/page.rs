//! Prints the rules of ledgers as the second part of docs/rules.md.

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
    let mut entry = format!(
        "\n## {}\n\n`{}`　{}{concern}\n\n**条件**　{}\n\n**说明**　{}\n\n**依据**\n\n",
        rule.title,
        rule.id,
        rule.severity.name(),
        rule.formula,
        rule.explanation,
    );
    for source in rule.source {
        entry += &format!("- {}：{}\n", source.name, source.clause);
    }
    let mut found: Vec<_> = rule
        .examples
        .iter()
        .flat_map(|example| example.finds)
        .collect();
    found.dedup();
    if !found.is_empty() {
        entry += "\n**例**\n\n";
    }
    for statement in found {
        entry += &format!("- {statement}\n");
    }
    entry
}
