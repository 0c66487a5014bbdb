//! What is on the clerk's desk: one report, what is found in it, and where it is kept. The signals that all components share.

use std::time::Duration;

use leptos::prelude::*;
use nianbao_core::aid::Offer;
use nianbao_core::figure::Figure;
use nianbao_core::form::notes::Noted;
use nianbao_core::form::{Cell, Form};
use nianbao_core::judgement::Severity;
use nianbao_core::judgement::{Finding, Judgement};
use nianbao_core::progress::Part;
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_core::spot::Spot;

use crate::browser::channel::Channel;
use crate::browser::worker::Running;
use crate::browser::{clock, download, storage};
use crate::form::focus;
use crate::history::Log;
use crate::judging::{Judge, Judging};
use crate::opening::Opening;
use crate::problems::Filter;
use crate::rest::Arrival;
use crate::saving::Saving;
use crate::start::was_offered;
use crate::windows::Holding;

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The list of drafts.
    Drafts,
    /// What was read from a file or the clipboard, before it becomes a draft.
    Opening,
    /// One part of the open report.
    Part(Part),
    /// The whole report as printed, and the downloads.
    Preview,
    /// How the open report stood before.
    Earlier,
}

impl Screen {
    /// Whether it shows the open report.
    fn is_of_draft(self) -> bool {
        !matches!(self, Screen::Drafts | Screen::Opening)
    }
}

/// Something that was just done and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// What was done, as a sentence.
    pub done: String,
    /// Whether it was a step, to be taken back; else it is only news.
    pub is_step: bool,
}

/// A draft that was deleted in this window, and can be put back until that closes.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    id: String,
    raw: String,
    /// What the clerk knows it as.
    pub what: String,
}

/// The open report and everything derived from it. Cheap to copy; provided to all components.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the page shows.
    pub screen: RwSignal<Screen>,
    /// Whether that is the open report.
    pub is_open: Memo<bool>,
    /// The open report.
    pub report: RwSignal<Report>,
    /// Last year's report of the same organ, if the clerk brought it.
    pub previous: RwSignal<Option<Report>>,
    /// The id of the open draft.
    pub draft: RwSignal<Option<String>>,
    /// The name the clerk gave to the open draft, or empty.
    pub name: RwSignal<String>,
    /// Whether the last change is safe.
    pub saving: RwSignal<Saving>,
    /// Drafts that the journal has in a later state than the storage has room for; none while it has not been read.
    pub refused: StoredValue<Option<Vec<String>>>,
    /// The drafts that were deleted in this window, the last at the end.
    pub removed: RwSignal<Vec<Removed>>,
    /// Tells that stored drafts have changed otherwise than by what is typed.
    pub shelf: RwSignal<()>,
    /// When the open draft was stored, as far as this window knows.
    pub seen: StoredValue<u64>,
    /// Whether this window edits the open draft.
    pub holding: RwSignal<Holding>,
    /// The line to the other windows.
    pub windows: StoredValue<Option<Channel>, LocalStorage>,
    /// What was just done.
    pub undo: RwSignal<Option<Undo>>,
    /// Every step that was done, to be taken back.
    pub log: RwSignal<Log>,
    /// Whether the rest of the page has arrived.
    pub rest: RwSignal<Arrival>,
    /// Whether the worked example was asked for and is still to be opened.
    pub wants_example: StoredValue<bool>,
    /// The program that judges.
    pub judge: Judge,
    /// What the rules say of the open report.
    pub judging: RwSignal<Judging>,
    /// Sentences of the writing aids that the figures have left behind.
    pub offers: RwSignal<Vec<Offer>>,
    /// What is wrong with the figures.
    pub marks: Memo<Marks>,
    /// What counting notes are asked for.
    pub asks: RwSignal<Option<Noted>>,
    /// Whether words are looked for in the prose.
    pub is_finding: RwSignal<bool>,
    /// Whether to go on to the next problem, once the rules have spoken of the change that settled one.
    pub moves_on: StoredValue<bool>,
    /// Which findings are shown.
    pub filter: RwSignal<Filter>,
    /// The place that wants the focus once it is drawn.
    pub wanted: RwSignal<Option<Spot>>,
    /// The cell that has the focus.
    pub focused: RwSignal<Option<Cell>>,
    /// What is being opened.
    pub opening: RwSignal<Option<Opening>>,
    /// Whether it is opened to be last year's report.
    pub wants_last_year: StoredValue<bool>,
    /// The program that reads it; taking it away ends it.
    pub reader: StoredValue<Option<Running>, LocalStorage>,
}

