//! A report is written on the form in force for its year.
//! Silent on years before the first form that we know.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::Form;
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law;
use nianbao_core::spot::{Field, Spot};

/// A report is written on the edition in force for its year.
pub(super) static RULE: Rule = Rule {
    id: "form-of-the-year",
    title: "年报没有采用该年度适用的格式",
    severity: Severity::Error,
    concerns: Concern::Wrong,
    source: &[&law::FORM],
    check: Check::Custom {
        formula: "年报采用的格式 = 统计年度适用的格式",
        find,
    },
    explanation: "各版格式的表格栏目和含义不同，采用错了，数据就不能与其他机关和其他年度比较。请核对年度；年度无误的，改按该年度的格式填写。",
    examples: &[
        Example {
            given: &[Given::Edition(2019)],
            finds: &[
                "2025 年度的年报应采用《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），而采用了《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
            ],
        },
        Example {
            given: &[Given::Edition(2019), Given::Field(Field::Year, "2020")],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let Some(year) = case.report.year else {
        return vec![Outcome::NotKnown(Fact::Year)];
    };
    let form = case.report.form;
    let due = Form::for_year(year);
    // Of the forms before the first one we know, nothing can be said.
    if year < due.edition.reports_on.0 {
        return Vec::new();
    }
    if form == due {
        return vec![Outcome::Holds];
    }
    let statement = format!(
        "{year} 年度的年报应采用{}，而采用了{}",
        due.edition.notice, form.edition.notice
    );
    vec![Failure::new(statement, [Spot::Field(Field::Year)]).into()]
}
