//! What styles say that matters: hidden and struck text, borders, sheets that are not shown.

use std::collections::BTreeSet;

use crate::ReadError;
use crate::xml::{Element, Node, Xml};

/// Styles of one document; real ones have some hundreds.
const MAX_STYLES: usize = 50_000;

/// Names of styles, by what they say.
#[derive(Default)]
pub(super) struct Styles {
    pub(super) hidden: BTreeSet<String>,
    pub(super) struck: BTreeSet<String>,
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
                        self.n_styles += 1;
                        if self.n_styles > MAX_STYLES {
                            return Err(ReadError::TooLarge);
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
            "text-properties" if says("display", "none") => Some(&mut self.hidden),
            "text-properties" => {
                let line = property.attribute("text-line-through-style")?;
                (line != "none").then_some(&mut self.struck)
            }
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
