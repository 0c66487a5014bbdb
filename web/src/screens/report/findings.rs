//! What the rules found, most severe first; each leads to its place.

use leptos::prelude::*;
use nianbao_core::judgement::Explanation;
use nianbao_core::judgement::Severity;
use nianbao_core::judgement::{Finding, Judgement, RuleText};
use nianbao_core::progress::Part;
use nianbao_core::spot::Spot;

use super::problems::Walk;
use crate::desk::judging::Said;
use crate::desk::{Desk, desk};
use crate::places::focus;

/// The panel at the right.
#[component]
pub fn Findings() -> impl IntoView {
    let desk = desk();
    view! {
        <aside class="findings" aria-label="检查结果">
            <h2 id="findings-title" tabindex="-1">"检查结果"</h2>
            <Summary />
            {move || {
                // Another draft may stand on another form.
                desk.draft.id.track();
                view! { <Walk /> }
            }}
            <Group severity=Severity::Error />
            <Group severity=Severity::Warning />
            <Group severity=Severity::Hint />
            <Missing />
            <SetAside />
        </aside>
    }
}

/// What stands between this report and publication.
#[component]
fn Summary() -> impl IntoView {
    let desk = desk();
    let text = move || {
        desk.judging.said.with(|judging| match judging {
            Said::Working => "正在检查…".to_owned(),
            Said::Failed(sentence) => format!("没有检查：{sentence}"),
            Said::Done(judgement) => summary(judgement),
        })
    };
    let tally = move || {
        desk.judging.judged(|judgement| {
            let n_unstated = judgement.nothing_stated.len();
            let counts = [
                (judgement.n_holds, "核对相符"),
                (
                    judgement.n_cannot_tell - n_unstated,
                    "因表中缺少数字还不能核对",
                ),
                (n_unstated, "在文字中没有找到可以核对的数字"),
            ];
            let told = told(&counts, |count, what| format!("{count} 项{what}"));
            format!("{told}。")
        })
    };
    let has_failed = move || desk.judging.said.with(|it| matches!(it, Said::Failed(_)));
    view! {
        <p class="summary" role="status">{text}</p>
        {move || has_failed().then(|| view! {
            <p class="tools"><button type="button" on:click=move |_| desk.draft.report.notify()>"再检查一次"</button></p>
        })}
        <p class="hint">{tally}" 检查只作提示，随时可以保存和下载。"</p>
    }
}

fn summary(judgement: &Judgement) -> String {
    let wrong = |severity| judgement.wrong(severity).count();
    let counts = [
        (judgement.missing().count(), "待填"),
        (wrong(Severity::Error), "错误"),
        (wrong(Severity::Warning), "提醒"),
        (wrong(Severity::Hint), "提示"),
    ];
    let told = told(&counts, |count, name| format!("{name} {count} 处"));
    let verdict = match counts {
        _ if told.is_empty() => return "没有发现问题，可以送审、发布。".to_owned(),
        [(0, _), (0, _), ..] => "可以发布；请再看一下：",
        _ => "离发布还差：",
    };
    format!("{verdict}{told}。")
}

/// Those counts that are not zero, in words.
fn told(counts: &[(usize, &str)], words: fn(usize, &str) -> String) -> String {
    let counted = counts.iter().filter(|(count, _)| *count > 0);
    let words: Vec<_> = counted.map(|&(count, what)| words(count, what)).collect();
    words.join("，")
}

/// Something of the judgement, none of it while there is no judgement.
fn listed<T>(choose: impl Fn(&Judgement) -> Vec<T> + Send + Sync + 'static) -> Memo<Vec<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let desk = desk();
    Memo::new(move |_| desk.judging.judged(&choose).unwrap_or_default())
}

/// What is wrong, of one severity.
#[component]
fn Group(severity: Severity) -> impl IntoView {
    let desk = desk();
    let wrong = listed(move |judgement| {
        let shown = |finding: &&Finding| desk.judging.shows(desk.draft.form(), finding);
        problems(judgement.wrong(severity).filter(shown))
    });
    let heading = move || match wrong.with(Vec::len) {
        0 => None,
        count => Some(view! { <h3>{severity.name()} " " {count} " 处"</h3> }),
    };
    view! {
        {heading}
        <ul>
            <For each=move || wrong.get() key=|(problem, _)| problem.clone() let:((problem, finding))>
                {card(problem, finding, wrong)}
            </For>
        </ul>
    }
}

