//! A report on the form of another edition, for comparing years and for reports that took the wrong one.

use super::Report;
use crate::form::{Cell, Form};

impl Report {
    /// The same report on another form, and those cells of this one whose figures have no place there.
    ///
    /// Prose is kept: where the other form has no such topic, it stands in its section under its sub-heading.
    pub fn on_form(&self, form: &'static Form) -> (Report, Vec<Cell>) {
        let blank = Report::new(form, self.year);
        let mut report = Report {
            form,
            figures: blank.figures,
            texts: blank.texts,
            ..self.clone()
        };
        if self.preamble == self.standard_preamble() {
            report.preamble = report.standard_preamble();
        }
        for (section_idx, section) in self.form.edition.sections.iter().enumerate() {
            let texts = self.form.texts_of(section_idx);
            let written: Vec<_> = texts.filter(|&text| !self.text(text).is_empty()).collect();
            let places = written
                .iter()
                .map(|text| form.text(&self.form.texts[text.index()].key));
            if let Some(places) = places.collect::<Option<Vec<_>>>() {
                for (text, place) in written.into_iter().zip(places) {
                    report.set_text(place, self.text(text));
                }
            } else if let Some(place) = form.text(section.key) {
                report.set_text(place, self.prose(section_idx).trim_end());
            }
        }
        let mut left = Vec::new();
        let filled = self
            .form
            .cells()
            .filter(|&cell| !self.figure(cell).is_blank());
        for cell in filled {
            match self.form.same_cell(cell, form) {
                Some(same) => report.set_figure(same, self.figure(cell).clone()),
                None => left.push(cell),
            }
        }
        (report, left)
    }
}

#[cfg(test)]
mod tests {
    use crate::example::{sound_report, sound_report_on};
    use crate::form::{Content, FORMS, Form};

    fn edition(year: u16) -> &'static Form {
        Form::of_edition(year).expect("an edition we know")
    }

    #[test]
    fn on_its_own_form_a_report_stays_what_it_is() {
        let report = sound_report();
        assert_eq!(report.on_form(report.form), (report.clone(), Vec::new()));
    }

    #[test]
    fn figures_without_a_place_on_the_other_form_are_named() {
        let report = sound_report_on(edition(2019));
        let (moved, left) = report.on_form(edition(2021));
        let received = moved
            .form
            .cell("requests", "newly-received", "requester/natural-person");
        let received = received.expect("in the form");
        assert_eq!(moved.figure(received).number(), Some(2));
        let names: Vec<_> = left.iter().map(|&cell| report.form.name(cell)).collect();
        assert_eq!(names[0], "规章，本年新制作数量");
        assert!(names.contains(&"（六）其他处理，自然人".to_owned()));
        assert!(
            moved.preamble.contains("〔2021〕30号"),
            "{}",
            moved.preamble
        );
    }

    #[test]
    fn prose_without_a_topic_on_the_other_form_stands_in_its_section() {
        let report = sound_report();
        let (moved, _) = report.on_form(edition(2019));
        let overview = moved.form.text("overview").expect("in the form");
        let prose = moved.text(overview);
        assert!(prose.starts_with("2025年，示例市信访局"), "{prose}");
        assert!(prose.contains("\n（一）主动公开\n全年通过"), "{prose}");
        let all = |report: &super::Report| {
            let sections = 0..report.form.edition.sections.len();
            sections
                .map(|section| report.prose(section))
                .collect::<String>()
        };
        assert_eq!(all(&moved), all(&report));
    }

    #[test]
    fn every_edition_has_a_place_for_the_prose_of_every_other() {
        for form in FORMS.iter() {
            for section in FORMS.iter().flat_map(|form| form.edition.sections) {
                assert!(
                    matches!(section.content, Content::Tables(_))
                        || form.text(section.key).is_some(),
                    "{} in {}",
                    section.key,
                    form.edition.year
                );
            }
        }
    }
}
