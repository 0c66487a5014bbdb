//! Reads web pages and what browsers and office programs put on the clipboard.
//!
//! A tokenizer and the few rules of implied end tags that matter for text and tables are enough;
//! a table around the whole page is laid open, so that only tables of data remain.

use super::ReadError;
use super::budget::Budget;
use super::containers::{Container, Content, FileKind, Sample};
use super::decode::decoded;
use super::page::{Aside, Block, Look, Page};
use field::Select;
use flow::Flow;
use looks::Looks;
use nianbao_core::unprinted;
use style::{Sheet, Style, is_no_color};
use table::Table;

mod field;
mod flow;
mod looks;
mod plain;
mod style;
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

/// Elements whose text is none of the document's.
fn is_skipped(name: &[u8]) -> bool {
    matches!(
        name,
        b"script" | b"style" | b"title" | b"noscript" | b"template" | b"iframe" | b"object"
    )
}

/// Elements whose text is on the page, but not in the document.
fn is_beside(name: &[u8]) -> bool {
    matches!(name, b"svg" | b"button")
}

/// Elements without content, which no end tag ends.
fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"br"
            | b"input"
            | b"img"
            | b"hr"
            | b"meta"
            | b"link"
            | b"col"
            | b"base"
            | b"wbr"
            | b"embed"
            | b"source"
    )
}

/// Elements that another one of the same name ends.
fn is_ended_by_the_next(name: &[u8]) -> bool {
    matches!(name, b"p" | b"li" | b"option" | b"dt" | b"dd")
}

/// What an element does to its text without any style.
fn own_style(name: &[u8]) -> Style {
    let style = Style::default();
    match name {
        b"del" | b"s" | b"strike" => Style {
            look: Some(Look::Struck),
            ..style
        },
        b"sup" | b"sub" => Style {
            is_raised: true,
            ..style
        },
        b"textarea" => Style {
            look: Some(Look::Field),
            ..style
        },
        _ => style,
    }
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
    read: |bytes, budget| read(&decoded(bytes), budget).map(Content::Page),
};

/// Reads a page, or a piece of one.
pub(crate) fn read(html: &str, budget: &mut Budget) -> Result<Page, ReadError> {
    let mut walk = Walk::new(budget);
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
struct Walk<'b> {
    budget: &'b mut Budget,
    /// Whether the page is too large to be read on.
    is_over: bool,
    /// The text outside of tables.
    body: Flow,
    tables: Vec<Table>,
    /// Tables that are nested too deep and read as text.
    n_tables_ignored: usize,
    skipped: Option<Skipped>,
    /// Elements that change how their text looks.
    looks: Looks,
    sheet: Sheet,
    select: Option<Select>,
    unprinted: Option<String>,
}

/// An element that is being skipped.
struct Skipped {
    name: Vec<u8>,
    /// How many of its name are open, and how many tables in it.
    n_open: usize,
    n_tables: usize,
    /// What its text is, where that is told.
    look: Option<Look>,
    text: String,
}

/// What the attributes of a start tag say.
struct Attributes {
    width: usize,
    height: usize,
    style: Style,
    is_unprinted: bool,
    is_selected: bool,
    /// The values of `content`, `value` and `type`.
    content: Vec<u8>,
    value: Vec<u8>,
    kind: Vec<u8>,
    /// Its classes, and its id with `#` before it, where style sheets ask for them.
    names: Vec<u8>,
    are_names_asked: bool,
}

impl Attributes {
    fn new(are_names_asked: bool) -> Attributes {
        Attributes {
            width: 1,
            height: 1,
            style: Style::default(),
            is_unprinted: false,
            is_selected: false,
            content: Vec::new(),
            value: Vec::new(),
            kind: Vec::new(),
            names: Vec::new(),
            are_names_asked,
        }
    }

