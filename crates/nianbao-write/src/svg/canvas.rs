//! Draws headings, counts and bars below each other, and says the same in words.

use crate::xml::escape;

/// Width of the picture; on a phone about a third of it in pixels, so that the smallest letters stay legible.
const WIDTH: usize = 1080;
const MARGIN: usize = 60;
const INNER: usize = WIDTH - 2 * MARGIN;

/// Sizes of letters.
const TITLE: usize = 52;
const HEADING: usize = 42;
const TEXT: usize = 36;
const SMALL: usize = 30;

/// Letters of the names of shares, and how far they stand from the square that shows the color.
const LEGEND: usize = 28;
const LEGEND_TEXT: usize = 30;

/// Where bars begin, and how long the longest one is.
const BAR_LEFT: usize = MARGIN + 300;
const BAR_WIDTH: usize = 500;

/// Dark enough for white paper and for eyes that see no color; shares differ in lightness.
const INK: &str = "#1b1b1b";
const SOFT: &str = "#595959";
const ACCENT: &str = "#1f4e79";
const WARNING: &str = "#a61b1b";
const LAST_YEAR: &str = "#a6a6a6";
const SHARES: [&str; 4] = ["#1f4e79", "#4f81ad", "#9fbfdc", "#d9d9d9"];

const FONTS: &str = "Microsoft YaHei, PingFang SC, SimHei, Noto Sans CJK SC, sans-serif";

/// A figure as it is shown.
pub(super) struct Value {
    pub(super) number: Option<i64>,
    pub(super) shown: String,
    /// Last year's number.
    pub(super) previous: Option<i64>,
}

/// A part of a divided bar.
pub(super) struct Share<'a> {
    pub(super) label: &'a str,
    pub(super) value: Value,
}

/// A picture that grows downward.
#[derive(Default)]
pub(super) struct Canvas {
    title: String,
    objects: String,
    /// What the picture shows, in words.
    words: String,
    y: usize,
}

impl Canvas {
    /// The title; a line that is too long is broken in equal parts.
    pub(super) fn title(&mut self, title: &str) {
        self.title = title.replace('\n', "");
        self.y += MARGIN;
        for line in title.lines() {
            let chars: Vec<char> = line.chars().collect();
            let n_parts = width(line, TITLE).div_ceil(INNER).max(1);
            for part in chars.chunks(chars.len().div_ceil(n_parts).max(1)) {
                self.y += TITLE + 16;
                let part: String = part.iter().collect();
                self.text(WIDTH / 2, TITLE, "middle", ACCENT, &part);
            }
        }
        self.y += 20;
    }

    /// A line above everything, in the color of warnings.
    pub(super) fn mark(&mut self, text: &str) {
        self.y += MARGIN;
        self.text(WIDTH / 2, TEXT, "middle", WARNING, text);
        self.words += &format!("{text}。");
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.y += 56;
        self.rect(MARGIN, self.y, INNER, 4, ACCENT);
        self.y += HEADING + 24;
        self.text(MARGIN, HEADING, "start", ACCENT, text);
        self.y += 20;
        self.words += &format!("{text}。");
    }

    pub(super) fn subheading(&mut self, text: &str) {
        self.y += TEXT + 34;
        self.text(MARGIN, TEXT, "start", SOFT, text);
        self.y += 8;
        self.words += &format!("{text}：");
    }

    /// A number on a line of its own.
    pub(super) fn count(&mut self, label: &str, value: &Value) {
        self.y += HEADING + 24;
        self.text(MARGIN, TEXT, "start", INK, label);
        let right = WIDTH - MARGIN;
        match value.previous {
            Some(previous) => {
                let previous = format!("上年 {previous}");
                self.text(right, SMALL, "end", SOFT, &previous);
                self.text(right - 220, HEADING, "end", ACCENT, &value.shown);
            }
            None => self.text(right, HEADING, "end", ACCENT, &value.shown),
        }
        self.say(label, value, "。");
    }

    /// Bars to the same scale, the one of last year below each.
    pub(super) fn bars(&mut self, bars: &[(&str, Value)]) {
        let numbers = |value: &Value| [value.number, value.previous];
        let largest = bars.iter().flat_map(|(_, value)| numbers(value)).flatten();
        let largest = largest.max().unwrap_or(0);
        for (bar_idx, (label, value)) in bars.iter().enumerate() {
            self.y += TEXT + 22;
            self.text(MARGIN, TEXT, "start", INK, label);
            let length = length(value.number, largest);
            self.rect(BAR_LEFT, self.y - TEXT + 4, length, TEXT, ACCENT);
            self.text(BAR_LEFT + length + 14, TEXT, "start", INK, &value.shown);
            if let Some(previous) = value.previous {
                self.y += SMALL + 6;
                let length = self::length(Some(previous), largest);
                self.rect(BAR_LEFT, self.y - SMALL + 8, length, SMALL - 6, LAST_YEAR);
                let previous = format!("上年 {previous}");
                self.text(BAR_LEFT + length + 14, SMALL, "start", SOFT, &previous);
            }
            let is_last = bar_idx + 1 == bars.len();
            self.say(label, value, if is_last { "。" } else { "，" });
        }
        self.y += 8;
    }

