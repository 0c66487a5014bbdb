//! `nianbao collect`: the reports of many units at once.

use std::fs;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use jiff::ZonedDateTime;
use nianbao_collect::{
    CollectFinding, Collection, HandedIn, Roster, State, UnitSum, to_json, workbook,
};
use nianbao_core::date::Date;
use nianbao_core::judgement::{Judgement, Severity};
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;
use nianbao_write::lists_workbook;
use rayon::iter::{ParallelBridge, ParallelIterator};

use crate::Status;
use crate::day::day;
use crate::inputs::{self, Input};
use crate::many::progress_bar;
use crate::open::{open_report, readable, sheets};
use crate::save::save;
use crate::terminal;

/// 汇总各单位的年报：谁没有交，各格之和与背后的单位，哪里不一致
#[derive(clap::Args)]
#[command(after_help = readable(), after_long_help = format!("{}\n\n{HELP}", readable()))]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: inputs::Args,
    /// 单位名单：xlsx、csv 或文字，每行一个单位即可
    #[arg(long, value_name = "文件")]
    units: PathBuf,
    /// 本级政府自己的年报，与各单位之和逐格核对
    #[arg(long, value_name = "文件")]
    parent: Option<PathBuf>,
    /// 各单位往年的年报所在的文件夹，可以写几次
    #[arg(long, value_name = "文件夹")]
    previous: Vec<PathBuf>,
    /// 报送期限，成文日期晚于这一天的列出来，写成 2026-01-20
    #[arg(long, value_name = "日期", value_parser = day)]
    deadline: Option<Date>,
    /// 不计入的单位和理由，可以写几次
    #[arg(long, value_name = "单位=理由")]
    without: Vec<String>,
    /// 汇总表写到哪个文件（.xlsx）
    #[arg(short, long, value_name = "文件")]
    output: Option<PathBuf>,
    /// 给每个单位的反馈意见写到哪个文件夹
    #[arg(long, value_name = "文件夹")]
    feedback: Option<PathBuf>,
    /// 用各单位之和起草本级年报，写到哪个文件（.json，可以在网页上打开；各数待逐格确认）
    #[arg(long, value_name = "文件")]
    draft: Option<PathBuf>,
    /// 给程序读，是一个 JSON 对象
    #[arg(long)]
    json: bool,
    /// 把这一天当作今天，写成 2026-01-31；不写则用电脑的日期
    #[arg(long, value_name = "日期", value_parser = day)]
    today: Option<Date>,
}

const HELP: &str = "退出状态：0 都交了，没有错误；1 有单位没有交、有错误，或者与本级年报不相等；2 有文件不能读写，或者命令写错。

--json 的各项：
  units     名单上的单位：name、file（计入的文件）、state（handed-in 已交、missing 没有交、left-out 不计入）
  missing   没有交的单位
  sums      每一格：table、row、column 与草稿文件中的名称一致；value 是各单位之和（收费金额以分计，unit 为 fen），
            from 是不为 0 的单位和数，without_number 是没有数的单位
  findings  查出的问题：rule、severity、statement、units、file、cells
  series    有往年年报时，各格历年的数：unit（null 是全部）、years、rank（组内第几、共几个）、outlier（与上年悬殊）";

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    let collection = open(args)?;
    let sums = collection.sums();
    let findings = collection.findings(&sums);
    if let Some(path) = &args.output {
        let sheets = workbook::workbook(&collection, &sums, &findings);
        save(
            path,
            &lists_workbook(&workbook::title(&collection), &sheets),
        )?;
    }
    if let Some(path) = &args.draft {
        let texts = collection.parent.as_ref().map(|parent| &parent.report);
        save(
            path,
            saved::write(&collection.draft(&sums, texts)).as_bytes(),
        )?;
    }
    if let Some(folder) = &args.feedback {
        feedback(folder, &collection, &findings)?;
    }
    let text = match args.json {
        true => terminal::json(&to_json(&collection, &sums, &findings)).into_owned(),
        false => terminal::harmless(&text(&collection, &sums, &findings)).into_owned(),
    };
    out.write_all(text.as_bytes())?;
    let is_wrong = |finding: &CollectFinding| {
        finding.severity == Severity::Error || finding.rule.id == "unit-has-errors"
    };
    let is_unreadable = |finding: &CollectFinding| finding.rule.id == "not-readable";
    Ok(match () {
        () if findings.iter().any(is_unreadable) => Status::NotReadable,
        () if findings.iter().any(is_wrong) => Status::ErrorsFound,
        () => Status::Sound,
    })
}

