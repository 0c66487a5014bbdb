//! Reads web pages and what browsers and office programs put on the clipboard.
//!
//! A tokenizer and the few rules of implied end tags that matter for text and tables are enough;
//! a table around the whole page is laid open, so that only tables of data remain.

use super::ReadError;
use super::containers::{Container, Content, FileKind, Sample};
use super::decode::decoded;
use super::limits::MAX_BLOCKS;
use super::page::{Block, Page};
use crate::unprinted;
use flow::Flow;
use table::Table;

mod flow;
mod plain;
mod table;
mod tags;
#[cfg(test)]
mod tests;

/// Tags of which a web page, or a piece of one, has at least one near its head.
const MARKUP: &[&[u8]] = &[
    b"<html",
    b"<!doctype html",
    b"<table",
    b"<body",
    b"<meta",
    b"<div",
    b"<p>",
    b"<p ",
];

/// Tables within tables; old sites nest their layout five or six deep.
const MAX_TABLES_OPEN: usize = 32;

/// Elements without text of the document.
fn is_skipped(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"title"
            | b"noscript"
            | b"template"
            | b"iframe"
            | b"svg"
            | b"select"
            | b"button"
            | b"textarea"
            | b"object"
    )
}

/// Elements that are often hidden by a style of their own.
fn is_hideable(name: &[u8]) -> bool {
    matches!(
        name,
        b"div" | b"span" | b"p" | b"ul" | b"li" | b"section" | b"table" | b"a"
    )
}

/// Hideable elements that another one of the same name ends.
fn is_ended_by_the_next(name: &[u8]) -> bool {
    matches!(name, b"p" | b"li")
}

/// Elements that begin and end lines.
fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div"
            | b"li"
            | b"ul"
            | b"ol"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"section"
            | b"article"
            | b"header"
            | b"footer"
            | b"nav"
            | b"main"
            | b"aside"
            | b"blockquote"
            | b"pre"
            | b"hr"
            | b"form"
            | b"fieldset"
            | b"figure"
            | b"figcaption"
            | b"center"
            | b"address"
            | b"body"
            | b"caption"
    )
}

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: FileKind {
        name: "网页",
        endings: &["html", "htm"],
    },
    is: is_page,
    read: |bytes| read(&decoded(bytes)).map(Content::Page),
};

/// Reads a page, or a piece of one.
pub(crate) fn read(html: &str) -> Result<Page, ReadError> {
    let mut walk = Walk::default();
    tags::walk_through(html, &mut walk);
    walk.finish()
}

fn is_page(sample: &Sample) -> bool {
    let is_named = || {
        ["html", "htm"]
            .iter()
            .any(|ending| sample.has_ending(ending))
    };
    sample.begins_with(b"<") && (is_named() || MARKUP.iter().any(|tag| sample.holds(tag)))
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
    skipped: Option<(Vec<u8>, usize)>,
    unprinted: Option<String>,
    n_blocks: usize,
}

/// What the attributes of a start tag say.
struct Attributes {
    width: usize,
    height: usize,
    is_hidden: bool,
    is_unprinted: bool,
    content: Vec<u8>,
}

impl Default for Attributes {
    fn default() -> Attributes {
        Attributes {
            width: 1,
            height: 1,
            is_hidden: false,
            is_unprinted: false,
            content: Vec::new(),
        }
    }
}

impl Attributes {
    /// Notes an attribute; one without a value says something only if it is `hidden`.
    fn set(&mut self, name: &[u8], value: &[u8]) {
        self.is_hidden |= name == b"hidden";
        if value.is_empty() {
            return;
        }
        match name {
            b"colspan" => self.width = span(value),
            b"rowspan" => self.height = span(value),
            b"style" => self.is_hidden |= is_hiding(value),
            b"name" => self.is_unprinted = value == unprinted::NAME.as_bytes(),
            b"content" => self.content.extend(value),
            _ => {}
        }
    }
}

impl Walk {
    fn text(&mut self, text: &str) {
        if self.skipped.is_none() && !self.is_over() {
            self.flow().push(text);
        }
    }

    fn start(&mut self, name: &[u8], attributes: &Attributes) {
        if self.is_over() {
            return;
        }
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
        if is_skipped(name) || (attributes.is_hidden && is_hideable(name)) {
            if is_block(name) {
                self.end_line();
            }
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        match name {
            b"br" => self.flow().break_line(),
            b"meta" if attributes.is_unprinted => {
                self.unprinted = Some(String::from_utf8_lossy(&attributes.content).into_owned());
            }
            b"table" if self.tables.len() < MAX_TABLES_OPEN => {
                self.end_line();
                self.tables.push(Table::default());
            }
            b"table" => self.n_tables_ignored += 1,
            b"thead" | b"tbody" | b"tfoot" => self.in_table(Table::begin_group),
            b"tr" => self.in_table(Table::begin_row),
            b"td" | b"th" => {
                self.in_table(|table| table.begin_cell(attributes.width, attributes.height));
            }
            _ if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.is_over() {
            return;
        }
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
            b"table" if self.n_tables_ignored > 0 => self.n_tables_ignored -= 1,
            b"table" => self.end_table(),
            b"tr" => self.in_table(Table::end_row),
            b"td" | b"th" => self.in_table(Table::end_cell),
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

    /// Whether the page is too large to be read on.
    fn is_over(&self) -> bool {
        self.n_blocks > MAX_BLOCKS
    }

    fn finish(mut self) -> Result<Page, ReadError> {
        if self.is_over() {
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

/// Whether a style is `display: none`, in any spelling.
fn is_hiding(style: &[u8]) -> bool {
    const HIDING: &[u8] = b"display:none";
    let is_space = |byte: &&u8| byte.is_ascii_whitespace();
    (0..style.len()).any(|start| {
        style[start].eq_ignore_ascii_case(&HIDING[0]) && {
            let letters = style[start..].iter().filter(|byte| !is_space(byte));
            let letters = letters.map(u8::to_ascii_lowercase).take(HIDING.len());
            letters.eq(HIDING.iter().copied())
        }
    })
}
