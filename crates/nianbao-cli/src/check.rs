//! `nianbao check`: judges reports by all rules.

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::ZonedDateTime;
use nianbao_core::date::Date;
use nianbao_core::judgement::{Fact, Finding, Judgement, Severity};
use nianbao_core::report::Report;
use nianbao_read::Reading;
use nianbao_rules::rule::{Context, Verdict};
use nianbao_rules::rules::{check, rule};

use crate::Status;
use crate::day::day;
use crate::inputs::{self, Input};
use crate::ledger::{Difference, Opened};
use crate::many::{self, Outcome, Shape};
use crate::open::{open_report, readable, remarks};
use crate::terminal::{self, harmless, in_one_line};
use crate::told::Told;

mod machine;

/// 按全部规则检查年报
#[derive(clap::Args)]
#[command(after_help = readable(), after_long_help = format!("{}\n\n{}", readable(), machine::HELP))]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: inputs::Args,
    /// 上年的年报，用来核对两年之间的衔接；不写则用草稿中所附的
    #[arg(long, value_name = "文件")]
    previous: Option<PathBuf>,
    /// 依申请公开登记台账，用来逐格核对表三、表四，可以写几次
    #[arg(long, value_name = "文件")]
    ledger: Vec<PathBuf>,
    /// 对台账中待归类问题的回答
    #[arg(long, value_name = "文件", requires = "ledger")]
    answers: Option<PathBuf>,
    /// 只用这几条规则，编号见 nianbao rules，用逗号隔开
    #[arg(long, value_name = "编号", value_delimiter = ',', value_parser = known)]
    only: Vec<&'static str>,
    /// 不用这几条规则
    #[arg(long, value_name = "编号", value_delimiter = ',', value_parser = known)]
    except: Vec<&'static str>,
    /// 输出的样子
    #[arg(long, value_name = "格式", default_value = "text")]
    format: Output,
    /// 把这一天当作今天，写成 2026-01-31；不写则用电脑的日期
    #[arg(long, value_name = "日期", value_parser = day)]
    today: Option<Date>,
    #[command(flatten)]
    told: Told,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Output {
    /// 给人看
    Text,
    /// 给程序读，是一个 JSON 数组
    Json,
    /// 给程序读，每个文件一行 JSON
    Jsonl,
}

fn known(id: &str) -> Result<&'static str, String> {
    let of_ledgers = nianbao_ledger::rules::RULES
        .iter()
        .find(|rule| rule.id == id);
    let rule = rule(id)
        .map(|rule| rule.id)
        .or(of_ledgers.map(|rule| rule.id));
    rule.ok_or_else(|| "没有这条规则，nianbao rules 列出全部规则".to_owned())
}

/// What was found in one report.
struct Checked {
    reading: Reading,
    judgement: Judgement,
    /// Where the figures differ from the ledger; none where there is no ledger.
    differences: Option<Vec<Difference>>,
}

impl Checked {
    fn of(
        mut reading: Reading,
        today: Date,
        previous: Option<&Report>,
        opened: Option<&Opened>,
        args: &Args,
    ) -> Checked {
        args.told.tell(&mut reading.report);
        let report = &reading.report;
        let context = Context {
            today: Some(today),
            previous: previous.or(reading.previous.as_ref()),
        };
        let is_wanted = |verdict: &Verdict| {
            let id = verdict.rule.id;
            (args.only.is_empty() || args.only.contains(&id)) && !args.except.contains(&id)
        };
        let mut verdicts = check(report, &context);
        verdicts.retain(is_wanted);
        let mut differences =
            opened.map(|opened| opened.differences(report, context.previous, today));
        if let Some(differences) = &mut differences {
            let is_wanted = |id| {
                (args.only.is_empty() || args.only.contains(&id)) && !args.except.contains(&id)
            };
            differences.retain(|difference| is_wanted(difference.rule.id));
        }
        Checked {
            differences,
            judgement: nianbao_rules::judgement_of(report, &context, verdicts),
            reading,
        }
    }

    fn n_of(&self, severity: Severity) -> usize {
        let of_severity = |finding: &&Finding| finding.is_open() && finding.severity == severity;
        self.judgement.findings.iter().filter(of_severity).count()
    }

