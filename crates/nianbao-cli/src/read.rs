//! `nianbao read`: what is in a file, and how sure each figure is.

use std::io::Write;

use nianbao_read::Reading;
use nianbao_read::json::to_json;
use serde_json::json;

use crate::Status;
use crate::inputs::{self, Input};
use crate::many::{self, Outcome, Shape};
use crate::open::{open, readable};
use crate::terminal::{self, harmless, in_one_line};

mod csv;

/// 读出文件里的年报：每格数字、出处和把握
#[derive(clap::Args)]
#[command(after_help = readable(), after_long_help = format!("{}\n\n{HELP}", readable()))]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: inputs::Args,
    /// 输出的样子
    #[arg(long, value_name = "格式", default_value = "json")]
    format: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Output {
    /// 一个 JSON 对象；文件不止一个时，是一个数组
    Json,
    /// 每个文件一行 JSON
    Jsonl,
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
文件不止一个，或者写的是文件夹、压缩包、清单时，不能读取的文件只有 file 和 error 两项。
--format jsonl 每个文件占一行，各项相同。

--format csv 的各列：
  edition      所用格式的年份
  table        部分的序号：二、三、四
  row, row_label, column, column_label
               行和列的名称，与草稿文件一致；行和列的官方文字
  value        印出的数；空白为空
  state        blank 空白、placeholder “/”之类、count 件数、amount 金额、unreadable 不是数、absent 没有读到
  confidence   read 读到、guessed 没有把握、not-found 没有找到
  source       出处、原文，没有把握的原因"#;

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    let is_single = args.inputs.is_single();
    let shape = match args.format {
        Output::Json if is_single => &many::LINES,
        Output::Json => &many::ARRAY,
        Output::Jsonl => &many::LINES,
        Output::Csv => &Shape {
            before: "",
            between: "\n",
            after: "",
        },
    };
    let work = |input: anyhow::Result<Input>| {
        let file = input.as_ref().map(Input::file);
        let file = file.unwrap_or_else(|error| error.to_string());
        let reading = input.and_then(open);
        let complaint = match &reading {
            Ok(reading) => {
                let remark = reading.kind.remark();
                remark.map(|remark| format!("{}: {remark}", in_one_line(&file)))
            }
            Err(error) => Some(format!("{error:#}")),
        };
        let text = match (args.format, &reading) {
            (Output::Csv, Ok(reading)) => Some(csv::table(&file, reading)),
            (Output::Json, Ok(reading)) => Some(json_object(&file, reading)),
            (Output::Jsonl, Ok(reading)) => Some(in_one_json_line(&json_object(&file, reading))),
            (Output::Json | Output::Jsonl, Err(error)) if !is_single => {
                let error = error.root_cause().to_string();
                Some(json!({"file": file, "error": error}).to_string())
            }
            (_, Err(_)) => None,
        };
        Outcome {
            status: match complaint {
                None => Status::Sound,
                Some(_) => Status::NotReadable,
            },
            complaint,
            out: text.map(|text| match args.format {
                Output::Csv => harmless(&text).into_owned(),
                Output::Json | Output::Jsonl => terminal::json(&text).into_owned(),
            }),
        }
    };
    many::write_all(args.inputs.open()?, shape, work, out)
}

/// JSON without the line ends and the spaces that only lay it out: those in texts are escaped.
fn in_one_json_line(json: &str) -> String {
    json.lines().map(str::trim_start).collect()
}

/// A reading as JSON, with the name of its file before all else.
fn json_object(file: &str, reading: &Reading) -> String {
    let json = to_json(reading);
    let file = json!(file);
    format!("{{\n  \"file\": {file},{}", json.trim_start_matches('{'))
}
