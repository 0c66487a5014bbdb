//! The paper of GB/T 9704 and how a table is set on it: one place for the sizes that Word, web pages and OFD share.
//! All lengths are in twentieths of a point.

use nianbao_core::grid::{Grid, GridCell, GridContent};
use nianbao_core::report::Report;
use nianbao_core::text::words;

use crate::document::cell_text;

/// Width of the text area on A4 between the margins of GB/T 9704.
pub(crate) const TEXT_WIDTH: usize = 8845;

/// A table of so many columns is set in a smaller size and scrolls on a small screen.
pub(crate) const WIDE_TABLE: usize = 10;

/// Free space at each side of a cell; less where the numbers of a wide table need the room.
pub(crate) const PADDING: usize = 57;
pub(crate) const LITTLE_PADDING: usize = 20;

/// Widths of the columns that name groups of rows: two and five characters, 三、本年度办理结果 and （三）不予/公开.
const GROUPS: [usize; 2] = [510, 1080];
/// The least that sentences beside figures need.
const SENTENCES: usize = 2500;
/// The usual width of a figure beside them: two characters of its heading, five digits.
const FIGURE: usize = 660;
/// What programs differ by when they measure a line.
const SLACK: usize = 20;
/// The smallest letters that figures are set in.
const SMALLEST: usize = 100;

/// The measures of one table.
pub(crate) struct Setting {
    /// The widths of its columns, together [`TEXT_WIDTH`].
    pub(crate) widths: Vec<usize>,
    /// The size of its letters: 小五 or 五号.
    pub(crate) letters: usize,
    /// The size of its figures; smaller than its letters where the longest one would not fit.
    pub(crate) figures: usize,
    /// Whether some figure needs the free space at the sides of its cell.
    is_crowded: bool,
}

impl Setting {
    /// Measures a table of a report. A column is as wide as its longest number needs, as far as there is room.
    pub(crate) fn of(report: &Report, grid: &Grid) -> Setting {
        let letters = match grid.n_columns >= WIDE_TABLE {
            true => 180,
            false => 210,
        };
        let widths = column_widths(report, grid, letters);
        let (mut figures, mut is_crowded) = (letters, false);
        for (cell, n_digits) in numbers(report, grid) {
            let width: usize = widths[cell.column..cell.column + cell.width].iter().sum();
            is_crowded |= number_width(n_digits, letters) >= width;
            // Digits are half as wide as high.
            let fitting = (2 * width.saturating_sub(2 * LITTLE_PADDING)).checked_div(n_digits);
            figures = fitting.unwrap_or(letters).min(figures);
        }
        Setting {
            widths,
            letters,
            figures: (figures / 10 * 10).max(SMALLEST),
            is_crowded,
        }
    }

    /// Whether its figures are set smaller than its letters.
    pub(crate) fn is_tight(&self) -> bool {
        self.figures < self.letters
    }

    /// The free space at each side of a cell that covers columns of this width together.
    pub(crate) fn padding(&self, content: GridContent, width: usize) -> usize {
        match content {
            GridContent::ColumnHeading(label) | GridContent::RowHeading(label) => {
                heading_padding(label, width, self.letters)
            }
            GridContent::Figure(_) if self.is_crowded => LITTLE_PADDING,
            _ => PADDING,
        }
    }
}

/// The cells that hold a number, each with how many characters it has.
fn numbers<'a>(report: &'a Report, grid: &'a Grid) -> impl Iterator<Item = (&'a GridCell, usize)> {
    let is_number = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    grid.rows.iter().flatten().filter_map(move |cell| {
        let GridContent::Figure(_) = cell.content else {
            return None;
        };
        let text = cell_text(report, cell.content);
        is_number(&text).then_some((cell, text.len()))
    })
}

/// The width of a cell for so many digits. They take a little more than half an em,
/// since not every machine has the narrow digits of Times New Roman.
fn number_width(n_digits: usize, letters: usize) -> usize {
    n_digits * letters * 3 / 5 + 2 * PADDING
}

/// The widths of all columns. One column of labels takes a quarter; where labels are nested,
/// those that name groups are narrow, as in the official tables, and the sentences get what the figures leave.
fn column_widths(report: &Report, grid: &Grid, letters: usize) -> Vec<usize> {
    // Two characters of a heading.
    let least = 2 * letters + 2 * LITTLE_PADDING + SLACK;
    let mut needed = vec![least; grid.n_columns - grid.n_label_columns];
    for (cell, n_digits) in numbers(report, grid).filter(|(cell, _)| cell.width == 1) {
        let column = &mut needed[cell.column - grid.n_label_columns];
        *column = number_width(n_digits, letters).max(*column);
    }
    let mut widths = match grid.n_label_columns {
        0 => Vec::new(),
        1 => vec![TEXT_WIDTH / 4],
        n => {
            let mut labels: Vec<_> = GROUPS.into_iter().cycle().take(n - 1).collect();
            let figures: usize = needed.iter().map(|&width| width.max(FIGURE)).sum();
            let taken = labels.iter().sum::<usize>() + figures;
            labels.push(TEXT_WIDTH.saturating_sub(taken).max(SENTENCES));
            labels
        }
    };
    let rest = TEXT_WIDTH.saturating_sub(widths.iter().sum());
    widths.extend(shared(rest, &needed, least));
    widths
}