/// Opens everything that was named, gives each report to its unit, and has it judged.
fn open(args: &Args) -> anyhow::Result<Collection> {
    let today = args.today.unwrap_or_else(|| ZonedDateTime::now().date());
    let mut roster = roster(&args.units)?;
    roster.deadline = args.deadline;
    let parent = args.parent.as_deref().map(report).transpose()?;
    let mut collection = Collection::new(roster, handed_in(&args.inputs)?, parent);
    for path in &args.previous {
        collection.set_other_years(folder(path)?);
    }
    for without in &args.without {
        let (name, reason) = without.split_once('=').unwrap_or((without, ""));
        if !collection.leave_out(name, reason) {
            bail!("名单上没有“{name}”，或者不止一个。");
        }
    }
    collection.judge(|report, previous| {
        let context = Context {
            today: Some(today),
            previous,
        };
        judge(report, &context)
    });
    Ok(collection)
}

/// The list of units, whatever file it is.
fn roster(path: &Path) -> anyhow::Result<Roster> {
    let sheets = sheets(path)?;
    let rows = sheets.iter().flat_map(|sheet| {
        (0..sheet.n_rows()).map(move |row| {
            let width = sheet
                .row(row)
                .next_back()
                .map_or(0, |(column, _)| column + 1);
            (0..width)
                .map(|column| sheet.cell(row, column).to_owned())
                .collect()
        })
    });
    let roster = Roster::of_rows(rows);
    if roster.units.is_empty() {
        return Err(anyhow!("名单里没有单位，每行写一个单位即可。").context(terminal::name(path)));
    }
    Ok(roster)
}

fn report(path: &Path) -> anyhow::Result<Report> {
    Ok(open_report(Input::of(path))?.report)
}

/// The reports in a folder; what is none is left aside.
fn folder(path: &Path) -> anyhow::Result<Vec<Report>> {
    let mut inputs = inputs::Args::of_folder(path).open()?;
    let inputs = std::iter::from_fn(move || inputs.next());
    Ok(inputs
        .filter_map(|input| Some(open_report(input.ok()?).ok()?.report))
        .collect())
}

/// Reads every file, several at once, in the order in which they were named. A file that cannot be read never stops the rest.
fn handed_in(inputs: &inputs::Args) -> anyhow::Result<Vec<HandedIn>> {
    let mut inputs = inputs.open()?;
    let bar = progress_bar(&inputs);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(inputs.n_threads())
        .build()?;
    let inputs = std::iter::from_fn(move || inputs.next());
    let work = |(place, input): (usize, anyhow::Result<Input>)| {
        let file = input.as_ref().map_or_else(ToString::to_string, Input::file);
        let read = catch_unwind(AssertUnwindSafe(|| input.and_then(open_report)));
        bar.inc(1);
        let content = match read {
            Ok(Ok(reading)) => Ok((reading.report, Judgement::default())),
            Ok(Err(error)) => Err(error.root_cause().to_string()),
            Err(_) => Err("程序出错，没有处理完这个文件；请把它发给开发者。".to_owned()),
        };
        (place, HandedIn { file, content })
    };
    let mut read: Vec<_> = pool.install(|| inputs.enumerate().par_bridge().map(work).collect());
    bar.finish_and_clear();
    read.sort_by_key(|(place, _)| *place);
    Ok(read.into_iter().map(|(_, it)| it).collect())
}

/// What people read: who is in, what is wrong, what the sums are.
fn text(collection: &Collection, sums: &[UnitSum], findings: &[CollectFinding]) -> String {
    let n_units = collection.roster.units.len();
    let n_in = collection.counted().count();
    let mut text = format!(
        "{}：名单上 {n_units} 个单位，计入 {n_in} 个。\n",
        collection.year_in_words()
    );
    for unit in (0..n_units).filter(|&unit| collection.state(unit) == State::LeftOut) {
        let (name, reason) = (&collection.unit(unit).name, &collection.left_out[&unit]);
        text += &format!("不计入  {name}：{reason}\n");
    }
    for finding in findings {
        let (severity, title) = (finding.severity.name(), finding.rule.title);
        text += &format!(
            "{severity}  {title}（{}）\n      {}\n",
            finding.rule.id, finding.statement
        );
    }
    let form = collection.form();
    for sum in sums.iter().filter(|sum| !sum.from.is_empty()) {
        text += &format!("{}\t{}\n", form.name(sum.cell), workbook::shown(form, sum));
    }
    text
}

/// A short text for each unit that something was found of.
fn feedback(
    folder: &Path,
    collection: &Collection,
    findings: &[CollectFinding],
) -> anyhow::Result<()> {
    fs::create_dir_all(folder)
        .map_err(|error| anyhow!(terminal::in_words(&error)))
        .with_context(|| terminal::name(folder))?;
    for unit in 0..collection.roster.units.len() {
        if let Some(text) = collection.feedback(unit, findings) {
            let name = collection.unit(unit).name.replace(['/', '\\', ':'], "_");
            save(&folder.join(format!("{name}.txt")), text.as_bytes())?;
        }
    }
    Ok(())
}
