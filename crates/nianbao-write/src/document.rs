//! The printed report as an outline: the one walk that the writers and the page's preview draw.

use nianbao_core::grid::{Grid, GridContent};
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
}