/// What makes a finding the same one while its numbers change: its rule, its places, and which of those it is.
type Problem = (String, Vec<Spot>, usize);

/// The findings, each with what stays the same in it.
fn problems<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<(Problem, Finding)> {
    let mut problems: Vec<(Problem, Finding)> = Vec::new();
    for finding in findings {
        let is_alike = |(_, other): &&(Problem, Finding)| {
            other.rule.id == finding.rule.id && other.spots == finding.spots
        };
        let nth = problems.iter().filter(is_alike).count();
        let problem = (finding.rule.id.clone(), finding.spots.clone(), nth);
        problems.push((problem, finding.clone()));
    }
    problems
}

/// One finding: what is wrong with its numbers, what to do, on what ground, and the way there.
///
/// It follows its finding among those that are `wrong`: only the numbers are written anew, what was unfolded or begun in it stays.
fn card(problem: Problem, finding: Finding, wrong: Memo<Vec<(Problem, Finding)>>) -> AnyView {
    let class = format!("finding {}", finding.severity.key());
    let rule = finding.rule.clone();
    let spot = finding.spots.first().copied();
    let now = Memo::new(move |_| {
        wrong.with(|wrong| {
            let found = wrong.iter().find(|(other, _)| *other == problem);
            // It is settled: the card is about to go.
            found.map_or(&finding, |(_, finding)| finding).clone()
        })
    });
    let explanations = listed(move |judgement| {
        let its = |it: &&Explanation| now.with(|finding| finding.is_explained_by(it));
        judgement.explanations.iter().filter(its).cloned().collect()
    });
    let statement = (move || now.get().statement).into_any();
    view! {
        <li class=class>
            {jump(spot, Some(rule.title.clone()), statement)}
            <p>{rule.explanation.clone()}</p>
            {move || explanations.get().into_iter().map(offered).collect_view()}
            {grounds(&rule, None)}
            {setting_aside(now)}
        </li>
    }
    .into_any()
}

/// A mistake that would explain an error, with the change that would mend it.
fn offered(explanation: Explanation) -> AnyView {
    let desk = desk();
    let statement = explanation.statement.clone();
    let label = format!("照此修改：{statement}");
    let apply = move |_| {
        desk.change_with_undo(format!("已修改：{}", explanation.statement), |report| {
            *report = report.with_changes(&explanation);
        });
        move_on(desk);
    };
    view! {
        <p class="offered">
            {statement}" "
            <button type="button" aria-label=label on:click=apply>"照此修改"</button>
        </p>
    }
    .into_any()
}

/// A line in which the clerk says why a finding is left as it is.
fn setting_aside(finding: Memo<Finding>) -> AnyView {
    let desk = desk();
    let reason = NodeRef::<leptos::html::Input>::new();
    let set_aside = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        if !reason.trim().is_empty() {
            desk.change_with_undo(
                "已记下说明，这一处不再列为问题；数字改变后会重新列出。",
                |report| {
                    report.set_aside(&finding.get_untracked(), &reason);
                },
            );
            move_on(desk);
        }
    };
    view! {
        <details class="aside">
            <summary>"情况属实，写明理由"</summary>
            <form class="rename" on:submit=set_aside>
                <input node_ref=reason type="text" aria-label="理由" placeholder="例如：两件申请由省厅转来" />
                <button type="submit">"记下"</button>
            </form>
        </details>
    }
    .into_any()
}

/// A problem is settled: its card goes away, and the next problem gets the focus.
fn move_on(desk: Desk) {
    focus_findings();
    desk.judging.moves_on.set_value(true);
}

/// The card goes away with the control that had the focus.
fn focus_findings() {
    request_animation_frame(|| focus("findings-title"));
}

