//! Fills pages with the outline of the report, as GB/T 9704 lays them out.

use nianbao_core::report::Report;

use super::PAGE_WIDTH;
use super::face::Face;
use super::ink::Ink;
use super::table::Table;
use super::text::{Line, Style, lines};
use crate::document::{Block, closing_margins, outline, title_lines};

/// The text area between the margins of 37, 26, 35 and 28 mm.
const LEFT: i32 = 28_000;
const TOP: i32 = 37_000;
const WIDTH: i32 = PAGE_WIDTH - 28_000 - 26_000;
const HEIGHT: i32 = 225_000;

/// 22 lines of 28 characters of 三号.
const BODY: Style = Style {
    face: Face::Body,
    size: 5_644,
    pitch: WIDTH / 28,
    leading: HEIGHT / 22,
    is_justified: true,
};
const TITLE: Style = Style {
    face: Face::Title,
    size: 7_761,
    pitch: 7_761,
    leading: 11_289,
    is_justified: false,
};
const PAGE_NUMBER: Style = Style {
    face: Face::Table,
    size: 4_939,
    pitch: 4_939,
    leading: 4_939,
    is_justified: false,
};

const MARK: Style = Style {
    face: Face::Heading,
    ..PAGE_NUMBER
};

/// Baseline of the page numbers, whose dashes are 7 mm below the text.
const PAGE_NUMBER_BASELINE: i32 = TOP + HEIGHT + 8_500;

/// Baseline of what stands above the text of every page.
const MARK_BASELINE: i32 = TOP - 9_000;

/// Something that stays on one page, or a table.
enum Piece {
    Line {
        line: Line,
        x: i32,
        style: Style,
        keep_next: bool,
        heading: Option<&'static str>,
    },
    Table(Table),
    /// An empty line, which no page begins with.
    Gap,
}

impl Piece {
    fn height(&self) -> i32 {
        match self {
            Piece::Line { style, .. } => style.leading,
            Piece::Table(table) => table.first_height(HEIGHT),
            Piece::Gap => BODY.leading,
        }
    }

    fn keeps_next(&self) -> bool {
        match self {
            Piece::Line { keep_next, .. } => *keep_next,
            Piece::Table(_) => false,
            Piece::Gap => true,
        }
    }
}

/// Draws a report, with a mark above each page if there is one.
pub(super) fn lay_out(report: &Report, mark: Option<&str>) -> Ink {
    let pieces = pieces(report);
    let mut ink = Ink::new();
    let mut y = 0;
    for (idx, piece) in pieces.iter().enumerate() {
        let n_kept = pieces[idx..].iter().take_while(|piece| piece.keeps_next());
        let needed: i32 = pieces[idx..]
            .iter()
            .take(n_kept.count() + 1)
            .map(Piece::height)
            .sum();
        if y > 0 && y + needed > HEIGHT && (needed <= HEIGHT || y + piece.height() > HEIGHT) {
            ink.begin_page();
            y = 0;
        }
        match piece {
            Piece::Gap if y == 0 => {}
            Piece::Gap => y += piece.height(),
            Piece::Line {
                line,
                x,
                style,
                heading,
                ..
            } => {
                if let Some(heading) = heading {
                    ink.note_heading(heading, TOP + y);
                }
                ink.text(
                    LEFT + x,
                    TOP + y + style.baseline(),
                    style.size,
                    &line.glyphs,
                );
                y += style.leading;
            }
            Piece::Table(table) => {
                let parts = table.parts(HEIGHT - y, HEIGHT);
                for (part_idx, rows) in parts.iter().enumerate() {
                    if part_idx > 0 {
                        ink.begin_page();
                        y = 0;
                    }
                    y += table.draw(rows, LEFT, TOP + y, &mut ink);
                }
            }
        }
    }
    if let Some(mark) = mark {
        mark_pages(&mut ink, mark);
    }
    number_pages(ink)
}

