//! Prints the registry as the page docs/rules.md, for those who know the law and not the program.

use crate::form::{FORMS, Form};
use crate::rule::{Concern, Rule};

use super::RULES;

/// All rules as Markdown, in the order of the registry.
pub fn page() -> String {
    let newest = FORMS.last().expect("there is an edition");
    let rules = RULES.iter().map(|rule| entry(rule, newest));
    HEAD.to_owned() + &rules.collect::<String>()
}

const HEAD: &str = "\
# 核对规则

本页由规则登记表自动印出，与程序实际执行的规则一致，不要手工修改。
规则只提示，不阻止保存和导出：年报由本机关负责。
每条规则在每一处有三种结果：符合、不符合、无法判断（有关的格空白或不是数字），无法判断不算符合。

- **错误**：年报自相矛盾，或者缺少法定内容。
- **提醒**：可能，但不常见，请核对。
- **提示**：值得再看一眼。

标有“待填”的规则指出的是还没有填写的内容，不是填错的内容。
“条件”按最新的格式印出。
";

fn entry(rule: &Rule, form: &Form) -> String {
    let concern = match rule.concerns {
        Concern::Missing => "，待填",
        Concern::Wrong => "",
    };
    let mut entry = format!(
        "\n## {}\n\n`{}`　{}{concern}\n\n**条件**　{}\n\n**说明**　{}\n\n**依据**\n\n",
        rule.title,
        rule.id,
        rule.severity.name(),
        rule.formula(form),
        rule.explanation,
    );
    for source in rule.source {
        entry += &format!("- {}：{}\n", source.name, source.clause);
    }
    entry += "\n**例**\n\n";
    let mut found: Vec<_> = rule
        .examples
        .iter()
        .flat_map(|example| example.finds)
        .collect();
    found.dedup();
    for statement in found {
        entry += &format!("- {statement}\n");
    }
    entry
}
