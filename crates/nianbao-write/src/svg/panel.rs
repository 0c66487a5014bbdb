//! One section of the picture: what is shown of it, how it is drawn, and the same in words.

use super::canvas::{
    ACCENT, Anchor, Canvas, FIGURE, HEADING, INK, LAST_YEAR, PALE, SHARES, SMALL, SOFT, TEXT,
    fitting, width,
};

/// From this width on, groups of bars stand beside each other.
const BESIDE: usize = 1200;
const GAP: usize = 40;

/// A figure as it is shown.
pub(super) struct Value {
    pub(super) number: Option<i64>,
    pub(super) shown: String,
    /// Last year's number.
    pub(super) previous: Option<i64>,
}

impl Value {
    /// How it differs from last year's.
    fn change(&self) -> Option<String> {
        let previous = self.previous?;
        let change = match self.number.map(|number| number - previous) {
            None => String::new(),
            Some(0) => "，持平".to_owned(),
            Some(more @ 1..) => format!("，增 {more}"),
            Some(less) => format!("，减 {}", less.unsigned_abs()),
        };
        Some(format!("上年 {previous}{change}"))
    }
}

/// A figure with its name.
pub(super) struct Bar {
    pub(super) label: &'static str,
    pub(super) value: Value,
}

/// A way to show figures.
pub(super) enum Part {
    /// Large figures, each over its name.
    Tiles(Vec<Bar>),
    /// Bars to the same scale, the one of last year below each.
    Bars { name: &'static str, bars: Vec<Bar> },
    /// One bar divided by shares.
    Divided {
        name: String,
        total: Value,
        shares: Vec<Bar>,
    },
    /// Several figures of one thing on a line.
    List {
        name: &'static str,
        figures: Vec<Bar>,
    },
}

/// A section of the report.
pub(super) struct Panel {
    pub(super) heading: &'static str,
    pub(super) parts: Vec<Part>,
}

impl Panel {
    /// Draws it in a width.
    pub(super) fn draw(&self, width: usize) -> Canvas {
        let mut canvas = Canvas::new(width);
        canvas.rect((0, 4), 12, HEADING + 4, ACCENT);
        canvas.y = HEADING;
        let size = fitting(self.heading, HEADING, width - 32);
        canvas.text(32, size, Anchor::Start, ACCENT, self.heading);
        canvas.y += 26;
        let n_beside = match width >= BESIDE {
            true => 2,
            false => 1,
        };
        let is_bars = |part: &Part| matches!(part, Part::Bars { .. } | Part::Divided { .. });
        for group in self.parts.chunk_by(|a, b| is_bars(a) && is_bars(b)) {
            let n_columns = if is_bars(&group[0]) { n_beside } else { 1 };
            let part_width = (width - (n_columns - 1) * GAP) / n_columns;
            for row in group.chunks(n_columns) {
                let drawn: Vec<_> = row.iter().map(|part| part.draw(part_width)).collect();
                for (column, part) in drawn.iter().enumerate() {
                    canvas.place((column * (part_width + GAP), canvas.y), part);
                }
                canvas.y += drawn.iter().map(|part| part.y).max().unwrap_or(0);
            }
        }
        canvas
    }

    /// The same in words.
    pub(super) fn words(&self) -> String {
        let parts = self.parts.iter().map(Part::words);
        format!("{}。{}", self.heading, parts.collect::<String>())
    }
}

impl Part {
    fn draw(&self, width: usize) -> Canvas {
        let mut canvas = Canvas::new(width);
        match self {
            Part::Tiles(tiles) => draw_tiles(&mut canvas, tiles),
            Part::Bars { name, bars } => draw_bars(&mut canvas, name, bars),
            Part::Divided {
                name,
                total,
                shares,
            } => draw_divided(&mut canvas, name, total, shares),
            Part::List { name, figures } => draw_list(&mut canvas, name, figures),
        }
        canvas
    }

