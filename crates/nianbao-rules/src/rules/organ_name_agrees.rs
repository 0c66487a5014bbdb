//! Title, opening and signature name the organ that reports.
//! Silent on short forms of its name, and where nothing is named.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::organ;
use nianbao_core::report::{Level, OrganKind};
use nianbao_core::spot::{Field, Spot};

/// Title and signature name the organ that reports, in full or in a short form.
pub(super) static RULE: Rule = Rule {
    id: "organ-name-agrees",
    title: "标题、开头段落或落款中的机关名称与填报机关不一致",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::PRACTICE],
    check: Check::Custom {
        formula: "标题、开头段落、落款中的机关名称与填报机关相同，或是它的简称",
        find,
    },
    explanation: "名称不一致常见于套用其他机关的年报，读者会怀疑内容也是套用的。请核对标题、开头段落、落款和填报机关的名称。",
    examples: &[
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据《条例》的规定，编制并公布示例市统计局2025年政府信息公开工作年度报告。统计期限自2025年1月1日起至2025年12月31日止。",
            )],
            finds: &["开头段落中为“示例市统计局”，填报机关为“示例市信访局”"],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "根据《条例》和示例市人民政府办公室通知的要求，编制示例市信访局2025年度政府信息公开工作年度报告。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "按照示例市政务公开办要求，我局编制2025年政府信息公开工作年度报告，现公布市信访局2025年政府信息公开工作年度报告。",
            )],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市教育局", OrganKind::Department, Level::City),
                Given::Field(Field::Title, "示例市统计局2025年政府信息公开工作年度报告"),
            ],
            finds: &[
                "标题中为“示例市统计局”，填报机关为“示例市教育局”",
                "落款中为“示例市信访局”，填报机关为“示例市教育局”",
            ],
        },
        Example {
            given: &[
                Given::Field(Field::Title, "2025年度市信访局\n政府信息公开工作年度报告"),
                Given::Field(Field::Signature, "示例市 信访局"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Field(Field::Title, "示例市人民政府信息公开工作2025年度报告"),
                Given::Field(Field::Signature, "示例市人民政府办公室"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市发展和改革委员会", OrganKind::Department, Level::City),
                Given::Field(
                    Field::Title,
                    "示例市发改委关于2025年政府信息公开工作年度报告",
                ),
                Given::Field(Field::Signature, "示例市发展改革委"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let name = prose::compact(&report.organ.name);
    if name.is_empty() {
        return Vec::new();
    }
    let places = [
        (Field::Title, organ_in_title(&report.title)),
        (Field::Signature, prose::compact(&report.signature)),
        (Field::Preamble, organ_in_opening(&report.preamble)),
    ];
    let judge = |(field, stated): (Field, String)| {
        if stated.is_empty() {
            return None;
        }
        if abbreviates(&stated, &name) || abbreviates(&name, &stated) {
            return Some(Outcome::Holds);
        }
        let statement = format!("{}中为“{stated}”，填报机关为“{name}”", field.name());
        Some(Failure::new(statement, [Spot::Field(field), Spot::Field(Field::Organ)]).into())
    };
    places.into_iter().filter_map(judge).collect()
}

/// The organ whose report the opening says it is: 编制并公布示例市教育局2025年政府信息公开工作年度报告.
///
/// Nothing where no verb and no year tell where the name begins and ends.
fn organ_in_opening(opening: &str) -> String {
    const VERBS: [&str; 6] = [
        "编制并公布",
        "编制并发布",
        "现公布",
        "现发布",
        "编制公布",
        "编制",
    ];
    let opening = prose::compact(opening);
    let Some((head, _)) = opening.split_once("政府信息公开工作年度报告") else {
        return String::new();
    };
    let begins = |verb: &str| Some(head.rfind(verb)? + verb.len());
    let Some(start) = VERBS.into_iter().find_map(begins) else {
        return String::new();
    };
    let name = head[start..].trim_end_matches(['年', '度']);
    let organ = name.trim_end_matches(prose::is_numeral);
    let is_one = organ.len() < name.len() && organ::is_name(organ) && organ.chars().count() > 3;
    if is_one {
        organ.to_owned()
    } else {
        String::new()
    }
}

/// What is left of a title without the year and the name of the report.
fn organ_in_title(title: &str) -> String {
    let mut organ = prose::compact(title);
    for part in [
        "政府信息公开工作",
        "政府信息公开",
        "信息公开工作",
        "政务公开工作",
        "年度报告",
        "工作报告",
        "报告",
        "年报",
        "年度",
        "年",
        "关于",
        "公布",
        "的",
    ] {
        organ = organ.replace(part, "");
    }
    organ.retain(|c| !prose::is_digit(c) && !"〇（）()《》".contains(c));
    organ
}

/// Whether one name has all characters of another one in their order, as 市发改委 has of 市发展和改革委员会.
fn abbreviates(short: &str, full: &str) -> bool {
    let mut full = full.chars();
    short.chars().all(|c| full.any(|other| other == c))
}
