//! Carries out what a page's content says, as far as it draws characters and straight lines.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::{TypedIter, ops::TypedInstruction};
use hayro_syntax::object::dict::keys::{CONTENTS, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream, String};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;
use super::search;
use super::streams::Streams;
use crate::ReadError;
use crate::budget::Budget;
use crate::layout::matrix::{IDENTITY, Matrix, moved, shift, then};
use crate::layout::path::{Path, filled, straight};
use crate::layout::{Canvas, Glyph};
use crate::page::Look;

/// Drawings within drawings; word processors make two.
const MAX_FORM_DEPTH: usize = 12;

/// What it costs to look a drawing up, in steps.
const LOOK_UP: usize = 20;

/// Graphics states kept; more than any producer nests.
const MAX_SAVED: usize = 256;

/// Share of a character's size from its baseline to its middle.
const MIDDLE: f64 = 0.36;

/// The fonts read so far, since most pages share them.
pub(super) type Fonts = BTreeMap<ObjectIdentifier, Rc<Font>>;

/// What a page shows.
pub(super) fn canvas_of(
    page: &Page,
    fonts: &mut Fonts,
    streams: &mut Streams,
    budget: &mut Budget,
) -> Result<Canvas, ReadError> {
    let content = match page.raw().get::<Object>(CONTENTS) {
        Some(Object::Stream(stream)) => streams.unpacked(&stream, budget)?,
        Some(Object::Array(parts)) => {
            let mut content = Vec::new();
            for part in parts.iter::<Stream>() {
                let part = streams.unpacked(&part, budget)?;
                // A part may be named again and again.
                budget.take_bytes(part.len())?;
                content.extend_from_slice(&part);
                content.push(b' ');
            }
            content.into()
        }
        _ => Rc::default(),
    };
    let mut walk = Walk {
        canvas: Canvas::default(),
        streams,
        budget,
        fonts,
    };
    let state = State {
        matrix: page.initial_transform(false).as_coeffs(),
        ..State::default()
    };
    walk.draw(&content, page.resources(), state, 0)?;
    Ok(walk.canvas)
}
/// The graphics state, as far as it moves or hides anything.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    char_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    fills_white: bool,
    strokes_white: bool,
    /// Whether characters are drawn without any color, as over a scanned page.
    is_invisible: bool,
}

impl Default for State {
    fn default() -> State {
        State {
            matrix: IDENTITY,
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            fills_white: false,
            strokes_white: false,
            is_invisible: false,
        }
    }
}

struct Walk<'b> {
    canvas: Canvas,
    streams: &'b mut Streams,
    budget: &'b mut Budget,
    fonts: &'b mut Fonts,
}

