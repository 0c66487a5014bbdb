//! The leaves of a heading tree: the rows and columns of figures.

use super::{Heading, HeadingKind, Unit};

/// A leaf of a heading tree: one row or one column of figures.
#[derive(Debug)]
pub struct Line {
    /// Keys from the root, joined by “/”: the line's name in saved reports and rules.
    pub path: String,
    /// Headings from the root to this leaf.
    pub headings: Vec<&'static Heading>,
    /// Shortest official wording that is unmistakable in its table.
    pub name: String,
    /// Unit of the line, if it has one of its own.
    pub unit: Option<Unit>,
    /// For a 总计: positions of the lines it adds up.
    pub terms: Vec<usize>,
}

impl Line {
    /// Official wording of the leaf alone.
    pub fn label(&self) -> &'static str {
        self.headings.last().map_or("", |heading| heading.label)
    }

    /// Whether the line is a 总计.
    pub fn is_total(&self) -> bool {
        !self.terms.is_empty()
    }
}

/// Leaves of a heading tree in printed order.
pub(super) fn lines(headings: &'static [Heading]) -> Vec<Line> {
    fn walk(headings: &'static [Heading], above: &[&'static Heading], out: &mut Vec<Line>) {
        let first = out.len();
        for heading in headings {
            let headings: Vec<_> = above.iter().copied().chain([heading]).collect();
            let unit = match heading.kind {
                HeadingKind::Group(children) => {
                    walk(children, &headings, out);
                    continue;
                }
                HeadingKind::Entry(unit) => Some(unit),
                HeadingKind::Total => None,
            };
            let path = headings
                .iter()
                .map(|heading| heading.key)
                .collect::<Vec<_>>()
                .join("/");
            out.push(Line {
                path,
                headings,
                name: String::new(),
                unit,
                terms: Vec::new(),
            });
        }
        let depth = above.len();
        for total in first..out.len() {
            if out[total].headings.len() == depth + 1
                && matches!(out[total].headings[depth].kind, HeadingKind::Total)
            {
                out[total].terms = (first..out.len())
                    .filter(|&line| !out[line].is_total() && line != total)
                    .collect();
            }
        }
    }
    let mut lines = Vec::new();
    walk(headings, &[], &mut lines);
    let labels: Vec<_> = lines.iter().map(Line::label).collect();
    for line in &mut lines {
        let label = line.label();
        let is_unique = labels.iter().filter(|&&other| other == label).count() == 1;
        line.name = match line.headings[..] {
            [.., parent, leaf] if line.headings.len() > 2 || !is_unique => {
                format!("{} {}", parent.label, leaf.label)
            }
            _ => label.to_owned(),
        };
    }
    lines
}
