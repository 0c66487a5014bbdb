//! Article 49: departments publish by 31 January, governments by 31 March; nobody does before the year is over.
//! Silent where the kind of organ is not known and one of the two days may hold.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::date::{self, Date};
use nianbao_core::judgement::{Concern, Fact, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, OrganKind};
use nianbao_core::spot::{Field, Spot};

/// Departments publish by 31 January, governments by 31 March, and nobody before the year is over.
pub(super) static RULE: Rule = Rule {
    id: "published-in-time",
    title: "成文日期不在法定公布期限内",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::ARTICLE_49],
    check: Check::Custom {
        formula: "统计年度的 12 月 31 日 < 成文日期 ≤ 次年 1 月 31 日（县级以上人民政府为次年 3 月 31 日；填写了更早的本地期限的，以本地期限为准）",
        find,
    },
    explanation: "部门和乡镇街道的年报应在次年 1 月 31 日前公布，人民政府的应在 3 月 31 日前公布；年度没有结束，全年数据也还没有。请核对日期；已经逾期的，尽快公布。",
    examples: &[
        Example {
            given: &[Given::Field(Field::Date, "2026年2月1日")],
            finds: &["成文日期 2026年2月1日，期限 2026年1月31日"],
        },
        Example {
            given: &[
                Given::Local("1月26日", ""),
                Given::Field(Field::Date, "2026年1月27日"),
            ],
            finds: &["成文日期 2026年1月27日，期限 2026年1月26日（本地要求）"],
        },
        Example {
            given: &[
                Given::Local("2月28日", ""),
                Given::Field(Field::Date, "2026年2月1日"),
            ],
            finds: &["成文日期 2026年2月1日，期限 2026年1月31日"],
        },
        Example {
            given: &[Given::Field(Field::Date, "2025年12月31日")],
            finds: &["成文日期 2025年12月31日，统计期限到 2025年12月31日才结束"],
        },
        Example {
            given: &[Given::Field(Field::Date, ""), Given::Today(2026, 2, 3)],
            finds: &["今天 2026年2月3日，期限 2026年1月31日，尚无成文日期"],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Field(Field::Date, "2026年3月31日"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Field(Field::Date, ""), Given::Today(2026, 1, 31)],
            finds: &[],
        },
        Example {
            given: &[
                Given::Named("示例市人民政府办公室"),
                Given::Field(Field::Date, "2026年3月20日"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Named("示例市人民政府办公室"),
                Given::Field(Field::Date, "2026年4月1日"),
            ],
            finds: &["成文日期 2026年4月1日，期限 2026年3月31日"],
        },
        Example {
            given: &[Given::NoYear, Given::Field(Field::Date, "2026年2月1日")],
            finds: &[],
        },
        Example {
            given: &[
                Given::Field(Field::Date, ""),
                Given::Today(2026, 2, 3),
                Given::Headings(&["一、总体情况"]),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let Some(year_reported) = report.year else {
        return vec![Outcome::NotKnown(Fact::Year)];
    };
    let Some([year_end, of_departments, of_governments]) = days(year_reported) else {
        return Vec::new();
    };
    let kind = report.organ.known_kind();
    // Of an organ of unknown kind it is known when nobody may be later.
    let deadline = match kind {
        Some(OrganKind::Government) | None => of_governments,
        Some(OrganKind::Department | OrganKind::Township | OrganKind::Other) => of_departments,
    };
    let may_be_late = |day: Date| kind.is_none() && day > of_departments;
    let fails =
        |statement: String| vec![Failure::new(statement, [Spot::Field(Field::Date)]).into()];
    let statutory = date::written(deadline);
    // A local notice may ask for an earlier day; a later one does not set the law aside.
    let local = report
        .local
        .last_day(year_reported)
        .filter(|day| *day < deadline);
    let (deadline, limit) = match local {
        Some(day) => (day, format!("{}（本地要求）", date::written(day))),
        None => (deadline, statutory),
    };
    if let Some(date) = date::read(&report.date) {
        let written = date::written(date);
        return if date <= year_end {
            fails(format!(
                "成文日期 {written}，统计期限到 {}才结束",
                date::written(year_end)
            ))
        } else if date > deadline {
            fails(format!("成文日期 {written}，期限 {limit}"))
        } else if may_be_late(date) {
            vec![Outcome::NotKnown(Fact::Kind)]
        } else {
            vec![Outcome::Holds]
        };
    }
    // What was read from a source is published already, dated or not.
    let is_unpublished = report.date.trim().is_empty() && report.headings.is_empty();
    match case.context.today {
        Some(today) if is_unpublished && today > deadline => fails(format!(
            "今天 {}，期限 {limit}，尚无成文日期",
            date::written(today)
        )),
        Some(today) if is_unpublished && may_be_late(today) => {
            vec![Outcome::NotKnown(Fact::Kind)]
        }
        _ => Vec::new(),
    }
}

/// The end of a year, and the last days on which departments and governments publish their reports on it.
fn days(year: u16) -> Option<[Date; 3]> {
    let year = i16::try_from(year).ok()?;
    let next = year.checked_add(1)?;
    let day = |year, month| Date::new(year, month, 31).ok();
    Some([day(year, 12)?, day(next, 1)?, day(next, 3)?])
}
