//! The rules on the processing fee set its tariff: 100 yuan and more by the request, 10 yuan and more by the page.
//! Silent on other fees, on waived, refunded and unpaid ones, and where nothing was collected.

use crate::prose::{self, Measure, Quantity};
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::OTHER_MATTERS;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// A processing fee comes with its cases, its parts add up, and the tariff can give it.
pub(super) static RULE: Rule = Rule {
    id: "fee-amount-plausible",
    title: "信息处理费的件数、金额不相符",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FEE_RULES, &law::FORM_OTHER_MATTERS],
    check: Check::Custom {
        formula: "写有金额的也写有件数；合计等于各项之和；金额是 10 元的整数倍，仅按件计收的是 100 元的整数倍",
        find,
    },
    explanation: "信息处理费按件每件 100 元起、按量每页 10 元起累进计收，件数、金额和标准应当互相印证。请核对第六部分的数字。",
    examples: &[
        Example {
            given: &[Given::Text("other-matters", "本年度收取信息处理费1200元。")],
            finds: &["写有金额 1200 元，没有写件数：“本年度收取信息处理费1200元”"],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "本年度收取信息处理费3件、1205元。",
            )],
            finds: &["1205 元不是 10 元的整数倍：“本年度收取信息处理费3件、1205元”"],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "信息处理费按件计收2件，共250元。",
            )],
            finds: &[
                "250 元不是 100 元的整数倍，而文中只有按件计收：“信息处理费按件计收2件，共250元”",
            ],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "共收取信息处理费4件、350元，其中按件计收2件、200元，按量计收1件、150元。",
            )],
            finds: &[
                "4 件 ≠ 2 件 + 1 件：“共收取信息处理费4件、350元，其中按件计收2件、200元，按量计收1件、150…”",
            ],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "发出收费通知3件，总金额1200元，其中2件逾期未缴纳、800元，实际收取信息处理费1件、400元。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "收取信息处理费2件，金额0.12万元。全年行政事业性收费12.3456万元。按件计收的标准为100元/件。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "other-matters",
                "本年度未收取信息处理费，按规定免收3件。",
            )],
            finds: &[],
        },
    ],
};

/// Words of a sentence about the processing fee; 经费 is something else.
const FEE_WORDS: &[&str] = &["处理费", "收费", "收取", "计收", "缴纳"];

fn find(case: &Case) -> Vec<Outcome> {
    let Some(section) = case.written(OTHER_MATTERS) else {
        return Vec::new();
    };
    let sentences = section.prose.split(['。', '\n']).map(str::trim);
    let about_fees: Vec<_> = sentences
        .filter(|sentence| {
            prose::mentions(sentence, FEE_WORDS) && !sentence.contains("行政事业性收费")
        })
        .map(|sentence| (sentence, prose::quantities(sentence)))
        .collect();
    let mentions_cases = about_fees
        .iter()
        .any(|(_, quantities)| quantities.iter().any(|quantity| quantity.count().is_some()));
    let amounts = |quantities: &[Quantity]| pick(quantities, Quantity::fen);
    let cases = |quantities: &[Quantity]| {
        pick(quantities, |quantity| match quantity.measure {
            Measure::Cases | Measure::Things | Measure::Pieces("次") => quantity.count(),
            _ => None,
        })
    };
    let fault = |(sentence, quantities): &(&str, Vec<Quantity>)| {
        let amounts = amounts(quantities);
        let &first = amounts.first()?;
        if !mentions_cases {
            return Some(format!("写有金额 {}，没有写件数", yuan(first)));
        }
        outside_tariff(sentence, &amounts)
            .or_else(|| not_the_sum(sentence, &cases(quantities), |cases| format!("{cases} 件")))
            .or_else(|| not_the_sum(sentence, &amounts, yuan))
    };
    let judge = |about: &(&str, Vec<Quantity>)| match fault(about) {
        Some(fault) => {
            let statement = format!("{fault}：{}", prose::quote(about.0));
            Failure::new(statement, [section.spot]).into()
        }
        None => Outcome::Holds,
    };
    about_fees.iter().map(judge).collect()
}

/// The positive numbers of one kind.
fn pick(quantities: &[Quantity], number: fn(&Quantity) -> Option<i64>) -> Vec<i64> {
    let numbers = quantities.iter().filter_map(number);
    numbers.filter(|&number| number > 0).collect()
}

/// By pieces a fee is a multiple of 100 yuan, by pages one of 10.
fn outside_tariff(sentence: &str, amounts: &[i64]) -> Option<String> {
    let is_multiple_of = |fen: i64| move |amount: &&i64| *amount % fen != 0;
    if let Some(&amount) = amounts.iter().find(is_multiple_of(1_000)) {
        return Some(format!("{}不是 10 元的整数倍", yuan(amount)));
    }
    let by_pieces_only = sentence.contains("按件") && !prose::mentions(sentence, &["按量", "页"]);
    let amount = amounts
        .iter()
        .find(is_multiple_of(10_000))
        .filter(|_| by_pieces_only)?;
    Some(format!(
        "{}不是 100 元的整数倍，而文中只有按件计收",
        yuan(*amount)
    ))
}

/// A total and its two parts. Where some was not paid or was waived, the numbers have other readings.
fn not_the_sum(sentence: &str, numbers: &[i64], shown: impl Fn(i64) -> String) -> Option<String> {
    let has_parts =
        sentence.contains("其中") || sentence.contains("按件") && sentence.contains("按量");
    if !has_parts
        || prose::mentions(
            sentence,
            &["实际", "减免", "免收", "退", "未缴", "逾期", "应收"],
        )
    {
        return None;
    }
    let &[a, b, c] = numbers else {
        return None;
    };
    let (total, parts) = if a >= c { (a, [b, c]) } else { (c, [a, b]) };
    (total != parts[0] + parts[1]).then(|| {
        format!(
            "{} ≠ {} + {}",
            shown(total),
            shown(parts[0]),
            shown(parts[1])
        )
    })
}

/// Fen as yuan.
fn yuan(fen: i64) -> String {
    match fen % 100 {
        0 => format!("{} 元", fen / 100),
        rest => format!("{}.{rest:02} 元", fen / 100),
    }
}
