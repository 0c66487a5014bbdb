//! The printed report as an outline: the one walk that the writers and the page's preview draw.

use nianbao_core::grid::{Grid, GridCell, GridContent};
use nianbao_core::report::Report;
use nianbao_core::text;

/// One block of the printed report, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// The title, once, at the top.
    Title(String),
    /// A paragraph of prose, without the white space around it.
    Paragraph(&'a str),
    /// 一、 to 六、, as the form prints them.
    SectionHeading(&'static str),
    /// （一） to （五） of the form, where something is written under it, and such lines within what was typed.
    TopicHeading(&'a str),
    /// The tables of a section under one border.
    Table(Grid),
    /// The organ's name under the report.
    Signature(&'a str),
    /// The date under it.
    Date(&'a str),
}

/// The printed report, from title to date. What is blank leaves no block, but every section has its heading.
pub fn outline(report: &Report) -> Vec<Block<'_>> {
    let mut blocks = vec![Block::Title(report.printed_title())];
    blocks.extend(paragraphs(&report.preamble));
    for (section_idx, section) in report.form.edition.sections.iter().enumerate() {
        blocks.push(Block::SectionHeading(section.title));
        for id in report.form.texts_of(section_idx) {
            let first = blocks.len();
            blocks.extend(paragraphs(report.text(id)));
            if let Some(topic) = report.form.texts[id.index()].topic
                && blocks.len() > first
            {
                blocks.insert(first, Block::TopicHeading(topic.title));
            }
        }
        if report.form.tables_of(section_idx).next().is_some() {
            blocks.push(Block::Table(Grid::of_section(report.form, section_idx)));
        }
    }
    let is_filled = |text: &&str| !text.is_empty();
    blocks.extend(
        Some(report.signature.trim())
            .filter(is_filled)
            .map(Block::Signature),
    );
    blocks.extend(Some(report.date.trim()).filter(is_filled).map(Block::Date));
    blocks
}

/// The paragraphs of a text. Clerks indent with spaces; the indent is the style's matter.
fn paragraphs(text: &str) -> impl Iterator<Item = Block<'_>> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match text::is_heading(line) {
            true => Block::TopicHeading(line),
            false => Block::Paragraph(line),
        })
}

/// The organ's name and the rest of a title that begins with it: where a title is broken if it does not fit a line.
pub fn split_title<'a>(title: &'a str, report: &Report) -> Option<(&'a str, &'a str)> {
    let organ = report.organ.name.trim();
    let rest = title.strip_prefix(organ)?;
    (!organ.is_empty() && !rest.is_empty()).then(|| title.split_at(organ.len()))
}

/// Characters of the title's size in a line.
const TITLE_LINE: usize = 20;

/// How far the organ's name and the date end from the right edge, in half characters.
///
/// The name ends two characters from the edge, and the date below begins two characters after the name does.
/// Where the date would come closer to the edge than that, it keeps its distance and the name moves instead.
pub(super) fn closing_margins(report: &Report) -> (usize, usize) {
    const FREE: usize = 4;
    let n_halves = |text: &str| -> usize {
        let halves = |c: char| if c.is_ascii() { 1 } else { 2 };
        text.trim().chars().map(halves).sum()
    };
    let (name, date) = (n_halves(&report.signature), n_halves(&report.date));
    match name.checked_sub(date) {
        _ if date == 0 || name == 0 => (FREE, FREE),
        Some(right) if right >= FREE => (FREE, right),
        _ => (FREE + FREE + date - name, FREE),
    }
}

/// A title too long for one line in two, and a name too long for one as well, so that no word is torn.
pub(super) fn title_lines(title: &str, report: &Report) -> String {
    match split_title(title, report) {
        Some((organ, rest)) if title.chars().count() > TITLE_LINE => {
            format!("{}\n{rest}", name_lines(organ))
        }
        _ => title.to_owned(),
    }
}

/// A long name broken behind the name of a place, as near to its middle as can be.
fn name_lines(name: &str) -> String {
    let n_chars = name.chars().count();
    if n_chars <= TITLE_LINE {
        return name.to_owned();
    }
    let ends = name.char_indices().enumerate();
    let places = ends.filter(|(_, (_, c))| "省市县区州盟旗".contains(*c));
    let breaks = places.map(|(place, (start, c))| (place + 1, start + c.len_utf8()));
    let fits = |(before, _): &(usize, usize)| (*before).max(n_chars - before) <= TITLE_LINE;
    let best = breaks
        .filter(fits)
        .min_by_key(|(before, _)| (2 * before).abs_diff(n_chars));
    match best.map(|(_, end)| name.split_at(end)) {
        Some((first, second)) if !second.is_empty() => format!("{first}\n{second}"),
        _ => name.to_owned(),
    }
}

