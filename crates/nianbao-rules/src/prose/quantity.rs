//! Numbers with their measure word, and whether they are exact: 128件, 1.2万元, 12.5%, 约30次.

use nianbao_core::text::{Number, is_digit, take_exact};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 件 and the words that mean one case as well: 宗, 起, 例.
    Cases,
    /// Other words for countable things: 项, 份, 个, 部, 笔.
    Things,
    /// Words that count pieces of information rather than cases: 条, 篇, 次, 期, ….
    Pieces(&'static str),
    /// 页
    Pages,
    /// 天, 个工作日, 小时: how long something took or may take, never how many there are.
    Time,
    /// 元; the number is in yuan, whatever was printed.
    Yuan,
    /// %
    Percent,
    /// 个百分点
    PercentagePoints,
    /// 倍
    Times,
    /// No word at all, as in tables and short lists: 部分公开67，占4.6%.
    Bare,
}

/// A number with its measure word, as a text states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number.
    pub number: Number,
    /// What it counts.
    pub measure: Measure,
    /// Whether it is told to the unit: not 约30, 30余, 30以上, and no rate or limit.
    pub is_exact: bool,
}

impl Quantity {
    /// The number of cases, pages or other things, if it is exact and whole.
    pub fn count(&self) -> Option<i64> {
        let is_count = !matches!(
            self.measure,
            Measure::Yuan
                | Measure::Percent
                | Measure::PercentagePoints
                | Measure::Times
                | Measure::Time
        );
        self.number.whole().filter(|_| is_count && self.is_exact)
    }

    /// The amount in fen, if it is money, exact and whole.
    pub fn fen(&self) -> Option<i64> {
        const FEN: i64 = nianbao_core::text::ONE / 100;
        let fen = self.number.millionths / FEN;
        let is_fen = self.measure == Measure::Yuan && self.is_exact;
        (is_fen && self.number.millionths % FEN == 0).then_some(fen)
    }
}

/// Units of time; 年 and 月 are read as dates before.
const TIMES: &[&str] = &[
    "个工作日",
    "个自然日",
    "个法定工作日",
    "个月",
    "个半月",
    "个星期",
    "个小时",
    "个季度",
    "个年度",
    "个学时",
    "个课时",
    "工作日",
    "自然日",
    "日",
    "天",
    "周",
    "星期",
    "小时",
    "分钟",
    "学时",
    "课时",
];

const CASES: &[&str] = &["件次", "件", "宗", "起", "例"];
const THINGS: &[&str] = &["项", "份", "部", "笔", "个"];
const PIECES: &[&str] = &[
    "人次", "条次", "条", "篇", "次", "期", "场", "人", "名", "家", "幅", "户", "封", "批", "卷",
    "册", "张", "处", "则", "块", "页次",
];

/// Words before a number that make it round, a limit, a rate, an ordinal or a former number.
const ROUND_BEFORE: &[&str] = &[
    "约",
    "近",
    "超过",
    "超",
    "逾",
    "不到",
    "不足",
    "多达",
    "将近",
    "接近",
    "至少",
    "每",
    "每件",
    "每页",
    "每份",
    "第",
    "—",
    "－",
    "-",
    "~",
    "～",
    "至",
    "不少于",
    "不超过",
    "突破",
    "由",
    "从",
];

/// Words behind a number that do the same.
const ROUND_BEHIND: &[&str] = &[
    "/",
    "／",
    "每",
    "以上",
    "以下",
    "以内",
    "左右",
    "上下",
    "（含）",
    "（含本",
    "多",
    "余",
    "—",
    "～",
];

/// The quantity at the start of a text, given what stands before it, and what follows it.
pub(super) fn take_quantity<'a>(before: &str, text: &'a str) -> Option<(Quantity, &'a str)> {
    let (number, after) = take_exact(text)?;
    let tail = after.trim_start();
    let (tail, is_more) = match tail.strip_prefix(['余', '多', '几']) {
        Some(tail) => (tail, true),
        None => (tail, false),
    };
    // 3万余元, 1百多件
    let (number, tail) = match is_more.then(|| tail.strip_prefix('万')).flatten() {
        Some(tail) => (number.times(10_000)?, tail),
        None => (number, tail),
    };
    let before = before.trim_end();
    let (measure, rest) = take_measure(tail).or_else(|| take_bare(before, tail))?;
    // 12月31日 is a day.
    if measure == Measure::Time && before.ends_with('月') {
        return None;
    }
    // 数十件, 几百件
    let is_vague = !text.starts_with(is_digit) && before.ends_with(['数', '几', '好', '上']);
    let is_round = is_more
        || is_vague
        || ROUND_BEFORE.iter().any(|word| before.ends_with(word))
        || ROUND_BEHIND.iter().any(|word| rest.starts_with(word));
    let quantity = Quantity {
        number,
        measure,
        is_exact: !is_round,
    };
    Some((quantity, rest))
}

/// A number without a measure word, if it stands behind a word and ends its clause.
fn take_bare<'a>(before: &str, tail: &'a str) -> Option<(Measure, &'a str)> {
    const MARKS: &[char] = &['，', ',', '；', ';', '、', '）', ')', '（'];
    let ends_clause = tail.is_empty() || tail.starts_with(MARKS);
    let is_behind_word = before
        .chars()
        .next_back()
        .is_some_and(nianbao_core::text::is_han)
        || tail.is_empty() && before.ends_with(['）', ')']);
    (ends_clause && is_behind_word).then_some((Measure::Bare, tail))
}

fn take_measure(text: &str) -> Option<(Measure, &str)> {
    let one_of = |words: &'static [&'static str]| {
        words
            .iter()
            .find_map(|&word| Some((word, text.strip_prefix(word)?)))
    };
    if let Some(rest) = text.strip_prefix("个百分点") {
        Some((Measure::PercentagePoints, rest))
    } else if let Some(rest) = text.strip_prefix(['%', '％']) {
        Some((Measure::Percent, rest))
    } else if let Some(rest) = text.strip_prefix('倍') {
        Some((Measure::Times, rest))
    } else if let Some(rest) = text.strip_prefix('元') {
        Some((Measure::Yuan, rest))
    } else if let Some(rest) = text.strip_prefix('页') {
        Some((Measure::Pages, rest))
    } else if let Some((_, rest)) = one_of(TIMES) {
        Some((Measure::Time, rest))
    } else if let Some((word, rest)) = one_of(PIECES) {
        Some((Measure::Pieces(word), rest))
    } else if let Some((_, rest)) = one_of(CASES) {
        Some((Measure::Cases, rest))
    } else {
        one_of(THINGS).map(|(_, rest)| (Measure::Things, rest))
    }
}

/// The quantities in a text, in its order.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut quantities = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let before = &text[..text.len() - rest.len()];
        if !super::is_numeral(first) && first != '两' {
            rest = &rest[first.len_utf8()..];
        } else if let Some((quantity, after)) = take_quantity(before, rest) {
            quantities.push(quantity);
            rest = after;
        } else {
            // No part of a longer number is a number of its own: not the 25 of 2025年.
            let after = rest.trim_start_matches(super::is_numeral);
            rest = if after.len() < rest.len() {
                after
            } else {
                &rest[first.len_utf8()..]
            };
        }
    }
    quantities
}
