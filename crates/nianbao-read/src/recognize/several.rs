//! A file that holds several reports: only the first is read, since two would be one that nobody wrote.

use std::collections::BTreeSet;

use super::front;
use super::items::Item;
use super::sections;

/// Headings of a report at least; a table of contents has headings without anything under them.
const MIN_SECTIONS: usize = 3;

/// The item at which another report begins behind the first one.
pub(super) fn second(items: &[Item]) -> Option<usize> {
    let lines: Vec<_> = items.iter().map(Item::line).collect();
    let mut runs: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
    for (item, section) in sections::filled(&lines) {
        let run = runs.last_mut().expect("there is always one");
        match run.last().is_some_and(|(_, last)| section < *last) {
            true => runs.push(vec![(item, section)]),
            false => run.push((item, section)),
        }
    }
    let is_report = |run: &&Vec<(usize, usize)>| {
        let sections: BTreeSet<_> = run.iter().map(|(_, section)| section).collect();
        sections.len() >= MIN_SECTIONS
    };
    let mut reports = runs.iter().filter(is_report);
    let (first, second) = (reports.next()?, reports.next()?);
    let (after, heading) = (first.last()?.0 + 1, second.first()?.0);
    // What stands between the two is the head of the second one from its title on.
    let between: Vec<String> = lines[after..heading]
        .iter()
        .map(|line| line.as_deref().unwrap_or_default().to_owned())
        .collect();
    let begin = front::title_lines(&between).map_or(heading, |(first, _)| after + first);
    (!is_repeated(&items[..begin], &items[begin..])).then_some(begin)
}

/// Whether all of a part has been said before, as where a page is printed twice for two kinds of screens.
fn is_repeated(before: &[Item], part: &[Item]) -> bool {
    let before: BTreeSet<String> = before.iter().flat_map(texts).collect();
    part.iter()
        .flat_map(texts)
        .all(|text| before.contains(&text))
}

/// The texts of an item, without white space.
fn texts(item: &Item) -> Vec<String> {
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    match item {
        Item::Table(grid) => grid.entries.iter().map(|entry| tight(entry.text)).collect(),
        item => item.line().iter().map(|line| tight(line)).collect(),
    }
}
