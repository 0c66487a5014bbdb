//! What cell formats say about meaning: which cells have borders, and which numbers are dates.

use std::collections::BTreeSet;

use crate::ReadError;
use crate::xml::{Element, Node, Xml};

/// Cell formats of one workbook; spreadsheets allow 65,490.
const MAX_FORMATS: usize = 70_000;

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
}

impl Styles {
    pub(super) fn read(xml: &mut Xml) -> Result<Styles, ReadError> {
        let mut styles = Styles::default();
        let mut date_formats = BTreeSet::new();
        let mut borders: Vec<bool> = Vec::new();
        let mut is_cell_format = false;
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            if borders.len() + date_formats.len() + styles.formats.len() > MAX_FORMATS {
                return Err(ReadError::TooLarge);
            }
            match element.name() {
                "numFmt" if shows_date(&element.attribute("formatCode").unwrap_or_default()) => {
                    date_formats.insert(number(&element, "numFmtId"));
                }
                "border" => borders.push(has_lines(xml)?),
                "cellXfs" => is_cell_format = true,
                "cellStyleXfs" | "cellStyles" | "dxfs" => is_cell_format = false,
                "xf" if is_cell_format => {
                    let date_format = number(&element, "numFmtId");
                    let border = borders.get(number(&element, "borderId"));
                    styles.formats.push(Format {
                        has_border: border.is_some_and(|has_lines| *has_lines),
                        is_date: is_date(date_format) || date_formats.contains(&date_format),
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

/// Number formats that every spreadsheet knows, those of Chinese ones included.
fn is_date(format: usize) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a number format has a year or a day in it, outside quotes and brackets.
fn shows_date(code: &str) -> bool {
    let mut closing = None;
    let mut shown = code.chars().filter(|c| match closing {
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
    });
    shown.any(|c| matches!(c, 'y' | 'Y' | 'd' | 'D'))
}
