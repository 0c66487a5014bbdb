//! `nianbao convert`: a report in another format.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, anyhow};
use nianbao_files::write::{Format, write};

use crate::Status;
use crate::open::{in_words, open};

/// 把一份年报转换成另一种格式
#[derive(clap::Args)]
#[command(after_help = formats())]
pub(crate) struct Args {
    /// 要转换的年报
    #[arg(value_name = "文件")]
    input: PathBuf,
    /// 写到哪个文件，格式按文件名的扩展名决定
    #[arg(short, long, value_name = "文件")]
    output: PathBuf,
}

fn formats() -> String {
    let formats = Format::ALL.map(|format| {
        let (extension, name, purpose) = (format.extension(), format.name(), format.purpose());
        format!("\n  .{extension}  {name}：{purpose}")
    });
    format!("格式：{}", formats.concat())
}

pub(crate) fn run(args: &Args) -> anyhow::Result<Status> {
    let output = args.output.display();
    let extension = args.output.extension().unwrap_or_default();
    let format = extension.to_str().and_then(Format::of_extension);
    let format = format.with_context(|| {
        let endings = Format::ALL.map(|format| format!(".{}", format.extension()));
        format!("{output}: 扩展名不认识，可以写成 {}。", endings.join("、"))
    })?;
    let opened = open(&args.input)?;
    for remark in &opened.remarks {
        eprintln!("{}: {remark}", args.input.display());
    }
    fs::write(&args.output, write(&opened.report, format))
        .map_err(|error| anyhow!("{output}: {}", in_words(&error)))?;
    Ok(Status::Sound)
}
