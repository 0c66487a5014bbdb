//! What the attributes of tags say, as far as it matters.

use nianbao_core::unprinted;

use super::style::{Style, is_no_color};
use super::table;
use crate::page::Look;

/// What the attributes of a start tag say.
pub(super) struct Attributes {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) style: Style,
    pub(super) is_unprinted: bool,
    pub(super) is_selected: bool,
    /// The values of `content`, `value`, `alt`, `placeholder` and `type`.
    pub(super) content: Vec<u8>,
    pub(super) value: Vec<u8>,
    pub(super) alt: Vec<u8>,
    pub(super) placeholder: Vec<u8>,
    pub(super) kind: Vec<u8>,
    /// Its classes, and its id with `#` before it, where style sheets ask for them.
    pub(super) names: Vec<u8>,
    pub(super) are_names_asked: bool,
}

impl Attributes {
    pub(super) fn new(are_names_asked: bool) -> Attributes {
        Attributes {
            width: 1,
            height: 1,
            style: Style::default(),
            is_unprinted: false,
            is_selected: false,
            content: Vec::new(),
            value: Vec::new(),
            alt: Vec::new(),
            placeholder: Vec::new(),
            kind: Vec::new(),
            names: Vec::new(),
            are_names_asked,
        }
    }

    /// Notes an attribute; one without a value says something only if its name does.
    pub(super) fn set(&mut self, name: &[u8], value: &[u8]) {
        self.style.is_absent |= name == b"hidden";
        self.is_selected |= name == b"selected";
        if value.is_empty() {
            return;
        }
        match name {
            b"colspan" => self.width = span(value),
            b"rowspan" => self.height = span(value),
            b"style" => self.style = self.style.and(Style::read(value)),
            b"name" => self.is_unprinted = value == unprinted::NAME.as_bytes(),
            b"content" => self.content.extend(value),
            b"value" => self.value.extend(value),
            b"alt" => self.alt.extend(value),
            b"placeholder" => self.placeholder.extend(value),
            b"type" => self.kind.extend(value.iter().map(u8::to_ascii_lowercase)),
            b"color" if is_no_color(value) => self.style.look = Some(Look::Faint),
            b"class" if self.are_names_asked => {
                self.names.extend(value);
                self.names.push(b' ');
            }
            b"id" if self.are_names_asked => {
                self.names.push(b'#');
                self.names.extend(value);
                self.names.push(b' ');
            }
            _ => {}
        }
    }
}

/// A colspan or rowspan; 0 and what is no number count as 1.
fn span(value: &[u8]) -> usize {
    let digits: String = value
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace())
        .take_while(|byte| byte.is_ascii_digit())
        .map(|&byte| char::from(byte))
        .collect();
    digits.parse().unwrap_or(1).clamp(1, table::MAX_SPAN)
}
