//! 图解: one picture of the year's figures, for websites, screens and print, with last year's beside them.
//!
//! Bars and words are drawn as they are: text stays text, so that it can be read aloud, searched and set in any font.

use nianbao_core::form::{Cell, keys};
use nianbao_core::report::Report;

use super::document::title_lines;

mod canvas;

use canvas::{Canvas, Share, Value};

/// Where nothing was filled in.
const BLANK: &str = "未填";

/// Draws a report, beside last year's where that is at hand.
pub(super) fn write(report: &Report, previous: Option<&Report>, mark: Option<&str>) -> String {
    let picture = Picture { report, previous };
    let mut canvas = Canvas::default();
    if let Some(mark) = mark {
        canvas.mark(mark);
    }
    canvas.title(&title_lines(&report.printed_title(), report));
    for section in 0..report.form.edition.sections.len() {
        let Some(table) = report.form.tables_of(section).next() else {
            continue;
        };
        canvas.heading(report.form.edition.sections[section].title);
        match table.table.key {
            keys::REQUESTS => picture.requests(&mut canvas),
            keys::DISPUTES => picture.disputes(&mut canvas),
            _ => picture.lists(section, &mut canvas),
        }
    }
    let note = match previous.map(|previous| previous.year) {
        Some(Some(year)) => format!("灰色为{year}年。"),
        Some(None) => "灰色为上年。".to_owned(),
        None => String::new(),
    };
    canvas.note(&format!("{note}数据来源：{}", report.printed_title()));
    canvas.finish()
}

struct Picture<'a> {
    report: &'a Report,
    previous: Option<&'a Report>,
}

impl Picture<'_> {
    /// A figure as printed, with last year's number.
    fn value(&self, cell: Cell) -> Value {
        let form = self.report.form;
        let previous = self.previous.and_then(|previous| {
            let same = form.same_cell(cell, previous.form)?;
            previous.number(same)
        });
        let shown = self.report.shown(cell).to_string();
        Value {
            number: self.report.number(cell),
            shown: if shown.is_empty() {
                BLANK.to_owned()
            } else {
                shown
            },
            previous,
        }
    }

    /// The sum of all rows under a heading of the requests, in the column of all requesters.
    fn outcome(&self, path: &str) -> Value {
        let sum = |report: &Report| {
            let table = report.form.table(keys::REQUESTS)?;
            let column = table.column(keys::ALL_REQUESTERS)?;
            let group = format!("{path}/");
            let rows = (table.rows.iter().enumerate())
                .filter(|(_, row)| row.path == path || row.path.starts_with(&group));
            let numbers: Vec<_> = rows
                .map(|(row, _)| report.number(table.cell(row, column)))
                .collect();
            (!numbers.is_empty()).then(|| numbers.into_iter().sum::<Option<i64>>())?
        };
        let number = sum(self.report);
        Value {
            number,
            shown: number.map_or(BLANK.to_owned(), |number| number.to_string()),
            previous: self.previous.and_then(sum),
        }
    }

    /// What came in and went out, from whom it came, and what became of it.
    fn requests(&self, canvas: &mut Canvas) {
        let Some(table) = self.report.form.table(keys::REQUESTS) else {
            return;
        };
        let Some(total) = table.column(keys::ALL_REQUESTERS) else {
            return;
        };
        let flow = [
            keys::NEWLY_RECEIVED,
            keys::CARRIED_OVER,
            keys::HANDLED_TOTAL,
            keys::CARRIED_FORWARD,
        ];
        for row in flow.iter().filter_map(|path| table.row(path)) {
            // A total is called what its group is called.
            let label = match &table.rows[row].headings[..] {
                [group, _] if table.rows[row].is_total() => group.label,
                _ => table.rows[row].label(),
            };
            canvas.count(plain(label), &self.value(table.cell(row, total)));
        }
        if let Some(row) = table.row(keys::NEWLY_RECEIVED) {
            canvas.subheading(plain(table.rows[row].label()));
            let requesters = table.columns.iter().enumerate();
            let bars: Vec<_> = requesters
                .filter(|(_, column)| !column.is_total())
                .map(|(column, line)| (line.label(), self.value(table.cell(row, column))))
                .collect();
            canvas.bars(&bars);
        }
        let is_handled = |heading: &&&nianbao_core::form::Heading| heading.key == keys::HANDLED;
        let handled = table.table.rows.iter().collect::<Vec<_>>();
        if let Some(handled) = handled.iter().find(is_handled)
            && let nianbao_core::form::HeadingKind::Group(outcomes) = handled.kind
        {
            canvas.subheading(plain(handled.label));
            let bars: Vec<_> = outcomes
                .iter()
                .filter(|outcome| outcome.key != keys::TOTAL)
                .map(|outcome| {
                    let path = format!("{}/{}", keys::HANDLED, outcome.key);
                    (plain(outcome.label), self.outcome(&path))
                })
                .collect();
            canvas.bars(&bars);
        }
    }

    /// Each kind of dispute as one bar, divided by its results.
    fn disputes(&self, canvas: &mut Canvas) {
        let Some(table) = self.report.form.table(keys::DISPUTES) else {
            return;
        };
        for (column, line) in table.columns.iter().enumerate() {
            if !line.is_total() {
                continue;
            }
            let above = &line.headings[..line.headings.len() - 1];
            let labels: Vec<_> = above.iter().map(|heading| heading.label).collect();
            let shares: Vec<_> = line
                .terms
                .iter()
                .map(|&term| Share {
                    label: table.columns[term].label(),
                    value: self.value(table.cell(0, term)),
                })
                .collect();
            let total = self.value(table.cell(0, column));
            canvas.divided_bar(&labels.join(" · "), &total, &shares);
        }
    }

    /// The tables of a section row by row.
    fn lists(&self, section: usize, canvas: &mut Canvas) {
        for table in self.report.form.tables_of(section) {
            for (row, line) in table.rows.iter().enumerate() {
                let figures: Vec<_> = (table.columns.iter().enumerate())
                    .map(|(column, heading)| {
                        let value = self.value(table.cell(row, column));
                        format!("{} {}", heading.label(), value.shown)
                    })
                    .collect();
                canvas.list(line.label(), &figures);
            }
        }
    }
}

