//! What cell formats say about meaning: which cells have borders, and which numbers are dates.

use std::collections::{BTreeMap, BTreeSet};

use crate::ReadError;
use crate::budget::Budget;
use crate::page::Look;
use crate::xml::{Element, Node, Xml};

/// Cell formats by their number.
#[derive(Default)]
pub(super) struct Styles {
    formats: Vec<Format>,
}

/// What is asked of a cell format.
#[derive(Clone, Copy, Default)]
pub(super) struct Format {
    pub(super) has_border: bool,
    pub(super) is_date: bool,
    /// How its font makes the text look.
    pub(super) look: Option<Look>,
    /// How many decimals it shows, where it shows a fixed number of them.
    pub(super) decimals: Option<usize>,
    /// Whether it shows nothing of a number, or another number than is stored.
    pub(super) number: Shown,
}

/// How a number format treats what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    AsStored,
    /// Not at all.
    Nothing,
    /// Divided, multiplied or with other words.
    Otherwise,
}

impl Styles {
    pub(super) fn read(xml: &mut Xml, budget: &mut Budget) -> Result<Styles, ReadError> {
        let mut styles = Styles::default();
        let mut date_formats = BTreeSet::new();
        let mut borders: Vec<bool> = Vec::new();
        let mut fonts: Vec<Option<Look>> = Vec::new();
        let mut fills: Vec<bool> = Vec::new();
        let mut codes = BTreeMap::new();
        let (mut is_cell_format, mut is_ended) = (false, false);
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            budget.take_small_steps(1)?;
            match element.name() {
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    let format = number(&element, "numFmtId");
                    if shows_date(&code) {
                        date_formats.insert(format);
                    }
                    codes.insert(format, (shown_by(&code), decimals_of(&code)));
                }
                "font" if !is_cell_format && !is_ended => fonts.push(look_of(xml)?.0),
                "fill" if !is_cell_format && !is_ended => fills.push(has_ground(xml)?),
                "border" => borders.push(has_lines(xml)?),
                "cellXfs" => is_cell_format = true,
                "cellStyleXfs" => is_cell_format = false,
                "cellStyles" | "dxfs" => (is_cell_format, is_ended) = (false, true),
                "xf" if is_cell_format => {
                    let date_format = number(&element, "numFmtId");
                    let border = borders.get(number(&element, "borderId"));
                    let is_on_ground = fills.get(number(&element, "fillId")) == Some(&true);
                    let font = fonts.get(number(&element, "fontId")).copied().flatten();
                    let (shown, decimals) =
                        codes
                            .get(&date_format)
                            .copied()
                            .unwrap_or(match date_format {
                                1 | 3 | 37 | 38 => (Shown::AsStored, Some(0)),
                                2 | 4 | 39 | 40 => (Shown::AsStored, Some(2)),
                                9..=13 => (Shown::Otherwise, None),
                                _ => (Shown::AsStored, None),
                            });
                    styles.formats.push(Format {
                        has_border: border.is_some_and(|has_lines| *has_lines),
                        is_date: is_date(date_format) || date_formats.contains(&date_format),
                        look: font.filter(|look| *look != Look::Faint || !is_on_ground),
                        number: shown,
                        decimals,
                    });
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// The format of a cell with this `s`.
    pub(super) fn format(&self, number: Option<String>) -> Format {
        let place = number.and_then(|number| number.parse().ok()).unwrap_or(0);
        self.formats
            .get::<usize>(place)
            .copied()
            .unwrap_or_default()
    }
}

fn number(element: &Element, attribute: &str) -> usize {
    let value = element.attribute(attribute);
    value.and_then(|value| value.parse().ok()).unwrap_or(0)
}

fn has_lines(xml: &mut Xml) -> Result<bool, ReadError> {
    let mut has_lines = false;
    xml.properties(|side| {
        let style = side.attribute("style");
        has_lines |= style.is_some_and(|style| style != "none");
    })?;
    Ok(has_lines)
}

/// How a font, or the properties of a run, make text look, and whether they raise it.
pub(super) fn look_of(xml: &mut Xml) -> Result<(Option<Look>, bool), ReadError> {
    let (mut look, mut is_raised) = (None, false);
    xml.properties(|property| {
        let is_on = || !matches!(property.val().as_str(), "0" | "false");
        match property.name() {
            "strike" if is_on() => look = Some(Look::Struck),
            "vertAlign" => is_raised = property.val() != "baseline",
            "color" if look.is_none() => {
                let is_white = property
                    .attribute("rgb")
                    .is_some_and(|rgb| rgb.ends_with("FFFFFF"))
                    || property.attribute("theme").as_deref() == Some("0")
                        && property.attribute("tint").is_none();
                look = is_white.then_some(Look::Faint);
            }
            _ => {}
        }
    })?;
    Ok((look, is_raised))
}

/// Whether a fill puts a color behind the text.
fn has_ground(xml: &mut Xml) -> Result<bool, ReadError> {
    let mut has_ground = false;
    xml.properties(|property| {
        let pattern = property.attribute("patternType");
        has_ground |= pattern.is_some_and(|pattern| pattern != "none");
    })?;
    Ok(has_ground)
}

/// How a number format treats positive numbers.
fn shown_by(code: &str) -> Shown {
    let code = code.split(';').next().unwrap_or_default().trim();
    let plain: String = unquoted(code).collect();
    let has_digits = plain.contains(['0', '#', '?']);
    match () {
        () if code.eq_ignore_ascii_case("general") || code == "@" || shows_date(code) => {
            Shown::AsStored
        }
        () if !has_digits && !plain.contains("General") => Shown::Nothing,
        () if plain.contains(['%', 'E', '/']) || plain.trim_end().ends_with(',') => {
            Shown::Otherwise
        }
        // Digits in quotes stand beside those of the number.
        () if code.len() > plain.len()
            && code.chars().filter(char::is_ascii_digit).count()
                > plain.chars().filter(char::is_ascii_digit).count()
            && code.contains('"') =>
        {
            Shown::Otherwise
        }
        () => Shown::AsStored,
    }
}

/// How many decimals a number format shows, if it shows that many always.
fn decimals_of(code: &str) -> Option<usize> {
    let code = code.split(';').next().unwrap_or_default();
    let plain: String = unquoted(code).collect();
    if !plain.contains('0') || plain.contains("General") {
        return None;
    }
    let decimals = plain.split_once('.').map_or("", |(_, decimals)| decimals);
    Some(
        decimals
            .chars()
            .take_while(|c| matches!(c, '0' | '#' | '?'))
            .count(),
    )
}

/// Number formats that every spreadsheet knows, those of Chinese ones included.
pub(crate) fn is_date(format: usize) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a number format has a year or a day in it, outside quotes and brackets.
pub(crate) fn shows_date(code: &str) -> bool {
    unquoted(code).any(|c| matches!(c, 'y' | 'Y' | 'd' | 'D'))
}

/// The characters of a number format outside quotes and brackets.
fn unquoted(code: &str) -> impl Iterator<Item = char> + '_ {
    let mut closing = None;
    code.chars().filter(move |c| match closing {
        Some(end) => {
            if *c == end {
                closing = None;
            }
            false
        }
        None => {
            closing = match c {
                '"' => Some('"'),
                '[' => Some(']'),
                _ => None,
            };
            closing.is_none()
        }
    })
}
