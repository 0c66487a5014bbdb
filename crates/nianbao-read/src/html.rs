//! Reads web pages and what browsers and office programs put on the clipboard.
//!
//! A tokenizer and the few rules of implied end tags that matter for text and tables are enough;
//! a table around the whole page is laid open, so that only tables of data remain.

use super::ReadError;
use super::budget::Budget;
use super::decode::decoded;
use super::page::{Aside, Block, Look, Page};
use crate::container::{Container, Content, Sample};
use crate::kinds;
use attributes::Attributes;
use elements::{
    has_text_for_tags, is_block, is_code, is_ended_by_the_next, is_void, own_style, without_tags,
};
use field::Select;
use flow::Flow;
use looks::Looks;
use style::Sheet;
use table::Table;

mod attributes;
mod elements;
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

/// How documents of this container are known.
pub(crate) const CONTAINER: Container = Container {
    kind: kinds::HTML,
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
    /// The title of the window.
    title: String,
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
            title: String::new(),
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
        let look = match style.is_absent {
            true => Some(Look::Hidden),
            false => elements::left_out(name),
        };
        let is_code = is_code(name);
        if (is_code || look.is_some()) && !is_void(name) {
            if is_block(name) {
                self.end_line();
            }
            let look = look.filter(|_| !is_code);
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
            b"img" | b"area" if !style.is_absent => {
                let alt = String::from_utf8_lossy(&attributes.alt).into_owned();
                self.leave_out(Look::Beside, alt);
            }
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
        } else if skipped.name == b"title" {
            self.title = skipped.text;
        } else if let Some(look) = skipped.look {
            let text = match has_text_for_tags(&skipped.name) {
                true => without_tags(&skipped.text),
                false => skipped.text,
            };
            self.leave_out(look, text);
        }
    }

    /// Notes what is left out of the text here.
    fn leave_out(&mut self, look: Look, text: String) {
        self.flow().push_aside(Aside { look, text });
        self.flow().end_aside();
    }

    fn end_select(&mut self) {
        if let Some(select) = self.select.take() {
            let (shown, others) = select.shown();
            self.flow().push_field(&shown);
            self.leave_out(Look::Hidden, others);
        }
    }

    /// What is typed in a field; boxes to tick hold no text.
    fn input(&mut self, attributes: &Attributes) {
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        match &attributes.kind[..] {
            b"hidden" | b"image" | b"checkbox" | b"radio" | b"file" | b"password" | b"color"
            | b"range" => {}
            b"submit" | b"button" | b"reset" => {
                self.leave_out(Look::Beside, text(&attributes.value));
            }
            _ => {
                self.flow().push_field(&text(&attributes.value));
                if attributes.value.is_empty() {
                    self.leave_out(Look::Beside, text(&attributes.placeholder));
                }
            }
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
        let mut blocks: Vec<Block> = self.body.finish();
        blocks.extend(title_beside(&blocks, &self.title));
        Ok(Page {
            blocks,
            unprinted: self.unprinted,
            ..Page::default()
        })
    }
}

/// The title of the window, if it says more than the page.
fn title_beside(blocks: &[Block], title: &str) -> Option<Block> {
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    let own = tight(title);
    let is_said = |block: &Block| matches!(block, Block::Paragraph(text) if tight(text) == own);
    (!own.is_empty() && !blocks.iter().any(is_said)).then(|| {
        Block::Aside(Aside {
            look: Look::Beside,
            text: title.trim().to_owned(),
        })
    })
}