    /// One bar in parts, with its total above and its parts named below.
    pub(super) fn divided_bar(&mut self, label: &str, total: &Value, shares: &[Share]) {
        self.count(label, total);
        self.y += 18;
        let numbers = shares.iter().map(|share| share.value.number);
        let numbers: Option<Vec<i64>> = numbers.collect();
        let sum = numbers.iter().flatten().sum::<i64>();
        let mut x = MARGIN;
        // A bar of some parts would say that there are no others.
        if let Some(numbers) = numbers.filter(|_| sum > 0) {
            for (number, color) in numbers.into_iter().zip(SHARES) {
                let width = part(INNER, number, sum);
                self.rect(x, self.y, width, TEXT, color);
                x += width;
            }
            self.y += TEXT;
        }
        let text = |share: &Share| format!("{} {}", share.label, share.value.shown);
        let widest = shares.iter().map(|share| width(&text(share), LEGEND)).max();
        // Where four do not fit beside each other, two do.
        let n_columns = match widest.unwrap_or(0) + LEGEND_TEXT + LEGEND <= INNER / 4 {
            true => 4,
            false => 2,
        };
        for (share_idx, (share, color)) in shares.iter().zip(SHARES).enumerate() {
            if share_idx % n_columns == 0 {
                self.y += SMALL + 14;
            }
            let x = MARGIN + share_idx % n_columns * (INNER / n_columns);
            self.rect(x, self.y - SMALL + 6, 22, 22, color);
            self.text(x + LEGEND_TEXT, LEGEND, "start", INK, &text(share));
            let is_last = share_idx + 1 == shares.len();
            self.say(share.label, &share.value, if is_last { "。" } else { "，" });
        }
        self.y += 12;
    }

    /// A row of a list, its figures at the right or, where they are too long for that, below.
    pub(super) fn list(&mut self, label: &str, figures: &[String]) {
        self.y += TEXT + 24;
        self.text(MARGIN, TEXT, "start", INK, label);
        let line = figures.join("，");
        if width(label, TEXT) + width(&line, SMALL) + SMALL > INNER {
            self.y += SMALL + 12;
        }
        self.text(WIDTH - MARGIN, SMALL, "end", SOFT, &line);
        self.words += &format!("{label}：{line}。");
    }

    pub(super) fn note(&mut self, text: &str) {
        self.y += 40;
        let chars: Vec<char> = text.chars().collect();
        for line in chars.chunks(INNER / SMALL) {
            self.y += SMALL + 12;
            let line: String = line.iter().collect();
            self.text(MARGIN, SMALL, "start", SOFT, &line);
        }
    }

    /// The picture. As one image with a description it is read aloud in order, and not as a heap of numbers.
    pub(super) fn finish(self) -> String {
        let height = self.y + MARGIN;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
             aria-labelledby=\"nianbao-title nianbao-desc\" lang=\"zh-CN\" font-family=\"{FONTS}\" \
             style=\"max-width:100%;height:auto\">\n\
             <title id=\"nianbao-title\">{title}</title>\n<desc id=\"nianbao-desc\">{words}</desc>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n{objects}</svg>\n",
            title = escape(&self.title),
            words = escape(&self.words),
            objects = self.objects,
        )
    }

    fn say(&mut self, label: &str, value: &Value, end: &str) {
        self.words += &format!("{label} {}", value.shown);
        if let Some(previous) = value.previous {
            self.words += &format!("（上年 {previous}）");
        }
        self.words += end;
    }

    /// Text whose baseline is where the picture has grown to.
    fn text(&mut self, x: usize, size: usize, anchor: &str, color: &str, text: &str) {
        self.objects += &format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{color}\">{text}</text>\n",
            y = self.y,
            text = escape(text),
        );
    }

    fn rect(&mut self, x: usize, y: usize, width: usize, height: usize, color: &str) {
        if width > 0 {
            self.objects += &format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>\n"
            );
        }
    }
}

/// The length of a bar; one for a number above 0 is always seen.
fn length(number: Option<i64>, largest: i64) -> usize {
    match number {
        Some(number) if number > 0 => part(BAR_WIDTH, number, largest).max(4),
        _ => 0,
    }
}

/// So much of a length as a number is of a sum.
fn part(length: usize, number: i64, sum: i64) -> usize {
    let part = length as i128 * i128::from(number.max(0)) / i128::from(sum.max(1));
    usize::try_from(part).unwrap_or(0)
}

/// About how wide a text is.
fn width(text: &str, size: usize) -> usize {
    let halves = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 });
    halves.sum::<usize>() * size / 2
}
