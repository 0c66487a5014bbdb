//! A part of an office file as a stream of elements and text.
//!
//! Programs write little else than plain tags and plain text, which are told here by their ends;
//! all the rest of XML is quick-xml's.

use std::borrow::Cow;
use std::mem;

use memchr::{memchr, memchr2, memchr3};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;

use super::ReadError;
use super::budget::MAX_DEPTH;

/// Reads one part.
pub(crate) struct Xml<'a> {
    part: &'a str,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Elements that are open, the empty one that was begun last among them.
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
pub(crate) struct Element<'a> {
    /// What stands between the brackets.
    tag: &'a str,
    name: &'a str,
    /// Where the name ends in the tag.
    name_end: usize,
}

impl<'a> Element<'a> {
    fn new(tag: &'a str) -> Element<'a> {
        let (mut name_start, mut name_end) = (0, tag.len());
        for (place, byte) in tag.bytes().enumerate() {
            match byte {
                b':' if name_start == 0 => name_start = place + 1,
                b' ' | b'\t' | b'\r' | b'\n' => {
                    name_end = place;
                    break;
                }
                _ => {}
            }
        }
        Element {
            tag,
            name: &tag[name_start..name_end],
            name_end,
        }
    }

    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// The value of an attribute; a damaged one is as good as none.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = Attributes::new(self.tag, self.name_end);
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
            text,
            reader,
            depth: 0,
            is_at_empty: false,
        }
    }

    /// How many elements are open, the one begun last among them.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// The next element or text, or none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        match self.step()? {
            Some(Node::Start(_)) if self.depth > MAX_DEPTH => Err(ReadError::TooLarge),
            node => Ok(node),
        }
    }

    /// The same, however deep it is.
    fn step(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        if mem::take(&mut self.is_at_empty) {
            self.depth -= 1;
            return Ok(Some(Node::End));
        }
        loop {
            if let Some(node) = self.plain() {
                return Ok(Some(node));
            }
            let event = self.reader.read_event();
            let node = match event.map_err(|error| self.damaged(error.to_string()))? {
                Event::Start(tag) => {
                    self.depth += 1;
                    self.begun(tag.len(), ">")
                }
                Event::Empty(tag) => {
                    self.depth += 1;
                    self.is_at_empty = true;
                    self.begun(tag.len(), "/>")
                }
                Event::End(_) => {
                    self.depth -= 1;
                    Node::End
                }
                Event::Text(text) => Node::Text(text.into_inner()),
                Event::CData(text) => Node::Text(text.into_inner()),
                Event::GeneralRef(entity) => Node::Text(match entity.resolve_char_ref() {
                    Ok(Some(c)) => Cow::Owned(c.to_string()),
                    _ => match resolve_predefined_entity(&entity) {
                        Some(text) => Cow::Borrowed(text),
                        None => Cow::Owned(format!("&{};", &*entity)),
                    },
                }),
                Event::Eof if self.depth > 0 => {
                    return Err(self.damaged("it ends too early".to_owned()));
                }
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(node));
        }
    }

    /// The element whose tag was read last, by the length of what stands between its brackets.
    fn begun(&self, len: usize, bracket: &str) -> Node<'a> {
        let end = self.text.len() - self.reader.get_ref().len() - bracket.len();
        Node::Start(Element::new(&self.text[end - len..end]))
    }

    /// The next tag or text, if it is one that needs no more than a look for its end.
    ///
    /// The tags of the root are left to quick-xml, which thus tells a byte order mark and too many end tags;
    /// within the root it always stands before what is to be read next.
    fn plain(&mut self) -> Option<Node<'a>> {
        if self.depth == 0 {
            return None;
        }
        let rest = &self.text[self.text.len() - self.reader.get_ref().len()..];
        let bytes = rest.as_bytes();
        let (node, end) = match *bytes {
            [b'&', ..] | [b'<', b'!' | b'?', ..] => return None,
            [b'<', b'/', ..] if self.depth == 1 => return None,
            [b'<', b'/', ..] => {
                let end = tag_end(bytes)?;
                self.depth -= 1;
                (Node::End, end)
            }
            [b'<', ..] => {
                let end = tag_end(bytes)?;
                let tag = &rest[1..end - 1];
                let empty = tag.strip_suffix('/');
                self.is_at_empty = empty.is_some();
                self.depth += 1;
                let element = Element::new(empty.unwrap_or(tag));
                (Node::Start(element), end)
            }
            _ => {
                let end = memchr2(b'<', b'&', bytes)?;
                (Node::Text(rest[..end].into()), end)
            }
        };
        *self.reader.get_mut() = &bytes[end..];
        Some(node)
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
        let end = self.depth - 1;
        while self.depth > end {
            self.step()?;
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

    fn damaged(&self, reason: String) -> ReadError {
        ReadError::Damaged {
            part: self.part.to_owned(),
            reason,
        }
    }
}

/// The length of the tag at the beginning, if it ends; attributes may hold a `>`.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    loop {
        let mark = memchr3(b'>', b'"', b'\'', rest)?;
        let (found, after) = (rest[mark], &rest[mark + 1..]);
        if found == b'>' {
            return Some(bytes.len() - after.len());
        }
        rest = &after[memchr(found, after)? + 1..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part as text: `name(` and `)` for its elements, their attribute `a` after `=`.
    fn told(text: &str) -> Result<String, ReadError> {
        let mut told = String::new();
        let mut xml = Xml::new("part", text);
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => {
                    told += element.name();
                    if let Some(value) = element.attribute("a") {
                        told += "=";
                        told += &value;
                    }
                    told += "(";
                }
                Node::End => told += ")",
                Node::Text(text) => told += &text,
            }
        }
        Ok(told)
    }

    #[test]
    fn what_is_not_plain_is_read_all_the_same() {
        for (text, expected) in [
            ("<x:r><x:p>一</x:p><p/></x:r>", "r(p(一)p())"),
            (
                "\u{feff}<?xml version='1.0'?>\n<r> <!-- <p> --><p>a</p></r>\n",
                "\nr( p(a))\n",
            ),
            (
                "<r><p\ta='1 > 0' b=\"'\">1 &gt; 0 &#8470;</p></r>",
                "r(p=1 > 0(1 > 0 №))",
            ),
            ("<r><![CDATA[<p>]]><p>&nbsp;</p ></r >", "r(<p>p(&nbsp;))"),
        ] {
            assert_eq!(told(text).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn damage_is_told() {
        for text in [
            "<r><p></r>",
            "<r></r></r>",
            "<r><p",
            "<r><p a='></p></r>",
            "<r>a & b</r>",
            "<r><!-- </r>",
            "<r>a",
        ] {
            assert!(told(text).is_err(), "{text}");
        }
    }
}
