//! What is shown, and where the clerk is on it.

use leptos::prelude::*;
use nianbao_core::form::Cell;
use nianbao_core::form::notes::Noted;
use nianbao_core::spot::Spot;

use crate::screens::Screen;

/// What comes up from below on a phone, where there is no room beside the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The list of parts.
    Parts,
    /// What the rules found.
    Findings,
}

/// What is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The screen.
    pub screen: RwSignal<Screen>,
    /// Whether that is one of the open report.
    pub is_open: Memo<bool>,
    /// The place that wants the focus once it is drawn.
    pub wanted: RwSignal<Option<Spot>>,
    /// The cell that has the focus.
    pub focused: RwSignal<Option<Cell>>,
    /// What counting notes are asked for on.
    pub asks: RwSignal<Option<Noted>>,
    /// What has come up from below.
    pub sheet: RwSignal<Option<Sheet>>,
    /// Whether words are looked for in the prose.
    pub is_finding: RwSignal<bool>,
    /// Whether the sheet of all keys is shown.
    pub is_listing_keys: RwSignal<bool>,
}

impl Shown {
    /// The first screen.
    pub fn new() -> Shown {
        let screen = RwSignal::new(Screen::Start);
        Shown {
            screen,
            is_open: Memo::new(move |_| screen.get().is_of_draft()),
            wanted: RwSignal::new(None),
            focused: RwSignal::new(None),
            asks: RwSignal::new(None),
            sheet: RwSignal::new(None),
            is_finding: RwSignal::new(false),
            is_listing_keys: RwSignal::new(false),
        }
    }

    /// Turns to another draft: nothing is wanted, looked for or asked any more.
    pub fn turn(self) {
        self.focused.set(None);
        self.is_finding.set(false);
        self.wanted.set(None);
    }
}
