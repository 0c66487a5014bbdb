//! What stands before 一、 and after 六、: title, opening paragraph, signature and date.

use nianbao_core::date;
use nianbao_core::organ;
use nianbao_core::report::Report;

use super::wording::{bare, chinese_digit, is_invisible};

/// Titles and names of organs are no longer.
const MAX_TITLE_CHARS: usize = 60;
const MAX_NAME_CHARS: usize = 30;

/// Lines among which the title is looked for; the navigation of a large site takes some hundreds.
const MAX_FRONT_LINES: usize = 5_000;

/// Short lines that belong to the page around a published report.
const FURNITURE: &[&str] = &[
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "打印",
    "关闭",
    "分享",
    "扫一扫",
    "返回顶部",
    "版权所有",
    "主办",
    "承办",
    "网站标识码",
    "公网安备",
    "ICP备",
    "网站地图",
    "联系我们",
    "浏览次数",
    "责任编辑",
    "附件下载",
    "相关链接",
    "友情链接",
    "相关附件",
];

/// The head of a report.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) title: String,
    pub(super) organ: String,
    pub(super) year: Option<u16>,
    /// The sentence that the year was taken from, where the title does not name it.
    pub(super) year_source: String,
    pub(super) preamble: Vec<String>,
    pub(super) unread: Vec<String>,
}

/// The foot of a report.
#[derive(Debug, Default)]
pub(super) struct Closing {
    pub(super) signature: String,
    pub(super) date: String,
    pub(super) unread: Vec<String>,
}

/// Reads the lines before the first heading; `own` is what our own document says of itself.
pub(super) fn front(lines: &[String], own: Option<&Report>) -> Front {
    let mut front = Front::default();
    let own_title = own.map(Report::printed_title);
    let title = own_title
        .as_deref()
        .and_then(|title| own_title_lines(lines, title));
    let is_own = title.is_some();
    let title = title.or_else(|| title_lines(lines));
    let body = match title {
        Some((first, last)) => {
            front.unread.extend_from_slice(&lines[..first]);
            front.title = match own_title {
                Some(title) if is_own => title,
                _ => tight(&lines[first..=last].concat()),
            };
            &lines[last + 1..]
        }
        None => lines,
    };
    // Lines like “发布时间：…” stand between title and text on many sites.
    let is_sentence = |line: &String| own.is_some() || line.contains(['。', '，']);
    let start = body.iter().position(is_sentence).unwrap_or(body.len());
    front.unread.extend_from_slice(&body[..start]);
    let (organ, year) = organ_and_year(&front.title);
    // “××局20××年” is a name to be filled in.
    front.organ = if organ.contains(['×', '_', '＿', '○']) {
        String::new()
    } else {
        organ
    };
    front.year = year;
    for line in &body[start..] {
        match is_furniture(line) && own.is_none() {
            true => front.unread.push(line.clone()),
            false => front.preamble.push(line.clone()),
        }
    }
    if front.year.is_none() {
        let mut lines = front.preamble.iter();
        let stated = lines.find_map(|line| Some((period_year(&tight(line))?, line)));
        if let Some((year, line)) = stated {
            front.year = Some(year);
            front.year_source = short(line);
        }
    }
    if front.organ.is_empty() {
        front.organ = front
            .preamble
            .iter()
            .find_map(|line| published_organ(&tight(line)))
            .unwrap_or_default();
    }
    front
}

