//! Administrative fees in the text are those of table two.
//! Silent on fees that were waived or refunded, on tariffs, and on the processing fee.

use crate::prose::Word;
use crate::rule::{At, Check, Claim, Counts, Example, Given, Rule, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Fees in the text are those of table two.
pub(super) static RULE: Rule = Rule {
    id: "fees-stated",
    title: "文字写的行政事业性收费与表二不一致",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::FORM_RESPONSIBILITY, &law::FORM_TABLE_2],
    check: Check::Stated {
        what: "行政事业性收费的金额",
        claims: CLAIMS,
    },
    explanation: "文字中的行政事业性收费应当与表二相同，信息处理费是另一种费用，在第六部分单独报告。请核对金额和单位。",
    examples: &[
        Example {
            given: &[
                Given::Figure("fees", "administrative-fees", "amount", "12.3456"),
                Given::Text(
                    "other-matters",
                    "全年行政事业性收费12.5万元。未收取信息处理费。",
                ),
            ],
            finds: &[
                "“全年行政事业性收费12.5万元”：12.5 万元 ≠ 行政事业性收费，本年收费金额（单位：万元） 12.3456 万元",
            ],
        },
        Example {
            given: &[
                Given::Figure("fees", "administrative-fees", "amount", "12.3456"),
                Given::Text(
                    "other-matters",
                    "全年行政事业性收费12.35万元，即行政事业性收费123,456元。收取信息处理费300元。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("fees", "administrative-fees", "amount", "12.3456"),
                Given::Text(
                    "other-matters",
                    "减免行政事业性收费30万元，免征行政事业性收费56万元。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("fees", "administrative-fees", "amount", "12.3456"),
                Given::Text(
                    "other-matters",
                    "降低行政事业性收费标准，为企业节省200万元。公开行政事业性收费目录23项。",
                ),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Figure("fees", "administrative-fees", "amount", "12.3456"),
                Given::Text(
                    "other-matters",
                    "2024年行政事业性收费13万元，2025年行政事业性收费12.3456万元。",
                ),
            ],
            finds: &[],
        },
    ],
};

pub(super) const CLAIMS: &[Claim] = &[Claim::new(
    &[Word::AdministrativeFee],
    &[],
    &[Sum::of(&[At(FEES, ADMINISTRATIVE_FEES, AMOUNT)])],
)
.in_units(Counts::Yuan)
.named()
.deniable()];