    fn status(&self) -> Status {
        let n_differences = self.differences.as_ref().map_or(0, Vec::len);
        match self.n_of(Severity::Error) + n_differences {
            0 => Status::Sound,
            _ => Status::ErrorsFound,
        }
    }
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    let today = args.today.unwrap_or_else(|| ZonedDateTime::now().date());
    let previous = args.previous.as_deref().map(Input::of);
    let previous = previous.map(open_report).transpose()?;
    let previous = previous.map(|reading| reading.report);
    let opened = match args.ledger.is_empty() {
        true => None,
        false => Some(Opened::read(&args.ledger, args.answers.as_deref())?),
    };
    let shape = match args.format {
        Output::Text => &Shape {
            before: "",
            between: "\n",
            after: "",
        },
        Output::Json => &many::ARRAY,
        Output::Jsonl => &many::LINES,
    };
    let work = |input: anyhow::Result<Input>| {
        let file = input.as_ref().map(Input::file);
        let file = file.unwrap_or_else(|error| error.to_string());
        let checked = input
            .and_then(open_report)
            .map(|reading| Checked::of(reading, today, previous.as_ref(), opened.as_ref(), args));
        Outcome {
            status: (checked.as_ref()).map_or(Status::NotReadable, Checked::status),
            complaint: (checked.as_ref().err()).map(|error| format!("{error:#}")),
            out: match (args.format, &checked) {
                (Output::Text, Ok(checked)) => Some(text(&file, checked)),
                (Output::Text, Err(_)) => None,
                (Output::Json | Output::Jsonl, checked) => {
                    let object = machine::object(&file, checked).to_string();
                    Some(terminal::json(&object).into_owned())
                }
            },
        }
    };
    many::write_all(args.inputs.open()?, shape, work, out)
}

/// What people read.
fn text(file: &str, checked: &Checked) -> String {
    let mut text = Vec::new();
    print(file, checked, &mut text).expect("memory suffices");
    harmless(&String::from_utf8_lossy(&text)).into_owned()
}

/// What people read: a header, the findings by rule, a summary.
fn print(file: &str, checked: &Checked, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{}: {}",
        in_one_line(file),
        checked.reading.report.printed_title()
    )?;
    for remark in remarks(&checked.reading) {
        writeln!(out, "注意  {remark}")?;
    }
    let judgement = &checked.judgement;
    let same_rule = |a: &Finding, b: &Finding| a.rule == b.rule && a.severity == b.severity;
    let open: Vec<_> = judgement
        .findings
        .iter()
        .filter(|finding| finding.is_open())
        .collect();
    for group in open.chunk_by(|a, b| same_rule(a, b)) {
        let Finding { rule, severity, .. } = group[0];
        writeln!(out, "{}  {}（{}）", severity.name(), rule.title, rule.id)?;
        for finding in group {
            writeln!(out, "      {}", finding.statement)?;
        }
        writeln!(out, "      {}", rule.explanation)?;
    }
    print_differences(checked, out)?;
    print_what_is_open(judgement, out)?;
    let [errors, warnings, hints] = [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|severity| format!("{} {} 处", severity.name(), checked.n_of(severity)));
    writeln!(
        out,
        "{errors}、{warnings}、{hints}；条件成立 {} 项、不成立 {} 项、无法判断 {} 项。",
        judgement.n_holds, judgement.n_fails, judgement.n_cannot_tell,
    )
}

/// Where the figures are not those of the ledger.
fn print_differences(checked: &Checked, out: &mut impl Write) -> io::Result<()> {
    let differences = checked.differences.as_deref().unwrap_or_default();
    for group in differences.chunk_by(|a, b| a.rule.id == b.rule.id) {
        let rule = group[0].rule;
        writeln!(
            out,
            "{}  {}（{}）",
            rule.severity.name(),
            rule.title,
            rule.id
        )?;
        for difference in group {
            writeln!(out, "      {}", difference.statement)?;
        }
        writeln!(out, "      {}", rule.explanation)?;
    }
    Ok(())
}

/// What may explain the errors, what could not be told, and what was set aside.
fn print_what_is_open(judgement: &Judgement, out: &mut impl Write) -> io::Result<()> {
    for explanation in &judgement.explanations {
        writeln!(out, "诊断  {}", explanation.statement)?;
    }
    if !judgement.nothing_stated.is_empty() {
        let unstated = judgement.nothing_stated.join("；");
        writeln!(out, "未核对  文字中没有发现可核对的数：{unstated}")?;
    }
    for fact in &judgement.not_known {
        let name = fact.name();
        let how = match fact {
            Fact::Kind | Fact::Level => format!("请用 --{} 写明", fact.key()),
            Fact::Year => "请在标题或统计期限中写明".to_owned(),
        };
        writeln!(out, "未核对  {name}不明，与它有关的条件没有核对；{how}")?;
    }
    for finding in judgement.set_aside() {
        let note = finding.note.as_deref().unwrap_or_default();
        writeln!(
            out,
            "已说明  {}：{}（{note}）",
            finding.rule.title, finding.statement
        )?;
    }
    Ok(())
}
