//! A sentence that tells what came in and what became of it tells the same number twice.
//! Silent unless all four numbers stand in one sentence, are understood, and are told of all requests.

use crate::prose::{KEYS, Segment, Word, Words};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::{carried_stated, concluded_stated, received_stated};

/// A sentence that tells what came in and what became of it tells the same number twice.
pub(super) static RULE: Rule = Rule {
    id: "text-balances",
    title: "一句话中的来路与去向不相等",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3],
    check: Check::Custom {
        formula: "同一句写有收到、上年结转、办结、结转下年度的：收到 + 上年结转 = 办结 + 结转下年度，或者收到 = 办结 + 结转下年度（写“新收”的只能是前一个）",
        find,
    },
    explanation: "一句话里把来路和去向都写全了，读者会自己加一遍。请核对这句话中的四个数。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年收到政府信息公开申请59件，上年结转2件，办结54件，结转下年度6件。",
            )],
            finds: &[
                "59 + 2 = 61 ≠ 54 + 6 = 60：“全年收到政府信息公开申请59件，上年结转2件，办结54件，结转下年度6件”",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年收到政府信息公开申请61件（含上年结转2件），办结54件，结转下年度7件。全年收到政府信息公开申请59件，办结54件。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "newly-received",
                    "requester/natural-person",
                    "75",
                ),
                Given::Figure("requests", "carried-over", "requester/natural-person", "3"),
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "75",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "3",
                ),
                Given::Text(
                    "overview/on-request",
                    "新收政府信息公开申请75件，上年结转3件，答复75件，结转下年度继续办理3件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "新收热线工单90件，上年结转2件，办结80件，结转下年度1件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "新收政府信息公开申请9件，上年结转1件，答复政府信息公开申请中的5件，其余延期；结转下年度继续办理以实际为准。",
            )],
            finds: &[],
        },
    ],
};

const NEWLY_RECEIVED: Words = Words::of(&[Word::Receive, Word::New]);

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for passage in case.passages() {
        let stated = |claims, word| {
            let mut numbers = passage
                .sentence
                .segments
                .iter()
                .filter_map(|segment: &Segment| {
                    let is_it = segment.said.and(KEYS).has(word) && segment.is_certain();
                    passage.claim(segment, claims).filter(|_| is_it)?;
                    segment.quantity?.count()
                });
            numbers.next().filter(|_| numbers.next().is_none())
        };
        let numbers = (
            stated(received_stated::CLAIMS, Word::Receive),
            stated(carried_stated::CLAIMS, Word::Over),
            stated(concluded_stated::CLAIMS, Word::Conclude),
            stated(carried_stated::CLAIMS, Word::Forward),
        );
        let (Some(received), Some(over), Some(done), Some(forward)) = numbers else {
            continue;
        };
        let has_both = |segment: &Segment| {
            segment
                .said
                .has_all(Words::of(&[Word::Receive, Word::Over]))
        };
        let includes_over = passage.sentence.segments.iter().any(has_both);
        // 新收 beside 上年结转 is what came in this year alone.
        let is_new = |segment: &Segment| segment.said.has_all(NEWLY_RECEIVED);
        let is_new = passage.sentence.segments.iter().any(is_new);
        let out = done + forward;
        if received + over == out || received == out && !is_new || includes_over {
            outcomes.push(Outcome::Holds);
            continue;
        }
        let statement = format!(
            "{received} + {over} = {} ≠ {done} + {forward} = {out}：“{}”",
            received + over,
            passage.sentence.text
        );
        outcomes.push(Failure::new(statement, [passage.spot]).into());
    }
    case.or_nothing_stated("一句话中申请的来路与去向", outcomes)
}
