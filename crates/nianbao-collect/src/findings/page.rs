//! Prints the rules of collections as the last part of docs/rules.md.

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
    let mut entry = format!(
        "\n## {}\n\n`{}`　{}\n\n**条件**　{}\n\n**说明**　{}\n\n**依据**\n\n",
        rule.title,
        rule.id,
        rule.severity.name(),
        rule.formula,
        rule.explanation,
    );
    for source in rule.source {
        entry += &format!("- {}：{}\n", source.name, source.clause);
    }
    let examples = rule.examples.iter();
    let found: Vec<_> = examples.flat_map(|example| example.finds).collect();
    if !found.is_empty() {
        entry += "\n**例**\n\n";
    }
    for statement in found {
        entry += &format!("- {statement}\n");
    }
    entry
}
