//! The list of drafts in this browser: open, begin, copy, rename, delete, carry in and out.

use leptos::prelude::*;
use nianbao_core::report::Report;

use super::backup::Backup;
use super::going_on::{Continue, come_second, judged_in_words};
use crate::browser::storage::{self, Draft, Unreadable};
use crate::browser::{clock, download};
use crate::desk::example::EXAMPLE;
use crate::desk::shelf::Removed;
use crate::desk::{desk, focus_title};
use crate::places::{focus, select_all};
use crate::screens::opening::WaysIn;

/// The ways in, and all drafts.
#[component]
pub fn Drafts() -> impl IntoView {
    let desk = desk();
    let drafts = Memo::new(move |_| {
        desk.saving.state.track();
        desk.shelf.changed.track();
        storage::drafts()
    });
    // The drafts are listed by their last change.
    let latest = move || {
        let is_own = |draft: &&Draft| draft.id != EXAMPLE && draft.content.is_ok();
        drafts.with(|drafts| drafts.as_ref().ok()?.iter().find(is_own).cloned())
    };
    Effect::new(move |_| come_second(latest().is_some()));
    let list = move || {
        match drafts.get() {
        Err(reason) => view! { <p class="notice" role="alert">{reason}</p> }.into_any(),
        Ok(drafts) if drafts.is_empty() => view! {
            <p class="empty">"本机还没有草稿。新建一份，或者先看看示例怎样填。"</p>
        }
        .into_any(),
        Ok(drafts) => view! {
            <ul class="draft-list" aria-label="草稿">
                {told_apart(drafts).into_iter().map(|(draft, number)| view! { <DraftEntry draft number /> }).collect_view()}
            </ul>
        }
        .into_any(),
    }
    };
    let is_new = move || drafts.with(|drafts| drafts.as_ref().is_ok_and(Vec::is_empty));
    let ways_in = move |is_there: bool| is_there.then(|| view! { <WaysIn /> });
    view! {
        {move || latest().map(|draft| view! { <Continue draft /> })}
        // Whoever has no draft may have last year's report.
        {move || ways_in(is_new())}
        <h2>"本机的草稿"</h2>
        {list}
        <RemovedDrafts />
        <Backup />
        <p class="hint">
            "草稿保存在本浏览器中：清除浏览器数据、换电脑或换浏览器后就看不到了；无痕（隐私）窗口关闭后也不保留。重要的草稿请备份成文件另存。"
        </p>
        {move || ways_in(!is_new())}
    }
}

/// The drafts, and a number for those that have organ, year and name in common, the first begun being 1; 0 for all others.
fn told_apart(drafts: Vec<Draft>) -> Vec<(Draft, usize)> {
    let known_as = |draft: &Draft| {
        let report = draft.content.as_ref().ok()?;
        let organ = report.organ.name.trim().to_owned();
        Some((organ, report.year, draft.name.clone()))
    };
    let begun = |draft: &Draft| draft.id.parse::<u64>().unwrap_or(0);
    let numbers: Vec<_> = drafts
        .iter()
        .map(|draft| {
            let alike =
                |other: &&Draft| known_as(draft).is_some() && known_as(other) == known_as(draft);
            match drafts.iter().filter(alike).count() {
                0 | 1 => 0,
                _ => {
                    let is_earlier = |other: &&Draft| begun(other) <= begun(draft);
                    drafts.iter().filter(alike).filter(is_earlier).count()
                }
            }
        })
        .collect();
    drafts.into_iter().zip(numbers).collect()
}

/// What was deleted in this window, each with the way back.
#[component]
fn RemovedDrafts() -> impl IntoView {
    let desk = desk();
    let entry = move |draft: Removed| {
        let what = draft.what.clone();
        let label = format!("放回“{what}”");
        view! {
            <li>
                <span>{format!("已删除“{what}”。")}</span>
                <button type="button" aria-label=label on:click=move |_| desk.put_back(&draft)>"放回"</button>
            </li>
        }
    };
    move || {
        let removed = desk.shelf.removed.get();
        (!removed.is_empty()).then(|| view! {
            <ul class="removed" aria-label="刚删除的草稿">{removed.into_iter().rev().map(entry).collect_view()}</ul>
            <p class="hint">"关闭这个窗口以前可以放回。"</p>
        })
    }
}

/// One draft in the list.
#[component]
fn DraftEntry(draft: Draft, number: usize) -> impl IntoView {
    let desk = desk();
    let (id, name) = (draft.id.clone(), draft.name.clone());
    let remove = move |what: String| {
        desk.remove(&id, &what);
        // There may be room now for what could not be stored.
        desk.settle();
    };
    match draft.content.clone() {
        Ok(report) => view! { <ReadableDraft draft number report name remove /> }.into_any(),
        Err(unreadable) => view! { <UnreadableDraft unreadable name remove /> }.into_any(),
    }
}

