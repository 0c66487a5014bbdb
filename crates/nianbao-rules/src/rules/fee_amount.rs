//! The form counts fees in 万元, as decimals to the fen.
//! Silent on blanks and “/”, of which other rules speak.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::figure::Figure;
use nianbao_core::form::Unit;
use nianbao_core::form::keys::{ADMINISTRATIVE_FEES, AMOUNT, FEES};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

use super::cells;

/// Amounts of money are decimals in 万元.
pub(super) static RULE: Rule = Rule {
    id: "fee-amount",
    title: "收费金额不是以万元计的数",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM_TABLE_2],
    check: Check::Custom {
        formula: "金额填 0 或正数，单位为万元，最多六位小数（即精确到分）",
        find,
    },
    explanation: "这一格的单位是万元，带“元”“约”“余”等字样或多于六位小数的内容无法核对。请换算成万元，只填数字。",
    examples: &[
        Example {
            given: &[Given::Figure(FEES, ADMINISTRATIVE_FEES, AMOUNT, "3500元")],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 填的是“3500元”，应填以万元计、最多六位小数的数",
            ],
        },
        Example {
            given: &[Given::Figure(
                FEES,
                ADMINISTRATIVE_FEES,
                AMOUNT,
                "1.2345678",
            )],
            finds: &[
                "第二十条第（八）项：行政事业性收费，本年收费金额（单位：万元） 填的是“1.2345678”，应填以万元计、最多六位小数的数",
            ],
        },
        Example {
            given: &[Given::Figure(
                FEES,
                ADMINISTRATIVE_FEES,
                AMOUNT,
                "190.457379",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Figure(
                FEES,
                ADMINISTRATIVE_FEES,
                AMOUNT,
                "160.5964万元",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let (report, form) = (case.report, case.report.form);
    let amounts = form
        .cells()
        .filter(|&cell| form.unit(cell) == Unit::TenThousandYuan);
    let judge = |cell| match report.figure(cell) {
        Figure::Unreadable(_) => Failure::new(
            format!(
                "{}填的是{}，应填以万元计、最多六位小数的数",
                cells::named(form, &[cell]),
                cells::typed(report, &[cell])
            ),
            cells::spots(&[cell]),
        )
        .into(),
        Figure::Blank | Figure::Placeholder(_) => Outcome::CannotTell(vec![cell]),
        Figure::Count(_) | Figure::Amount(_) => Outcome::Holds,
    };
    amounts.map(judge).collect()
}
