//! Every change of the open report goes through here, so that every change can be taken back and done again.

use leptos::prelude::*;
use nianbao_core::history::History;
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_core::spot::Spot;

use crate::browser::clock;
use crate::desk::Desk;
use crate::desk::news::Undo;
use crate::desk::saving::Saving;
use crate::places::{anchor, select};
use crate::screens::Screen;

/// What was done to the open draft.
#[derive(Clone, Copy)]
pub struct Changes {
    /// Every step, to be taken back.
    pub log: RwSignal<Log>,
}

impl Changes {
    /// Nothing was done yet.
    pub fn new() -> Changes {
        Changes {
            log: RwSignal::new(Log::default()),
        }
    }
}

/// What was done to a draft, and what is being done.
#[derive(Clone, Default)]
pub struct Log {
    history: History,
    open: Option<Open>,
}

/// A change that may still go on: letters typed in one place without a pause are one step.
#[derive(Clone)]
struct Open {
    before: (Report, Option<Report>),
    what: String,
    place: Option<Spot>,
    time: u64,
    is_noted: bool,
}

/// Whoever stops typing for so long begins a new step.
const PAUSE_MS: u64 = 4_000;

impl Log {
    /// The log of a draft that was opened.
    pub fn new(history: History) -> Log {
        Log {
            history,
            open: None,
        }
    }

    /// What would be taken back, if there is anything.
    pub fn last_done(&self) -> Option<String> {
        match &self.open {
            Some(open) => Some(open.what.clone()),
            None => self.history.last_done().map(|step| step.what.clone()),
        }
    }

    /// What would be done again, if there is anything.
    pub fn next_undone(&self) -> Option<String> {
        let step = self.history.next_undone().filter(|_| self.open.is_none());
        step.map(|step| step.what.clone())
    }

    /// The steps, where this is how the draft stands now.
    pub fn history(&mut self, now: &str) -> &History {
        if let Some(open) = &mut self.open {
            if open.is_noted {
                self.history.forget_last();
            }
            let before = saved::write_draft(&open.before.0, open.before.1.as_ref());
            open.is_noted = self
                .history
                .note(&before, now, open.what.clone(), open.time);
        }
        &self.history
    }
}

impl Desk {
    /// Changes the open report by a step of its own, which is named by what was done.
    pub fn change(self, what: impl AsRef<str>, change: impl FnOnce(&mut Report)) {
        if self.begin(what.as_ref(), None) {
            self.draft.report.update(change);
        }
    }

    /// Changes what stands in one place as it is typed: a burst of letters is one step.
    pub fn type_at(self, place: Spot, change: impl FnOnce(&mut Report)) {
        if self.begin("填写", Some(place)) {
            self.draft.report.update(change);
        }
    }

    /// Changes the open report by a step of its own, and says what was done beside the way to take it back.
    pub fn change_with_undo(self, done: impl Into<String>, change: impl FnOnce(&mut Report)) {
        let done = done.into();
        let what = done.trim_start_matches('已').trim_end_matches('。');
        if self.begin(what, None) {
            self.draft.report.update(change);
        }
        self.news.undo.set(Some(Undo {
            done,
            is_step: true,
        }));
    }

    /// Puts last year's report beside the open one, or takes it away.
    pub fn set_previous(self, previous: Option<Report>) {
        if self.begin("更换上年报告", None) {
            self.draft.previous.set(previous);
        }
    }

