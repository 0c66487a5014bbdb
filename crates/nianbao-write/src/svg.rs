//! 图解: one picture of the year's figures, for websites, screens and print, with last year's beside them.
//!
//! Bars and words are drawn as they are: text stays text, so that it can be read aloud, searched and set in any font.
//! [`Picture`] says what is shown, [`panel`] draws one section of it, and [`Layout`] puts the sections onto a sheet.

use nianbao_core::form::{Cell, HeadingKind, keys};
use nianbao_core::report::Report;

use super::document::title_lines;

mod canvas;
mod layout;
mod panel;

pub use layout::Layout;
use panel::{Bar, Panel, Part, Value};

/// Where nothing was filled in.
const BLANK: &str = "未填";

/// Draws a report, beside last year's where that is at hand.
pub(super) fn write(
    report: &Report,
    previous: Option<&Report>,
    layout: Layout,
    mark: Option<&str>,
) -> String {
    let picture = Picture { report, previous };
    let last_year = match previous.map(|previous| previous.year) {
        Some(Some(year)) => format!("灰色为{year}年。"),
        Some(None) => "灰色为上年。".to_owned(),
        None => String::new(),
    };
    layout.draw(&layout::Sheet {
        mark,
        title: &title_lines(&report.printed_title(), report),
        sentences: &picture.sentences(),
        panels: &picture.panels(),
        note: &format!("{last_year}数据来源：{}", report.printed_title()),
    })
}

struct Picture<'a> {
    report: &'a Report,
    previous: Option<&'a Report>,
}

