//! From characters to lines of text.

use super::Glyph;
use crate::page::{Aside, Look};
use crate::raised::raised;

/// Characters of a line stand at the same height, but for this share of their size.
const SLOPE: f64 = 0.45;

/// A character drawn twice this near, as a share of its size, is a bold one.
const TWICE: f64 = 0.15;

/// A gap this wide, as a share of the size, is a space; justified characters stand closer.
const GAP: f64 = 0.6;

/// The same between letters of the Latin alphabet, which have narrow spaces,
/// and wherever the source has a space between characters that are not set apart to fill a line.
const LETTER_GAP: f64 = 0.15;

/// The same between digits, which stand at one distance from each other.
const DIGIT_GAP: f64 = 0.4;

/// Characters before this one are narrow, and none is set apart to fill a line.
const FIRST_WIDE: char = '\u{2000}';

/// A mark of a note is this much smaller than the line, and its middle this much above the line's, as shares of its size.
const SMALL: f64 = 0.8;
const RAISED: f64 = 0.08;

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) middle: f64,
    pub(super) size: f64,
    pub(super) asides: Vec<Aside>,
}

/// Characters as lines, from top to bottom.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.retain(|glyph| !glyph.c.is_control() || glyph.c.is_whitespace());
    glyphs.sort_by(|a, b| b.middle.total_cmp(&a.middle));
    // Spaces make no lines, but part what stands on them.
    let (spaces, mut glyphs): (Vec<_>, Vec<_>) = glyphs
        .into_iter()
        .partition(|glyph| glyph.c.is_whitespace());
    let mut lines = Vec::new();
    let mut rest = &mut glyphs[..];
    while let [first, ..] = rest {
        let (mut middle, mut size) = (first.middle, first.size);
        let in_line = rest.iter().take_while(|glyph| {
            let is_in_line = middle - glyph.middle <= SLOPE * size.max(glyph.size);
            // A line goes on at the height of its larger characters.
            if is_in_line && glyph.size > size {
                (middle, size) = (glyph.middle, glyph.size);
            }
            is_in_line
        });
        let line;
        let n_in_line = in_line.count();
        (line, rest) = rest.split_at_mut(n_in_line);
        let reach = SLOPE * size;
        let first = spaces.partition_point(|space| space.middle > middle + reach);
        let spaces = spaces[first..]
            .iter()
            .take_while(|space| space.middle >= middle - reach);
        let mut line: Vec<_> = line.iter().chain(spaces).collect();
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
        lines.push(Line::new(&line));
    }
    lines
}

/// The gap that is a space between two characters, as a share of their size.
fn gap(before: char, after: char, has_space: bool) -> f64 {
    let are = |is: fn(&char) -> bool| is(&before) && is(&after);
    // Chinese characters may be set apart to fill a line, and then spaces among them are as well.
    let are_narrow = are(|c| *c < FIRST_WIDE);
    match () {
        () if has_space && are_narrow => LETTER_GAP,
        () if are(char::is_ascii_alphabetic) => LETTER_GAP,
        () if are(char::is_ascii_digit) => DIGIT_GAP,
        () => GAP,
    }
}

impl Line {
    /// A line of characters and spaces from left to right.
    fn new(glyphs: &[&Glyph]) -> Line {
        let mut line = Line {
            text: String::new(),
            left: f64::MAX,
            right: f64::MIN,
            middle: 0.0,
            size: 0.0,
            asides: Vec::new(),
        };
        for glyph in glyphs {
            if glyph.size > line.size && !glyph.c.is_whitespace() {
                (line.middle, line.size) = (glyph.middle, glyph.size);
            }
        }
        let mut last: Option<&Glyph> = None;
        let mut has_space = false;
        for &glyph in glyphs {
            if glyph.c.is_whitespace() {
                has_space = true;
                continue;
            }
            if let Some(last) = last {
                let is_twice = glyph.c == last.c
                    && glyph.look == last.look
                    && glyph.left - last.left < TWICE * glyph.size;
                if is_twice {
                    continue;
                }
                let gap = gap(last.c, glyph.c, has_space);
                let is_apart = glyph.left - last.right > gap * glyph.size.min(last.size);
                if is_apart && !line.text.is_empty() {
                    line.text.push(' ');
                }
            }
            line.push(glyph);
            line.left = line.left.min(glyph.left);
            line.right = line.right.max(glyph.right);
            (last, has_space) = (Some(glyph), false);
        }
        line.text.truncate(line.text.trim_end().len());
        line
    }

    /// Adds a character, or what is to be known of it.
    fn push(&mut self, glyph: &Glyph) {
        let is_left_out = glyph.look.is_some_and(Look::is_left_out);
        if let Some(look) = glyph.look {
            if self.asides.last().is_none_or(|last| last.look != look) {
                self.asides.push(Aside {
                    look,
                    text: String::new(),
                });
            }
            if let Some(last) = self.asides.last_mut().filter(|_| is_left_out) {
                last.text.push(glyph.c);
            }
        }
        if is_left_out {
            return;
        }
        let is_small = glyph.size < SMALL * self.size;
        let is_raised = is_small && glyph.middle - self.middle > RAISED * self.size;
        match is_raised {
            true => self.text += &raised(glyph.c.encode_utf8(&mut [0; 4])),
            false => self.text.push(glyph.c),
        }
    }
}