    fn words(&self) -> String {
        let say = |bar: &Bar| match bar.value.change() {
            Some(change) => format!("{} {}（{change}）", bar.label, bar.value.shown),
            None => format!("{} {}", bar.label, bar.value.shown),
        };
        let said = |bars: &[Bar]| bars.iter().map(say).collect::<Vec<_>>().join("，");
        match self {
            Part::Tiles(tiles) => format!("{}。", said(tiles)),
            Part::Bars { name, bars } => format!("{name}：{}。", said(bars)),
            Part::Divided {
                name,
                total,
                shares,
            } => format!("{name} {}：{}。", total.shown, said(shares)),
            Part::List { name, figures } => format!("{name}：{}。", said(figures)),
        }
    }
}

/// Tiles beside each other, as many as are wide enough for their names.
fn draw_tiles(canvas: &mut Canvas, tiles: &[Bar]) {
    const LEAST: usize = 230;
    const SPACE: usize = 16;
    if tiles.is_empty() {
        return;
    }
    let fitting_columns = ((canvas.width + SPACE) / (LEAST + SPACE)).clamp(1, 4);
    // Rows of equal length: four tiles as two and two, not three and one.
    let n_rows = tiles.len().div_ceil(fitting_columns);
    let n_columns = tiles.len().div_ceil(n_rows);
    let tile_width = (canvas.width + SPACE) / n_columns - SPACE;
    let has_change = tiles.iter().any(|tile| tile.value.previous.is_some());
    let height = FIGURE + TEXT + 52 + if has_change { SMALL + 14 } else { 0 };
    for row in tiles.chunks(n_columns) {
        for (column, tile) in row.iter().enumerate() {
            let x = column * (tile_width + SPACE);
            let top = canvas.y;
            canvas.rect((x, top), tile_width, height, PALE);
            let middle = x + tile_width / 2;
            let room = tile_width - 20;
            let shown = &tile.value.shown;
            let mut line = |y, usual, color, text: &str| {
                let size = fitting(text, usual, room);
                canvas.text_at((middle, top + y), size, Anchor::Middle, color, text);
            };
            line(FIGURE + 8, FIGURE, ACCENT, shown);
            line(FIGURE + TEXT + 24, TEXT, INK, tile.label);
            if let Some(change) = tile.value.change() {
                line(FIGURE + TEXT + SMALL + 38, SMALL, SOFT, &change);
            }
        }
        canvas.y += height + SPACE;
    }
    canvas.y += 8;
}

fn draw_bars(canvas: &mut Canvas, name: &str, bars: &[Bar]) {
    const LABELS: usize = 230;
    subheading(canvas, name);
    let numbers = |bar: &Bar| [bar.value.number, bar.value.previous];
    let largest = bars.iter().flat_map(numbers).flatten().max().unwrap_or(0);
    let sum: Option<i64> = bars.iter().map(|bar| bar.value.number).sum();
    let shown = |bar: &Bar| match (bar.value.number, sum) {
        (Some(number), Some(sum)) if sum > 0 => {
            let share = percent(number, sum).unwrap_or_default();
            format!("{}（{share}）", bar.value.shown)
        }
        _ => bar.value.shown.clone(),
    };
    let texts = bars.iter().map(|bar| width(&shown(bar), TEXT));
    let longest = canvas
        .width
        .saturating_sub(LABELS + texts.max().unwrap_or(0) + 12);
    let length = |number: Option<i64>| match number {
        Some(number) if number > 0 => part(longest, number, largest).max(4),
        _ => 0,
    };
    for bar in bars {
        canvas.y += TEXT + 20;
        let label_size = fitting(bar.label, TEXT, LABELS - 12);
        canvas.text(0, label_size, Anchor::Start, INK, bar.label);
        let now = length(bar.value.number);
        canvas.rect((LABELS, canvas.y - TEXT + 5), now, TEXT, ACCENT);
        canvas.text(LABELS + now + 12, TEXT, Anchor::Start, INK, &shown(bar));
        if let Some(previous) = bar.value.previous {
            canvas.y += SMALL + 8;
            let before = length(Some(previous));
            canvas.rect((LABELS, canvas.y - SMALL + 8), before, SMALL - 8, LAST_YEAR);
            let said = format!("上年 {previous}");
            canvas.text(LABELS + before + 12, SMALL, Anchor::Start, SOFT, &said);
        }
    }
    canvas.y += 32;
}

fn draw_divided(canvas: &mut Canvas, name: &str, total: &Value, shares: &[Bar]) {
    const SQUARE: usize = 22;
    canvas.y += TEXT + 16;
    let right = canvas.width;
    canvas.text(right, HEADING, Anchor::End, ACCENT, &total.shown);
    let room = right.saturating_sub(width(&total.shown, HEADING) + 20);
    canvas.text(0, fitting(name, TEXT, room), Anchor::Start, INK, name);
    if let Some(change) = total.change() {
        canvas.y += SMALL + 12;
        canvas.text(right, SMALL, Anchor::End, SOFT, &change);
    }
    canvas.y += 14;
    let numbers: Option<Vec<i64>> = shares.iter().map(|share| share.value.number).collect();
    let sum = numbers.iter().flatten().sum::<i64>();
    // A bar of some parts would say that there are no others.
    if let Some(numbers) = numbers.filter(|_| sum > 0) {
        let mut before = 0;
        for (number, color) in numbers.into_iter().zip(SHARES) {
            let (x, end) = (part(right, before, sum), part(right, before + number, sum));
            canvas.rect((x, canvas.y), end - x, TEXT, color);
            before += number;
        }
        canvas.y += TEXT;
    }
    let text = |share: &Bar| format!("{} {}", share.label, share.value.shown);
    let widest = shares.iter().map(|share| width(&text(share), SMALL)).max();
    let needed = widest.unwrap_or(0) + SQUARE + 24;
    let n_columns = match right / needed.max(1) {
        4.. => 4,
        2 | 3 => 2,
        _ => 1,
    };
    for (share_idx, (share, color)) in shares.iter().zip(SHARES).enumerate() {
        if share_idx % n_columns == 0 {
            canvas.y += SMALL + 16;
        }
        let x = share_idx % n_columns * (right / n_columns);
        canvas.rect((x, canvas.y - SMALL + 6), SQUARE, SQUARE, color);
        canvas.text(x + SQUARE + 8, SMALL, Anchor::Start, INK, &text(share));
    }
    canvas.y += 36;
}

/// The name above, the figures on a line in equal parts.
fn draw_list(canvas: &mut Canvas, name: &str, figures: &[Bar]) {
    subheading(canvas, name);
    let part_width = canvas.width / figures.len().max(1);
    let top = canvas.y + 8;
    let has_change = figures.iter().any(|figure| figure.value.previous.is_some());
    for (column, figure) in figures.iter().enumerate() {
        let middle = column * part_width + part_width / 2;
        let room = part_width - 16;
        let mut line = |y, usual, color, text: &str| {
            let size = fitting(text, usual, room);
            canvas.text_at((middle, top + y), size, Anchor::Middle, color, text);
        };
        line(HEADING + 6, HEADING, ACCENT, &figure.value.shown);
        line(HEADING + SMALL + 16, SMALL, SOFT, figure.label);
        if let Some(change) = figure.value.change() {
            line(HEADING + 2 * SMALL + 26, SMALL, SOFT, &change);
        }
    }
    canvas.y = top + HEADING + SMALL + 46 + if has_change { SMALL + 10 } else { 0 };
}

fn subheading(canvas: &mut Canvas, name: &str) {
    canvas.y += TEXT + 10;
    canvas.text(0, TEXT, Anchor::Start, SOFT, name);
    canvas.y += 4;
}

/// So much of a length as a number is of a sum.
fn part(length: usize, number: i64, sum: i64) -> usize {
    let part = length as i128 * i128::from(number.max(0)) / i128::from(sum.max(1));
    usize::try_from(part).unwrap_or(0)
}

/// A share in hundredths with one decimal, rounded, but something is not nothing and a part not all; none of nothing.
pub(super) fn percent(number: i64, sum: i64) -> Option<String> {
    if sum <= 0 || number < 0 {
        return None;
    }
    let thousandths = (i128::from(number) * 2000 + i128::from(sum)) / (2 * i128::from(sum));
    if thousandths == 0 && number > 0 {
        return Some("不足 0.1%".to_owned());
    }
    let thousandths = if number < sum {
        thousandths.min(999)
    } else {
        thousandths
    };
    Some(format!("{}.{}%", thousandths / 10, thousandths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_and_nothing_has_none() {
        for (number, sum, said) in [
            (1, 3, Some("33.3%")),
            (2, 3, Some("66.7%")),
            (0, 7, Some("0.0%")),
            (1, 9999, Some("不足 0.1%")),
            (9999, 10_000, Some("99.9%")),
            (7, 7, Some("100.0%")),
            (1, 0, None),
            (i64::MAX, i64::MAX, Some("100.0%")),
        ] {
            assert_eq!(percent(number, sum).as_deref(), said);
        }
    }

    #[test]
    fn a_change_says_more_less_or_the_same() {
        let value = |number, previous| Value {
            number,
            shown: String::new(),
            previous,
        };
        assert_eq!(
            value(Some(5), Some(3)).change().as_deref(),
            Some("上年 3，增 2")
        );
        assert_eq!(
            value(Some(1), Some(3)).change().as_deref(),
            Some("上年 3，减 2")
        );
        assert_eq!(
            value(Some(3), Some(3)).change().as_deref(),
            Some("上年 3，持平")
        );
        assert_eq!(value(None, Some(3)).change().as_deref(), Some("上年 3"));
        assert_eq!(value(Some(3), None).change(), None);
    }
}
