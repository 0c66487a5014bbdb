//! What a text states twice has one value.
//! Silent where the two are told of different years, organs, channels or parts, or in words that are not understood.

use crate::prose::{self, KEYS, Measure, Segment, Word, Words};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

use super::{carried_stated, dispute_results_stated, outcomes_stated};

/// What a text states twice has one value.
pub(super) static RULE: Rule = Rule {
    id: "one-value",
    title: "同一个数在文字中前后不一",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "结转、各类办理结果、复议诉讼结果和主动公开总条数，在文字各处写的是同一个数（主动公开总条数为提醒）",
        find,
    },
    explanation: "同一个数在两处写得不同，读者无法知道哪一个是对的。请核对后改成一致，口径不同的分别写明口径。",
    examples: &[
        Example {
            given: &[
                Given::Text("overview/on-request", "政府信息公开申请结转下年度0件。"),
                Given::Text(
                    "problems",
                    "政府信息公开申请有3件结转下年度办理，答复还不够及时，培训不足。下一步将加强培训，按月通报办理进度，逐件明确责任和时限。",
                ),
            ],
            finds: &[
                "“政府信息公开申请结转下年度0件”，“政府信息公开申请有3件结转下年度办理”：0 ≠ 3",
            ],
        },
        Example {
            given: &[
                Given::Text("overview", "2025年，我局主动公开政府信息1,042条。"),
                Given::Text("overview/proactive", "全年主动公开政府信息1024条。"),
            ],
            finds: &["“我局主动公开政府信息1,042条”，“全年主动公开政府信息1024条”：1042 ≠ 1024"],
        },
        Example {
            given: &[
                Given::Text(
                    "overview",
                    "2025年，我局主动公开政府信息42条。2024年主动公开信息31条。",
                ),
                Given::Text(
                    "overview/proactive",
                    "通过公众号主动公开信息20条，主动公开政府信息42条。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "示例县政府信息公开申请结转下年度9件。政府信息公开申请结转下年度0件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "重点领域主动公开信息12条，主动公开政府信息42条，比去年主动公开信息多5条，一季度主动公开信息9条。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "newly-received",
                    "requester/natural-person",
                    "107",
                ),
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "100",
                ),
                Given::Figure(
                    "requests",
                    "handled/other/not-corrected",
                    "requester/natural-person",
                    "2",
                ),
                Given::Figure(
                    "requests",
                    "handled/other/other",
                    "requester/natural-person",
                    "5",
                ),
                Given::Text(
                    "overview/on-request",
                    "政府信息公开申请其他处理7件。政府信息公开申请逾期未补正2件，其他处理5件。",
                ),
            ],
            finds: &[],
        },
    ],
};

/// A number that may be told again.
struct Told<'a> {
    /// What tells it from other numbers: subject and keys.
    what: (Words, Words),
    number: prose::Number,
    spot: Spot,
    text: &'a str,
}

fn find(case: &Case) -> Vec<Outcome> {
    let mut told: Vec<Told> = Vec::new();
    let mut outcomes = Vec::new();
    for passage in case.passages() {
        for segment in &passage.sentence.segments {
            let claims = [
                carried_stated::CLAIMS,
                outcomes_stated::CLAIMS,
                dispute_results_stated::CLAIMS,
            ];
            let claim = claims
                .iter()
                .find_map(|claims| passage.claim(segment, claims));
            let is_claim = claim.is_some();
            // 其他处理 beside 逾期不补正 is another number than 其他处理 alone.
            let apart = claim.map_or(Words::default(), |claim| claim.when);
            let Some(number) = segment
                .quantity
                .filter(|quantity| quantity.count().is_some() && segment.is_certain())
                .filter(|_| is_claim && segment.of.is_empty() || is_published(segment))
                .map(|quantity| quantity.number)
            else {
                continue;
            };
            let new = Told {
                what: (
                    segment.subject,
                    segment.said.and(KEYS).without(BESIDE).or(apart),
                ),
                number,
                spot: passage.spot,
                text: segment.text,
            };
            match told.iter().find(|old| old.what == new.what) {
                Some(old) if !is_same(old.number, number) => {
                    let whole = |number: prose::Number| number.whole().unwrap_or_default();
                    let statement = format!(
                        "{}，{}：{} ≠ {}",
                        prose::quote(old.text),
                        prose::quote(new.text),
                        whole(old.number),
                        whole(number)
                    );
                    let failure = Failure::new(statement, [old.spot, new.spot]);
                    let severity = if is_claim {
                        Severity::Error
                    } else {
                        Severity::Warning
                    };
                    outcomes.push(failure.with_severity(severity).into());
                }
                Some(_) => outcomes.push(Outcome::Holds),
                None => told.push(new),
            }
        }
    }
    case.or_nothing_stated("写在几处的同一个数", outcomes)
}

/// Whether two numbers in print may be one: 1.2万 and 12,034.
fn is_same(one: prose::Number, other: prose::Number) -> bool {
    one.stands_for(other.millionths) || other.stands_for(one.millionths)
}

/// Words that do not tell one number from another.
const BESIDE: Words = Words::of(&[Word::Handle, Word::Receive, Word::Conclude]);

/// Whether a segment tells how much was disclosed in all.
fn is_published(segment: &Segment) -> bool {
    let is_pieces = |quantity: prose::Quantity| quantity.measure == Measure::Pieces("条");
    segment.subject == Words::of(&[Word::Published])
        && segment.said.has(Word::Published)
        && segment.said.and(KEYS).is_empty()
        && !segment.is_elsewhere
        && !segment.is_narrowed
        && segment.parent.is_empty()
        && !segment.said.has_any(Words::of(&[
            Word::Among,
            Word::Up,
            Word::Down,
            Word::Compared,
            Word::Not,
        ]))
        && segment.quantity.is_some_and(is_pieces)
}
