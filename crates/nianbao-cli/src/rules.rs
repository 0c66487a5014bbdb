//! `nianbao rules`: what reports are checked by.

use std::io::Write;

use anyhow::Context;
use nianbao_core::form::Form;
use nianbao_rules::rule::Rule;
use nianbao_rules::rules::{RULES, rule};

use crate::Status;

/// 列出检查规则，或者说明其中一条
#[derive(clap::Args)]
pub(crate) struct Args {
    /// 规则的编号，如 requests-balance；不写则列出全部
    #[arg(value_name = "编号")]
    id: Option<String>,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    match &args.id {
        None => list(out)?,
        Some(id) => {
            let rule = rule(id).with_context(|| {
                format!("没有编号为“{id}”的规则，用 nianbao rules 可以列出全部规则。")
            })?;
            explain(rule, out)?;
        }
    }
    Ok(Status::Sound)
}

fn list(out: &mut dyn Write) -> std::io::Result<()> {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in RULES {
        writeln!(
            out,
            "{:width$}  {}  {}",
            rule.id,
            rule.severity.name(),
            rule.title
        )?;
    }
    Ok(())
}

fn explain(rule: &Rule, out: &mut dyn Write) -> std::io::Result<()> {
    let newest_form = Form::for_year(u16::MAX);
    writeln!(out, "{}（{}）\n", rule.title, rule.id)?;
    writeln!(out, "级别：{}", rule.severity.name())?;
    writeln!(out, "条件：{}", rule.formula(newest_form))?;
    for source in rule.source {
        writeln!(out, "依据：{}：“{}”", source.name, source.clause)?;
    }
    writeln!(out, "说明：{}", rule.explanation)?;
    for statement in rule.examples.iter().flat_map(|example| example.finds) {
        writeln!(out, "例如：{statement}")?;
    }
    Ok(())
}