    /// Begins a step, or goes on with what is being typed in one place: whether the open draft may change.
    ///
    /// Every change of it comes through here, and is stored at the next pause.
    fn begin(self, what: &str, place: Option<Spot>) -> bool {
        if !self.windows.is_here_untracked() {
            return false;
        }
        let time = clock::now();
        let goes_on = |open: &Open| {
            place.is_some() && open.place == place && time.abs_diff(open.time) < PAUSE_MS
        };
        let mut is_new = true;
        self.history.log.update_untracked(|log| {
            if let Some(open) = log.open.as_mut().filter(|open| goes_on(open)) {
                (open.time, is_new) = (time, false);
            }
        });
        if is_new {
            self.end_step();
            let before = (
                self.draft.report.get_untracked(),
                self.draft.previous.get_untracked(),
            );
            let what = match place {
                Some(place) => format!("{what}“{}”", before.0.place_name(place)),
                None => what.to_owned(),
            };
            let is_noted = false;
            self.history.log.update(|log| {
                log.open = Some(Open {
                    before,
                    what,
                    place,
                    time,
                    is_noted,
                });
            });
        }
        if self.saving.state.get_untracked() != Saving::Pending {
            self.saving.state.set(Saving::Pending);
        }
        self.news.forget_undo();
        true
    }

    /// Ends what is being typed as a step.
    pub fn end_step(self) {
        if self.history.log.with_untracked(|log| log.open.is_some()) {
            let now = self.draft.text();
            self.history.log.update_untracked(|log| {
                log.history(&now);
                log.open = None;
            });
        }
    }

    /// What was done to the open draft, as it is stored.
    pub fn history_text(self) -> String {
        self.end_step();
        self.history
            .log
            .with_untracked(|log| log.history.to_json().written())
    }

    /// Puts the state before the last so many steps in the place of the open one, by a step of its own.
    pub fn restore(self, n_steps: usize) {
        let now = self.draft.text();
        let text = self
            .history
            .log
            .with_untracked(|log| log.history.earlier(&now, n_steps));
        let Some(Ok(then)) = text.map(|text| saved::read(&text)) else {
            return self.news.tell("当时的内容读不出来，没有恢复。");
        };
        if self.begin("恢复以前的内容", None) {
            self.draft.report.set(then.report);
            self.draft.previous.set(then.previous);
        }
        self.news.undo.set(Some(Undo {
            done: "已恢复以前的内容。".to_owned(),
            is_step: true,
        }));
    }

    /// Takes the last step back.
    pub fn walk_back(self) {
        self.walk(Log::last_done, History::back, "已撤销");
    }

    /// Does the step again that was taken back last.
    pub fn walk_forth(self) {
        self.walk(Log::next_undone, History::forth, "已重做");
    }

    fn walk(
        self,
        name: fn(&Log) -> Option<String>,
        walk: fn(&mut History, &str) -> Option<String>,
        verb: &str,
    ) {
        if !self.windows.is_here_untracked() {
            return;
        }
        self.end_step();
        let now = self.draft.text();
        let Some(what) = self.history.log.with_untracked(name) else {
            return;
        };
        let mut text = None;
        self.history
            .log
            .update(|log| text = walk(&mut log.history, &now));
        let Some(Ok(opened)) = text.map(|text| saved::read(&text)) else {
            return self
                .news
                .tell(format!("“{what}”的记录读不出来，内容没有变。"));
        };
        self.news.forget_undo();
        self.draft.previous.set(opened.previous);
        self.show_change(opened.report);
        self.saving.state.set(Saving::Pending);
        self.news.tell(format!("{verb}：{what}。"));
    }

    /// Puts a report in the place of the open one, and goes to the first place where they differ.
    fn show_change(self, report: Report) {
        let before = self.draft.report.get_untracked();
        let spot = before.differences(&report).first().copied();
        self.draft.report.set(report);
        let Some(spot) = spot else { return };
        if matches!(self.shown.screen.get_untracked(), Screen::Part(_)) {
            self.go_to(spot);
        }
        if !matches!(spot, Spot::Cell(_)) {
            let (old, new) = (
                before.place_content(spot),
                self.draft
                    .report
                    .with_untracked(|report| report.place_content(spot)),
            );
            let same = old.chars().rev().zip(new.chars().rev());
            let n_same = same.take_while(|(a, b)| a == b).count();
            let changed = new.chars().count() - n_same;
            let end = new.chars().take(changed).map(char::len_utf16).sum();
            request_animation_frame(move || select(&anchor(self.draft.form(), spot), end, end));
        }
    }
}
