//! Paths as far as they may be lines of a table.

use super::Rule;

/// Points of a path that may still be a line or a box.
const MAX_POINTS: usize = 12;

/// Filled boxes up to this thickness are lines.
const MAX_THICKNESS: f64 = 4.0;

/// Lines of a table are longer, in points.
const MIN_LENGTH: f64 = 2.0;

/// A path being built: the corners of each piece, or nothing where it is curved.
#[derive(Default)]
pub(crate) struct Path {
    pub(crate) pieces: Vec<Vec<(f64, f64)>>,
}

impl Path {
    pub(crate) fn begin(&mut self, point: (f64, f64)) {
        self.pieces.push(vec![point]);
    }

    pub(crate) fn push(&mut self, point: (f64, f64)) {
        match self.pieces.last_mut() {
            Some(piece) if piece.len() > MAX_POINTS => piece.clear(),
            Some(piece) if !piece.is_empty() => piece.push(point),
            _ => {}
        }
    }

    pub(crate) fn curve(&mut self) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.clear();
        }
    }

    pub(crate) fn close(&mut self) {
        if let Some(piece) = self.pieces.last_mut()
            && let Some(first) = piece.first().copied()
        {
            piece.push(first);
        }
    }
}

/// A side as a line of a table, if it runs along an axis.
pub(crate) fn straight((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Option<Rule> {
    let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
    let is_horizontal = width > height;
    let (length, skew) = if is_horizontal {
        (width, height)
    } else {
        (height, width)
    };
    let is_rule = length >= MIN_LENGTH && skew <= 1.0 && length < 1e6;
    is_rule.then(|| match is_horizontal {
        true => Rule {
            is_horizontal,
            at: (y0 + y1) / 2.0,
            from: x0.min(x1),
            to: x0.max(x1),
        },
        false => Rule {
            is_horizontal,
            at: (x0 + x1) / 2.0,
            from: y0.min(y1),
            to: y0.max(y1),
        },
    })
}

/// A thin filled box as the line along its middle.
pub(crate) fn filled(piece: &[(f64, f64)]) -> Option<Rule> {
    let (first, rest) = piece.split_first()?;
    let (mut low, mut high) = (*first, *first);
    for (x, y) in rest {
        low = (low.0.min(*x), low.1.min(*y));
        high = (high.0.max(*x), high.1.max(*y));
    }
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    if width.min(height) > MAX_THICKNESS {
        return None;
    }
    let middle = ((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0);
    match width > height {
        true => straight((low.0, middle.1), (high.0, middle.1)),
        false => straight((middle.0, low.1), (middle.0, high.1)),
    }
}
