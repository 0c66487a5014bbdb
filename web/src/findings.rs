//! What the rules found, most severe first; each leads to its place.

use leptos::prelude::*;
use nianbao_core::progress::Part;
use nianbao_core::rule::{Concern, Finding, Rule, Severity};

use crate::state::{desk, tally};

/// The panel at the right.
#[component]
pub fn Findings() -> impl IntoView {
    let desk = desk();
    let wrong = move |severity: Severity| {
        desk.findings.with(|findings| {
            let is_wanted = |finding: &&Finding| {
                finding.rule.concerns == Concern::Wrong && finding.severity == severity
            };
            findings
                .iter()
                .filter(is_wanted)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let group = move |severity: Severity| {
        move || {
            let found = wrong(severity);
            (!found.is_empty()).then(|| view! {
                <h3>{severity.name()} " " {found.len()} " 处"</h3>
                <ul>{found.into_iter().map(|finding| view! { <Card finding /> }).collect_view()}</ul>
            })
        }
    };
    view! {
        <aside class="findings" aria-label="检查结果">
            <h2>"检查结果"</h2>
            <Summary />
            {group(Severity::Error)}
            {group(Severity::Warning)}
            {group(Severity::Hint)}
            <Missing />
        </aside>
    }
}

/// What stands between this report and publication.
#[component]
fn Summary() -> impl IntoView {
    let desk = desk();
    let text = move || {
        desk.findings.with(|findings| {
            let wrong = |severity| {
                findings
                    .iter()
                    .filter(|finding| {
                        finding.rule.concerns == Concern::Wrong && finding.severity == severity
                    })
                    .count()
            };
            let n_missing = findings
                .iter()
                .filter(|finding| finding.rule.concerns == Concern::Missing)
                .count();
            let (n_errors, n_warnings, n_hints) = (
                wrong(Severity::Error),
                wrong(Severity::Warning),
                wrong(Severity::Hint),
            );
            if n_errors + n_warnings + n_hints + n_missing == 0 {
                return "没有发现问题，可以送审、发布。".to_owned();
            }
            let counts = [
                (n_missing, "待填"),
                (n_errors, "错误"),
                (n_warnings, "提醒"),
                (n_hints, "提示"),
            ];
            let counts: Vec<_> = counts
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, name)| format!("{name} {count} 处"))
                .collect();
            let verdict = if n_errors + n_missing > 0 {
                "离发布还差："
            } else {
                "可以发布；请再看一下："
            };
            format!("{verdict}{}。", counts.join("，"))
        })
    };
    let tally = move || {
        let (n_holding, n_untold) = desk.verdicts.with(|verdicts| tally(verdicts));
        match n_untold {
            0 => format!("{n_holding} 项核对相符。"),
            _ => format!("{n_holding} 项核对相符，{n_untold} 项因缺少数字还不能核对。"),
        }
    };
    view! {
        <p class="summary" role="status">{text}</p>
        <p class="hint">{tally}" 检查只作提示，随时可以保存和下载。"</p>
    }
}

/// One finding: what is wrong with its numbers, what to do, on what ground, and the way there.
#[component]
fn Card(finding: Finding) -> impl IntoView {
    let class = format!("finding {}", finding.severity.key());
    let (rule, title) = (finding.rule, finding.rule.title);
    view! {
        <li class=class>
            <Jump finding title />
            <p>{rule.explanation}</p>
            <Grounds rule />
        </li>
    }
}

/// The statement of a finding; a click leads to its place.
#[component]
fn Jump(finding: Finding, #[prop(optional)] title: &'static str) -> impl IntoView {
    let desk = desk();
    let spot = finding.spots.first().copied();
    view! {
        <button type="button" class="jump" on:click=move |_| if let Some(spot) = spot { desk.go_to(spot) }>
            {(!title.is_empty()).then(|| view! { <span class="title">{title}</span> })}
            <span class="statement">{finding.statement}</span>
        </button>
    }
}

/// What a rule rests on: the names of its sources, and on demand the condition, the clauses and the advice.
#[component]
fn Grounds(rule: &'static Rule, #[prop(optional)] advice: &'static str) -> impl IntoView {
    let formula = desk()
        .report
        .with_untracked(|report| rule.formula(report.form));
    let names: Vec<_> = rule.source.iter().map(|citation| citation.name).collect();
    let clauses = rule
        .source
        .iter()
        .map(|citation| view! { <li><cite>{citation.name}</cite>"：" {citation.clause}</li> });
    view! {
        <details>
            <summary>"依据：" {names.join("、")}</summary>
            {(!advice.is_empty()).then(|| view! { <p>{advice}</p> })}
            <p class="formula">{formula}</p>
            <ul>{clauses.collect_view()}</ul>
            <p class="rule-id">"规则 " {rule.id}</p>
        </details>
    }
}

/// What is not filled in yet, by part.
#[component]
fn Missing() -> impl IntoView {
    let desk = desk();
    let missing = move || {
        let form = desk.report.with_untracked(|report| report.form);
        desk.findings.with(|findings| {
            let missing: Vec<_> = findings
                .iter()
                .filter(|finding| finding.rule.concerns == Concern::Missing)
                .collect();
            let of_part = |part| {
                let in_part = |finding: &&&Finding| {
                    finding
                        .spots
                        .first()
                        .is_some_and(|&spot| Part::of(form, spot) == part)
                };
                missing
                    .iter()
                    .filter(in_part)
                    .map(|&finding| finding.clone())
                    .collect::<Vec<_>>()
            };
            Part::all(form)
                .map(|part| (part, of_part(part)))
                .filter(|(_, found)| !found.is_empty())
                .collect::<Vec<_>>()
        })
    };
    view! {
        {move || {
            let missing = missing();
            let form = desk.report.with_untracked(|report| report.form);
            (!missing.is_empty()).then(|| view! {
                <h3>"还没有填的"</h3>
                <ul class="missing">
                    {missing.into_iter().map(|(part, found)| {
                        let name = match part {
                            Part::Header => "基本信息",
                            Part::Section(section) => form.edition.sections[section].short,
                        };
                        let entries = found.into_iter().map(|finding| {
                            let rule = finding.rule;
                            view! { <li><Jump finding /><Grounds rule advice=rule.explanation /></li> }
                        }).collect_view();
                        view! { <li><strong>{name}</strong><ul>{entries}</ul></li> }
                    }).collect_view()}
                </ul>
            })
        }}
    }
}
