//! The review sheet: one page for the leader who signs, and behind it the grounds of what was found.

use nianbao_core::form::{Cell, Form, Unit, keys};
use nianbao_core::judgement::{Finding, Judgement, Severity};
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

use crate::document::title_lines;
use crate::lists::{Item, List};

/// One piece of the sheet, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The title, once, at the top.
    Title(String),
    /// What follows.
    Heading(String),
    /// The rule that the next paragraphs are about.
    Rule(String),
    /// A paragraph.
    Text(String),
    /// A table; its name is not printed.
    List(List),
    /// A table that is filled in by hand, with rows that are high enough for it.
    Form(List),
}

/// All that the sheet says.
pub(super) fn pieces(
    report: &Report,
    previous: Option<&Report>,
    judgement: &Judgement,
) -> Vec<Piece> {
    let filled = |text: &str| match text.trim() {
        "" => "（未填）".to_owned(),
        text => text.to_owned(),
    };
    let year = report.year.map(|year| format!("{year}年"));
    let mut pieces = vec![
        Piece::Title(format!(
            "{}审核单",
            title_lines(&report.printed_title(), report)
        )),
        Piece::Text(format!(
            "机关：{}。年度：{}。成文日期：{}。",
            filled(&report.organ.name),
            year.unwrap_or_else(|| filled("")),
            filled(&report.date),
        )),
        Piece::Heading("一、主要数字".to_owned()),
        Piece::List(key_figures(report, previous)),
        Piece::Heading("二、核对情况".to_owned()),
        Piece::Text(state(judgement)),
        Piece::Heading("三、审签".to_owned()),
        Piece::Form(signatures()),
    ];
    let findings = in_order(judgement);
    if !findings.is_empty() {
        pieces.push(Piece::Heading("附一：查出的问题".to_owned()));
        pieces.push(Piece::List(found(report, &findings)));
    }
    if !judgement.nothing_stated.is_empty() {
        let unstated = judgement.nothing_stated.join("；");
        pieces.push(Piece::Text(format!(
            "文字中没有可以核对的数字：{unstated}。"
        )));
    }
    pieces.extend(grounds(&findings, judgement));
    pieces
}

/// What is wrong, the gravest first, then what is missing, then what has a reason.
fn in_order(judgement: &Judgement) -> Vec<&Finding> {
    let wrong = [Severity::Error, Severity::Warning, Severity::Hint];
    let wrong = wrong.into_iter().flat_map(|it| judgement.wrong(it));
    wrong
        .chain(judgement.missing())
        .chain(judgement.set_aside())
        .collect()
}

/// How many of each kind there are.
fn state(judgement: &Judgement) -> String {
    let wrong = |severity| judgement.wrong(severity).count();
    let counts = [
        (Severity::Error.name(), wrong(Severity::Error)),
        (Severity::Warning.name(), wrong(Severity::Warning)),
        (Severity::Hint.name(), wrong(Severity::Hint)),
        ("待填", judgement.missing().count()),
        ("已说明", judgement.set_aside().count()),
    ];
    let counts = counts.map(|(name, count)| format!("{name} {count} 处"));
    format!(
        "{}；核对相符 {} 项，因缺少数字不能核对 {} 项。",
        counts.join("，"),
        judgement.n_holds,
        judgement.n_cannot_tell - judgement.nothing_stated.len(),
    )
}

/// The figures that a leader asks for, beside last year's.
fn key_figures(report: &Report, previous: Option<&Report>) -> List {
    let rows = key_cells(report.form).into_iter().map(|(name, cell)| {
        let now = report.number(cell);
        let same = previous.and_then(|previous| {
            let same = report.form.same_cell(cell, previous.form)?;
            Some((previous.shown(same).to_string(), previous.number(same)))
        });
        let is_amount = report.form.unit(cell) == Unit::TenThousandYuan;
        let change = match (now, same.as_ref().and_then(|(_, number)| *number)) {
            (Some(now), Some(before)) if !is_amount => match now - before {
                0 => "持平".to_owned(),
                more => format!("{more:+}"),
            },
            _ => String::new(),
        };
        let shown = same.map(|(shown, _)| shown).unwrap_or_default();
        vec![
            Item::text(name),
            Item::text(report.shown(cell).to_string()),
            Item::text(shown),
            Item::text(change),
        ]
    });
    let rows: Vec<_> = rows.collect();
    // Two figures in a row, read down the left half first.
    let (left, right) = rows.split_at(rows.len().div_ceil(2));
    let rows = left.iter().enumerate().map(|(idx, row)| {
        let beside = right.get(idx).cloned();
        let beside = beside.unwrap_or_else(|| vec![Item::text(""); row.len()]);
        [row.clone(), beside].concat()
    });
    let heads = [("项目", 28), ("本年", 12), ("上年", 12), ("增减", 8)];
    list("主要数字", &[heads, heads].concat(), rows.collect())
}