/// The gravest thing that is wrong with each cell, by its index; those behind the last that has something wrong are left out.
pub type Marks = Vec<Option<Severity>>;

/// The desk that the page stands on.
pub fn desk() -> Desk {
    expect_context()
}

impl Desk {
    /// Sets the desk up: the draft that was open last, or the list of drafts.
    pub fn new() -> Desk {
        let report = RwSignal::new(Report::new(
            Form::for_year(year_to_report()),
            year_to_report(),
        ));
        let previous = RwSignal::new(None::<Report>);
        let judging = RwSignal::new(Judging::Working);
        let marks = Memo::new(move |_| {
            judging.with(|judging| match judging {
                Judging::Done(judgement) => marks(judgement),
                Judging::Working | Judging::Failed(_) => Vec::new(),
            })
        });
        let screen = RwSignal::new(Screen::Drafts);
        let desk = Desk {
            screen,
            is_open: Memo::new(move |_| screen.get().is_of_draft()),
            report,
            previous,
            draft: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            saving: RwSignal::new(Saving::Pending),
            refused: StoredValue::new(None),
            removed: RwSignal::new(Vec::new()),
            shelf: RwSignal::new(()),
            seen: StoredValue::new(0),
            holding: RwSignal::new(Holding::Here(0.0)),
            windows: StoredValue::new_local(None),
            undo: RwSignal::new(None),
            log: RwSignal::new(Log::default()),
            rest: RwSignal::new(Arrival::Awaited),
            wants_example: StoredValue::new(false),
            judge: Judge::new(),
            judging,
            offers: RwSignal::new(Vec::new()),
            marks,
            asks: RwSignal::new(None),
            is_finding: RwSignal::new(false),
            moves_on: StoredValue::new(false),
            filter: RwSignal::new(Filter::default()),
            wanted: RwSignal::new(None),
            focused: RwSignal::new(None),
            opening: RwSignal::new(None),
            wants_last_year: StoredValue::new(false),
            reader: StoredValue::new_local(None),
        };
        desk.listen_to_windows();
        // Should opening it break the page, the next start shows the list instead.
        let current = storage::current();
        storage::set_current(None);
        if let Some(draft) = current.and_then(|id| storage::load(&id))
            && !was_offered()
        {
            desk.open(&draft);
        }
        desk.recover();
        desk.save_after_pauses();
        // What is drawn first is seen first; a window in the background waits until somebody looks at it.
        request_animation_frame(move || set_timeout(move || desk.load_rest(), Duration::ZERO));
        desk
    }