/// A width shared by columns: equally, but for those that need more.
/// Where there is not enough for all, what is left beyond the least of each is shared in proportion.
fn shared(width: usize, needed: &[usize], least: usize) -> Vec<usize> {
    let total: usize = needed.iter().sum();
    if total >= width {
        let more: Vec<_> = needed.iter().map(|need| need - least).collect();
        let rest = edges(
            width - least * needed.len(),
            &more,
            total - least * needed.len(),
        );
        return rest.into_iter().map(|more| least + more).collect();
    }
    // Whoever needs more than an equal part of what is left gets it, until nobody does.
    let mut is_wide = vec![false; needed.len()];
    let (rest, n_equal) = loop {
        let taken: usize = (needed.iter().zip(&is_wide))
            .filter_map(|(need, is_wide)| is_wide.then_some(need))
            .sum();
        let n_equal = is_wide.iter().filter(|is_wide| !**is_wide).count();
        let rest = width - taken;
        let wider = |&column: &usize| !is_wide[column] && needed[column] * n_equal > rest;
        let Some(column) = (0..needed.len()).find(wider) else {
            break (rest, n_equal);
        };
        is_wide[column] = true;
    };
    let mut equal = edges(rest, &vec![1; n_equal], n_equal).into_iter();
    (needed.iter().zip(is_wide))
        .map(|(&need, is_wide)| match is_wide {
            true => need,
            false => equal.next().expect("one for each equal column"),
        })
        .collect()
}

/// A width divided in proportion, without losing a remainder.
fn edges(width: usize, parts: &[usize], total: usize) -> Vec<usize> {
    let mut sum = 0;
    let mut end = |part: &usize| {
        let before = width * sum / total;
        sum += part;
        width * sum / total - before
    };
    parts.iter().map(&mut end).collect()
}

/// The free space at each side of a heading in letters of a size: the usual one, or what makes its lines end where words do.
fn heading_padding(heading: &str, width: usize, size: usize) -> usize {
    let n_chars = heading.chars().count();
    let words = words(heading);
    if words.len() == 1 {
        return PADDING;
    }
    let mut end = 0;
    let ends: Vec<_> = (words.iter())
        .map(|word| {
            end += word.chars().count();
            end
        })
        .collect();
    let ends_words = |&n: &usize| {
        let mut lines = (1..).map(|line| line * n).take_while(|&end| end < n_chars);
        lines.all(|end| ends.contains(&end))
    };
    let room = width.saturating_sub(2 * LITTLE_PADDING + SLACK) / size;
    let Some(n) = (1..=room).rev().find(ends_words) else {
        return PADDING;
    };
    let free = (width - n.min(n_chars) * size - SLACK) / 2;
    match n < n_chars && n < room {
        true => free,
        false => free.min(PADDING),
    }
}

/// A width as a share of the text area, as style sheets write it.
pub(crate) fn percent(width: usize) -> String {
    let hundredths = 10_000 * width / TEXT_WIDTH;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;
    use nianbao_core::form::FORMS;

    use super::*;

    fn requests(report: &Report) -> Grid {
        let table = report.form.table("requests").expect("in the form");
        Grid::of_section(report.form, table.section)
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_number_needs() {
        let mut report = sound_report();
        let grid = requests(&report);
        let cell = report
            .form
            .table("requests")
            .expect("in the form")
            .cell(0, 0);
        assert_eq!(Setting::of(&report, &grid).widths[3], FIGURE);
        report.type_figure(cell, "1234567");
        let setting = Setting::of(&report, &grid);
        assert_eq!(setting.widths[3], 7 * 108 + 2 * PADDING);
        assert_eq!(setting.widths[2], SENTENCES);
        assert!(!setting.is_tight());
    }

    #[test]
    fn numbers_are_set_smaller_where_nothing_else_makes_room() {
        let mut report = sound_report();
        let grid = requests(&report);
        let table = report.form.table("requests").expect("in the form");
        for column in 0..7 {
            report.type_figure(table.cell(0, column), "1234567890");
        }
        let setting = Setting::of(&report, &grid);
        assert!(setting.is_tight() && setting.figures >= SMALLEST);
        assert!(setting.widths[2] >= SENTENCES);
    }

    #[test]
    fn a_heading_is_broken_between_words() {
        for (text, width, padding) in [
            ("其他", 660, PADDING),
            ("自然人", 660, PADDING),
            ("商业企业", 660, 140),
            ("法律服务机构", 660, 140),
            ("（三）不予公开", GROUPS[1], PADDING),
            ("1.属于国家秘密", 1000, PADDING),
        ] {
            assert_eq!(heading_padding(text, width, 180), padding, "{text}");
        }
        // Five characters: （三）不予 and 公开.
        assert_eq!((GROUPS[1] - 2 * PADDING) / 180, 5);
    }

    #[test]
    fn the_columns_of_every_table_fill_the_text_area_whatever_stands_in_them() {
        for form in FORMS.iter() {
            let mut report = Report::new(form, form.edition.year);
            for typed in ["", "7", "1234567", "123456789012345678"] {
                for cell in form.cells().step_by(3) {
                    report.type_figure(cell, typed);
                }
                for section in 0..form.edition.sections.len() {
                    if form.tables_of(section).next().is_none() {
                        continue;
                    }
                    let grid = Grid::of_section(form, section);
                    let widths = Setting::of(&report, &grid).widths;
                    assert_eq!(widths.len(), grid.n_columns);
                    assert_eq!(
                        widths.iter().sum::<usize>(),
                        TEXT_WIDTH,
                        "{typed}: {widths:?}"
                    );
                }
            }
        }
    }
}