/// A label without its number and without what it explains in brackets.
fn plain(label: &str) -> &str {
    let label = match label
        .strip_prefix('（')
        .and_then(|rest| rest.split_once('）'))
    {
        Some((_, rest)) => rest,
        None => label.split_once('、').map_or(label, |(_, rest)| rest),
    };
    label.split('（').next().unwrap_or(label)
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;

    use super::*;

    #[test]
    fn labels_are_the_forms_without_number_and_remark() {
        assert_eq!(plain("（二）部分公开（区分处理的）"), "部分公开");
        assert_eq!(plain("二、上年结转"), "上年结转");
        assert_eq!(plain("自然人"), "自然人");
    }

    #[test]
    fn the_picture_is_safe_within_a_page_and_says_what_it_shows() {
        let mut report = sound_report();
        report.title = "<script>年报</script>".to_owned();
        let svg = write(&report, None, None);
        for word in ["<script", "<style", "href", "url(", "onload"] {
            assert!(!svg.contains(word), "{word}");
        }
        let (_, description) = svg.split_once("<desc").expect("a description");
        let (description, _) = description.split_once("</desc>").expect("a description");
        let cell = report
            .form
            .cell(keys::REQUESTS, keys::NEWLY_RECEIVED, keys::ALL_REQUESTERS);
        let count = report.shown(cell.expect("in the form"));
        assert!(
            description.contains(&format!("本年新收政府信息公开申请数量 {count}")),
            "{description}"
        );
    }

    #[test]
    fn last_year_stands_beside_this_one_where_it_is_at_hand() {
        let report = sound_report();
        let mut previous = report.clone();
        previous.year = previous.year.map(|year| year - 1);
        assert!(!write(&report, None, None).contains("上年 "));
        let svg = write(&report, Some(&previous), None);
        assert!(svg.contains("上年 ") && svg.contains("灰色为2024年。"));
    }

    #[test]
    fn what_is_not_filled_in_is_neither_zero_nor_left_out() {
        let blank = Report::new(sound_report().form, 2025);
        let svg = write(&blank, None, None);
        assert!(svg.contains(BLANK));
        let mut report = sound_report();
        let cell = report.form.cells().next().expect("a cell");
        report.type_figure(cell, "/");
        assert!(write(&report, None, None).contains("本年制发件数 /"));
    }
}
