//! Notes on findings (说明): why a finding was looked at and set aside.
//!
//! A note is kept with the report and belongs to a rule, to the places it speaks of and to their values:
//! when a number changes, the finding is back.

use crate::judgement::Finding;
use crate::report::Report;
use crate::rule::Spot;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::sound_report;
    use crate::judgement::Judgement;
    use crate::rule::Context;
    use crate::saved;

    fn judged(report: &Report) -> Judgement {
        Judgement::of(report, &Context::default())
    }

    /// A report with one error that is set aside.
    fn set_aside() -> Report {
        let mut report = sound_report();
        let cell = report
            .form
            .cell("requests", "carried-forward", "requester/natural-person");
        report.type_figure(cell.expect("in the form"), "1");
        for finding in judged(&report).findings {
            report.set_aside(&finding, "一件申请在年底合并办理，台账可查。");
        }
        report
    }

    #[test]
    fn a_reason_survives_edits_elsewhere_and_saving() {
        let mut report = set_aside();
        let text = report.form.text("overview/platforms").expect("a text");
        report.set_text(text, "以门户网站为主要平台。");
        let report = saved::read(&saved::write(&report)).expect("our own").report;
        let judgement = judged(&report);
        assert!(!judgement.findings.is_empty());
        assert!(
            judgement
                .findings
                .iter()
                .all(|finding| finding.note.is_some())
        );
    }

    #[test]
    fn a_finding_returns_when_its_numbers_change() {
        let mut report = set_aside();
        let cell = report
            .form
            .cell("requests", "carried-forward", "requester/natural-person");
        report.type_figure(cell.expect("in the form"), "2");
        let judgement = judged(&report);
        let balance = |finding: &&Finding| finding.rule.id == "requests-balance";
        let finding = judgement
            .findings
            .iter()
            .find(balance)
            .expect("still out of balance");
        assert_eq!(finding.note, None);
    }

    #[test]
    fn a_finding_can_be_taken_up_again() {
        let mut report = set_aside();
        for finding in judged(&report).findings {
            report.set_aside(&finding, " ");
        }
        assert_eq!(report.notes, []);
    }
}
