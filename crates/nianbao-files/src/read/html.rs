//! Reads web pages and what browsers and office programs put on the clipboard.
//!
//! A tokenizer and the few rules of implied end tags that matter for text and tables are enough;
//! a table around the whole page is laid open, so that only tables of data remain.

use std::mem;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, Tokenizer};

use super::ReadError;
use super::limits::MAX_BLOCKS;
use super::page::{Block, Page};
use crate::unprinted;
use flow::Flow;
use table::Table;

mod flow;
mod table;
#[cfg(test)]
mod tests;

/// Tables within tables; old sites nest their layout five or six deep.
const MAX_TABLES_OPEN: usize = 32;

/// Elements without text of the document.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "noscript"
            | "template"
            | "iframe"
            | "svg"
            | "select"
            | "button"
            | "textarea"
            | "object"
    )
}

/// Elements that are often hidden by a style of their own.
fn is_hideable(name: &str) -> bool {
    matches!(
        name,
        "div" | "span" | "p" | "ul" | "li" | "section" | "table" | "a"
    )
}

/// Hideable elements that another one of the same name ends.
fn is_ended_by_the_next(name: &str) -> bool {
    matches!(name, "p" | "li")
}

/// Elements that begin and end lines.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "nav"
            | "main"
            | "aside"
            | "blockquote"
            | "pre"
            | "hr"
            | "form"
            | "fieldset"
            | "figure"
            | "figcaption"
            | "center"
            | "address"
            | "body"
            | "caption"
    )
}

/// Reads a page, or a piece of one.
pub(crate) fn read(html: &str) -> Result<Page, ReadError> {
    // A closure cannot be asked for what it gathered, so it lends the walk.
    let mut walk = Walk::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| {
        walk.event(&event);
        None::<()>
    });
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, Unchecked(emitter)) {
        let Ok(()) = token;
    }
    walk.finish()
}

/// Tokens without a look at each character for errors in the page, which takes a fifth of the time.
struct Unchecked<E>(E);

impl<E: Emitter> ForwardingEmitter for Unchecked<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = E::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// A walk through a page, with what is open on the way.
#[derive(Default)]
struct Walk {
    /// The text outside of tables.
    body: Flow,
    tables: Vec<Table>,
    /// Tables that are nested too deep and read as text.
    n_tables_ignored: usize,
    /// The element that is being skipped, and how many of its name are open.
    skipped: Option<(String, usize)>,
    tag: Tag,
    unprinted: Option<String>,
    n_blocks: usize,
}

/// A start tag that is being read.
#[derive(Default)]
struct Tag {
    name: String,
    attribute: Attribute,
    width: usize,
    height: usize,
    is_hidden: bool,
    is_unprinted: bool,
    content: String,
}

/// The attribute whose value comes next.
#[derive(Clone, Copy, Default)]
enum Attribute {
    Width,
    Height,
    Style,
    Name,
    Content,
    #[default]
    Other,
}

impl Walk {
    fn event(&mut self, event: &CallbackEvent<'_>) {
        if self.n_blocks > MAX_BLOCKS {
            return;
        }
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let tag = &mut self.tag;
                tag.name.clear();
                tag.name.push_str(&String::from_utf8_lossy(name));
                (tag.width, tag.height) = (1, 1);
                (tag.is_hidden, tag.is_unprinted) = (false, false);
                tag.content.clear();
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.is_hidden |= *name == b"hidden";
                self.tag.attribute = match *name {
                    b"colspan" => Attribute::Width,
                    b"rowspan" => Attribute::Height,
                    b"style" => Attribute::Style,
                    b"name" => Attribute::Name,
                    b"content" => Attribute::Content,
                    _ => Attribute::Other,
                };
            }
            CallbackEvent::AttributeValue { value } => self.attribute(value),
            CallbackEvent::CloseStartTag { .. } => {
                let tag = mem::take(&mut self.tag);
                self.start(&tag);
                self.tag = tag;
            }
            CallbackEvent::EndTag { name } => self.end(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } if self.skipped.is_none() => {
                let text = String::from_utf8_lossy(value);
                self.flow().push(&text);
            }
            _ => {}
        }
    }

    fn attribute(&mut self, value: &[u8]) {
        let tag = &mut self.tag;
        match tag.attribute {
            Attribute::Width => tag.width = span(value),
            Attribute::Height => tag.height = span(value),
            Attribute::Style => {
                let style: Vec<_> = value
                    .iter()
                    .filter(|byte| !byte.is_ascii_whitespace())
                    .map(u8::to_ascii_lowercase)
                    .collect();
                tag.is_hidden |= style.windows(12).any(|window| window == b"display:none");
            }
            Attribute::Name => tag.is_unprinted = value == unprinted::NAME.as_bytes(),
            Attribute::Content if tag.name == "meta" => {
                tag.content.push_str(&String::from_utf8_lossy(value));
            }
            Attribute::Content | Attribute::Other => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if let Some((skipped, n_open)) = &mut self.skipped {
            if skipped != name {
                return;
            }
            if !is_ended_by_the_next(name) {
                *n_open += 1;
                return;
            }
            self.skipped = None;
        }
        if is_skipped(name) || (tag.is_hidden && is_hideable(name)) {
            if is_block(name) {
                self.end_line();
            }
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "br" => self.flow().break_line(),
            "meta" if tag.is_unprinted => self.unprinted = Some(tag.content.clone()),
            "table" if self.tables.len() < MAX_TABLES_OPEN => {
                self.end_line();
                self.tables.push(Table::default());
            }
            "table" => self.n_tables_ignored += 1,
            "thead" | "tbody" | "tfoot" => self.in_table(Table::begin_group),
            "tr" => self.in_table(Table::begin_row),
            "td" | "th" => self.in_table(|table| table.begin_cell(tag.width, tag.height)),
            _ if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((skipped, n_open)) = &mut self.skipped {
            if skipped == name {
                *n_open -= 1;
                if *n_open == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match name {
            "table" if self.n_tables_ignored > 0 => self.n_tables_ignored -= 1,
            "table" => self.end_table(),
            "tr" => self.in_table(Table::end_row),
            "td" | "th" => self.in_table(Table::end_cell),
            _ if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    /// Where text goes: the open cell of the innermost table that has one, else the body.
    fn flow(&mut self) -> &mut Flow {
        let open = self.tables.iter_mut().rev().find_map(Table::open_cell);
        open.unwrap_or(&mut self.body)
    }

    fn end_line(&mut self) {
        self.n_blocks += 1;
        self.flow().end_line();
    }

    fn in_table(&mut self, act: impl FnOnce(&mut Table)) {
        self.n_blocks += 1;
        match self
            .tables
            .last_mut()
            .filter(|_| self.n_tables_ignored == 0)
        {
            Some(table) => act(table),
            None => self.flow().end_line(),
        }
    }

    fn end_table(&mut self) {
        if let Some(table) = self.tables.pop() {
            let blocks = table.finish();
            self.flow().extend(blocks);
        }
    }

    fn finish(mut self) -> Result<Page, ReadError> {
        if self.n_blocks > MAX_BLOCKS {
            return Err(ReadError::TooLarge);
        }
        while !self.tables.is_empty() {
            self.end_table();
        }
        let blocks: Vec<Block> = self.body.finish();
        Ok(Page {
            blocks,
            unprinted: self.unprinted,
        })
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
