//! `nianbao register`: counts a register of documents into table two.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::bail;
use jiff::ZonedDateTime;
use nianbao_core::date::Date;
use nianbao_core::form::Cell;
use nianbao_core::report::Report;
use nianbao_ledger::register::rules::{Book, Finding, RULES, check};
use nianbao_ledger::register::{self, Answers, Counted, Register, catalogs};
use nianbao_write::csv::{FIELDS, fields, line};
use nianbao_write::{lists_document, lists_workbook};

use crate::Status;
use crate::inputs::Input;
use crate::open::{books, kept, open_report};
use crate::save::save;
use crate::terminal::name;

/// 由规章和行政规范性文件的目录统计表二
#[derive(clap::Args)]
#[command(
    after_help = "退出状态：0 没有错误；1 查出错误，或者与年报不一致；2 有文件不能读写。\n--answers 的 JSON：heads 是认不出的表头 → 列；kinds 是文件类型的写法 → rules、normative-document、other，依次是表二第（一）项的两行和其他文件；documents 是文件名称 → 同上。\n-o 的格式：.docx 或 .xlsx 是现行有效目录和废止失效目录，.csv 与 read --format csv 的各列相同，多一列 open。"
)]
pub(crate) struct Args {
    /// 文件目录：xlsx、csv（UTF-8 或 GBK）、txt、html，可以有几个
    #[arg(value_name = "文件", required = true)]
    files: Vec<PathBuf>,
    /// 统计哪一年
    #[arg(long, value_name = "年份")]
    year: i16,
    /// 与这份年报的表二逐格核对
    #[arg(long, value_name = "文件")]
    report: Option<PathBuf>,
    /// 把这一天当作今天，写成 2026-01-12；不写则用电脑的日期
    #[arg(long, value_name = "日期", value_parser = crate::day::day)]
    today: Option<Date>,
    /// 对待归类问题的回答，是 JSON 文件
    #[arg(long, value_name = "文件")]
    answers: Option<PathBuf>,
    /// 还用这几条只在要求时核对的规则，如 validity-too-long，用逗号隔开
    #[arg(long, value_name = "编号", value_delimiter = ',', value_parser = on_request)]
    also: Vec<&'static str>,
    /// 写到哪个文件：.docx、.xlsx 或 .csv
    #[arg(short, long, value_name = "文件")]
    output: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Status> {
    let answers: Answers = match &args.answers {
        Some(path) => kept(path)?,
        None => Answers::default(),
    };
    let mut register = Register::default();
    books(&args.files, |file, sheets| {
        register::read(&mut register, file, sheets, &answers);
    })?;
    if register.items.is_empty() {
        bail!("没有读到文件目录。{}。", register.remarks.join("；"));
    }
    let counted = register::count(&register, args.year);
    let report = args
        .report
        .as_deref()
        .map(Input::of)
        .map(open_report)
        .transpose()?;
    let book = Book {
        register: &register,
        counted: &counted,
        today: Some(args.today.unwrap_or_else(|| ZonedDateTime::now().date())),
        report: report.as_ref().map(|reading| &reading.report),
        previous: report
            .as_ref()
            .and_then(|reading| reading.previous.as_ref()),
    };
    let findings = check(&book, &args.also);
    if let Some(path) = &args.output {
        write(path, &book)?;
    }
    print(&book, &findings, out)?;
    let is_wrong = findings.iter().any(Finding::is_error);
    Ok(if is_wrong {
        Status::ErrorsFound
    } else {
        Status::Sound
    })
}

fn on_request(id: &str) -> Result<&'static str, String> {
    let found = RULES
        .iter()
        .find(|rule| rule.is_on_request && rule.id == id);
    found
        .map(|rule| rule.id)
        .ok_or_else(|| "没有这条只在要求时核对的规则".to_owned())
}

