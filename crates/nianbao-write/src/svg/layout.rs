//! Sheets for phones, screens and notice boards.

use super::canvas::{ACCENT, Anchor, Canvas, INK, PAPER, SMALL, SOFT, TEXT, WARNING, fitting};
use super::panel::Panel;
use crate::xml::escape;

const MARGIN: usize = 60;
const GAP: usize = 60;
const FONTS: &str = "Microsoft YaHei, PingFang SC, SimHei, Noto Sans CJK SC, sans-serif";

/// The sheet that a picture is drawn for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Layout {
    /// One column, as long as it takes: for phones and websites.
    #[default]
    Phone,
    /// 16 to 9: for screens and slides.
    Screen,
    /// A3, standing: for notice boards.
    Poster,
}

/// What stands on a sheet.
pub(super) struct Sheet<'a> {
    pub(super) mark: Option<&'a str>,
    /// One line or two.
    pub(super) title: &'a str,
    pub(super) sentences: &'a [String],
    pub(super) panels: &'a [Panel],
    pub(super) note: &'a str,
}

impl Layout {
    /// All of them, the one most asked for first.
    pub const ALL: [Layout; 3] = [Layout::Phone, Layout::Screen, Layout::Poster];

    /// Its name for programs, as the command line takes it.
    pub fn key(self) -> &'static str {
        match self {
            Layout::Phone => "phone",
            Layout::Screen => "screen",
            Layout::Poster => "poster",
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Layout::Phone => "长图（手机、网站）",
            Layout::Screen => "横幅（屏幕、幻灯片）",
            Layout::Poster => "A3 竖版（公告栏）",
        }
    }

    /// Height to width of its sheet; none where it grows with what stands on it.
    fn ratio(self) -> Option<(usize, usize)> {
        match self {
            Layout::Phone => None,
            Layout::Screen => Some((9, 16)),
            Layout::Poster => Some((420, 297)),
        }
    }

    /// How wide it begins, in the units of letters.
    fn least_width(self) -> usize {
        match self {
            Layout::Phone => 1080,
            Layout::Screen => 1920,
            Layout::Poster => 1480,
        }
    }

    /// Draws a sheet: wider, with letters that are smaller for it, until all fits.
    pub(super) fn draw(self, sheet: &Sheet) -> String {
        const STEP: usize = 80;
        const WIDEST: usize = 6000;
        let mut width = self.least_width();
        loop {
            let body = self.body(sheet, width);
            let height = match self.ratio() {
                None => body.y,
                Some((high, wide)) => width * high / wide,
            };
            if body.y <= height || width >= WIDEST {
                return finished(sheet, &body, height.max(body.y));
            }
            width += STEP;
        }
    }

    /// All that stands on it, as high as it needs.
    fn body(self, sheet: &Sheet, width: usize) -> Canvas {
        let mut canvas = Canvas::new(width);
        banner(&mut canvas, sheet);
        let inner = width - 2 * MARGIN;
        canvas.y += GAP / 2;
        for sentence in sheet.sentences {
            let mut lines = Canvas::new(inner);
            lines.lines(0, TEXT, INK, sentence);
            canvas.place((MARGIN, canvas.y), &lines);
            canvas.y += lines.y;
        }
        canvas.y += GAP * 2 / 3;
        for row in self.rows(sheet.panels) {
            let shares: usize = row.iter().map(|(_, share)| share).sum();
            let room = inner - (row.len() - 1) * GAP;
            let (mut x, mut height) = (MARGIN, 0);
            for (panel, share) in row {
                let drawn = panel.draw(room * share / shares);
                canvas.place((x, canvas.y), &drawn);
                x += drawn.width + GAP;
                height = height.max(drawn.y);
            }
            canvas.y += height + GAP / 2;
        }
        let mut note = Canvas::new(inner);
        note.lines(0, SMALL, SOFT, sheet.note);
        canvas.place((MARGIN, canvas.y), &note);
        canvas.y += note.y + GAP / 2;
        canvas
    }

    /// Which panels stand beside each other, and their shares of the width.
    fn rows(self, panels: &[Panel]) -> Vec<Vec<(&Panel, usize)>> {
        match (self, panels) {
            (Layout::Screen, panels) => {
                let share = |panel: &Panel| 2 + panel.parts.len().min(1);
                vec![panels.iter().map(|panel| (panel, share(panel))).collect()]
            }
            // The requests across the whole sheet, the others below them.
            (Layout::Poster, [documents, requests, disputes]) => {
                vec![vec![(requests, 1)], vec![(documents, 1), (disputes, 1)]]
            }
            _ => panels.iter().map(|panel| vec![(panel, 1)]).collect(),
        }
    }
}

/// The title on a band of color; a line that is too long is set smaller.
fn banner(canvas: &mut Canvas, sheet: &Sheet) {
    const TITLE: usize = 56;
    let lines: Vec<_> = sheet.title.lines().collect();
    let top = match sheet.mark {
        Some(_) => TEXT + 40,
        None => 0,
    };
    let height = MARGIN + lines.len() * (TITLE + 24) + 20;
    if let Some(mark) = sheet.mark {
        canvas.text_at(
            (canvas.width / 2, TEXT + 16),
            TEXT,
            Anchor::Middle,
            WARNING,
            mark,
        );
    }
    canvas.rect((0, top), canvas.width, height, ACCENT);
    canvas.y = top + MARGIN / 2;
    for line in lines {
        canvas.y += TITLE + 24;
        let size = fitting(line, TITLE, canvas.width - 2 * MARGIN);
        canvas.text(canvas.width / 2, size, Anchor::Middle, PAPER, line);
    }
    canvas.y = top + height;
}

/// The picture. As one image with a description it is read aloud in order, and not as a heap of numbers.
fn finished(sheet: &Sheet, body: &Canvas, height: usize) -> String {
    let mark = sheet.mark.map(|mark| format!("{mark}。"));
    let panels = sheet.panels.iter().map(Panel::words);
    let words: String = (mark.into_iter())
        .chain(sheet.sentences.iter().cloned())
        .chain(panels)
        .collect();
    let width = body.width;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"nianbao-title nianbao-desc\" lang=\"zh-CN\" font-family=\"{FONTS}\" \
         style=\"max-width:100%;height:auto\">\n\
         <title id=\"nianbao-title\">{title}</title>\n<desc id=\"nianbao-desc\">{words}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n{objects}</svg>\n",
        title = escape(&sheet.title.replace('\n', "")),
        words = escape(&words),
        objects = body.objects,
    )
}
