//! What elements are by their names.

use super::style::Style;
use crate::page::Look;

/// Elements whose text is none of the document's.
pub(super) fn is_code(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style")
}

/// Why the text of an element is left out, whatever its style; none where it is read.
pub(super) fn left_out(name: &[u8]) -> Option<Look> {
    match name {
        // It is on the page or its window, but not in the document.
        b"svg" | b"button" | b"title" => Some(Look::Beside),
        // It stands in for what a browser can show.
        b"noscript" | b"template" | b"iframe" | b"object" | b"noembed" | b"noframes" | b"video"
        | b"audio" | b"canvas" | b"datalist" => Some(Look::Hidden),
        _ => None,
    }
}

/// Elements whose tags are text to a tokenizer.
pub(super) fn has_text_for_tags(name: &[u8]) -> bool {
    matches!(name, b"noscript" | b"iframe" | b"noembed" | b"noframes")
}

/// The words among tags that were read as text.
pub(super) fn without_tags(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        words += before;
        words.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    words + rest
}

/// Elements without content, which no end tag ends.
pub(super) fn is_void(name: &[u8]) -> bool {
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
pub(super) fn is_ended_by_the_next(name: &[u8]) -> bool {
    matches!(name, b"p" | b"li" | b"option" | b"dt" | b"dd")
}

/// What an element does to its text without any style.
pub(super) fn own_style(name: &[u8]) -> Style {
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
pub(super) fn is_block(name: &[u8]) -> bool {
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
