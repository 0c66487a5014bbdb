//! What people read of a counted ledger: what was read, the figures, the open questions, what was found.

use std::collections::BTreeMap;
use std::io::{self, Write};

use nianbao_core::form::TableForm;
use nianbao_core::form::keys::{DISPUTES, REQUESTS};
use nianbao_ledger::Book;
use nianbao_ledger::requests::{SheetRead, Unread};
use nianbao_ledger::rules::Finding;

/// Names of cases that are listed after a sentence; of more, the number is told.
const NAMED: usize = 8;

pub(super) fn print(book: &Book, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    for (sheet, idx) in book.ledger.sheets.iter().zip(0..) {
        let n_requests = book
            .ledger
            .requests
            .iter()
            .filter(|request| request.at.sheet == idx)
            .count();
        print_sheet(sheet, n_requests, out)?;
    }
    for table in [REQUESTS, DISPUTES] {
        let table = book
            .counted
            .form
            .table(table)
            .expect("every edition has both");
        print_table(book, table, out)?;
    }
    print_uncounted(book, out)?;
    print_questions(book, out)?;
    print_findings(book, findings, out)
}

fn print_sheet(sheet: &SheetRead, n_requests: usize, out: &mut dyn Write) -> io::Result<()> {
    let name = match sheet.sheet.as_str() {
        "" => sheet.file.clone(),
        name => format!("{} {name}", sheet.file),
    };
    let mut reasons: BTreeMap<Unread, usize> = BTreeMap::new();
    for (_, why) in &sheet.unread {
        *reasons.entry(*why).or_default() += 1;
    }
    let reasons: Vec<_> = reasons
        .iter()
        .map(|(why, n)| format!("{} {n}", why.name()))
        .collect();
    let unread = match reasons.is_empty() {
        true => String::new(),
        false => format!(
            "，{} 行没有作为申请读入（{}）",
            sheet.unread.len(),
            reasons.join("、")
        ),
    };
    writeln!(out, "{name}: 读到 {n_requests} 件{unread}")?;
    let told = sheet.columns.iter().filter_map(|column| {
        let field = column.field?;
        Some(format!("“{}”是{}", column.head, field.name()))
    });
    let told: Vec<_> = told.collect();
    if !told.is_empty() {
        writeln!(out, "列    {}", told.join("，"))?;
    }
    for remark in &sheet.remarks {
        writeln!(out, "注意  {remark}")?;
    }
    let unknown = sheet
        .unread
        .iter()
        .filter(|(_, why)| *why == Unread::Unknown);
    for (row, why) in unknown.take(NAMED) {
        writeln!(out, "未读  第 {} 行：{}", row + 1, why.name())?;
    }
    Ok(())
}

fn print_table(book: &Book, table: &'static TableForm, out: &mut dyn Write) -> io::Result<()> {
    let title = book.counted.form.edition.sections[table.section].title;
    let mut has_open = false;
    writeln!(out, "\n{}年 {title}", book.counted.year)?;
    let heads: Vec<_> = table
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    writeln!(out, "（{}）", heads.join("、"))?;
    for (row_idx, row) in table.rows.iter().enumerate() {
        let figures = (0..table.columns.len()).map(|column| {
            let behind = book
                .counted
                .behind(table.cell(row_idx, column))
                .unwrap_or_default();
            has_open |= behind.open > 0;
            match behind.open {
                0 => behind.certain.to_string(),
                open => format!("{}+{open}?", behind.certain),
            }
        });
        let figures: Vec<_> = figures.map(|figure| format!("{figure:>6}")).collect();
        writeln!(out, "{}  {}", figures.join(" "), row.name)?;
    }
    if has_open {
        writeln!(out, "“3+2?”表示至少 3 件，另有 2 件待归类。")?;
    }
    Ok(())
}

fn print_uncounted(book: &Book, out: &mut dyn Write) -> io::Result<()> {
    let mut by_reason: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for (request, why) in &book.counted.uncounted {
        by_reason.entry(*why).or_default().push(*request);
    }
    for (why, requests) in by_reason {
        writeln!(
            out,
            "未计入  {} {} 件：{}",
            why.name(),
            requests.len(),
            names(book, &requests)
        )?;
    }
    Ok(())
}

fn print_questions(book: &Book, out: &mut dyn Write) -> io::Result<()> {
    let questions = book.counted.questions(book.ledger, book.answers);
    if questions.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "\n待归类的问题 {} 个，没有回答的不计入有关各格：",
        questions.len()
    )?;
    for question in &questions {
        let candidates: Vec<_> = question
            .candidates
            .iter()
            .map(|path| book.counted.label(question.about, path))
            .collect();
        let candidates = match candidates.is_empty() {
            true => String::new(),
            false => format!("。可能是：{}", candidates.join("；")),
        };
        let (about, n) = (question.about.name(), question.requests.len());
        writeln!(
            out,
            "  {about}“{}” {n} 件：{}{candidates}",
            question.wording,
            names(book, &question.requests)
        )?;
    }
    Ok(())
}

fn print_findings(book: &Book, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    for group in findings.chunk_by(|a, b| a.rule.id == b.rule.id && a.severity == b.severity) {
        let rule = group[0].rule;
        writeln!(
            out,
            "\n{}  {}（{}）",
            group[0].severity.name(),
            rule.title,
            rule.id
        )?;
        for finding in group {
            let case = finding
                .request
                .map(|request| book.name(request) + "：")
                .unwrap_or_default();
            writeln!(out, "      {case}{}", finding.statement)?;
        }
        writeln!(out, "      {}", rule.explanation)?;
    }
    Ok(())
}

fn names(book: &Book, requests: &[u32]) -> String {
    let named: Vec<_> = requests
        .iter()
        .take(NAMED)
        .map(|request| book.name(*request))
        .collect();
    let more = if requests.len() > NAMED { "……" } else { "" };
    named.join("、") + more
}
