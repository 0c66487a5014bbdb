//! The rest of the page: what is not needed to begin, in a part of the program that loads as soon as the page is drawn.
//!
//! What is reached through `Rest` alone is in that part; `xtask/src/programs.rs` takes the two apart.

use leptos::ev::ClipboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_core::form::Form;
use nianbao_core::form::notes::Noted;
use nianbao_core::grid::Grid;
use nianbao_core::spot::Spot;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::controls::help::Help;
use crate::controls::keys::Selection;
use crate::controls::text::Headings;
use crate::desk::example::ThrowAway;
use crate::desk::judging::judge_after_changes;
use crate::desk::{Desk, desk};
use crate::screens::report::find::Find;
use crate::screens::report::findings::Findings;
use crate::screens::report::header::{Previous, Requirements};
use crate::screens::report::keys::KeySheet;
use crate::screens::report::line::CellLine;
use crate::screens::report::outline::Outline;
use crate::screens::report::paste::{Pasted, PastedBlock, paste};
use crate::screens::report::phone::PhoneBar;
use crate::screens::report::table::CarryOver;
use crate::screens::{Screen, address};

/// Whether the rest of the page is here.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// It loads.
    Awaited,
    /// It is here.
    Here(&'static Rest),
    /// It did not come; the clerk may try again.
    Failed,
}

/// The ways into the rest of the page.
pub struct Rest {
    begin: fn(Desk),
    /// What of a screen does not come first.
    pub screen: fn(Screen) -> AnyView,
    /// What comes over the report when it is asked for: finding words, the sheet of keys.
    pub over: fn() -> AnyView,
    /// Says that the open report is the worked example.
    pub throw_away: fn() -> AnyView,
    /// What the rules found.
    pub findings: fn() -> AnyView,
    /// Writes the date as documents do.
    pub write_date: fn(Desk),
    /// What a local notice asks for.
    pub requirements: fn() -> AnyView,
    /// Last year's report.
    pub previous: fn() -> AnyView,
    /// The counting notes; this is meant where nothing nearer is.
    pub help: fn(Noted) -> AnyView,
    /// The headings within a text.
    pub headings: fn(Spot) -> AnyView,
    /// The writing aid of a text, and the name of that.
    pub outline: fn(Spot, &'static str) -> AnyView,
    /// The line under a table.
    pub cell_line: fn(&'static Form, usize, Selection) -> AnyView,
    /// The offer of what last year's report carried forward.
    pub carry_over: fn(&'static Form, usize) -> AnyView,
    /// Opens the worked example.
    pub open_example: fn(Desk),
    /// Takes the last step back.
    pub back: fn(Desk),
    /// Does the step again that was taken back last.
    pub again: fn(Desk),
    /// Pastes into a text.
    pub paste_text: fn(Desk, Spot, &ClipboardEvent),
    /// Makes the punctuation of a text full-width.
    pub widen: fn(Desk, Spot),
    /// What keys, mouse and clipboard do on a table.
    pub hear: fn(Selection, &web_sys::Event),
    /// Takes a block from the clipboard.
    pub paste: Paste,
    /// What a pasted block would change.
    pub pasted: fn(&'static Form, RwSignal<Option<Pasted>>) -> AnyView,
}

/// Takes a block from the clipboard for a table that is laid out so, to show it where it does not fit.
type Paste = fn(Desk, &'static Form, StoredValue<Grid>, RwSignal<Option<Pasted>>, &ClipboardEvent);

static REST: Rest = Rest {
    begin: |desk| {
        judge_after_changes(desk);
        desk.walk_by_keys();
        desk.act_by_keys();
        desk.print_the_report();
        address::keep_true(desk);
        if desk.example.is_wanted.get_value() {
            desk.begin_example();
        }
    },
    screen: Screen::drawn_by_rest,
    over: || view! { <Find /><KeySheet /><PhoneBar /> }.into_any(),
    throw_away: || view! { <ThrowAway /> }.into_any(),
    findings: || view! { <Findings /> }.into_any(),
    write_date: Desk::write_date,
    requirements: || view! { <Requirements /> }.into_any(),
    previous: || view! { <Previous /> }.into_any(),
    help: |whole| view! { <Help whole /> }.into_any(),
    headings: |spot| view! { <Headings spot /> }.into_any(),
    outline: |spot, name| view! { <Outline spot name /> }.into_any(),
    cell_line: |form, section, selection| view! { <CellLine form section selection /> }.into_any(),
    carry_over: |form, section| view! { <CarryOver form section /> }.into_any(),
    open_example: Desk::begin_example,
    back: Desk::walk_back,
    again: Desk::walk_forth,
    paste_text: Desk::paste_text,
    widen: Desk::widen,
    hear: Selection::hear,
    paste,
    pasted: |form, pasted| view! { <PastedBlock form pasted /> }.into_any(),
};

#[wasm_split(rest, fallible)]
fn load() -> Result<&'static Rest, SplitLoaderError> {
    Ok(&REST)
}

impl Desk {
    /// Does what a button promises, by the rest of the page; says so where that is not here.
    pub fn do_by_rest(self, act: impl FnOnce(&Rest)) {
        match self.rest.get_untracked() {
            Arrival::Here(rest) => act(rest),
            Arrival::Awaited | Arrival::Failed => {
                self.news.tell("页面还没有全部载入，请稍候再试。");
            }
        }
    }

    /// Does something that takes the rest of the page; nothing where it is not here.
    pub fn with_rest(self, act: impl FnOnce(&Rest)) {
        if let Arrival::Here(rest) = self.rest.get_untracked() {
            act(rest);
        }
    }

    /// Loads the rest of the page.
    pub fn load_rest(self) {
        self.rest.set(Arrival::Awaited);
        spawn_local(async move {
            match load().await {
                Ok(rest) => {
                    self.rest.set(Arrival::Here(rest));
                    (rest.begin)(self);
                }
                Err(_) => {
                    self.forget_example();
                    self.rest.set(Arrival::Failed);
                }
            }
        });
    }
}

/// Draws a whole screen of the rest of the page; until that is here, says that it comes.
pub fn screen_of_rest(draw: impl Fn(&Rest) -> AnyView + Send + 'static) -> AnyView {
    let coming = || view! { <h1 id="part-title" tabindex="-1">"正在载入…"</h1> }.into_any();
    drawn(Box::new(draw), coming)
}

/// Draws something of the rest of the page, once it is here.
pub fn rest(draw: impl Fn(&Rest) -> AnyView + Send + 'static) -> AnyView {
    drawn(Box::new(draw), || ().into_any())
}

/// Draws something of the rest of the page; until that is here, what says that it comes.
pub fn drawn(draw: Box<dyn Fn(&Rest) -> AnyView + Send>, coming: fn() -> AnyView) -> AnyView {
    let desk = desk();
    (move || match desk.rest.get() {
        Arrival::Here(rest) => draw(rest),
        Arrival::Awaited | Arrival::Failed => coming(),
    })
    .into_any()
}

/// Says that the rest of the page did not come, and tries again.
#[component]
pub fn Torn() -> impl IntoView {
    let desk = desk();
    let is_torn = move || matches!(desk.rest.get(), Arrival::Failed);
    view! {
        <p class="notice" role="alert" hidden=move || !is_torn()>
            "页面还缺一部分，没有下载完整：现在可以填写、保存，还不能检查、打开和下载文件。仍不行时请刷新页面，或告诉提供本页面的人。"
            <button type="button" on:click=move |_| desk.load_rest()>"再试一次"</button>
        </p>
    }
}
