//! What one year's report gives to the next: its form, its header, and the requests carried over.

use crate::figure::Figure;
use crate::form::keys::{CARRIED_FORWARD, CARRIED_OVER, REQUESTS};
use crate::form::{Cell, Form, Line};
use crate::report::Report;

impl Report {
    /// Whether this report is about the year after the other's.
    pub fn is_year_after(&self, previous: &Report) -> bool {
        let next = previous.year.and_then(|year| year.checked_add(1));
        next.is_some() && next == self.year
    }

    /// Whether both are of one organ, as far as both are named.
    pub fn is_of_same_organ(&self, other: &Report) -> bool {
        let [ours, theirs] = [self, other].map(|report| report.organ.name.trim());
        ours.is_empty() || theirs.is_empty() || ours == theirs
    }

    /// Why another report is hardly last year's of this one, as a Chinese sentence.
    pub fn why_not_previous(&self, other: &Report) -> Option<String> {
        if !self.is_of_same_organ(other) {
            return Some(format!(
                "这是“{}”的年报，正在编制的是“{}”的，请确认是不是选错了文件。",
                other.organ.name.trim(),
                self.organ.name.trim()
            ));
        }
        let (theirs, ours) = other.year.zip(self.year)?;
        (!self.is_year_after(other)).then(|| {
            format!(
                "这是 {theirs} 年的年报，正在编制的是 {ours} 年的，上年应是 {} 年，请确认是不是选错了文件。",
                ours.saturating_sub(1)
            )
        })
    }

    /// What 上年结转 comes to by last year's 结转下年度, column by column, where that is a number.
    ///
    /// The 总计 is not among them: it is left to be added up.
    pub fn carried_over_from(&self, previous: &Report) -> Vec<(Cell, Figure)> {
        let columns = self.form.table(REQUESTS).map(|table| &table.columns);
        let entries = columns
            .into_iter()
            .flatten()
            .filter(|line| !line.is_total());
        let carried = |line: &Line| {
            let forward = previous.form.cell(REQUESTS, CARRIED_FORWARD, &line.path)?;
            let figure = previous.figure(forward);
            figure.number()?;
            let over = self.form.cell(REQUESTS, CARRIED_OVER, &line.path)?;
            Some((over, figure.clone()))
        };
        entries.filter_map(carried).collect()
    }

    /// The beginning of the next year's report: the same organ under the same local notice, and the requests that were carried forward to it.
    ///
    /// Nothing else is filled in: prose copied from year to year is what reviewers complain of.
    pub fn for_next_year(previous: &Report) -> Report {
        let year = previous.year.and_then(|year| year.checked_add(1));
        let mut report = Report::new(year.map_or(previous.form, Form::for_year), year);
        report.organ = previous.organ.clone();
        report.local = previous.local.clone();
        // A deadline with its year was last year's.
        if year.is_none_or(|year| report.local.last_day(year).is_none()) {
            report.local.deadline.clear();
        }
        if previous.preamble == previous.standard_preamble() {
            report.preamble = report.standard_preamble();
        }
        if previous.signature == previous.organ.name {
            report.signature.clone_from(&previous.signature);
        }
        for (cell, figure) in report.carried_over_from(previous) {
            report.set_figure(cell, figure);
        }
        report
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::sound_report;
    use crate::form::keys::{ALL_REQUESTERS, NATURAL_PERSON, RESEARCH};

    fn cell(report: &Report, row: &str, column: &str) -> Cell {
        let cell = report.form.cell(REQUESTS, row, column);
        cell.expect("in the form")
    }

    fn carried_forward(typed: &[(&str, &str)]) -> Report {
        let mut report = sound_report();
        for (column, typed) in typed {
            report.type_figure(cell(&report, CARRIED_FORWARD, column), typed);
        }
        report
    }

    #[test]
    fn another_organ_or_year_is_hardly_last_years_report() {
        let previous = sound_report();
        let mut report = Report::for_next_year(&previous);
        assert_eq!(report.why_not_previous(&previous), None);
        report.year = previous.year;
        let why = report.why_not_previous(&previous).expect("the same year");
        assert!(why.contains("上年应是 2024 年"), "{why}");
        report.organ.name = "示例县水务局".to_owned();
        let why = report.why_not_previous(&previous).expect("another organ");
        assert!(why.contains("示例县水务局"), "{why}");
        report.organ.name.clear();
        report.year = None;
        assert_eq!(report.why_not_previous(&previous), None, "nothing is known");
    }

    #[test]
    fn the_next_year_begins_with_what_was_carried_forward_and_nothing_else() {
        let previous = carried_forward(&[
            (NATURAL_PERSON, "３"),
            (RESEARCH, "/"),
            (ALL_REQUESTERS, "3"),
        ]);
        let next = Report::for_next_year(&previous);
        assert_eq!((next.year, next.form), (Some(2026), Form::for_year(2026)));
        assert_eq!(next.organ, previous.organ);
        assert_eq!(next.preamble, next.standard_preamble());
        assert_eq!(next.signature, "示例市信访局");
        assert_eq!((next.title.as_str(), next.date.as_str()), ("", ""));
        assert!(next.form.text_ids().all(|text| next.text(text).is_empty()));
        let figures = next.form.cells().map(|cell| (cell, next.figure(cell)));
        let filled: Vec<_> = figures.filter(|(_, figure)| !figure.is_blank()).collect();
        assert_eq!(filled.len(), 5, "six kinds of requesters, one of them /");
        let natural_person = cell(&next, CARRIED_OVER, NATURAL_PERSON);
        assert_eq!(filled[0], (natural_person, &Figure::Count(3)));
        let total = cell(&next, CARRIED_OVER, ALL_REQUESTERS);
        assert!(
            next.figure(total).is_blank(),
            "a total is left to be added up"
        );
    }

    #[test]
    fn what_was_written_for_one_year_is_not_taken_along() {
        let mut previous = sound_report();
        previous.preamble = "本年的开头另有写法。".to_owned();
        previous.signature = "示例市信访局办公室".to_owned();
        let next = Report::for_next_year(&previous);
        assert_eq!((next.preamble.as_str(), next.signature.as_str()), ("", ""));
    }

    #[test]
    fn the_local_notice_holds_next_year_too_but_for_a_deadline_with_its_year() {
        for (deadline, next_year) in [("1月26日", "1月26日"), ("2026年1月26日", "")] {
            let mut previous = sound_report();
            previous.local.deadline = deadline.to_owned();
            previous.local.overview_limit = "1000".to_owned();
            let next = Report::for_next_year(&previous);
            assert_eq!(next.local.deadline, next_year);
            assert_eq!(next.local.overview_limit, "1000");
        }
    }

    #[test]
    fn figures_are_carried_from_one_edition_to_the_next() {
        let mut previous = Report::new(Form::for_year(2020), 2020);
        let forward = cell(&previous, CARRIED_FORWARD, NATURAL_PERSON);
        previous.type_figure(forward, "2");
        let next = Report::for_next_year(&previous);
        assert_eq!(next.form.edition.year, 2021);
        let over = cell(&next, CARRIED_OVER, NATURAL_PERSON);
        assert_eq!(next.figure(over), &Figure::Count(2));
        let older = next.form.same_cell(over, previous.form);
        assert_eq!(
            older,
            previous.form.cell(REQUESTS, CARRIED_OVER, NATURAL_PERSON)
        );
        let in_force = next.form.cell("documents", "rules", "in-force");
        assert_eq!(
            next.form
                .same_cell(in_force.expect("in the form"), previous.form),
            None
        );
    }
}
