//! Cells and lines one after the other, and what each is by itself.

use std::borrow::Cow;

use crate::page::{Aside, LooseCell};
use crate::recognize::grid::{Kind, kind_of};
use crate::recognize::row::Value;
use crate::recognize::wording::{bare, folded};

/// One cell or line.
pub(in crate::recognize) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) asides: &'a [Aside],
    pub(super) kind: Kind,
    pub(super) bare: Cow<'a, str>,
    /// Which row of the source it stands in, or which line where rows are not known.
    pub(super) row: usize,
    pub(super) is_line: bool,
    pub(super) is_weak: bool,
}

impl<'a> Token<'a> {
    /// A line of its own.
    pub(in crate::recognize) fn of_line(text: &'a str, row: usize) -> Token<'a> {
        Token::new(text, &[], row, true)
    }

    /// A cell of a known row.
    pub(in crate::recognize) fn of_cell(cell: &'a LooseCell, row: usize) -> Token<'a> {
        Token::new(&cell.text, &cell.asides, row, false)
    }

    fn new(text: &'a str, asides: &'a [Aside], row: usize, is_line: bool) -> Token<'a> {
        let kind = kind_of(text);
        Token {
            text,
            asides,
            kind,
            bare: if kind == Kind::Text && text.len() < 400 {
                bare(text)
            } else {
                Cow::Borrowed("")
            },
            row,
            is_line,
            is_weak: kind == Kind::Blank && (is_line || !text.contains('\u{a0}')),
        }
    }

    pub(super) fn value(&self) -> Value<'a> {
        Value {
            text: self.text,
            asides: self.asides,
            kind: self.kind,
            is_weak: self.is_weak,
            is_line: self.is_line,
        }
    }
}

/// Whether a line is a sentence rather than a label or a heading that is not known.
pub(in crate::recognize) fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    // The corner of table three stands in brackets and has commas.
    let has_comma = text.contains('，') && !text.starts_with(['（', '(']);
    let is_note = text.starts_with("注") || text.starts_with("备注");
    let has_mark = text.contains(['。', '；']) || has_comma || is_note;
    text.chars().nth(7).is_some() && has_mark && !text.contains('|')
}

/// The values among tokens, without page numbers that came along.
pub(super) fn values<'t>(tokens: &[Token<'t>]) -> Vec<Value<'t>> {
    tokens
        .iter()
        .filter(|token| !is_page_number(token.text))
        .map(Token::value)
        .collect()
}

/// “- 4 -”: a page number that came along with the text.
pub(super) fn is_page_number(text: &str) -> bool {
    let text = folded(text);
    let is_dash = |c: char| "-—–―".contains(c);
    let inner = text.trim_matches(is_dash);
    text.starts_with(is_dash)
        && text.ends_with(is_dash)
        && !inner.is_empty()
        && inner.chars().all(|c| c.is_ascii_digit())
}
