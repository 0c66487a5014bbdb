//! The bar that is always in view: which report is open, whether it is safe, taking back, and what was just done.

use std::time::Duration;

use leptos::prelude::*;
use nianbao_core::report::Report;

use crate::browser::clock;
use crate::browser::journal::Safety;
use crate::desk::desk;
use crate::desk::history::Log;
use crate::desk::news::Undo;
use crate::desk::saving::Saving;
use crate::screens::Screen;

/// What of the bar is not always the same.
#[component]
pub fn Bar() -> impl IntoView {
    view! {
        <OpenReport />
        <Unsaved />
        <News />
    }
}

/// Which report is open, whether it is safe, and the ways from it.
#[component]
fn OpenReport() -> impl IntoView {
    let desk = desk();
    let whose = move || desk.draft.report.with(Report::short_title);
    let bar = move || {
        view! {
            <p class="whose" title=whose>{whose}</p>
            <SavingState />
            <div class="actions">
                <StepButtons />
                <button type="button" on:click=move |_| desk.shown.screen.set(Screen::Earlier)>"历次修改"</button>
                <button type="button" on:click=move |_| desk.keep_open()>"下载草稿"</button>
                <button type="button" on:click=move |_| desk.close()>"全部草稿"</button>
            </div>
        }
    };
    move || desk.shown.is_open.get().then(bar)
}

/// Takes steps back and does them again, each named.
#[component]
fn StepButtons() -> impl IntoView {
    let desk = desk();
    let back = Memo::new(move |_| desk.history.log.with(Log::last_done));
    let again = Memo::new(move |_| desk.history.log.with(Log::next_undone));
    let title = |verb: &str, keys: &str, what: Option<String>| {
        format!(
            "{verb}：{}（{keys}）",
            what.unwrap_or_else(|| "没有".to_owned())
        )
    };
    view! {
        <button type="button" class="step" title=move || title("撤销", "Ctrl+Z", back.get()) aria-label="撤销上一步"
            aria-disabled=move || back.with(Option::is_none).to_string()
            on:click=move |_| desk.do_by_rest(|rest| (rest.back)(desk))>"↶"</button>
        <button type="button" class="step" title=move || title("重做", "Ctrl+Y", again.get()) aria-label="重做下一步"
            aria-disabled=move || again.with(Option::is_none).to_string()
            on:click=move |_| desk.do_by_rest(|rest| (rest.again)(desk))>"↷"</button>
    }
}

/// Whether the last change is safe, honestly.
#[component]
fn SavingState() -> impl IntoView {
    let desk = desk();
    let text = move || match desk.saving.state.get() {
        Saving::Pending | Saving::Writing(_) => "正在写入…".to_owned(),
        Saving::Saved(time, safety) => stored(&clock::spoken(time), &safety),
        Saving::Failed(_) => "未保存".to_owned(),
    };
    let is_failed = move || matches!(desk.saving.state.get(), Saving::Failed(_));
    view! { <p class="saving" class:failed=is_failed role="status">{text}</p> }
}

/// That a draft was stored, and what is not promised of it.
fn stored(time: &str, safety: &Safety) -> String {
    match safety {
        Safety::OnDisk => format!("已保存在本机浏览器 {time}"),
        Safety::Handed => format!("已保存在本机浏览器 {time}（断电时可能丢失最近的修改）"),
        Safety::Unknown(reason) => {
            format!("已暂存 {time}，浏览器崩溃或断电时可能丢失最近的修改（{reason}）")
        }
    }
}

/// That the open draft is not stored, and why, as long as that is so.
#[component]
fn Unsaved() -> impl IntoView {
    let desk = desk();
    let reason = Memo::new(move |_| match desk.saving.state.get() {
        Saving::Failed(reason) if desk.draft.id.with(Option::is_some) => Some(reason),
        _ => None,
    });
    Effect::new(move |_| grow("unsaved", reason.with(Option::is_some)));
    move || {
        reason.get().map(|reason| {
            view! { <p class="unsaved" role="alert">"未保存："{reason}</p> }
        })
    }
}

/// What was just done, with the way to take it back: until it was read, or another screen is shown.
#[component]
fn News() -> impl IntoView {
    let desk = desk();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        // What still loads is told until it is here.
        if !desk.example.is_wanted.get_value() {
            desk.news.undo.set(None);
        }
    };
    let stay = move || {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
    };
    let go_soon = move |life| {
        stay();
        timer.set_value(set_timeout_with_handle(forget, life).ok());
    };
    Effect::new(move |before: Option<(Screen, Option<Undo>)>| {
        let (screen, told) = (desk.shown.screen.get(), desk.news.undo.get());
        let is_left = before.is_some_and(|(then, old)| then != screen && old == told);
        match &told {
            Some(_) if is_left => forget(),
            Some(told) => go_soon(life(told)),
            None => stay(),
        }
        (screen, told)
    });
    Effect::new(move |_| grow("told", desk.news.undo.with(Option::is_some)));
    let close = move |_| {
        desk.forget_example();
        desk.news.undo.set(None);
    };
    let news = move |undo: Undo| {
        let life = life(&undo);
        // Whoever points at it, or stands in it, still reads it.
        view! {
            <p on:mouseenter=move |_| stay() on:mouseleave=move |_| go_soon(life)
                on:focusin=move |_| stay() on:focusout=move |_| go_soon(life)>
                <span>{undo.done}</span>
                {undo.is_step.then(|| view! {
                    <button type="button" on:click=move |_| desk.take_back()>"撤销"</button>
                })}
                <button type="button" aria-label="关闭这条消息" on:click=close>"×"</button>
            </p>
        }
    };
    view! { <div class="news" role="status">{move || desk.news.undo.get().map(news)}</div> }
}

/// Tells the styles that the bar has one line more: what stands below it makes room.
fn grow(line: &str, is_there: bool) {
    if let Some(body) = document().body() {
        drop(body.class_list().toggle_with_force(line, is_there));
    }
}

/// Long enough to be read twice.
fn life(told: &Undo) -> Duration {
    const AT_LEAST: Duration = Duration::from_secs(5);
    const FOR_A_LETTER: Duration = Duration::from_millis(150);
    let n_letters = told.done.chars().count().min(200);
    AT_LEAST + FOR_A_LETTER * u32::try_from(n_letters).unwrap_or(0)
}
