//! Lines of a table as sets, so that where a request may be is a few bits.

use std::ops::BitOr;

use nianbao_core::form::Line;

/// Some lines of a table, and whether “in none of them” is possible too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Set(u64);

impl Set {
    /// In no line at all.
    pub(super) const OUTSIDE: Set = Set(1 << 63);

    pub(super) fn outside_if(is_possible: bool) -> Set {
        if is_possible {
            Set::OUTSIDE
        } else {
            Set::default()
        }
    }

    pub(super) fn intersects(self, other: Set) -> bool {
        self.0 & other.0 != 0
    }

    fn is_within(self, other: Set) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }
}

impl BitOr for Set {
    type Output = Set;

    fn bitor(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }
}

/// Whether a request belongs to a line: not at all, perhaps, certainly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Belongs {
    No,
    Perhaps,
    Certainly,
}

impl Belongs {
    /// Whether it certainly belongs to both lines; none where it belongs to one of them not at all.
    pub(super) fn and(self, other: Belongs) -> Option<bool> {
        match self.min(other) {
            Belongs::No => None,
            Belongs::Perhaps => Some(false),
            Belongs::Certainly => Some(true),
        }
    }
}

/// The lines of one axis of a table.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    paths: Vec<&'static str>,
    /// For each line the lines that it adds up; of one that is no total, itself.
    covers: Vec<Set>,
}

impl Lines {
    pub(super) fn of(lines: &'static [Line]) -> Lines {
        let covers = lines
            .iter()
            .enumerate()
            .map(|(idx, line)| match total_of(line) {
                None => Set(1 << idx),
                Some(group) => (lines.iter().enumerate())
                    .filter(|(_, other)| total_of(other).is_none() && is_under(&other.path, group))
                    .fold(Set::default(), |set, (idx, _)| set | Set(1 << idx)),
            });
        Lines {
            covers: covers.collect(),
            paths: lines.iter().map(|line| line.path.as_str()).collect(),
        }
    }

    /// The lines with these paths, of a group all, of one that this edition lacks the line that holds it; an empty path is none.
    pub(super) fn all(&self, paths: &[&str]) -> Set {
        paths
            .iter()
            .fold(Set::default(), |set, path| set | self.one(path))
    }

    fn one(&self, path: &str) -> Set {
        if path.is_empty() {
            return Set::OUTSIDE;
        }
        let mut path = path;
        loop {
            let lines = self
                .leaf_indices()
                .filter(|idx| is_under(self.paths[*idx], path) || self.paths[*idx] == path);
            let set = lines.fold(Set::default(), |set, idx| set | Set(1 << idx));
            match path.rsplit_once('/') {
                Some((group, _)) if set == Set::default() => path = group,
                _ => return set,
            }
        }
    }

    /// All lines but totals.
    pub(super) fn leaves(&self) -> Set {
        self.leaf_indices()
            .fold(Set::default(), |set, idx| set | Set(1 << idx))
    }

    fn leaf_indices(&self) -> impl Iterator<Item = usize> {
        (0..self.paths.len()).filter(|idx| self.covers[*idx] == Set(1 << idx))
    }

    /// The line that a person named by its path or by its place (r13, c2); none where there is no such line.
    pub(super) fn answered(&self, answer: &str) -> Option<Set> {
        if answer == super::super::answers::NOT_A_REQUEST {
            return Some(Set::OUTSIDE);
        }
        let by_place = answer
            .strip_prefix(['r', 'c'])
            .and_then(|number| number.parse::<usize>().ok());
        let idx = match by_place {
            Some(number) => number.checked_sub(1)?,
            None => self.paths.iter().position(|path| *path == answer)?,
        };
        let is_leaf = idx < self.paths.len() && self.covers[idx] == Set(1 << idx);
        is_leaf.then(|| Set(1 << idx))
    }

    /// Whether one of these lines is in this line or adds up to it.
    pub(super) fn belongs(&self, set: Set, line: usize) -> Belongs {
        let covered = self.covers[line];
        match set.intersects(covered) {
            false => Belongs::No,
            true if set.is_within(covered) => Belongs::Certainly,
            true => Belongs::Perhaps,
        }
    }

    pub(super) fn paths(&self, set: Set) -> Vec<&'static str> {
        (0..self.paths.len())
            .filter(|idx| set.intersects(Set(1 << idx)))
            .map(|idx| self.paths[idx])
            .collect()
    }
}

/// The group that a total adds up; none for a line that is no total.
fn total_of(line: &Line) -> Option<&str> {
    let group = line.path.strip_suffix(nianbao_core::form::keys::TOTAL)?;
    group.strip_suffix('/').or(Some(group))
}

fn is_under(path: &str, group: &str) -> bool {
    group.is_empty()
        || path
            .strip_prefix(group)
            .is_some_and(|rest| rest.starts_with('/'))
}
