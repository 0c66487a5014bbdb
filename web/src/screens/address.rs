//! The address of what is shown: `#/` for the first screen, `#/DRAFT/SCREEN` for one of a draft, and `#/DRAFT/SCREEN/PLACE`
//! once the focus has come to a figure. Back and forward go by it, and a reload.

use std::time::Duration;

use leptos::prelude::*;
use nianbao_core::progress::Part;
use nianbao_core::spot::Spot;

use crate::browser::{location, storage};
use crate::desk::Desk;
use crate::places::{anchor, spot_of};
use crate::screens::Screen;

/// An address, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// The draft that it names.
    pub draft: Option<String>,
    screen: String,
    place: String,
}

impl Address {
    /// The one that the page is at; none if it is not of ours.
    pub fn now() -> Option<Address> {
        Address::read(&location::fragment())
    }

    fn read(fragment: &str) -> Option<Address> {
        let mut parts = fragment.strip_prefix("#/")?.splitn(3, '/');
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let (first, second, place) = (part(), part(), part());
        let (draft, screen) = match second.is_empty() {
            true => (None, first),
            false => (Some(first), second),
        };
        Some(Address {
            draft,
            screen,
            place,
        })
    }

    /// Shows what it names of the open draft; the first part where there is no such screen.
    pub fn show(&self, desk: Desk) {
        let form = desk.draft.report.with_untracked(|report| report.form);
        let screen = Screen::of_draft(form, &self.screen);
        desk.shown
            .screen
            .set(screen.unwrap_or(Screen::Part(Part::Header)));
        if let Some(spot) = spot_of(form, &self.place) {
            desk.go_to(spot);
        }
    }
}

/// How long the focus stays in a figure before the address names it: browsers refuse to write it too often.
const STAY: Duration = Duration::from_millis(300);

/// Keeps the address true from now on, and follows it where the reader goes back or forward.
pub fn keep_true(desk: Desk) {
    Effect::new(move |is_kept: Option<()>| {
        let now = of_screen(desk, desk.shown.screen.get());
        let shown = location::fragment();
        let is_there = shown == now || (now != "#/" && shown.starts_with(&format!("{now}/")));
        if !is_there {
            location::set_fragment(&now, is_kept.is_some());
        }
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        desk.shown.focused.track();
        if let Some(earlier) = timer.get_value() {
            earlier.clear();
        }
        let name_it = move || name_place(desk);
        timer.set_value(set_timeout_with_handle(name_it, STAY).ok());
    });
    location::on_move(move |fragment| follow(desk, &fragment));
}

/// The address of a screen, without a place.
fn of_screen(desk: Desk, screen: Screen) -> String {
    // Another form comes with another draft alone.
    let key = desk
        .draft
        .report
        .with_untracked(|report| screen.key(report.form));
    match desk.draft.id.get() {
        Some(draft) if screen.is_of_draft() => format!("#/{draft}/{key}"),
        _ => format!("#/{key}"),
    }
}

/// Names the figure that the focus is in, so that a reload comes back to it.
fn name_place(desk: Desk) {
    let screen = desk.shown.screen.get_untracked();
    let Some(spot) = desk.shown.focused.get_untracked().map(Spot::Cell) else {
        return;
    };
    let form = desk.draft.report.with_untracked(|report| report.form);
    if screen == Screen::Part(Part::of(form, spot)) {
        let address = untrack(|| of_screen(desk, screen));
        location::set_fragment(&format!("{address}/{}", anchor(form, spot)), false);
    }
}

/// Goes where an address leads.
fn follow(desk: Desk, fragment: &str) {
    let Some(address) = Address::read(fragment) else {
        // Links within the page have fragments of their own, and lead to no other screen.
        let here = untrack(|| of_screen(desk, desk.shown.screen.get()));
        return location::set_fragment(&here, false);
    };
    let open = desk.draft.id.get_untracked();
    let form = desk.draft.report.with_untracked(|report| report.form);
    let is_opening = desk.opening.what.with_untracked(Option::is_some);
    match &address.draft {
        Some(draft) if open.as_ref() == Some(draft) => address.show(desk),
        Some(draft) => match storage::load(draft) {
            Some(stored) if stored.content.is_ok() => {
                if desk.open(&stored) {
                    address.show(desk);
                }
            }
            _ => desk.close(),
        },
        None if address.screen == Screen::Opening.key(form) && is_opening => {
            desk.shown.screen.set(Screen::Opening);
        }
        None => desk.close(),
    }
}
