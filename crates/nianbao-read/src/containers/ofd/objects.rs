//! What stands on pages, in templates and in composite objects: texts, paths, and groups of them.

use std::collections::BTreeMap;

use crate::ReadError;
use crate::xml::{Element, Node, Xml};

/// Objects of one file; a report has some thousands.
const MAX_OBJECTS: usize = 500_000;

/// Groups within groups.
const MAX_DEPTH: usize = 64;

/// Something that is drawn; places are in millimeters, y downward.
pub(super) struct Object {
    pub(super) origin: (f64, f64),
    pub(super) matrix: Option<[f64; 6]>,
    pub(super) is_hidden: bool,
    pub(super) what: What,
}

pub(super) enum What {
    Text(Text),
    Path(Path),
    /// A composite object by its number.
    Composite(String),
    Group(Vec<Object>),
    /// Objects with places within that of this one.
    Inside(Vec<Object>),
}

/// Texts in one size.
pub(super) struct Text {
    pub(super) size: f64,
    pub(super) stretch: f64,
    pub(super) is_white: bool,
    pub(super) codes: Vec<Code>,
}

/// Characters from one place on.
pub(super) struct Code {
    pub(super) x: Option<f64>,
    pub(super) y: Option<f64>,
    /// How far each character is from the one before.
    pub(super) dx: Vec<f64>,
    pub(super) dy: Vec<f64>,
    pub(super) text: String,
}

/// Lines and areas.
#[derive(Default)]
pub(super) struct Path {
    pub(super) strokes: bool,
    pub(super) fills: bool,
    pub(super) data: String,
}

/// Reads the composite objects of a part with resources.
pub(super) fn read_composites(
    xml: &mut Xml,
    composites: &mut BTreeMap<String, Vec<Object>>,
) -> Result<(), ReadError> {
    let mut id = String::new();
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        match element.name() {
            "CompositeGraphicUnit" | "CompositeGraphUnit" => {
                id = element.attribute("ID").unwrap_or_default();
            }
            "Content" => {
                composites.insert(std::mem::take(&mut id), read(xml)?);
            }
            _ => {}
        }
    }
    Ok(())
}

/// The objects in the element begun last, up to its end.
pub(super) fn read(xml: &mut Xml) -> Result<Vec<Object>, ReadError> {
    let mut n_left = MAX_OBJECTS;
    group(xml, 0, &mut n_left)
}

fn group(xml: &mut Xml, depth: usize, n_left: &mut usize) -> Result<Vec<Object>, ReadError> {
    if depth > MAX_DEPTH {
        return Err(ReadError::TooLarge);
    }
    let mut objects = Vec::new();
    let mut n_open = 1;
    while n_open > 0 {
        let element = match xml.next()? {
            Some(Node::Start(element)) => element,
            Some(Node::End) => {
                n_open -= 1;
                continue;
            }
            Some(Node::Text(_)) => continue,
            None => break,
        };
        *n_left = n_left.checked_sub(1).ok_or(ReadError::TooLarge)?;
        let what = match element.name() {
            "TextObject" => What::Text(text(&element, xml)?),
            "PathObject" => What::Path(path(&element, xml)?),
            "CompositeObject" => {
                let id = element.attribute("ResourceID").unwrap_or_default();
                xml.skip()?;
                What::Composite(id)
            }
            "Layer" | "PageBlock" => What::Group(group(xml, depth + 1, n_left)?),
            "Appearance" => What::Inside(group(xml, depth + 1, n_left)?),
            _ => {
                n_open += 1;
                continue;
            }
        };
        let boundary = element.attribute("Boundary").and_then(|text| four(&text));
        let [x, y, ..] = boundary.unwrap_or_default();
        objects.push(Object {
            origin: (x, y),
            matrix: element.attribute("CTM").and_then(|text| matrix(&text)),
            is_hidden: element.attribute("Visible").as_deref() == Some("false"),
            what,
        });
    }
    Ok(objects)
}

fn text(element: &Element, xml: &mut Xml) -> Result<Text, ReadError> {
    let number = |element: &Element, name: &str| {
        element
            .attribute(name)
            .and_then(|text| text.trim().parse::<f64>().ok())
    };
    let mut text = Text {
        size: number(element, "Size").unwrap_or(0.0),
        stretch: number(element, "HScale").unwrap_or(1.0),
        is_white: false,
        codes: Vec::new(),
    };
    let mut n_open = 1;
    while n_open > 0 {
        match xml.next()? {
            Some(Node::Start(code)) if code.name() == "TextCode" => {
                let deltas = |name: &str| deltas(&code.attribute(name).unwrap_or_default());
                text.codes.push(Code {
                    x: number(&code, "X"),
                    y: number(&code, "Y"),
                    dx: deltas("DeltaX")?,
                    dy: deltas("DeltaY")?,
                    text: xml.text(&[])?,
                });
            }
            Some(Node::Start(part)) => {
                text.is_white |= part.name() == "FillColor" && is_white(&part);
                n_open += 1;
            }
            Some(Node::End) => n_open -= 1,
            Some(Node::Text(_)) => {}
            None => break,
        }
    }
    Ok(text)
}

fn path(element: &Element, xml: &mut Xml) -> Result<Path, ReadError> {
    let says = |name: &str, value: &str| element.attribute(name).as_deref() == Some(value);
    // A path is a line unless it says otherwise, and an area only if it says so.
    let mut path = Path {
        strokes: !says("Stroke", "false"),
        fills: says("Fill", "true"),
        data: String::new(),
    };
    let mut n_open = 1;
    while n_open > 0 {
        match xml.next()? {
            Some(Node::Start(part)) => match part.name() {
                "AbbreviatedData" => path.data = xml.text(&[])?,
                "StrokeColor" if is_white(&part) => {
                    path.strokes = false;
                    n_open += 1;
                }
                "FillColor" if is_white(&part) => {
                    path.fills = false;
                    n_open += 1;
                }
                _ => n_open += 1,
            },
            Some(Node::End) => n_open -= 1,
            Some(Node::Text(_)) => {}
            None => break,
        }
    }
    Ok(path)
}

fn is_white(color: &Element) -> bool {
    let value = color.attribute("Value").unwrap_or_default();
    value.split_whitespace().count() == 3 && value.split_whitespace().all(|part| part == "255")
}

/// Distances, of which `g 3 5.6` stands for three of 5.6.
fn deltas(text: &str) -> Result<Vec<f64>, ReadError> {
    let mut deltas = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let (n_times, value) = match word {
            "g" => (
                words.next().and_then(|n| n.parse().ok()).unwrap_or(0),
                words.next(),
            ),
            word => (1, Some(word)),
        };
        let value = value.and_then(|value| value.parse().ok()).unwrap_or(0.0);
        if n_times > MAX_OBJECTS || deltas.len() > MAX_OBJECTS {
            return Err(ReadError::TooLarge);
        }
        deltas.resize(deltas.len() + n_times, value);
    }
    Ok(deltas)
}

/// Four numbers, as of a box.
pub(super) fn four(text: &str) -> Option<[f64; 4]> {
    numbers(text)
}

fn matrix(text: &str) -> Option<[f64; 6]> {
    numbers(text)
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let mut numbers = [0.0; N];
    let mut words = text.split_whitespace();
    for number in &mut numbers {
        *number = words.next()?.parse().ok()?;
    }
    Some(numbers)
}
