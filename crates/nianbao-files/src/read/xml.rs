//! A part of an office file as a stream of elements and text.

use std::borrow::Cow;

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
        self.0.local_name().into_inner()
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
        reader.config_mut().expand_empty_elements = true;
        Xml {
            part,
            reader,
            depth: 0,
        }
    }

    /// The next element or text, or none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            let event = self.reader.read_event();
            return match event.map_err(|error| self.damaged(error.to_string()))? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MAX_XML_DEPTH {
                        return Err(ReadError::TooLarge);
                    }
                    Ok(Some(Node::Start(Element(start))))
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
                Event::Eof if self.depth > 0 => Err(self.damaged("it ends too early".to_owned())),
                Event::Eof => Ok(None),
                _ => continue,
            };
        }
    }

    /// Goes to the end of the element begun last, showing the elements within.
    ///
    /// What a tracked change remembers of earlier properties is left out.
    pub(crate) fn properties(&mut self, mut each: impl FnMut(&Element)) -> Result<(), ReadError> {
        let end = self.depth - 1;
        let mut change_depth = usize::MAX;
        while self.depth > end {
            if let Some(Node::Start(element)) = self.next()? {
                if self.depth <= change_depth {
                    change_depth = match element.name().ends_with("Change") {
                        true => self.depth,
                        false => usize::MAX,
                    };
                }
                if change_depth == usize::MAX {
                    each(&element);
                }
            }
        }
        Ok(())
    }

    /// Goes to the end of the element begun last.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        self.properties(|_| ())
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

    fn damaged(&self, reason: String) -> ReadError {
        ReadError::Damaged {
            part: self.part.to_owned(),
            reason,
        }
    }
}
