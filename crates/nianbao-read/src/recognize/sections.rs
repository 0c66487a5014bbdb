//! Finds the headings 一 to 六 among the lines of a document.

use std::borrow::Cow;
use std::sync::LazyLock;

use nianbao_core::form::{Form, Section};

use super::wording::{
    Ordinal, Style, bare, chinese_digit, folded, is_alike, is_mark, split_ordinal, stripped,
};

/// A heading is a line, or the beginning of one.
const MAX_HEADING_CHARS: usize = 60;

/// A heading whose number is right and whose wording is as alike as this is taken for the section's.
const ALIKE: f64 = 0.5;

/// A heading that weighs as much has a known wording and its number.
const SURE: u32 = 80;

/// A heading in its place.
#[derive(Clone, Debug)]
pub(super) struct Located {
    /// Index of the item it stands in.
    pub(super) item: usize,
    /// Index of the section in the edition.
    pub(super) section: usize,
    /// The heading as found.
    pub(super) text: String,
    /// What follows it on the same line.
    pub(super) rest: String,
    weight: u32,
}

/// The headings of a document in reading order, at most one for each section; tables among its lines are `None`.
///
/// A table of contents has the same headings, but nothing under them.
pub(super) fn locate(lines: &[Option<Cow<str>>]) -> Vec<Located> {
    let candidates = candidates(lines);
    let mut chosen: Vec<Option<(u32, Located)>> = vec![None; WORDINGS.len()];
    for (position, candidate) in candidates.iter().enumerate() {
        let has_body = has_body(&candidates, position, lines.len());
        let weight = candidate.weight * 2 + u32::from(has_body);
        let best = &mut chosen[candidate.section];
        if best.as_ref().is_none_or(|(best, _)| weight >= *best) {
            *best = Some((weight, candidate.clone()));
        }
    }
    let mut located: Vec<_> = chosen
        .into_iter()
        .flatten()
        .map(|(_, located)| located)
        .collect();
    located.sort_by_key(|located| located.item);
    located
}

/// All headings with something under them: where each stands and of which section it is.
pub(super) fn filled(lines: &[Option<Cow<str>>]) -> Vec<(usize, usize)> {
    let candidates = candidates(lines);
    let filled = candidates
        .iter()
        .enumerate()
        .filter(|(position, candidate)| {
            candidate.weight >= SURE && has_body(&candidates, *position, lines.len())
        });
    let filled = filled.map(|(_, candidate)| (candidate.item, candidate.section));
    filled.collect()
}

fn candidates(lines: &[Option<Cow<str>>]) -> Vec<Located> {
    let mut candidates: Vec<Located> = Vec::new();
    for (item_idx, line) in lines.iter().enumerate() {
        if let Some(line) = line
            && let Some(mut found) = heading(line, &WORDINGS)
        {
            found.item = item_idx;
            candidates.push(found);
        }
    }
    candidates
}

/// Whether anything stands between a heading and the next one.
fn has_body(candidates: &[Located], position: usize, n_lines: usize) -> bool {
    let candidate = &candidates[position];
    let next = candidates.get(position + 1);
    let next = next.map_or(n_lines, |next| next.item);
    !candidate.rest.is_empty() || next > candidate.item + 1
}

/// The newest edition has all wordings met instead of the official ones.
static WORDINGS: LazyLock<Vec<Wordings>> = LazyLock::new(|| {
    let newest = Form::for_year(u16::MAX);
    newest.edition.sections.iter().map(Wordings::new).collect()
});

/// The official wording of a section's heading and those met instead, bare.
struct Wordings {
    official: String,
    variants: Vec<String>,
}

impl Wordings {
    fn new(section: &Section) -> Wordings {
        Wordings {
            official: bare(section.title).into_owned(),
            variants: section
                .seen_as
                .iter()
                .map(|variant| bare(variant).into_owned())
                .collect(),
        }
    }
}

fn heading(line: &str, sections: &[Wordings]) -> Option<Located> {
    let line = line.trim();
    if line.is_empty() {
        return None;
    }
    // Only a numbered heading runs into the text behind it.
    let may_run_in = line.starts_with(|c| c == '第' || c == '(' || chinese_digit(c).is_some());
    let is_short = line.chars().nth(MAX_HEADING_CHARS).is_none();
    // A run-in heading ends with the first mark or gap behind it.
    let is_end = |c: char| is_mark(c) || c.is_whitespace();
    let first = line.find(|c| !is_end(c)).unwrap_or(0);
    let ends = line[first..]
        .char_indices()
        .filter(|(_, c)| is_end(*c))
        .map(|(end, c)| (first + end, first + end + c.len_utf8()));
    let whole = is_short.then_some((line.len(), line.len()));
    for (end, rest) in whole
        .into_iter()
        .chain(ends.take(if may_run_in { 4 } else { 0 }))
    {
        let text = &line[..end];
        if text.chars().nth(MAX_HEADING_CHARS).is_some() {
            break;
        }
        let is_whole = line[rest..].trim().is_empty();
        if let Some((section, weight)) = weigh(text, sections, is_whole) {
            return Some(Located {
                item: 0,
                section,
                text: text.to_owned(),
                rest: line[rest..].trim().to_owned(),
                weight,
            });
        }
    }
    None
}

/// Which section a text is the heading of, and how surely.
fn weigh(text: &str, sections: &[Wordings], is_whole: bool) -> Option<(usize, u32)> {
    let folded = folded(text);
    let (ordinal, rest) = part(&folded).unwrap_or_else(|| split_ordinal(&folded));
    if ordinal.is_some_and(|ordinal| ordinal.style != Style::Chinese) {
        return None;
    }
    let bare = stripped(rest);
    for (section, wordings) in sections.iter().enumerate() {
        let is_numbered = ordinal.is_some_and(|ordinal| ordinal.number == section + 1);
        let number = match (is_numbered, ordinal) {
            (true, _) => 30,
            (false, Some(_)) => 10,
            (false, None) => 0,
        };
        if bare == wordings.official && (is_numbered || is_whole) {
            return Some((section, 60 + number));
        }
        if wordings.variants.iter().any(|variant| *variant == bare) && (is_numbered || is_whole) {
            return Some((section, 50 + number));
        }
    }
    let section = ordinal.filter(|_| is_whole)?.number.checked_sub(1)?;
    let wordings = sections.get(section)?;
    // Cheaper than comparing, and every heading met keeps some end of the official one.
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    let (first, last) = ends(&bare);
    let is_alike = |wording: &String| {
        let wording_ends = ends(wording);
        (wording_ends.0 == first || wording_ends.1 == last) && is_alike(wording, &bare, ALIKE)
    };
    (is_alike(&wordings.official) || wordings.variants.iter().any(is_alike))
        .then_some((section, 40))
}

/// 第一部分, as an ordinal.
fn part(folded: &str) -> Option<(Option<Ordinal>, &str)> {
    let (number, rest) = folded.strip_prefix('第')?.split_once("部分")?;
    let mut digits = number.chars();
    let number = chinese_digit(digits.next()?).filter(|_| digits.next().is_none())?;
    Some((
        Some(Ordinal {
            style: Style::Chinese,
            number,
        }),
        rest,
    ))
}

/// Whether a text is the heading of a section.
pub(super) fn is_heading(text: &str) -> bool {
    heading(text, &WORDINGS).is_some()
}
