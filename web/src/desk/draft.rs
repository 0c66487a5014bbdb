//! What is open: one report, with last year's beside it.

use leptos::prelude::*;
use nianbao_core::form::Form;
use nianbao_core::report::Report;
use nianbao_core::saved;

use crate::browser::clock::year_to_report;

/// The open draft.
#[derive(Clone, Copy)]
pub struct OpenDraft {
    /// The report.
    pub report: RwSignal<Report>,
    /// Last year's report of the same organ, if the clerk brought it.
    pub previous: RwSignal<Option<Report>>,
    /// Under which id it is stored; none where none is open.
    pub id: RwSignal<Option<String>>,
    /// The name the clerk gave to it, or empty.
    pub name: RwSignal<String>,
}

impl OpenDraft {
    /// None is open.
    pub fn new() -> OpenDraft {
        let year = year_to_report();
        OpenDraft {
            report: RwSignal::new(Report::new(Form::for_year(year), year)),
            previous: RwSignal::new(None),
            id: RwSignal::new(None),
            name: RwSignal::new(String::new()),
        }
    }

    /// The form that it stands on; another comes with another draft alone.
    pub fn form(self) -> &'static Form {
        self.report.with_untracked(|report| report.form)
    }

    /// How it stands, as it is stored.
    pub fn text(self) -> String {
        self.previous.with_untracked(|beside| {
            self.report
                .with_untracked(|report| saved::write_draft(report, beside.as_ref()))
        })
    }

    /// Asks last year's report something, if there is one and it is about the year before.
    pub fn of_last_year<T>(self, ask: impl FnOnce(&Report) -> Option<T>) -> Option<T> {
        self.previous.with(|previous| {
            let previous = previous.as_ref()?;
            let is_last_year = self.report.with(|report| report.is_year_after(previous));
            is_last_year.then(|| ask(previous)).flatten()
        })
    }
}
