//! Prints the registry as the page docs/rules.md, for those who know the law and not the program.

use crate::diagnosis::DIAGNOSES;
use crate::rule::Rule;
use nianbao_core::form::{FORMS, Form};
use nianbao_core::judgement::Concern;
use nianbao_core::rule_entry::RuleEntry;

use super::RULES;

/// All rules as Markdown, in the order of the registry.
pub fn page() -> String {
    let newest = FORMS.last().expect("there is an edition");
    let rules = RULES.iter().map(|rule| entry(rule, newest));
    let diagnoses = DIAGNOSES.iter().map(|diagnosis| {
        let (id, mistake) = (diagnosis.id, diagnosis.mistake);
        format!("- `{id}`　{mistake}\n")
    });
    [
        HEAD.to_owned(),
        rules.collect(),
        HEAD_OF_DIAGNOSES.to_owned(),
        diagnoses.collect(),
        LEFT_OUT.to_owned(),
    ]
    .concat()
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

const HEAD_OF_DIAGNOSES: &str = "
# 可能的原因

等式不成立时，按下面的次序寻找能够解释它的差错，并给出改哪一格就能全部相符；只供参考，从不自动修改。

";

const LEFT_OUT: &str = "
# 没有列为规则的

- 数的写法（汉字数字、全角数字、千分位、以万为单位）：读数时已经统一，写法不同不算问题。
- 空话套话（通篇没有机关名称和数字的段落）：没有名称和数字的句子也可能言之有物，分不清的不提示；与上年雷同、一篇之内重复另有规则。
- 机关名称与类别、级别不符：类别和级别由本机关选择，名称只用来给出最初的选择。
- 机关更名：两年的年报按年度对照，名称不同不算问题。
- 下级机关的汇总（缺报、重报、合计不符）：规则一次只看一份年报。
";

fn entry(rule: &Rule, form: &Form) -> String {
    let concern = match rule.concerns {
        Concern::Missing => "，待填",
        Concern::Wrong => "",
    };
    RuleEntry {
        title: rule.title,
        id: rule.id,
        severity: rule.severity,
        remark: concern,
        formula: &rule.formula(form),
        explanation: rule.explanation,
        source: rule.source,
        found: (rule.examples.iter())
            .flat_map(|example| example.finds.iter().copied())
            .collect(),
    }
    .print()
}
