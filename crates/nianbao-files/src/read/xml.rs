//! A part of an office file as a stream of elements and text.

use std::borrow::Cow;
use std::mem;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::ReadError;
use super::limits::MAX_XML_DEPTH;

/// Reads one part.
pub(crate) struct Xml<'a> {
    part: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// Whether the element begun last is an empty one, which ends next.
    is_at_empty: bool,
}

/// What comes next in a part.
pub(crate) enum Node<'a> {
    /// An element begins; an empty one begins and ends.
    Start(Element<'a>),
    /// The element begun last ends.
    End,
    /// Text, as far as the next element or entity.
    Text(Cow<'a, str>),
}

/// The beginning of an element; names are without prefixes, since each producer chooses its own.
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub(crate) fn name(&self) -> &str {
        let name = self.0.name().into_inner();
        // Names are short: looking at each byte is quicker than a search.
        match name.bytes().position(|byte| byte == b':') {
            Some(colon) => &name[colon + 1..],
            None => name,
        }
    }

    /// The value of an attribute; a damaged one is as good as none.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        // The check for duplicates takes quadratic time.
        attributes.with_checks(false);
        let attribute = attributes
            .map_while(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = attribute.normalized_value(Default::default()).ok()?;
        Some(value.into_owned())
    }

    /// The value of the attribute `val`, where a property has most often its value.
    pub(crate) fn val(&self) -> String {
        self.attribute("val").unwrap_or_default()
    }
}

impl<'a> Xml<'a> {
    pub(crate) fn new(part: &'a str, text: &'a str) -> Xml<'a> {
        let mut reader = Reader::from_str(text);
        // Producers write their end tags by machine; that there are as many as start tags is checked all the same.
        reader.config_mut().check_end_names = false;
        reader.config_mut().trim_markup_names_in_closing_tags = false;
        Xml {
            part,
            reader,
            depth: 0,
            is_at_empty: false,
        }
    }

    /// The next element or text, or none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        if mem::take(&mut self.is_at_empty) {
            self.depth -= 1;
            return Ok(Some(Node::End));
        }
        loop {
            return match self.event()? {
                Event::Start(start) => self.begin(start),
                Event::Empty(start) => {
                    self.is_at_empty = true;
                    self.begin(start)
                }
                Event::End(_) => {
                    self.depth -= 1;
                    Ok(Some(Node::End))
                }
                Event::Text(text) => Ok(Some(Node::Text(text.into_inner()))),
                Event::CData(text) => Ok(Some(Node::Text(text.into_inner()))),
                Event::GeneralRef(entity) => {
                    let text = match entity.resolve_char_ref() {
                        Ok(Some(c)) => Cow::Owned(c.to_string()),
                        _ => match resolve_predefined_entity(&entity) {
                            Some(text) => Cow::Borrowed(text),
                            None => Cow::Owned(format!("&{};", &*entity)),
                        },
                    };
                    Ok(Some(Node::Text(text)))
                }
                Event::Eof if self.depth > 0 => Err(self.ends_early()),
                Event::Eof => Ok(None),
                _ => continue,
            };
        }
    }

    fn begin(&mut self, start: BytesStart<'a>) -> Result<Option<Node<'a>>, ReadError> {
        self.depth += 1;
        match self.depth > MAX_XML_DEPTH {
            true => Err(ReadError::TooLarge),
            false => Ok(Some(Node::Start(Element(start)))),
        }
    }

    /// Goes to the end of the element begun last, showing the elements within.
    ///
    /// What a tracked change remembers of earlier properties is left out.
    pub(crate) fn properties(&mut self, mut each: impl FnMut(&Element)) -> Result<(), ReadError> {
        let end = self.depth - 1;
        while self.depth > end {
            match self.next()? {
                Some(Node::Start(element)) if element.name().ends_with("Change") => self.skip()?,
                Some(Node::Start(element)) => each(&element),
                _ => {}
            }
        }
        Ok(())
    }

    /// Goes to the end of the element begun last.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        self.depth -= 1;
        if mem::take(&mut self.is_at_empty) {
            return Ok(());
        }
        let mut n_open = 1_usize;
        while n_open > 0 {
            match self.event()? {
                Event::Start(_) => n_open += 1,
                Event::End(_) => n_open -= 1,
                Event::Eof => return Err(self.ends_early()),
                _ => {}
            }
        }
        Ok(())
    }

    /// Goes to the end of the element begun last, gathering its text but for that in elements of some names.
    pub(crate) fn text(&mut self, left_out: &[&str]) -> Result<String, ReadError> {
        let end = self.depth - 1;
        let mut text = String::new();
        while self.depth > end {
            match self.next()? {
                Some(Node::Start(element)) if left_out.contains(&element.name()) => self.skip()?,
                Some(Node::Text(more)) => text += &more,
                _ => {}
            }
        }
        Ok(text)
    }

    #[inline]
    fn event(&mut self) -> Result<Event<'a>, ReadError> {
        let event = self.reader.read_event();
        event.map_err(|error| self.damaged(error.to_string()))
    }

    fn ends_early(&self) -> ReadError {
        self.damaged("it ends too early".to_owned())
    }

    fn damaged(&self, reason: String) -> ReadError {
        ReadError::Damaged {
            part: self.part.to_owned(),
            reason,
        }
    }
}
