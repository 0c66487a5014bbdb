//! Notes on findings (说明): why a finding was looked at and set aside.
//!
//! A note is kept with the report and belongs to a rule, to the places it speaks of and to their values:
//! when a number changes, the finding is back.

use crate::judgement::Finding;
use crate::spot::Spot;

use super::Report;

/// Why a finding was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id of the rule.
    pub rule: String,
    /// The places the finding is about: cells with what is printed there, texts and fields by their keys.
    pub about: Vec<String>,
    /// What the finding said, with its numbers.
    pub statement: String,
    /// The reason, in the clerk's words.
    pub reason: String,
}

impl Note {
    /// A note on a finding of this report.
    pub fn on(report: &Report, finding: &Finding, reason: impl Into<String>) -> Note {
        let about = finding.spots.iter().map(|&spot| place(report, spot));
        Note {
            rule: finding.rule.id.clone(),
            about: about.collect(),
            statement: finding.statement.clone(),
            reason: reason.into(),
        }
    }

    /// Whether it was written on this very finding, with the same numbers.
    pub fn fits(&self, report: &Report, finding: &Finding) -> bool {
        let places = finding.spots.iter().map(|&spot| place(report, spot));
        self.rule == finding.rule.id
            && self.statement == finding.statement
            && places.eq(self.about.iter().cloned())
    }
}

impl Report {
    /// Sets a finding aside with a reason; an earlier reason is replaced, and an empty one takes the finding up again.
    pub fn set_aside(&mut self, finding: &Finding, reason: &str) {
        let mut notes = std::mem::take(&mut self.notes);
        notes.retain(|note| !note.fits(self, finding));
        if !reason.trim().is_empty() {
            notes.push(Note::on(self, finding, reason.trim()));
        }
        self.notes = notes;
    }

    /// Why a finding was set aside, if it was.
    pub fn note_on(&self, finding: &Finding) -> Option<&Note> {
        self.notes.iter().find(|note| note.fits(self, finding))
    }
}

/// A place by the name it has in saved reports, a cell with what is printed in it.
fn place(report: &Report, spot: Spot) -> String {
    let form = report.form;
    match spot {
        Spot::Cell(cell) => {
            let [table, row, column] = form.keys(cell);
            format!("{table} · {row} · {column} = {}", report.shown(cell))
        }
        Spot::Text(text) => form.texts[text.index()].key.clone(),
        Spot::Field(field) => field.key().to_owned(),
    }
}