/// A line above the text, in the middle.
fn mark_pages(ink: &mut Ink, mark: &str) {
    for line in lines(mark, MARK, WIDTH, 0) {
        for page_idx in 0..ink.pages().len() {
            let x = LEFT + (WIDTH - line.width) / 2;
            ink.text_on(page_idx, x, MARK_BASELINE, MARK.size, &line.glyphs);
        }
    }
}

/// `— 1 —`, one character from the outer edge of the text.
fn number_pages(mut ink: Ink) -> Ink {
    for page_idx in 0..ink.pages().len() {
        let text = format!("— {} —", page_idx + 1);
        let [line] = &lines(&text, PAGE_NUMBER, WIDTH, 0)[..] else {
            continue;
        };
        let x = match page_idx % 2 {
            0 => WIDTH - PAGE_NUMBER.pitch - line.width,
            _ => PAGE_NUMBER.pitch,
        };
        ink.text_on(
            page_idx,
            LEFT + x,
            PAGE_NUMBER_BASELINE,
            PAGE_NUMBER.size,
            &line.glyphs,
        );
    }
    ink
}

fn pieces(report: &Report) -> Vec<Piece> {
    let blocks = outline(report);
    let (signature_right, date_right) = closing_margins(report);
    let mut pieces = Vec::new();
    for (idx, block) in blocks.iter().enumerate() {
        let is_followed_by_closing = matches!(
            blocks.get(idx + 1),
            Some(Block::Signature(_) | Block::Date(_))
        );
        match block {
            Block::Title(title) => {
                for text in title_lines(title, report).lines() {
                    for line in lines(text, TITLE, WIDTH, 0) {
                        let x = (WIDTH - line.width) / 2;
                        pieces.push(line_of(line, x, TITLE, true));
                    }
                }
                pieces.push(Piece::Gap);
            }
            Block::Paragraph(text) => {
                paragraph(&mut pieces, text, BODY, is_followed_by_closing, None);
            }
            Block::SectionHeading(text) => {
                let style = Style {
                    face: Face::Heading,
                    ..BODY
                };
                paragraph(&mut pieces, text, style, true, Some(text));
            }
            Block::TopicHeading(text) => {
                let style = Style {
                    face: Face::Topic,
                    ..BODY
                };
                paragraph(&mut pieces, text, style, true, None);
            }
            Block::Table(grid) => pieces.push(Piece::Table(Table::new(report, grid, WIDTH))),
            Block::Signature(text) => {
                pieces.push(Piece::Gap);
                closing(&mut pieces, text, signature_right, is_followed_by_closing);
            }
            Block::Date(text) => closing(&mut pieces, text, date_right, false),
        }
    }
    pieces
}

fn line_of(line: Line, x: i32, style: Style, keep_next: bool) -> Piece {
    Piece::Line {
        line,
        x,
        style,
        keep_next,
        heading: None,
    }
}

/// A paragraph with an indent of two characters; its last line may have to stay with what follows.
fn paragraph(
    pieces: &mut Vec<Piece>,
    text: &str,
    style: Style,
    keep_next: bool,
    title: Option<&'static str>,
) {
    let lines = lines(text, style, WIDTH, 2 * style.pitch);
    let n_lines = lines.len();
    for (idx, line) in lines.into_iter().enumerate() {
        pieces.push(Piece::Line {
            line,
            x: 0,
            style,
            keep_next: keep_next && idx + 1 == n_lines,
            heading: title.filter(|_| idx == 0),
        });
    }
}

/// A line that ends so many half characters from the right.
fn closing(pieces: &mut Vec<Piece>, text: &str, right: usize, keep_next: bool) {
    let half = BODY.pitch / 2;
    for line in lines(text, BODY, WIDTH, 0) {
        let x = WIDTH - line.width - half * right as i32;
        pieces.push(line_of(line, x.max(0), BODY, keep_next));
    }
}
