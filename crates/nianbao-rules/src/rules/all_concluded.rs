//! A text must not say that all requests were concluded while table three carries some forward.
//! Silent where the sentence is about requests that were due, answered in time, carried over from last year, or of somebody else.

use crate::prose::{self, Measure, ONE, Segment, Word, Words};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Passage, Rule};
use nianbao_core::form::keys::{ALL_REQUESTERS, CARRIED_FORWARD, REQUESTS};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Spot;

/// Not all was concluded while something is carried forward.
pub(super) static RULE: Rule = Rule {
    id: "all-concluded",
    title: "写有全部办结，表三又有结转下年度",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_3],
    check: Check::Custom {
        formula: "文字写申请办结率 100% 或者全部办结的，四、结转下年度继续办理为 0；答复率和按时办结率只说到期的，不在此列",
        find,
    },
    explanation: "还有结转的申请就不是全部办结，按时办结、按时答复是另一个意思。请核对结转件数，或者改写这句话。",
    examples: &[
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "1",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "1",
                ),
                Given::Text(
                    "overview/on-request",
                    "政府信息公开申请办结率100%。收到政府信息公开申请2件，全部办结。",
                ),
            ],
            finds: &[
                "“政府信息公开申请办结率100%”，四、结转下年度继续办理 1 件",
                "“全部办结”，四、结转下年度继续办理 1 件",
            ],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "1",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "1",
                ),
                Given::Text(
                    "overview/on-request",
                    "政府信息公开申请按时答复率100%，到期的全部按期办结。提案办结率100%。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请办结率100%。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure(
                    "requests",
                    "handled/granted",
                    "requester/natural-person",
                    "1",
                ),
                Given::Figure(
                    "requests",
                    "carried-forward",
                    "requester/natural-person",
                    "1",
                ),
                Given::Text(
                    "overview/on-request",
                    "依法依规办理政府信息公开申请，答复率100%。",
                ),
            ],
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
                    "政府信息公开申请均按期限答复办结，办结率100%。",
                ),
            ],
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
                    "应答复的政府信息公开申请全部办结。上年结转的政府信息公开申请全部办结。2024年结转至2025年办理的政府信息公开申请3件，全部办结。",
                ),
            ],
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
                    "办理政府12345热线47件，已全部办结，回复率和满意率均达100%。人大代表建议办结率100%。",
                ),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let form = case.report.form;
    let Some(cell) = case.cell(REQUESTS, CARRIED_FORWARD, ALL_REQUESTERS) else {
        return Vec::new();
    };
    let mut outcomes = Vec::new();
    for passage in case.passages() {
        for segment in passage
            .sentence
            .segments
            .iter()
            .filter(|segment| says_all(segment) && !is_in_time(passage))
        {
            outcomes.push(match case.number_at(cell) {
                None => Outcome::CannotTell(vec![cell]),
                Some(0) => Outcome::Holds,
                Some(number) => {
                    let place = form.place(cell);
                    let statement = format!(
                        "{}，{} {number} 件",
                        prose::quote(segment.text),
                        form.tables[place.table].rows[place.row].name,
                    );
                    let failure = Failure::new(statement, [passage.spot, Spot::Cell(cell)]);
                    match segment.is_certain() {
                        true => failure.into(),
                        false => failure.with_severity(Severity::Hint).into(),
                    }
                }
            });
        }
    }
    case.or_nothing_stated("全部办结的申请", outcomes)
}

/// Whether a sentence tells of those alone whose time was up, or that were carried over: 均按时答复，办结率100%.
fn is_in_time(passage: &Passage) -> bool {
    const DUE: Words = Words::of(&[Word::OnTime, Word::Due, Word::Open, Word::Forward]);
    // 上年结转的5件，全部办结
    let counts = |it: &&Segment| it.quantity.is_some() && it.depth == 0;
    let mut counted = passage.sentence.segments.iter().filter(counts);
    let is_of_last_year = passage.said.has(Word::Over) && counted.all(|it| it.said.has(Word::Over));
    passage.said.has_any(DUE) || is_of_last_year
}

/// Whether a segment says that all requests were concluded, in time or not.
fn says_all(segment: &Segment) -> bool {
    const DOUBTFUL: Words = Words::of(&[
        Word::OnTime,
        Word::Not,
        Word::Over,
        Word::Forward,
        Word::Compared,
        Word::Up,
        Word::Down,
    ]);
    let is_full = |quantity: prose::Quantity| {
        quantity.measure == Measure::Percent && quantity.number.millionths == 100 * ONE
    };
    // An answer is due within its time, so a 答复率 is one of those that were due.
    let is_rate = segment.said.has(Word::Rate)
        && segment.quantity.is_some_and(is_full)
        && !prose::mentions(segment.text, &["答复率", "回复率"]);
    let is_all = segment
        .said
        .has_all(Words::of(&[Word::All, Word::Conclude]))
        && segment.quantity.is_none()
        && segment.text.contains("办结");
    segment.subject == Words::of(&[Word::Request])
        && !segment.is_elsewhere
        && !segment.said.has_any(DOUBTFUL)
        && (is_rate || is_all)
}