    /// Opens a stored draft, if it can be read.
    pub fn open(self, draft: &storage::Draft) {
        let Ok(report) = &draft.content else { return };
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
                self.tell("以前的修改记录有一部分读不出来，撤销到不了那里；报告的内容没有受影响。");
            }
            self.make_safe(draft.changed);
        }
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

    /// Throws a stored draft away; it can be put back.
    pub fn remove(self, id: &str, what: &str) {
        match storage::remove(id) {
            Ok(Some(raw)) => self.removed.update(|removed| {
                removed.push(Removed {
                    id: id.to_owned(),
                    raw,
                    what: what.to_owned(),
                });
            }),
            Ok(None) => self.tell("这份草稿已不在本机，可能在另一个窗口中删除了。"),
            Err(reason) => self.tell(reason),
        }
        self.shelf.notify();
        focus_title();
    }

    /// Puts a deleted draft back.
    pub fn put_back(self, draft: &Removed) {
        match storage::put_back(&draft.id, &draft.raw) {
            Ok(()) => self
                .removed
                .update(|removed| removed.retain(|it| it != draft)),
            // The window holds the only copy: it stays until there is room.
            Err(reason) => self.tell(reason),
        }
        self.shelf.notify();
        focus_title();
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
            self.tell("桌面上的草稿还没有保存成功。请先下载它，或者放弃它，再打开别的。");
            self.screen.set(Screen::Drafts);
            return false;
        }
        self.let_go();
        self.forget_undo();
        self.focused.set(None);
        self.is_finding.set(false);
        self.filter.set(Filter::default());
        self.wanted.set(None);
        self.judging.set(Judging::Working);
        self.offers.set(Vec::new());
        storage::set_current(Some(&draft));
        self.seen.set_value(0);
        self.hold(&draft);
        self.draft.set(Some(draft));
        self.name.set(name);
        self.log.set(log);
        self.previous.set(previous);
        self.report.set(report);
        self.screen.set(Screen::Part(Part::Header));
        true
    }

    /// Gives the open draft up, stored or not.
    pub fn give_up(self) {
        self.let_go();
        self.draft.set(None);
        storage::set_current(None);
    }

    /// Goes to the list of drafts; the open one is stored first.
    ///
    /// What could not be stored stays on the desk: the list then offers to go back to it.
    pub fn close(self) {
        if self.settle() {
            self.give_up();
        }
        self.screen.set(Screen::Drafts);
    }

    /// Offers the open draft as a file.
    pub fn keep_open(self) {
        self.previous.with_untracked(|previous| {
            self.report
                .with_untracked(|report| self.keep(report, previous.as_ref()));
        });
    }

    /// Offers a draft as a file, with last year's report if there is one.
    pub fn keep(self, report: &Report, previous: Option<&Report>) {
        let name = format!("{}（草稿）.json", report.file_name());
        let json = saved::write_draft(report, previous);
        if let Err(reason) = download::offer(&name, "application/json", json.as_bytes()) {
            self.tell(reason);
        }
    }

    /// Asks what the rules say of the open report something; nothing while they have not spoken.
    pub fn judged<T>(self, ask: impl FnOnce(&Judgement) -> T) -> Option<T> {
        self.judging.with(|judging| match judging {
            Judging::Done(judgement) => Some(ask(judgement)),
            Judging::Working | Judging::Failed(_) => None,
        })
    }

    /// Whether the filter of the list lets a finding through.
    pub fn shows(self, finding: &Finding) -> bool {
        let form = self.report.with_untracked(|report| report.form);
        self.filter.get().takes(form, finding)
    }

    /// The gravest thing that is wrong at a place, in words.
    pub fn about(self, spot: Spot) -> Option<String> {
        let about = |judgement: &Judgement| {
            let finding = judgement
                .problems()
                .find(|finding| finding.spots.contains(&spot))?;
            Some(format!(
                "{}：{}",
                finding.severity.name(),
                finding.statement
            ))
        };
        self.judged(about).flatten()
    }

    /// Asks last year's report something, if there is one and it is about the year before.
    pub fn of_last_year<T>(self, ask: impl FnOnce(&Report) -> Option<T>) -> Option<T> {
        self.previous.with(|previous| {
            let previous = previous.as_ref()?;
            let is_last_year = self.report.with(|report| report.is_year_after(previous));
            is_last_year.then(|| ask(previous)).flatten()
        })
    }

    /// Taking back is offered only until the next change: the last step is another one then.
    pub fn forget_undo(self) {
        let is_step = |undo: &Undo| undo.is_step;
        if self
            .undo
            .with_untracked(|undo| undo.as_ref().is_some_and(is_step))
        {
            self.undo.set(None);
        }
    }

    /// Says something that cannot be taken back.
    pub fn tell(self, news: impl Into<String>) {
        self.undo.set(Some(Undo {
            done: news.into(),
            is_step: false,
        }));
    }

    /// Takes back what was just done.
    pub fn take_back(self) {
        focus_title();
        self.do_by_rest(|rest| (rest.back)(self));
    }

    /// Shows how opening something goes.
    pub fn show_opening(self, opening: Opening) {
        self.forget_example();
        self.opening.set(Some(opening));
        self.screen.set(Screen::Opening);
    }

    /// Goes to a place of the report and puts the focus there.
    pub fn go_to(self, spot: Spot) {
        let part = self
            .report
            .with_untracked(|report| Part::of(report.form, spot));
        self.screen.set(Screen::Part(part));
        self.wanted.set(Some(spot));
    }

    /// Types into a cell.
    pub fn type_figure(self, cell: Cell, typed: &str) {
        let figure = self
            .report
            .with_untracked(|report| Figure::parse(typed, report.form.unit(cell)));
        if self
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

/// The year that reports are written about now: from October on the year that ends, before that the one that ended.
pub fn year_to_report() -> u16 {
    const FIRST_MONTH: i8 = 10;
    let year = clock::today().map(|today| today.year() - i16::from(today.month() < FIRST_MONTH));
    year.and_then(|year| u16::try_from(year).ok())
        .unwrap_or(2025)
}

/// The gravest thing that is wrong with each cell.
fn marks(judgement: &Judgement) -> Marks {
    let mut marks = Marks::new();
    for finding in judgement.problems() {
        for spot in &finding.spots {
            if let Spot::Cell(cell) = spot {
                let n_marked = marks.len().max(cell.index() + 1);
                marks.resize(n_marked, None);
                marks[cell.index()].get_or_insert(finding.severity);
            }
        }
    }
    marks
}
