//! The tags of a page and the text between them.
//!
//! Of a page saved by Word, which has more attributes than text, nearly nothing is looked at, and nearly all tags are
//! plain. Those are read here; html5gum, which knows what browsers do with everything else, reads on from the first
//! thing that is not plain to the end of the next tag.

use std::cell::Cell;
use std::convert::Infallible;
use std::mem;

use html5gum::{Emitter, Error, Readable, Reader, State, Tokenizer, naive_next_state};

use super::attributes::Attributes;
use super::{Walk, plain};

/// Leads a walk through a page.
pub(super) fn walk_through(page: &str, walk: &mut Walk<'_>) {
    let rest = Cell::new(page.as_bytes());
    let mut tags = Tags {
        page,
        rest: &rest,
        walk,
        text: Vec::new(),
        name: Vec::new(),
        is_end: false,
        attributes: Attributes::new(false),
        attribute: Vec::new(),
        value: Vec::new(),
        last_start: Vec::new(),
    };
    tags.read_plain();
    let Ok(()) = Tokenizer::new_with_emitter(Rest(&rest), tags).finish();
}

/// What is told of the page piece by piece, put together to tags and text.
struct Tags<'a, 'b> {
    page: &'a str,
    /// What html5gum reads next.
    rest: &'a Cell<&'a [u8]>,
    walk: &'a mut Walk<'b>,
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

impl Tags<'_, '_> {
    /// Reads on after a tag, as long as there are only plain tags and text between them.
    fn read_plain(&mut self) {
        loop {
            let mut rest = self.rest.get();
            let start = self.page.len() - rest.len();
            let text = plain::text(&mut rest);
            self.attributes = Attributes::new(!self.walk.sheet.is_empty());
            let Some(tag) = plain::tag(rest, &mut self.attributes) else {
                return;
            };
            let name = plain::folded(tag.name, &mut self.name);
            // What is within some elements is no markup.
            if naive_next_state(name).is_some() {
                return;
            }
            if !text.is_empty() {
                self.walk.text(&self.page[start..start + text.len()]);
            }
            match tag.is_end {
                true => self.walk.end(name),
                false => self.walk.start(name, &self.attributes),
            }
            self.rest.set(tag.after);
        }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            // Only a character that was taken apart is not valid.
            self.walk.text(&String::from_utf8_lossy(&self.text));
            self.text.clear();
        }
    }

    fn end_attribute(&mut self) {
        self.attributes.set(&self.attribute, &self.value);
        self.attribute.clear();
        self.value.clear();
    }
}

impl Emitter for Tags<'_, '_> {
    type Token = Infallible;

    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.is_end = false;
        self.attributes = Attributes::new(!self.walk.sheet.is_empty());
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
        } else {
            self.walk.start(&self.name, &self.attributes);
            mem::swap(&mut self.last_start, &mut self.name);
        }
        let state = naive_next_state(&self.last_start);
        if state.is_none() {
            self.read_plain();
        }
        state
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

/// What is left of a page, shared with who reads the plain tags.
struct Rest<'a>(&'a Cell<&'a [u8]>);

impl<'a> Rest<'a> {
    /// Takes off the first bytes.
    fn take(&self, n: usize) -> &'a [u8] {
        let (taken, after) = self.0.get().split_at(n);
        self.0.set(after);
        taken
    }
}

impl Reader for Rest<'_> {
    type Error = Infallible;

    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let byte = self.0.get().first();
        Ok(byte.map(|_| self.take(1)[0]))
    }

    fn try_read_string(&mut self, text: &[u8], is_exact: bool) -> Result<bool, Infallible> {
        let is_there = self.0.get().to_reader().try_read_string(text, is_exact)?;
        if is_there {
            self.take(text.len());
        }
        Ok(is_there)
    }

    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        let n = self
            .0
            .get()
            .to_reader()
            .read_until(needle, buffer)?
            .map(<[u8]>::len);
        Ok(n.map(|n| self.take(n)))
    }
}
