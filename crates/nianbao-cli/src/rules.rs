//! `nianbao rules`: what reports, ledgers, registers and collections are checked by.

use std::io::Write;

use anyhow::Context;
use nianbao_core::form::Form;
use nianbao_core::judgement::Severity;
use nianbao_core::law::Citation;

use crate::Status;

/// 列出检查规则，或者说明其中一条
#[derive(clap::Args)]
pub(crate) struct Args {
    /// 规则的编号，如 requests-balance；不写则列出全部
    #[arg(value_name = "编号")]
    id: Option<String>,
}

/// What every rule says of itself, whatever it judges.
struct Declared {
    id: &'static str,
    title: &'static str,
    severity: Severity,
    formula: String,
    source: &'static [&'static Citation],
    explanation: &'static str,
    finds: Vec<&'static str>,
}

/// What is judged, and by which rules, in the order in which findings are shown.
fn all() -> [(&'static str, Vec<Declared>); 4] {
    [
        ("年报", of_reports()),
        ("依申请公开台账", of_ledgers()),
        ("文件目录", of_registers()),
        ("汇总", of_collections()),
    ]
}

fn of_reports() -> Vec<Declared> {
    let newest_form = Form::for_year(u16::MAX);
    let rules = nianbao_rules::rules::RULES.iter().map(|rule| Declared {
        id: rule.id,
        title: rule.title,
        severity: rule.severity,
        formula: rule.formula(newest_form).to_string(),
        source: rule.source,
        explanation: rule.explanation,
        finds: rule
            .examples
            .iter()
            .flat_map(|example| example.finds.iter().copied())
            .collect(),
    });
    rules.collect()
}

/// Rules of one kind, whose declarations have the same parts.
macro_rules! declared {
    ($rules:expr) => {
        ($rules.iter())
            .map(|rule| Declared {
                id: rule.id,
                title: rule.title,
                severity: rule.severity,
                formula: rule.formula.to_owned(),
                source: rule.source,
                explanation: rule.explanation,
                finds: (rule.examples.iter())
                    .flat_map(|example| example.finds.iter().copied())
                    .collect(),
            })
            .collect()
    };
}

fn of_ledgers() -> Vec<Declared> {
    declared!(nianbao_ledger::rules::RULES)
}

fn of_registers() -> Vec<Declared> {
    declared!(nianbao_ledger::register::rules::RULES)
}

fn of_collections() -> Vec<Declared> {
    declared!(nianbao_collect::RULES)
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    match &args.id {
        None => list(out)?,
        Some(id) => {
            let mut rules = all().into_iter().flat_map(|(_, rules)| rules);
            let rule = rules.find(|rule| rule.id == id).with_context(|| {
                format!("没有编号为“{id}”的规则，用 nianbao rules 可以列出全部规则。")
            })?;
            explain(&rule, out)?;
        }
    }
    Ok(Status::Sound)
}

fn list(out: &mut dyn Write) -> std::io::Result<()> {
    let all = all();
    let ids = all.iter().flat_map(|(_, rules)| rules);
    let width = ids.map(|rule| rule.id.len()).max().unwrap_or(0);
    for (place, (what, rules)) in all.iter().enumerate() {
        let blank = if place == 0 { "" } else { "\n" };
        writeln!(out, "{blank}{what}")?;
        for rule in rules {
            let (id, severity) = (rule.id, rule.severity.name());
            writeln!(out, "{id:width$}  {severity}  {}", rule.title)?;
        }
    }
    Ok(())
}

fn explain(rule: &Declared, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{}（{}）\n", rule.title, rule.id)?;
    writeln!(out, "级别：{}", rule.severity.name())?;
    writeln!(out, "条件：{}", rule.formula)?;
    for source in rule.source {
        writeln!(out, "依据：{}：“{}”", source.name, source.clause)?;
    }
    writeln!(out, "说明：{}", rule.explanation)?;
    for statement in &rule.finds {
        writeln!(out, "例如：{statement}")?;
    }
    Ok(())
}
