//! The form and the Regulations are cited as they are in force.
//! Silent where the sentence says itself that something was replaced, and on every usual way to cite the notice.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::Field;

/// The report cites the form and the Regulations as they are.
pub(super) static RULE: Rule = Rule {
    id: "outdated-citation",
    title: "引用的依据过时或名称不全",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM],
    check: Check::Custom {
        formula: "不引用已被取代的〔2019〕60号格式（2021 年度起）和国务院令第492号，格式的名称和文号与印发时一致",
        find,
    },
    explanation: "依据写错的年报会让读者怀疑用错了格式。请改为现行条例（国务院令第711号）和所用格式的通知。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据条例和国办公开办函〔2019〕60号的要求，编制本报告，统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &["引用的国办公开办函〔2019〕60号已被〔2021〕30号取代"],
        },
        Example {
            given: &[Given::Text("overview", "依据国务院令第492号，推进公开。")],
            finds: &["引用的国务院令第492号已被第711号取代"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "依据《中华人民共和国政府信息年度报告格式》（国办公开办函[2021]第31号）编制。",
            )],
            finds: &[
                "“《中华人民共和国政府信息年度报告格式》”应为《中华人民共和国政府信息公开工作年度报告格式》",
                "“国办公开办函[2021]第31号”：格式的文号是国办公开办函〔2021〕30号",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "依据《政府信息公开工作年度报告格式》（国办公开办函(2021)30号）和《示例市年度报告写作指引》（示办函〔2022〕7号）编制。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "根据《关于印发<政府信息公开工作年度报告格式>的通知》（国办公开办函〔2021〕30号）编制。按照《关于印发中华人民共和国政府信息公开工作年度报告格式的通知》编制。                 依照《关于印发《政府信息公开工作年度报告格式》的通知》（国办公开办函〔2021〕30号）编制。参照《政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）》编制。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "《条例》由国务院令第492号公布、国务院令第711号修订。原国办公开办函〔2019〕60号格式不再使用。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息年度报告格式〉的通知》（国办公开办函〔2021〕33号）要求，编制本报告。",
            )],
            finds: &[
                "“《中华人民共和国政府信息年度报告格式》”应为《中华人民共和国政府信息公开工作年度报告格式》",
                "“国办公开办函〔2021〕33号”：格式的文号是国办公开办函〔2021〕30号",
            ],
        },
        Example {
            given: &[
                Given::Edition(2019),
                Given::Field(Field::Year, "2020"),
                Given::Field(
                    Field::Preamble,
                    "根据国办公开办函〔2019〕60号的要求，编制本报告，统计期限自2020年1月1日起至2020年12月31日止。",
                ),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let is_since = |since: u16| case.report.year.is_some_and(|year| year >= since);
    for (spot, text) in case.writing() {
        let mut fails = |statement| outcomes.push(Failure::new(statement, [spot]).into());
        for (old, new, since) in OUTDATED {
            let relies = |sentence| cites(sentence, old, new);
            if is_since(since) && text.contains(old) && prose::sentences(text).any(relies) {
                fails(format!("引用的{old}已被{new}取代"));
            }
        }
        for (cited, number) in cited_forms(text) {
            if !prose::compact(cited).contains(NAME) {
                fails(format!(
                    "{}应为《中华人民共和国{NAME}》",
                    prose::quote(&format!("《{}》", form_named(cited)))
                ));
            }
            let number = number.filter(|_| is_since(2021));
            if let Some(number) = number.filter(|number| !is_known(number)) {
                let number = prose::quote(number);
                fails(format!("{number}：格式的文号是国办公开办函〔2021〕30号"));
            }
        }
    }
    case.or_holds(outcomes)
}

const OUTDATED: [(&str, &str, u16); 2] = [
    ("国办公开办函〔2019〕60号", "〔2021〕30号", 2021),
    ("国务院令第492号", "第711号", 2019),
];

/// Words by which a sentence says itself that something is no longer in force.
const NO_LONGER: &[&str] = &[
    "废止",
    "原",
    "取代",
    "替代",
    "停止",
    "不再",
    "修订前",
    "修改前",
    "此前",
];

/// Whether a sentence relies on the old document: it names neither the new one nor that the old one is gone.
fn cites(sentence: &str, old: &str, new: &str) -> bool {
    sentence.contains(old) && !sentence.contains(new) && !prose::mentions(sentence, NO_LONGER)
}

/// The name of the form; its beginning is often left out.
const NAME: &str = "政府信息公开工作年度报告格式";

/// Brackets around the name of the form within the title of the notice that issued it.
const INNER: &[char] = &['《', '》', '〈', '〉', '<', '>', '＜', '＞', '“', '”'];

/// What a citation calls the form: within the title of a notice, what the notice issues.
fn form_named(cited: &str) -> &str {
    let issued = cited.split_once("关于印发").map(|(_, issued)| issued);
    let issued = issued.map(|issued| issued.strip_suffix("的通知").unwrap_or(issued));
    issued.unwrap_or(cited).trim_matches(INNER)
}

/// The citations of the form in a text, each with the number of the document in brackets behind it.
fn cited_forms(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    titles(text).into_iter().filter_map(|(start, end)| {
        let cited = &text[start + '《'.len_utf8()..end - '》'.len_utf8()];
        let is_form = cited.contains("政府信息") && cited.contains("年度报告格式");
        let number = || number_behind(&text[end..]);
        is_form.then(|| (cited, number()))
    })
}

/// Where the titles in 《》 stand, without those within others.
fn titles(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut titles: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '《' => open.push(at),
            '》' => {
                if let Some(start) = open.pop() {
                    while titles.last().is_some_and(|(inner, _)| *inner > start) {
                        titles.pop();
                    }
                    titles.push((start, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    titles
}

/// The number of the document in brackets behind its title: （国办公开办函〔2021〕30号）.
fn number_behind(text: &str) -> Option<&str> {
    const LONGEST: usize = 60;
    let number = text.strip_prefix(['（', '('])?;
    let (end, c) = number
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| *c == '号')?;
    Some(&number[..end + c.len_utf8()]).filter(|number| number.contains("公开办函"))
}

/// Whether this is the number of the current form, or of the one before, of which more is said elsewhere.
fn is_known(number: &str) -> bool {
    let parts = number.split(|c: char| !c.is_ascii_digit());
    let digits: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    digits == ["2021", "30"] || number.contains("〔2019〕60号")
}
