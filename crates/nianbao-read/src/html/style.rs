//! What the styles of a page strike, hide, raise or show in white.

use memchr::{memchr, memchr2};

use crate::page::Look;

/// Rules of style sheets that strike or hide; a page has some dozens.
const MAX_RULES: usize = 1_000;

/// Type this small is not seen, in px or pt.
const SMALLEST: f64 = 2.0;

/// Text moved this far to the left is off the screen, in px.
const FAR_LEFT: f64 = -900.0;

/// What a style does to the text of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Nothing of the element is there, not even its place.
    pub(super) is_absent: bool,
    pub(super) look: Option<Look>,
    pub(super) is_raised: bool,
}

impl Style {
    /// Reads the declarations of a style.
    pub(super) fn read(style: &[u8]) -> Style {
        let mut read = Style::default();
        let mut is_white = false;
        let mut has_background = false;
        let mut rest = style;
        while !rest.is_empty() {
            let end = memchr(b';', rest).unwrap_or(rest.len());
            let (declaration, after) = rest.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            let Some(colon) = memchr(b':', declaration) else {
                continue;
            };
            let (name, value) = (declaration[..colon].trim_ascii(), &declaration[colon + 1..]);
            let is = |wanted: &str| name.eq_ignore_ascii_case(wanted.as_bytes());
            // Most declarations are told to be of no interest by their first letter.
            match name.first().map(u8::to_ascii_lowercase) {
                Some(b'd') if is("display") => read.is_absent = begins(value, "none"),
                Some(b'v') if is("visibility") => {
                    read.is_absent |= begins(value, "collapse");
                    read.strike(begins(value, "hidden"), Look::Hidden);
                }
                Some(b'v') if is("vertical-align") => {
                    read.is_raised |= begins(value, "super") || begins(value, "sub");
                }
                Some(b't') if is("text-decoration") || is("text-decoration-line") => {
                    read.strike(has(value, "line-through"), Look::Struck);
                }
                Some(b't') if is("text-line-through") => {
                    read.strike(!begins(value, "none"), Look::Struck);
                }
                Some(b't') if is("text-indent") => {
                    read.strike(
                        size(value).is_some_and(|(at, _)| at < FAR_LEFT),
                        Look::Hidden,
                    );
                }
                Some(b'f') if is("font-size") => {
                    read.strike(size(value).is_some_and(is_unseen), Look::Hidden);
                }
                Some(b'o') if is("opacity") => {
                    read.strike(
                        size(value).is_some_and(|(part, _)| part < 0.05),
                        Look::Hidden,
                    );
                }
                Some(b'm') if is("mso-hide") => read.strike(begins(value, "all"), Look::Hidden),
                Some(b'm') if is("mso-text-raise") => {
                    read.is_raised |= size(value).is_some_and(|(by, _)| by > 1.5);
                }
                Some(b'c') if is("color") => is_white = is_no_color(value),
                Some(b'b') if is("background") || is("background-color") => {
                    has_background = !is_no_color(value) && !begins(value, "none");
                }
                _ => {}
            }
        }
        if read.look.is_none() && is_white && !has_background {
            read.look = Some(Look::Faint);
        }
        read
    }

    fn strike(&mut self, is_so: bool, look: Look) {
        if is_so {
            self.look = Some(look);
        }
    }

    pub(super) fn is_plain(self) -> bool {
        self == Style::default()
    }

    /// Both one after the other; what hides or strikes stays.
    pub(super) fn and(self, other: Style) -> Style {
        let left_out = |style: Style| style.look.filter(|look| look.is_left_out());
        Style {
            is_absent: self.is_absent || other.is_absent,
            look: left_out(other)
                .or(left_out(self))
                .or(other.look)
                .or(self.look),
            is_raised: self.is_raised || other.is_raised,
        }
    }
}

/// Whether a value begins with a word.
fn begins(value: &[u8], word: &str) -> bool {
    let value = value.trim_ascii_start();
    value.len() >= word.len() && value[..word.len()].eq_ignore_ascii_case(word.as_bytes())
}

