//! Which section a heading found in a published report means.

use crate::prose;
use nianbao_core::form::{Cell, Form, Section};
use nianbao_core::spot::Spot;

/// A heading as found, with what it means.
pub(super) struct Found<'a> {
    /// The heading as found.
    pub(super) heading: &'a str,
    /// Position of the section it means, if it means one.
    pub(super) section: Option<usize>,
    /// Whether it has the section's number.
    pub(super) is_numbered: bool,
    /// Whether it has the section's official wording.
    pub(super) is_official: bool,
}

/// Recognizes headings by their wording, else by their number, else by likeness.
pub(super) fn recognize<'a>(form: &Form, headings: &'a [String]) -> Vec<Found<'a>> {
    let sections = form.edition.sections;
    let recognize = |heading: &'a String| {
        let plain = prose::compact(heading);
        let (number, wording) = split(&plain);
        let section = sections
            .iter()
            .position(|section| wordings(section).any(|known| known == wording));
        let section = section.or_else(|| {
            let numbered = |section: &Section| number.is_some() && split(section.title).0 == number;
            sections.iter().position(numbered)
        });
        let section = section.or_else(|| most_alike(sections, wording));
        let title = section.map(|section| split(sections[section].title));
        Found {
            heading,
            section,
            is_numbered: title.is_some_and(|(official, _)| official == number),
            is_official: title.is_some_and(|(_, official)| official == wording),
        }
    };
    headings.iter().map(recognize).collect()
}

/// The jump to a section: its text, or its first figure.
pub(super) fn spot(form: &Form, section: usize) -> Option<Spot> {
    let first_cell = || {
        form.tables_of(section)
            .next()
            .and_then(|table| table.cells().next())
    };
    let text = form.texts_of(section).next().map(Spot::Text);
    text.or_else(|| first_cell().map(|cell: Cell| Spot::Cell(cell)))
}

/// The number before “、” or “.” and the wording behind it.
fn split(heading: &str) -> (Option<&str>, &str) {
    let numbered = heading.split_once(['、', '.', '．']);
    let numbered =
        numbered.filter(|(number, _)| number.chars().all(prose::is_numeral) && !number.is_empty());
    match numbered {
        Some((number, wording)) => (Some(number), wording.trim_end_matches(['：', ':'])),
        None => (None, heading.trim_end_matches(['：', ':'])),
    }
}

/// The official wording of a section and those that published reports use.
fn wordings(section: &Section) -> impl Iterator<Item = &'static str> {
    let titles = std::iter::once(&section.title).chain(section.seen_as);
    titles.map(|title| split(title).1)
}

/// The section whose wording shares most pairs of characters with this one, if it is most of them.
fn most_alike(sections: &[Section], wording: &str) -> Option<usize> {
    let pairs = |text: &str| {
        let chars: Vec<_> = text.chars().collect();
        chars
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .collect::<Vec<_>>()
    };
    let own = pairs(wording);
    let likeness = |section: &Section| {
        let percent = |known: &str| {
            let known = pairs(known);
            let n_shared = own.iter().filter(|pair| known.contains(pair)).count();
            200 * n_shared / (own.len() + known.len()).max(1)
        };
        wordings(section).map(percent).max().unwrap_or(0)
    };
    let (best, percent) = sections
        .iter()
        .map(likeness)
        .enumerate()
        .max_by_key(|(_, percent)| *percent)?;
    (percent > 60).then_some(best)
}
