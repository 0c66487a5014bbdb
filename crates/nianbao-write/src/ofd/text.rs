//! Breaks text into lines, and says where each character stands.

use super::face::Face;

/// Marks that begin no line, and marks that end none.
const NO_START: &str = "，。、；：？！）》〉」』】〕”’％·…—,.;:?!)]}%";
const NO_END: &str = "（《〈「『【〔“‘([{";

/// Widths of Times New Roman from the space to the tilde, in thousandths of its size.
#[rustfmt::skip]
const LATIN_WIDTHS: [i32; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// How text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) face: Face,
    /// Size of the letters.
    pub(super) size: i32,
    /// From one Chinese character to the next.
    pub(super) pitch: i32,
    /// From one line to the next.
    pub(super) leading: i32,
    /// Whether lines are spread to the full width.
    pub(super) is_justified: bool,
}

/// A character with its distance from the beginning of its line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) face: Face,
    pub(super) x: i32,
    pub(super) width: i32,
}

/// One line of text.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: i32,
}

impl Style {
    /// Where the baseline is below the top of a line.
    pub(super) fn baseline(self) -> i32 {
        (self.leading - self.size) / 2 + self.size * 86 / 100
    }

    fn glyph(self, c: char) -> Glyph {
        let latin = u32::from(c).checked_sub(32);
        let latin = latin.and_then(|place| LATIN_WIDTHS.get(place as usize));
        let (face, width) = match latin {
            Some(thousandths) => (Face::Latin, self.size * thousandths / 1000),
            None => (self.face, self.pitch),
        };
        Glyph {
            c,
            face,
            x: 0,
            width,
        }
    }
}

impl Line {
    fn push(&mut self, glyph: Glyph) {
        let x = self.width;
        self.width += glyph.width;
        self.glyphs.push(Glyph { x, ..glyph });
    }

    /// Spreads the characters, so that the line ends where its neighbors do.
    fn justify(&mut self, width: i32) {
        let gaps = self.glyphs.len() as i32 - 1;
        let free = width - self.width;
        if gaps > 0 && free > 0 {
            for (place, glyph) in self.glyphs.iter_mut().enumerate() {
                glyph.x += free * place as i32 / gaps;
            }
            self.width = width;
        }
    }
}

/// The lines of a text in a column, the first of which begins after an indent.
pub(super) fn lines(text: &str, style: Style, width: i32, indent: i32) -> Vec<Line> {
    let chars: Vec<char> = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let mut lines = vec![Line::default()];
    let mut available = width - indent;
    for unit in chars.chunk_by(|before, after| !may_part(*before, *after)) {
        let glyphs: Vec<_> = unit.iter().map(|&c| style.glyph(c)).collect();
        let unit_width: i32 = glyphs.iter().map(|glyph| glyph.width).sum();
        let line = lines.last_mut().expect("there is a first line");
        if line.width + unit_width > available && !line.glyphs.is_empty() && unit != [' '] {
            if style.is_justified {
                line.justify(available);
            }
            lines.push(Line::default());
            available = width;
        }
        for glyph in glyphs {
            let line = lines.last_mut().expect("there is a first line");
            // What is longer than a line has no better place to be parted.
            if line.width + glyph.width > available && !line.glyphs.is_empty() && glyph.c != ' ' {
                lines.push(Line::default());
                available = width;
            }
            let line = lines.last_mut().expect("there is a first line");
            line.push(glyph);
        }
    }
    if let Some(first) = lines.first_mut() {
        for glyph in &mut first.glyphs {
            glyph.x += indent;
        }
        first.width += indent;
    }
    lines
}

/// Whether a line may end between two characters: not within a word or number, nor before a closing mark.
fn may_part(before: char, after: char) -> bool {
    let is_word = before.is_ascii_graphic() && after.is_ascii_graphic();
    !is_word && !NO_START.contains(after) && !NO_END.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        face: Face::Body,
        size: 1000,
        pitch: 1000,
        leading: 1500,
        is_justified: true,
    };

    #[track_caller]
    fn breaks(text: &str, n_chars: i32, expected: &[&str]) {
        let lines = lines(text, STYLE, n_chars * 1000, 0);
        let texts: Vec<String> = lines
            .iter()
            .map(|line| line.glyphs.iter().map(|glyph| glyph.c).collect())
            .collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        breaks("一二三四，五", 4, &["一二三", "四，五"]);
        breaks("一二三（四）", 4, &["一二三", "（四）"]);
        breaks("一二三四。", 4, &["一二三", "四。"]);
    }

    #[test]
    fn numbers_stay_whole_and_what_is_longer_than_a_line_is_parted() {
        breaks("共计三1234件", 4, &["共计三", "1234件"]);
        breaks("1234567890", 2, &["1234", "5678", "90"]);
        breaks("", 4, &[""]);
    }

    #[test]
    fn lines_end_together_and_only_the_first_is_indented() {
        let lines = lines("一二三四五六（七", STYLE, 5_000, 2_000);
        let ends = |line: &Line| line.glyphs.last().map(|glyph| glyph.x + glyph.width);
        assert_eq!(lines[0].glyphs[0].x, 2_000);
        assert_eq!(lines[1].glyphs[0].x, 0);
        assert_eq!(ends(&lines[0]), Some(5_000));
    }
}