/// Whether a value holds a word.
fn has(value: &[u8], word: &str) -> bool {
    value
        .windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// A number and its unit.
fn size(value: &[u8]) -> Option<(f64, &[u8])> {
    let value = value.trim_ascii();
    let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.".contains(byte);
    let end = value.iter().position(|byte| !is_part(byte));
    let (number, unit) = value.split_at(end.unwrap_or(value.len()));
    let number = str::from_utf8(number).ok()?.parse().ok()?;
    Some((number, unit))
}

fn is_unseen((size, unit): (f64, &[u8])) -> bool {
    let is_absolute = ["px", "pt"].iter().any(|name| begins(unit, name));
    size <= 0.0 || is_absolute && size < SMALLEST
}

/// White, or transparent, as it is usually spelled.
pub(super) fn is_no_color(value: &[u8]) -> bool {
    let first = value.trim_ascii_start().first().map(u8::to_ascii_lowercase);
    if !first.is_some_and(|first| b"w#trh".contains(&first)) {
        return false;
    }
    let value: Vec<u8> = value
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .copied()
        .collect();
    let value = value.to_ascii_lowercase();
    let value = value.split(|byte| *byte == b'!').next().unwrap_or_default();
    const NONE: &[&str] = &[
        "white",
        "#fff",
        "#ffffff",
        "#fefefe",
        "window",
        "transparent",
        "rgb(255,255,255)",
        "rgba(255,255,255,1)",
        "#ffff",
        "#ffffffff",
        "hsl(0,0%,100%)",
    ];
    NONE.iter().any(|none| value == none.as_bytes())
        || value.starts_with(b"rgba(") && value.ends_with(b",0)")
}

/// The rules of a page's style sheets that do anything to text.
#[derive(Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
}

struct Rule {
    tag: Option<Vec<u8>>,
    /// Its classes, and its id with `#` before it.
    names: Vec<Vec<u8>>,
    style: Style,
}

impl Sheet {
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    pub(super) fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// Adds the rules of a style sheet; those for printing and for some screens only are left out.
    pub(super) fn add(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let mut rest = sheet.as_bytes();
        while let Some(end) = memchr2(b'{', b';', rest) {
            let (prelude, after) = (rest[..end].trim_ascii(), &rest[end + 1..]);
            if rest[end] == b';' {
                rest = after;
                continue;
            }
            if prelude.starts_with(b"@") {
                rest = behind_block(after);
                continue;
            }
            let close = memchr(b'}', after).unwrap_or(after.len());
            let style = Style::read(&after[..close]);
            rest = after.get(close + 1..).unwrap_or_default();
            if style.is_plain() {
                continue;
            }
            for selector in prelude.split(|byte| *byte == b',') {
                if self.rules.len() < MAX_RULES {
                    self.rules.extend(rule(selector, style));
                }
            }
        }
    }

    /// What the rules do to an element with these classes and this id, as one list.
    pub(super) fn style_of(&self, tag: &[u8], names: &[u8]) -> Style {
        let has = |wanted: &Vec<u8>| {
            let mut names = names.split(u8::is_ascii_whitespace);
            names.any(|name| name == wanted)
        };
        let applies = |rule: &&Rule| {
            rule.tag.as_ref().is_none_or(|wanted| wanted == tag) && rule.names.iter().all(has)
        };
        let styles = self.rules.iter().filter(applies).map(|rule| rule.style);
        styles.fold(Style::default(), Style::and)
    }
}