#[component]
fn ReadableDraft(
    draft: Draft,
    number: usize,
    report: Report,
    name: String,
    remove: impl Fn(String) + 'static,
) -> impl IntoView {
    let desk = desk();
    let mut title = report.short_title();
    if number > 0 {
        title = format!("{title}（第 {number} 份）");
    }
    let what = if name.is_empty() {
        title.clone()
    } else {
        format!("{title} · {name}")
    };
    let state = judged_in_words(&draft);
    let changed = format!("最后修改 {}", clock::spoken(draft.changed));
    let renaming = RwSignal::new(false);
    let new_name = RwSignal::new(name.clone());
    let field = format!("rename-{}", draft.id);
    let id = StoredValue::new(draft.id);
    // Read anew at each click: another window may have gone on with it.
    let with_stored =
        move |act: &dyn Fn(&Draft, &Report)| match id.with_value(|id| storage::load(id)) {
            Some(draft) if draft.content.is_ok() => {
                if let Ok(report) = &draft.content {
                    act(&draft, report);
                }
            }
            _ => desk
                .news
                .tell("这份草稿已不在本机，或者读不出来了；请刷新页面。"),
        };
    let open = move |_| {
        with_stored(&|draft, _| {
            desk.open(draft);
        });
    };
    let copy = move |_| {
        with_stored(&|draft, report| {
            desk.start("副本", report.clone(), draft.previous.clone());
        });
    };
    let next_year = move |_| {
        with_stored(&|_, report| {
            desk.start("", Report::for_next_year(report), Some(report.clone()));
        });
    };
    let keep = move |_| with_stored(&|draft, report| desk.keep(report, draft.previous.as_ref()));
    let rename = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let renamed = id.with_value(|id| storage::rename(id, new_name.get_untracked().trim()));
        desk.news.tell(match renamed {
            Ok(()) => "已改名。".to_owned(),
            Err(reason) => reason,
        });
        desk.shelf.changed.notify();
        renaming.set(false);
        focus_title();
    };
    let begin_rename = {
        let field = field.clone();
        move |_| {
            renaming.set(true);
            let field = field.clone();
            request_animation_frame(move || {
                focus(&field);
                select_all(&field);
            });
        }
    };
    let before = StoredValue::new(name.clone());
    let end_rename = move || {
        new_name.set(before.get_value());
        renaming.set(false);
        focus_title();
    };
    let label = |verb: &str| format!("{verb}“{what}”");
    let next_label = label("建下一年度：");
    let (copy_label, rename_label, keep_label, remove_label) =
        (label("复制"), label("改名"), label("下载"), label("删除"));
    let menu_label = label("更多：");
    view! {
        <li class="draft">
            <button type="button" class="open" on:click=open>
                <strong>{title}</strong>
                {(!name.is_empty()).then(|| view! { <span class="name">{name}</span> })}
                <span class="state">{state}</span>
                <span class="changed">{changed}</span>
            </button>
            <details class="menu">
                <summary aria-label=menu_label>"更多"</summary>
                <p>
                    <button type="button" aria-label=next_label on:click=next_year>"建下一年度"</button>
                    <button type="button" aria-label=copy_label on:click=copy>"复制"</button>
                    <button type="button" aria-label=rename_label on:click=begin_rename>"改名"</button>
                    <button type="button" aria-label=keep_label on:click=keep>"下载"</button>
                    <button type="button" aria-label=remove_label on:click=move |_| remove(what.clone())>"删除"</button>
                </p>
            </details>
            <Show when=move || renaming.get()>
                <form class="rename" on:submit=rename on:keydown=move |event| if event.key() == "Escape" { end_rename() }>
                    <label>"草稿名称 "
                        <input type="text" id=field.clone() prop:value=move || new_name.get()
                            on:input=move |event| new_name.set(event_target_value(&event)) />
                    </label>
                    <button type="submit">"改好"</button>
                    <button type="button" on:click=move |_| end_rename()>"不改"</button>
                </form>
            </Show>
        </li>
    }
}

/// A stored text that is no draft any more: kept, shown, offered as a file.
#[component]
fn UnreadableDraft(
    unreadable: Unreadable,
    name: String,
    remove: impl Fn(String) + 'static,
) -> impl IntoView {
    let desk = desk();
    let raw = unreadable.raw;
    let keep = move |_| {
        if let Err(reason) =
            download::offer("无法读取的草稿.json", "application/json", raw.as_bytes())
        {
            desk.news.tell(reason);
        }
    };
    view! {
        <li class="draft unreadable">
            <p><strong>"无法读取的草稿 "{name}</strong><span class="state">{unreadable.reason}</span></p>
            <p class="tools">
                <button type="button" on:click=keep>"下载原样内容"</button>
                <button type="button" on:click=move |_| remove("无法读取的草稿".to_owned())>"删除"</button>
            </p>
        </li>
    }
}