fn print(book: &Book, findings: &[Finding], out: &mut dyn Write) -> anyhow::Result<()> {
    let register = book.register;
    let (n_items, n_unread) = (register.items.len(), register.unread.len());
    writeln!(out, "读到 {n_items} 件，{n_unread} 行没有读入")?;
    for remark in &register.remarks {
        writeln!(out, "注意  {remark}")?;
    }
    print_table(book, out)?;
    print_published(book.counted, out)?;
    for (wording, items) in register.questions() {
        let (n, names) = (items.len(), names(register, &items));
        writeln!(out, "待归类  文件类型“{wording}” {n} 件：{names}")?;
    }
    for group in findings.chunk_by(|a, b| a.rule.id == b.rule.id) {
        let rule = group[0].rule;
        let severity = rule.severity.name();
        writeln!(out, "\n{severity}  {}（{}）", rule.title, rule.id)?;
        for finding in group {
            let item = finding.item.map(|item| register.name(item) + "：");
            writeln!(
                out,
                "      {}{}",
                item.unwrap_or_default(),
                finding.statement
            )?;
        }
        writeln!(out, "      {}", rule.explanation)?;
    }
    Ok(())
}

/// The figures of table two, each with the documents behind it.
fn print_table(book: &Book, out: &mut dyn Write) -> anyhow::Result<()> {
    let (register, counted) = (book.register, book.counted);
    writeln!(out, "\n{}年 第二十条第（一）项", counted.year)?;
    for cell in counted.cells() {
        let (certain, open) = behind(counted, cell);
        let open = match open.is_empty() {
            true => String::new(),
            false => format!(
                "，另有 {} 件待归类（{}）",
                open.len(),
                names(register, open)
            ),
        };
        let (name, named) = (counted.form.name(cell), names(register, certain));
        writeln!(out, "{:>6}  {name}（{named}）{open}", certain.len())?;
    }
    Ok(())
}

/// What section one states: everything published, by channel and by topic.
fn print_published(counted: &Counted, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(
        out,
        "\n主动公开 {} 条（不同渠道公开相同信息计 1 条），其中有解读的 {} 条",
        counted.published.len(),
        counted.interpreted.len()
    )?;
    let parts = [
        ("按渠道", &counted.by_channel),
        ("按类别", &counted.by_topic),
    ];
    for (what, counts) in parts {
        let counts = counts.iter();
        let counts: Vec<_> = counts
            .map(|(name, items)| format!("{name} {}", items.len()))
            .collect();
        if !counts.is_empty() {
            writeln!(out, "{what}：{}", counts.join("、"))?;
        }
    }
    Ok(())
}

/// Names of documents; of many, the first.
fn names(register: &Register, items: &[u32]) -> String {
    const NAMED: usize = 8;
    let names = items.iter().take(NAMED);
    let names: Vec<_> = names.map(|item| register.name(*item)).collect();
    let more = if items.len() > NAMED { "……" } else { "" };
    names.join("、") + more
}

fn behind(counted: &Counted, cell: Cell) -> (&[u32], &[u32]) {
    counted
        .behind(cell)
        .map_or((&[], &[]), |(certain, open)| (certain, open))
}

fn write(path: &Path, book: &Book) -> anyhow::Result<()> {
    let shown = name(path);
    let extension = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let title = catalogs::title(book);
    let bytes = match extension.as_str() {
        "docx" => lists_document(&title, &catalogs::catalogs(book)),
        "xlsx" => lists_workbook(&title, &catalogs::catalogs(book)),
        "csv" => csv(book.counted).into_bytes(),
        _ => bail!("{shown}: 扩展名不认识，可以写成 .docx、.xlsx、.csv。"),
    };
    save(path, &bytes)
}

fn csv(counted: &Counted) -> String {
    let mut report = Report::new(counted.form, counted.year.unsigned_abs());
    for cell in counted.cells() {
        report.type_figure(cell, &behind(counted, cell).0.len().to_string());
    }
    let mut table = line(FIELDS.into_iter().chain(["confidence", "source", "open"]));
    for cell in counted.cells() {
        let open = behind(counted, cell).1.len();
        let confidence = if open == 0 { "read" } else { "guessed" };
        let figure = fields(&report, cell);
        let own = [confidence, "台账", &open.to_string()].map(str::to_owned);
        table += &line(figure.iter().chain(&own).map(String::as_str));
    }
    table
}
