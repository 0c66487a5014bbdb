//! Which unit of a list a report comes from, though names differ.

use crate::roster::{Roster, Unit};

/// How a report was given to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// To this unit, by its name or one that can mean no other.
    Sure(usize),
    /// Perhaps to this one; somebody has to say so.
    Perhaps(usize),
    /// To none.
    None,
}

/// Endings by which names differ and mean the same unit, the longest first.
const ENDINGS: [&str; 10] = [
    "人民政府办公室",
    "人民政府办公厅",
    "街道办事处",
    "人民政府",
    "管理委员会",
    "委员会",
    "办公室",
    "办事处",
    "管委会",
    "局",
];

/// Ends of the name of a place before the name of a department.
const PLACES: [char; 7] = ['省', '市', '县', '区', '旗', '州', '盟'];

/// Names this alike, in thousandths, may mean the same unit.
const ALIKE: usize = 700;

/// The unit that an organ's name, or else the name of its file, means.
pub(crate) fn unit(roster: &Roster, organ: &str, file: &str) -> Match {
    let organ = plain(organ);
    let by_organ = [exact as Compare, shortened, without_place].into_iter();
    let found = by_organ.filter_map(|same| only(roster, |name| same(name, &organ)));
    if let Some(unit) = found.into_iter().next() {
        return Match::Sure(unit);
    }
    let file = plain(file);
    match longest(roster, |name| file.contains(name)) {
        // The name of a file says nothing for sure where the report itself names another organ.
        Some(unit) if organ.is_empty() => Match::Sure(unit),
        Some(unit) => Match::Perhaps(unit),
        None => alike(roster, &organ),
    }
}

type Compare = fn(&str, &str) -> bool;

fn exact(name: &str, organ: &str) -> bool {
    name == organ
}

fn shortened(name: &str, organ: &str) -> bool {
    !organ.is_empty() && without_ending(name) == without_ending(organ)
}

fn without_place(name: &str, organ: &str) -> bool {
    let ([its_place, name], [place, organ]) = (parted(name), parted(organ));
    // Departments of two places are two, whatever they are called.
    let may_be_one = its_place.ends_with(place) || place.ends_with(its_place);
    let is_same = without_ending(name) == without_ending(organ);
    may_be_one && organ.chars().count() >= 2 && is_same
}

/// The only unit one of whose names fits; none where two do.
fn only(roster: &Roster, fits: impl Fn(&str) -> bool) -> Option<usize> {
    let has = |unit: &Unit| names(unit).any(|name| fits(&name));
    let mut fitting = (0..roster.units.len()).filter(|&idx| has(&roster.units[idx]));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// The unit with the longest name that fits; none where two are as long.
fn longest(roster: &Roster, fits: impl Fn(&str) -> bool) -> Option<usize> {
    let length = |unit: &Unit| {
        let fitting = names(unit).filter(|name| name.chars().count() >= 3 && fits(name));
        fitting.map(|name| name.chars().count()).max().unwrap_or(0)
    };
    let lengths: Vec<_> = roster.units.iter().map(length).collect();
    let most = lengths.iter().copied().max().filter(|&most| most > 0)?;
    let mut at = (0..lengths.len()).filter(|&idx| lengths[idx] == most);
    let first = at.next()?;
    at.next().is_none().then_some(first)
}

fn alike(roster: &Roster, organ: &str) -> Match {
    let likeness = |unit: &Unit| {
        names(unit)
            .map(|name| alikeness(&name, organ))
            .max()
            .unwrap_or(0)
    };
    let best =
        (0..roster.units.len()).max_by_key(|&idx| (likeness(&roster.units[idx]), usize::MAX - idx));
    match best {
        Some(idx) if likeness(&roster.units[idx]) >= ALIKE => Match::Perhaps(idx),
        _ => Match::None,
    }
}

/// How alike two names are, in thousandths.
fn alikeness(one: &str, other: &str) -> usize {
    let longest = one.chars().count().max(other.chars().count()).max(1);
    (longest - strsim::levenshtein(one, other)) * 1000 / longest
}

fn names(unit: &Unit) -> impl Iterator<Item = String> + '_ {
    std::iter::once(&unit.name)
        .chain(&unit.also)
        .map(|name| plain(name))
}

/// A name without spaces and brackets' kinds.
fn plain(name: &str) -> String {
    let fold = |c: char| match c {
        '(' => '（',
        ')' => '）',
        c => c,
    };
    name.chars()
        .filter(|c| !c.is_whitespace())
        .map(fold)
        .collect()
}

fn without_ending(name: &str) -> &str {
    let strip = |ending: &&str| {
        let rest = name.strip_suffix(*ending)?;
        (rest.chars().count() >= 2).then_some(rest)
    };
    ENDINGS.iter().find_map(strip).unwrap_or(name)
}

/// The place that a name begins with, and the rest: 示例县, 民政局. A place alone is the rest.
fn parted(name: &str) -> [&str; 2] {
    let ends = name.char_indices().filter(|(_, c)| PLACES.contains(c));
    let parts = ends.map(|(at, c)| name.split_at(at + c.len_utf8()));
    let fits = |(_, rest): &(&str, &str)| rest.chars().count() >= 2 && !ENDINGS.contains(rest);
    let (place, rest) = parts.rev().find(fits).unwrap_or(("", name));
    [place, rest]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roster() -> Roster {
        Roster::of_text(
            "示例县人民政府\n示例县人民政府办公室\n示例县民政局\n示例县教育和体育局\n南山镇人民政府\n北山镇人民政府\n",
        )
    }

    #[test]
    fn names_that_can_mean_one_unit_alone_are_given_to_it() {
        for (organ, file, unit_idx) in [
            ("示例县民政局", "", 2),
            ("民政局", "", 2),
            ("南山镇", "", 4),
            ("示例县南山镇人民政府", "", 4),
            ("某市示例县民政局", "", 2),
            ("示例县人民政府办公室", "", 1),
            ("", "示例县民政局2025年年报.docx", 2),
            ("", "02 南山镇人民政府.html", 4),
        ] {
            assert_eq!(
                unit(&roster(), organ, file),
                Match::Sure(unit_idx),
                "{organ} {file}"
            );
        }
    }

    #[test]
    fn a_name_that_may_mean_another_is_asked_about() {
        assert_eq!(
            unit(&roster(), "示例县教育体育局", "a.docx"),
            Match::Perhaps(3)
        );
        assert_eq!(unit(&roster(), "远方市统计局", "b.docx"), Match::None);
        assert_eq!(
            unit(&roster(), "远方市民政局", "示例县民政局.docx"),
            Match::Perhaps(2),
            "of another place, whatever the file is called"
        );
        // Of the government and its office neither.
        assert!(!matches!(
            unit(&roster(), "示例县", "c.docx"),
            Match::Sure(_)
        ));
    }
}
