//! This year's figures beside last year's: how much more or less, and in what proportion.

use crate::figure::{Amount, Figure};
use crate::form::{Cell, Form, Unit};
use crate::report::Report;

/// One figure in both years.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Where it stands in this year's report.
    pub cell: Cell,
    /// What stood there last year.
    pub then: Figure,
    /// What stands there.
    pub now: Figure,
}

impl Comparison {
    /// How much more it is than last year, in units of the cell or in fen; none where one is no number.
    pub fn change(&self) -> Option<i64> {
        Some(self.now.number()? - self.then.number()?)
    }

    /// The change with its sign, as it is written: `+3`, `-0.5`, `0`.
    pub fn change_in_words(&self, form: &Form) -> Option<String> {
        let change = self.change()?;
        let sign = if change > 0 { "+" } else { "" };
        Some(format!("{sign}{}", shown(form.unit(self.cell), change)))
    }

    /// The change in tenths of a percent of last year's, rounded; none where there was nothing last year.
    pub fn permille(&self) -> Option<i64> {
        let then = self.then.number().filter(|&then| then > 0)?;
        let twice = self.change()?.checked_mul(2_000)?;
        Some((twice + then * twice.signum()) / (2 * then))
    }

    /// The proportion as it is written: `增长 33.3%`, `下降 5%`, `持平`.
    pub fn rate_in_words(&self) -> Option<String> {
        let permille = self.permille()?;
        let (whole, tenth) = (permille.abs() / 10, permille.abs() % 10);
        let percent = match tenth {
            0 => format!("{whole}%"),
            tenth => format!("{whole}.{tenth}%"),
        };
        Some(match permille {
            0 => "持平".to_owned(),
            1.. => format!("增长 {percent}"),
            _ => format!("下降 {percent}"),
        })
    }

    /// A sentence that a report may use; none where there is nothing to say.
    pub fn sentence(&self, form: &Form) -> Option<String> {
        let change = self.change()?;
        let unit = form.unit(self.cell);
        let counted = |number: i64| match unit {
            Unit::Count | Unit::Change => format!("{number}件"),
            Unit::TenThousandYuan => format!("{}万元", shown(unit, number)),
        };
        let place = form.place(self.cell);
        let row = form.tables[place.table].rows[place.row].label();
        let row = row
            .split_once(['、', '）', '.'])
            .map_or(row, |(_, rest)| rest);
        let now = counted(self.now.number()?);
        let against = match change {
            0 => "与上年持平".to_owned(),
            1.. => format!("比上年增加{}", counted(change)),
            _ => format!("比上年减少{}", counted(-change)),
        };
        let rate = self.rate_in_words().filter(|_| change != 0);
        let rate = rate.map_or_else(String::new, |rate| format!("，{}", rate.replace(' ', "")));
        Some(format!("{row}{now}，{against}{rate}。"))
    }
}

fn shown(unit: Unit, number: i64) -> String {
    match unit {
        Unit::Count | Unit::Change => number.to_string(),
        Unit::TenThousandYuan => Amount::of_fen(number).to_string(),
    }
}

impl Report {
    /// The figures that tell most, in both years: of a table with a 总计 of its rows that one, of the others all; without those that are nothing in both.
    pub fn compared_with(&self, previous: &Report) -> Vec<Comparison> {
        let tables = self.form.tables.iter();
        let told = tables.flat_map(|table| {
            let is_whole = |cell: &Cell| {
                let place = self.form.place(*cell);
                place.column + 1 == table.columns.len()
            };
            let has_totals = table.columns.iter().any(|line| line.is_total());
            let cells: Vec<_> = table.cells().collect();
            cells
                .into_iter()
                .filter(move |cell| !has_totals || is_whole(cell))
        });
        let compared = told.filter_map(|cell| {
            let before = self.form.same_cell(cell, previous.form)?;
            let (then, now) = (previous.shown(before), self.shown(cell));
            Some(Comparison { cell, then, now })
        });
        let is_something = |figure: &Figure| figure.number().is_some_and(|number| number != 0);
        compared
            .filter(|it| is_something(&it.then) || is_something(&it.now))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::sound_report;
    use crate::form::keys::{
        ALL_REQUESTERS, CARRIED_FORWARD, NATURAL_PERSON, NEWLY_RECEIVED, REQUESTS,
    };

    fn compared(then: &str, now: &str) -> (Report, Comparison) {
        let mut previous = sound_report();
        let cell = |column| {
            let cell = previous.form.cell(REQUESTS, NEWLY_RECEIVED, column);
            cell.expect("in the form")
        };
        let (typed, total) = (cell(NATURAL_PERSON), cell(ALL_REQUESTERS));
        let mut report = Report::for_next_year(&previous);
        for cell in previous.form.cells().collect::<Vec<_>>() {
            previous.set_figure(cell, Figure::Blank);
        }
        for cell in report.form.cells().collect::<Vec<_>>() {
            report.set_figure(cell, Figure::Blank);
        }
        previous.type_figure(total, then);
        report.type_figure(total, now);
        report.type_figure(typed, now);
        let mut found = report.compared_with(&previous);
        assert_eq!(found.len(), 1, "{found:?}");
        (report, found.remove(0))
    }

    #[test]
    fn a_change_is_told_with_its_proportion() {
        for (then, now, change, rate, sentence) in [
            (
                "9",
                "12",
                "+3",
                Some("增长 33.3%"),
                "本年新收政府信息公开申请数量12件，比上年增加3件，增长33.3%。",
            ),
            (
                "12",
                "9",
                "-3",
                Some("下降 25%"),
                "本年新收政府信息公开申请数量9件，比上年减少3件，下降25%。",
            ),
            (
                "7",
                "7",
                "0",
                Some("持平"),
                "本年新收政府信息公开申请数量7件，与上年持平。",
            ),
            (
                "0",
                "7",
                "+7",
                None,
                "本年新收政府信息公开申请数量7件，比上年增加7件。",
            ),
        ] {
            let (report, told) = compared(then, now);
            assert_eq!(told.change_in_words(report.form).as_deref(), Some(change));
            assert_eq!(told.rate_in_words().as_deref(), rate, "{then} {now}");
            assert_eq!(told.sentence(report.form).as_deref(), Some(sentence));
        }
    }

    #[test]
    fn what_is_no_number_is_not_compared() {
        let (report, told) = compared("12", "/");
        assert_eq!((told.change(), told.permille()), (None, None));
        assert_eq!(told.sentence(report.form), None);
    }

    #[test]
    fn rows_of_nothing_are_left_out() {
        let report = sound_report();
        let told = report.compared_with(&report);
        let forward = report.form.cell(REQUESTS, CARRIED_FORWARD, ALL_REQUESTERS);
        assert!(!told.iter().any(|it| Some(it.cell) == forward));
        assert!(told.iter().all(|it| it.change() == Some(0)));
    }
}