impl Picture<'_> {
    /// The sections that have tables, each with what is shown of it.
    fn panels(&self) -> Vec<Panel> {
        let form = self.report.form;
        (0..form.edition.sections.len())
            .filter_map(|section| {
                let table = form.tables_of(section).next()?;
                let parts = match table.table.key {
                    keys::REQUESTS => self.requests(),
                    keys::DISPUTES => self.disputes(),
                    _ => self.documents(section),
                };
                Some(Panel {
                    heading: form.edition.sections[section].title,
                    parts,
                })
            })
            .collect()
    }

    /// What the figures say, where all of them are known.
    fn sentences(&self) -> Vec<String> {
        let total = |row| self.requests_total(row).and_then(|value| value.number);
        let mut sentences = Vec::new();
        if let (Some(received), Some(over), Some(handled), Some(forward)) = (
            total(keys::NEWLY_RECEIVED),
            total(keys::CARRIED_OVER),
            total(keys::HANDLED_TOTAL),
            total(keys::CARRIED_FORWARD),
        ) {
            sentences.push(format!(
                "全年新收政府信息公开申请 {received} 件，上年结转 {over} 件；办结 {handled} 件，结转下年度 {forward} 件。"
            ));
            let disclosed = [keys::GRANTED, keys::PARTIAL].map(|row| self.outcome(row).number);
            if let [Some(granted), Some(partial)] = disclosed
                && let Some(share) = panel::percent(granted + partial, handled)
            {
                sentences.push(format!("办结的申请中，予以公开和部分公开的占 {share}。"));
            }
        }
        sentences
    }

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
            shown: match shown.is_empty() {
                true => BLANK.to_owned(),
                false => shown,
            },
            previous,
        }
    }

    /// A row of the requests, in the column of all requesters.
    fn requests_total(&self, row: &str) -> Option<Value> {
        let table = self.report.form.table(keys::REQUESTS)?;
        let cell = table.cell(table.row(row)?, table.column(keys::ALL_REQUESTERS)?);
        Some(self.value(cell))
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
    fn requests(&self) -> Vec<Part> {
        let Some(table) = self.report.form.table(keys::REQUESTS) else {
            return Vec::new();
        };
        let flow = [
            (keys::NEWLY_RECEIVED, "本年新收申请"),
            (keys::CARRIED_OVER, "上年结转"),
            (keys::HANDLED_TOTAL, "本年度办结"),
            (keys::CARRIED_FORWARD, "结转下年度"),
        ];
        let tiles = flow.into_iter().filter_map(|(row, name)| {
            let value = self.requests_total(row)?;
            Some(Bar { label: name, value })
        });
        let mut parts = vec![Part::Tiles(tiles.collect())];
        if let Some(row) = table.row(keys::NEWLY_RECEIVED) {
            let requesters = (table.columns.iter().enumerate())
                .filter(|(_, column)| !column.is_total())
                .map(|(column, line)| Bar {
                    label: line.label(),
                    value: self.value(table.cell(row, column)),
                });
            parts.push(Part::Bars {
                name: "新收申请来自",
                bars: requesters.collect(),
            });
        }
        let handled = table.table.rows.iter().find(|row| row.key == keys::HANDLED);
        if let Some(handled) = handled
            && let HeadingKind::Group(outcomes) = handled.kind
        {
            let outcomes = outcomes.iter().filter(|outcome| outcome.key != keys::TOTAL);
            let bars = outcomes.map(|outcome| Bar {
                label: plain(outcome.label),
                value: self.outcome(&format!("{}/{}", keys::HANDLED, outcome.key)),
            });
            parts.push(Part::Bars {
                name: plain(handled.label),
                bars: bars.collect(),
            });
        }
        parts
    }

    /// Each kind of dispute as one bar, divided by its results.
    fn disputes(&self) -> Vec<Part> {
        let Some(table) = self.report.form.table(keys::DISPUTES) else {
            return Vec::new();
        };
        let totals = table.columns.iter().enumerate();
        totals
            .filter(|(_, line)| line.is_total())
            .map(|(column, line)| {
                let above = &line.headings[..line.headings.len() - 1];
                let labels: Vec<_> = above.iter().map(|heading| heading.label).collect();
                let shares = line.terms.iter().map(|&term| Bar {
                    label: table.columns[term].label(),
                    value: self.value(table.cell(0, term)),
                });
                Part::Divided {
                    name: labels.join(" · "),
                    total: self.value(table.cell(0, column)),
                    shares: shares.collect(),
                }
            })
            .collect()
    }

    /// The tables of a section: rows of several figures as lists, single figures as tiles.
    fn documents(&self, section: usize) -> Vec<Part> {
        let (mut parts, mut tiles) = (Vec::new(), Vec::new());
        for table in self.report.form.tables_of(section) {
            for (row, line) in table.rows.iter().enumerate() {
                let figures = (table.columns.iter().enumerate()).map(|(column, heading)| Bar {
                    label: heading.label(),
                    value: self.value(table.cell(row, column)),
                });
                match figures.collect::<Vec<_>>() {
                    figures if figures.len() == 1 => {
                        let unit = match figures[0].label.split_once("单位：") {
                            Some((_, unit)) => unit.trim_end_matches('）'),
                            None => "",
                        };
                        let value = figures.into_iter().next().expect("there is one").value;
                        tiles.push((line.label(), unit, value));
                    }
                    figures => parts.push(Part::List {
                        name: line.label(),
                        figures,
                    }),
                }
            }
        }
        let tiles = tiles.into_iter().map(|(label, unit, mut value)| {
            if !unit.is_empty() && value.number.is_some() {
                value.shown = format!("{} {unit}", value.shown);
                // Amounts are told apart from counts by their unit; last year's would stand there in fen.
                value.previous = None;
            }
            Bar { label, value }
        });
        parts.push(Part::Tiles(tiles.collect()));
        parts
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

    fn drawn(report: &Report, previous: Option<&Report>) -> String {
        write(report, previous, Layout::Phone, None)
    }

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
        for layout in Layout::ALL {
            let svg = write(&report, None, layout, None);
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
                description.contains(&format!("本年新收申请 {count}")),
                "{description}"
            );
        }
    }

    #[test]
    fn last_year_stands_beside_this_one_where_it_is_at_hand() {
        let report = sound_report();
        let mut previous = report.clone();
        previous.year = previous.year.map(|year| year - 1);
        assert!(!drawn(&report, None).contains("上年 "));
        let svg = drawn(&report, Some(&previous));
        assert!(svg.contains("上年 ") && svg.contains("灰色为2024年。"));
    }

    #[test]
    fn what_is_not_filled_in_is_neither_zero_nor_left_out() {
        let blank = Report::new(sound_report().form, 2025);
        let svg = drawn(&blank, None);
        assert!(svg.contains(BLANK) && !svg.contains("全年新收"));
        let mut report = sound_report();
        let cell = report.form.cells().next().expect("a cell");
        report.type_figure(cell, "/");
        assert!(drawn(&report, None).contains(">/<"));
    }

    #[test]
    fn the_figures_are_told_in_words() {
        let svg = drawn(&sound_report(), None);
        assert!(svg.contains("全年新收政府信息公开申请 2 件"), "{svg}");
    }
}