/// All requests by where they came from and went to, all disputes, and what is in force or was decided.
fn key_cells(form: &Form) -> Vec<(String, Cell)> {
    let mut cells = Vec::new();
    let flow = [
        keys::NEWLY_RECEIVED,
        keys::CARRIED_OVER,
        keys::HANDLED_TOTAL,
        keys::CARRIED_FORWARD,
    ];
    for row in flow {
        let cell = form.cell(keys::REQUESTS, row, keys::ALL_REQUESTERS);
        cells.extend(cell.map(|cell| (form.name(cell), cell)));
    }
    for table in &form.tables {
        match table.table.key {
            keys::REQUESTS => {}
            keys::DISPUTES => {
                let totals = (0..table.columns.len()).filter(|&it| table.columns[it].is_total());
                let totals = totals.map(|column| table.cell(0, column));
                cells.extend(totals.map(|cell| (form.name(cell), cell)));
            }
            _ => {
                let last = table.columns.len() - 1;
                let rows = (0..table.rows.len()).map(|row| table.cell(row, last));
                cells.extend(rows.map(|cell| (form.name(cell), cell)));
            }
        }
    }
    cells
}

/// A row for each finding, with room for what the leader decides.
fn found(report: &Report, findings: &[&Finding]) -> List {
    let rows = findings.iter().enumerate().map(|(idx, finding)| {
        let kind = match finding.note {
            Some(_) => "已说明",
            None => finding.severity.name(),
        };
        vec![
            Item::text((idx + 1).to_string()),
            Item::text(place(report, finding)),
            Item::text(format!(
                "{kind}：{}。{}",
                finding.rule.title, finding.statement
            )),
            Item::text(finding.note.clone().unwrap_or_default()),
            Item::text(""),
        ]
    });
    let heads = [
        ("序号", 6),
        ("位置", 16),
        ("情况", 48),
        ("经办说明", 18),
        ("审核意见", 16),
    ];
    list("核对情况", &heads, rows.collect())
}

