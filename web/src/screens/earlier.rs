//! Earlier states of the open draft: what was done when, how a state differs from now, and the way back to it.
//!
//! The program beside the page compares.

use leptos::prelude::*;
use nianbao_wasm::job::{CompareEarlier, Compared, Difference, EarlierStep};

use crate::browser::clock;
use crate::desk::{Desk, desk, focus_title};

/// The steps of the draft, the last first; one at a time is compared with now.
#[component]
pub fn Earlier() -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new(None::<usize>);
    let answered = desk.answered(move || CompareEarlier {
        history: desk.history_text(),
        draft: desk.draft.text(),
        n_back: chosen.get(),
    });
    let failure = move || answered.with(|answer| answer.as_ref()?.as_ref().err().cloned());
    // Each with its number; after the first step comes what was there before all of them.
    let states = move || {
        let steps = answered.with(|answer| Some(answer.as_ref()?.as_ref().ok()?.steps.clone()));
        let mut states: Vec<_> = steps.unwrap_or_default().into_iter().map(Some).collect();
        if !states.is_empty() {
            states.push(None);
        }
        states.into_iter().enumerate().collect::<Vec<_>>()
    };
    let compared = Memo::new(move |_| {
        answered.with(|answer| answer.as_ref()?.as_ref().ok()?.compared.clone())
    });
    let key = |(n_back, step): &(usize, Option<EarlierStep>)| {
        (*n_back, step.as_ref().map(|step| step.time))
    };
    view! {
        <section class="earlier" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">"历次修改"</h1>
            <p class="hint">"每一步都留着，最多 200 步，关掉页面也在。点一步，看当时与现在有什么不同，可以恢复到当时；恢复也能撤销。"</p>
            {move || failure().map(|sentence| view! { <p class="notice" role="alert">{sentence}</p> })}
            {move || desk.history.log.with(|log| log.last_done().is_none()).then(|| view! {
                <p class="empty">"没有可以恢复的修改。"</p>
            })}
            <ol>
                <For each=states key=key let:((n_back, step))>
                    {state(desk, n_back, step, chosen, compared)}
                </For>
            </ol>
        </section>
    }
}

/// One state: what was done last before it, and when; unfolded, how it differs from now.
fn state(
    desk: Desk,
    n_back: usize,
    step: Option<EarlierStep>,
    chosen: RwSignal<Option<usize>>,
    compared: Memo<Option<Compared>>,
) -> AnyView {
    let (time, what) = step.map_or_else(
        || (String::new(), "这些修改之前".to_owned()),
        |step| (clock::written(step.time), step.what),
    );
    let label = format!("恢复到当时：{}", format!("{time} {what}").trim());
    let is_chosen = move || chosen.get() == Some(n_back);
    let choose = move |_| chosen.set((!is_chosen()).then_some(n_back));
    let restore = move |_| {
        desk.restore(n_back);
        chosen.set(None);
        focus_title();
    };
    let unfolded = move || {
        let is_this = |compared: &Compared| is_chosen() && compared.n_back == n_back;
        let rows = rows(compared.get().filter(is_this)?);
        if rows.is_empty() {
            return Some(view! { <p class="hint">"各处内容与现在相同。"</p> }.into_any());
        }
        let label = label.clone();
        Some(
            view! {
                {differences(rows)}
                <button type="button" aria-label=label on:click=restore>"恢复到当时"</button>
            }
            .into_any(),
        )
    };
    view! {
        <li>
            <button type="button" class="jump" aria-expanded=move || is_chosen().to_string() on:click=choose>
                <span class="when">{time}</span>" "{what}{(n_back == 0).then_some("（现在）")}
            </button>
            {unfolded}
        </li>
    }
    .into_any()
}

/// Where the state differs from now, last year's report among it.
fn rows(compared: Compared) -> Vec<Difference> {
    let is_there = |is_there| if is_there { "有" } else { "没有" }.to_owned();
    let previous = compared.previous.map(|(then, now)| Difference {
        place: "上年报告".to_owned(),
        then: is_there(then),
        now: is_there(now),
    });
    compared.differences.into_iter().chain(previous).collect()
}

fn differences(rows: Vec<Difference>) -> AnyView {
    let shown = |content: String| match content.is_empty() {
        true => "（空白）".to_owned(),
        false => content,
    };
    let row = |it: Difference| {
        view! { <tr><th scope="row">{it.place}</th><td>{shown(it.then)}</td><td>{shown(it.now)}</td></tr> }
    };
    view! {
        <table class="doubtful">
            <thead><tr><th scope="col">"位置"</th><th scope="col">"当时"</th><th scope="col">"现在"</th></tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
