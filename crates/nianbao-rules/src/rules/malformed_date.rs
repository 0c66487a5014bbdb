//! Official documents give year, month and day; conversions tend to lose signs of them.
//! Silent on spans of months, on days without a year, and on numbers that only look like dates.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule, Signs};
use nianbao_core::date;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

/// Dates are whole and in the calendar; export and import tend to lose 年 and 月.
pub(super) static RULE: Rule = Rule {
    id: "malformed-date",
    title: "日期残缺或不存在",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::OFFICIAL_DOCUMENTS],
    check: Check::Custom {
        formula: "成文日期和正文中的日期年、月、日齐全，历法上有这一天",
        find,
    },
    explanation: "日期残缺多是文件转换时丢了“年”“月”或数字，也有月末日数写错的。请对照原文更正。",
    examples: &[
        Example {
            given: &[Given::Field(Field::Date, "2026年2月30日")],
            finds: &["成文日期为“2026年2月30日”，不是完整存在的日期"],
        },
        Example {
            given: &[Given::Field(Field::Date, "2026年1月")],
            finds: &["成文日期为“2026年1月”，不是完整存在的日期"],
        },
        Example {
            given: &[Given::Field(
                Field::Preamble,
                "统计期限自202511日起至2025  12  31  日止，9月31日定稿。",
            )],
            finds: &[
                "日期为“202511日”，残缺或不存在",
                "日期为“2025  12  31  日”，残缺或不存在",
                "日期为“9月31日”，残缺或不存在",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "20251月1日起施行，2025年11日修订，2025年 月 日印发。",
            )],
            finds: &[
                "日期为“20251月”，残缺或不存在",
                "日期为“2025年11日”，残缺或不存在",
                "日期为“2025年 月 日”，残缺或不存在",
            ],
        },
        Example {
            given: &[
                Given::Field(Field::Date, "二〇二六年一月九日"),
                Given::Text(
                    "overview",
                    "2024年2月29日，2025年1—3月，1月31日前，每年2月29日；发布20251条，日均20251次，20251日常信息，访问2000 日活20，202503月报。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "2025年第1季度，12月底前，9—10月，20日内办结，3月15日消费者权益日，24小时内答复。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "第20251231期公报，202501批次，2025—2026学年度，2025年6月至今。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let written = case.report.date.trim();
    let own = (!written.is_empty() && date::read(written).is_none()).then(|| {
        let field = Field::Date;
        let statement = format!(
            "{}为{}，不是完整存在的日期",
            field.name(),
            prose::quote(written)
        );
        let failure = Failure::new(statement, [Spot::Field(field)]);
        match is_month(written) {
            true => failure.with_severity(Severity::Warning),
            false => failure,
        }
    });
    let in_texts = case.signs().iter().flat_map(|signs| {
        let failure =
            |torn: &str| Failure::new(format!("日期为“{torn}”，残缺或不存在"), [signs.spot]);
        torn_dates(signs).into_iter().map(failure)
    });
    let failures: Vec<Outcome> = own.into_iter().chain(in_texts).map(Outcome::from).collect();
    let is_written = !written.is_empty() || case.writing().any(|(_, text)| !text.trim().is_empty());
    if failures.is_empty() && is_written {
        return vec![Outcome::Holds];
    }
    failures
}

/// Whether a date leaves nothing but the day out: 2026年1月.
fn is_month(written: &str) -> bool {
    date::take(written).is_some_and(|(stated, rest)| {
        stated.day.is_none() && (1..=12).contains(&stated.month) && rest.trim().is_empty()
    })
}

/// The torn or impossible dates in a text.
fn torn_dates<'a>(Signs { text, signs, .. }: &Signs<'a>) -> Vec<&'a str> {
    let mut torn = Vec::new();
    let mut done = 0;
    for &(at, _) in signs.iter().filter(|(_, c)| prose::is_digit(*c)) {
        let rest = &text[at..];
        if at < done || text[..at].ends_with(prose::is_numeral) {
            continue;
        }
        if let Some(length) = torn_length(rest) {
            torn.push(&rest[..length]);
            done = at + length;
        } else if let Some((_, after)) = date::take(rest) {
            done = text.len() - after.len();
        }
    }
    torn
}

/// The length of the torn or impossible date at the start of a text, if there is one.
fn torn_length(text: &str) -> Option<usize> {
    let length = |rest: &str| Some(text.len() - rest.len());
    let (digits, after) = take_digits(text);
    let (n_digits, is_year) = (
        digits.chars().count(),
        digits.starts_with("20") || digits.starts_with("２０"),
    );
    if is_year && (5..=8).contains(&n_digits) {
        // 202511日, 20251月1日
        let rest = after.trim_start();
        let after_day = rest.strip_prefix('日').filter(|rest| is_after_day(rest));
        let after_month = rest
            .strip_prefix('月')
            .filter(|rest| n_digits <= 6 && is_after_day(rest));
        return length(after_day.or(after_month)?);
    }
    if is_year && n_digits == 4 {
        if let Some(rest) = after.trim_start().strip_prefix('年') {
            // 2025年11日, 2025年 月 日
            let (_, rest) = take_digits(rest.trim_start());
            let rest = rest.trim_start();
            if let Some(after_day) = rest.strip_prefix('日').filter(|rest| is_after_day(rest)) {
                return length(after_day);
            }
            if let Some(after_day) = rest
                .strip_prefix('月')
                .and_then(|rest| rest.trim_start().strip_prefix('日'))
            {
                return length(after_day);
            }
        } else if after.starts_with(char::is_whitespace) {
            // 2025  1  1  日
            let (second, rest) = take_digits(after.trim_start());
            let (_, rest) = take_digits(rest.trim_start());
            let after_day = rest.trim_start().strip_prefix('日');
            let after_day = after_day.filter(|rest| !second.is_empty() && is_after_day(rest))?;
            return length(after_day);
        }
    }
    let (stated, rest) = date::take(text)?;
    let is_impossible =
        !stated.exists() && stated.day.is_some() && text[..text.len() - rest.len()].contains('月');
    is_impossible.then_some(text.len() - rest.len())
}

fn take_digits(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(prose::is_digit);
    text.split_at(text.len() - rest.len())
}

/// Whether what follows 日 or 月 leaves it a date, and not the start of 日常, 日均, 月报.
fn is_after_day(rest: &str) -> bool {
    !rest.starts_with(['常', '均', '报', '志', '程', '益', '期', '渐', '刊', '度'])
}
