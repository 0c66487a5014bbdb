//! The review sheet: what was found in a report, for the leader who signs it.

use nianbao_core::judgement::{Finding, Judgement, Severity};
use nianbao_core::report::Report;

/// One line of the sheet, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The title, once, at the top.
    Title(String),
    /// What kind of things follow.
    Heading(String),
    /// The rule that the next ones are about.
    Rule(String),
    /// A paragraph.
    Text(String),
}

/// All that the sheet says.
pub(super) fn lines(report: &Report, judgement: &Judgement) -> Vec<Line> {
    let filled = |text: &str| match text.trim() {
        "" => "（未填）".to_owned(),
        text => text.to_owned(),
    };
    let mut lines = vec![
        Line::Title(format!("{}审核单", report.printed_title())),
        Line::Text(format!(
            "机关：{}。年度：{}。成文日期：{}。",
            filled(&report.organ.name),
            report
                .year
                .map_or_else(|| filled(""), |year| format!("{year}年")),
            filled(&report.date),
        )),
        Line::Text(state(judgement)),
    ];
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let wrong = judgement.wrong(severity).collect();
        add_group(&mut lines, severity.name(), wrong, judgement);
    }
    add_group(&mut lines, "待填", judgement.missing().collect(), judgement);
    let set_aside: Vec<_> = judgement.set_aside().collect();
    add_group(&mut lines, "已说明的问题", set_aside, judgement);
    if !judgement.nothing_stated.is_empty() {
        let unstated = judgement.nothing_stated.join("；");
        lines.push(Line::Heading("没有核对的".to_owned()));
        lines.push(Line::Text(format!(
            "文字中没有可以核对的数字：{unstated}。"
        )));
    }
    lines.push(Line::Heading("审核意见".to_owned()));
    for prompt in ["意见：", "审核人（签字）：", "日期："] {
        lines.push(Line::Text(format!("{prompt}{}", "＿".repeat(12))));
    }
    lines
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

/// Findings of one kind under their rules; nothing where there are none.
fn add_group(lines: &mut Vec<Line>, name: &str, findings: Vec<&Finding>, judgement: &Judgement) {
    if findings.is_empty() {
        return;
    }
    lines.push(Line::Heading(format!("{name}（{} 处）", findings.len())));
    for of_rule in findings.chunk_by(|a, b| a.rule == b.rule) {
        let rule = &of_rule[0].rule;
        let number = 1 + lines
            .iter()
            .filter(|line| matches!(line, Line::Rule(_)))
            .count();
        lines.push(Line::Rule(format!("{number}. {}", rule.title)));
        for finding in of_rule {
            lines.push(Line::Text(finding.statement.clone()));
            if let Some(reason) = &finding.note {
                lines.push(Line::Text(format!("说明：{reason}")));
            }
        }
        let explains = |it: &&_| of_rule.iter().any(|finding| finding.is_explained_by(it));
        for explanation in judgement.explanations.iter().filter(explains) {
            let statement = &explanation.statement;
            lines.push(Line::Text(format!("可能的原因：{statement}")));
        }
        lines.push(Line::Text(rule.explanation.clone()));
        let grounds = rule.grounds.iter();
        let grounds = grounds.map(|ground| format!("{}：{}", ground.name, ground.clause));
        let grounds: Vec<_> = grounds.collect();
        lines.push(Line::Text(format!("依据：{}", grounds.join("；"))));
    }
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;
    use nianbao_rules::rule::Context;

    use super::*;
    use crate::{Format, write_sheet};

    fn said(report: &Report) -> String {
        let judgement = nianbao_rules::judge(report, &Context::default());
        let text = |line| match line {
            Line::Title(text) => format!("# {text}"),
            Line::Heading(text) => format!("## {text}"),
            Line::Rule(text) => format!("### {text}"),
            Line::Text(text) => text,
        };
        let lines: Vec<_> = lines(report, &judgement).into_iter().map(text).collect();
        lines.join("\n")
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
        let said = said(&out_of_balance());
        for words in [
            "# 示例市信访局2025年政府信息公开工作年度报告审核单",
            "## 错误（",
            "2 + 0 = 2 ≠ 2 + 1 = 3",
            "依据：",
            "审核人（签字）：",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }

    #[test]
    fn a_reason_stands_under_what_was_set_aside() {
        let mut report = out_of_balance();
        for finding in nianbao_rules::judge(&report, &Context::default()).findings {
            report.set_aside(&finding, "台账可查。");
        }
        let said = said(&report);
        assert!(
            said.contains("说明：台账可查。") && !said.contains("## 错误"),
            "{said}"
        );
    }

    #[test]
    fn it_is_written_as_document_and_page_and_only_so() {
        let report = out_of_balance();
        let judgement = nianbao_rules::judge(&report, &Context::default());
        for format in Format::ALL {
            let is_written = write_sheet(&report, &judgement, format).is_some();
            assert_eq!(is_written, matches!(format, Format::Docx | Format::Html));
        }
    }
}
