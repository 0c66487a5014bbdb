//! Numbers as cities print them in lists.

use super::numbers::{Numbers, OUTCOMES, RESULTS};

/// The lists that cities like, from the same numbers.
pub(super) fn lists(numbers: &Numbers, style: usize) -> String {
    let listed = |names: &[(&str, &str)], values: &[i64], mark: &str| {
        let items = names
            .iter()
            .zip(values)
            .map(|((name, _), value)| format!("{name}{value}件"));
        items.collect::<Vec<_>>().join(mark)
    };
    let outcomes: Vec<_> = (0..6).map(|idx| numbers.outcome(idx)).collect();
    let suits: Vec<_> = (0..4).map(|result| numbers.suits(result)).collect();
    let (received, done) = (numbers.received(), numbers.done());
    let (over, forward): (i64, i64) = (numbers.over.iter().sum(), numbers.forward.iter().sum());
    let (persons, enterprises) = (numbers.received_by(0), numbers.received_by(1));
    let (open, close, mark) = [
        ("，其中", "", "，"),
        ("（", "）", "、"),
        ("：", "", "；"),
        ("（其中：", "）", "，"),
    ][style % 4];
    let first = [
        format!("全年共收到政府信息公开申请{received}件{open}自然人{persons}件{mark}法人或其他组织{enterprises}件{close}。上年结转政府信息公开申请{over}件。"),
        format!("新收政府信息公开申请{received}件，上年结转{over}件，办结{done}件，结转下年度{forward}件。政府信息公开申请中自然人申请{persons}件、商业企业申请{enterprises}件。"),
        format!("收到政府信息公开申请{received}件，较上年有所增加；加上上年结转{over}件，共办理{}件，办结{done}件，结转下年度继续办理{forward}件。", received + over),
    ][style % 3].clone();
    format!(
        "{first}\n政府信息公开申请办结{done}件{open}{}{close}。\n因政府信息公开工作被申请行政复议{}件{open}{}{close}。因政府信息公开工作被提起行政诉讼{}件{open}{}{close}。",
        listed(&OUTCOMES, &outcomes, mark),
        numbers.disputes(0),
        listed(&RESULTS, &numbers.results[0], mark),
        numbers.disputes(1) + numbers.disputes(2),
        listed(&RESULTS, &suits, mark),
    )
}
