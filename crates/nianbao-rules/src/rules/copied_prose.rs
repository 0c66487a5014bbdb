//! The notice on the form names reports that repeat last year's; what this year's says is written this year.
//! Silent without last year's report, on short sentences, and on sentences that say that nothing happened.

use std::collections::BTreeSet;

use crate::prose::{self, Folded};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Content;
use nianbao_core::form::keys::OTHER_MATTERS;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

/// A report on this year is written this year.
pub(super) static RULE: Rule = Rule {
    id: "copied-prose",
    title: "文字与上年年报大段相同",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "第一、第五部分的文字，全文和每一部分与上年相同的句子都不超过 30%（超过 50% 为提醒，超过 30% 为提示）；年份不同的算相同，短句和说明没有发生的句子不计",
        find,
    },
    explanation: "内容雷同、敷衍塞责是通知点名追究的问题，一些地方的考核对与上年重复过半的年报扣分。请把这些句子改写成本年度的做法、数字和问题。",
    examples: &[
        Example {
            given: &[Given::PreviousYear(2024)],
            finds: &[
                "第一、第五部分的文字 100% 与上年相同（总体情况 100%，问题改进 100%），共 11 句：“2025年，示例市信访局认真贯彻落实《中华人民共和国政府信息公开条例》，围绕群众…”“全年通过市政府门户网站主动公开信息42条，其中机构职能3条、工作动态31条、财政…”“规范申请的登记、办理、答复和归档”等",
            ],
        },
        Example {
            given: &[
                Given::PreviousText(
                    "overview",
                    "2024年，我局把公开工作纳入议事日程，局长办公会专题研究两次。",
                ),
                Given::PreviousText(
                    "overview/proactive",
                    "全年通过市政府门户网站公开信息31条，比前一年多5条。",
                ),
                Given::PreviousText(
                    "overview/on-request",
                    "全年新收政府信息公开申请4件，都在期限内办结。",
                ),
                Given::PreviousText("overview/management", "信息发布实行三级审核，定稿存档。"),
                Given::PreviousText("overview/platforms", "门户网站改版，专栏由三级改为两级。"),
                Given::PreviousText("overview/oversight", "培训一次，参加人员12人。"),
            ],
            finds: &[
                "“五、存在的主要问题及改进情况”的文字 100% 与上年相同，共 4 句：“存在的主要问题：一是主动公开内容的针对性还不够强，群众关心的办事流程公开得不够细”“二是信息更新有时不够及时”“改进措施：一是对照办事高频事项补充公开内容”等",
            ],
        },
        Example {
            given: &[
                Given::PreviousText("overview", "全年未收到政府信息公开申请。"),
                Given::PreviousText("problems", "信息更新慢，明确专人负责。"),
                Given::PreviousText("overview/proactive", "公开信息31条。"),
                Given::PreviousText("overview/on-request", "办结两件。"),
                Given::PreviousText(
                    "overview/management",
                    "落实信息发布审核制度，先审查后公开。全年未制发行政规范性文件。",
                ),
                Given::PreviousText("overview/platforms", ""),
                Given::PreviousText("overview/oversight", ""),
            ],
            finds: &[],
        },
        Example {
            given: &[],
            finds: &[],
        },
        Example {
            given: &[Given::PreviousYear(2023)],
            finds: &[],
        },
    ],
};

/// One sentence is quickly the same; copying takes more.
const FEWEST: usize = 2;

/// How much of some texts is last year's.
#[derive(Default)]
struct Copied<'a> {
    n_chars: usize,
    n_copied_chars: usize,
    sentences: Vec<(Spot, &'a str)>,
}

impl Copied<'_> {
    fn percent(&self) -> usize {
        self.n_copied_chars * 100 / self.n_chars.max(1)
    }

    fn severity(&self) -> Option<Severity> {
        let is_more_than = |percent| self.n_copied_chars * 100 > self.n_chars * percent;
        match self.sentences.len() {
            n if n < FEWEST => None,
            _ if is_more_than(50) => Some(Severity::Warning),
            _ if is_more_than(30) => Some(Severity::Hint),
            _ => None,
        }
    }

    fn failure(&self, severity: Severity, what: &str) -> Outcome {
        const QUOTED: usize = 3;
        let (spots, sentences): (Vec<_>, Vec<_>) = self.sentences.iter().copied().unzip();
        let quotes: String = sentences
            .iter()
            .take(QUOTED)
            .map(|sentence| prose::quote(sentence))
            .collect();
        let rest = if sentences.len() > QUOTED { "等" } else { "" };
        let statement = format!("{what}，共 {} 句：{quotes}{rest}", sentences.len());
        let spots: BTreeSet<_> = spots.into_iter().collect();
        Failure::new(statement, spots)
            .with_severity(severity)
            .into()
    }
}

