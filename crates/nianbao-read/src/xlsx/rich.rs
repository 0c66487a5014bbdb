//! Text of cells, whose runs may be struck, raised or white.

use super::cleaned;
use super::styles::look_of;
use crate::ReadError;
use crate::page::{Aside, Look};
use crate::raised::raised;
use crate::xml::{Node, Xml};

/// A text and what is to be known of it.
#[derive(Clone, Default)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) asides: Vec<Aside>,
}

impl Text {
    pub(crate) fn plain(text: String) -> Text {
        Text {
            text,
            asides: Vec::new(),
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.asides.is_empty() && self.text.trim_matches([' ', '\n', '\t']).is_empty()
    }

    /// Adds text of this look.
    fn push(&mut self, text: &str, look: Option<Look>) {
        let is_left_out = look.is_some_and(Look::is_left_out);
        if let Some(look) = look.filter(|_| !text.trim().is_empty()) {
            self.asides.push(Aside {
                look,
                text: if is_left_out {
                    cleaned(text)
                } else {
                    String::new()
                },
            });
        }
        if !is_left_out {
            self.text += text;
        }
    }

    /// All of it as text of this look.
    pub(super) fn looking(self, look: Option<Look>) -> Text {
        let Some(look) = look.filter(|_| !self.text.trim().is_empty()) else {
            return self;
        };
        let mut changed = Text {
            text: String::new(),
            asides: self.asides,
        };
        changed.push(&self.text, Some(look));
        changed
    }
}

/// What an element begun last holds: its text, and whether a formula stands before it.
pub(super) fn read(xml: &mut Xml) -> Result<(Text, bool), ReadError> {
    let end = xml.depth() - 1;
    let mut read = Text::default();
    let mut has_formula = false;
    let (mut look, mut is_raised, mut is_text) = (None, false, false);
    while xml.depth() > end {
        match xml.next()? {
            Some(Node::Start(element)) => match element.name() {
                "f" => {
                    has_formula = true;
                    xml.skip()?;
                }
                // A reading aid stands over the text.
                "rPh" | "extLst" => xml.skip()?,
                "r" => (look, is_raised) = (None, false),
                "rPr" => (look, is_raised) = look_of(xml)?,
                name => is_text = matches!(name, "t" | "v"),
            },
            Some(Node::End) => is_text = false,
            // White space between elements.
            Some(Node::Text(_)) if !is_text => {}
            Some(Node::Text(text)) if is_raised => read.push(&raised(&text), look),
            Some(Node::Text(text)) if look.is_none() && read.text.is_empty() => {
                read.text = text.into_owned();
            }
            Some(Node::Text(text)) => read.push(&text, look),
            _ => {}
        }
    }
    if read.text.contains(['\r', '_']) {
        read.text = cleaned(&read.text);
    }
    Ok((read, has_formula))
}