/// A table of so many columns is set in a smaller size and scrolls on a small screen.
pub const WIDE_TABLE: usize = 10;

/// Width of the text area on A4 between the margins of GB/T 9704, in twentieths of a point.
pub const TEXT_WIDTH: usize = 8845;

/// The widths of a grid's columns, together [`TEXT_WIDTH`].
///
/// One column of labels takes a quarter. Where labels are nested, all but the last of their columns are narrow,
/// as in the official tables.
pub fn column_widths(grid: &Grid) -> Vec<usize> {
    const GROUPS: [usize; 2] = [440, 840];
    const FIGURES: usize = 660;
    let n_figures = grid.n_columns - grid.n_label_columns;
    let mut widths = match grid.n_label_columns {
        0 => Vec::new(),
        1 => vec![TEXT_WIDTH / 4],
        n => {
            let mut labels: Vec<_> = GROUPS.into_iter().cycle().take(n - 1).collect();
            let taken = labels.iter().sum::<usize>() + n_figures * FIGURES;
            labels.push(TEXT_WIDTH.saturating_sub(taken).max(FIGURES));
            labels
        }
    };
    let rest = TEXT_WIDTH.saturating_sub(widths.iter().sum());
    let edge = |column: usize| rest * column / n_figures;
    widths.extend((0..n_figures).map(|column| edge(column + 1) - edge(column)));
    widths
}

