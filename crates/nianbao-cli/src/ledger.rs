//! `nianbao ledger`: counts a request ledger into tables three and four.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use jiff::ZonedDateTime;
use nianbao_core::date::Date;
use nianbao_core::form::keys::{CASES, DISPUTES, REQUESTS};
use nianbao_core::form::{Cell, Form};
use nianbao_core::report::Report;
use nianbao_ledger::requests::{self, Answers, Counted, Ledger};
use nianbao_ledger::rules::{self, BookRule};

use crate::Status;
use crate::day::day;
use crate::inputs::Input;
use crate::open::{books, kept};
use crate::terminal::complain;

mod out;
mod text;

/// 由依申请公开登记台账统计表三、表四
#[derive(clap::Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Args {
    /// 台账：xlsx、csv（UTF-8 或 GBK）、txt、html，可以有几个
    #[arg(value_name = "文件", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// 统计哪一年；不写则按年报的年度，没有年报则按收到最多的一年
    #[arg(long, value_name = "年份")]
    year: Option<i16>,
    /// 与这份年报逐格核对
    #[arg(long, value_name = "文件")]
    report: Option<PathBuf>,
    /// 把这一天当作今天，写成 2026-01-12；不写则用电脑的日期
    #[arg(long, value_name = "日期", value_parser = day)]
    today: Option<Date>,
    /// 对待归类问题的回答，是 JSON 文件
    #[arg(long, value_name = "文件")]
    answers: Option<PathBuf>,
    /// 列出一格数字背后的申请，如 r13.c1
    #[arg(long, value_name = "格")]
    behind: Option<String>,
    /// 写到哪个文件：.xlsx、.json、.csv 或 .ics
    #[arg(short, long, value_name = "文件")]
    output: Option<PathBuf>,
}

const HELP: &str = r#"退出状态：0 没有错误；1 查出错误，或者与年报不一致；2 有文件不能读写。

--behind 的写法：
  r13.c1       表三第 13 行第 1 列（行从“一、本年新收”数起，列从“自然人”数起）
  d1           表四第 1 列
  行名.列名    与草稿文件中的名称一致，如 newly-received.requester/natural-person
每行印出一件：工作表!行号；csv 等文字文件印出第几条记录。只印确定属于这一格的，待归类的件数另行提示。

--answers 的 JSON：
  heads        认不出的表头 → 列，如 [{"heads": [], "fields": {"来件": "received", "备注二": null}}]；
               heads 写一张表的全部表头，则只用于表头相同的表；列名见 -o 写出的 JSON 的 sheets，null 是不读
  kinds        申请人类别的写法 → 表三的列（c2 或 requester/organization/enterprise）
  results      办理结果的写法 → 表三的行（r13 或 handled/unavailable/not-held；not-a-request 不是申请）
  outcomes     复议、诉讼结果的写法 → upheld、corrected、other、pending
  suits        诉讼类型的写法 → litigation/direct、litigation/after-reconsideration
  days         不是日期的写法 → 日期，如 {"1月17日": "2024-01-17"}
  cases        某一件 → {"kind", "result", "received", "replied"}
  calendar     没有收录的年份的放假安排：[{"year", "notices", "off": [[起, 止]], "worked": [调休上班日]}]

-o 的格式：
  .xlsx        表三、各格背后的申请、期限、待归类
  .json        台账、统计结果、待归类问题，不含姓名和申请内容
  .csv         与 read --format csv 的各列相同，多一列 open：待归类的件数；value 是确定的件数
  .ics         各件的答复期限，只有编号，可以导入日历"#;

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    let today = args.today.unwrap_or_else(|| ZonedDateTime::now().date());
    let Opened { ledger, answers } = Opened::read(&args.files, args.answers.as_deref())?;
    let report = args
        .report
        .as_deref()
        .map(Input::of)
        .map(crate::open::open_report)
        .transpose()?;
    let year = args.year.or_else(|| {
        report
            .as_ref()
            .and_then(|reading| year_of(reading.report.year))
    });
    let year = year
        .or_else(|| ledger.most_received())
        .context("没有一件申请有收到日期，请用 --year 指明年份。")?;
    let counted = requests::count::count(&ledger, year, &answers);
    for problem in counted.unusable(&answers) {
        complain(&format!("回答  {problem}"));
    }
    if let Some(cell) = &args.behind {
        return behind(cell, &ledger, &counted, out);
    }
    let book = nianbao_ledger::Book {
        report: report.as_ref().map(|reading| &reading.report),
        previous: report
            .as_ref()
            .and_then(|reading| reading.previous.as_ref()),
        ..nianbao_ledger::Book::new(&ledger, &counted, &answers, Some(today))
    };
    let judged = rules::check(&book);
    if let Some(path) = &args.output {
        out::write(path, &book, &judged)?;
    }
    text::print(&book, &judged, out)?;
    let is_wrong = judged.iter().any(|finding| finding.is_error());
    Ok(if is_wrong {
        Status::ErrorsFound
    } else {
        Status::Sound
    })
}