/// A rule for what a selector ends with. Where something must stand around that, it is not known whether it applies.
fn rule(selector: &[u8], style: Style) -> Option<Rule> {
    let selector = selector.trim_ascii();
    let is_combinator = |byte: &u8| byte.is_ascii_whitespace() || b">+~".contains(byte);
    let last = selector.rsplit(is_combinator).next()?;
    if last.iter().any(|byte| b":[*".contains(byte)) {
        return None;
    }
    let first = last.iter().position(|byte| b".#".contains(byte));
    let (tag, mut rest) = last.split_at(first.unwrap_or(last.len()));
    let mut names = Vec::new();
    while let Some((mark, after)) = rest.split_first() {
        let end = after.iter().position(|byte| b".#".contains(byte));
        let (name, next) = after.split_at(end.unwrap_or(after.len()));
        names.push(match mark {
            b'#' => [b"#", name].concat(),
            _ => name.to_owned(),
        });
        rest = next;
    }
    let is_sure = last.len() == selector.len();
    let style = match is_sure {
        true => style,
        false => Style {
            look: (style.is_absent || style.look.is_some_and(Look::is_left_out))
                .then_some(Look::Perhaps),
            ..Style::default()
        },
    };
    let is_told = !names.is_empty() || is_sure && !tag.is_empty();
    (is_told && !style.is_plain()).then(|| Rule {
        tag: (!tag.is_empty()).then(|| tag.to_ascii_lowercase()),
        names,
        style,
    })
}

fn without_comments(sheet: &str) -> String {
    let sheet = sheet.replace("<!--", " ").replace("-->", " ");
    let mut kept = String::new();
    let mut rest = sheet.as_str();
    while let Some((before, comment)) = rest.split_once("/*") {
        kept += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// What follows the end of a block that was begun, blocks within it passed over.
fn behind_block(mut rest: &[u8]) -> &[u8] {
    let mut n_open = 1;
    while n_open > 0 {
        let Some(at) = memchr2(b'{', b'}', rest) else {
            return &[];
        };
        match rest[at] {
            b'{' => n_open += 1,
            _ => n_open -= 1,
        }
        rest = &rest[at + 1..];
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_read_in_every_spelling() {
        for (style, expected) in [
            (
                "DISPLAY : none",
                Style {
                    is_absent: true,
                    ..Style::default()
                },
            ),
            (
                "color:red; text-decoration: underline line-through",
                Style {
                    look: Some(Look::Struck),
                    ..Style::default()
                },
            ),
            (
                "visibility:hidden !important",
                Style {
                    look: Some(Look::Hidden),
                    ..Style::default()
                },
            ),
            (
                "font-size:0",
                Style {
                    look: Some(Look::Hidden),
                    ..Style::default()
                },
            ),
            (
                "font-size:1px",
                Style {
                    look: Some(Look::Hidden),
                    ..Style::default()
                },
            ),
            ("font-size:0.9em;mso-hide:none", Style::default()),
            (
                "color:#FFF",
                Style {
                    look: Some(Look::Faint),
                    ..Style::default()
                },
            ),
            ("color:#fff;background:#235", Style::default()),
            (
                "vertical-align: super",
                Style {
                    is_raised: true,
                    ..Style::default()
                },
            ),
            (
                "text-indent:-9999px",
                Style {
                    look: Some(Look::Hidden),
                    ..Style::default()
                },
            ),
            ("text-indent:-21pt;display:block", Style::default()),
        ] {
            assert_eq!(Style::read(style.as_bytes()), expected, "{style}");
        }
    }

    #[test]
    fn rules_of_a_sheet_apply_by_class_id_and_tag() {
        let mut sheet = Sheet::default();
        sheet.add(
            "/* .a{display:none} */ .a, b.c{text-decoration:line-through} #d{display:none}
             @media print{.e{display:none}} .f:hover{display:none} .menu .g{display:none} p{margin:0}",
        );
        let look = |tag: &str, names: &str| sheet.style_of(tag.as_bytes(), names.as_bytes());
        assert_eq!(look("td", "x a").look, Some(Look::Struck));
        assert_eq!(look("b", "c").look, Some(Look::Struck));
        assert_eq!(look("i", "c").look, None);
        assert!(look("div", "#d").is_absent);
        assert_eq!(look("td", "e"), Style::default());
        assert_eq!(look("td", "f"), Style::default());
        assert_eq!(look("td", "g").look, Some(Look::Perhaps));
    }
}
