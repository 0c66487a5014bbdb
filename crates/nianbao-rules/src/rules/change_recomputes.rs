//! A change against last year is what the reports of both years give.
//! Silent without last year's report, where the number before the change is none of a table, and on changes that are told round.

use crate::prose::{self, Measure, ONE, Quantity, Segment, Word, Words};
use crate::rule::{Case, Check, Claim, Example, Failure, Given, Outcome, Passage, Rule};
use nianbao_core::form::keys::{GRANTED, NATURAL_PERSON, NEWLY_RECEIVED, REQUESTS};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::Report;

use super::{
    concluded_stated, decisions_stated, disputes_stated, documents_stated, received_stated,
};

/// A change against last year is what last year's report gives.
pub(super) static RULE: Rule = Rule {
    id: "change-recomputes",
    title: "同比增减与上年年报对不上",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "紧跟在表中数后面的同比增减（百分比或件数）等于本年与上年年报同一口径的差；百分比四舍五入或截取均可",
        find,
    },
    explanation: "增减幅度写错的，多是方向写反、基数用错或者沿用了上年的句子。请用上年年报的同一个数重新计算。",
    examples: &[
        Example {
            given: &[
                RECEIVED,
                CONCLUDED,
                RECEIVED_BEFORE,
                CONCLUDED_BEFORE,
                Given::Text(
                    "overview/on-request",
                    "全年收到政府信息公开申请45件，同比增长15%，办结45件，较上年减少5件。",
                ),
            ],
            finds: &[
                "“同比增长15%”：上年 40 件，本年 45 件，增长 12.5%",
                "“较上年减少5件”：上年 40 件，本年 45 件，增加 5 件",
            ],
        },
        Example {
            given: &[
                RECEIVED,
                CONCLUDED,
                RECEIVED_BEFORE,
                CONCLUDED_BEFORE,
                Given::Text(
                    "overview/on-request",
                    "全年收到政府信息公开申请45件，同比增长12.5%，比上年增加5件；办结45件，较上年增长约13%，主动公开信息42条，同比增长300%。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                RECEIVED,
                CONCLUDED,
                RECEIVED_BEFORE,
                CONCLUDED_BEFORE,
                Given::Text(
                    "overview/on-request",
                    "受理政府信息公开申请45件，比2024年（31件）增长12.5%。",
                ),
            ],
            finds: &["“31件”：上年年报中为 40 件"],
        },
        Example {
            given: &[
                RECEIVED,
                CONCLUDED,
                RECEIVED_BEFORE,
                CONCLUDED_BEFORE,
                Given::Text(
                    "overview/on-request",
                    "受理政府信息公开申请45件，比2024年（40件）增长12.5%，网上申请增长90%。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                RECEIVED,
                CONCLUDED,
                RECEIVED_BEFORE,
                CONCLUDED_BEFORE,
                Given::Text(
                    "overview/on-request",
                    "收到政府信息公开申请45件，办结45件，同比分别增长12.5%和12.5%；信访量比2024年下降29%。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                RECEIVED,
                CONCLUDED,
                RECEIVED_BEFORE,
                CONCLUDED_BEFORE,
                Given::Text(
                    "overview/on-request",
                    "收到政府信息公开申请45件，占比98%，较上一年度增加5件，其中自然人增加4件，企业增加1件，办结率较上年提高3个百分点。",
                ),
            ],
            finds: &[],
        },
    ],
};

// This year came 45 requests and were concluded, last year 40.
const RECEIVED: Given = Given::Figure(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "45");
const CONCLUDED: Given = Given::Figure(REQUESTS, GRANTED, NATURAL_PERSON, "45");
const RECEIVED_BEFORE: Given = Given::Previous(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON, "40");
const CONCLUDED_BEFORE: Given = Given::Previous(REQUESTS, GRANTED, NATURAL_PERSON, "40");

fn find(case: &Case) -> Vec<Outcome> {
    let Some(previous) = case.previous() else {
        return Vec::new();
    };
    let mut outcomes = Vec::new();
    for passage in case.passages() {
        // The number that was told last, and whether last year was named since.
        let mut base: Option<(&Claim, i64)> = None;
        let mut is_compared = false;
        for segment in &passage.sentence.segments {
            is_compared |= segment.said.has(Word::Compared);
            let Some(quantity) = segment.quantity else {
                continue;
            };
            let is_of_base = |claim: &Claim| {
                !segment.is_elsewhere && segment.subject == claim.subject && is_compared
            };
            let told = base.filter(|(claim, _)| is_of_base(claim));
            if segment.said.has(Word::Among) {
                // 较上年减少5件，其中自然人减少4件
                base = None;
            } else if let Some(change) = change(segment, &quantity) {
                outcomes.extend(told.and_then(|(claim, now)| {
                    recomputed(case, previous, passage, segment, claim, now, &change)
                }));
            } else if let Some(then) = former(segment, &quantity) {
                outcomes.extend(told.and_then(|(claim, now)| {
                    looked_up(case, previous, passage, segment, claim, now, then)
                }));
            } else if !matches!(quantity.measure, Measure::Percent | Measure::Time) {
                let made = all_claims().find_map(|claims| passage.claim(segment, claims));
                base = made.zip(quantity.count());
                is_compared = false;
            }
        }
    }
    case.or_nothing_stated("同比增减", outcomes)
}

/// What last year's report has where this year's report has this number, reading by reading.
fn before(case: &Case, previous: &Report, claim: &Claim, now: i64) -> Vec<i64> {
    let readings = claim.readings.iter().filter_map(|sum| {
        let number = sum
            .cells(case.report.form)?
            .total(|cell| case.number_at(cell))?;
        let then = sum
            .cells(previous.form)?
            .total(|cell| previous.number(cell))?;
        (number == now).then_some(then)
    });
    readings.collect()
}

/// A change against what last year's report gives.
fn recomputed(
    case: &Case,
    previous: &Report,
    passage: &Passage,
    segment: &Segment,
    claim: &Claim,
    now: i64,
    change: &Change,
) -> Option<Outcome> {
    let before = before(case, previous, claim, now);
    let first = *before.first()?;
    if before.iter().any(|&then| change.fits(then, now)) {
        return Some(Outcome::Holds);
    }
    let actual = change.actual(first, now)?;
    let statement = format!(
        "{}：上年 {first} 件，本年 {now} 件，{actual}",
        prose::quote(segment.text)
    );
    Some(told(passage, segment, statement))
}

/// Last year's number against last year's report.
fn looked_up(
    case: &Case,
    previous: &Report,
    passage: &Passage,
    segment: &Segment,
    claim: &Claim,
    now: i64,
    then: i64,
) -> Option<Outcome> {
    let before = before(case, previous, claim, now);
    let first = *before.first()?;
    if before.contains(&then) {
        return Some(Outcome::Holds);
    }
    let statement = format!("{}：上年年报中为 {first} 件", prose::quote(segment.text));
    Some(told(passage, segment, statement))
}

fn told(passage: &Passage, segment: &Segment, statement: String) -> Outcome {
    let failure = Failure::new(statement, [passage.spot]);
    match segment.unknown.is_empty() {
        true => failure.into(),
        false => failure.with_severity(Severity::Hint).into(),
    }
}

fn all_claims() -> impl Iterator<Item = &'static [Claim]> {
    [
        received_stated::CLAIMS,
        concluded_stated::CLAIMS,
        disputes_stated::CLAIMS,
        documents_stated::CLAIMS,
        decisions_stated::CLAIMS,
    ]
    .into_iter()
}

/// A change as a text states it: upward or not, in percent or in cases.
struct Change<'a> {
    is_up: bool,
    quantity: &'a Quantity,
}

