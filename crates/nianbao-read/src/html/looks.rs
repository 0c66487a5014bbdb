//! Which open elements change how their text looks.

use super::elements::is_block;
use super::style::Style;

/// Elements within elements; more than any page nests.
const MAX_OPEN: usize = 256;

/// The open elements that do, from the outside to the inside.
#[derive(Default)]
pub(super) struct Looks(Vec<Open>);

struct Open {
    name: Vec<u8>,
    /// How many of its name are open within it.
    n_open: usize,
    /// Tables that are open around it.
    level: usize,
    style: Style,
}

impl Looks {
    pub(super) fn n_open(&self) -> usize {
        self.0.len()
    }

    /// What they do all together.
    pub(super) fn style(&self) -> Style {
        let styles = self.0.iter().map(|open| open.style);
        styles.fold(Style::default(), Style::and)
    }

    pub(super) fn push(&mut self, name: &[u8], level: usize, style: Style) {
        if self.0.len() < MAX_OPEN {
            self.0.push(Open {
                name: name.to_owned(),
                n_open: 1,
                level,
                style,
            });
        }
    }

    /// An element begins, which may end others.
    pub(super) fn begin(&mut self, name: &[u8], level: usize) {
        if self.0.is_empty() {
            return;
        }
        match name {
            b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot" => {
                self.end_in_table(name, level);
                return;
            }
            _ if is_block(name) => self
                .0
                .retain(|open| open.level != level || !matches!(&open.name[..], b"p")),
            _ => {}
        }
        let same = self.0.iter_mut().rev();
        if let Some(open) = same
            .take_while(|open| open.level == level)
            .find(|open| open.name == name)
        {
            open.n_open += 1;
        }
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &[u8], level: usize) {
        if self.0.is_empty() {
            return;
        }
        match name {
            b"table" => self.0.retain(|open| open.level < level),
            b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot" => {
                self.end_in_table(name, level);
            }
            _ => {
                let Some(place) = self.0.iter().rposition(|open| open.name == name) else {
                    return;
                };
                let open = &mut self.0[place];
                open.n_open -= 1;
                if open.n_open == 0 {
                    self.0.remove(place);
                }
            }
        }
    }

    /// A part of a table begins or ends, and with it all that is within one.
    fn end_in_table(&mut self, name: &[u8], level: usize) {
        let rank = |name: &[u8]| match name {
            b"table" => 3,
            b"tbody" | b"thead" | b"tfoot" => 2,
            b"tr" => 1,
            _ => 0,
        };
        let ended = rank(name);
        self.0
            .retain(|open| open.level < level || rank(&open.name) > ended);
    }
}