fn find(case: &Case) -> Vec<Outcome> {
    let Some(previous) = case.previous() else {
        return Vec::new();
    };
    let last_years = folded_sentences(previous);
    if last_years.is_empty() {
        return Vec::new();
    }
    let form = case.report.form;
    let sections = form.edition.sections.iter().enumerate();
    let sections: Vec<_> = sections
        .filter(|(_, section)| is_compared(section.key, &section.content))
        .map(|(section_idx, section)| (section, copied(case, section_idx, &last_years)))
        .collect();
    let whole = Copied {
        n_chars: sections.iter().map(|(_, copied)| copied.n_chars).sum(),
        n_copied_chars: sections
            .iter()
            .map(|(_, copied)| copied.n_copied_chars)
            .sum(),
        sentences: sections
            .iter()
            .flat_map(|(_, copied)| copied.sentences.clone())
            .collect(),
    };
    if whole.n_chars == 0 {
        return Vec::new();
    }
    let mut outcomes = Vec::new();
    let severity = whole.severity();
    if let Some(severity) = severity {
        let shares = sections
            .iter()
            .map(|(section, copied)| format!("{} {}%", section.short, copied.percent()));
        let shares: Vec<_> = shares.collect();
        let what = format!(
            "第一、第五部分的文字 {}% 与上年相同（{}）",
            whole.percent(),
            shares.join("，")
        );
        outcomes.push(whole.failure(severity, &what));
    }
    for (section, copied) in &sections {
        // What was said of the whole is not said again of a part, unless the part is worse.
        if let Some(own) = copied
            .severity()
            .filter(|own| severity.is_none_or(|whole| *own < whole))
        {
            let what = format!("“{}”的文字 {}% 与上年相同", section.title, copied.percent());
            outcomes.push(copied.failure(own, &what));
        }
    }
    if outcomes.is_empty() {
        outcomes.push(Outcome::Holds);
    }
    outcomes
}

/// Section six is left out: what it reports is mostly that there is nothing to report.
fn is_compared(key: &str, content: &Content) -> bool {
    key != OTHER_MATTERS && matches!(content, Content::Prose { .. })
}

fn copied<'a>(case: &Case<'a>, section: usize, last_years: &[Folded]) -> Copied<'a> {
    let form = case.report.form;
    let is_of_section = |spot: Spot| matches!(spot, Spot::Text(text) if form.texts[text.index()].section == section);
    let mut copied = Copied::default();
    for &(spot, sentence) in case.sentences() {
        let Some(folded) = Some(sentence)
            .filter(|_| is_of_section(spot))
            .and_then(folded)
        else {
            continue;
        };
        if last_years.binary_search(&folded).is_err() {
            copied.n_chars += folded.length;
        } else if !prose::says_nothing_happened(sentence) {
            copied.n_chars += folded.length;
            copied.n_copied_chars += folded.length;
            copied.sentences.push((spot, sentence));
        }
    }
    copied
}

/// Every sentence of a report that counts, wherever it stands, sorted.
fn folded_sentences(report: &Report) -> Vec<Folded> {
    let texts = report.form.text_ids().map(|text| report.text(text));
    let folded = texts.flat_map(prose::sentences).filter_map(folded);
    let mut folded: Vec<_> = folded.collect();
    folded.sort_unstable();
    folded
}

/// A sentence without years, punctuation and white space; none if it is too short to count.
fn folded(sentence: &str) -> Option<Folded> {
    let folded = prose::folded_without_years(sentence);
    (folded.length >= prose::SHORTEST).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_two_years_are_the_same_but_for_the_year() {
        let same = |a: &str, b: &str| folded(a).is_some() && folded(a) == folded(b);
        assert!(same(
            "2025年，我局认真贯彻落实条例精神",
            "2024 年我局认真贯彻落实条例精神，"
        ));
        assert!(same(
            "二〇二五年度，组织各科室业务培训两次",
            "２０２４年度，组织各科室业务培训两次"
        ));
        assert!(!same(
            "全年主动公开信息42条，同比增加",
            "全年主动公开信息57条，同比增加"
        ));
        assert!(!same("公文公开属性源头认定", "公文公开属性逐年核定"));
    }

    #[test]
    fn headings_do_not_count() {
        for sentence in ["（一）存在的问题", "2025年"] {
            assert_eq!(folded(sentence), None);
        }
    }
}