/// Takes signature and date off the end of the last section's lines.
pub(super) fn closing(lines: &mut Vec<String>, organ: &str, own: Option<&Report>) -> Closing {
    let mut closing = Closing::default();
    if let Some(own) = own {
        for (text, found) in [
            (&own.date, &mut closing.date),
            (&own.signature, &mut closing.signature),
        ] {
            if !text.trim().is_empty() && lines.last().map(String::as_str) == Some(text.trim()) {
                *found = lines.pop().unwrap_or_default();
            }
        }
        return closing;
    }
    let end = lines
        .iter()
        .position(|line| is_furniture(line))
        .unwrap_or(lines.len());
    closing.unread = lines.split_off(end);
    if let Some(last) = lines.iter().rposition(|line| signed_date(line).is_some()) {
        let after = lines.split_off(last + 1);
        closing.unread.splice(..0, after);
        let line = lines.pop().unwrap_or_default();
        if let Some((signature, date)) = signed_date(&line) {
            closing.date = date.to_owned();
            closing.signature = signature.to_owned();
        }
    }
    let is_signature = |line: &String| {
        let is_name =
            line.chars().count() <= MAX_NAME_CHARS && !line.contains(['。', '，', '；', '：', ':']);
        let is_organ = !organ.is_empty()
            && bare(organ).ends_with(bare(line).as_ref())
            && bare(line).chars().count() > 2;
        is_name && (is_organ || (!closing.date.is_empty() && organ::is_name(line)))
    };
    if closing.signature.is_empty() && lines.last().is_some_and(is_signature) {
        closing.signature = lines.pop().unwrap_or_default();
    }
    closing
}

/// A line that is a date, perhaps with a name before it.
fn signed_date(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    if line.chars().nth(MAX_TITLE_CHARS).is_some() || line.contains(['。', '，', '；', '：', ':'])
    {
        return None;
    }
    let is_part = |c: char| {
        c.is_whitespace()
            || c.is_numeric()
            || "年月日号-./．○〇".contains(c)
            || chinese_digit(c).is_some()
    };
    let start = line
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_part(*c))
        .last()?
        .0;
    let (name, date) = (line[..start].trim(), line[start..].trim());
    // Sites lose digits and the characters between them: 202511日.
    let is_damaged = date.starts_with("20") && date.ends_with('日') && date.len() < 30;
    let has_parts = date.contains('年')
        && (date.contains('月') || date.contains('日'))
        && !date.ends_with('年');
    let is_date = date::read(date).is_some() || has_parts || is_damaged;
    let is_name = name.is_empty() || organ::is_name(name);
    (is_date && is_name && date.chars().count() >= 6).then_some((name, date))
}

/// Whether a line belongs to the page around the report.
fn is_furniture(line: &str) -> bool {
    line.chars().nth(MAX_TITLE_CHARS).is_none()
        && !line.contains('。')
        && FURNITURE.iter().any(|word| line.contains(word))
}

/// The lines of our own title, which a document may break in two.
fn own_title_lines(lines: &[String], title: &str) -> Option<(usize, usize)> {
    (0..lines.len()).find_map(|first| {
        let last = (first..lines.len().min(first + 3))
            .find(|&last| lines[first..=last].concat() == title)?;
        Some((first, last))
    })
}

/// The first and last line of the title: the last title before the text, since sites repeat it above.
pub(super) fn title_lines(lines: &[String]) -> Option<(usize, usize)> {
    let joined = |first: usize, last: usize| tight(&lines[first..=last].concat());
    for last in (0..lines.len().min(MAX_FRONT_LINES)).rev() {
        // Most lines can be no part of a title.
        if !may_be_in_title(&tight(&lines[last])) {
            continue;
        }
        for n_before in 0..=2.min(last) {
            let first = last - n_before;
            let title = joined(first, last);
            if !is_title(&title) {
                continue;
            }
            let is_without_organ = organ_and_year(&title).0.is_empty();
            let is_name =
                |line: &String| line.chars().count() <= MAX_NAME_CHARS && organ::is_name(line);
            if is_without_organ && first > 0 && is_name(&lines[first - 1]) {
                return Some((first - 1, last));
            }
            return Some((first, last));
        }
    }
    None
}

