//! This year beside last year on one page, for who writes and who signs: the figures, their changes, and sentences ready to use.

use leptos::prelude::*;
use nianbao_core::comparison::Comparison;
use nianbao_core::form::Form;
use nianbao_core::report::Report;
use nianbao_core::spot::Spot;

use crate::browser::clipboard;
use crate::desk::{Desk, desk};

/// The page.
#[component]
pub fn Compare() -> impl IntoView {
    let desk = desk();
    let compared = Memo::new(move |_| {
        let told = |previous: &Report| {
            Some(
                desk.draft
                    .report
                    .with(|report| report.compared_with(previous)),
            )
        };
        desk.draft.of_last_year(told)
    });
    let form = desk.draft.form();
    let shown = move || match compared.get() {
        None => view! {
            <p class="empty">"还没有上年的报告。请在“基本信息”里打开上年报告，再到这里比较。"</p>
        }
        .into_any(),
        Some(compared) => {
            let sentences = compared.iter().filter_map(|it| it.sentence(form));
            let sentences: Vec<_> = sentences.map(|told| sentence(desk, told)).collect();
            let rows: Vec<_> = compared.iter().map(|it| row(desk, form, it)).collect();
            view! {
                <div class="sheet">
                    <table class="doubtful compared">
                        <thead><tr><th scope="col">"项目"</th><th scope="col">"上年"</th><th scope="col">"今年"</th><th scope="col">"增减"</th><th scope="col">"幅度"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <h2>"可以用的句子"</h2>
                <ul class="sentences">{sentences}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section class="compare" aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">"与上年比较"</h1>
            <p class="hint">"两年都是 0 的不列。点一行到那一格。"</p>
            {shown}
        </section>
    }
}

fn row(desk: Desk, form: &'static Form, told: &Comparison) -> AnyView {
    let cell = told.cell;
    let section = form.section_of(cell).short;
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="jump" on:click=move |_| desk.go_to(Spot::Cell(cell))>
                    {section}"："{form.name(cell)}
                </button>
            </th>
            <td>{told.then.to_string()}</td>
            <td>{told.now.to_string()}</td>
            <td>{told.change_in_words(form)}</td>
            <td>{told.rate_in_words()}</td>
        </tr>
    }
    .into_any()
}

fn sentence(desk: Desk, told: String) -> AnyView {
    let label = format!("复制：{told}");
    let text = told.clone();
    let copy = move |_| {
        let is_copied = clipboard::write(String::new(), text.clone());
        desk.news.tell(match is_copied {
            true => "已复制。",
            false => "浏览器没有允许复制，请选中文字后按 Ctrl+C。",
        });
    };
    view! { <li><span>{told}</span><button type="button" aria-label=label on:click=copy>"复制"</button></li> }
        .into_any()
}
