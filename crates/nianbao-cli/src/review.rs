//! `nianbao review`: the sheet for the leader who signs.

use std::path::PathBuf;

use anyhow::Context as _;
use jiff::ZonedDateTime;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;
use nianbao_write::{Format, Paper};

use crate::Status;
use crate::inputs::Input;
use crate::open::{open_report, readable};
use crate::save::save;
use crate::terminal::name;
use crate::told::Told;

/// 写出一份年报的审核单：查出的问题、说明、依据和签字处
#[derive(clap::Args)]
#[command(after_help = readable())]
pub(crate) struct Args {
    /// 要审核的年报
    #[arg(value_name = "文件")]
    input: PathBuf,
    /// 写到哪个文件：.docx 或 .html
    #[arg(short, long, value_name = "文件")]
    output: PathBuf,
    /// 上年的年报，用来核对两年之间的衔接；不写则用草稿中所附的
    #[arg(long, value_name = "文件")]
    previous: Option<PathBuf>,
    #[command(flatten)]
    told: Told,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<Status> {
    let output = name(&args.output);
    let extension = args.output.extension().unwrap_or_default();
    let format = extension.to_str().and_then(Format::of_extension);
    let mut reading = open_report(Input::of(&args.input))?;
    args.told.tell(&mut reading.report);
    let previous = args
        .previous
        .as_deref()
        .map(Input::of)
        .map(open_report)
        .transpose()?;
    let previous = previous.map(|reading| reading.report).or(reading.previous);
    let context = Context {
        today: Some(ZonedDateTime::now().date()),
        previous: previous.as_ref(),
    };
    let judgement = judge(&reading.report, &context);
    let paper = Paper {
        previous: previous.as_ref(),
        ..Paper::of(&reading.report)
    };
    let sheet = format.and_then(|format| paper.write_sheet(&judgement, format));
    let sheet = sheet.with_context(|| format!("{output}: 审核单只能写成 .docx 或 .html。"))?;
    save(&args.output, &sheet)?;
    Ok(Status::Sound)
}