    /// Notes an attribute; one without a value says something only if its name does.
    fn set(&mut self, name: &[u8], value: &[u8]) {
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

impl<'b> Walk<'b> {
    fn new(budget: &'b mut Budget) -> Walk<'b> {
        Walk {
            budget,
            is_over: false,
            body: Flow::default(),
            tables: Vec::new(),
            n_tables_ignored: 0,
            skipped: None,
            looks: Looks::default(),
            sheet: Sheet::default(),
            select: None,
            unprinted: None,
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_over {
            return;
        }
        if let Some(skipped) = &mut self.skipped {
            if skipped.look.is_some() || skipped.name == b"style" {
                skipped.text += text;
            }
            return;
        }
        match &mut self.select {
            Some(select) => select.push(text),
            None => {
                self.take_comparisons(self.looks.n_open());
                let style = self.looks.style();
                self.flow().push_styled(text, style);
            }
        }
    }

    fn start(&mut self, name: &[u8], attributes: &Attributes) {
        if self.is_over || !self.goes_on(name) {
            return;
        }
        let mut style = own_style(name).and(attributes.style);
        self.take_comparisons(self.looks.n_open());
        if !self.sheet.is_empty() {
            self.take_comparisons(self.sheet.n_rules() * (1 + attributes.names.len()));
            style = style.and(self.sheet.style_of(name, &attributes.names));
        }
        // Scripts show the body that they hide at first.
        style.is_absent &= !matches!(name, b"html" | b"body");
        let is_beside = is_beside(name);
        if is_skipped(name) || is_beside || style.is_absent && !is_void(name) {
            if is_block(name) {
                self.end_line();
            }
            let look = match is_skipped(name) {
                true => None,
                false if style.is_absent => Some(Look::Hidden),
                false => Some(Look::Beside),
            };
            self.skipped = Some(Skipped {
                name: name.to_owned(),
                n_open: 1,
                n_tables: 0,
                look,
                text: String::new(),
            });
            return;
        }
        if self.select.is_some() {
            match name {
                b"option" => {
                    if let Some(select) = &mut self.select {
                        select.begin_option(attributes.is_selected);
                    }
                    return;
                }
                b"optgroup" => return,
                _ => self.end_select(),
            }
        }
        self.looks.begin(name, self.tables.len());
        match name {
            b"br" => self.break_line(),
            b"input" if !style.is_absent => self.input(attributes),
            b"select" => self.select = Some(Select::default()),
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
        if !style.is_plain() && !is_void(name) {
            self.looks.push(name, self.tables.len(), style);
        }
    }

    /// Whether a start tag is read: in an element that is skipped it is not, unless it ends that.
    fn goes_on(&mut self, name: &[u8]) -> bool {
        let Some(skipped) = &mut self.skipped else {
            return true;
        };
        let is_of_row = |name: &[u8]| matches!(name, b"td" | b"th" | b"tr" | b"tbody");
        let ends_cell = is_of_row(&skipped.name) && is_of_row(name) && skipped.n_tables == 0;
        let is_within_row = skipped.name == b"tr" && matches!(name, b"td" | b"th")
            || skipped.name == b"tbody" && name != b"tbody";
        if ends_cell && !is_within_row || skipped.name == name && is_ended_by_the_next(name) {
            self.end_skipped();
            return true;
        }
        skipped.n_tables += usize::from(name == b"table");
        skipped.n_open += usize::from(skipped.name == name && !ends_cell);
        skipped.text.push(' ');
        false
    }

    fn end(&mut self, name: &[u8]) {
        if self.is_over {
            return;
        }
        if let Some(skipped) = &mut self.skipped {
            let is_end = skipped.name == name;
            let ends_table = name == b"table" && skipped.n_tables == 0;
            let ends_outside = matches!(&skipped.name[..], b"td" | b"th" | b"tr" | b"tbody")
                && (ends_table || name == b"tr" && skipped.n_tables == 0);
            skipped.n_open -= usize::from(is_end);
            skipped.n_tables = skipped
                .n_tables
                .saturating_sub(usize::from(name == b"table"));
            skipped.text.push(' ');
            if is_end && skipped.n_open == 0 {
                self.end_skipped();
                return;
            }
            if !ends_outside || is_end {
                return;
            }
            self.end_skipped();
        }
        if self.select.is_some() && name != b"option" && name != b"optgroup" {
            self.end_select();
        }
        self.looks.end(name, self.tables.len());
        match name {
            b"table" if self.n_tables_ignored > 0 => self.n_tables_ignored -= 1,
            b"table" => self.end_table(),
            b"tr" => self.in_table(Table::end_row),
            b"td" | b"th" => self.in_table(Table::end_cell),
            _ if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn end_skipped(&mut self) {
        let Some(skipped) = self.skipped.take() else {
            return;
        };
        if skipped.name == b"style" {
            self.sheet.add(&skipped.text);
        } else if let Some(look) = skipped.look {
            self.flow().push_aside(Aside {
                look,
                text: skipped.text,
            });
            self.flow().end_aside();
        }
    }

    fn end_select(&mut self) {
        if let Some(select) = self.select.take() {
            self.flow().push_field(&select.shown());
        }
    }

    /// What is typed in a field; buttons and boxes to tick hold no text of the document.
    fn input(&mut self, attributes: &Attributes) {
        const OTHERS: &[&[u8]] = &[
            b"hidden",
            b"submit",
            b"button",
            b"reset",
            b"image",
            b"checkbox",
            b"radio",
            b"file",
            b"password",
            b"color",
            b"range",
        ];
        if !OTHERS.contains(&&attributes.kind[..]) {
            let value = String::from_utf8_lossy(&attributes.value);
            self.flow().push_field(&value);
        }
    }

    /// Where text goes: the open cell of the innermost table that has one, else the body.
    fn flow(&mut self) -> &mut Flow {
        let open = self.tables.iter_mut().rev().find_map(Table::open_cell);
        open.unwrap_or(&mut self.body)
    }

    /// Takes what a paragraph, line, row or cell costs.
    fn take_block(&mut self) {
        self.is_over |= self.budget.take_blocks(1).is_err();
    }

    fn take_comparisons(&mut self, n: usize) {
        self.is_over |= self.budget.take_small_steps(n).is_err();
    }

    fn break_line(&mut self) {
        self.take_block();
        self.flow().break_line();
    }

    fn end_line(&mut self) {
        self.take_block();
        self.flow().end_line();
    }

    fn in_table(&mut self, act: impl FnOnce(&mut Table)) {
        self.take_block();
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
            self.is_over |= (self.budget)
                .take_area(table.n_rows(), table.n_columns())
                .is_err();
            let blocks = table.finish();
            self.flow().extend(blocks);
        }
    }

    fn finish(mut self) -> Result<Page, ReadError> {
        self.end_skipped();
        self.end_select();
        while !self.tables.is_empty() {
            self.end_table();
        }
        if self.is_over {
            return Err(ReadError::TooLarge);
        }
        let blocks: Vec<Block> = self.body.finish();
        Ok(Page {
            blocks,
            unprinted: self.unprinted,
            ..Page::default()
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
