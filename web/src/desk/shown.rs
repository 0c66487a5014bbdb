//! What is shown, and where the clerk is on it.

use leptos::prelude::*;
use nianbao_core::form::Cell;
use nianbao_core::form::notes::Noted;
use nianbao_core::spot::Spot;

use crate::screens::Screen;

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
    /// Whether words are looked for in the prose.
    pub is_finding: RwSignal<bool>,
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
            is_finding: RwSignal::new(false),
        }
    }

    /// Turns to another draft: nothing is wanted, looked for or asked any more.
    pub fn turn(self) {
        self.focused.set(None);
        self.is_finding.set(false);
        self.wanted.set(None);
    }
}
