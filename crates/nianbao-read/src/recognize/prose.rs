//! Divides the prose of a section among its topics, by sub-headings of their own or at the head of a paragraph.

use std::borrow::Cow;

use nianbao_core::form::{TextId, Topic};
use nianbao_core::report::Report;

use super::wording::{
    Ordinal, bare, chinese_digit, folded, is_alike, is_mark, split_ordinal, stripped,
};

/// Sub-headings are no longer, or they are sentences.
const MAX_HEADING_CHARS: usize = 30;

/// What may follow a topic's name in its sub-heading.
const ENDINGS: &[&str] = &["情况", "方面", "工作", "建设"];

/// Part of a topic's name that sub-headings leave out or put before every topic.
const COMMON: &str = "政府信息公开";

/// A sub-heading as alike as this is the topic's.
const ALIKE: f64 = 0.75;

/// Lines of a section that may be sub-headings; a real section has a few dozen lines.
const MAX_LINES: usize = 2_000;

/// Fills the lines under a section's heading into its own text and its topics; says what could not be divided.
pub(super) fn fill(
    report: &mut Report,
    section: usize,
    lines: &[String],
    remarks: &mut Vec<String>,
) {
    let form = report.form;
    let ids: Vec<_> = form.texts_of(section).collect();
    let topics: Vec<Named> = ids
        .iter()
        .filter_map(|&id| Named::new(id, form.texts[id.index()].topic?))
        .collect();
    let Some(&own) = ids.first() else { return };
    let mut texts: Vec<(TextId, Vec<&str>)> = ids.iter().map(|&id| (id, Vec::new())).collect();
    let mut push = |id: TextId, line| {
        if let Some((_, lines)) = texts.iter_mut().find(|(candidate, _)| *candidate == id) {
            lines.push(line);
        }
    };
    let mut current = own;
    let mut last: Option<Ordinal> = None;
    for (line_idx, line) in lines.iter().enumerate() {
        let topic = if line_idx < MAX_LINES {
            topic_of(line, &topics)
        } else {
            None
        };
        match topic {
            Some(found) => {
                current = found.topic;
                if let Some(heading) = found.other_name {
                    let title = form.texts[current.index()]
                        .topic
                        .map_or("", |topic| topic.title);
                    remarks.push(format!("小标题“{heading}”读作“{title}”。"));
                }
                last = found.ordinal.or(last);
                if !found.rest.is_empty() {
                    push(current, found.rest);
                }
            }
            None => {
                let ordinal = match begins_with_word(line) {
                    true => None,
                    false => split_ordinal(&folded(line.get(..30).unwrap_or(line))).0,
                };
                // A sub-heading beside the topics belongs to none of them.
                let is_beside = ordinal.is_some_and(|ordinal| {
                    last.is_some_and(|last| {
                        last.style == ordinal.style && last.number < ordinal.number
                    })
                });
                if is_beside && current != own {
                    let heading: String = line
                        .chars()
                        .take(MAX_HEADING_CHARS)
                        .take_while(|c| !matches!(c, '。' | '：' | ':'))
                        .collect();
                    remarks.push(format!(
                        "小标题“{heading}”不在格式列出的方面之内，它的文字放在这一部分的开头。"
                    ));
                    current = own;
                }
                push(current, line);
            }
        }
    }
    for (id, lines) in texts {
        report.set_text(id, lines.join("\n"));
    }
}

/// How a sub-heading names its topic.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// By its own name, or the part of it that tells it from others.
    Own,
    /// With other words before it, or by a name that is like it.
    Other,
}

/// A topic with its bare title.
struct Named {
    id: TextId,
    topic: &'static Topic,
    title: Cow<'static, str>,
}

struct Found<'a> {
    topic: TextId,
    ordinal: Option<Ordinal>,
    /// The sub-heading, where it says more than the topic's name.
    other_name: Option<&'a str>,
    /// The text behind the sub-heading.
    rest: &'a str,
}

