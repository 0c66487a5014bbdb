//! Writing aids beside a text: an outline with the numbers of the tables, and sentences that the tables have left behind.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::aid::{Offer, Sentence};
use nianbao_core::saved;
use nianbao_core::spot::Spot;
use nianbao_wasm::job::OutlineText;

use super::last_year::LastYear;
use crate::desk::desk;
use crate::places::focus_on;

/// The outline of one text, folded until it is asked for; offers to update stand there by themselves.
#[component]
pub fn Outline(spot: Spot, name: &'static str) -> impl IntoView {
    let desk = desk();
    let sentences = RwSignal::new(None::<Vec<Sentence>>);
    let offers = Memo::new(move |_| {
        let mut offers = desk.judging.offers.get();
        offers.retain(|offer| offer.spot == spot);
        offers
    });
    let is_open = move || sentences.with(Option::is_some);
    let toggle = move |_| {
        if is_open() {
            sentences.set(None);
            return;
        }
        let draft = desk.draft.report.with_untracked(saved::write);
        spawn_local(async move {
            match desk
                .judging
                .judge
                .ask(OutlineText { draft, place: spot })
                .await
            {
                Ok(answer) => sentences.set(Some(answer)),
                Err(sentence) => desk.news.tell(sentence),
            }
        });
    };
    view! {
        <div class="outline">
            <button type="button" aria-label=format!("写作提纲：{name}")
                aria-expanded=move || is_open().to_string() on:click=toggle>"写作提纲"</button>
            " "
            <LastYear spot name />
            {move || offers.get().into_iter().map(left_behind).collect_view()}
            {move || sentences.get().map(|sentences| offered(spot, sentences))}
        </div>
    }
}

/// The sentences that may be inserted.
fn offered(spot: Spot, sentences: Vec<Sentence>) -> AnyView {
    let desk = desk();
    let hint = match sentences.len() {
        0 => "这里没有提纲可以提供。",
        _ => "点“插入”写到正文末尾。“＿＿”由您填写；数字来自表格，以后表格改了，会提示更新这句话。",
    };
    let all = StoredValue::new(sentences.clone());
    let insert_all = move |_| {
        desk.change_with_undo("已插入全部语句。", |report| {
            for sentence in all.get_value() {
                if !report.has_sentence(spot, &sentence) {
                    report.insert_sentence(spot, &sentence);
                }
            }
        });
    };
    let several = (sentences.len() > 1).then(|| {
        view! { <p class="tools"><button type="button" on:click=insert_all>"全部插入"</button></p> }
    });
    let sentences = sentences
        .into_iter()
        .map(|sentence| insertable(spot, sentence));
    view! { <p class="hint">{hint}</p><ul>{sentences.collect_view()}</ul>{several} }.into_any()
}

fn insertable(spot: Spot, sentence: Sentence) -> AnyView {
    let desk = desk();
    let text = sentence.text.clone();
    let own = sentence.clone();
    let is_written = Memo::new(move |_| {
        desk.draft
            .report
            .with(|report| report.has_sentence(spot, &own))
    });
    let insert = move |_| {
        // Not disabled by the browser, which would drop the focus.
        if is_written.get_untracked() {
            return;
        }
        desk.change_with_undo("已插入一句。", |report| {
            report.insert_sentence(spot, &sentence);
        });
    };
    view! {
        <li>
            <span>{text.clone()}</span>
            <button type="button" aria-label=format!("插入：{text}") aria-disabled=move || is_written.get().to_string() on:click=insert>
                {move || if is_written.get() { "已写入" } else { "插入" }}
            </button>
        </li>
    }
    .into_any()
}

/// A sentence whose figures have changed, as it stands and as it would read.
fn left_behind(offer: Offer) -> AnyView {
    let desk = desk();
    let (old, new) = (offer.old.clone(), offer.new.clone());
    let label = format!("更新这句话：{new}");
    let update = move |_| {
        focus_on(desk.draft.form(), offer.spot);
        desk.change_with_undo("已更新一句。", |report| {
            report.update_sentence(&offer);
        });
    };
    view! {
        <div class="left-behind">
            <p><strong>"表内数字已变，更新这句话？"</strong></p>
            <p><del>{old}</del></p>
            <p><ins>{new}</ins></p>
            <button type="button" aria-label=label on:click=update>"更新"</button>
        </div>
    }
    .into_any()
}