/// The part of the report that a finding is about; several where it concerns several.
fn place(report: &Report, finding: &Finding) -> String {
    let mut names: Vec<&str> = Vec::new();
    for &spot in &finding.spots {
        let name = match spot {
            Spot::Field(field) => field.name(),
            Spot::Cell(cell) => report.form.section_of(cell).title,
            Spot::Text(text) => {
                let text = &report.form.texts[text.index()];
                let section = report.form.edition.sections[text.section].title;
                text.topic.map_or(section, |topic| topic.title)
            }
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    const MOST: usize = 2;
    if names.len() > MOST {
        names.truncate(MOST);
        names.push("等");
    }
    names.join("\n")
}

/// Who wrote, who reviewed and who issues it.
fn signatures() -> List {
    let row = |role: &str| {
        vec![
            Item::text(role),
            Item::text(""),
            Item::text(""),
            Item::text(""),
        ]
    };
    list(
        "审签",
        &[("", 12), ("意见", 50), ("签字", 20), ("日期", 20)],
        vec![row("经办"), row("审核"), row("签发")],
    )
}

/// What each rule that found something asks and rests on, once.
fn grounds(findings: &[&Finding], judgement: &Judgement) -> Vec<Piece> {
    let mut rules: Vec<&str> = Vec::new();
    let mut pieces = Vec::new();
    for (idx, finding) in findings.iter().enumerate() {
        let rule = &finding.rule;
        if rules.contains(&&rule.id[..]) {
            continue;
        }
        rules.push(&rule.id);
        let alike = findings[idx..]
            .iter()
            .enumerate()
            .filter(|(_, other)| other.rule.id == rule.id);
        let numbers: Vec<_> = alike
            .map(|(later, _)| (idx + later + 1).to_string())
            .collect();
        pieces.push(Piece::Rule(format!(
            "{}（序号 {}）",
            rule.title,
            numbers.join("、")
        )));
        let explains = |it: &&_| {
            let mut of_rule = findings.iter().filter(|other| other.rule.id == rule.id);
            of_rule.any(|finding| finding.is_explained_by(it))
        };
        for explanation in judgement.explanations.iter().filter(explains) {
            let statement = &explanation.statement;
            pieces.push(Piece::Text(format!("可能的原因：{statement}")));
        }
        pieces.push(Piece::Text(rule.explanation.clone()));
        let grounds = rule.grounds.iter();
        let grounds = grounds.map(|ground| format!("{}：{}", ground.name, ground.clause));
        let grounds: Vec<_> = grounds.collect();
        pieces.push(Piece::Text(format!("依据：{}", grounds.join("；"))));
    }
    if !pieces.is_empty() {
        pieces.insert(0, Piece::Heading("附二：说明和依据".to_owned()));
    }
    pieces
}

fn list(name: &str, heads: &[(&str, usize)], rows: Vec<Vec<Item>>) -> List {
    List {
        name: name.to_owned(),
        heads: heads
            .iter()
            .map(|&(head, width)| (head.to_owned(), width))
            .collect(),
        rows,
    }
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;
    use nianbao_rules::rule::Context;

    use super::*;
    use crate::{Format, Paper};

    fn judged(report: &Report, previous: Option<&Report>) -> Judgement {
        let context = Context {
            previous,
            ..Context::default()
        };
        nianbao_rules::judge(report, &context)
    }

    fn said(report: &Report, previous: Option<&Report>) -> String {
        let pieces = pieces(report, previous, &judged(report, previous));
        let lines = pieces.into_iter().map(|piece| match piece {
            Piece::Title(text) => format!("# {text}"),
            Piece::Heading(text) => format!("## {text}"),
            Piece::Rule(text) => format!("### {text}"),
            Piece::Text(text) => text,
            Piece::List(list) | Piece::Form(list) => {
                let row =
                    |row: &Vec<Item>| row.iter().map(Item::shown).collect::<Vec<_>>().join("|");
                list.rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn out_of_balance() -> Report {
        let mut report = sound_report();
        let cell = report
            .form
            .cell("requests", "carried-forward", "requester/natural-person");
        report.type_figure(cell.expect("in the form"), "1");
        report
    }

    #[test]
    fn a_leader_reads_what_is_wrong_why_and_on_what_ground() {
        let said = said(&out_of_balance(), None);
        for words in [
            "# 示例市信访局\n2025年政府信息公开工作年度报告审核单",
            "错误：",
            "2 + 0 = 2 ≠ 2 + 1 = 3",
            "依据：",
            "经办|||\n审核|||\n签发|||",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }

    #[test]
    fn the_main_figures_stand_beside_last_years() {
        let report = sound_report();
        assert!(said(&report, None).contains("本年新收政府信息公开申请数量，总计|2|||"));
        let mut previous = report.clone();
        previous.year = previous.year.map(|year| year - 1);
        let cell = previous
            .form
            .cell("requests", keys::NEWLY_RECEIVED, "requester/natural-person");
        previous.type_figure(cell.expect("in the form"), "5");
        let said = said(&report, Some(&previous));
        assert!(
            said.contains("本年新收政府信息公开申请数量，总计|2|5|-3|"),
            "{said}"
        );
    }

    #[test]
    fn a_reason_stands_beside_what_was_set_aside() {
        let mut report = out_of_balance();
        for finding in judged(&report, None).findings {
            report.set_aside(&finding, "台账可查。");
        }
        let said = said(&report, None);
        assert!(
            said.contains("|台账可查。|\n") && !said.contains("错误："),
            "{said}"
        );
    }

    #[test]
    fn it_is_written_as_document_and_page_and_only_so() {
        let report = out_of_balance();
        let judgement = judged(&report, None);
        for format in Format::ALL {
            let is_written = Paper::of(&report).write_sheet(&judgement, format).is_some();
            assert_eq!(is_written, matches!(format, Format::Docx | Format::Html));
        }
    }
}