/// What was looked at and set aside, each with its reason.
#[component]
fn SetAside() -> impl IntoView {
    let desk = desk();
    let set_aside = listed(|judgement| judgement.set_aside().cloned().collect());
    let entry = move |finding: Finding| {
        let title = finding.rule.title.clone();
        let reason = finding.note.clone();
        let spot = finding.spots.first().copied();
        let again = finding.clone();
        let take_up = move |_| {
            desk.change("收回一条说明", |report| report.set_aside(&again, ""));
            focus_findings();
        };
        view! {
            <li class="finding">
                {jump(spot, Some(title), finding.statement.into_any())}
                <p>"说明："{reason}</p>
                <button type="button" on:click=take_up>"重新列为问题"</button>
            </li>
        }
        .into_any()
    };
    view! {
        {move || (!set_aside.with(Vec::is_empty)).then(|| view! { <h3>"已说明 " {set_aside.with(Vec::len)} " 处"</h3> })}
        <ul>{move || set_aside.get().into_iter().map(entry).collect_view()}</ul>
    }
}

/// The statement of a finding; a click leads to its place.
fn jump(spot: Option<Spot>, title: Option<String>, statement: AnyView) -> AnyView {
    let desk = desk();
    view! {
        <button type="button" class="jump" on:click=move |_| if let Some(spot) = spot { desk.go_to(spot) }>
            {title.map(|title| view! { <span class="title">{title}</span> })}
            <span class="statement">{statement}</span>
        </button>
    }
    .into_any()
}

/// What a rule rests on: the names of its sources, and on demand the condition, the clauses and the advice.
fn grounds(rule: &RuleText, advice: Option<String>) -> AnyView {
    let names: Vec<_> = rule
        .grounds
        .iter()
        .map(|ground| ground.name.as_str())
        .collect();
    let clauses = rule.grounds.iter().map(
        |ground| view! { <li><cite>{ground.name.clone()}</cite>"：" {ground.clause.clone()}</li> },
    );
    view! {
        <details>
            <summary>"依据：" {names.join("、")}</summary>
            {advice.map(|advice| view! { <p>{advice}</p> })}
            <p class="formula">{rule.formula.clone()}</p>
            <ul>{clauses.collect_view()}</ul>
            <p class="rule-id">"规则 " {rule.id.clone()}</p>
        </details>
    }
    .into_any()
}

/// What tells one missing place from another.
fn key(finding: &Finding) -> (String, String, Vec<Spot>) {
    (
        finding.rule.id.clone(),
        finding.statement.clone(),
        finding.spots.clone(),
    )
}

/// What is not filled in yet, by part.
#[component]
fn Missing() -> impl IntoView {
    let desk = desk();
    let missing = listed(move |judgement| {
        let shown = |finding: &&Finding| desk.judging.shows(desk.draft.form(), finding);
        judgement.missing().filter(shown).cloned().collect()
    });
    let of_part = move |part: Part| {
        let form = desk.draft.report.with_untracked(|report| report.form);
        let is_there = |finding: &Finding| {
            finding
                .spots
                .first()
                .is_some_and(|&spot| Part::of(form, spot) == part)
        };
        missing.with(|missing| {
            missing
                .iter()
                .filter(|finding| is_there(finding))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let parts = move || {
        let form = desk.draft.report.with_untracked(|report| report.form);
        Part::all(form)
            .filter(|&part| !of_part(part).is_empty())
            .collect::<Vec<_>>()
    };
    view! {
        {move || (!missing.with(Vec::is_empty)).then(|| view! { <h3>"还没有填的"</h3> })}
        <ul class="missing">
            <For each=parts key=|&part| part let:part>
                <li>
                    <strong>{desk.draft.report.with_untracked(|report| part.short(report.form))}</strong>
                    <ul>
                        <For each=move || of_part(part) key=key let:finding>
                            {missing_one(finding)}
                        </For>
                    </ul>
                </li>
            </For>
        </ul>
    }
}

fn missing_one(finding: Finding) -> AnyView {
    let grounds = grounds(&finding.rule, Some(finding.rule.explanation.clone()));
    let spot = finding.spots.first().copied();
    view! { <li>{jump(spot, None, finding.statement.into_any())}{grounds}</li> }.into_any()
}
