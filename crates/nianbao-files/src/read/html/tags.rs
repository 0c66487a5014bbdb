//! What the tokenizer tells piece by piece, put together to tags and the text between them.
//!
//! html5gum's own emitters keep every attribute, comment and place in the source; of a page saved by Word,
//! which has more attributes than text, nearly nothing of it is looked at.

use std::convert::Infallible;
use std::mem;

use html5gum::{Emitter, Error, State, naive_next_state};

use super::{Attributes, Walk};

/// Hands tags and text on to a walk.
pub(super) struct Tags<'a> {
    walk: &'a mut Walk,
    /// The text since the last tag.
    text: Vec<u8>,
    /// The name of the tag that is being read.
    name: Vec<u8>,
    is_end: bool,
    attributes: Attributes,
    /// The attribute that is being read.
    attribute: Vec<u8>,
    value: Vec<u8>,
    /// The name of the start tag before, if no end tag has followed.
    last_start: Vec<u8>,
}

impl<'a> Tags<'a> {
    pub(super) fn of(walk: &'a mut Walk) -> Tags<'a> {
        Tags {
            walk,
            text: Vec::new(),
            name: Vec::new(),
            is_end: false,
            attributes: Attributes::default(),
            attribute: Vec::new(),
            value: Vec::new(),
            last_start: Vec::new(),
        }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.walk.text(&self.text);
            self.text.clear();
        }
    }

    fn end_attribute(&mut self) {
        self.attributes.set(&self.attribute, &self.value);
        self.attribute.clear();
        self.value.clear();
    }
}

impl Emitter for Tags<'_> {
    type Token = Infallible;

    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.is_end = false;
        self.attributes = Attributes::default();
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.is_end = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.extend_from_slice(value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_text();
        self.end_attribute();
        if self.is_end {
            self.last_start.clear();
            self.walk.end(&self.name);
            return None;
        }
        self.walk.start(&self.name, &self.attributes);
        mem::swap(&mut self.last_start, &mut self.name);
        naive_next_state(&self.last_start)
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(name.unwrap_or_default());
    }

    // Comments and document types stand between texts that are none of each other's.
    fn init_comment(&mut self) {
        self.end_text();
    }

    fn init_doctype(&mut self) {
        self.end_text();
    }

    fn emit_eof(&mut self) {
        self.end_text();
    }

    /// A look at each character for errors would take a fifth of the time.
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn set_self_closing(&mut self) {}

    fn push_comment(&mut self, _: &[u8]) {}

    fn emit_current_comment(&mut self) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn set_force_quirks(&mut self) {}

    fn emit_current_doctype(&mut self) {}
}