/// The topic that a line begins.
fn topic_of<'a>(line: &'a str, topics: &[Named]) -> Option<Found<'a>> {
    let (ordinal, body) = without_ordinal(line);
    let is_mark = |c: char| is_mark(c) || c.is_whitespace();
    let (head, rest) = match body
        .char_indices()
        .take(MAX_HEADING_CHARS)
        .find(|(_, c)| is_mark(*c))
    {
        Some((end, mark)) => (&body[..end], body[end + mark.len_utf8()..].trim()),
        None if body.chars().nth(MAX_HEADING_CHARS).is_none() => (body, ""),
        None => ("", body),
    };
    // Without a number only the name itself is a sub-heading; “主动公开信息35条” is a sentence.
    let folded_head = folded(head);
    let name = stripped(&folded_head);
    let named = topics
        .iter()
        .find_map(|topic| Some((topic, topic.named(&name)?)));
    // “办公室负责主动公开工作。” ends like a sub-heading and is a sentence.
    let is_sentence = |by: Name| by == Name::Other && ordinal.is_none();
    if let Some((topic, by)) = named.filter(|(_, by)| !is_sentence(*by)) {
        // “政府信息管理和平台建设” is the sub-heading of two: it stays in the text, which is about both.
        let is_of_two = topics
            .iter()
            .any(|other| other.id != topic.id && name.contains(other.short_title()));
        return Some(Found {
            topic: topic.id,
            ordinal,
            other_name: Some(head).filter(|_| by == Name::Other),
            rest: if is_of_two { body } else { rest },
        });
    }
    // “（一）主动公开全面落实。” is a sub-heading and a statement: the statement stays in the text.
    let ordinal = ordinal?;
    let beginning: String = body.chars().take(MAX_HEADING_CHARS).collect();
    let beginning = folded(&beginning);
    let beginning = stripped(&beginning);
    let begins = topics
        .iter()
        .find(|topic| beginning.starts_with(topic.title.as_ref()));
    let topic = begins.or_else(|| {
        let topic = topics.get(ordinal.number.checked_sub(1)?)?;
        let is_about = !head.is_empty() && topic.topic.words.iter().any(|word| head.contains(word));
        is_about.then_some(topic)
    })?;
    Some(Found {
        topic: topic.id,
        ordinal: Some(ordinal),
        other_name: None,
        rest: body,
    })
}

impl Named {
    fn new(id: TextId, topic: &'static Topic) -> Option<Named> {
        let title = bare(topic.title);
        (!title.is_empty()).then_some(Named { id, topic, title })
    }

    /// The part of its name that tells it from others, without 建设: 平台.
    fn short_title(&self) -> &str {
        let title = self.title.as_ref();
        let short = title.strip_prefix(COMMON).unwrap_or(title);
        short.strip_suffix("建设").unwrap_or(short)
    }

    /// How a bare sub-heading names the topic, as offices write it.
    fn named(&self, name: &str) -> Option<Name> {
        let title = self.title.as_ref();
        let n_chars = name.chars().count();
        if n_chars < 3 || n_chars > title.chars().count() + 12 {
            return None;
        }
        let short_title = title.strip_prefix(COMMON).unwrap_or(title);
        let mut is_other = false;
        let mut name = name;
        loop {
            let short = name.strip_prefix(COMMON).unwrap_or(name);
            let is_part = short.chars().count() > 3 && title.ends_with(short);
            if short == short_title || is_part {
                return Some(Name::Own);
            }
            is_other |= short.ends_with(title) || is_alike(name, title, ALIKE);
            match ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)) {
                Some(shorter) => name = shorter,
                None => return is_other.then_some(Name::Other),
            }
        }
    }
}

/// A line without its ordinal, which folding alone finds but which takes other bytes in the line.
fn without_ordinal(line: &str) -> (Option<Ordinal>, &str) {
    let line = line.trim();
    if begins_with_word(line) {
        return (None, line);
    }
    let ends = line
        .char_indices()
        .take(6)
        .map(|(start, c)| start + c.len_utf8());
    let found = ends.filter_map(|end| {
        let head = folded(&line[..end]);
        let (ordinal, rest) = split_ordinal(&head);
        let ordinal = ordinal.filter(|_| rest.is_empty())?;
        Some((
            ordinal,
            line[end..].trim_start_matches(|c: char| "、.．".contains(c) || c.is_whitespace()),
        ))
    });
    match found.last() {
        Some((ordinal, rest)) => (Some(ordinal), rest),
        None => (None, line),
    }
}

/// Whether a line begins with a word and so with no ordinal, as most do.
fn begins_with_word(line: &str) -> bool {
    line.starts_with(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) && chinese_digit(c).is_none())
}