/// A ledger that reports are compared with.
pub(crate) struct Opened {
    ledger: Ledger,
    answers: Answers,
}

/// Where a report differs from a ledger.
pub(crate) struct Difference {
    pub(crate) rule: &'static BookRule,
    pub(crate) statement: String,
    /// Names of the cases behind the ledger's figure.
    pub(crate) cases: Vec<String>,
}

impl Opened {
    pub(crate) fn read(files: &[PathBuf], answers: Option<&Path>) -> anyhow::Result<Opened> {
        let answers: Answers = answers.map(kept).transpose()?.unwrap_or_default();
        let mut ledger = read(files, &answers)?;
        answers.put_days(&mut ledger);
        Ok(Opened { ledger, answers })
    }

    /// What the ledger says of the figures of a report, counted for the report's year.
    pub(crate) fn differences(
        &self,
        report: &Report,
        previous: Option<&Report>,
        today: Date,
    ) -> Vec<Difference> {
        let Some(year) = year_of(report.year) else {
            return Vec::new();
        };
        let counted = requests::count::count(&self.ledger, year, &self.answers);
        let book = nianbao_ledger::Book {
            report: Some(report),
            previous,
            ..nianbao_ledger::Book::new(&self.ledger, &counted, &self.answers, Some(today))
        };
        let findings = rules::check(&book)
            .into_iter()
            .filter(|finding| finding.request.is_none());
        let differences = findings.map(|finding| Difference {
            rule: finding.rule,
            cases: finding
                .also
                .iter()
                .map(|request| book.name(*request))
                .collect(),
            statement: finding.statement,
        });
        differences.collect()
    }
}

/// All files as one ledger.
fn read(files: &[PathBuf], answers: &Answers) -> anyhow::Result<Ledger> {
    let mut ledger = Ledger::default();
    books(files, |file, sheets| {
        requests::read(&mut ledger, file, sheets, &answers.heads);
    })?;
    if ledger.requests.is_empty() {
        let remarks: Vec<_> = ledger
            .sheets
            .iter()
            .flat_map(|sheet| &sheet.remarks)
            .map(|remark| format!("{remark}。"))
            .collect();
        bail!("没有读到申请。{}", remarks.concat());
    }
    Ok(ledger)
}

fn year_of(year: Option<u16>) -> Option<i16> {
    let year = year?;
    i16::try_from(year).ok().filter(|year| *year > 0)
}

/// The requests behind one figure, a line each.
fn behind(
    cell: &str,
    ledger: &Ledger,
    counted: &Counted,
    out: &mut dyn Write,
) -> anyhow::Result<Status> {
    let cell = cell_of(counted.form, cell).with_context(|| {
        format!("没有“{cell}”这一格，写成 r13.c1 的样子：表三第 13 行第 1 列；表四第 1 列写成 d1。")
    })?;
    let (certain, open) = counted.requests_behind(cell);
    for request in certain {
        writeln!(out, "{}", ledger.case(&ledger.requests[request as usize]))?;
    }
    if !open.is_empty() {
        let names: Vec<_> = open
            .iter()
            .map(|request| ledger.case(&ledger.requests[*request as usize]))
            .collect();
        let names = (names.len(), names.join("、"));
        complain(&format!("另有 {} 件待归类：{}", names.0, names.1));
    }
    Ok(Status::Sound)
}

/// The cell that a person named.
fn cell_of(form: &Form, name: &str) -> Option<Cell> {
    let (requests, disputes) = (form.table(REQUESTS)?, form.table(DISPUTES)?);
    let number = |text: &str, letter| {
        text.strip_prefix(letter)?
            .parse::<usize>()
            .ok()?
            .checked_sub(1)
    };
    if let Some(column) = number(name, 'd') {
        return (column < disputes.columns.len()).then(|| disputes.cell(0, column));
    }
    let (row, column) = name.split_once('.')?;
    if let (Some(row), Some(column)) = (number(row, 'r'), number(column, 'c')) {
        let is_there = row < requests.rows.len() && column < requests.columns.len();
        return is_there.then(|| requests.cell(row, column));
    }
    let table = if row == CASES { disputes } else { requests };
    Some(table.cell(table.row(row)?, table.column(column)?))
}
