//! The form has six parts; an opening that counts them counts right.
//! Silent on other parts and aspects: 五个方面, 文字和表格两部分, 第六部分.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

/// The opening says of how many parts the report is made, and names as many.
pub(super) static RULE: Rule = Rule {
    id: "parts-counted",
    title: "开头段落写的部分数与年报不符",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM],
    check: Check::Custom {
        formula: "开头段落写的“六部分”“六个方面”等于格式规定的部分数，列出的名称也是这么多",
        find,
    },
    explanation: "统一格式的年报由六部分组成。开头写成其他数目，或者列漏了一部分，多是沿用旧格式的段落。请改正，也可以不写这一句。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告由总体情况、主动公开情况、依申请公开情况、复议诉讼情况、存在问题五部分组成，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &["开头段落写的是“五部分”，年报有 6 个部分"],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，存在的主要问题及改进情况，其他需要报告的事项六个方面，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &["开头段落写的是“六个方面”，列出了 5 个"],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项六个部分组成，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告由总体情况、主动公开政府信息情况等六个部分组成，统计期限自2025年1月1日起至2025年12月31日止。我局从三个方面改进工作。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告分六部分编写，一部分内容由市政务公开办提供，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议和提起行政诉讼情况、存在的主要问题和改进情况以及其他需要报告的事项等六部分组成。统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告包括总体情况，主动公开情况，依申请公开情况，行政复议和诉讼情况，存在问题与改进措施，其他事项六个部分。统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "本报告围绕主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面总结全年工作，由文字和表格两部分组成，收费情况见第六部分。统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let n_parts = report.form.edition.sections.len();
    let judge = |said: Said| {
        let fails = |what| {
            let statement = format!("开头段落写的是“{}”，{what}", said.words);
            Failure::new(statement, [Spot::Field(Field::Preamble)]).into()
        };
        let (fewest, most) = said.names;
        if said.count != n_parts {
            fails(format!("年报有 {n_parts} 个部分"))
        } else if fewest > n_parts || !said.is_open && most > 1 && most < n_parts {
            fails(format!(
                "列出了 {} 个",
                if fewest > n_parts { fewest } else { most }
            ))
        } else {
            Outcome::Holds
        }
    };
    prose::sentences(&report.preamble)
        .filter_map(said)
        .map(judge)
        .collect()
}

/// A number of parts, as the opening states it.
struct Said<'a> {
    words: &'a str,
    count: usize,
    /// How many names are listed, at least and at most: 和 stands between two names or within one.
    names: (usize, usize),
    /// Whether 等 leaves out the rest.
    is_open: bool,
}

/// Words by which the names of parts are known.
const PARTS: &[&str] = &["总体情况", "概述", "申请", "复议", "存在", "其他"];

fn said(sentence: &str) -> Option<Said<'_>> {
    if !prose::mentions(sentence, &["报告", "年报"]) {
        return None;
    }
    let (at, measure) = ["个部分", "部分", "个方面", "方面"]
        .into_iter()
        .find_map(|measure| Some((sentence.find(measure)?, measure)))?;
    let before = &sentence[..at];
    let names = before.trim_end_matches(prose::is_numeral);
    let (number, rest) = prose::take_number(&before[names.len()..])?;
    let count = usize::try_from(number).ok()?;
    // 一部分 is some part of something, 第六部分 one of them.
    if !rest.is_empty() || count < 2 || names.ends_with('第') {
        return None;
    }
    let listing = names.trim_end_matches(['共', '这', '，']);
    let names = listing.trim_end_matches(['等', '，']);
    let opening = ["由", "包括", "分为", "包含", "围绕", "：", "即"];
    let list = opening
        .iter()
        .filter_map(|word| Some(names.rfind(word)? + word.len()))
        .max();
    let listed = list.map_or("", |start| &names[start..]);
    // 五个方面 are the topics of section one, 文字和表格两部分 are no sections.
    let is_of_parts = prose::mentions(listed, PARTS);
    if !is_of_parts && (measure.ends_with("方面") || !listed.is_empty()) {
        return None;
    }
    Some(Said {
        words: &sentence[at - (before.len() - before.trim_end_matches(prose::is_numeral).len())
            ..at + measure.len()],
        count,
        names: (
            n_names(listed, &['、', '，', '；', ',']),
            n_names(listed, &['、', '，', '；', ',', '和', '与', '及']),
        ),
        is_open: listing.ends_with('等'),
    })
}

/// Words that two halves of one name have, where such a sign stands within the name.
const HALVES: [(&str, &[&str]); 3] = [
    ("复议", &["诉讼", "应诉"]),
    ("问题", &["改进", "整改", "措施", "下一步"]),
    ("收到", &["处理", "办理"]),
];

/// How many names stand between such signs, each name once.
fn n_names(listed: &str, between: &[char]) -> usize {
    let listed = listed.replace("以及", "、").replace("涉及", "涉");
    let mut names: Vec<&str> = Vec::new();
    for name in listed.split(between).filter(|name| !name.trim().is_empty()) {
        let continues = names.last().is_some_and(|last| {
            HALVES.iter().any(|(first, seconds)| {
                last.contains(first)
                    && prose::mentions(name, seconds)
                    && !prose::mentions(last, seconds)
            })
        });
        if continues {
            names.pop();
        }
        names.push(name);
    }
    names.len()
}
