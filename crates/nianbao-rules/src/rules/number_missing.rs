//! No sentence of a published report waits for its number.
//! Silent on nouns that end in a measure word: 依申请公开件, 办结件.

use crate::prose::{self, HanSet};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// No sentence waits for its number.
pub(super) static RULE: Rule = Rule {
    id: "number-missing",
    title: "文字中留有没有填的数",
    severity: Severity::Error,
    concerns: Concern::Missing,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "文字中没有“收到件”“XX条”“___”“（ ）件”一类的空位",
        find,
    },
    explanation: "模板中的空位没有填数，发布后读者看到的是半句话。请填上数，没有的写 0 或者改写这句话。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "全年共主动公开条，其中XX条为工作动态，发布解读  篇，召开会议___次，培训（ ）人次，受理××件。",
            )],
            finds: &[
                "没有数：“全年共主动公开条”",
                "没有数：“其中XX条为工作动态”",
                "没有数：“发布解读  篇”",
                "没有数：“召开会议___次”",
                "没有数：“培训（ ）人次”",
                "没有数：“受理××件”",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "落实政府信息公开条例，公开 文件，收到 30件，及时办理要件，信息 条目清晰，XX局大厅设有查阅点，共同推进。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "及时办理依申请公开件，所有办结件、不予公开件均已归档。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "公文属性分为主动公开件、依申请公开件，信息公开项、培训期、答复份数另行统计。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "落实政府信息公开条例，全年共收到件次虽多，均已办结；按条公开，逐件答复。",
            )],
            finds: &[],
        },
    ],
};

/// What numbers are expected behind.
const BEFORE: &[&str] = &[
    "收到",
    "公开",
    "办结",
    "受理",
    "发布",
    "制发",
    "答复",
    "印发",
    "新收",
    "共",
    "共计",
    "结转",
    "解读",
    "公开信息",
    "公开申请",
    "行政复议",
    "行政诉讼",
    "予以公开",
    "不予公开",
    "部分公开",
    "培训",
    "召开会议",
];

/// Measure words that make a noun with what stands right before them: 依申请公开件, 办结件, 公开项, 培训期.
const NOUNS: &[(char, &[char])] = &[
    (
        '件',
        &['开', '结', '复', '理', '布', '转', '请', '议', '讼', '发'],
    ),
    ('人', &['开', '共', '训', '理', '复', '请']),
    ('项', &['开', '共', '理', '布', '复']),
    ('份', &['开', '共', '发']),
    ('期', &['训', '开', '布', '议', '理']),
    ('场', &['训', '开', '议']),
    ('次', &['训']),
];

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut is_written = false;
    for (spot, text) in case.writing() {
        is_written |= !text.trim().is_empty();
        for (at, c) in text.char_indices() {
            if MEASURES.has(c) && waits(&text[..at], c, &text[at + c.len_utf8()..]) {
                let statement = format!("没有数：{}", prose::quote(clause_at(text, at)));
                outcomes.push(Failure::new(statement, [spot]).into());
            }
        }
    }
    if outcomes.is_empty() && is_written {
        outcomes.push(Outcome::Holds);
    }
    outcomes
}

const MEASURES: HanSet = HanSet::of("件条次篇场期宗元人项份");

/// Whether a gap stands before a measure word where its number should.
fn waits(before: &str, measure: char, after: &str) -> bool {
    const GAPS: &[&str] = &[
        "XX",
        "xx",
        "××",
        "Xx",
        "__",
        "＿＿",
        "（）",
        "()",
        "（ ）",
        "( )",
        "（  ）",
        "（\u{3000}）",
        "【】",
        "〔〕",
    ];
    let bare = before.trim_end();
    if bare.ends_with(prose::is_numeral) {
        return false;
    }
    if GAPS.iter().any(|gap| bare.ends_with(gap)) {
        return true;
    }
    let ends_clause = after.trim_start_matches([' ', '\u{3000}']);
    let ends_clause = ends_clause.is_empty() || ends_clause.starts_with(is_mark);
    let has_gap = bare.len() < before.len();
    let is_noun = !has_gap
        && NOUNS
            .iter()
            .any(|(c, ends)| *c == measure && bare.ends_with(*ends));
    ends_clause && !is_noun && BEFORE.iter().any(|word| bare.ends_with(word))
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '；' | '、' | '\n' | '\r' | ',' | ';' | '（' | '(' | '）' | ')'
    )
}

/// The clause around a place, as much of it as a finding has room for.
fn clause_at(text: &str, at: usize) -> &str {
    const LONGEST: usize = 30;
    let is_end = |c: char| is_mark(c) && !matches!(c, '（' | '(' | '）' | ')');
    let before = text[..at].char_indices().rev().take(LONGEST);
    let start = before.take_while(|(_, c)| !is_end(*c)).last();
    let behind = text[at..].char_indices().take(LONGEST);
    let end = behind.take_while(|(_, c)| !is_end(*c)).last();
    let start = start.map_or(at, |(start, _)| start);
    let end = end.map_or(at, |(end, c)| at + end + c.len_utf8());
    &text[start..end]
}
