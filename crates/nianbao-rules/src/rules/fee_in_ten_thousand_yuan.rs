//! The form counts fees in 万元; an amount typed in 元 is ten thousand times too large.
//! Silent below what an organ of that level could collect, and where last year was of the same magnitude.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{ADMINISTRATIVE_FEES, AMOUNT, FEES};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, Organ, OrganKind};

use super::cells;

/// An amount typed in 元 is ten thousand times too big.
pub(super) static RULE: Rule = Rule {
    id: "fee-in-ten-thousand-yuan",
    title: "收费金额疑似未换算成万元",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2, &law::PRACTICE],
    check: Check::Custom {
        formula: "市级及以下的部门、乡镇街道不满 10000 万元，县、市、省级人民政府不满 100 亿、500 亿、2000 亿元；与上年相比不是约 10000 倍，10 万元以上的在五分之一到五倍之间",
        find,
    },
    explanation: "这一格的单位是万元，按元填写就会大一万倍；与上年相差过大的，读者也会有疑问。请核对单位和金额，确实如此的予以保留。",
    examples: &[
        Example {
            given: &[Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "35000")],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 为 35000 万元，县级政府部门一年不满 10000 万元",
            ],
        },
        Example {
            given: &[
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "3520"),
                Given::Previous(FEES, ADMINISTRATIVE_FEES, AMOUNT, "0.34"),
            ],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 为 3520 万元，上年为 0.34 万元，约 10353 倍",
            ],
        },
        Example {
            given: &[
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "2"),
                Given::Previous(FEES, ADMINISTRATIVE_FEES, AMOUNT, "12"),
            ],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 为 2 万元，上年为 12 万元，相差五倍以上",
            ],
        },
        Example {
            given: &[
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "0.9"),
                Given::Previous(FEES, ADMINISTRATIVE_FEES, AMOUNT, "0.1"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "59237.2449"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "592372449"),
            ],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 为 592372449 万元，市级人民政府一年不满 5000000 万元",
            ],
        },
        Example {
            given: &[
                Given::Named("示例市人民政府"),
                Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "5200000"),
            ],
            finds: &[],
        },
    ],
};

/// Fen in 10 万元.
const WORTH_COMPARING: i64 = 10_000_000;

/// What no government collects in a year, in 万元, by its level: several times what the largest ones report.
const OF_GOVERNMENTS: [(Level, i64); 4] = [
    (Level::Province, 20_000_000),
    (Level::City, 5_000_000),
    (Level::County, 1_000_000),
    (Level::Township, 10_000),
];

/// What no organ collects in a year, in 万元: more than all of the country do.
const OF_ANYBODY: i64 = 50_000_000;

/// What a department of a city or county hardly collects in a year, in 万元.
const OF_DEPARTMENTS: i64 = 10_000;

const FEN: i64 = 1_000_000;

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let Some(cell) = case.cell(FEES, ADMINISTRATIVE_FEES, AMOUNT) else {
        return Vec::new();
    };
    let Some(fen) = case.number_at(cell) else {
        return vec![Outcome::CannotTell(vec![cell])];
    };
    let stated = format!(
        "{}为 {} 万元",
        cells::named(report.form, &[cell]),
        report.figure(cell)
    );
    let fails = |what: String| vec![Failure::new(stated + &what, cells::spots(&[cell])).into()];

    if let Some((most, whose)) = beyond(&report.organ, fen) {
        return fails(format!("，{whose}一年不满 {most} 万元"));
    }
    let previous = case.previous().and_then(|previous| {
        let cell = previous.form.cell(FEES, ADMINISTRATIVE_FEES, AMOUNT)?;
        Some((previous.number(cell)?, previous.figure(cell)))
    });
    let Some((previous_fen, previous)) =
        previous.filter(|(previous_fen, _)| fen > 0 && *previous_fen > 0)
    else {
        return vec![Outcome::Holds];
    };
    let times = (fen + previous_fen / 2) / previous_fen;
    if (5_000..=20_000).contains(&times) {
        fails(format!("，上年为 {previous} 万元，约 {times} 倍"))
    } else if fen.max(previous_fen) >= WORTH_COMPARING
        && (fen >= 5 * previous_fen || previous_fen >= 5 * fen)
    {
        fails(format!("，上年为 {previous} 万元，相差五倍以上"))
    } else {
        vec![Outcome::Holds]
    }
}

/// The most, in 万元, that an organ like this one collects in a year, and how it is called, if this is more.
///
/// Where the level is not known, the most of any level counts.
fn beyond(organ: &Organ, fen: i64) -> Option<(i64, String)> {
    let (kind, level) = (organ.known_kind(), organ.known_level());
    let is_below_province = level.is_some_and(|level| level >= Level::City);
    let most = match kind {
        Some(OrganKind::Department | OrganKind::Other) if is_below_province => OF_DEPARTMENTS,
        Some(OrganKind::Township) => OF_DEPARTMENTS,
        Some(OrganKind::Government) => {
            let mut mosts = OF_GOVERNMENTS.iter();
            let most = mosts.find(|(of, _)| level.is_none_or(|level| level == *of));
            most.map_or(OF_ANYBODY, |(_, most)| *most)
        }
        Some(OrganKind::Department | OrganKind::Other) | None => OF_ANYBODY,
    };
    let level = level.map_or("", Level::name);
    let whose = kind.map_or("全国", OrganKind::name);
    let level = if kind.is_none() { "" } else { level };
    (fen >= most * FEN).then(|| (most, format!("{level}{whose}")))
}
