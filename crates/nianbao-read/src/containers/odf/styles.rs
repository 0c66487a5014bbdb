//! What styles say that matters: hidden and struck text, borders, sheets that are not shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::ReadError;
use crate::page::Look;
use crate::written::Style;
use crate::xml::{Element, Node, Xml};

/// Styles of one document; real ones have some hundreds.
const MAX_STYLES: usize = 50_000;

/// Styles made from each other; real ones have some five.
const MAX_PARENTS: usize = 20;

/// Type this small is not seen, in points.
const SMALLEST: f64 = 2.0;

/// Names of styles, by what they say.
#[derive(Default)]
pub(super) struct Styles {
    /// Styles of text that do not leave it plain, each with the style it is made from.
    texts: BTreeMap<String, Style>,
    parents: BTreeMap<String, String>,
    pub(super) bordered: BTreeSet<String>,
    pub(super) unshown_tables: BTreeSet<String>,
    n_styles: usize,
}

impl Styles {
    /// Reads the styles of the element begun last.
    pub(super) fn read(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        let mut name = String::new();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Some(Node::Start(element)) => {
                    depth += 1;
                    if element.name() == "style" {
                        name = element.attribute("name").unwrap_or_default();
                        if let Some(parent) = element.attribute("parent-style-name") {
                            self.parents.insert(name.clone(), parent);
                        }
                        self.n_styles += 1;
                        if self.n_styles > MAX_STYLES {
                            return Err(ReadError::TooLarge);
                        }
                    }
                    if element.name() == "text-properties" {
                        let look = look(&element);
                        if look != Style::default() {
                            self.texts.insert(name.clone(), look);
                        }
                    }
                    if let Some(names) = self.names_for(&element) {
                        names.insert(name.clone());
                    }
                }
                Some(Node::End) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// The names that the style of this property belongs to.
    fn names_for(&mut self, property: &Element) -> Option<&mut BTreeSet<String>> {
        let says = |name: &str, value: &str| property.attribute(name).as_deref() == Some(value);
        match property.name() {
            "table-properties" if says("display", "false") => Some(&mut self.unshown_tables),
            "table-cell-properties" => {
                let sides = [
                    "border",
                    "border-top",
                    "border-bottom",
                    "border-left",
                    "border-right",
                ];
                let has_border = sides
                    .iter()
                    .any(|side| property.attribute(side).is_some_and(|line| line != "none"));
                has_border.then_some(&mut self.bordered)
            }
            _ => None,
        }
    }
}

impl Styles {
    /// How the text of an element looks, by its style or one that this is made from.
    pub(super) fn look(&self, element: &Element) -> Style {
        let mut name = style(element);
        for _ in 0..MAX_PARENTS {
            if let Some(look) = self.texts.get(&name) {
                return *look;
            }
            match self.parents.get(&name) {
                Some(parent) => name.clone_from(parent),
                None => break,
            }
        }
        Style::default()
    }
}

/// How the properties of a style have text look.
fn look(properties: &Element) -> Style {
    let has = |name: &str, is: fn(&str) -> bool| {
        properties.attribute(name).is_some_and(|value| is(&value))
    };
    let size = |value: &str| value.trim_end_matches("pt").parse::<f64>().ok();
    let is_tiny = properties
        .attribute("font-size")
        .and_then(|value| size(&value));
    Style {
        look: match () {
            () if has("display", |value| value == "none") => Some(Look::Hidden),
            () if is_tiny.is_some_and(|size| size < SMALLEST) => Some(Look::Hidden),
            () if has("text-line-through-style", |value| value != "none") => Some(Look::Struck),
            () if has("text-line-through-type", |value| value != "none") => Some(Look::Struck),
            () if has("color", |value| value.eq_ignore_ascii_case("#ffffff"))
                && !has("background-color", |value| value != "transparent") =>
            {
                Some(Look::Faint)
            }
            () => None,
        },
        // How far, in shares of the size, and how large it is then.
        is_raised: has("text-position", |value| {
            value.starts_with("super")
                || value.starts_with("sub")
                || value
                    .split('%')
                    .next()
                    .and_then(|by| by.parse::<f64>().ok())
                    .is_some_and(|by| by != 0.0)
        }),
    }
}

/// The style of an element.
pub(super) fn style(element: &Element) -> String {
    element.attribute("style-name").unwrap_or_default()
}

/// How often an element is repeated, or how many rows or columns it covers.
pub(super) fn times(element: &Element, attribute: &str, most: usize) -> usize {
    let times = element
        .attribute(attribute)
        .and_then(|times| times.parse().ok());
    times.unwrap_or(1).clamp(1, most)
}