/// The change that a segment states of the number before it.
fn change<'a>(segment: &Segment, quantity: &'a Quantity) -> Option<Change<'a>> {
    let (is_up, is_down) = (segment.said.has(Word::Up), segment.said.has(Word::Down));
    let is_change = is_up != is_down && quantity.is_exact && !segment.said.has(Word::Respectively);
    (is_change && !segment.text.contains("环比")).then_some(Change { is_up, quantity })
}

/// The number of last year that a segment names: 比2024年（240件）.
fn former(segment: &Segment, quantity: &Quantity) -> Option<i64> {
    const CHANGES: Words = Words::of(&[Word::Up, Word::Down, Word::Respectively]);
    let is_former = segment.said.has(Word::Compared) && !segment.said.has_any(CHANGES);
    quantity.count().filter(|_| is_former)
}

impl Change<'_> {
    /// Whether it leads from one number to the other, rounded or cut off as printed.
    fn fits(&self, then: i64, now: i64) -> bool {
        if now != then && (now > then) != self.is_up {
            return false;
        }
        let number = self.quantity.number;
        match self.quantity.measure {
            Measure::Percent if then == 0 => true,
            // |now − then| / then in millionths of a percent lies less than one printed digit away.
            Measure::Percent => {
                let exact = i128::from((now - then).abs()) * 100 * i128::from(ONE);
                let printed = i128::from(number.millionths) * i128::from(then);
                (exact - printed).abs() < i128::from(number.step) * i128::from(then)
            }
            // 增长1.5倍
            Measure::Times if then == 0 => true,
            Measure::Times => {
                let exact = i128::from((now - then).abs()) * i128::from(ONE);
                let printed = i128::from(number.millionths) * i128::from(then);
                (exact - printed).abs() < i128::from(number.step) * i128::from(then)
            }
            Measure::Cases | Measure::Things | Measure::Bare => {
                number.whole() == Some((now - then).abs())
            }
            _ => true,
        }
    }

    /// What it should have been.
    fn actual(&self, then: i64, now: i64) -> Option<String> {
        let difference = (now - then).abs();
        if !matches!(self.quantity.measure, Measure::Percent | Measure::Times) {
            let word = if now >= then { "增加" } else { "减少" };
            return Some(format!("{word} {difference} 件"));
        }
        let tenths = (difference.checked_mul(2000)? / then.max(1) + 1) / 2;
        let word = if now >= then { "增长" } else { "下降" };
        Some(format!("{word} {}.{}%", tenths / 10, tenths % 10))
    }
}
