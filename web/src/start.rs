//! The first screen: begin, or go on.

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::report::Report;
use nianbao_core::rule::{Field, Spot};

use crate::browser::storage;
use crate::rest::{Torn, rest};
use crate::state::{EXAMPLE, desk, year_to_report};

/// What to do first; the ways in and the drafts below come with the rest of the page.
#[component]
pub fn Start() -> impl IntoView {
    let desk = desk();
    let begin = move |_| {
        let year = year_to_report();
        let mut report = Report::new(Form::for_year(year), year);
        // The clerk said once who reports; the next report need not ask again.
        if let Ok(drafts) = storage::drafts()
            && let Some(earlier) = drafts
                .iter()
                .filter(|draft| draft.id != EXAMPLE)
                .find_map(|draft| draft.content.as_ref().ok())
        {
            report.organ = earlier.organ.clone();
        }
        desk.start("", report, None);
    };
    let unsaved = move || desk.draft.get().is_some();
    view! {
        <section aria-labelledby="part-title">
            <h1 id="part-title" tabindex="-1">"政府信息公开工作年度报告"</h1>
            <p class="lead">
                "按统一格式填写六个部分、三张表，总计自动合计，勾稽关系和文字随填随查，完成后下载 Word、网页、Excel、OFD 等文件。"
                "填写的内容只保存在这台电脑的浏览器里，不会上传。"
            </p>
            <p class="tools">
                <button type="button" class="primary" on:click=begin>"新建年报"</button>
                <button type="button" on:click=move |_| desk.do_by_rest(|rest| (rest.open_example)(desk))>"看一份示例"</button>
            </p>
            <Torn />
            {move || unsaved().then(|| view! {
                <p class="notice" role="alert">
                    "刚才打开的草稿没有保存成功，内容还在本窗口中。"
                    <button type="button" on:click=move |_| desk.go_to(Spot::Field(Field::Organ))>
                        "回到这份草稿"
                    </button>
                    <button type="button" on:click=move |_| desk.keep_open()>"下载草稿"</button>
                    <button type="button" on:click=move |_| desk.give_up()>"放弃这份草稿"</button>
                </p>
            })}
            {rest(|rest| (rest.drafts)())}
        </section>
    }
}
