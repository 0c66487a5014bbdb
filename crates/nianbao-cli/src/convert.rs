//! `nianbao convert`: a report in another format.

use std::path::PathBuf;

use anyhow::bail;
use nianbao_core::form::{Cell, FORMS, Form};
use nianbao_write::{BUNDLE, Format, Layout, Mark, Paper};

use crate::Status;
use crate::inputs::Input;
use crate::open::{open, readable, remarks};
use crate::save::save;
use crate::terminal::{complain, name};
use crate::told::Told;

/// 把一份年报转换成另一种格式
#[derive(clap::Args)]
#[command(after_help = format!("{}\n{}", readable(), formats()))]
pub(crate) struct Args {
    /// 要转换的年报
    #[arg(value_name = "文件")]
    input: PathBuf,
    /// 写到哪个文件，格式按文件名的扩展名决定
    #[arg(short, long, value_name = "文件")]
    output: PathBuf,
    /// 改用这一年版的格式，写成 2021；不写则保持原来的格式
    #[arg(long, value_name = "年份", value_parser = edition)]
    edition: Option<&'static Form>,
    /// 在文档上标明是草稿，json 和 csv 除外
    #[arg(long)]
    draft: bool,
    /// 图解的版式：phone 长图，screen 横幅，poster A3 竖版
    #[arg(long, value_name = "版式", default_value = "phone", value_parser = layout)]
    layout: Layout,
    #[command(flatten)]
    told: Told,
}

fn layout(text: &str) -> Result<Layout, String> {
    let layout = Layout::ALL.into_iter().find(|layout| layout.key() == text);
    layout.ok_or_else(|| {
        let layouts = Layout::ALL.map(|layout| format!("{} {}", layout.key(), layout.name()));
        format!("没有这种版式，可以写成 {}", layouts.join("、"))
    })
}

fn edition(text: &str) -> Result<&'static Form, String> {
    let form = text.parse().ok().and_then(Form::of_edition);
    form.ok_or_else(|| {
        let editions = FORMS.iter().map(|form| form.edition.year.to_string());
        format!(
            "没有这一年版的格式，可以写成 {}",
            editions.collect::<Vec<_>>().join("、")
        )
    })
}

fn formats() -> String {
    let formats = Format::ALL.map(|format| {
        let (extension, name, purpose) = (format.extension(), format.name(), format.purpose());
        format!("\n  .{extension}  {name}：{purpose}")
    });
    format!(
        "可以写成：{}\n  .{BUNDLE}  以上各种格式打成一个包\n图解的 png 图片在网页上制作。",
        formats.concat()
    )
}

pub(crate) fn run(args: &Args) -> anyhow::Result<Status> {
    let output = name(&args.output);
    let extension = args.output.extension().unwrap_or_default();
    let format = extension.to_str().and_then(Format::of_extension);
    if extension.eq_ignore_ascii_case("png") {
        bail!("{output}: 图片在网页上制作，这里可以写成 .svg。");
    }
    if format.is_none() && !extension.eq_ignore_ascii_case(BUNDLE) {
        let endings = Format::ALL.map(|format| format!(".{}", format.extension()));
        let endings = endings.join("、");
        bail!("{output}: 扩展名不认识，可以写成 {endings}、.{BUNDLE}。");
    }
    let reading = open(Input::of(&args.input))?;
    let mut remarks = remarks(&reading);
    let mut report = reading.report;
    args.told.tell(&mut report);
    if let Some(form) = args.edition {
        let (moved, left) = report.on_form(form);
        let figure = |&cell: &Cell| format!("{} {}", report.form.name(cell), report.figure(cell));
        let year = form.edition.year;
        remarks.extend(left.iter().map(|cell| {
            format!(
                "“{}”在 {year} 年版格式中没有对应的格，没有写入。",
                figure(cell)
            )
        }));
        report = moved;
    }
    for remark in remarks {
        complain(&format!("{}: {remark}", name(&args.input)));
    }
    let paper = Paper {
        report: &report,
        previous: reading.previous.as_ref(),
        mark: args.draft.then_some(Mark::Draft),
        layout: args.layout,
    };
    let bytes = format.map_or_else(|| paper.write_all(), |format| paper.write(format));
    save(&args.output, &bytes)?;
    Ok(Status::Sound)
}
