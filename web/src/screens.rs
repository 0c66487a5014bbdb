//! Every screen: what it is called in the address, whether it shows the open report, and what draws it.
//!
//! A new screen is a module or folder here, a variant of [`Screen`], and a line in each `match` of this file.

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::progress::Part;

use crate::rest::screen_of_rest;

pub mod address;
mod compare;
mod earlier;
pub mod opening;
mod preview;
pub mod report;
pub mod start;

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The first screen: begin, or go on with a draft.
    Start,
    /// What was read from a file or the clipboard, before it becomes a draft.
    Opening,
    /// One part of the open report.
    Part(Part),
    /// The whole report as printed, and the downloads.
    Preview,
    /// How the open report stood before.
    Earlier,
    /// The open report beside last year's.
    Compare,
}

impl Screen {
    /// Whether it shows the open report, with the list of parts and the findings around it.
    pub fn is_of_draft(self) -> bool {
        match self {
            Screen::Part(_) | Screen::Preview | Screen::Earlier | Screen::Compare => true,
            Screen::Start | Screen::Opening => false,
        }
    }

    /// Its name in the address.
    fn key(self, form: &Form) -> &'static str {
        match self {
            Screen::Start => "",
            Screen::Opening => "opening",
            Screen::Part(Part::Header) => "basics",
            Screen::Part(Part::Section(section)) => form.edition.sections[section].key,
            Screen::Preview => "preview",
            Screen::Earlier => "earlier",
            Screen::Compare => "compare",
        }
    }

    /// The screen of the open report with this name.
    fn of_draft(form: &Form, key: &str) -> Option<Screen> {
        let parts = Part::all(form).map(Screen::Part);
        let mut screens = parts.chain([Screen::Preview, Screen::Earlier, Screen::Compare]);
        screens.find(|screen| screen.key(form) == key)
    }

    /// Draws it. What comes with the rest of the page is named in [`Screen::drawn_by_rest`].
    pub fn drawn(self) -> AnyView {
        match self {
            Screen::Part(part) => view! { <report::PartForm part /> }.into_any(),
            Screen::Start => view! { <start::Start /> }.into_any(),
            Screen::Opening | Screen::Preview | Screen::Earlier | Screen::Compare => {
                screen_of_rest(move |rest| (rest.screen)(self))
            }
        }
    }

    /// Draws what of it comes with the rest of the page.
    pub fn drawn_by_rest(self) -> AnyView {
        match self {
            Screen::Start => view! { <start::drafts::Drafts /> }.into_any(),
            Screen::Opening => view! { <opening::Review /> }.into_any(),
            Screen::Preview => view! { <preview::Preview /> }.into_any(),
            Screen::Earlier => view! { <earlier::Earlier /> }.into_any(),
            Screen::Compare => view! { <compare::Compare /> }.into_any(),
            Screen::Part(_) => ().into_any(),
        }
    }
}
