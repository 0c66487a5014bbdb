//! What is published in the mainland is written in simplified characters.
//! Silent on characters that are right in names and quotations: 乾, 於, 后.

use crate::prose::HanSet;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// The text is written in simplified characters.
pub(super) static RULE: Rule = Rule {
    id: "traditional-characters",
    title: "文字中混有繁体字",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY],
    check: Check::Custom {
        formula: "文字中没有常用的繁体字（國、務、開等）",
        find,
    },
    explanation: "繁体字多是文字识别或者转换格式时带进来的，同一处往往还有认错的字。请对照原文改为简体字。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview",
                "推進信息公開，服務企業，推進公開。",
            )],
            finds: &["混有繁体字“進開務業”"],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "乾隆年间的古籍、於女士的来信、后勤发票，均按规定公开。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text("overview", "乾县、於潜镇的做法值得借鉴。")],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview",
                "「一网通办」面积120㎡，〇三号窗口，覆盖率100%。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    const SHOWN: usize = 5;
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (spot, text) in case.writing() {
        let mut found = Vec::new();
        for c in text.chars().filter(|c| TRADITIONAL.has(*c)) {
            if !found.contains(&c) {
                found.push(c);
            }
        }
        if !found.is_empty() {
            let shown: String = found.iter().take(SHOWN).collect();
            let rest = if found.len() > SHOWN { "等" } else { "" };
            let statement = format!("混有繁体字“{shown}”{rest}");
            outcomes.push(Failure::new(statement, [spot]).into());
        }
    }
    case.or_holds(outcomes)
}

/// Common characters that are written otherwise in simplified script, in names as well.
const TRADITIONAL: HanSet = HanSet::of(
    "個們這國務報開關發經機會時對學業東長門問題電書車進過還說請議論證認識設計調訊資\
     導數據處縣鎮鄉廳區實應監審點組織統規與為從動",
);
