//! Prints the rules of registers as the third part of docs/rules.md.

use super::RULES;

/// All rules of registers as Markdown, in the order of the registry.
pub fn page() -> String {
    let rules = RULES.iter().map(|rule| {
        let concern = match (rule.is_missing, rule.is_on_request) {
            (_, true) => "，只在要求时核对",
            (true, _) => "，待填",
            _ => "",
        };
        let mut entry = format!(
            "\n## {}\n\n`{}`　{}\n\n**条件**　{}\n\n**说明**　{}\n\n**依据**\n\n",
            rule.title,
            rule.id,
            rule.severity.name().to_owned() + concern,
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
        entry
            + &found
                .iter()
                .map(|statement| format!("- {statement}\n"))
                .collect::<String>()
    });
    format!(
        "\n# 文件目录的核对规则\n\n`nianbao register` 按这些规则核对规章和行政规范性文件的目录；只在要求时核对的，用 `--also 编号` 加上。\n{}",
        rules.collect::<String>()
    )
}