impl Walk<'_> {
    fn draw(
        &mut self,
        content: &[u8],
        resources: &Resources,
        mut state: State,
        depth: usize,
    ) -> Result<(), ReadError> {
        use TypedInstruction as T;
        search::take_inline_images(content, self.budget)?;
        let mut saved = Vec::new();
        let mut path = Path::default();
        let (mut text, mut line) = (IDENTITY, IDENTITY);
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.budget.take_steps(1)?;
            match instruction {
                T::SaveState(_) if saved.len() < MAX_SAVED => saved.push(state.clone()),
                T::RestoreState(_) => state = saved.pop().unwrap_or(state),
                T::Transform(m) => {
                    let matrix = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(Number::as_f64);
                    state.matrix = then(matrix, state.matrix);
                }
                T::XObject(name) => {
                    self.budget.take_steps(LOOK_UP)?;
                    match resources.get_x_object(name.0) {
                        Some(form) => self.form(&form, resources, &state, depth)?,
                        // It was looked for to the end of the file, perhaps.
                        None => self.budget.take_scan(self.streams.file_len())?,
                    }
                }

                T::NonStrokeColorDeviceGray(gray) => state.fills_white = is_white(&[gray.0]),
                T::StrokeColorDeviceGray(gray) => state.strokes_white = is_white(&[gray.0]),
                T::NonStrokeColorDeviceRgb(c) => state.fills_white = is_white(&[c.0, c.1, c.2]),
                T::StrokeColorDeviceRgb(c) => state.strokes_white = is_white(&[c.0, c.1, c.2]),
                T::NonStrokeColor(color) => state.fills_white = is_white(&color.0),
                T::StrokeColor(color) => state.strokes_white = is_white(&color.0),
                T::NonStrokeColorCmyk(_) | T::NonStrokeColorNamed(_) => state.fills_white = false,
                T::StrokeColorCmyk(_) | T::StrokeColorNamed(_) => state.strokes_white = false,

                T::MoveTo(p) => {
                    self.budget.take_pieces(1)?;
                    path.begin(moved(state.matrix, p.0.as_f64(), p.1.as_f64()));
                }
                T::LineTo(p) => path.push(moved(state.matrix, p.0.as_f64(), p.1.as_f64())),
                T::CubicTo(_) | T::CubicStartTo(_) | T::CubicEndTo(_) => path.curve(),
                T::ClosePath(_) => path.close(),
                T::RectPath(r) => {
                    self.budget.take_pieces(1)?;
                    let [x, y, width, height] = [&r.0, &r.1, &r.2, &r.3].map(Number::as_f64);
                    path.begin(moved(state.matrix, x, y));
                    path.push(moved(state.matrix, x + width, y));
                    path.push(moved(state.matrix, x + width, y + height));
                    path.push(moved(state.matrix, x, y + height));
                    path.close();
                }
                T::StrokePath(_) => self.paint(&mut path, &state, false, true),
                T::CloseAndStrokePath(_) => {
                    path.close();
                    self.paint(&mut path, &state, false, true);
                }
                T::FillPathNonZero(_)
                | T::FillPathNonZeroCompatibility(_)
                | T::FillPathEvenOdd(_) => {
                    self.paint(&mut path, &state, true, false);
                }
                T::FillAndStrokeNonZero(_) | T::FillAndStrokeEvenOdd(_) => {
                    self.paint(&mut path, &state, true, true);
                }
                T::CloseFillAndStrokeNonZero(_) | T::CloseFillAndStrokeEvenOdd(_) => {
                    path.close();
                    self.paint(&mut path, &state, true, true);
                }
                T::EndPath(_) => path.pieces.clear(),

                T::BeginText(_) => (text, line) = (IDENTITY, IDENTITY),
                T::CharacterSpacing(space) => state.char_space = space.0.as_f64(),
                T::WordSpacing(space) => state.word_space = space.0.as_f64(),
                T::HorizontalScaling(percent) => state.stretch = percent.0.as_f64() / 100.0,
                T::TextLeading(leading) => state.leading = leading.0.as_f64(),
                T::TextRise(rise) => state.rise = rise.0.as_f64(),
                T::TextRenderingMode(mode) => {
                    state.is_invisible = matches!(mode.0.as_f64() as i64, 3 | 7);
                }
                T::TextFont(font) => {
                    state.font = self.font(resources, font.0)?;
                    state.size = font.1.as_f64();
                }
                T::NextLine(by) => {
                    line = then(shift(by.0.as_f64(), by.1.as_f64()), line);
                    text = line;
                }
                T::NextLineAndSetLeading(by) => {
                    state.leading = -by.1.as_f64();
                    line = then(shift(by.0.as_f64(), by.1.as_f64()), line);
                    text = line;
                }
                T::SetTextMatrix(m) => {
                    line = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(Number::as_f64);
                    text = line;
                }
                T::NextLineUsingLeading(_) => {
                    line = then(shift(0.0, -state.leading), line);
                    text = line;
                }
                T::ShowText(shown) => self.show(shown.0.as_bytes(), &state, &mut text)?,
                T::NextLineAndShowText(shown) => {
                    line = then(shift(0.0, -state.leading), line);
                    text = line;
                    self.show(shown.0.as_bytes(), &state, &mut text)?;
                }
                T::ShowTextWithParameters(shown) => {
                    state.word_space = shown.0.as_f64();
                    state.char_space = shown.1.as_f64();
                    line = then(shift(0.0, -state.leading), line);
                    text = line;
                    self.show(shown.2.as_bytes(), &state, &mut text)?;
                }
                T::ShowTexts(shown) => self.show_spaced(shown.0, &state, &mut text)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn form(
        &mut self,
        form: &Stream,
        outer: &Resources,
        state: &State,
        depth: usize,
    ) -> Result<(), ReadError> {
        let dict = form.dict();
        let is_form = dict
            .get::<Name>(SUBTYPE)
            .is_some_and(|kind| &*kind == b"Form");
        if !is_form || depth >= MAX_FORM_DEPTH {
            return Ok(());
        }
        let content = self.streams.unpacked(form, self.budget)?;
        let own = dict.get::<Dict>(RESOURCES).map(Resources::new);
        if let Some(own) = &own {
            let dicts = [
                &own.ext_g_states,
                &own.fonts,
                &own.properties,
                &own.color_spaces,
                &own.x_objects,
                &own.patterns,
                &own.shadings,
            ];
            let n_bytes = dicts.iter().map(|dict| dict.data().len()).sum();
            self.budget.take_small_steps(n_bytes)?;
        }
        let matrix = dict.get::<[f64; 6]>(MATRIX).unwrap_or(IDENTITY);
        let state = State {
            matrix: then(matrix, state.matrix),
            ..state.clone()
        };
        self.draw(&content, own.as_ref().unwrap_or(outer), state, depth + 1)
    }

    fn font(&mut self, resources: &Resources, name: &Name) -> Result<Option<Rc<Font>>, ReadError> {
        let Some(dict) = resources.get_font(name) else {
            return Ok(None);
        };
        self.budget.take_small_steps(dict.data().len())?;
        let id = dict.obj_id();
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(font.clone()));
        }
        let font = Rc::new(Font::read(&dict, self.streams, self.budget)?);
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Ok(Some(font))
    }

    fn show_spaced(
        &mut self,
        shown: &Array,
        state: &State,
        text: &mut Matrix,
    ) -> Result<(), ReadError> {
        for part in shown.iter::<Object>() {
            match part {
                Object::String(part) => self.show(String::as_bytes(&part), state, text)?,
                Object::Number(back) => {
                    self.budget.take_steps(1)?;
                    let back = -back.as_f64() / 1000.0 * state.size;
                    let is_vertical = state.font.as_ref().is_some_and(|font| font.is_vertical);
                    *text = match is_vertical {
                        true => then(shift(0.0, back), *text),
                        false => then(shift(back * state.stretch, 0.0), *text),
                    };
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8], state: &State, text: &mut Matrix) -> Result<(), ReadError> {
        let Some(font) = &state.font else {
            return Ok(());
        };
        let mut rest = bytes;
        while let Some(shown) = font.next(&mut rest) {
            self.budget.take_steps(1)?;
            let width = shown.width * state.size;
            let space = state.char_space
                + if shown.is_space {
                    state.word_space
                } else {
                    0.0
                };
            let matrix = then(*text, state.matrix);
            // Vertical characters hang centered under their place.
            let (left, base) = match font.is_vertical {
                true => (-width / 2.0, -0.88 * state.size),
                false => (0.0, state.rise),
            };
            let n_chars = shown.chars.len() as f64;
            for (place, c) in shown.chars.into_iter().enumerate() {
                let at = |part: f64| {
                    let x = (left + width * part / n_chars) * state.stretch;
                    moved(matrix, x, base + MIDDLE * state.size)
                };
                let (start, end) = (at(place as f64), at(place as f64 + 1.0));
                let (_, below) = moved(matrix, 0.0, 0.0);
                let (_, above) = moved(matrix, 0.0, state.size);
                let (beside, _) = moved(matrix, 0.0, state.size);
                let size = (above - below).abs().max((beside - matrix[4]).abs());
                self.push(Glyph {
                    c,
                    left: start.0.min(end.0),
                    right: start.0.max(end.0),
                    middle: (start.1 + end.1) / 2.0,
                    size,
                    look: (state.fills_white || state.is_invisible).then_some(Look::Faint),
                })?;
            }
            *text = match font.is_vertical {
                true => then(shift(0.0, -state.size + space), *text),
                false => then(shift((width + space) * state.stretch, 0.0), *text),
            };
        }
        Ok(())
    }

    fn push(&mut self, glyph: Glyph) -> Result<(), ReadError> {
        self.budget.take_pieces(1)?;
        let is_somewhere = [glyph.left, glyph.right, glyph.middle, glyph.size]
            .iter()
            .all(|at| at.is_finite() && at.abs() < 1e6);
        if is_somewhere {
            self.canvas.glyphs.push(glyph);
        }
        Ok(())
    }

    fn paint(&mut self, path: &mut Path, state: &State, fills: bool, strokes: bool) {
        for piece in path.pieces.drain(..) {
            if fills && !state.fills_white {
                self.canvas.rules.extend(filled(&piece));
            }
            if strokes && !state.strokes_white {
                let sides = piece
                    .windows(2)
                    .filter_map(|side| straight(side[0], side[1]));
                self.canvas.rules.extend(sides);
            }
        }
    }
}

fn is_white(color: &[Number]) -> bool {
    matches!(color.len(), 1 | 3) && color.iter().all(|part| part.as_f64() > 0.99)
}
