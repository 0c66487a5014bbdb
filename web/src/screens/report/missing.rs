//! What is not filled in yet, by part, and what was looked at and set aside.

use leptos::prelude::*;
use nianbao_core::judgement::Finding;
use nianbao_core::progress::Part;
use nianbao_core::spot::Spot;

use super::findings::{focus_findings, grounds, jump, listed};
use crate::desk::desk;

/// What was looked at and set aside, each with its reason.
#[component]
pub fn SetAside() -> impl IntoView {
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
pub fn Missing() -> impl IntoView {
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
    let grounds = grounds(&finding.rule);
    let spot = finding.spots.first().copied();
    view! { <li>{jump(spot, None, finding.statement.into_any())}{grounds}</li> }.into_any()
}
