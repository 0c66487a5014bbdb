//! All drafts as one file, and back; and when that was done last.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::date;

use crate::browser::storage::backup;
use crate::browser::{clock, download, upload};
use crate::desk::desk;

/// So long after a backup the clerk is asked for the next one: two weeks.
const LONG_AGO_MS: u64 = 14 * 24 * 3_600_000;

/// All drafts as one file, and back.
#[component]
pub fn Backup() -> impl IntoView {
    let desk = desk();
    let last_made = RwSignal::new(backup::last_made());
    let told = move || match last_made.get() {
        None => "还没有备份过。".to_owned(),
        Some(time) if clock::now() > time.saturating_add(LONG_AGO_MS) => {
            format!(
                "上次备份是 {}，已经很久了，请再备份一次。",
                clock::spoken(time)
            )
        }
        Some(time) => format!("上次备份：{}。", clock::spoken(time)),
    };
    let keep = move |_| {
        let day = clock::today().map(date::written).unwrap_or_default();
        let name = format!("年报助手备份{day}.json");
        let kept = backup::write()
            .and_then(|json| download::offer(&name, "application/json", json.as_bytes()));
        match kept {
            Ok(()) => {
                backup::note_made();
                last_made.set(backup::last_made());
            }
            Err(reason) => desk.news.tell(reason),
        }
    };
    let restore = move |event: leptos::ev::Event| {
        let Some(file) = upload::take_files(&event).into_iter().next() else {
            return;
        };
        spawn_local(async move {
            let restored = upload::text(&file)
                .await
                .and_then(|text| backup::restore(&text));
            desk.shelf.changed.notify();
            desk.news.tell(match restored {
                Ok(0) => "备份中的草稿这里都有。".to_owned(),
                Ok(n_restored) => format!("已从备份恢复 {n_restored} 份草稿。"),
                Err(reason) => reason,
            });
        });
    };
    view! {
        <p class="tools">
            <button type="button" on:click=keep>"备份全部草稿"</button>
            <label class="button">"从备份恢复"<input type="file" accept=".json" on:change=restore /></label>
            <span class="hint">{told}</span>
        </p>
    }
}