pub(super) fn is_title(line: &str) -> bool {
    let core = line.trim_end_matches(['》', '）', ')', '」']);
    let is_report = ["报告", "年报", "统计表", "情况表", "报表"]
        .iter()
        .any(|ending| core.ends_with(ending));
    is_report
        && may_be_in_title(line)
        && ["信息公开", "政务公开"]
            .iter()
            .any(|word| line.contains(word))
}

/// Whether a text is short enough for a title and has no mark that none has.
fn may_be_in_title(text: &str) -> bool {
    text.chars().nth(MAX_TITLE_CHARS).is_none() && !text.contains(['。', '>', '：', ':', '|', '，'])
}

/// Organ and year of a title: {机关}{年}年…, {年}年{机关}… and {机关}政府信息公开工作{年}年度报告.
pub(super) fn organ_and_year(title: &str) -> (String, Option<u16>) {
    let title = tight(title);
    let found = year_in(&title);
    let year = found.as_ref().map(|(year, _)| *year);
    let end = ["政府信息公开", "信息公开", "政务公开"]
        .iter()
        .find_map(|word| title.find(word))
        .unwrap_or(0);
    let head = &title[..end];
    let organ = match found {
        Some((_, range)) if range.end <= end => {
            match head[..range.start].trim_matches(['《', '关', '于']) {
                "" => head[range.end..].trim_start_matches('度'),
                organ => organ,
            }
        }
        _ => head.trim_matches(['《']),
    };
    let organ = organ.trim_end_matches("关于").trim_start_matches("关于");
    (organ.to_owned(), year)
}

/// The first year written with 年, with its place.
fn year_in(text: &str) -> Option<(u16, std::ops::Range<usize>)> {
    text.match_indices('年').find_map(|(end, _)| {
        let digits: Vec<_> = text[..end].char_indices().rev().take(4).collect();
        let mut year = 0;
        for (_, c) in digits.iter().rev() {
            let digit = c.to_digit(10).or_else(|| match c {
                '○' | 'Ｏ' | '零' => Some(0),
                c => chinese_digit(*c)
                    .filter(|&digit| digit < 10)
                    .and_then(|digit| u32::try_from(digit).ok()),
            })?;
            year = year * 10 + digit;
        }
        let start = digits.last()?.0;
        let year = u16::try_from(year)
            .ok()
            .filter(|year| digits.len() == 4 && (1990..2100).contains(year))?;
        Some((year, start..end + '年'.len_utf8()))
    })
}

/// The beginning of a line, as long as a remark quotes it.
fn short(line: &str) -> String {
    const LONGEST: usize = 60;
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The year of a period that a sentence states: 自2023年1月1日起至2023年12月31日止, 2023年1月1日至12月31日, 2023年1—12月.
fn period_year(text: &str) -> Option<u16> {
    let mut rest = text;
    while let Some((year, range)) = year_in(rest) {
        let after = &rest[range.end..];
        let is_start = [
            "1月1日",
            "01月01日",
            "1月至12月",
            "1-12月",
            "1—12月",
            "1–12月",
        ]
        .iter()
        .any(|start| after.starts_with(start));
        let end = after.chars().take(40).collect::<String>();
        if is_start && end.contains("12月") {
            return Some(year);
        }
        rest = after;
    }
    None
}

/// The organ of “现公布…2023年政府信息公开工作年度报告”.
fn published_organ(text: &str) -> Option<String> {
    let end = text
        .find("政府信息公开工作年度报告")
        .or_else(|| text.find("年度报告"))?;
    let head = &text[..end];
    let (_, after) = head
        .rsplit_once("公布")
        .or_else(|| head.rsplit_once("发布"))?;
    let (organ, _) = organ_and_year(&format!("{after}政府信息公开"));
    (organ.chars().count() <= MAX_NAME_CHARS && organ::is_name(&organ)).then_some(organ)
}

/// A text without white space, its digits half-width.
fn tight(text: &str) -> String {
    let visible = text
        .chars()
        .filter(|&c| !c.is_whitespace() && !is_invisible(c));
    visible
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            c => c,
        })
        .collect()
}
