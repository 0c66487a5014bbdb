//! Draws objects as characters and lines of a page, y upward, in points.

use std::collections::BTreeMap;

use super::objects::{Object, Path, Text, What};
use crate::ReadError;
use crate::budget::Budget;
use crate::layout::matrix::{IDENTITY, Matrix, moved, shift, then};
use crate::layout::path::{self, filled, straight};
use crate::layout::{Canvas, Glyph};
use crate::page::Look;

/// Points of a millimeter.
const POINTS: f64 = 72.0 / 25.4;

/// Composite objects within composite objects; converters nest two.
const MAX_DEPTH: usize = 12;

/// Share of a character's size from its baseline to its middle.
const MIDDLE: f64 = 0.36;

/// Widths of characters, in sizes: those before the general punctuation are narrow.
const FIRST_WIDE: char = '\u{2000}';
const NARROW: f64 = 0.5;

/// A page being drawn.
pub(super) struct Drawing<'d> {
    composites: &'d BTreeMap<String, Vec<Object>>,
    budget: &'d mut Budget,
    canvas: Canvas,
    page: Matrix,
    height: f64,
    /// How all text looks that is drawn now.
    look: Option<Look>,
}

impl<'d> Drawing<'d> {
    /// An empty page of this area.
    pub(super) fn new(
        [left, top, _, height]: [f64; 4],
        composites: &'d BTreeMap<String, Vec<Object>>,
        budget: &'d mut Budget,
    ) -> Drawing<'d> {
        let height = height * POINTS;
        let page = [
            POINTS,
            0.0,
            0.0,
            -POINTS,
            -left * POINTS,
            height + top * POINTS,
        ];
        Drawing {
            composites,
            budget,
            canvas: Canvas::default(),
            page,
            height,
            look: None,
        }
    }

    /// What was drawn, with the height of the page.
    pub(super) fn finish(self) -> (Canvas, f64) {
        (self.canvas, self.height)
    }

    pub(super) fn draw(&mut self, objects: &[Object]) -> Result<(), ReadError> {
        self.group(objects, self.page, 0)
    }

    /// Draws what somebody has put over the page.
    pub(super) fn draw_over(&mut self, objects: &[Object]) -> Result<(), ReadError> {
        self.look = Some(Look::Beside);
        let drawn = self.draw(objects);
        self.look = None;
        drawn
    }

    fn group(&mut self, objects: &[Object], outer: Matrix, depth: usize) -> Result<(), ReadError> {
        if depth > MAX_DEPTH {
            return Ok(());
        }
        for object in objects {
            self.budget.take_steps(1)?;
            let outer_look = self.look;
            if object.is_hidden {
                self.look = Some(Look::Hidden);
            }
            let (x, y) = object.origin;
            let inner = then(object.matrix.unwrap_or(IDENTITY), shift(x, y));
            let matrix = then(inner, outer);
            match &object.what {
                What::Text(text) => self.text(text, matrix)?,
                What::Path(_) if object.is_hidden => {}
                What::Path(path) => self.path(path, matrix)?,
                What::Composite(id) => {
                    let composites = self.composites;
                    if let Some(objects) = composites.get(id) {
                        self.group(objects, matrix, depth + 1)?;
                    }
                }
                // A group has no place of its own.
                What::Group(objects) => self.group(objects, outer, depth)?,
                What::Inside(objects) => self.group(objects, matrix, depth)?,
            }
            self.look = outer_look;
        }
        Ok(())
    }

    fn text(&mut self, text: &Text, matrix: Matrix) -> Result<(), ReadError> {
        let (mut x, mut y) = (0.0, 0.0);
        for code in &text.codes {
            (x, y) = (code.x.unwrap_or(x), code.y.unwrap_or(y));
            let mut at = (x, y);
            for (place, c) in code.text.chars().enumerate() {
                self.budget.take_pieces(1)?;
                let share = if c < FIRST_WIDE { NARROW } else { 1.0 };
                let natural = share * text.size * text.stretch;
                let (dx, dy) = (code.dx.get(place), code.dy.get(place));
                let width = dx.map_or(natural, |dx| natural.min(dx.abs()));
                let look = self.look.or(text.is_white.then_some(Look::Faint));
                self.glyph(c, at, [width, text.size], matrix, look);
                at.0 += match (dx, dy) {
                    (Some(dx), _) => *dx,
                    // Characters that are set downward are under each other.
                    (None, Some(_)) => 0.0,
                    (None, None) => natural,
                };
                at.1 += dy.copied().unwrap_or(0.0);
            }
        }
        Ok(())
    }

    fn glyph(
        &mut self,
        c: char,
        (x, y): (f64, f64),
        [width, size]: [f64; 2],
        matrix: Matrix,
        look: Option<Look>,
    ) {
        let start = moved(matrix, x, y - MIDDLE * size);
        let end = moved(matrix, x + width, y - MIDDLE * size);
        let (base, top) = (moved(matrix, x, y), moved(matrix, x, y - size));
        let size = (top.1 - base.1).abs().max((top.0 - base.0).abs());
        let glyph = Glyph {
            c,
            left: start.0.min(end.0),
            right: start.0.max(end.0),
            middle: (start.1 + end.1) / 2.0,
            size,
            look,
        };
        let places = [glyph.left, glyph.right, glyph.middle, glyph.size];
        if places.iter().all(|at| at.is_finite() && at.abs() < 1e6) {
            self.canvas.glyphs.push(glyph);
        }
    }

    fn path(&mut self, drawn: &Path, matrix: Matrix) -> Result<(), ReadError> {
        let mut path = path::Path::default();
        let mut words = drawn.data.split_whitespace().peekable();
        while let Some(word) = words.next() {
            self.budget.take_steps(1)?;
            let mut numbers = Vec::new();
            while let Some(number) = words.peek().and_then(|word| word.parse::<f64>().ok()) {
                words.next();
                numbers.push(number);
            }
            let point = || match numbers[..] {
                [x, y, ..] => moved(matrix, x, y),
                _ => moved(matrix, 0.0, 0.0),
            };
            match word {
                "S" | "M" => path.begin(point()),
                "L" => path.push(point()),
                "C" => path.close(),
                _ => path.curve(),
            }
        }
        for piece in path.pieces {
            if drawn.fills {
                self.canvas.rules.extend(filled(&piece));
            }
            if drawn.strokes {
                let sides = piece.windows(2);
                let rules = sides.filter_map(|side| straight(side[0], side[1]));
                self.canvas.rules.extend(rules);
            }
        }
        Ok(())
    }
}
