//! The page: parts of the report on the left, the open part in the middle, findings on the right.
//!
//! It fills three places of `index.html`: the bar at the top, the end of the first screen, and the page below.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::bar::Bar;
use crate::desk::Desk;
use crate::desk::windows::HeldElsewhere;
use crate::parts::Parts;
use crate::places::{focus, focus_on};
use crate::rest::{Torn, rest};
use crate::screens::Screen;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    focus_what_is_wanted(desk);
    draw_in("open", || view! { <Bar /> }.into_any());
    draw_in("start", || Screen::Start.drawn());
    take_turns(desk);
    let title = Memo::new(move |_| match desk.shown.is_open.get() {
        false => "年报助手 · 政府信息公开工作年度报告".to_owned(),
        true => desk.draft.report.with(|report| report.printed_title()),
    });
    Effect::new(move |_| document().set_title(&title.get()));
    // A screen that is neither the first nor of a report stands by itself.
    let alone = move || {
        let screen = Some(desk.shown.screen.get());
        let screen = screen.filter(|&screen| screen != Screen::Start && !screen.is_of_draft());
        screen.map(|screen| view! { <main id="main" class="drafts">{screen.drawn()}</main> })
    };
    // None once the report is left, though its frame is still there.
    let shown = move || {
        let screen = Some(desk.shown.screen.get()).filter(|screen| screen.is_of_draft());
        screen.map(|screen| (desk.draft.id.get(), screen))
    };
    view! {
        {move || if !desk.shown.is_open.get() {
            alone.into_any()
        } else { view! {
            <div class="desk">
                <Parts />
                <main id="main">
                    <HeldElsewhere />
                    {rest(|rest| (rest.throw_away)())}
                    <Torn />
                    // A screen is drawn anew and never made into another one: an input that is drawn for one place serves no second.
                    <For each=shown key=Clone::clone let:((_, screen))>
                        {screen.drawn()}
                    </For>
                </main>
                {rest(|rest| (rest.findings)())}
                {rest(|rest| (rest.over)())}
            </div>
        }.into_any() }}
    }
}

/// Draws in the element of `index.html` with this id.
pub fn draw_in(id: &str, draw: fn() -> AnyView) {
    if let Some(place) = document().get_element_by_id(id) {
        mount_to(place.unchecked_into(), draw).forget();
    }
}

/// Takes the first screen out of the page while another is shown: it is not drawn anew, and keeps what was typed.
fn take_turns(desk: Desk) {
    let (Some(first), Some(page)) = (
        document().get_element_by_id("main"),
        document().get_element_by_id("page"),
    ) else {
        return;
    };
    Effect::new(move |_| {
        if desk.shown.screen.get() != Screen::Start {
            first.remove();
        } else if !first.is_connected() {
            drop(page.before_with_node_1(&first));
        }
    });
}

/// Puts the focus where a finding led to, once that part is drawn; and to the top of a part that was opened.
fn focus_what_is_wanted(desk: Desk) {
    Effect::new(move |earlier: Option<Screen>| {
        let screen = desk.shown.screen.get();
        let wanted = desk.shown.wanted.get();
        // What is read and what it came to are two screens to the clerk.
        desk.opening.what.track();
        let is_new = earlier.is_some_and(|earlier| earlier != screen || screen == Screen::Opening);
        request_animation_frame(move || match wanted {
            Some(spot) => {
                focus_on(desk.draft.form(), spot);
                desk.shown.wanted.set(None);
            }
            // Who is quicker than a frame has begun to type.
            None if is_new && !is_typing() => {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                focus("part-title");
            }
            None => {}
        });
        screen
    });
}

/// Whether the focus is where letters go.
fn is_typing() -> bool {
    document()
        .active_element()
        .is_some_and(|element| matches!(&*element.tag_name(), "INPUT" | "TEXTAREA"))
}
