//! What the rules found, most severe first; each leads to its place.

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::judgement::Explanation;
use nianbao_core::judgement::Severity;
use nianbao_core::judgement::{Finding, Judgement, RuleText};
use nianbao_core::progress::Part;
use nianbao_core::spot::Spot;

use super::missing::{Missing, SetAside};
use super::problems::{CURRENT, Walk};
use crate::desk::judging::{Problem, Said, problems};
use crate::desk::{Desk, desk};
use crate::places::{focus, show};

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
pub fn listed<T>(choose: impl Fn(&Judgement) -> Vec<T> + Send + Sync + 'static) -> Memo<Vec<T>>
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
    let bundles = move || wrong.with(|wrong| bundles(desk.draft.form(), wrong));
    view! {
        {heading}
        <ul>
            <For each=bundles key=Clone::clone let:bundle>
                {card(severity, bundle, wrong)}
            </For>
        </ul>
    }
}

type Listed = Vec<(Problem, Finding)>;

/// What has a card of its own: one finding, or all of one rule in one part, where those are many.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Bundle {
    One(Problem),
    Many(String, Part),
}

/// So many findings of one rule in one part are told together.
const MANY: usize = 3;

fn bundles(form: &Form, wrong: &Listed) -> Vec<Bundle> {
    let part = |finding: &Finding| finding.spots.first().map(|&spot| Part::of(form, spot));
    let mut bundles = Vec::new();
    for (problem, finding) in wrong {
        let is_alike =
            |other: &Finding| other.rule.id == finding.rule.id && part(other) == part(finding);
        let n_alike = wrong.iter().filter(|(_, other)| is_alike(other)).count();
        let bundle = match part(finding).filter(|_| n_alike >= MANY) {
            Some(part) => Bundle::Many(finding.rule.id.clone(), part),
            None => Bundle::One(problem.clone()),
        };
        if !bundles.contains(&bundle) {
            bundles.push(bundle);
        }
    }
    bundles
}

impl Bundle {
    fn has(&self, form: &Form, (problem, finding): &(Problem, Finding)) -> bool {
        match self {
            Bundle::One(one) => one == problem,
            Bundle::Many(rule, part) => {
                let spot = finding.spots.first();
                *rule == finding.rule.id && spot.map(|&spot| Part::of(form, spot)) == Some(*part)
            }
        }
    }
}

/// What one rule says: each finding in a line, why and on what ground on demand.
fn card(severity: Severity, bundle: Bundle, wrong: Memo<Listed>) -> AnyView {
    let desk = desk();
    let is_bundle = matches!(bundle, Bundle::Many(..));
    let own = Memo::new(move |_| {
        let form = desk.draft.form();
        let mut own = wrong.get();
        own.retain(|listed| bundle.has(form, listed));
        own
    });
    let Some(rule) = own.with_untracked(|own| Some(own.first()?.1.rule.clone())) else {
        return ().into_any();
    };
    let head = is_bundle.then(|| {
        let title = rule.title.clone();
        view! { <p class="title">{title} " · " {move || own.with(Vec::len)} " 处"</p> }
    });
    view! {
        <li class=format!("finding {}", severity.key())>
            {head}
            <For each=move || own.get() key=|(problem, _)| problem.clone() let:((problem, finding))>
                {line(!is_bundle, problem, finding, own)}
            </For>
            {is_bundle.then(|| grounds(&rule))}
        </li>
    }
    .into_any()
}

/// One finding in a line: what is wrong with which numbers, what would mend it, and a place for a reason.
///
/// It follows its finding among its like: only the numbers are written anew, what was unfolded or begun in it stays.
fn line(is_alone: bool, problem: Problem, finding: Finding, own: Memo<Listed>) -> AnyView {
    let desk = desk();
    let rule = is_alone.then(|| finding.rule.clone());
    let title = rule.as_ref().map(|rule| rule.title.clone());
    let known = problem.clone();
    let now = Memo::new(move |_| {
        own.with(|own| {
            let found = own.iter().find(|(other, _)| *other == known);
            // It is settled: the line is about to go.
            found.map_or(&finding, |(_, finding)| finding).clone()
        })
    });
    let explanations = listed(move |judgement| {
        let its = |it: &&Explanation| now.with(|finding| finding.is_explained_by(it));
        judgement.explanations.iter().filter(its).cloned().collect()
    });
    let mine = problem.clone();
    let is_current = Memo::new(move |_| desk.judging.current.with(|it| it.as_ref() == Some(&mine)));
    let go = move || {
        desk.judging.current.set(Some(problem.clone()));
        now.with_untracked(|finding| desk.go_to_finding(finding));
    };
    Effect::new(move |_| {
        if is_current.get() {
            request_animation_frame(|| show(CURRENT));
        }
    });
    view! {
        <div class="line" aria-current=move || is_current.get().then_some("true")>
            <button type="button" class="jump" id=move || is_current.get().then_some(CURRENT) on:click=move |_| go()>
                {title.map(|title| view! { <span class="title">{title}</span>" " })}
                <span class="statement">{move || now.get().statement}</span>
            </button>
            {move || explanations.get().into_iter().map(offered).collect_view()}
            {rule.map(|rule| grounds(&rule))}
            {setting_aside(now)}
        </div>
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
    let is_refused = RwSignal::new(false);
    let set_aside = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        is_refused.set(reason.trim().is_empty());
        if is_refused.get_untracked() {
            return;
        }
        desk.change_with_undo(
            "已记下说明，这一处不再列为问题；数字改变后会重新列出。",
            |report| {
                report.set_aside(&finding.get_untracked(), &reason);
            },
        );
        move_on(desk);
    };
    view! {
        <details class="aside">
            <summary>"情况属实，写明理由"</summary>
            <form on:submit=set_aside>
                <input node_ref=reason type="text" aria-label="理由" placeholder="例如：两件申请由省厅转来"
                    aria-invalid=move || is_refused.get().then_some("true") />
                {move || is_refused.get().then(|| view! { <p role="alert">"请先写明理由，再点“记下”。"</p> })}
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
pub fn focus_findings() {
    request_animation_frame(|| focus("findings-title"));
}

/// The statement of a finding; a click leads to its place.
pub fn jump(spot: Option<Spot>, title: Option<String>, statement: AnyView) -> AnyView {
    let desk = desk();
    view! {
        <button type="button" class="jump" on:click=move |_| if let Some(spot) = spot { desk.go_to(spot) }>
            {title.map(|title| view! { <span class="title">{title}</span>" " })}
            <span class="statement">{statement}</span>
        </button>
    }
    .into_any()
}

/// Why a rule asks for something, what to do, and on what it rests: unfolded on demand.
pub fn grounds(rule: &RuleText) -> AnyView {
    let clauses = rule.grounds.iter().map(
        |ground| view! { <li><cite>{ground.name.clone()}</cite>"：" {ground.clause.clone()}</li> },
    );
    view! {
        <details>
            <summary>"原因和依据"</summary>
            <p>{rule.explanation.clone()}</p>
            <p class="formula">{rule.formula.clone()}</p>
            <ul>{clauses.collect_view()}</ul>
            <p class="rule-id">"规则 " {rule.id.clone()}</p>
        </details>
    }
    .into_any()
}
