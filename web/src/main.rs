//! Mounts the page, and says what to do if it breaks.

#![expect(
    unreachable_pub,
    reason = "a program promises nothing to other crates; here `pub` marks what a module offers the page"
)]

use leptos::prelude::*;

mod app;
mod browser;
mod drafts;
mod findings;
mod form;
mod judging;
mod opening;
mod preview;
mod state;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        if let Some(notice) = document().get_element_by_id("crash") {
            notice.set_text_content(Some(
                "页面出现故障，已停止工作。最近一次自动保存的内容仍在本浏览器中，请刷新页面继续；如再次出现，请联系维护人员。",
            ));
            drop(notice.remove_attribute("hidden"));
        }
    }));
    mount_to_body(app::App);
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
}