/// A width as a share of the text area, as style sheets write it.
pub(super) fn percent(width: usize) -> String {
    let hundredths = 10_000 * width / TEXT_WIDTH;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The size of a table's letters, in twentieths of a point: 小五 and 五号.
pub(super) fn letter_size(grid: &Grid) -> usize {
    match grid.n_columns >= WIDE_TABLE {
        true => 180,
        false => 210,
    }
}

/// Free space at each side of a cell, in twentieths of a point; less where numbers are too long for that.
pub(super) const PADDING: usize = 57;
pub(super) const LITTLE_PADDING: usize = 20;

/// The free space at each side of a column's heading in letters of a size, all in twentieths of a point.
///
/// Where it takes several lines, each has as many words of two characters: 商业、企业 and not 商业企、业.
pub(super) fn heading_padding(text: &str, width: usize, size: usize) -> usize {
    const SLACK: usize = 10;
    let n_chars = text.chars().count();
    let room = (width.saturating_sub(2 * PADDING) / size).max(1);
    if n_chars <= room {
        return PADDING;
    }
    let longest = n_chars.div_ceil(n_chars.div_ceil(room));
    let words = (longest / 2 * 2).max(1);
    (width.saturating_sub(words * size) / 2)
        .saturating_sub(SLACK)
        .max(PADDING)
}

/// The size at which the longest number of a table fits its cell with little padding, in twentieths of a point;
/// none where the usual size fits with the usual padding.
pub(super) fn figure_size(report: &Report, grid: &Grid) -> Option<usize> {
    const LEAST: usize = 100;
    let usual = letter_size(grid);
    let widths = column_widths(grid);
    let size = |cell: &GridCell| {
        let text = cell_text(report, cell.content);
        let is_number = matches!(cell.content, GridContent::Figure(_))
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let width: usize = widths[cell.column..cell.column + cell.width].iter().sum();
        // Digits are half as wide as high.
        let size = |padding| (2 * width.saturating_sub(2 * padding)).checked_div(text.len());
        let is_long = is_number && size(PADDING)? < usual;
        is_long.then_some(size(LITTLE_PADDING)? / 10 * 10)
    };
    let smallest = grid.rows.iter().flatten().filter_map(size).min()?;
    Some(smallest.clamp(LEAST, usual))
}

/// What is printed in a cell of a report's grid; nothing for a blank figure.
pub fn cell_text(report: &Report, content: GridContent) -> String {
    match content {
        GridContent::Figure(cell) => report.shown(cell).to_string(),
        GridContent::Banner(label)
        | GridContent::Corner(label)
        | GridContent::ColumnHeading(label)
        | GridContent::RowHeading(label) => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use nianbao_core::example::sound_report;
    use nianbao_core::form::Form;

    use super::*;

    fn drawn(report: &Report) -> Vec<String> {
        let head = |text: &str| text.chars().take(8).collect::<String>();
        outline(report)
            .iter()
            .map(|block| match block {
                Block::Title(text) => format!("# {text}"),
                Block::Paragraph(text) => head(text),
                Block::SectionHeading(text) => format!("## {text}"),
                Block::TopicHeading(text) => format!("### {text}"),
                Block::Table(grid) => format!("{} x {}", grid.n_columns, grid.rows.len()),
                Block::Signature(text) | Block::Date(text) => format!("> {text}"),
            })
            .collect()
    }

    #[test]
    fn a_report_is_printed_in_the_order_of_the_form() {
        let expected = [
            "# 示例市信访局2025年政府信息公开工作年度报告",
            "根据《中华人民共",
            "## 一、总体情况",
            "2025年，示例",
            "### （一）主动公开",
            "全年通过市政府门",
            "### （二）依申请公开",
            "规范申请的登记、",
            "### （三）政府信息管理",
            "落实信息发布审核",
            "### （四）政府信息公开平台建设",
            "以市政府门户网站",
            "### （五）监督保障",
            "政府信息公开纳入",
            "## 二、主动公开政府信息情况",
            "4 x 14",
            "## 三、收到和处理政府信息公开申请情况",
            "10 x 28",
            "## 四、政府信息公开行政复议、行政诉讼情况",
            "15 x 4",
            "## 五、存在的主要问题及改进情况",
            "存在的主要问题：",
            "改进措施：一是对",
            "## 六、其他需要报告的事项",
            "2025年，本机",
            "> 示例市信访局",
            "> 2026年1月9日",
        ];
        assert_eq!(drawn(&sound_report()), expected);
    }

    #[test]
    fn what_is_blank_leaves_nothing_but_the_official_headings_and_tables() {
        let mut report = Report::new(Form::for_year(2025), 2025);
        let topic = report.form.text("overview/proactive").expect("in the form");
        report.set_text(topic, " \n　　\n");
        let drawn = drawn(&report);
        assert_eq!(drawn.len(), 1 + 6 + 3, "{drawn:?}");
    }

    #[test]
    fn a_long_title_is_broken_after_the_organ() {
        let mut report = sound_report();
        assert_eq!(
            title_lines(&report.printed_title(), &report),
            "示例市信访局\n2025年政府信息公开工作年度报告"
        );
        report.title = "示例市信访局2025年年报".to_owned();
        assert_eq!(title_lines(&report.printed_title(), &report), report.title);
        report.title = "关于示例市信访局2025年政府信息公开工作情况的报告".to_owned();
        assert_eq!(title_lines(&report.printed_title(), &report), report.title);
    }

    #[test]
    fn a_long_name_is_broken_behind_a_place() {
        assert_eq!(
            name_lines("示例自治区示例市示例蒙古族藏族自治县人民政府"),
            "示例自治区示例市\n示例蒙古族藏族自治县人民政府"
        );
        assert_eq!(name_lines("示例市信访局"), "示例市信访局");
        let without_places = "长".repeat(30);
        assert_eq!(name_lines(&without_places), without_places);
    }

    #[test]
    fn numbers_are_set_smaller_where_they_would_not_fit() {
        let mut report = sound_report();
        let table = report.form.table("requests").expect("in the form");
        let grid = Grid::of_section(report.form, table.section);
        assert_eq!(figure_size(&report, &grid), None);
        report.type_figure(table.cell(0, 0), "1234567");
        assert_eq!(figure_size(&report, &grid), Some(170));
        report.type_figure(table.cell(0, 0), "123456789012");
        assert_eq!(figure_size(&report, &grid), Some(100));
    }

    #[test]
    fn a_heading_is_broken_between_words() {
        for (text, padding) in [
            ("其他", PADDING),
            ("自然人", PADDING),
            ("商业企业", 140),
            ("法律服务机构", 140),
        ] {
            assert_eq!(heading_padding(text, 660, 180), padding, "{text}");
        }
    }

    #[test]
    fn the_date_begins_two_characters_after_the_name_unless_it_is_longer() {
        let mut report = sound_report();
        for (name, date, margins) in [
            ("示例市自然资源和规划局", "2026年1月9日", (4, 10)),
            ("示例市信访局", "2026年1月9日", (8, 4)),
            ("示例镇", "2026年1月9日", (14, 4)),
            ("示例市信访局", "", (4, 4)),
        ] {
            (report.signature, report.date) = (name.to_owned(), date.to_owned());
            assert_eq!(closing_margins(&report), margins, "{name}");
        }
    }

    #[test]
    fn the_columns_of_every_table_fill_the_text_area() {
        for form in nianbao_core::form::FORMS.iter() {
            let report = Report::new(form, form.edition.year);
            for block in outline(&report) {
                if let Block::Table(grid) = block {
                    let widths = column_widths(&grid);
                    assert_eq!(widths.len(), grid.n_columns);
                    assert_eq!(widths.iter().sum::<usize>(), TEXT_WIDTH);
                }
            }
        }
    }
}
