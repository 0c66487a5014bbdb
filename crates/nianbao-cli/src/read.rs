//! `nianbao read`: what is in a file, and how sure each figure is.

use std::io::Write;
use std::path::{Path, PathBuf};

use nianbao_read::Reading;
use nianbao_read::json::to_json;
use serde_json::json;

use crate::Status;
use crate::many;
use crate::open::{open, readable};

mod csv;

/// 读出文件里的年报：每格数字、出处和把握
#[derive(clap::Args)]
#[command(after_help = readable(), after_long_help = format!("{}\n\n{HELP}", readable()))]
pub(crate) struct Args {
    /// 要读的文件
    #[arg(value_name = "文件", required = true)]
    files: Vec<PathBuf>,
    /// 输出的样子
    #[arg(long, value_name = "格式", default_value = "json")]
    format: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Output {
    /// 一个 JSON 对象；文件不止一个时，是一个数组
    Json,
    /// 表头，每格数字一行，然后是以 # 开头的说明；文件不止一个时，各份之间空一行
    Csv,
}

const HELP: &str = r#"退出状态：0 读出了年报；2 有文件不能读取，或者不是全年的年度报告。

--format json 的各项：
  file         文件名，同命令中所写
  kind         report 年报、template 空白的格式、other-period 半年或季度的统计、older 没有统一格式时的年报
  edition      所用格式的年份
  sections     六个部分的标题，按原文；没有找到的为 null
  remarks      没有读懂的内容，每条一句话
  unread       没有归入年报的文字
  sources      每格数字一项，按印出的顺序：table、row、column、confidence、reason、snippet、place
  report       年报，格式与草稿文件相同
文件不止一个时，不能读取的文件只有 file 和 error 两项。

--format csv 的各列：
  edition      所用格式的年份
  table        部分的序号：二、三、四
  row, row_label, column, column_label
               行和列的名称，与草稿文件一致；行和列的官方文字
  value        印出的数；空白为空
  state        blank 空白、placeholder “/”之类、count 件数、amount 金额、unreadable 不是数、absent 没有读到
  confidence   read 读到、guessed 没有把握、not-found 没有找到
  source       出处、原文，没有把握的原因"#;

pub(crate) fn run(args: &Args, out: &mut impl Write) -> anyhow::Result<Status> {
    let is_many = args.files.len() > 1;
    let [before, between, after] = match args.format {
        Output::Json if is_many => ["[\n", ",\n", "\n]\n"],
        Output::Json => ["", "", "\n"],
        Output::Csv => ["", "\n", ""],
    };
    let mut worst = Status::Sound;
    let mut n_told = 0;
    let read = |path: &Path| {
        let reading = open(path)?;
        let text = match args.format {
            Output::Json => json_object(path, &reading),
            Output::Csv => csv::table(path, &reading),
        };
        Ok((reading.kind.remark(), text))
    };
    many::for_each(&args.files, read, |path, result| {
        let complaint = match &result {
            Ok((remark, _)) => remark.map(|remark| format!("{}: {remark}", path.display())),
            Err(error) => Some(format!("{error:#}")),
        };
        if let Some(complaint) = complaint {
            eprintln!("{complaint}");
            worst = Status::NotReadable;
        }
        let text = match result {
            Ok((_, text)) => text,
            Err(error) if is_many && args.format == Output::Json => {
                let error = error.root_cause().to_string();
                json!({"file": path.display().to_string(), "error": error}).to_string()
            }
            Err(_) => return Ok(()),
        };
        write!(out, "{}{text}", if n_told == 0 { before } else { between })?;
        n_told += 1;
        Ok(())
    })?;
    if n_told > 0 {
        out.write_all(after.as_bytes())?;
    }
    Ok(worst)
}

/// A reading as JSON, with the name of its file before all else.
fn json_object(path: &Path, reading: &Reading) -> String {
    let json = to_json(reading);
    let file = json!(path.display().to_string());
    format!("{{\n  \"file\": {file},{}", json.trim_start_matches('{'))
}
