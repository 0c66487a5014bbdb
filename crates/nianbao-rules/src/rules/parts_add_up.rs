//! Parts that a text lists of a number come to that number.
//! Silent on lists with 等, on parts by topic or by several standards, which may overlap, and on what is told beside the number.

use crate::prose::{
    FLOW, KEYS, Measure, OUTCOMES, Quantity, REQUESTERS, RESULTS, Segment, Word, Words,
};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Parts that a text lists of a number come to that number.
pub(super) static RULE: Rule = Rule {
    id: "parts-add-up",
    title: "文字中各项之和与总数不符",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "“共 N 件，其中 a 件、b 件”：各项之和不超过 N；自然人与组织、六类办理结果、四种复议诉讼结果列全的，和等于 N；按几种标准分别列举的，每一组的和等于 N",
        find,
    },
    explanation: "“其中”列举的各项之和超过总数，或者列全了各类仍不等于总数，必有一个数写错。请核对这句话中的每个数。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "全年主动公开信息42条，其中机构职能3条、工作动态35条、财政预决算8条。",
            )],
            finds: &[
                "42 ≠ 3 + 35 + 8 = 46：“全年主动公开信息42条，其中机构职能3条、工作动态35条、财政预决算8条”",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "全年收到政府信息公开申请2件（自然人1件、法人或其他组织0件）。",
            )],
            finds: &[
                "2 ≠ 1 + 0 = 1：“全年收到政府信息公开申请2件（自然人1件、法人或其他组织0件）”",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "全年主动公开信息42条，其中机构职能3条、工作动态31条等。发布解读材料6篇，其中图解4篇、视频2篇；图解2篇、文字4篇。\
                 公开信息10条，其中网站6条、公众号4条，上半年3条、下半年7条。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "政府信息公开申请办结10件，其中不予公开3件（属于国家秘密1件，属于行政执法案卷2件），予以公开7件，结转下年度4件。\
                 政府信息公开行政复议审结16件，其中维持11件、纠正2件、其他结果3件，尚未审结4件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/proactive",
                "开展培训12次，其中线上8次、面向基层6次。收到意见300条，其中涉及住房的200条、涉及教育的150条、涉及医疗的20条。",
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
                    "全年受理政府信息公开申请107件。其中，予以公开100件，部分公开0件，不予公开0件，无法提供0件，不予处理0件，逾期未补正2件，其他处理5件，结转下年度0件。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/on-request",
                "收到政府信息公开申请2件，上年结转0件，其中自然人2件、法人或其他组织0件，网上申请2件。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for passage in case.passages() {
        let segments = &passage.sentence.segments;
        for (idx, segment) in segments.iter().enumerate() {
            let Some((total, parts)) = counted(segment).zip(parts_of(segments, idx)) else {
                continue;
            };
            for part in parts {
                let sum: i64 = part.numbers.iter().sum();
                if !part.contradicts(total) {
                    outcomes.push(Outcome::Holds);
                    continue;
                }
                let listed: Vec<_> = part.numbers.iter().map(i64::to_string).collect();
                let statement = format!(
                    "{total} ≠ {} = {sum}：“{}”",
                    listed.join(" + "),
                    passage.sentence.part_with(segment)
                );
                outcomes.push(Failure::new(statement, [passage.spot]).into());
            }
        }
    }
    case.or_nothing_stated("一个数和它的各个部分", outcomes)
}

/// Parts of one kind that are listed of a number.
#[derive(Default)]
struct Parts {
    numbers: Vec<i64>,
    kind: Words,
    said: Words,
    /// Whether the list says that it leaves something out, or that its parts are told by topic and may overlap.
    is_open: bool,
    may_overlap: bool,
}

impl Parts {
    /// Whether these parts cannot be those of the total.
    fn contradicts(&self, total: i64) -> bool {
        let sum: i64 = self.numbers.iter().sum();
        if !self.is_open && WHOLES.contains(&self.said) {
            return sum != total;
        }
        // Two parts of no kind may be told by two standards: 其中线上8次、面向基层6次.
        let is_sure = !self.kind.is_empty() || self.numbers.len() > 2;
        is_sure && !self.may_overlap && sum > total && !splits_into(&self.numbers, total)
    }
}

