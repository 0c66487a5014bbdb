//! What a source shows, found without our readers: its text by paragraphs and cells.

use std::io::{Cursor, Read};

use nianbao_core::unprinted::CHECKS_SHEET;
use zip::ZipArchive;

/// The pieces of a source; none where it takes a reader to know them.
pub(super) fn pieces(ending: &str, bytes: &[u8]) -> Option<Vec<String>> {
    Some(match ending {
        "html" => of_page(&String::from_utf8(bytes.to_vec()).ok()?),
        "txt" | "md" => of_text(&String::from_utf8(bytes.to_vec()).ok()?),
        "docx" => of_parts(bytes, "word/", &["t", "delText"], &["t", "delText"])?,
        "odt" => of_parts(bytes, "content.xml", &["p", "h"], &["p", "h", "span", "a"])?,
        "ods" => of_parts(bytes, "content.xml", &["p"], &["p", "span", "a"])?,
        "ofd" => of_parts(bytes, "", &["TextCode"], &["TextCode"])?,
        "xlsx" => of_parts(bytes, "xl/", &["si", "is", "comment"], &["t"])?,
        _ => return None,
    })
}

fn of_text(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || c == '|');
    words.map(str::to_owned).collect()
}

/// The text of a web page between the tags of its blocks.
fn of_page(html: &str) -> Vec<String> {
    const INLINE: &[&str] = &[
        "a", "b", "i", "u", "span", "font", "strong", "em", "sup", "sub", "ins", "o:p", "big",
        "small",
    ];
    let mut pieces = vec![String::new()];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        pieces.last_mut().expect("a piece").push_str(&rest[..start]);
        rest = &rest[start..];
        let end = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|end| end + 3),
            _ => rest.find('>').map(|end| end + 1),
        };
        let tag = &rest[..end.unwrap_or(rest.len())];
        rest = &rest[tag.len()..];
        let name = tag.trim_start_matches(['<', '/']).to_lowercase();
        let name = name
            .split(|c: char| c.is_whitespace() || c == '>' || c == '/')
            .next();
        let name = name.unwrap_or_default();
        if !INLINE.contains(&name) && !tag.starts_with("<!--") {
            pieces.push(String::new());
        }
        if matches!(name, "script" | "style") && !tag.starts_with("</") {
            let end = rest.to_lowercase().find(&format!("</{name}"));
            rest = &rest[end.unwrap_or(rest.len())..];
        }
    }
    pieces.last_mut().expect("a piece").push_str(rest);
    pieces.into_iter().map(|piece| plain(&piece)).collect()
}

/// A text without references to characters.
fn plain(text: &str) -> String {
    let text = text
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("&#") {
        plain += before;
        let (number, behind) = after.split_once(';').unwrap_or((after, ""));
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        };
        plain.extend(number.and_then(char::from_u32));
        rest = behind;
    }
    (plain + rest).replace("&quot;", "\"").replace("&amp;", "&")
}

/// The texts of an archive's XML parts: pieces end with some elements, and only what some elements hold is text.
fn of_parts(bytes: &[u8], within: &str, blocks: &[&str], texts: &[&str]) -> Option<Vec<String>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut pieces = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).ok()?;
        let name = part.name().ok()?.into_owned();
        let is_wanted =
            name.starts_with(within) && name.ends_with(".xml") && !name.contains("theme");
        let mut text = String::new();
        if is_wanted && part.read_to_string(&mut text).is_ok() {
            // The sheet that our own workbooks check themselves with.
            let checks = format!("<table:table table:name=\"{CHECKS_SHEET}\"");
            if let Some(start) = text.find(&checks) {
                let end = text[start..].find("</table:table>").unwrap_or(0);
                text.replace_range(start..start + end, "");
            }
            of_xml(&text, blocks, texts, &mut pieces);
        }
    }
    Some(pieces)
}

fn of_xml(xml: &str, blocks: &[&str], texts: &[&str], pieces: &mut Vec<String>) {
    let mut open: Vec<&str> = Vec::new();
    let mut piece = String::new();
    let mut rest = xml;
    while let Some((text, after)) = rest.split_once('<') {
        if open.last().is_some_and(|name| texts.contains(name)) {
            piece += &plain(text);
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        if tag.starts_with(['?', '!']) {
            continue;
        }
        let name = tag.trim_start_matches('/');
        let name = &name[..name
            .find([' ', '/', '\n', '\r', '\t'])
            .unwrap_or(name.len())];
        let name = name.rsplit(':').next().unwrap_or(name);
        if tag.starts_with('/') {
            open.pop();
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        if blocks.contains(&name) {
            pieces.push(std::mem::take(&mut piece));
        }
    }
}
