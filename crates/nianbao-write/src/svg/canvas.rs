//! What everything in the picture is made of: text and rectangles, one below the other.

use crate::xml::escape;

/// Sizes of letters.
pub(super) const FIGURE: usize = 68;
pub(super) const HEADING: usize = 40;
pub(super) const TEXT: usize = 34;
pub(super) const SMALL: usize = 28;

/// Dark enough for white paper and for eyes that see no color; shares differ in lightness.
pub(super) const INK: &str = "#1b1b1b";
pub(super) const SOFT: &str = "#595959";
pub(super) const ACCENT: &str = "#1f4e79";
pub(super) const PALE: &str = "#eef4f9";
pub(super) const PAPER: &str = "#ffffff";
pub(super) const WARNING: &str = "#a61b1b";
pub(super) const LAST_YEAR: &str = "#b5b5b5";
pub(super) const SHARES: [&str; 6] = [
    "#1f4e79", "#4f81ad", "#9fbfdc", "#d9d9d9", "#8c8c8c", "#595959",
];

/// Where a text is held: at its beginning, middle or end.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing of a fixed width that grows downward.
pub(super) struct Canvas {
    pub(super) width: usize,
    pub(super) y: usize,
    pub(super) objects: String,
}

impl Canvas {
    pub(super) fn new(width: usize) -> Canvas {
        Canvas {
            width,
            y: 0,
            objects: String::new(),
        }
    }

    /// Text with its baseline at a height.
    pub(super) fn text_at(
        &mut self,
        (x, y): (usize, usize),
        size: usize,
        anchor: Anchor,
        color: &str,
        text: &str,
    ) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.objects += &format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{color}\">{}</text>\n",
            escape(text),
        );
    }

    /// Text whose baseline is where the drawing has grown to.
    pub(super) fn text(&mut self, x: usize, size: usize, anchor: Anchor, color: &str, text: &str) {
        self.text_at((x, self.y), size, anchor, color, text);
    }

    /// A text in as many lines as it takes, below each other.
    pub(super) fn lines(&mut self, x: usize, size: usize, color: &str, text: &str) {
        for line in lines(text, size, self.width.saturating_sub(x)) {
            self.y += size * 3 / 2;
            self.text(x, size, Anchor::Start, color, &line);
        }
    }

    pub(super) fn rect(
        &mut self,
        (x, y): (usize, usize),
        width: usize,
        height: usize,
        color: &str,
    ) {
        if width > 0 {
            self.objects += &format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>\n"
            );
        }
    }

    /// Puts another drawing into this one.
    pub(super) fn place(&mut self, (x, y): (usize, usize), other: &Canvas) {
        self.objects += &format!(
            "<g transform=\"translate({x},{y})\">\n{}</g>\n",
            other.objects
        );
    }
}

/// A text broken where a line is full, never before a mark that ends a phrase.
pub(super) fn lines(text: &str, size: usize, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let line = lines.last_mut().expect("there is a first line");
        let is_full = width(line, size) + width(&c.to_string(), size) > room;
        if is_full && !"，。；：、）%".contains(c) && !line.is_empty() {
            lines.push(String::new());
        }
        let line = lines.last_mut().expect("there is a first line");
        if !(line.is_empty() && c == ' ') {
            line.push(c);
        }
    }
    lines
}

/// About how wide a text is.
pub(super) fn width(text: &str, size: usize) -> usize {
    let tenths = text.chars().map(|c| if c.is_ascii() { 6 } else { 10 });
    tenths.sum::<usize>() * size / 10
}

/// The largest size up to a usual one at which a text fits.
pub(super) fn fitting(text: &str, usual: usize, room: usize) -> usize {
    let needed = width(text, usual).max(1);
    (usual * room / needed).min(usual)
}
