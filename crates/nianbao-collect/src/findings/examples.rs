//! A small county that proves the rules: four units and their sound reports, changed in a few places.

use std::sync::Arc;

use nianbao_core::example::sound_report;
use nianbao_core::form::keys::{AFTER_RECONSIDERATION, CASES, DISPUTES, REQUESTS};
use nianbao_core::judgement::{Concern, Finding, Judgement, RuleText, Severity};
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

use super::CollectRule;
use crate::{Collection, HandedIn, Parent, Roster};

/// A collection, and what a rule must say of it.
#[derive(Debug)]
pub struct Example {
    /// How it differs from a sound one.
    pub given: &'static [Given],
    /// The statements of this rule, in order; none for a look-alike that must stay silent.
    pub finds: &'static [&'static str],
}

/// How a collection differs from a sound one; units are told by their names.
#[derive(Clone, Copy, Debug)]
pub enum Given {
    /// Nothing came from this unit.
    Missing(&'static str),
    /// It is left out, with a reason.
    LeftOut(&'static str),
    /// Its report has this figure in table three: row, column, what is typed.
    Figure(&'static str, &'static str, &'static str, &'static str),
    /// A second file came from it, with this figure.
    Again(&'static str, &'static str, &'static str, &'static str),
    /// Its report is on another year.
    Year(&'static str, u16),
    /// Its report is dated.
    Date(&'static str, &'static str),
    /// Its file cannot be read, for this reason.
    Unreadable(&'static str, &'static str),
    /// The rules found this in its report: rule, gravity, statement.
    Found(&'static str, &'static str, Severity, &'static str),
    /// So many suits after reconsideration were upheld.
    Suits(&'static str, &'static str),
    /// Three sentences of their own are the same in these two.
    Copied(&'static str, &'static str),
    /// Its report of last year has this figure in table three.
    LastYear(&'static str, &'static str, &'static str, &'static str),
    /// A report came from an organ of this name.
    Stranger(&'static str),
    /// The last day for handing in.
    Deadline(i16, i8, i8),
    /// The government's own report has this figure in table three.
    Parent(&'static str, &'static str, &'static str),
    /// The government's text states a number that is not in its tables; whether it is no sum of the units either.
    ParentText(bool, &'static str),
}

/// The units, each with how many requests it received and granted.
const UNITS: [(&str, u32); 5] = [
    ("示例县人民政府", 0),
    ("示例县民政局", 3),
    ("示例县水利局", 4),
    ("南山镇人民政府", 5),
    ("北山镇人民政府", 0),
];

/// A report of a unit with so many requests of natural persons, received and granted.
fn report(organ: &str, n_requests: u32) -> Report {
    let mut report = sound_report();
    organ.clone_into(&mut report.organ.name);
    for row in ["newly-received", "handled/granted"] {
        set(
            &mut report,
            row,
            "requester/natural-person",
            &n_requests.to_string(),
        );
    }
    report
}

fn set(report: &mut Report, row: &str, column: &str, typed: &str) {
    if let Some(cell) = report.form.cell(REQUESTS, row, column) {
        report.type_figure(cell, typed);
    }
}

fn finding(rule: &str, severity: Severity, statement: &str, spots: Vec<Spot>) -> Finding {
    Finding {
        rule: Arc::new(RuleText {
            id: rule.to_owned(),
            title: rule.to_owned(),
            concerns: Concern::Wrong,
            explanation: String::new(),
            formula: String::new(),
            grounds: Vec::new(),
        }),
        severity,
        statement: statement.to_owned(),
        spots,
        note: None,
    }
}

fn judged(findings: Vec<Finding>) -> Judgement {
    Judgement {
        findings,
        ..Judgement::default()
    }
}

/// The collection of an example.
pub fn collection(example: &Example) -> Collection {
    let mut roster = Roster::of_text(&UNITS.map(|(name, _)| name).join("\n"));
    let mut files: Vec<HandedIn> = UNITS
        .iter()
        .map(|(name, n_requests)| HandedIn {
            file: format!("{name}.docx"),
            content: Ok((report(name, *n_requests), Judgement::default())),
        })
        .collect();
    for given in example.given {
        given.change(&mut files);
        if let Given::Deadline(year, month, day) = *given {
            roster.deadline = nianbao_core::date::Date::new(year, month, day).ok();
        }
    }
    let mut collection = Collection::new(roster, files, parent(example));
    for given in example.given {
        given.change_whole(&mut collection);
    }
    collection
}

/// The government's own report, where the example has one.
fn parent(example: &Example) -> Option<Report> {
    let mut parent = report("示例县人民政府", 12);
    let mut is_there = false;
    for given in example.given {
        match *given {
            Given::Parent(row, column, typed) => set(&mut parent, row, column, typed),
            Given::ParentText(..) => {}
            _ => continue,
        }
        is_there = true;
    }
    is_there.then_some(parent)
}

impl Given {
    /// Changes what came in.
    fn change(self, files: &mut Vec<HandedIn>) {
        const COPIED: &str = "今年把办事指南全部改成了问答的样子。\n在三个居民区设了自助查询的机器。\n每月的最后一天集中更新一次目录。";
        let at = |files: &[HandedIn], unit: &str| {
            let name = format!("{unit}.docx");
            files.iter().position(|it| it.file == name).unwrap_or(0)
        };
        let mut with = |unit: &str, change: &dyn Fn(&mut Report, &mut Judgement)| {
            let at = at(files, unit);
            if let Ok((report, judgement)) = &mut files[at].content {
                change(report, judgement);
            }
        };
        match self {
            Given::Figure(unit, row, column, typed) => {
                with(unit, &|report, _| set(report, row, column, typed));
            }
            Given::Year(unit, year) => with(unit, &|report, _| report.year = Some(year)),
            Given::Date(unit, date) => with(unit, &|report, _| date.clone_into(&mut report.date)),
            Given::Found(unit, rule, severity, statement) => with(unit, &|_, judgement| {
                *judgement = judged(vec![finding(rule, severity, statement, Vec::new())]);
            }),
            Given::Suits(unit, typed) => with(unit, &|report, _| {
                let path = format!("{AFTER_RECONSIDERATION}/upheld");
                if let Some(cell) = report.form.cell(DISPUTES, CASES, &path) {
                    report.type_figure(cell, typed);
                }
            }),
            Given::Copied(one, other) => {
                for unit in [one, other] {
                    with(unit, &|report, _| {
                        if let Some(text) = report.form.text("overview/management") {
                            report.set_text(text, COPIED);
                        }
                    });
                }
            }
            Given::Missing(unit) => {
                let at = at(files, unit);
                files.remove(at);
            }
            Given::Unreadable(unit, reason) => {
                let at = at(files, unit);
                files[at].content = Err(reason.to_owned());
            }
            Given::Again(unit, row, column, typed) => {
                let n_requests = UNITS.iter().find(|(name, _)| *name == unit);
                let mut again = report(unit, n_requests.map_or(0, |(_, n)| *n));
                set(&mut again, row, column, typed);
                files.push(HandedIn {
                    file: format!("{unit}-2.docx"),
                    content: Ok((again, Judgement::default())),
                });
            }
            Given::Stranger(organ) => files.push(HandedIn {
                file: "来件.docx".to_owned(),
                content: Ok((report(organ, 0), Judgement::default())),
            }),
            Given::LeftOut(_)
            | Given::LastYear(..)
            | Given::Deadline(..)
            | Given::Parent(..)
            | Given::ParentText(..) => {}
        }
    }

    /// Changes what is known of the collection as a whole.
    fn change_whole(self, collection: &mut Collection) {
        match self {
            Given::LeftOut(unit) => {
                collection.leave_out(unit, "并入县政府");
            }
            Given::LastYear(unit, row, column, typed) => {
                let mut last = report(unit, 0);
                last.year = last.year.map(|year| year - 1);
                set(&mut last, row, column, typed);
                collection.set_other_years([last]);
            }
            Given::ParentText(is_no_sum, statement) => {
                if let Some(Parent {
                    report,
                    judgement,
                    beside_sums,
                }) = &mut collection.parent
                {
                    let spots: Vec<_> = report
                        .form
                        .text("overview")
                        .map(Spot::Text)
                        .into_iter()
                        .collect();
                    let stated = || {
                        finding(
                            "received-stated",
                            Severity::Warning,
                            statement,
                            spots.clone(),
                        )
                    };
                    *judgement = judged(vec![stated()]);
                    *beside_sums = judged(Vec::from_iter(is_no_sum.then(stated)));
                }
            }
            _ => {}
        }
    }
}

/// What a rule says of an example.
pub fn statements(rule: &CollectRule, example: &Example) -> Vec<String> {
    let collection = collection(example);
    let found = (rule.find)(&collection, &collection.sums());
    found.into_iter().map(|found| found.statement).collect()
}
