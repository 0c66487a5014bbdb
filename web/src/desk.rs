//! What is on the clerk's desk: each question has a context of its own in a file here, and none of them holds another.
//!
//! What concerns several of them at once is done by [`Desk`], which holds nothing but them.

pub mod draft;
pub mod example;
pub mod history;
pub mod judging;
mod keys;
pub mod news;
pub mod opening;
pub mod saving;
pub mod shelf;
pub mod shown;
pub mod windows;

use std::time::Duration;

use leptos::prelude::*;
use nianbao_core::figure::Figure;
use nianbao_core::form::Cell;
use nianbao_core::progress::Part;
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_core::spot::Spot;

use crate::browser::{download, location, storage};
use crate::places::focus;
use crate::rest::Arrival;
use crate::screens::Screen;
use crate::screens::address::Address;
use crate::screens::start::was_offered;
use draft::OpenDraft;
use example::Example;
use history::{Changes, Log};
use judging::Judging;
use news::News;
use opening::{Opening, Reader};
use saving::Kept;
use shelf::Shelf;
use shown::Shown;
use windows::Windows;

/// Everything on the desk. Cheap to copy; provided to all components.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is open.
    pub draft: OpenDraft,
    /// What was done to it.
    pub history: Changes,
    /// What is wrong with it.
    pub judging: Judging,
    /// Whether it is safe.
    pub saving: Kept,
    /// Who edits it.
    pub windows: Windows,
    /// What is shown of it.
    pub shown: Shown,
    /// What to tell.
    pub news: News,
    /// The other drafts.
    pub shelf: Shelf,
    /// What is about to become a draft.
    pub opening: Reader,
    /// The worked example.
    pub example: Example,
    /// Whether the rest of the page has arrived.
    pub rest: RwSignal<Arrival>,
}

/// The desk that the page stands on.
pub fn desk() -> Desk {
    expect_context()
}

impl Desk {
    /// Sets the desk up: what the address names, the draft that was open last, or the first screen.
    pub fn new() -> Desk {
        let desk = Desk {
            draft: OpenDraft::new(),
            history: Changes::new(),
            judging: Judging::new(),
            saving: Kept::new(),
            windows: Windows::new(),
            shown: Shown::new(),
            news: News::new(),
            shelf: Shelf::new(),
            opening: Reader::new(),
            example: Example::new(),
            rest: RwSignal::new(Arrival::Awaited),
        };
        desk.listen_to_windows();
        // Should opening it break the page, the next start shows the list instead.
        let address = Address::now().unwrap_or_default();
        let current = address.draft.clone().or_else(storage::current);
        storage::set_current(None);
        location::set_fragment("#/", false);
        if let Some(draft) = current.and_then(|id| storage::load(&id))
            && !was_offered()
            && desk.open(&draft)
        {
            address.show(desk);
        }
        desk.recover();
        desk.save_after_pauses();
        // What is drawn first is seen first; a window in the background waits until somebody looks at it.
        request_animation_frame(move || set_timeout(move || desk.load_rest(), Duration::ZERO));
        desk
    }

    /// Opens a stored draft, if it can be read; whether it was done.
    pub fn open(self, draft: &storage::Draft) -> bool {
        let Ok(report) = &draft.content else {
            return false;
        };
        let mut history = draft.history.clone();
        let n_lost = history.keep_walkable(&saved::write_draft(report, draft.previous.as_ref()));
        let is_open = self.put_on_desk(
            draft.id.clone(),
            draft.name.clone(),
            report.clone(),
            draft.previous.clone(),
            Log::new(history),
        );
        if is_open {
            if draft.is_history_lost || n_lost > 0 {
                self.news
                    .tell("以前的修改记录有一部分读不出来，撤销到不了那里；报告的内容没有受影响。");
            }
            self.make_safe(draft.changed);
        }
        is_open
    }

    /// Starts a draft of its own with this report, and with last year's if there is one; whether it was done.
    pub fn start(self, name: &str, report: Report, previous: Option<Report>) -> bool {
        storage::ask_to_keep();
        self.start_as(storage::new_id(), name, report, previous)
    }

    /// Starts a draft under this id; whether it was done.
    pub fn start_as(
        self,
        id: String,
        name: &str,
        report: Report,
        previous: Option<Report>,
    ) -> bool {
        let is_done = self.put_on_desk(id, name.to_owned(), report, previous, Log::default());
        if is_done {
            self.save();
        }
        is_done
    }

    /// Whether it was done: what could not be stored is not pushed off the desk.
    fn put_on_desk(
        self,
        draft: String,
        name: String,
        report: Report,
        previous: Option<Report>,
        log: Log,
    ) -> bool {
        self.forget_example();
        if !self.settle() {
            self.news
                .tell("桌面上的草稿还没有保存成功。请先下载它，或者放弃它，再打开别的。");
            self.shown.screen.set(Screen::Start);
            return false;
        }
        self.let_go();
        self.news.forget_undo();
        self.shown.turn();
        self.judging.turn();
        storage::set_current(Some(&draft));
        self.saving.seen.set_value(0);
        self.hold(&draft);
        self.draft.id.set(Some(draft));
        self.draft.name.set(name);
        self.history.log.set(log);
        self.draft.previous.set(previous);
        self.draft.report.set(report);
        self.shown.screen.set(Screen::Part(Part::Header));
        true
    }

    /// Gives the open draft up, stored or not.
    pub fn give_up(self) {
        self.let_go();
        self.draft.id.set(None);
        storage::set_current(None);
    }

    /// Goes to the list of drafts; the open one is stored first.
    ///
    /// What could not be stored stays on the desk: the list then offers to go back to it.
    pub fn close(self) {
        if self.settle() {
            self.give_up();
        }
        self.shown.screen.set(Screen::Start);
    }

    /// Offers the open draft as a file.
    pub fn keep_open(self) {
        self.draft.previous.with_untracked(|previous| {
            self.draft
                .report
                .with_untracked(|report| self.keep(report, previous.as_ref()));
        });
    }

    /// Offers a draft as a file, with last year's report if there is one.
    pub fn keep(self, report: &Report, previous: Option<&Report>) {
        let name = format!("{}（草稿）.json", report.file_name());
        let json = saved::write_draft(report, previous);
        if let Err(reason) = download::offer(&name, "application/json", json.as_bytes()) {
            self.news.tell(reason);
        }
    }

    /// Takes back what was just done.
    pub fn take_back(self) {
        focus_title();
        self.do_by_rest(|rest| (rest.back)(self));
    }

    /// Shows how opening something goes.
    pub fn show_opening(self, opening: Opening) {
        self.forget_example();
        self.opening.what.set(Some(opening));
        self.shown.screen.set(Screen::Opening);
    }

    /// Goes to a place of the report and puts the focus there.
    pub fn go_to(self, spot: Spot) {
        let part = self
            .draft
            .report
            .with_untracked(|report| Part::of(report.form, spot));
        self.shown.sheet.set(None);
        self.shown.screen.set(Screen::Part(part));
        self.shown.wanted.set(Some(spot));
    }

    /// Types into a cell.
    pub fn type_figure(self, cell: Cell, typed: &str) {
        let figure = self
            .draft
            .report
            .with_untracked(|report| Figure::parse(typed, report.form.unit(cell)));
        if self
            .draft
            .report
            .with_untracked(|report| *report.figure(cell) != figure)
        {
            self.type_at(Spot::Cell(cell), |report| report.set_figure(cell, figure));
        }
    }
}

/// Puts the focus on the heading, where the control that had it goes away.
pub fn focus_title() {
    request_animation_frame(|| focus("part-title"));
}