/// The list that opens behind a quantity with 其中 or a bracket, kind by kind, where it has at least two parts of one measure.
fn parts_of(segments: &[Segment], total_idx: usize) -> Option<Vec<Parts>> {
    const BY_TOPIC: [&str; 4] = ["涉及", "关于", "有关", "内容"];
    let total = &segments[total_idx];
    let first = segments.get(total_idx + 1)?;
    let is_in_brackets = first.depth > total.depth;
    if !is_in_brackets && (first.depth < total.depth || !first.said.has(Word::Among)) {
        return None;
    }
    let mut lists: Vec<Parts> = Vec::new();
    let behind = segments[total_idx + 1..].iter().take(LONGEST);
    for (idx, part) in behind.enumerate() {
        if part.depth < first.depth {
            break;
        }
        // A list of its own within the list, or behind the quantity it belongs to.
        if part.depth > first.depth {
            continue;
        }
        if idx > 0 && ends_list(part, total, is_in_brackets) {
            break;
        }
        let keys = part.said.and(KEYS);
        let Some(quantity) = part.quantity else {
            if idx == 0 {
                continue;
            }
            break;
        };
        if matches!(quantity.measure, Measure::Percent | Measure::Times) {
            continue;
        }
        if Some(quantity.measure) != total.quantity.map(|total| total.measure) {
            return None;
        }
        let number = quantity.count()?;
        let kind = KINDS.into_iter().find(|kind| keys.has_any(*kind));
        let kind = kind.unwrap_or_default();
        // 收到277件，上年结转5件，其中自然人181件 may be told of all.
        if !kind.is_empty() && !is_in_brackets && total.said.has_any(APART) {
            return None;
        }
        // What came in is no sum of what was answered: some was carried over, some goes on.
        if kind == OUTCOMES && total.said.has_any(IN) {
            return None;
        }
        match lists.last_mut() {
            Some(list) if list.kind == kind => list,
            _ => {
                lists.push(Parts {
                    kind,
                    ..Parts::default()
                });
                lists.last_mut()?
            }
        }
        .add(
            number,
            part,
            BY_TOPIC.iter().any(|word| part.text.contains(word)),
        );
    }
    lists.retain(|list| list.numbers.len() > 1);
    (!lists.is_empty()).then_some(lists)
}

/// Whether a segment is no part of the list that a total began, but the next statement.
fn ends_list(part: &Segment, total: &Segment, is_in_brackets: bool) -> bool {
    let keys = part.said.and(KEYS);
    // 已审结16件，其中维持11件，……，尚未审结4件
    let is_left_over = total.said.has(Word::Conclude) && keys.has(Word::Pending);
    part.said.has(Word::Among)
        || part.mark == '；' && !is_in_brackets
        || keys.has_any(FLOW)
        || part.said.has_any(CHANGE)
        || is_left_over
}

impl Parts {
    fn add(&mut self, number: i64, part: &Segment, is_by_topic: bool) {
        self.numbers.push(number);
        self.said = self.said.or(part.said.and(KEYS));
        self.is_open |= part.said.has(Word::EtCetera);
        self.may_overlap |= is_by_topic;
    }
}

/// No list has more parts than this; brackets that nothing closes are not gone through again and again.
const LONGEST: usize = 100;

/// What is told beside what came in.
const APART: Words = Words::of(&[Word::Over, Word::Forward, Word::Carry, Word::Open]);
/// What came in.
const IN: Words = Words::of(&[Word::Receive, Word::Handle]);
/// A change is no part: 其中网站30条，较上年增加5条.
const CHANGE: Words = Words::of(&[Word::Up, Word::Down, Word::Compared]);
/// Kinds of parts of which each request is in one.
const KINDS: [Words; 3] = [REQUESTERS, OUTCOMES, RESULTS];

/// Kinds of parts that leave nothing out when all of them are listed.
const WHOLES: [Words; 3] = [
    Words::of(&[Word::NaturalPerson, Word::Organization]),
    OUTCOMES,
    RESULTS,
];

/// Whether the parts are several lists on end, each of which comes to the total.
fn splits_into(numbers: &[i64], total: i64) -> bool {
    let mut sum = 0;
    for number in numbers {
        sum += number;
        if sum == total {
            sum = 0;
        } else if sum > total {
            return false;
        }
    }
    true
}

fn counted(segment: &Segment) -> Option<i64> {
    let is_thing = |quantity: &Quantity| quantity.measure != Measure::Pages;
    segment.quantity.filter(is_thing)?.count()
}
