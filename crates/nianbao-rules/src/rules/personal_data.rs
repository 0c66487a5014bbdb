//! The law on personal data keeps numbers of telephones and identity cards of persons out of what is published.
//! Silent on telephones of offices, and on longer numbers.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// No mobile number and no identity number is published.
pub(super) static RULE: Rule = Rule {
    id: "personal-data",
    title: "文字中像有个人手机号或身份证号",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::PERSONAL_DATA],
    check: Check::Custom {
        formula: "文字中没有 11 位手机号和 18 位身份证号；办公电话不在此列",
        find,
    },
    explanation: "年报向社会公布，申请人和工作人员的个人信息不应出现。请删去，联系方式改用办公电话。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview",
                "联系电话13812345678，身份证号11010119900101123X。",
            )],
            finds: &["像手机号：138****5678", "像身份证号：1101**********123X"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "办公电话0731-12345678，访问量13812345678900次，文号20251234567。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "热线12345，办公电话0731-88881234、400-800-1234，传真85556666。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "统一社会信用代码11430000006120000X，流水号2025010112345678。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for signs in case.signs() {
        for run in signs.words(|c| c.is_ascii_alphanumeric() || c == '-') {
            if let Some(what) = personal(run) {
                outcomes.push(Failure::new(what, [signs.spot]).into());
            }
        }
    }
    case.or_holds(outcomes)
}

/// What a run of digits may be, with its middle hidden.
fn personal(run: &str) -> Option<String> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match run.len() {
        11 if is_digits(run) && run.starts_with('1') && !run.starts_with("10") => {
            Some(format!("像手机号：{}****{}", &run[..3], &run[7..]))
        }
        18 if is_digits(&run[..17])
            && ["19", "20"].contains(&&run[6..8])
            && run.ends_with(|c: char| c.is_ascii_digit() || c == 'X') =>
        {
            Some(format!("像身份证号：{}**********{}", &run[..4], &run[14..]))
        }
        _ => None,
    }
}
